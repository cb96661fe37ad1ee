import { choice, date, decimal, group, integer, list, optional, prose, text } from '#phase/field.ts'
import { defineSection } from '#phase/section.ts'

const percent = (sv: string, en: string) => decimal({ label: { sv, en }, unit: { sv: '%', en: '%' }, max: 100 })

export const technology = defineSection({
  key: 'technology',
  name: { sv: 'Teknik', en: 'Technology' },
  help: {
    sv: 'Tjänstens stabilitet och hur den fungerar ihop med sina grannar.',
    en: 'The stability of the service and how it works with its neighbours.',
  },
  component: 'acquisition',
  isMandatory: true,
  writers: ['specialist'],
  fields: {
    periodFrom: date({ label: { sv: 'Period från', en: 'Period from' } }),
    periodTo: date({ label: { sv: 'Period till', en: 'Period to' } }),
    agreedAvailability: percent('Avtalad tillgänglighet', 'Agreed availability'),
    availability: percent('Uppmätt tillgänglighet', 'Measured availability'),
    seriousIncidents: integer({ label: { sv: 'Allvarliga driftavbrott', en: 'Serious incidents' }, max: 10_000 }),
    availabilityRemedy: optional(
      prose({ label: { sv: 'Åtgärd om avtalad nivå inte nås', en: 'Remedy if the agreed level is not reached' }, max: 1_000 }),
    ),
    neighbours: list({
      label: { sv: 'Grannsystem', en: 'Neighbouring systems' },
      max: 30,
      item: group({
        label: { sv: 'System', en: 'System' },
        fields: {
          system: text({ label: { sv: 'System', en: 'System' }, max: 120 }),
          works: choice({
            label: { sv: 'Fungerar', en: 'Works' },
            options: {
              well: { sv: 'Bra', en: 'Well' },
              partly: { sv: 'Delvis', en: 'Partly' },
              badly: { sv: 'Dåligt', en: 'Badly' },
            },
          }),
          finding: prose({ label: { sv: 'Iakttagelse', en: 'Finding' }, max: 600 }),
          remedy: optional(prose({ label: { sv: 'Åtgärd', en: 'Remedy' }, max: 600 })),
        },
      }),
    }),
    security: prose({ label: { sv: 'Informationssäkerhet i drift', en: 'Information security in operation' }, max: 1_500 }),
    openness: prose({
      label: { sv: 'Öppenheten i praktiken', en: 'Openness in practice' },
      help: {
        sv: 'Har någon annan anslutit sig? Hur lång tid tog det, och vad kostade det?',
        en: 'Has anybody else connected? How long did it take, and what did it cost?',
      },
      max: 1_500,
    }),
  },
  rules: ({ periodFrom, periodTo, agreedAvailability, availability, availabilityRemedy, neighbours }) => [
    ...(periodTo > periodFrom
      ? []
      : [
          {
            pointer: '/periodTo',
            code: 'datesOutOfOrder',
            message: {
              sv: 'Periodens slut måste ligga efter början.',
              en: 'The end of the period must lie after its beginning.',
            },
          },
        ]),
    ...(availability < agreedAvailability && availabilityRemedy === undefined
      ? [
          {
            pointer: '/availabilityRemedy',
            code: 'remedyMissing',
            message: {
              sv: 'Avtalad nivå nås inte. Skriv vad som görs.',
              en: 'The agreed level is not reached. Write what is done.',
            },
          },
        ]
      : []),
    ...neighbours.flatMap(({ works, remedy }, index) =>
      works === 'badly' && remedy === undefined
        ? [
            {
              pointer: `/neighbours/${index}/remedy`,
              code: 'remedyMissing',
              message: { sv: 'Skriv vad som görs för att det ska fungera.', en: 'Write what is done to make it work.' },
            },
          ]
        : [],
    ),
  ],
})
