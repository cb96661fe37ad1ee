import type { Text } from '#contracts/language.ts'
import type { DialogueView } from '../../../api/dialogue-views.ts'
import type { FormFields } from '../../../forms/action-form.tsx'
import { writeForm } from '../../../forms/write-form.ts'
import { clockInSweden, isClockTime, momentInSweden } from './swedish-moment.ts'

/** What each form about a dialogue asks for, and what it sends. Limits as in services/forum/domain/dialogues/limits.ts. */

const company: FormFields = {
  company: {
    kind: 'group',
    label: { sv: 'Företag', en: 'Company' },
    fields: {
      name: { kind: 'text', label: { sv: 'Namn', en: 'Name' }, maxLength: 150, isRequired: true },
      organisationNumber: {
        kind: 'organisationNumber',
        label: { sv: 'Organisationsnummer', en: 'Organisation number' },
        help: { sv: 'Lämna tomt om företaget inte har något svenskt.', en: 'Leave empty if the company has no Swedish one.' },
        maxLength: 13,
        isRequired: false,
      },
    },
    isRequired: true,
  },
}

const reason = (help: Text): FormFields => ({
  reason: { kind: 'prose', label: { sv: 'Skäl', en: 'Reason' }, help, maxLength: 1_000, isRequired: true },
})

const forAll: Text = { sv: 'Alla läser skälet.', en: 'Everybody reads the reason.' }

const clock = (label: Text): FormFields[string] => ({
  kind: 'text',
  label,
  help: { sv: 'Svensk tid, till exempel 13:00.', en: 'Swedish time, for example 13:00.' },
  maxLength: 5,
  isRequired: false,
})

/** When and where, in the parts that people write. */
export const scheduleFields: FormFields = {
  day: { kind: 'date', label: { sv: 'Dag för mötet', en: 'Day of the meeting' }, isRequired: false },
  startTime: clock({ sv: 'Börjar', en: 'Begins' }),
  endTime: clock({ sv: 'Slutar', en: 'Ends' }),
  place: { kind: 'text', label: { sv: 'Plats', en: 'Place' }, maxLength: 200, isRequired: false },
  onlineAt: { kind: 'url', label: { sv: 'Länk till mötet', en: 'Link to the meeting' }, maxLength: 500, isRequired: false },
  lastDay: {
    kind: 'date',
    label: { sv: 'Sista dag att anmäla sig eller svara', en: 'Last day to register or answer' },
    isRequired: true,
  },
}

const wrongTime: Text = { sv: 'Ange ett klockslag som 13:00.', en: 'Give a time like 13:00.' }
const dayMissing: Text = { sv: 'Ange vilken dag mötet är.', en: 'Give the day of the meeting.' }

interface ReadSchedule {
  readonly schedule: Record<string, unknown>
  readonly errors: { pointer: string; message: Text }[]
}

/** From a day and clock times to moments. */
export const readSchedule = (content: Readonly<Record<string, unknown>>): ReadSchedule => {
  const { day, startTime, endTime, place, onlineAt, lastDay } = content
  const errors: ReadSchedule['errors'] = []
  const momentOf = (time: unknown, pointer: string): string | undefined => {
    if (typeof time !== 'string') return undefined
    if (!isClockTime(time)) errors.push({ pointer, message: wrongTime })
    else if (typeof day !== 'string') errors.push({ pointer: '/day', message: dayMissing })
    else return momentInSweden(day, time)
    return undefined
  }
  const startsAt = momentOf(startTime, '/startTime')
  const endsAt = momentOf(endTime, '/endTime')
  return {
    schedule: {
      ...(startsAt !== undefined && { startsAt }),
      ...(endsAt !== undefined && { endsAt }),
      ...(place !== undefined && { place }),
      ...(onlineAt !== undefined && { onlineAt }),
      lastDay,
    },
    errors,
  }
}

/** Where the services' pointers stand in the form. */
export const schedulePointers: Readonly<Record<string, string>> = { startsAt: 'startTime', endsAt: 'endTime' }

export const writeSchedule = (
  { startsAt, endsAt, place, onlineAt, lastDay }: Pick<DialogueView, 'startsAt' | 'endsAt' | 'place' | 'onlineAt' | 'lastDay'>,
  dayOf: (moment: string) => string,
): Record<string, unknown> => ({
  ...(startsAt !== undefined && { day: dayOf(startsAt), startTime: clockInSweden(startsAt) }),
  ...(endsAt !== undefined && { endTime: clockInSweden(endsAt) }),
  ...(place !== undefined && { place }),
  ...(onlineAt !== undefined && { onlineAt }),
  lastDay,
})

const documentFields: FormFields = {
  title: { kind: 'text', label: { sv: 'Namn', en: 'Name' }, maxLength: 150, isRequired: true },
  text: {
    kind: 'prose',
    label: { sv: 'Text', en: 'Text' },
    help: { sv: 'Skriv texten här, eller ange var dokumentet ligger.', en: 'Write the text here, or say where the document is.' },
    maxLength: 15_000,
    isRequired: false,
  },
  link: { kind: 'url', label: { sv: 'Länk till dokumentet', en: 'Link to the document' }, maxLength: 500, isRequired: false },
  digest: {
    kind: 'text',
    label: { sv: 'Dokumentets kontrollsumma (SHA-256)', en: 'Digest of the document (SHA-256)' },
    help: {
      sv: 'Behövs för en länk, så att alla kan se att det är samma dokument. Text får sin kontrollsumma av sig själv.',
      en: 'Needed for a link, so that all can see that it is the same document. Text gets its digest by itself.',
    },
    maxLength: 64,
    isRequired: false,
  },
}
export const documentRow: FormFields[string] = {
  kind: 'group',
  label: { sv: 'Dokument', en: 'Document' },
  fields: documentFields,
  isRequired: true,
}

/** An action on a dialogue: where it is sent, what it asks and what it sends. */
export interface DialogueAction {
  /** The last part of the API's path; `{question}` is filled in. */
  readonly path: string
  readonly fields: (dialogue: DialogueView) => FormFields
  readonly body?: (content: Readonly<Record<string, unknown>>) => unknown
  readonly errors?: (content: Readonly<Record<string, unknown>>) => { pointer: string; message: Text }[]
  /** Sent with the version that the page showed. */
  readonly isDecision?: true
  /** The line that opens the form, when the button's own words do not say enough. */
  readonly title?: Text
  readonly submit: Text
  readonly notice: 'dialogueOpened' | 'dialogueLogged' | 'dialogueSent' | 'dialogueEnded'
}

const none = () => ({})

/** By the last part of their address on the page. */
export const dialogueActions = {
  oppna: {
    path: 'openings',
    fields: none,
    isDecision: true,
    submit: { sv: 'Öppna för alla', en: 'Open to everybody' },
    notice: 'dialogueOpened',
  },
  'andra-tid': {
    path: 'reschedulings',
    fields: () => ({ ...scheduleFields, ...reason(forAll) }),
    body: ({ reason: why, ...content }) => ({ schedule: readSchedule(content).schedule, reason: why }),
    errors: (content) => readSchedule(content).errors,
    isDecision: true,
    submit: { sv: 'Ändra tid eller plats', en: 'Change time or place' },
    notice: 'dialogueLogged',
  },
  avsluta: {
    path: 'closings',
    fields: ({ isTimeOver }) => ({
      summary: {
        kind: 'prose',
        label: { sv: 'Sammanfattning för alla', en: 'Summary for everybody' },
        help: { sv: 'Vad dialogen gav, utan företagshemligheter.', en: 'What the dialogue gave, without business secrets.' },
        maxLength: 6_000,
        isRequired: true,
      },
      ...(!isTimeOver && {
        earlyBecause: {
          kind: 'prose' as const,
          label: { sv: 'Skäl till att avsluta före utlovad tid', en: 'Reason for closing before the time promised' },
          help: forAll,
          maxLength: 1_000,
          isRequired: true,
        },
      }),
    }),
    isDecision: true,
    submit: { sv: 'Avsluta dialogen', en: 'Close the dialogue' },
    notice: 'dialogueEnded',
  },
  'stall-in': {
    path: 'cancellations',
    fields: () => reason(forAll),
    isDecision: true,
    submit: { sv: 'Ställ in dialogen', en: 'Cancel the dialogue' },
    notice: 'dialogueEnded',
  },
  dokument: {
    path: 'documents',
    fields: () => documentFields,
    title: { sv: 'Visa ett dokument till', en: 'Show one more document' },
    submit: { sv: 'Visa dokumentet för alla', en: 'Show the document to everybody' },
    notice: 'dialogueLogged',
  },
  lotta: { path: 'draws', fields: none, submit: { sv: 'Lotta platserna', en: 'Draw the lots' }, notice: 'dialogueLogged' },
  anteckning: {
    path: 'meeting-notes',
    fields: ({ staff }) => ({
      shown: {
        kind: 'prose',
        label: { sv: 'Det som visades och sades', en: 'What was shown and said' },
        help: {
          sv: 'Alla leverantörer läser anteckningen (LOU 4:8).',
          en: 'All suppliers read the note (LOU 4:8).',
        },
        maxLength: 6_000,
        isRequired: true,
      },
      ours: {
        kind: 'text',
        label: { sv: 'Roller från organisationen', en: 'Roles from the organisation' },
        maxLength: 200,
        isRequired: true,
      },
      registrations: {
        kind: 'choices',
        label: { sv: 'Företag som var med', en: 'Companies that were there' },
        options: (staff?.registrations ?? []).map(({ number, company: { name } }) => ({
          value: String(number),
          label: { sv: name, en: name },
        })),
        isRequired: false,
      },
    }),
    body: ({ registrations, ...content }) => ({
      ...content,
      registrations: (Array.isArray(registrations) ? registrations : []).map(Number),
    }),
    title: { sv: 'Anteckna vad som visades och sades', en: 'Note what was shown and said' },
    submit: { sv: 'Anteckna mötet', en: 'Note the meeting' },
    notice: 'dialogueLogged',
  },
  besvara: {
    path: 'questions/{question}/answers',
    fields: () => ({
      answer: {
        kind: 'prose',
        label: { sv: 'Svar till alla', en: 'Answer to everybody' },
        maxLength: 4_000,
        isRequired: true,
      },
      edited: {
        kind: 'group',
        label: { sv: 'Om frågan måste redigeras', en: 'If the question must be edited' },
        help: {
          sv: 'Ta bort namn och hemligheter. Den som frågade får veta vad som ändrats och varför.',
          en: 'Take away names and secrets. Whoever asked is told what was changed and why.',
        },
        fields: {
          text: {
            kind: 'prose',
            label: { sv: 'Frågan som alla läser den', en: 'The question as everybody reads it' },
            maxLength: 2_000,
            isRequired: false,
          },
          because: { kind: 'text', label: { sv: 'Skäl', en: 'Reason' }, maxLength: 300, isRequired: false },
        },
        isRequired: false,
      },
    }),
    title: { sv: 'Svara', en: 'Answer' },
    submit: { sv: 'Publicera fråga och svar', en: 'Publish question and answer' },
    notice: 'dialogueLogged',
  },
  avfor: {
    path: 'questions/{question}/set-asides',
    fields: () => reason({ sv: 'Bara den som frågade läser skälet.', en: 'Only whoever asked reads the reason.' }),
    submit: { sv: 'Avför frågan', en: 'Set the question aside' },
    notice: 'dialogueLogged',
  },
  sammanfattning: {
    path: 'answer-summaries',
    fields: () => ({
      text: {
        kind: 'prose',
        label: { sv: 'Vad alla får veta om svaren', en: 'What everybody is told of the answers' },
        help: { sv: 'Utan företagshemligheter och utan namn.', en: 'Without business secrets and without names.' },
        maxLength: 6_000,
        isRequired: true,
      },
    }),
    title: { sv: 'Sammanfatta svaren', en: 'Summarise the answers' },
    submit: { sv: 'Publicera sammanfattningen', en: 'Publish the summary' },
    notice: 'dialogueLogged',
  },
  rattelse: {
    path: 'corrections',
    fields: () => ({
      entry: {
        kind: 'integer',
        label: { sv: 'Punkt i loggen', en: 'Item of the log' },
        min: 1,
        max: 100_000,
        isRequired: true,
      },
      text: { kind: 'prose', label: { sv: 'Det som är rätt', en: 'What is right' }, maxLength: 6_000, isRequired: true },
    }),
    title: { sv: 'Rätta en punkt', en: 'Correct an item' },
    submit: { sv: 'Lägg till rättelsen', en: 'Add the correction' },
    notice: 'dialogueLogged',
  },
  jav: {
    path: 'conflicts',
    fields: () => ({
      company: { kind: 'text', label: { sv: 'Företag', en: 'Company' }, maxLength: 150, isRequired: true },
      tie: {
        kind: 'prose',
        label: { sv: 'Din bindning till företaget', en: 'Your tie to the company' },
        help: {
          sv: 'Till exempel ägande, anställning eller en närstående som arbetar där (KL 6:28–32, 7:4).',
          en: 'For example ownership, employment or somebody close to you who works there (KL 6:28–32, 7:4).',
        },
        maxLength: 1_000,
        isRequired: true,
      },
    }),
    title: { sv: 'Anmäl att du har en bindning till ett företag', en: 'Declare that you have a tie to a company' },
    submit: { sv: 'Anmäl bindningen', en: 'Declare the tie' },
    notice: 'dialogueLogged',
  },
  anmalan: {
    path: 'registrations',
    fields: () => ({
      ...company,
      roles: {
        kind: 'text',
        label: { sv: 'Vilka roller kommer?', en: 'Which roles come?' },
        help: { sv: 'Till exempel produktägare. Skriv inga personnamn.', en: 'For example product owner. Write no names.' },
        maxLength: 200,
        isRequired: true,
      },
      mayBeNamed: {
        kind: 'yesNo',
        label: {
          sv: 'Får företaget nämnas bland dem som deltog?',
          en: 'May the company be named among those that took part?',
        },
        isRequired: true,
      },
    }),
    submit: { sv: 'Anmäl företaget', en: 'Register the company' },
    notice: 'dialogueSent',
  },
  aterta: {
    path: 'withdrawals',
    fields: none,
    submit: { sv: 'Återta anmälan', en: 'Withdraw the registration' },
    notice: 'dialogueSent',
  },
  fraga: {
    path: 'questions',
    fields: () => ({
      text: { kind: 'prose', label: { sv: 'Din fråga', en: 'Your question' }, maxLength: 2_000, isRequired: true },
    }),
    title: { sv: 'Ställ en fråga', en: 'Ask a question' },
    submit: { sv: 'Skicka frågan', en: 'Send the question' },
    notice: 'dialogueSent',
  },
  svar: {
    path: 'answers',
    fields: ({ information }) => ({
      ...company,
      ...Object.fromEntries(
        (information?.rfiQuestions ?? []).map((question, index) => [
          `answer${index + 1}`,
          {
            kind: 'prose' as const,
            label: { sv: `${index + 1}. ${question}`, en: `${index + 1}. ${question}` },
            maxLength: 4_000,
            isRequired: false,
          },
        ]),
      ),
    }),
    body: ({ company: from, ...content }) => ({
      company: from,
      answers: Object.entries(content).flatMap(([key, text]) => {
        const question = /^answer(\d+)$/.exec(key)?.[1]
        return question === undefined ? [] : [{ question: Number(question), text }]
      }),
    }),
    title: { sv: 'Svara på frågorna', en: 'Answer the questions' },
    submit: { sv: 'Skicka svaret', en: 'Send the answer' },
    notice: 'dialogueSent',
  },
  kommentar: {
    path: 'comments',
    fields: () => ({
      ...company,
      text: {
        kind: 'prose',
        label: { sv: 'Synpunkter på utkastet', en: 'Comments on the draft' },
        maxLength: 4_000,
        isRequired: true,
      },
    }),
    title: { sv: 'Lämna synpunkter', en: 'Give comments' },
    submit: { sv: 'Skicka synpunkterna', en: 'Send the comments' },
    notice: 'dialogueSent',
  },
} as const satisfies Readonly<Record<string, DialogueAction>>

export type ActionName = keyof typeof dialogueActions

export const actionNamed = (name: string): DialogueAction | undefined =>
  Object.hasOwn(dialogueActions, name) ? dialogueActions[name as ActionName] : undefined // hasOwn has just said so

/** A question's form is told from that of the next question by its number. */
export const scopeOf = (name: string, question?: number | string): string =>
  question === undefined ? name : `${name}-${question}`

/** The form for changing the time starts from what is planned now. */
export const entriesFor = (name: string, dialogue: DialogueView, dayOf: (moment: string) => string): URLSearchParams => {
  if (name === 'andra-tid') return writeForm(scheduleFields, writeSchedule(dialogue, dayOf))
  const given = name === 'svar' ? dialogue.own?.answers : undefined
  if (!given) return new URLSearchParams()
  return writeForm(dialogueActions.svar.fields(dialogue), {
    company: given.company,
    ...Object.fromEntries(given.answers.map(({ question, text }) => [`answer${question}`, text])),
  })
}
