import { choice, date, group, list, optional, prose, reference, text, yesNo } from '#phase/field.ts'
import { coverageProblems } from '#phase/domain/coverage.ts'
import { promisedBenefits } from '#phase/domain/promised-benefits.ts'
import { defineSection } from '#phase/section.ts'

export const benefitVouching = defineSection({
  key: 'benefitVouching',
  name: { sv: 'Nyttovidimering', en: 'Benefit vouching' },
  help: {
    sv: 'Varje nytta i NV3 och varje funktion i behovet prövas mot det vinnande anbudet.',
    en: 'Each benefit of NV3 and each function of the need is held against the winning tender.',
  },
  component: 'acquisition',
  isMandatory: true,
  writers: ['procurementOfficer', 'specialist'],
  fields: {
    tender: text({
      label: { sv: 'Vinnande anbud', en: 'Winning tender' },
      help: { sv: 'Beteckningen i utvärderingen, till exempel A1.', en: 'The label in the evaluation, for example A1.' },
      max: 12,
    }),
    benefits: list({
      label: { sv: 'Nyttor', en: 'Benefits' },
      item: group({
        label: { sv: 'Nytta', en: 'Benefit' },
        fields: {
          benefit: reference({ label: { sv: 'Nytta', en: 'Benefit' }, source: 'benefits' }),
          verdict: choice({
            label: { sv: 'Bedömning', en: 'Verdict' },
            options: {
              vouched: { sv: 'Vidimerad', en: 'Vouched for' },
              inPart: { sv: 'Vidimerad till en del', en: 'Vouched for in part' },
              notVouched: { sv: 'Inte vidimerad', en: 'Not vouched for' },
            },
          }),
          grounds: prose({ label: { sv: 'Vad i anbudet som visar det', en: 'What in the tender shows it' }, max: 1_000 }),
          remainder: optional(
            prose({
              label: {
                sv: 'Om en del: vad som saknas och hur det hanteras',
                en: 'If in part: what is lacking and how it is handled',
              },
              max: 1_000,
            }),
          ),
        },
      }),
    }),
    functions: list({
      label: { sv: 'Det ursprungliga behovet', en: 'The original need' },
      item: group({
        label: { sv: 'Funktion', en: 'Function' },
        fields: {
          function: reference({ label: { sv: 'Funktion', en: 'Function' }, source: 'functions' }),
          isMet: yesNo({ label: { sv: 'Uppfylls av anbudet', en: 'Met by the tender' } }),
          how: prose({ label: { sv: 'Hur', en: 'How' }, max: 600 }),
        },
      }),
    }),
    vouchedBy: list({
      label: { sv: 'Vidimerat av', en: 'Vouched for by' },
      help: { sv: 'Verksamheten ska vara med.', en: 'Care operations must take part.' },
      max: 10,
      item: group({
        label: { sv: 'Person', en: 'Person' },
        fields: {
          name: text({ label: { sv: 'Namn', en: 'Name' }, max: 120 }),
          unit: text({ label: { sv: 'Enhet', en: 'Unit' }, max: 120 }),
        },
      }),
    }),
    vouchedOn: date({ label: { sv: 'Datum', en: 'Date' } }),
  },
  rules: ({ benefits, functions }, { dossier }) => [
    ...coverageProblems({
      pointer: '/benefits',
      field: 'benefit',
      what: { sv: 'nyttan', en: 'the benefit' },
      expected: promisedBenefits(dossier),
      named: benefits.map((row) => row.benefit),
    }),
    ...coverageProblems({
      pointer: '/functions',
      field: 'function',
      what: { sv: 'funktionen', en: 'the function' },
      expected: dossier.ideas?.functions ?? [],
      named: functions.map((row) => row.function),
    }),
    ...benefits.flatMap(({ verdict, remainder }, index) =>
      verdict === 'inPart' && remainder === undefined
        ? [
            {
              pointer: `/benefits/${index}/remainder`,
              code: 'remainderMissing',
              message: { sv: 'Skriv vad som saknas och hur det hanteras.', en: 'Write what is lacking and how it is handled.' },
            },
          ]
        : [],
    ),
  ],
})
