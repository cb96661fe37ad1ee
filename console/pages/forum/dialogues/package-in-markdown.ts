import { dialogueKindNames, dialogueStatusNames } from '#contracts/dialogue.ts'
import type { Text } from '#contracts/language.ts'
import type { InformationPart } from '../../../api/dialogue-views.ts'
import { words } from '../../../language/words.ts'
import { organisationName } from '../../../layout/names.ts'
import type { Visit } from '../../../visit.ts'
import { text } from './words.ts'

/** The package as a text to attach to the procurement documents. */

const own = {
  documents: { sv: 'Dokument', en: 'Documents' },
  questions: { sv: 'Frågor och svar', en: 'Questions and answers' },
  rfi: { sv: 'Frågor att svara på', en: 'Questions to answer' },
  meetings: { sv: 'Det som visades och sades', en: 'What was shown and said' },
  summaries: { sv: 'Sammanfattning av svaren', en: 'Summary of the answers' },
  comments: { sv: 'Synpunkter', en: 'Comments' },
  corrections: { sv: 'Rättelser', en: 'Corrections' },
  changes: { sv: 'Ändrad tid', en: 'Changed time' },
  closing: { sv: 'Sammanfattning', en: 'Summary' },
  cancelled: { sv: 'Inställd', en: 'Cancelled' },
  present: { sv: 'Företag som deltog', en: 'Companies that took part' },
  unnamed: { sv: 'utan namn', en: 'unnamed' },
  item: { sv: 'Punkt', en: 'Item' },
} as const satisfies Record<string, Text>

/** What people have written is shown as it stands, and is no heading or link of ours. */
const quoted = (body: string): string => body.replaceAll(/^/gm, '> ')
const escaped = (line: string): string => line.replaceAll(/([\\`*_[\]<>#|])/g, '\\$1').replaceAll(/\s+/g, ' ')

const partInMarkdown = ({ locale }: Visit, part: InformationPart, organisation: string): string[] => {
  const { t, moment, day, list } = locale
  const heading = (title: Text, rows: readonly string[]): string[] => (rows.length === 0 ? [] : [`### ${t(title)}`, ...rows])
  const place = ({ entry, at }: { entry: number; at: string }): string => `${t(own.item)} ${entry}, ${moment(at)}`
  const { schedule } = part
  return [
    `## ${t(dialogueKindNames[part.kind])}: ${escaped(part.title)}`,
    [
      `- ${t(words.status)}: ${t(dialogueStatusNames[part.status])}`,
      `- ${t(text.heldBy)}: ${escaped(organisation)}`,
      ...(part.caseNumber === undefined ? [] : [`- ${t(text.case)}: ${part.caseNumber}`]),
      ...(schedule.startsAt === undefined ? [] : [`- ${t(text.when)}: ${moment(schedule.startsAt)}`]),
      ...(schedule.place === undefined ? [] : [`- ${t(text.where)}: ${escaped(schedule.place)}`]),
      `- ${t(schedule.startsAt === undefined ? text.lastDayToAnswer : text.lastDayToRegister)}: ${day(schedule.lastDay)}`,
    ].join('\n'),
    quoted(part.purpose),
    ...heading(own.cancelled, part.cancellation ? [quoted(part.cancellation.reason)] : []),
    ...heading(own.closing, part.closing ? [quoted(part.closing.summary)] : []),
    ...heading(
      own.changes,
      part.changes.flatMap((change) => [place(change), quoted(change.reason)]),
    ),
    ...heading(
      own.rfi,
      part.rfiQuestions.map((question, index) => `${index + 1}. ${escaped(question)}`),
    ),
    ...heading(
      own.documents,
      part.documents.flatMap((document) => [
        `**${escaped(document.title)}** (${place(document)}, SHA-256 ${document.digest})`,
        document.text === undefined ? `<${document.link ?? ''}>` : quoted(document.text),
      ]),
    ),
    ...heading(
      own.questions,
      part.questions.flatMap((row) => [
        `**${t(words.question)}** (${place(row)})`,
        quoted(row.question),
        `**${t(words.answer)}**`,
        quoted(row.answer),
      ]),
    ),
    ...heading(
      own.meetings,
      part.meetings.flatMap((meeting) => {
        const companies = [...meeting.companies, ...(meeting.unnamed > 0 ? [`${meeting.unnamed} ${t(own.unnamed)}`] : [])]
        return [
          place(meeting),
          quoted(meeting.shown),
          ...(companies.length === 0 ? [] : [`${t(own.present)}: ${escaped(list(companies))}`]),
        ]
      }),
    ),
    ...heading(
      own.summaries,
      part.answerSummaries.flatMap((row) => [place(row), quoted(row.text)]),
    ),
    ...heading(
      own.comments,
      part.comments.flatMap((row) => [`**${escaped(row.company)}** (${place(row)})`, quoted(row.text)]),
    ),
    ...heading(
      own.corrections,
      part.corrections.flatMap((row) => [`${place(row)}: ${t(own.item).toLowerCase()} ${row.corrects}`, quoted(row.text)]),
    ),
  ]
}

export const packageInMarkdown = (
  visit: Visit,
  told: { version?: number; digest: string; parts: readonly InformationPart[] },
): string => {
  const { t } = visit.locale
  return [
    `# ${t(text.package)}`,
    [
      ...(told.version === undefined ? [] : [`- ${t(words.version)}: ${told.version}`]),
      `- ${t(text.digest)}: ${told.digest}`,
    ].join('\n'),
    ...told.parts.flatMap((part) => partInMarkdown(visit, part, organisationName(visit, part.organisation))),
    '',
  ].join('\n\n')
}
