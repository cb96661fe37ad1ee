import type { FieldProblem } from '#lambda/field-problem.ts'
import { procedureOf } from '#procurement-law/procedures.ts'
import type { ProcedureId } from '#procurement-law/procedures.ts'
import type { Shortening } from '#procurement-law/time-limits.ts'
import { tenderPeriodFaults } from './tender-period.ts'
import type { TenderPeriodFault } from './tender-period.ts'

export interface NoticeFacts {
  readonly channel: 'ted' | 'national' | 'invitation'
  readonly database?: string | undefined
  readonly number?: string | undefined
  readonly cpv: readonly string[]
  readonly sentOn: string
  readonly publishedOn: string
  readonly requestsDueOn?: string | undefined
  readonly invitedOn?: string | undefined
  readonly invited?: number | undefined
  readonly tendersDueOn: string
  readonly tendersDueAt: string
  readonly areDocumentsElectronic: boolean
}

export interface NoticeTerms {
  readonly procedure: ProcedureId
  readonly shortening: Shortening
  readonly areTendersElectronic: boolean
}

/** Where the dates of the notice are shorter than LOU chapter 11 allows for the form. */
export const periodFaultsOf = (notice: NoticeFacts, terms: NoticeTerms): readonly TenderPeriodFault[] =>
  tenderPeriodFaults({ ...terms, areDocumentsElectronic: notice.areDocumentsElectronic }, notice)

const periodProblem = (fault: TenderPeriodFault): FieldProblem => {
  switch (fault.code) {
    case 'requestsDateMissing':
      return {
        pointer: '/requestsDueOn',
        code: fault.code,
        message: {
          sv: 'Formen har ett ansökningssteg. Ange sista dag för anbudsansökan.',
          en: 'The form has a step for requests. Give the last day for them.',
        },
      }
    case 'invitationDateMissing':
      return {
        pointer: '/invitedOn',
        code: fault.code,
        message: {
          sv: 'Ange när inbjudan att lämna anbud skickades.',
          en: 'Give the day on which the invitation to tender was sent.',
        },
      }
    case 'requestsTooShort':
      return {
        pointer: '/requestsDueOn',
        code: fault.code,
        message: {
          sv: `Lagen kräver minst ${fault.days} dagar. Tidigast ${fault.earliest}.`,
          en: `The law asks for at least ${fault.days} days. Earliest ${fault.earliest}.`,
        },
      }
    case 'tendersTooShort':
      return {
        pointer: '/tendersDueOn',
        code: fault.code,
        message: {
          sv: `Lagen kräver minst ${fault.days} dagar. Tidigast ${fault.earliest}.`,
          en: `The law asks for at least ${fault.days} days. Earliest ${fault.earliest}.`,
        },
      }
  }
}

const cpvForm = /^\d{8}(-\d)?$/
const timeForm = /^([01]\d|2[0-3]):[0-5]\d$/

/** Whether a text is a time of day like 23:59. */
export const isTimeOfDay = (time: string): boolean => timeForm.test(time)

const timeProblem = (pointer: string, time: string): FieldProblem[] =>
  isTimeOfDay(time)
    ? []
    : [{ pointer, code: 'wrongTime', message: { sv: 'Skriv klockslaget som 23:59.', en: 'Write the time like 23:59.' } }]

const channelProblems = ({ channel, database, number }: NoticeFacts, procedure: ProcedureId | undefined): FieldProblem[] => {
  if (channel !== 'invitation')
    return database !== undefined && number !== undefined
      ? []
      : [
          {
            pointer: '/database',
            code: 'databaseMissing',
            message: {
              sv: 'Ange annonsdatabasen och annonsens nummer.',
              en: 'Give the notice database and the number of the notice.',
            },
          },
        ]
  return procedure === undefined || procedureOf(procedure).isWithoutNotice
    ? []
    : [
        {
          pointer: '/channel',
          code: 'mustBeAdvertised',
          message: {
            sv: 'Den valda formen ska annonseras. Välj en annonsdatabas.',
            en: 'The chosen form must be advertised. Choose a notice database.',
          },
        },
      ]
}

const invitedProblems = ({ invited }: NoticeFacts, procedure: ProcedureId | undefined): FieldProblem[] => {
  const fewest = procedure === undefined ? undefined : procedureOf(procedure).minimumInvited
  return fewest === undefined || invited !== undefined
    ? []
    : [
        {
          pointer: '/invited',
          code: 'invitedMissing',
          message: {
            sv: `Ange hur många som bjöds in. Lagen utgår från minst ${fewest} (LOU 4:7).`,
            en: `Give how many were invited. The law starts from at least ${fewest} (LOU 4:7).`,
          },
        },
      ]
}

/** What must be put right in a notice, given the form that it belongs to. */
export const noticeProblems = (notice: NoticeFacts, terms: NoticeTerms | undefined): FieldProblem[] => [
  ...channelProblems(notice, terms?.procedure),
  ...notice.cpv.flatMap((code, index) =>
    cpvForm.test(code)
      ? []
      : [
          {
            pointer: `/cpv/${index}`,
            code: 'wrongCpv',
            message: {
              sv: 'En CPV-kod har åtta siffror, till exempel 48180000.',
              en: 'A CPV code has eight digits, for example 48180000.',
            },
          },
        ],
  ),
  ...(notice.publishedOn >= notice.sentOn
    ? []
    : [
        {
          pointer: '/publishedOn',
          code: 'datesOutOfOrder',
          message: {
            sv: 'Annonsen kan inte vara publicerad innan den skickades.',
            en: 'The notice cannot have been published before it was sent.',
          },
        },
      ]),
  ...(notice.tendersDueOn > notice.publishedOn
    ? []
    : [
        {
          pointer: '/tendersDueOn',
          code: 'datesOutOfOrder',
          message: {
            sv: 'Sista anbudsdag måste ligga efter publiceringen.',
            en: 'The last day for tenders must lie after the publication.',
          },
        },
      ]),
  ...timeProblem('/tendersDueAt', notice.tendersDueAt),
  ...invitedProblems(notice, terms?.procedure),
  ...(terms === undefined ? [] : periodFaultsOf(notice, terms).map(periodProblem)),
]
