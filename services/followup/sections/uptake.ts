import { date, group, integer, list, prose, text } from '#phase/field.ts'
import { coverageProblems } from '#phase/domain/coverage.ts'
import { defineSection } from '#phase/section.ts'

export const uptake = defineSection({
  key: 'uptake',
  name: { sv: 'Användning', en: 'Uptake' },
  help: {
    sv: 'Hur tjänsten har tagits upp i varje enhet, och vilka den inte når.',
    en: 'How the service has been taken up in each unit, and whom it does not reach.',
  },
  component: 'acquisition',
  isMandatory: true,
  fields: {
    units: list({
      label: { sv: 'Enheter', en: 'Units' },
      max: 100,
      item: group({
        label: { sv: 'Enhet', en: 'Unit' },
        fields: {
          unit: text({
            label: { sv: 'Enhet', en: 'Unit' },
            help: { sv: 'Som i införandet.', en: 'As in the rollout.' },
            max: 120,
          }),
          users: integer({ label: { sv: 'Användare', en: 'Users' } }),
          measuredOn: date({ label: { sv: 'Räknat den', en: 'Counted on' } }),
        },
      }),
    }),
    staffView: prose({ label: { sv: 'Vad medarbetarna säger', en: 'What the staff say' }, max: 1_500 }),
    residentView: prose({ label: { sv: 'Vad patienter och invånare säger', en: 'What patients and residents say' }, max: 1_500 }),
    notReached: prose({
      label: {
        sv: 'Vilka tjänsten inte når, och vad de får i stället',
        en: 'Whom the service does not reach, and what they get instead',
      },
      max: 1_500,
    }),
    oldWaysLeft: prose({ label: { sv: 'Gamla arbetssätt som lever kvar', en: 'Old ways that live on' }, max: 1_500 }),
  },
  rules: ({ units }, { dossier }) => {
    const live = dossier.rollout?.units ?? []
    return [
      ...coverageProblems({
        pointer: '/units',
        field: 'unit',
        what: { sv: 'enheten', en: 'the unit' },
        expected: live.map(({ name }) => ({ id: name, name })),
        named: units.map((row) => row.unit),
      }),
      ...units.flatMap(({ unit, measuredOn }, index) =>
        live.some(({ name, startedOn }) => name === unit && measuredOn < startedOn)
          ? [
              {
                pointer: `/units/${index}/measuredOn`,
                code: 'beforeUse',
                message: {
                  sv: 'Användarna kan inte räknas innan enheten började.',
                  en: 'The users cannot be counted before the unit began.',
                },
              },
            ]
          : [],
      ),
    ]
  },
})
