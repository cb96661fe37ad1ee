import type { FocusGroupView } from '../../../api/forum-views.ts'
import type { FormFields } from '../../../forms/action-form.tsx'
import type { Entered } from '../../../forms/read-form.ts'
import { writeForm } from '../../../forms/write-form.ts'
import { hourField, wrongHour } from '../calendar/call-form.ts'
import { momentInSweden } from '../dialogues/swedish-moment.ts'
import type { Body } from '../forum-form.tsx'
import { targetGroupField } from '../options.ts'
import { swedishDayAndHour } from '../swedish-time.ts'
import { text } from '../words.ts'

export const focusGroupFields: FormFields = {
  title: {
    kind: 'text',
    label: { sv: 'Vad ska ni prata om?', en: 'What are you to talk about?' },
    maxLength: 160,
    isRequired: true,
  },
  description: {
    kind: 'prose',
    label: { sv: 'Beskrivning', en: 'Description' },
    help: text.markdown,
    maxLength: 8_000,
    isRequired: true,
  },
  targetGroups: targetGroupField(true),
  day: { kind: 'date', label: { sv: 'Dag', en: 'Day' }, isRequired: true },
  from: hourField({ sv: 'Börjar klockan', en: 'Begins at' }, true),
  until: hourField({ sv: 'Slutar klockan', en: 'Ends at' }, true),
  place: {
    kind: 'text',
    label: { sv: 'Plats, eller att det är på nätet', en: 'Place, or that it is online' },
    maxLength: 200,
    isRequired: true,
  },
  seats: { kind: 'integer', label: { sv: 'Antal platser', en: 'Number of seats' }, min: 1, max: 60, isRequired: true },
  signUpBy: { kind: 'date', label: { sv: 'Sista anmälningsdag', en: 'Last day to sign up' }, isRequired: true },
  keepDays: {
    kind: 'integer',
    label: { sv: 'Dagar efter mötet som uppgifterna sparas', en: 'Days after the meeting that details are kept' },
    help: { sv: 'Därefter raderas namn och kontaktuppgifter.', en: 'Then names and contact details are deleted.' },
    min: 1,
    max: 180,
    isRequired: true,
  },
  needId: {
    kind: 'text',
    label: { sv: 'Behov', en: 'Need' },
    help: {
      sv: 'Behovets adress eller id, om gruppen gäller ett behov.',
      en: "The need's address or id, if the group is about a need.",
    },
    maxLength: 200,
    isRequired: false,
  },
}

export const focusGroupPointers = { '/startsAt': '/from', '/endsAt': '/until' } as const

const asText = (value: unknown): string => (typeof value === 'string' ? value : '')
const idIn = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i

export const bodyOfFocusGroup = (content: Readonly<Record<string, unknown>>): Body => {
  const { day, from, until, needId, ...rest } = content
  const startsAt = momentInSweden(asText(day), asText(from))
  const endsAt = momentInSweden(asText(day), asText(until))
  const errors = [...(startsAt ? [] : [wrongHour('/from')]), ...(endsAt ? [] : [wrongHour('/until')])]
  if (errors.length > 0) return { errors }
  const of = asText(needId)
  return { content: { ...rest, startsAt, endsAt, ...(of !== '' && { needId: idIn.exec(of)?.[0] ?? of }) } }
}

export const enteredOf = (group: FocusGroupView): Entered => {
  const begins = swedishDayAndHour(group.startsAt)
  return writeForm(focusGroupFields, {
    ...group,
    day: begins.day,
    from: begins.hour,
    until: swedishDayAndHour(group.endsAt).hour,
  })
}
