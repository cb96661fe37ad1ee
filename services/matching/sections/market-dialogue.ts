import { choice, date, group, list, optional, prose, text } from '#phase/field.ts'
import { defineSection } from '#phase/section.ts'

export const marketDialogue = defineSection({
  key: 'marketDialogue',
  name: { sv: 'Marknadsdialog', en: 'Market dialogue' },
  help: {
    sv: 'Vilka ni talat med före upphandlingen. Det ni lämnat ut ska alla anbudsgivare få veta (LOU 4:8).',
    en: 'Whom you have talked with before the procurement. What you have told must be told to all tenderers (LOU 4:8).',
  },
  component: 'forum',
  isMandatory: true,
  writers: ['procurementOfficer', 'forumFacilitator'],
  fields: {
    talks: list({
      label: { sv: 'Samtal', en: 'Talks' },
      min: 0,
      max: 30,
      item: group({
        label: { sv: 'Samtal', en: 'Talk' },
        fields: {
          company: text({ label: { sv: 'Företag eller organisation', en: 'Company or organisation' }, max: 150 }),
          heldOn: date({ label: { sv: 'Datum', en: 'Date' } }),
          form: choice({
            label: { sv: 'Form', en: 'Form' },
            options: {
              meeting: { sv: 'Möte', en: 'Meeting' },
              demonstration: { sv: 'Visning', en: 'Demonstration' },
              rfi: { sv: 'Skriftlig förfrågan (RFI)', en: 'Request for information (RFI)' },
              draftReview: { sv: 'Extern remiss', en: 'Review of a draft' },
              forum: { sv: 'Samverkansforum', en: 'The forum' },
            },
          }),
          participants: text({
            label: { sv: 'Från vår sida', en: 'From our side' },
            help: { sv: 'Roller räcker.', en: 'Roles are enough.' },
          }),
          informationGiven: prose({ label: { sv: 'Det vi visade och berättade', en: 'What we showed and told' }, max: 600 }),
          learnt: prose({ label: { sv: 'Det vi fick veta', en: 'What we learnt' }, max: 800 }),
        },
      }),
    }),
    reasonForNone: optional(
      prose({ label: { sv: 'Skäl till att ingen dialog hållits', en: 'Reason for no dialogue' }, max: 1_000 }),
    ),
  },
  rules: ({ talks, reasonForNone }) => {
    if (talks.length === 0 && reasonForNone === undefined)
      return [
        {
          pointer: '/talks',
          code: 'dialogueOrReason',
          message: {
            sv: 'Lägg till minst ett samtal, eller skriv varför ingen dialog hållits.',
            en: 'Add at least one talk, or write why there has been no dialogue.',
          },
        },
      ]
    if (talks.length > 0 && reasonForNone !== undefined)
      return [
        {
          pointer: '/reasonForNone',
          code: 'dialogueAndReason',
          message: {
            sv: 'Dialog har hållits. Ta bort skälet till att ingen hållits.',
            en: 'There has been dialogue. Remove the reason for none.',
          },
        },
      ]
    return []
  },
})
