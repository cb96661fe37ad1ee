import { date, group, integer, list, prose, reference, text } from '#phase/field.ts'
import { organisationProblems } from '#phase/domain/organisation-problem.ts'
import { defineSection } from '#phase/section.ts'

export const plan = defineSection({
  key: 'plan',
  name: { sv: 'Införandeplan', en: 'Rollout plan' },
  help: {
    sv: 'Vilka enheter som börjar när, och målen för utbildning och användning.',
    en: 'Which units begin when, and the goals for training and usage.',
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
          name: text({ label: { sv: 'Enhet', en: 'Unit' }, max: 120 }),
          organisation: reference({ label: { sv: 'Organisation', en: 'Organisation' }, source: 'organisations' }),
          wave: integer({ label: { sv: 'Våg', en: 'Wave' }, min: 1, max: 50 }),
          startsOn: date({ label: { sv: 'Börjar', en: 'Begins' } }),
          staff: integer({ label: { sv: 'Medarbetare som berörs', en: 'Staff affected' }, min: 1, max: 100_000 }),
          usersExpected: integer({
            label: { sv: 'Användare som väntas', en: 'Users expected' },
            help: { sv: 'Vid full användning.', en: 'At full usage.' },
            min: 1,
          }),
        },
      }),
    }),
    trainingGoalPercent: integer({
      label: { sv: 'Mål: andel utbildade per enhet', en: 'Goal: share trained per unit' },
      unit: { sv: '%', en: '%' },
      min: 1,
      max: 100,
    }),
    usageGoalPercent: integer({
      label: { sv: 'Mål: andel av användarna', en: 'Goal: share of the users' },
      help: {
        sv: 'Under 20-25 procent digital användning kostar en tjänst oftast mer än den ger.',
        en: 'Below 20-25 per cent digital use a service usually costs more than it gives.',
      },
      unit: { sv: '%', en: '%' },
      min: 1,
      max: 100,
    }),
    stepBack: prose({
      label: { sv: 'Om det inte fungerar', en: 'If it does not work' },
      help: { sv: 'När och hur går en enhet tillbaka till det gamla?', en: 'When and how does a unit go back to the old?' },
      max: 1_500,
    }),
    risks: prose({ label: { sv: 'Risker i verksamheten och åtgärder', en: 'Risks in operations and measures' }, max: 2_000 }),
  },
  rules: ({ units }, { county }) => {
    const lastStartOf = (wave: number): string =>
      units.filter((unit) => unit.wave === wave).reduce((latest, unit) => (unit.startsOn > latest ? unit.startsOn : latest), '')
    return units.flatMap((unit, index) => [
      ...(units.findIndex(({ name }) => name === unit.name) < index
        ? [
            {
              pointer: `/units/${index}/name`,
              code: 'repeated',
              message: {
                sv: 'Enheten står redan i planen. Ta bort en av raderna.',
                en: 'The unit is already in the plan. Remove one of the rows.',
              },
            },
          ]
        : []),
      ...organisationProblems(unit.organisation, county, `/units/${index}/organisation`),
      ...(unit.wave > 1 && !units.some(({ wave }) => wave === unit.wave - 1)
        ? [
            {
              pointer: `/units/${index}/wave`,
              code: 'waveMissing',
              message: {
                sv: `Våg ${unit.wave - 1} saknas. Numrera vågorna utan lucka.`,
                en: `Wave ${unit.wave - 1} is missing. Number the waves without a gap.`,
              },
            },
          ]
        : []),
      ...(unit.wave > 1 && unit.startsOn < lastStartOf(unit.wave - 1)
        ? [
            {
              pointer: `/units/${index}/startsOn`,
              code: 'waveBeforeTheLast',
              message: {
                sv: 'Enheten börjar före den förra vågen. Ändra datum eller våg.',
                en: 'The unit begins before the wave before it. Change the date or the wave.',
              },
            },
          ]
        : []),
    ])
  },
})
