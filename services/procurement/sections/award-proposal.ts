import { date, group, list, money, organisationNumber, prose, text } from '#phase/field.ts'
import { coverageProblems } from '#phase/domain/coverage.ts'
import { defineSection } from '#phase/section.ts'
import { evaluation } from './evaluation.ts'

export const awardProposal = defineSection({
  key: 'awardProposal',
  name: { sv: 'Förslag till tilldelning', en: 'Award proposal' },
  help: {
    sv: 'Det anbud som föreslås vinna, med skälen till alla anbudsgivare.',
    en: 'The tender proposed to win, with the reasons for all tenderers.',
  },
  component: 'acquisition',
  isMandatory: true,
  writers: ['procurementOfficer'],
  fields: {
    tender: text({
      label: { sv: 'Föreslaget anbud', en: 'Proposed tender' },
      help: { sv: 'Beteckningen i utvärderingen, till exempel A1.', en: 'The label in the evaluation, for example A1.' },
      max: 12,
    }),
    supplier: text({ label: { sv: 'Leverantör', en: 'Supplier' }, max: 200 }),
    organisationNumber: organisationNumber({ label: { sv: 'Organisationsnummer', en: 'Organisation number' } }),
    contractValue: money({
      label: { sv: 'Kontraktets värde utan moms', en: 'Contract value without VAT' },
      help: {
        sv: 'Hela avtalstiden med förlängningar. Avgör vem som får besluta.',
        en: 'The whole contract period with extensions. Settles who may decide.',
      },
      min: 1,
    }),
    reasons: prose({
      label: { sv: 'Skäl för förslaget', en: 'Reasons for the proposal' },
      help: { sv: 'Går ut till alla anbudsgivare (LOU 12:12).', en: 'Sent to all tenderers (LOU 12:12).' },
    }),
    others: list({
      label: { sv: 'Övriga anbud', en: 'Other tenders' },
      min: 0,
      max: 30,
      item: group({
        label: { sv: 'Anbud', en: 'Tender' },
        fields: {
          tender: text({ label: { sv: 'Anbud', en: 'Tender' }, max: 12 }),
          reason: prose({ label: { sv: 'Varför det inte vinner', en: 'Why it does not win' }, max: 1_000 }),
        },
      }),
    }),
    preparedBy: text({ label: { sv: 'Upprättat av', en: 'Prepared by' }, max: 120 }),
    preparedOn: date({ label: { sv: 'Datum', en: 'Date' } }),
  },
  rules: ({ tender, supplier, organisationNumber: number, others }, { completed }) => {
    const tenders = completed(evaluation)?.tenders
    if (tenders === undefined)
      return [
        {
          pointer: '',
          code: 'evaluationFirst',
          message: { sv: 'Klarmarkera utvärderingen först.', en: 'Mark the evaluation complete first.' },
        },
      ]
    const proposed = tenders.find(({ id }) => id === tender)
    return [
      ...(proposed === undefined
        ? [
            {
              pointer: '/tender',
              code: 'unknownTender',
              message: {
                sv: `Utvärderingen har inget anbud ${tender}. Rätta beteckningen.`,
                en: `The evaluation has no tender ${tender}. Correct the label.`,
              },
            },
          ]
        : []),
      ...(proposed !== undefined && proposed.organisationNumber.replace('-', '') !== number.replace('-', '')
        ? [
            {
              pointer: '/organisationNumber',
              code: 'otherSupplier',
              message: {
                sv: 'Numret är ett annat än i utvärderingen. Rätta det.',
                en: 'The number differs from the one in the evaluation. Correct it.',
              },
            },
          ]
        : []),
      ...(proposed !== undefined && proposed.tenderer !== supplier
        ? [
            {
              pointer: '/supplier',
              code: 'otherSupplier',
              message: {
                sv: `Utvärderingen säger ${proposed.tenderer}. Rätta namnet.`,
                en: `The evaluation says ${proposed.tenderer}. Correct the name.`,
              },
            },
          ]
        : []),
      ...coverageProblems({
        pointer: '/others',
        field: 'tender',
        what: { sv: 'anbudet', en: 'the tender' },
        expected: tenders.filter(({ id }) => id !== tender).map(({ id, tenderer }) => ({ id, name: `${id} (${tenderer})` })),
        named: others.map((row) => row.tender),
      }),
    ]
  },
})
