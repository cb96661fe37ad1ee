import type { AssessmentKind } from '#contracts/words.ts'
import { kalmar } from '#counties/kalmar.ts'
import { createReadParameters } from '../../services/benefits/application/read-parameters.ts'
import { presentCalculation } from '../../services/benefits/application/reckon-assessment.ts'
import { createListTemplates, createProposeFromTemplate } from '../../services/benefits/application/templates.ts'
import type { AssessmentContent } from '../../services/benefits/domain/case-benefits.ts'
import type { TemplateAnswers } from '../../services/benefits/domain/templates/propose-from-template.ts'
import type { Answers } from './fake-api.ts'
import { now } from './test-console.ts'

/** The benefits service's own answers to what is reckoned, so that the pages are tested with figures that are right. */

const parts = { county: kalmar }
const today = now.slice(0, 10)

export const parametersAnswer: Answers = {
  'GET /v1/benefits/parameters': { body: createReadParameters(parts)().value },
}

/** @param api the assessment's own path */
export const reckoningAnswers = (api: string, kind: AssessmentKind, assessment: unknown): Answers => {
  let lines = 0
  const newId = (): string => `01930000-0000-7000-8000-${String((lines += 1)).padStart(12, '0')}`
  // The fake API hands over what the console sent, and a fixture is as the service would have it.
  const reckoned = (content: unknown) => ({ body: presentCalculation(content as AssessmentContent, kind, parts, today) })
  return {
    ...parametersAnswer,
    'GET /v1/benefits/templates': { body: createListTemplates()().value },
    [`GET ${api}/calculation`]: reckoned(assessment),
    [`POST ${api}/previews`]: ({ body }) => reckoned(body),
    'POST /v1/benefits/templates/videoVisit/proposals': ({ body }) => {
      const proposed = createProposeFromTemplate(parts)(
        { templateId: 'videoVisit', body: body as TemplateAnswers },
        { now, newId, actor: { subject: 'handlaggare', name: 'Sara Nilsson' }, traceparent: '' },
      )
      return proposed.kind === 'answer' ? { body: proposed.value } : { status: 404 }
    },
  }
}
