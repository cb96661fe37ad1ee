import { list, group, prose, text, yesNo } from '#phase/field.ts'
import { defineSection } from '#phase/section.ts'

export const process = defineSection({
  key: 'process',
  name: { sv: 'Vårdprocess', en: 'Care process' },
  help: {
    sv: 'Beskriv processen som ett användningsfall och markera var idén griper in.',
    en: 'Describe the process as a use case and mark where the idea cuts in.',
  },
  component: 'needUnderstanding',
  isMandatory: true,
  fields: {
    careProcess: text({ label: { sv: 'Vård- eller omsorgsprocess', en: 'Care process' } }),
    actor: text({
      label: { sv: 'Huvudaktör', en: 'Main actor' },
      help: { sv: 'Den som processen finns till för, som roll.', en: 'The one whom the process is for, as a role.' },
    }),
    goal: text({ label: { sv: 'Aktörens mål', en: 'The goal of the actor' } }),
    steps: list({
      label: { sv: 'Steg', en: 'Steps' },
      help: { sv: 'I den ordning de sker i dag.', en: 'In the order in which they happen today.' },
      max: 40,
      item: group({
        label: { sv: 'Steg', en: 'Step' },
        fields: {
          who: text({ label: { sv: 'Vem', en: 'Who' }, max: 120 }),
          what: text({ label: { sv: 'Gör vad', en: 'Does what' }, max: 500 }),
          isAffected: yesNo({ label: { sv: 'Idén griper in här', en: 'The idea cuts in here' } }),
        },
      }),
    }),
    staffConsequences: prose({
      label: { sv: 'Följder för personalen', en: 'Consequences for staff' },
      help: {
        sv: 'Vem får mer, mindre eller annat att göra?',
        en: 'Who will have more, less or something else to do?',
      },
      max: 2_000,
    }),
    systems: list({
      label: { sv: 'Andra system som berörs', en: 'Other systems affected' },
      min: 0,
      max: 20,
      item: group({
        label: { sv: 'System', en: 'System' },
        fields: {
          name: text({ label: { sv: 'System', en: 'System' }, max: 120 }),
          consequence: text({ label: { sv: 'Följd', en: 'Consequence' }, max: 500 }),
        },
      }),
    }),
  },
  rules: ({ steps }) =>
    steps.some((step) => step.isAffected)
      ? []
      : [
          {
            pointer: '/steps',
            code: 'noAffectedStep',
            message: {
              sv: 'Markera minst ett steg där idén griper in.',
              en: 'Mark at least one step where the idea cuts in.',
            },
          },
        ],
})
