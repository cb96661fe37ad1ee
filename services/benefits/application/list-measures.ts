import * as z from 'zod'
import { addDays, dayOf } from '#calendar/working-days.ts'
import { caseHeader } from '#contracts/case-header.ts'
import type { CaseId, OrganisationId } from '#contracts/ids.ts'
import { phase } from '#contracts/words.ts'
import { answer, refused } from '#lambda/outcome.ts'
import { plannedMeasure, plannedMeasuresOf } from '../domain/benefit-outlook.ts'
import type { BenefitOutlook, PlannedMeasure } from '../domain/benefit-outlook.ts'
import { lastDueDay, measureStatuses, measureStatusOf } from '../domain/measurement-plan.ts'
import type { MeasureStatus } from '../domain/measurement-plan.ts'
import type { BenefitsParts } from './benefits-parts.ts'
import { fillPage } from './fill-page.ts'

/** `missed` since `dueOn`. */
const measureView = plannedMeasure.extend({ status: z.enum(measureStatuses) })
type MeasureView = z.infer<typeof measureView>

const caseMeasures = z.object({ case: caseHeader, phase, measures: z.array(measureView) })
type CaseMeasures = z.infer<typeof caseMeasures>

/** Case by case, the one with the most urgent measurement first. */
export const measureList = z.object({ cases: z.array(caseMeasures) })

const present = (measure: PlannedMeasure, today: string): MeasureView => ({
  ...measure,
  status: measureStatusOf(measure.dueOn, today),
})

export interface MeasureQuery {
  /** The one that owns the case, and so may measure. */
  readonly organisation?: OrganisationId | undefined
  readonly status?: MeasureStatus | undefined
  /** Who answers for the benefit, as its line names it; letters' case does not count. */
  readonly owner?: string | undefined
  readonly limit: number
  readonly cursor?: string | undefined
}

const folded = (name: string | undefined): string | undefined => name?.trim().toLocaleLowerCase('sv')

/** What is most urgent decides where a case stands, so everything that can have the status lies before this day. */
const dueUpTo = (status: MeasureStatus | undefined, today: string): string => {
  if (status === 'missed') return addDays(today, -1)
  return status === 'due' ? lastDueDay(today) : '9999-12-31'
}

/** What is to be measured in all cases, the most urgent first. */
export const createListMeasures =
  ({ repository }: BenefitsParts) =>
  async ({ organisation, status, owner, ...page }: MeasureQuery, now: string) => {
    const today = dayOf(now)
    const show = ({ case: of, phase, measures }: BenefitOutlook): CaseMeasures | undefined => {
      const shown = measures
        .map((measure) => present(measure, today))
        .filter((measure) => status === undefined || measure.status === status)
        .filter((measure) => owner === undefined || folded(measure.owner) === folded(owner))
      return shown.length === 0 ? undefined : { case: of, phase, measures: shown }
    }
    const { rows, cursor } = await fillPage(repository, { organisation, dueUpTo: dueUpTo(status, today) }, page, show)
    return { ...answer({ cases: rows }), ...(cursor !== undefined && { cursor }) }
  }

export const caseMeasureList = caseMeasures

/** The same for one case, as it stands at this moment. */
export const createListCaseMeasures =
  ({ repository }: BenefitsParts) =>
  async ({ caseId }: { caseId: CaseId }, now: string) => {
    const record = await repository.find(caseId)
    if (!record) return refused('caseNotFound')
    const today = dayOf(now)
    const measures = plannedMeasuresOf(record).map((measure) => present(measure, today))
    return answer({ case: record.head.case, phase: record.head.phase, measures })
  }
