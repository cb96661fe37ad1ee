import * as z from 'zod'
import { calendarDate, companyId, organisationId } from '#contracts/ids.ts'
import { contractKind, optionStatus } from '#contracts/system-map.ts'
import type { OptionStatus } from '#contracts/system-map.ts'
import { extendByMonths, moveByMonths } from './calendar-months.ts'
import { systemLimits } from './limits.ts'

/** A contract as it is written down, and what follows from it on a day. */

/** To go on after the end. Its new last day is given as such or as a number of months; so is the last day to call it. */
export const contractOption = z.strictObject({
  until: calendarDate.optional(),
  months: z.int().min(1).max(systemLimits.optionMonths).optional(),
  decideBy: calendarDate.optional(),
  /** Before the end that the option is to move. */
  noticeMonths: z.int().min(1).max(systemLimits.noticeMonths).optional(),
  status: optionStatus,
})
export type ContractOption = z.infer<typeof contractOption>

const reference = z.string().trim().min(1).max(systemLimits.referenceCharacters)

export const contract = z.strictObject({
  contractNumber: reference.optional(),
  diaryNumber: reference.optional(),
  /** Left out: the system's own. */
  supplier: z.string().trim().min(1).max(systemLimits.nameCharacters).optional(),
  companyId: companyId.optional(),
  kind: contractKind,
  /** Öre, options included. */
  value: z.int().min(0).max(systemLimits.contractValue).optional(),
  start: calendarDate,
  /** The last day; left out of a contract that runs until somebody ends it. */
  end: calendarDate.optional(),
  options: z.array(contractOption).max(systemLimits.options).default([]),
  /** The others that may call off: those who were named from the start (LOU 7:3). */
  callOff: z.array(organisationId).max(100).default([]),
  cpv: z
    .array(z.stringFormat('cpv', /^\d{8}(-\d)?$/))
    .max(systemLimits.cpvCodes)
    .default([]),
})
export type Contract = z.infer<typeof contract>

export interface ReckonedOption {
  readonly status: OptionStatus
  /** The end that the option moves. */
  readonly from: string
  /** Undefined while neither a day nor a number of months has been given. */
  readonly until: string | undefined
  readonly decideBy: string | undefined
  /** Still open although the last day to call it has gone. */
  readonly isOverdue: boolean
}

export const contractStandings = ['notStarted', 'inForce', 'ended'] as const
export type ContractStanding = (typeof contractStandings)[number]

export interface ReckonedContract {
  readonly standing: ContractStanding
  /** With the options that have been taken up; undefined for a contract that runs until somebody ends it. */
  readonly endsOn: string | undefined
  /** With every option that has not been turned down. */
  readonly endsWithOptionsOn: string | undefined
  readonly options: readonly ReckonedOption[]
  /** The first option that nobody has decided on. */
  readonly nextOption: ReckonedOption | undefined
}

/**
 * One option after the other, each from the end that the one before leads to; what has been turned down moves nothing.
 * The last day to call an option that is given in months is the same day so many months before the end, or the last of a
 * shorter month: never later than the contract says.
 */
export const reckonOptions = ({ end, options }: Contract, today: string): ReckonedOption[] => {
  if (end === undefined) return []
  let from = end
  return options.map((option): ReckonedOption => {
    const until = option.until ?? (option.months === undefined ? undefined : extendByMonths(from, option.months))
    const decideBy =
      option.decideBy ?? (option.noticeMonths === undefined ? undefined : moveByMonths(from, 0 - option.noticeMonths))
    const reckoned = {
      status: option.status,
      from,
      until,
      decideBy,
      isOverdue: option.status === 'open' && (decideBy ?? from) < today,
    }
    if (until !== undefined && option.status !== 'declined') from = until
    return reckoned
  })
}

const standingOf = (start: string, endsOn: string | undefined, today: string): ContractStanding => {
  if (today < start) return 'notStarted'
  return endsOn !== undefined && endsOn < today ? 'ended' : 'inForce'
}

/** What a contract comes to on a day. */
export const reckonContract = (given: Contract, today: string): ReckonedContract => {
  const options = reckonOptions(given, today)
  const lastOf = (statuses: readonly OptionStatus[]): string | undefined =>
    options.findLast(({ status, until }) => statuses.includes(status) && until !== undefined)?.until ?? given.end
  const endsOn = lastOf(['taken'])
  return {
    standing: standingOf(given.start, endsOn, today),
    endsOn,
    endsWithOptionsOn: lastOf(['taken', 'open']),
    options,
    nextOption: options.find(({ status }) => status === 'open'),
  }
}
