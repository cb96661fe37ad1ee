import { date, integer, money, optional, organisationNumber, prose, text } from '#phase/field.ts'
import { defineSection } from '#phase/section.ts'
import { contractProblems } from '../domain/contract-rules.ts'
import { awardProposal } from './award-proposal.ts'
import { procedure } from './procedure.ts'
import { standstill } from './standstill.ts'

export const contract = defineSection({
  key: 'contract',
  name: { sv: 'Avtal', en: 'Contract' },
  help: { sv: 'Det undertecknade avtalet.', en: 'The signed contract.' },
  component: 'acquisition',
  isMandatory: false,
  isAfterDecision: true,
  writers: ['procurementOfficer'],
  fields: {
    number: text({ label: { sv: 'Avtalsnummer', en: 'Contract number' }, max: 60 }),
    supplier: text({ label: { sv: 'Leverantör', en: 'Supplier' }, max: 200 }),
    organisationNumber: organisationNumber({ label: { sv: 'Organisationsnummer', en: 'Organisation number' } }),
    value: money({ label: { sv: 'Värde utan moms', en: 'Value without VAT' }, min: 1 }),
    difference: optional(
      prose({
        label: { sv: 'Varför värdet skiljer sig från tilldelningen', en: 'Why the value differs from the award' },
        max: 1_000,
      }),
    ),
    signedOn: date({ label: { sv: 'Undertecknat av båda', en: 'Signed by both' } }),
    signedForBuyer: text({ label: { sv: 'Undertecknat för beställaren av', en: 'Signed for the buyer by' }, max: 120 }),
    signedForSupplier: text({ label: { sv: 'Undertecknat för leverantören av', en: 'Signed for the supplier by' }, max: 120 }),
    startsOn: date({ label: { sv: 'Gäller från', en: 'Valid from' } }),
    endsOn: date({ label: { sv: 'Gäller till och med', en: 'Valid up to and including' } }),
    extensionMonths: integer({
      label: { sv: 'Möjlig förlängning', en: 'Possible extension' },
      unit: { sv: 'månader', en: 'months' },
      max: 240,
    }),
    noticeMonths: integer({
      label: { sv: 'Uppsägningstid', en: 'Period of notice' },
      unit: { sv: 'månader', en: 'months' },
      max: 60,
    }),
  },
  rules: (content, { completed }) =>
    contractProblems(content, {
      procedure: completed(procedure)?.procedure,
      standstill: completed(standstill),
      award: completed(awardProposal),
    }),
})
