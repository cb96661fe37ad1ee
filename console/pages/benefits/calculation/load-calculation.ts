import { HTTPException } from 'hono/http-exception'
import * as z from 'zod'
import { assessmentKind } from '#contracts/words.ts'
import { assessment as assessmentView } from '../../../api/benefit-views.ts'
import { calculation as calculationView } from '../../../api/calculation-views.ts'
import type { CalculationView } from '../../../api/calculation-views.ts'
import { reckoningParameters } from '../../../api/reckoning-views.ts'
import { visitOf } from '../../../visit.ts'
import type { PageContext } from '../../../visit.ts'
import { loadCase } from '../../case/load-case.ts'
import { assessmentApi } from '../load-assessment.ts'
import type { LoadedAssessment } from '../load-assessment.ts'

/** An assessment with what it comes to. */
export interface LoadedCalculation extends LoadedAssessment {
  readonly calculation: CalculationView
}

const asked = z.coerce.number().int().positive()

/** As it stands, or in the version that the address asks for: the one that a decision was made on. */
export const loadCalculation = async (c: PageContext): Promise<LoadedCalculation> => {
  const visit = visitOf(c)
  const kind = assessmentKind.safeParse(c.req.param('kind')).data
  if (!kind) throw new HTTPException(404)
  const loaded = await loadCase(visit, c.req.param('caseId') ?? '')
  const { caseId } = loaded.record
  const version = asked.safeParse(visit.query.get('version') ?? undefined).data
  const query = version === undefined ? '' : `?version=${version}`
  const api = assessmentApi({ caseId, kind })
  const [assessment, calculation, parameters] = await Promise.all([
    visit.api.read(`${api}${query}`, assessmentView),
    visit.api.read(`${api}/calculation${query}`, calculationView),
    visit.api.read('/v1/benefits/parameters', reckoningParameters),
  ])
  return {
    visit,
    caseId,
    loaded,
    assessment: assessment.value,
    calculation: calculation.value,
    parameters: parameters.value,
  }
}
