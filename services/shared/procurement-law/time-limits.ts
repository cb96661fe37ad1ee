import { procedureOf } from './procedures.ts'
import type { ProcedureId, TimeLimit } from './procedures.ts'

/** Why the time for tenders is shorter than the ordinary one: LOU 11:5, 11:10, and 11:7 with and without agreement. */
export type Shortening = 'none' | 'priorNotice' | 'accelerated' | 'agreed' | 'notAgreed'

export interface TenderTerms {
  readonly procedure: ProcedureId
  readonly shortening: Shortening
  readonly areTendersElectronic: boolean
  /** All documents free, direct and complete by electronic means from the first day (LOU 11:9). */
  readonly areDocumentsElectronic: boolean
}

const extraWithoutElectronicDocuments = { days: 5, source: 'LOU 11:9', validFrom: '2017-01-01' } as const

/**
 * The shortest time from the notice (one-stage forms) or the invitation (two-stage forms) to the last day for tenders,
 * by LOU 11:2-10 and 8:11. Undefined where the law gives no number: there the time must be reasonable (LOU 11:1, 19:11).
 */
export const minimumTenderTime = ({
  procedure,
  shortening,
  areTendersElectronic,
  areDocumentsElectronic,
}: TenderTerms): TimeLimit | undefined => {
  const { tenderTime } = procedureOf(procedure)
  if (tenderTime === undefined) return undefined
  const { ordinary, electronic, afterPriorNotice, accelerated, notAgreed } = tenderTime
  if (shortening === 'agreed' && notAgreed !== undefined) return undefined
  if (shortening === 'accelerated' && accelerated !== undefined) return accelerated
  const base =
    (shortening === 'priorNotice' ? afterPriorNotice : undefined) ??
    (shortening === 'notAgreed' ? notAgreed : undefined) ??
    (areTendersElectronic ? electronic : undefined) ??
    ordinary
  const { days, source } = extraWithoutElectronicDocuments
  return areDocumentsElectronic ? base : { days: base.days + days, source: `${base.source}, ${source}` }
}

/** The shortest time for requests to participate (LOU 11:3, 11:10); undefined for forms without that step. */
export const minimumRequestTime = ({
  procedure,
  shortening,
}: Pick<TenderTerms, 'procedure' | 'shortening'>): TimeLimit | undefined => {
  const { requestTime } = procedureOf(procedure)
  return (shortening === 'accelerated' ? requestTime?.accelerated : undefined) ?? requestTime?.ordinary
}

/**
 * The shortest time for tenders that a region or municipality can plan with: electronic tenders and documents, no
 * haste (LOU 11:10), and where the time may be agreed the ten days that hold if it is not (LOU 11:7). Undefined where
 * the law gives no number.
 */
export const shortestPlannedTenderTime = (procedure: ProcedureId, hasPriorNotice: boolean): TimeLimit | undefined => {
  const electronic = { procedure, areTendersElectronic: true, areDocumentsElectronic: true } as const
  const open: readonly Shortening[] = ['none', 'notAgreed', ...(hasPriorNotice ? (['priorNotice'] as const) : [])]
  return open
    .map((shortening) => minimumTenderTime({ ...electronic, shortening }))
    .reduce((shortest, limit) => (limit && (!shortest || limit.days < shortest.days) ? limit : shortest), undefined)
}

/** The shortest time for requests that can be planned with, the setting up of a purchasing system included (LOU 8:8). */
export const shortestPlannedRequestTime = (procedure: ProcedureId): TimeLimit | undefined =>
  minimumRequestTime({ procedure, shortening: 'none' }) ?? procedureOf(procedure).requestTimeAtSetUp
