import { choice, date, group, list, optional, prose, text } from '#phase/field.ts'
import { defineSection } from '#phase/section.ts'
import { standstillProblems } from '../domain/standstill-rules.ts'
import { awardProposal } from './award-proposal.ts'
import { evaluation } from './evaluation.ts'
import { procedure } from './procedure.ts'

export const standstill = defineSection({
  key: 'standstill',
  name: { sv: 'Avtalsspärr', en: 'Standstill' },
  help: {
    sv: 'Hur anbudsgivarna fick veta beslutet, och när avtal tidigast får ingås.',
    en: 'How the tenderers were told of the decision, and when the contract may be signed at the earliest.',
  },
  component: 'acquisition',
  isMandatory: false,
  isAfterDecision: true,
  writers: ['procurementOfficer'],
  fields: {
    notices: list({
      label: { sv: 'Underrättelser', en: 'Notices' },
      min: 0,
      max: 30,
      item: group({
        label: { sv: 'Underrättelse', en: 'Notice' },
        fields: {
          tender: text({ label: { sv: 'Anbud', en: 'Tender' }, max: 12 }),
          sentOn: date({ label: { sv: 'Skickad', en: 'Sent' } }),
          means: choice({
            label: { sv: 'Sätt', en: 'Means' },
            help: {
              sv: 'Går en enda underrättelse på annat sätt blir spärren 15 dagar (LOU 20:1).',
              en: 'If a single notice goes another way the standstill is 15 days (LOU 20:1).',
            },
            options: {
              electronic: { sv: 'Elektroniskt', en: 'Electronically' },
              other: { sv: 'På annat sätt', en: 'Another way' },
            },
          }),
        },
      }),
    }),
    voluntaryNoticeOn: optional(
      date({ label: { sv: 'Frivillig annons publicerad (LOU 20:3)', en: 'Voluntary notice published (LOU 20:3)' } }),
    ),
    statedUntil: optional(
      date({ label: { sv: 'Längre spärr angiven, till och med', en: 'Longer standstill stated, up to and including' } }),
    ),
    review: choice({
      label: { sv: 'Överprövning', en: 'Review' },
      options: {
        none: { sv: 'Ingen ansökan', en: 'No application' },
        pending: { sv: 'Pågår', en: 'Pending' },
        ruled: { sv: 'Avgjord', en: 'Ruled' },
      },
    }),
    ruledOn: optional(date({ label: { sv: 'Domstolen avgjorde målet', en: 'The court ruled' } })),
    earliestSigningOn: optional(
      date({
        label: { sv: 'Avtal får tidigast ingås', en: 'Earliest day to sign' },
        help: {
          sv: 'Räknas om när avsnittet klarmarkeras. Lämna tomt om formen saknar avtalsspärr.',
          en: 'Computed again when the section is marked complete. Leave empty if the form has no standstill.',
        },
      }),
    ),
    exemption: optional(
      prose({
        label: { sv: 'Skäl om avtalsspärr inte gäller (LOU 20:2)', en: 'Reason if no standstill applies (LOU 20:2)' },
        max: 1_000,
      }),
    ),
  },
  rules: (content, { completed }) =>
    standstillProblems(content, {
      procedure: completed(procedure)?.procedure,
      tenders: completed(evaluation)?.tenders.map(({ id, tenderer }) => ({ id, name: `${id} (${tenderer})` })) ?? [],
      decidedFrom: completed(awardProposal)?.preparedOn,
    }),
})
