import { choice, choices, date, group, list, optional, reference, text } from '#phase/field.ts'
import { defineSection } from '#phase/section.ts'

export const essentialRequirements = defineSection({
  key: 'essentialRequirements',
  name: { sv: 'Väsentliga krav', en: 'Essential requirements' },
  help: {
    sv: 'Varje ska-krav verifieras för minst en lösning: hur och av vem.',
    en: 'Every must-requirement is verified for at least one solution: how, and by whom.',
  },
  component: 'acquisition',
  isMandatory: true,
  writers: ['specialist'],
  fields: {
    verifications: list({
      label: { sv: 'Verifieringar', en: 'Verifications' },
      max: 200,
      item: group({
        label: { sv: 'Verifiering', en: 'Verification' },
        fields: {
          requirement: reference({ label: { sv: 'Krav', en: 'Requirement' }, source: 'requirements' }),
          solution: reference({ label: { sv: 'Lösning', en: 'Solution' }, source: 'candidates' }),
          result: choice({
            label: { sv: 'Resultat', en: 'Result' },
            options: {
              met: { sv: 'Uppfyllt', en: 'Met' },
              partly: { sv: 'Delvis', en: 'Partly' },
              notMet: { sv: 'Inte uppfyllt', en: 'Not met' },
            },
          }),
          method: choice({
            label: { sv: 'Hur', en: 'How' },
            options: {
              demonstration: { sv: 'Visning', en: 'Demonstration' },
              test: { sv: 'Prov', en: 'Test' },
              documentation: { sv: 'Dokumentation', en: 'Documentation' },
              certificate: { sv: 'Intyg eller märkning', en: 'Certificate or marking' },
            },
          }),
          verifiedBy: choices({
            label: { sv: 'Av vem', en: 'By whom' },
            options: {
              supplier: { sv: 'Leverantören', en: 'The supplier' },
              operations: { sv: 'Verksamheten', en: 'Care operations' },
              mta: { sv: 'Medicinsk teknik (MTA)', en: 'Medical technology (MTA)' },
              it: { sv: 'IT', en: 'IT' },
            },
          }),
          verifiedOn: date({ label: { sv: 'Datum', en: 'Date' } }),
          note: optional(text({ label: { sv: 'Anteckning', en: 'Note' }, max: 200 })),
        },
      }),
    }),
  },
  rules: ({ verifications }, { dossier }) => {
    const requirements = dossier.matching?.requirements ?? []
    const candidates = dossier.matching?.candidates ?? []
    return [
      ...verifications.flatMap(({ requirement, solution }, index) => {
        const at = `/verifications/${index}`
        return [
          ...(requirements.some(({ id }) => id === requirement)
            ? []
            : [
                {
                  pointer: `${at}/requirement`,
                  code: 'unknownRequirement',
                  message: {
                    sv: 'Kravet kommer inte från matchningen. Välj ett som gör det.',
                    en: 'The requirement does not come from matching. Choose one that does.',
                  },
                },
              ]),
          ...(candidates.some(({ id }) => id === solution)
            ? []
            : [
                {
                  pointer: `${at}/solution`,
                  code: 'unknownSolution',
                  message: {
                    sv: 'Lösningen kommer inte från matchningen. Välj en som gör det.',
                    en: 'The solution does not come from matching. Choose one that does.',
                  },
                },
              ]),
          ...(verifications.findIndex((other) => other.requirement === requirement && other.solution === solution) === index
            ? []
            : [
                {
                  pointer: at,
                  code: 'verifiedTwice',
                  message: {
                    sv: 'Kravet är redan verifierat för lösningen. Slå ihop raderna.',
                    en: 'The requirement is verified for the solution already. Merge the rows.',
                  },
                },
              ]),
        ]
      }),
      ...requirements
        .filter(({ id, isMandatory }) => isMandatory && !verifications.some(({ requirement }) => requirement === id))
        .map(({ id }) => ({
          pointer: '/verifications',
          code: 'mustNotTried',
          message: {
            sv: `Verifiera ska-kravet ${id} för minst en lösning.`,
            en: `Verify the must-requirement ${id} for at least one solution.`,
          },
        })),
    ]
  },
})
