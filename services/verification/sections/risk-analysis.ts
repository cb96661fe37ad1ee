import { choice, date, group, integer, list, prose, text } from '#phase/field.ts'
import { namesOf } from '#phase/names-of.ts'
import { defineSection } from '#phase/section.ts'
import { riskGaps, riskKinds } from '../domain/risk-kinds.ts'

const kindOptions = namesOf(riskKinds)

export const riskAnalysis = defineSection({
  key: 'riskAnalysis',
  name: { sv: 'Riskanalys', en: 'Risk analysis' },
  help: {
    sv: 'Risker i verksamheten och för patienterna ska finnas med. Titta även efter risker för informationssäkerhet, IT och arbetsmiljö.',
    en: 'Risks in the operation and to patients must be there. Look also for risks to information security, IT and work environment.',
  },
  component: 'acquisition',
  isMandatory: true,
  writers: ['specialist'],
  fields: {
    analysedOn: date({ label: { sv: 'Gjord den', en: 'Made on' } }),
    participants: text({
      label: { sv: 'Deltagare', en: 'Participants' },
      help: { sv: 'Roller, både från vården och från IT.', en: 'Roles, from both care and IT.' },
      max: 500,
    }),
    risks: list({
      label: { sv: 'Risker', en: 'Risks' },
      max: 40,
      item: group({
        label: { sv: 'Risk', en: 'Risk' },
        fields: {
          kind: choice({ label: { sv: 'Slag', en: 'Kind' }, options: kindOptions }),
          risk: text({ label: { sv: 'Vad kan hända', en: 'What may happen' }, max: 400 }),
          likelihood: integer({ label: { sv: 'Sannolikhet, 1–5', en: 'Likelihood, 1–5' }, min: 1, max: 5 }),
          consequence: integer({ label: { sv: 'Konsekvens, 1–5', en: 'Consequence, 1–5' }, min: 1, max: 5 }),
          action: text({ label: { sv: 'Åtgärd', en: 'Action' }, max: 500 }),
          owner: text({ label: { sv: 'Ansvarig roll', en: 'Responsible role' }, max: 120 }),
          remaining: choice({
            label: { sv: 'Risken efter åtgärd', en: 'The risk after the action' },
            options: {
              acceptable: { sv: 'Godtagbar', en: 'Acceptable' },
              watched: { sv: 'Godtagbar, följs upp', en: 'Acceptable, watched' },
              unacceptable: { sv: 'Inte godtagbar', en: 'Not acceptable' },
            },
          }),
        },
      }),
    }),
    lookedAt: list({
      label: { sv: 'Slag där ni letat men inte funnit någon risk', en: 'Kinds where you have looked but found no risk' },
      min: 0,
      max: 5,
      item: group({
        label: { sv: 'Slag', en: 'Kind' },
        fields: {
          kind: choice({ label: { sv: 'Slag', en: 'Kind' }, options: kindOptions }),
          reasons: prose({ label: { sv: 'Varför ingen risk finns', en: 'Why there is no risk' }, max: 500 }),
        },
      }),
    }),
  },
  rules: ({ risks, lookedAt }) => {
    const { notFound, notLookedAt } = riskGaps(risks, lookedAt)
    return [
      ...notFound.map((kind) => ({
        pointer: '/risks',
        code: 'riskKindMissing',
        message: {
          sv: `Lägg till minst en risk av slaget ${riskKinds[kind].name.sv.toLowerCase()}.`,
          en: `Add at least one risk of the kind ${riskKinds[kind].name.en.toLowerCase()}.`,
        },
      })),
      ...notLookedAt.map((kind) => ({
        pointer: '/lookedAt',
        code: 'riskKindNotLookedAt',
        message: {
          sv: `Lägg till en risk av slaget ${riskKinds[kind].name.sv}, eller skriv varför ingen finns.`,
          en: `Add a risk of the kind ${riskKinds[kind].name.en}, or write why there is none.`,
        },
      })),
    ]
  },
})
