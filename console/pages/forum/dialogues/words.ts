import type { DialogueStatus } from '#contracts/dialogue.ts'
import type { Text } from '#contracts/language.ts'
import type { involvements, seats } from '../../../api/dialogue-views.ts'

/** What several of the pages about dialogues say. */
export const text = {
  dialogues: { sv: 'Dialoger', en: 'Dialogues' },
  package: { sv: 'Informationspaket', en: 'Information package' },
  when: { sv: 'När', en: 'When' },
  where: { sv: 'Var', en: 'Where' },
  online: { sv: 'På nätet', en: 'Online' },
  lastDayToRegister: { sv: 'Sista anmälningsdag', en: 'Last day to register' },
  lastDayToAnswer: { sv: 'Sista svarsdag', en: 'Last day to answer' },
  heldBy: { sv: 'Hålls av', en: 'Held by' },
  kind: { sv: 'Form', en: 'Form' },
  case: { sv: 'Ärende', en: 'Case' },
  company: { sv: 'Företag', en: 'Company' },
  organisationNumber: { sv: 'Organisationsnummer', en: 'Organisation number' },
  digest: { sv: 'Kontrollsumma (SHA-256)', en: 'Digest (SHA-256)' },
} as const satisfies Record<string, Text>

export const statusColors = {
  planned: 'neutral',
  open: 'success',
  closed: 'info',
  cancelled: 'warning',
} as const satisfies Record<DialogueStatus, string>

export const seatNames = {
  seat: { sv: 'Har plats', en: 'Has a seat' },
  reserve: { sv: 'Reserv', en: 'In reserve' },
  awaitsDraw: { sv: 'Väntar på lottning', en: 'Awaits the draw' },
} as const satisfies Record<(typeof seats)[number], Text>

export const involvementNames = {
  registered: { sv: 'Anmäld', en: 'Registered' },
  attended: { sv: 'Deltog', en: 'Attended' },
  answered: { sv: 'Svarade', en: 'Answered' },
  commented: { sv: 'Kommenterade', en: 'Commented' },
} as const satisfies Record<(typeof involvements)[number], Text>

const entryNames: Readonly<Record<string, Text>> = {
  opened: { sv: 'Öppnad för alla', en: 'Opened to all' },
  rescheduled: { sv: 'Ny tid eller plats', en: 'New time or place' },
  documentAdded: { sv: 'Dokument visat', en: 'Document shown' },
  registered: { sv: 'Anmälan', en: 'Registration' },
  registrationWithdrawn: { sv: 'Anmälan återtagen', en: 'Registration withdrawn' },
  lotsDrawn: { sv: 'Lottning', en: 'Draw' },
  met: { sv: 'Möte', en: 'Meeting' },
  questionAsked: { sv: 'Fråga', en: 'Question' },
  questionAnswered: { sv: 'Svar på fråga', en: 'Question answered' },
  questionSetAside: { sv: 'Fråga avförd', en: 'Question set aside' },
  answersGiven: { sv: 'Svar på RFI', en: 'Answer to the RFI' },
  answersSummarised: { sv: 'Sammanfattning av svaren', en: 'Summary of the answers' },
  commentGiven: { sv: 'Kommentar', en: 'Comment' },
  conflictDeclared: { sv: 'Anmäld bindning', en: 'Declared tie' },
  corrected: { sv: 'Rättelse', en: 'Correction' },
  closed: { sv: 'Avslutad', en: 'Closed' },
  cancelled: { sv: 'Inställd', en: 'Cancelled' },
}
export const entryName = (kind: string): Text => entryNames[kind] ?? { sv: kind, en: kind }
