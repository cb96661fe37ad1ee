import { choice, date, decimal, group, integer, list, optional, prose, reference, text } from '#phase/field.ts'
import { organisationProblems } from '#phase/domain/organisation-problem.ts'
import { defineSection } from '#phase/section.ts'

export const pilot = defineSection({
  key: 'pilot',
  name: { sv: 'Pilot', en: 'Pilot' },
  help: {
    sv: 'Var och när lösningen användes på riktigt i liten skala, och vad mätningarna visar.',
    en: 'Where and when the solution was used for real on a small scale, and what the measurements show.',
  },
  component: 'acquisition',
  isMandatory: true,
  writers: ['specialist'],
  fields: {
    site: text({ label: { sv: 'Plats', en: 'Site' }, max: 200 }),
    organisation: reference({ label: { sv: 'Organisation', en: 'Organisation' }, source: 'organisations' }),
    startsOn: date({ label: { sv: 'Började', en: 'Began' } }),
    endsOn: date({ label: { sv: 'Slutade', en: 'Ended' } }),
    users: integer({
      label: { sv: 'Antal användare', en: 'Number of users' },
      help: { sv: 'Medarbetare och invånare.', en: 'Staff and residents.' },
      min: 1,
    }),
    measures: list({
      label: { sv: 'Mätningar', en: 'Measurements' },
      max: 30,
      item: group({
        label: { sv: 'Mätning', en: 'Measurement' },
        fields: {
          benefit: optional(reference({ label: { sv: 'Nytta', en: 'Benefit' }, source: 'benefits' })),
          measure: text({ label: { sv: 'Mått', en: 'Measure' }, max: 200 }),
          unit: text({ label: { sv: 'Enhet', en: 'Unit' }, max: 30 }),
          better: choice({
            label: { sv: 'Bättre när det är', en: 'Better when it is' },
            options: { higher: { sv: 'högre', en: 'higher' }, lower: { sv: 'lägre', en: 'lower' } },
          }),
          baseline: decimal({ label: { sv: 'Före', en: 'Before' }, min: -1_000_000_000, max: 1_000_000_000 }),
          measured: decimal({ label: { sv: 'Uppmätt', en: 'Measured' }, min: -1_000_000_000, max: 1_000_000_000 }),
          measuredOn: date({ label: { sv: 'Mätt den', en: 'Measured on' } }),
        },
      }),
    }),
    incidents: prose({
      label: { sv: 'Avvikelser och hur de hanterades', en: 'Incidents and how they were handled' },
      help: { sv: 'Beskriv utan uppgifter om enskilda patienter.', en: 'Describe without information about single patients.' },
      max: 2_000,
    }),
    evaluation: prose({ label: { sv: 'Utvärdering', en: 'Evaluation' } }),
    evaluatedOn: date({ label: { sv: 'Utvärderad den', en: 'Evaluated on' } }),
  },
  rules: ({ organisation, startsOn, endsOn, measures, evaluatedOn }, { county, dossier }) => [
    ...organisationProblems(organisation, county, '/organisation'),
    ...(endsOn > startsOn && evaluatedOn >= endsOn
      ? []
      : [
          {
            pointer: '/evaluatedOn',
            code: 'datesOutOfOrder',
            message: {
              sv: 'Piloten börjar, slutar och utvärderas i den ordningen. Rätta datumen.',
              en: 'The pilot begins, ends and is evaluated in that order. Correct the dates.',
            },
          },
        ]),
    ...measures.flatMap(({ benefit, measuredOn }, index) => [
      ...(measuredOn < startsOn
        ? [
            {
              pointer: `/measures/${index}/measuredOn`,
              code: 'beforePilot',
              message: {
                sv: 'Mätningen måste ligga efter att piloten började.',
                en: 'The measurement must lie after the pilot began.',
              },
            },
          ]
        : []),
      ...(benefit !== undefined && !(dossier.verification?.benefits ?? []).some(({ id }) => id === benefit)
        ? [
            {
              pointer: `/measures/${index}/benefit`,
              code: 'notInCase',
              message: {
                sv: 'Ärendet har inte den nyttan. Välj en som finns.',
                en: 'The case does not have that benefit. Choose one that exists.',
              },
            },
          ]
        : []),
    ]),
  ],
})
