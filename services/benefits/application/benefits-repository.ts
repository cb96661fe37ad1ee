import type { BenefitLineId, CaseId } from '#contracts/ids.ts'
import type { AssessmentKind } from '#contracts/words.ts'
import type { Applied } from '#lambda/outcome.ts'
import type { Item } from '#lambda/table.ts'
import type { Context, Saved } from '#lambda/unit-of-work.ts'
import type { AssessmentVersion, CaseBenefits } from '../domain/case-benefits.ts'
import type { Measurement } from '../domain/record-measurement.ts'

export interface PageRequest {
  readonly limit: number
  readonly cursor?: string | undefined
}

/** What the use cases need of storage. A save is one transaction: state, history, measurement, outbox, inbox row. */
export interface BenefitsRepository {
  readonly find: (caseId: CaseId) => Promise<CaseBenefits | undefined>
  readonly findVersion: (caseId: CaseId, kind: AssessmentKind, version: number) => Promise<AssessmentVersion | undefined>
  /** Newest first. */
  readonly listVersions: (
    caseId: CaseId,
    kind: AssessmentKind,
    page: PageRequest,
  ) => Promise<{ readonly versions: readonly AssessmentVersion[]; readonly cursor?: string }>
  /** Line by line, oldest first; of one line when it is named. */
  readonly listMeasurements: (
    caseId: CaseId,
    lineId: BenefitLineId | undefined,
    page: PageRequest,
  ) => Promise<{ readonly measurements: readonly Measurement[]; readonly cursor?: string }>
  /** `before` is what the change was decided on: its version and standing are conditions of the write. */
  readonly save: (
    before: CaseBenefits | undefined,
    change: Applied<CaseBenefits>,
    context: Context,
    also: { once?: Item | undefined; measurement?: Measurement | undefined },
  ) => Promise<Saved>
}
