import { date, group, list, optional, prose, text } from '#phase/field.ts'
import { defineSection } from '#phase/section.ts'

export const contractStart = defineSection({
  key: 'contractStart',
  name: { sv: 'Avtalsstart', en: 'Contract start' },
  help: {
    sv: 'Vad som är avtalat, och vilka som leder arbetet på båda sidor.',
    en: 'What is agreed, and who leads the work on both sides.',
  },
  component: 'acquisition',
  isMandatory: true,
  writers: ['procurementOfficer'],
  fields: {
    contractNumber: text({ label: { sv: 'Avtalsnummer', en: 'Contract number' }, max: 60 }),
    signedOn: date({ label: { sv: 'Undertecknat', en: 'Signed' } }),
    startsOn: date({ label: { sv: 'Gäller från', en: 'Valid from' } }),
    endsOn: date({ label: { sv: 'Gäller till och med', en: 'Valid up to and including' } }),
    buyerLead: text({ label: { sv: 'Leder arbetet hos oss', en: 'Leads the work on our side' }, max: 120 }),
    supplierLead: text({ label: { sv: 'Leder arbetet hos leverantören', en: 'Leads the work at the supplier' }, max: 120 }),
    startMeetingOn: date({ label: { sv: 'Startmöte', en: 'Start meeting' } }),
    understanding: prose({
      label: { sv: 'Gemensam bild av uppdraget', en: 'Shared view of the task' },
      help: {
        sv: 'Vad kom ni fram till om behovet, kraven och nyttan?',
        en: 'What did you conclude about the need, the requirements and the benefit?',
      },
      max: 2_000,
    }),
    deliveries: list({
      label: { sv: 'Leveranser', en: 'Deliveries' },
      max: 30,
      item: group({
        label: { sv: 'Leverans', en: 'Delivery' },
        fields: {
          name: text({ label: { sv: 'Leverans', en: 'Delivery' } }),
          dueOn: date({ label: { sv: 'Senast', en: 'Due' } }),
        },
      }),
    }),
    changes: optional(
      prose({
        label: { sv: 'Ändringar mot anbudet', en: 'Changes from the tender' },
        help: { sv: 'Ange stödet för dem (LOU 17:8-14).', en: 'State the ground for them (LOU 17:8-14).' },
        max: 2_000,
      }),
    ),
  },
  rules: ({ signedOn, startsOn, endsOn, startMeetingOn, deliveries }) => [
    ...(signedOn <= startsOn && startsOn < endsOn
      ? []
      : [
          {
            pointer: '/endsOn',
            code: 'datesOutOfOrder',
            message: {
              sv: 'Avtalet undertecknas, börjar och slutar i den ordningen. Rätta datumen.',
              en: 'The contract is signed, begins and ends in that order. Correct the dates.',
            },
          },
        ]),
    ...(startMeetingOn >= signedOn
      ? []
      : [
          {
            pointer: '/startMeetingOn',
            code: 'datesOutOfOrder',
            message: {
              sv: 'Startmötet hålls när avtalet är undertecknat.',
              en: 'The start meeting is held once the contract is signed.',
            },
          },
        ]),
    ...deliveries.flatMap(({ dueOn }, index) =>
      dueOn < signedOn || dueOn > endsOn
        ? [
            {
              pointer: `/deliveries/${index}/dueOn`,
              code: 'outsideContract',
              message: {
                sv: 'Leveransen måste ligga inom avtalstiden.',
                en: 'The delivery must lie within the contract period.',
              },
            },
          ]
        : [],
    ),
  ],
})
