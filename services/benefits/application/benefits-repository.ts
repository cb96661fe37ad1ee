import type { BenefitLineId, CaseId, OrganisationId } from '#contracts/ids.ts'
import type { AssessmentKind } from '#contracts/words.ts'
import type { Applied } from '#lambda/outcome.ts'
import type { Item } from '#lambda/table.ts'
import type { Context, Saved } from '#lambda/unit-of-work.ts'
import type { BenefitOutlook } from '../domain/benefit-outlook.ts'
import type { AssessmentVersion, CaseBenefits } from '../domain/case-benefits.ts'
import type { Measurement } from '../domain/record-measurement.ts'

export interface PageRequest {
  readonly limit: number
  readonly cursor?: string | undefined
}

export interface OutlookFilter {
  /** The one that owns the case. */
  readonly organisation?: OrganisationId | undefined
  /** Only cases with something due on this day or earlier. */
  readonly dueUpTo?: string | undefined
}

/** What the use cases need of storage. A save is one transaction: state, history, measurements, outlook, outbox, inbox row. */
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
  /** Every measurement of some lines. */
  readonly measurementsOfLines: (caseId: CaseId, lineIds: readonly BenefitLineId[]) => Promise<readonly Measurement[]>
  /** Cases by what is most urgent to measure, those with nothing to measure last; of one owning organisation when it is named. */
  readonly listOutlooks: (
    filter: OutlookFilter,
    page: PageRequest,
  ) => Promise<{ readonly outlooks: readonly BenefitOutlook[]; readonly cursor?: string }>
  /** Every case that promises something or has something to measure. */
  readonly allOutlooks: () => Promise<readonly BenefitOutlook[]>
  /** `before` is what the change was decided on: its version and standing are conditions of the write. */
  readonly save: (
    before: CaseBenefits | undefined,
    change: Applied<CaseBenefits>,
    context: Context,
    also: { once?: Item | undefined; measurements?: readonly Measurement[] | undefined },
  ) => Promise<Saved>
}
