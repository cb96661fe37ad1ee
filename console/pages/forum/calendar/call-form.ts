import type { CallView } from '../../../api/forum-views.ts'
import { callKinds } from '../../../api/forum-views.ts'
import type { FormFields } from '../../../forms/action-form.tsx'
import type { Entered, FieldError } from '../../../forms/read-form.ts'
import { writeForm } from '../../../forms/write-form.ts'
import { momentInSweden } from '../dialogues/swedish-moment.ts'
import type { Body } from '../forum-form.tsx'
import { swedishDayAndHour } from '../swedish-time.ts'
import { callKindNames, text } from '../words.ts'

/** The form of a call or an event: days and hours as people write them. */

export const hourField = (label: { sv: string; en: string }, isRequired: boolean) =>
  ({
    kind: 'text',
    label,
    help: { sv: 'Till exempel 13:00.', en: 'For example 13:00.' },
    maxLength: 5,
    isRequired,
  }) as const

export const callFields: FormFields = {
  kind: {
    kind: 'choice',
    label: { sv: 'Vad är det?', en: 'What is it?' },
    options: callKinds.map((value) => ({ value, label: callKindNames[value] })),
    isRequired: true,
  },
  title: { kind: 'text', label: { sv: 'Rubrik', en: 'Title' }, maxLength: 160, isRequired: true },
  text: {
    kind: 'prose',
    label: { sv: 'Beskrivning', en: 'Description' },
    help: text.markdown,
    maxLength: 8_000,
    isRequired: true,
  },
  organiser: {
    kind: 'text',
    label: { sv: 'Arrangör eller finansiär', en: 'Organiser or funder' },
    maxLength: 200,
    isRequired: true,
  },
  audience: {
    kind: 'text',
    label: { sv: 'Vem kan delta eller söka?', en: 'Who can take part or apply?' },
    maxLength: 200,
    isRequired: true,
  },
  opensOn: {
    kind: 'date',
    label: { sv: 'Första ansökningsdag (utlysning, finansiering)', en: 'First day to apply (call, funding)' },
    isRequired: false,
  },
  closesOn: {
    kind: 'date',
    label: { sv: 'Sista ansökningsdag (utlysning, finansiering)', en: 'Last day to apply (call, funding)' },
    isRequired: false,
  },
  day: { kind: 'date', label: { sv: 'Dag (evenemang)', en: 'Day (event)' }, isRequired: false },
  from: hourField({ sv: 'Börjar klockan (evenemang)', en: 'Begins at (event)' }, false),
  lastDay: {
    kind: 'date',
    label: { sv: 'Sista dag, om flera (evenemang)', en: 'Last day, if several (event)' },
    isRequired: false,
  },
  until: hourField({ sv: 'Slutar klockan (evenemang)', en: 'Ends at (event)' }, false),
  place: { kind: 'text', label: { sv: 'Plats', en: 'Place' }, maxLength: 200, isRequired: false },
  link: { kind: 'url', label: { sv: 'Webbadress', en: 'Web address' }, maxLength: 200, isRequired: false },
}

/** Where the service's moments stand in the form. */
export const callPointers = { '/startsAt': '/from', '/endsAt': '/until' } as const

const asText = (value: unknown): string => (typeof value === 'string' ? value : '')

export const wrongHour = (pointer: string): FieldError => ({
  pointer,
  message: { sv: 'Ange dag och klockslag, till exempel 13:00.', en: 'Give day and hour, for example 13:00.' },
})

export const bodyOfCall = (content: Readonly<Record<string, unknown>>): Body => {
  const { day, from, lastDay, until, ...rest } = content
  const [begins, ends] = [asText(from), asText(until)]
  const startsAt = begins === '' ? undefined : momentInSweden(asText(day), begins)
  const endsAt = ends === '' ? undefined : momentInSweden(asText(lastDay) || asText(day), ends)
  const errors = [
    ...(begins !== '' && startsAt === undefined ? [wrongHour('/from')] : []),
    ...(ends !== '' && endsAt === undefined ? [wrongHour('/until')] : []),
  ]
  return errors.length > 0 ? { errors } : { content: { ...rest, ...(startsAt && { startsAt }), ...(endsAt && { endsAt }) } }
}

export const enteredOf = (call: CallView): Entered => {
  const begins = call.startsAt ? swedishDayAndHour(call.startsAt) : undefined
  const ends = call.endsAt ? swedishDayAndHour(call.endsAt) : undefined
  return writeForm(callFields, {
    ...call,
    day: begins?.day,
    from: begins?.hour,
    lastDay: ends && ends.day !== begins?.day ? ends.day : undefined,
    until: ends?.hour,
  })
}
