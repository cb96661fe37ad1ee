import { date, group, list, money, optional, prose, text } from '#phase/field.ts'
import { defineSection } from '#phase/section.ts'
import { firstStart } from '../domain/units.ts'
import { plan } from './plan.ts'

export const supplierAgreement = defineSection({
  key: 'supplierAgreement',
  name: { sv: 'Leverantörens del i införandet', en: 'The supplier’s part in the rollout' },
  help: { sv: 'Vad leverantören har åtagit sig att göra, och när.', en: 'What the supplier has undertaken to do, and when.' },
  component: 'acquisition',
  isMandatory: true,
  writers: ['procurementOfficer'],
  fields: {
    reference: text({ label: { sv: 'Överenskommelsens beteckning', en: 'Reference of the agreement' }, max: 60 }),
    agreedOn: date({ label: { sv: 'Överenskommen', en: 'Agreed' } }),
    duties: list({
      label: { sv: 'Åtaganden', en: 'Duties' },
      max: 30,
      item: group({
        label: { sv: 'Åtagande', en: 'Duty' },
        fields: {
          what: prose({ label: { sv: 'Vad', en: 'What' }, max: 600 }),
          dueOn: date({ label: { sv: 'Senast', en: 'By' } }),
        },
      }),
    }),
    support: prose({
      label: { sv: 'Stöd vid start', en: 'Support at the start' },
      help: { sv: 'Vem svarar, när och hur snabbt?', en: 'Who answers, when and how fast?' },
      max: 1_000,
    }),
    price: optional(money({ label: { sv: 'Pris utan moms, om det inte ingår', en: 'Price without VAT, if not included' } })),
  },
  rules: ({ agreedOn }, { completed }) => {
    const starts = firstStart(completed(plan)?.units ?? [])
    return starts !== undefined && agreedOn > starts
      ? [
          {
            pointer: '/agreedOn',
            code: 'agreedTooLate',
            message: {
              sv: `Överenskommelsen ska finnas innan den första enheten börjar ${starts}.`,
              en: `The agreement must exist before the first unit begins on ${starts}.`,
            },
          },
        ]
      : []
  },
})
