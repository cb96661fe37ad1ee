import { choice, date, group, list, optional, prose, text, yesNo } from '#phase/field.ts'
import { coverageProblems } from '#phase/domain/coverage.ts'
import { defineSection } from '#phase/section.ts'
import { checklist, checklistItems } from '../domain/handover-checklist.ts'
import { signedTooEarly } from '../domain/signatures.ts'
import { goLive } from './go-live.ts'

const signature = (sv: string, en: string) =>
  group({
    label: { sv, en },
    fields: {
      name: text({ label: { sv: 'Namn', en: 'Name' }, max: 120 }),
      title: text({ label: { sv: 'Befattning', en: 'Position' }, max: 120 }),
      signedOn: date({ label: { sv: 'Undertecknat', en: 'Signed' } }),
    },
  })

export const handover = defineSection({
  key: 'handover',
  name: { sv: 'Överlämning', en: 'Handover' },
  help: {
    sv: 'Checklistan som projektet och förvaltningen skriver under.',
    en: 'The checklist that the project and the line organisation sign.',
  },
  component: 'acquisition',
  isMandatory: true,
  fields: {
    checklist: list({
      label: { sv: 'Checklista', en: 'Checklist' },
      max: 20,
      item: group({
        label: { sv: 'Punkt', en: 'Item' },
        fields: {
          item: choice({ label: { sv: 'Punkt', en: 'Item' }, options: checklist }),
          isDone: yesNo({ label: { sv: 'Klar', en: 'Done' } }),
          note: optional(prose({ label: { sv: 'Anteckning', en: 'Note' }, max: 500 })),
        },
      }),
    }),
    remaining: optional(
      prose({ label: { sv: 'Det som återstår och vem som tar det', en: 'What remains and who takes it' }, max: 1_500 }),
    ),
    project: signature('För projektet', 'For the project'),
    line: signature('För förvaltningen', 'For the line organisation'),
  },
  rules: (content, { completed }) => [
    ...signedTooEarly(content, completed(goLive)?.units ?? []),
    ...coverageProblems({
      pointer: '/checklist',
      field: 'item',
      what: { sv: 'punkten', en: 'the item' },
      expected: checklistItems.map((id) => ({ id, name: checklist[id].sv })),
      named: content.checklist.map((row) => row.item),
    }),
    ...(content.project.name.trim().toLocaleLowerCase('sv') === content.line.name.trim().toLocaleLowerCase('sv')
      ? [
          {
            pointer: '/line/name',
            code: 'samePerson',
            message: { sv: 'Samma person kan inte både lämna och ta emot.', en: 'The same person cannot both give and receive.' },
          },
        ]
      : []),
  ],
})
