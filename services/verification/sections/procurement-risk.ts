import { choice, group, integer, list, prose, text } from '#phase/field.ts'
import { defineSection } from '#phase/section.ts'

export const procurementRisk = defineSection({
  key: 'procurementRisk',
  name: { sv: 'Upphandlingsrisk', en: 'Procurement risk' },
  help: {
    sv: 'Vad som kan gå fel i en upphandling, och om det går att hantera.',
    en: 'What may go wrong in a procurement, and whether it can be handled.',
  },
  component: 'acquisition',
  isMandatory: true,
  writers: ['procurementOfficer', 'specialist'],
  fields: {
    risks: list({
      label: { sv: 'Risker', en: 'Risks' },
      max: 20,
      item: group({
        label: { sv: 'Risk', en: 'Risk' },
        fields: {
          kind: choice({
            label: { sv: 'Slag', en: 'Kind' },
            options: {
              fewTenders: { sv: 'Få eller inga anbud', en: 'Few tenders or none' },
              lockIn: { sv: 'Inlåsning', en: 'Lock-in' },
              review: { sv: 'Överprövning', en: 'Court review' },
              requirements: { sv: 'För snäva eller oklara krav', en: 'Too narrow or unclear requirements' },
              advantage: {
                sv: 'Någon har ett försprång efter dialog eller prövning',
                en: 'Somebody has an advantage after dialogue or trial',
              },
              price: { sv: 'Pris', en: 'Price' },
              delivery: { sv: 'Leveransförmåga', en: 'Ability to deliver' },
              time: { sv: 'Tid', en: 'Time' },
            },
          }),
          risk: text({ label: { sv: 'Vad kan hända', en: 'What may happen' }, max: 400 }),
          likelihood: integer({ label: { sv: 'Sannolikhet, 1–5', en: 'Likelihood, 1–5' }, min: 1, max: 5 }),
          consequence: integer({ label: { sv: 'Konsekvens, 1–5', en: 'Consequence, 1–5' }, min: 1, max: 5 }),
          action: text({ label: { sv: 'Åtgärd', en: 'Action' }, max: 500 }),
          owner: text({ label: { sv: 'Ansvarig roll', en: 'Responsible role' }, max: 120 }),
        },
      }),
    }),
    conclusion: choice({
      label: { sv: 'Slutsats', en: 'Conclusion' },
      options: {
        manageable: { sv: 'Riskerna går att hantera', en: 'The risks can be handled' },
        withActions: { sv: 'Går att hantera om åtgärderna görs', en: 'Can be handled if the actions are taken' },
        notManageable: { sv: 'Går inte att hantera', en: 'Cannot be handled' },
      },
    }),
    reasons: prose({ label: { sv: 'Skäl', en: 'Reasons' }, max: 1_000 }),
  },
  rules: ({ risks }, { dossier }) => {
    const hasTalked = dossier.matching?.dialogueHeld === true
    return hasTalked && !risks.some(({ kind }) => kind === 'advantage')
      ? [
          {
            pointer: '/risks',
            code: 'advantageNotWeighed',
            message: {
              sv: `Dialog har hållits före upphandlingen. Bedöm risken att någon får ett försprång (LOU 4:8).`,
              en: `There was dialogue before the procurement. Weigh the risk that somebody has an advantage (LOU 4:8).`,
            },
          },
        ]
      : []
  },
})
