import type { BenefitLineId } from '#contracts/ids.ts'
import { activeLines } from './benefit-line.ts'
import type { BenefitLine } from './benefit-line.ts'
import { differencesBetween } from './differences.ts'
import type { Difference } from './differences.ts'
import { totalsOf } from './totals.ts'
import type { Totals } from './totals.ts'

export interface ComparedRow {
  readonly lineId: BenefitLineId
  readonly name: string
  readonly side: BenefitLine['side']
  readonly change: 'added' | 'removed' | 'changed' | 'same'
  readonly before?: BenefitLine
  readonly after?: BenefitLine
  readonly differences: readonly Difference[]
  /** Why it was changed or removed, in the words of the later assessment. */
  readonly reason?: string
}

export interface Comparison {
  readonly rows: readonly ComparedRow[]
  readonly totals: { readonly before: Totals; readonly after: Totals }
}

const byId = (lines: readonly BenefitLine[]): ReadonlyMap<BenefitLineId, BenefitLine> =>
  new Map(lines.map((line) => [line.id, line]))

const rowOf = (before: BenefitLine, after: BenefitLine): ComparedRow => {
  const differences = differencesBetween(before, after)
  return {
    lineId: after.id,
    name: after.name,
    side: after.side,
    change: differences.length === 0 ? 'same' : 'changed',
    before,
    after,
    differences,
    ...(differences.length > 0 && after.changeReason !== undefined && { reason: after.changeReason }),
  }
}

/**
 * Row by row, by the lines' ids: first what was there before, in its order, then what is new. A line that is marked
 * removed counts as gone; a line that neither assessment counts has no row.
 */
export const compareLines = (before: readonly BenefitLine[], after: readonly BenefitLine[]): Comparison => {
  const earlier = activeLines(before)
  const later = activeLines(after)
  const laterById = byId(later)
  const allLaterById = byId(after)
  const earlierById = byId(earlier)
  const kept = earlier.map((line): ComparedRow => {
    const counterpart = laterById.get(line.id)
    if (counterpart) return rowOf(line, counterpart)
    const reason = allLaterById.get(line.id)?.removalReason
    return {
      lineId: line.id,
      name: line.name,
      side: line.side,
      change: 'removed',
      before: line,
      differences: [],
      ...(reason !== undefined && { reason }),
    }
  })
  const added = later
    .filter(({ id }) => !earlierById.has(id))
    .map((line): ComparedRow => ({
      lineId: line.id,
      name: line.name,
      side: line.side,
      change: 'added',
      after: line,
      differences: [],
      ...(line.changeReason !== undefined && { reason: line.changeReason }),
    }))
  return { rows: [...kept, ...added], totals: { before: totalsOf(before), after: totalsOf(after) } }
}
