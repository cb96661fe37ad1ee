import { dayOf } from '#calendar/working-days.ts'
import type { County } from '#counties/county.ts'
import { caseNumber } from '#contracts/ids.ts'
import type { CaseNumber } from '#contracts/ids.ts'

export const yearOf = (now: string): string => dayOf(now).slice(0, 4)

/** `KLM-2026-0042`: the county's prefix, the year, and a number that starts at 1 each year. */
export const numberCase = ({ caseNumberPrefix }: County, year: string, running: number): CaseNumber =>
  caseNumber.parse(`${caseNumberPrefix}-${year}-${String(running).padStart(4, '0')}`)
