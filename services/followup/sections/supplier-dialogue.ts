import { choice, date, group, list, optional, prose, text } from '#phase/field.ts'
import { defineSection } from '#phase/section.ts'

export const supplierDialogue = defineSection({
  key: 'supplierDialogue',
  name: { sv: 'Dialog med leverantören', en: 'Dialogue with the supplier' },
  help: {
    sv: 'Utfallet genomgånget tillsammans, brister att rätta till och hur det fortsätter.',
    en: 'The outcome gone through together, deficiencies to remedy and how it goes on.',
  },
  component: 'acquisition',
  isMandatory: true,
  writers: ['procurementOfficer'],
  fields: {
    meetings: list({
      label: { sv: 'Möten', en: 'Meetings' },
      max: 20,
      item: group({
        label: { sv: 'Möte', en: 'Meeting' },
        fields: {
          heldOn: date({ label: { sv: 'Datum', en: 'Date' } }),
          present: text({ label: { sv: 'Närvarande', en: 'Present' } }),
          about: prose({ label: { sv: 'Vad som togs upp', en: 'What was raised' }, max: 1_500 }),
        },
      }),
    }),
    supplierView: prose({
      label: { sv: 'Leverantörens syn på samarbetet', en: 'The supplier’s view of the collaboration' },
      max: 2_000,
    }),
    deficiencies: list({
      label: { sv: 'Brister', en: 'Deficiencies' },
      min: 0,
      max: 30,
      item: group({
        label: { sv: 'Brist', en: 'Deficiency' },
        fields: {
          what: prose({ label: { sv: 'Brist', en: 'Deficiency' }, max: 800 }),
          status: choice({
            label: { sv: 'Läge', en: 'Status' },
            options: { open: { sv: 'Öppen', en: 'Open' }, remedied: { sv: 'Rättad', en: 'Remedied' } },
          }),
          remedyBy: date({ label: { sv: 'Rättas senast', en: 'Remedied by' } }),
        },
      }),
    }),
    continuation: choice({
      label: { sv: 'Hur det fortsätter', en: 'How it goes on' },
      options: {
        goesOn: { sv: 'Underhållsavtalet fortsätter', en: 'The maintenance contract goes on' },
        remedyFirst: { sv: 'Leverantören måste först rätta brister', en: 'The supplier must remedy first' },
        phaseOut: { sv: 'Tjänsten fasas ut', en: 'The service is phased out' },
      },
    }),
    reasons: prose({ label: { sv: 'Skäl', en: 'Reasons' }, max: 1_500 }),
    nextFollowUpOn: optional(
      date({
        label: { sv: 'Nästa uppföljning', en: 'Next follow-up' },
        help: { sv: 'Anges när tjänsten fortsätter.', en: 'Given when the service goes on.' },
      }),
    ),
  },
  rules: ({ meetings, deficiencies, continuation, nextFollowUpOn }, { dossier }) => {
    const liveOn = dossier.rollout?.goLiveCompletedOn
    const latest = meetings
      .map(({ heldOn }) => heldOn)
      .toSorted()
      .at(-1)
    return [
      ...(liveOn !== undefined && latest !== undefined && latest < liveOn
        ? [
            {
              pointer: '/meetings',
              code: 'noMeetingAfterLive',
              message: {
                sv: 'Lägg till ett möte som hölls efter att tjänsten togs i bruk.',
                en: 'Add a meeting held after the service was taken into use.',
              },
            },
          ]
        : []),
      ...(continuation === 'goesOn' && nextFollowUpOn === undefined
        ? [
            {
              pointer: '/nextFollowUpOn',
              code: 'nextFollowUpMissing',
              message: { sv: 'Ange när tjänsten följs upp nästa gång.', en: 'Give the day of the next follow-up.' },
            },
          ]
        : []),
      ...(nextFollowUpOn !== undefined && latest !== undefined && nextFollowUpOn <= latest
        ? [
            {
              pointer: '/nextFollowUpOn',
              code: 'datesOutOfOrder',
              message: {
                sv: 'Nästa uppföljning måste ligga efter det senaste mötet.',
                en: 'The next follow-up must lie after the latest meeting.',
              },
            },
          ]
        : []),
      ...(continuation === 'remedyFirst' && !deficiencies.some(({ status }) => status === 'open')
        ? [
            {
              pointer: '/deficiencies',
              code: 'nothingToRemedy',
              message: {
                sv: 'Skriv vad leverantören ska rätta och senast när.',
                en: 'Write what the supplier must remedy and by when.',
              },
            },
          ]
        : []),
    ]
  },
})
