import { choice, date, group, list, money, optional, prose, reference, references, text, yesNo } from '#phase/field.ts'
import { coverageProblems } from '#phase/domain/coverage.ts'
import { promisedBenefits, reckonedCosts } from '#phase/domain/promised-benefits.ts'
import { defineSection } from '#phase/section.ts'
import { isAbove } from '../domain/tender-costs.ts'

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
    costs: list({
      label: { sv: 'Kostnader', en: 'Costs' },
      help: {
        sv: 'Varje kostnad i NV3 ställs mot anbudets pris.',
        en: "Each cost of NV3 is held against the tender's price.",
      },
      item: group({
        label: { sv: 'Kostnad', en: 'Cost' },
        fields: {
          cost: reference({ label: { sv: 'Kostnad', en: 'Cost' }, source: 'costs' }),
          tendered: money({
            label: { sv: 'Enligt anbudet', en: 'By the tender' },
            help: {
              sv: 'Per år, eller en gång om kostnaden kommer en gång. 0 för det som inte köps.',
              en: 'A year, or once if the cost comes once. 0 for what is not bought.',
            },
          }),
          verdict: choice({
            label: { sv: 'Bedömning', en: 'Verdict' },
            options: {
              within: { sv: 'Ryms i det som var räknat', en: 'Within what was reckoned' },
              above: { sv: 'Högre än det som var räknat', en: 'Above what was reckoned' },
              notBought: { sv: 'Köps inte: egen kostnad', en: "Not bought: the organisation's own cost" },
            },
          }),
          handling: optional(
            prose({
              label: { sv: 'Om högre: varför nyttan ändå håller', en: 'If above: why the benefit still holds' },
              max: 1_000,
            }),
          ),
        },
      }),
    }),
    financingAgreement: optional(
      group({
        label: { sv: 'Överenskommelse om finansiering', en: 'Financing agreement' },
        help: {
          sv: 'Krävs när någon organisation förlorar på det som alla tillsammans tjänar på.',
          en: 'Needed where an organisation loses by what all together gain from.',
        },
        fields: {
          parties: references({ label: { sv: 'Parter', en: 'Parties' }, source: 'organisations' }),
          content: prose({ label: { sv: 'Vem som betalar vad', en: 'Who pays what' }, max: 2_000 }),
          reference: text({ label: { sv: 'Diarienummer eller beslut', en: 'Register number or decision' }, max: 200 }),
          agreedOn: date({ label: { sv: 'Överenskommen den', en: 'Agreed on' } }),
        },
      }),
    ),
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
  rules: ({ benefits, costs, functions }, { dossier }) => [
    ...coverageProblems({
      pointer: '/benefits',
      field: 'benefit',
      what: { sv: 'nyttan', en: 'the benefit' },
      expected: promisedBenefits(dossier),
      named: benefits.map((row) => row.benefit),
    }),
    ...coverageProblems({
      pointer: '/costs',
      field: 'cost',
      what: { sv: 'kostnaden', en: 'the cost' },
      expected: reckonedCosts(dossier),
      named: costs.map((row) => row.cost),
    }),
    ...costs.flatMap((row, index) =>
      row.verdict === 'within' &&
      isAbove(
        row,
        reckonedCosts(dossier).find(({ id }) => id === row.cost),
      )
        ? [
            {
              pointer: `/costs/${index}/verdict`,
              code: 'aboveReckoned',
              message: {
                sv: 'Beloppet är högre än det högsta som NV3 räknade med. Ändra bedömningen och skriv varför nyttan ändå håller.',
                en: 'The sum is above the highest that NV3 reckoned with. Change the verdict and write why the benefit still holds.',
              },
            },
          ]
        : [],
    ),
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
