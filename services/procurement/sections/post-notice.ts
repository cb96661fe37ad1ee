import { companySizes } from '#contracts/company-sizes.ts'
import { choice, date, integer, optional, prose, text } from '#phase/field.ts'
import { defineSection } from '#phase/section.ts'
import { postNoticeProblems } from '../domain/after-contract-rules.ts'
import { contract } from './contract.ts'
import { evaluation } from './evaluation.ts'
import { procedure } from './procedure.ts'

export const postNotice = defineSection({
  key: 'postNotice',
  name: { sv: 'Efterannons', en: 'Post-notice' },
  help: {
    sv: 'Annonsen om resultatet: inom 30 dagar från avtalet.',
    en: 'The notice of the result: within 30 days of the contract.',
  },
  component: 'acquisition',
  isMandatory: false,
  isAfterDecision: true,
  writers: ['procurementOfficer'],
  fields: {
    sentOn: optional(
      date({
        label: { sv: 'Skickad', en: 'Sent' },
        help: { sv: 'Lämna tomt om efterannons inte behövs.', en: 'Leave empty if none is needed.' },
      }),
    ),
    lateReason: optional(
      prose({ label: { sv: 'Skäl om den skickades för sent', en: 'Reason if it was sent too late' }, max: 600 }),
    ),
    database: optional(text({ label: { sv: 'Annonsdatabas', en: 'Notice database' }, max: 120 })),
    number: optional(text({ label: { sv: 'Efterannonsens nummer', en: 'Number of the post-notice' }, max: 60 })),
    tendersReceived: integer({ label: { sv: 'Antal anbud', en: 'Tenders received' }, max: 500 }),
    tendersFromSmall: integer({
      label: { sv: 'Varav från små och medelstora företag', en: 'Of which from small and medium companies' },
      max: 500,
    }),
    tendersFromOtherEea: integer({
      label: { sv: 'Varav från andra EES-länder', en: 'Of which from other EEA countries' },
      max: 500,
    }),
    tendersFromOutsideEea: integer({
      label: { sv: 'Varav från länder utanför EES', en: 'Of which from outside the EEA' },
      max: 500,
    }),
    winnerSize: choice({ label: { sv: 'Vinnarens storlek', en: 'Size of the winner' }, options: companySizes }),
  },
  rules: (content, { completed }) =>
    postNoticeProblems(content, {
      procedure: completed(procedure),
      contract: completed(contract),
      tenders: completed(evaluation)?.tenders,
    }),
})
