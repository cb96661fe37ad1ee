import { HTTPException } from 'hono/http-exception'
import { assessmentKind } from '#contracts/words.ts'
import type { AssessmentKind } from '#contracts/words.ts'
import { assessment as assessmentView } from '../../api/benefit-views.ts'
import type { Assessment } from '../../api/benefit-views.ts'
import { at } from '../../api/client.ts'
import { reckoningParameters } from '../../api/reckoning-views.ts'
import type { ReckoningParameters } from '../../api/reckoning-views.ts'
import { hasRole } from '../../session/user.ts'
import { visitOf } from '../../visit.ts'
import type { PageContext, Visit } from '../../visit.ts'
import { loadCase } from '../case/load-case.ts'
import type { LoadedCase } from '../case/load-case.ts'

/** The assessment that a page's address names. */
export interface ReadAssessment {
  readonly visit: Visit
  readonly caseId: string
  readonly assessment: Assessment
}

/** With how lines can be reckoned, and the county's own figures. */
export interface ReckonedAssessment extends ReadAssessment {
  readonly parameters: ReckoningParameters
}

/** With the case around it. */
export interface LoadedAssessment extends ReckonedAssessment {
  readonly loaded: LoadedCase
}

const kindOf = (c: PageContext): AssessmentKind => {
  const kind = assessmentKind.safeParse(c.req.param('kind')).data
  if (!kind) throw new HTTPException(404)
  return kind
}

export const assessmentApi = ({ caseId, kind }: { caseId: string; kind: AssessmentKind }): string =>
  at`/v1/benefits/cases/${caseId}/assessments/${kind}`

export const assessmentPath = ({ caseId, assessment }: Pick<ReadAssessment, 'caseId' | 'assessment'>): string =>
  `/arenden/${caseId}/nytta/${assessment.kind}`

/** Without the case: for an answer that is only a part of a page. */
export const readAssessment = async (c: PageContext): Promise<ReckonedAssessment> => {
  const visit = visitOf(c)
  const kind = kindOf(c)
  const caseId = c.req.param('caseId') ?? ''
  const [{ value: assessment }, { value: parameters }] = await Promise.all([
    visit.api.read(assessmentApi({ caseId, kind }), assessmentView),
    visit.api.read('/v1/benefits/parameters', reckoningParameters),
  ])
  return { visit, caseId, assessment, parameters }
}

export const loadAssessment = async (c: PageContext): Promise<LoadedAssessment> => {
  const visit = visitOf(c)
  kindOf(c)
  // First the case: its refusals explain themselves better than those of the assessment.
  const loaded = await loadCase(visit, c.req.param('caseId') ?? '')
  return { ...(await readAssessment(c)), loaded }
}

export const mayWrite = ({ visit, loaded, assessment }: Pick<LoadedAssessment, 'visit' | 'loaded' | 'assessment'>): boolean =>
  assessment.lockedBecause === undefined &&
  (loaded.isCarrier || hasRole(visit.user, 'specialist') || hasRole(visit.user, 'procurementOfficer'))
