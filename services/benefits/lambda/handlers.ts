import type { Handlers } from '#lambda/api.ts'
import type { BenefitsParts } from '../application/benefits-parts.ts'
import { createCompareAssessments } from '../application/compare-assessments.ts'
import { createCompleteAssessment, createReopenAssessment } from '../application/complete-assessment.ts'
import { createListMeasurements, createRecordMeasurement } from '../application/measurements.ts'
import { createListAssessments, createListAssessmentVersions, createReadAssessment } from '../application/read-assessments.ts'
import { createReadParameters } from '../application/read-parameters.ts'
import { createPreviewCalculation, createReadCalculation } from '../application/reckon-assessment.ts'
import { createSaveAssessment } from '../application/save-assessment.ts'
import type { BenefitsRefusalCode } from '../refusals.ts'
import type { BenefitsRoutes } from '../routes.ts'

/** From a parsed request to one use case. */
export const benefitsHandlers = (parts: BenefitsParts): Handlers<BenefitsRoutes, BenefitsRefusalCode> => {
  const listAssessments = createListAssessments(parts)
  const readAssessment = createReadAssessment(parts)
  const listAssessmentVersions = createListAssessmentVersions(parts)
  const saveAssessment = createSaveAssessment(parts)
  const completeAssessment = createCompleteAssessment(parts)
  const reopenAssessment = createReopenAssessment(parts)
  const previewCalculation = createPreviewCalculation(parts)
  const readCalculation = createReadCalculation(parts)
  const readBenefitParameters = createReadParameters(parts)
  const compareAssessments = createCompareAssessments(parts)
  const listMeasurements = createListMeasurements(parts)
  const recordMeasurement = createRecordMeasurement(parts)
  return {
    listAssessments: ({ parameters }) => listAssessments(parameters),
    readAssessment: ({ parameters, query }) => readAssessment({ ...parameters, ...query }),
    listAssessmentVersions: ({ parameters, query }) => listAssessmentVersions({ ...parameters, ...query }),
    saveAssessment: ({ parameters, body, ifMatch, actor, context }) =>
      saveAssessment({ ...parameters, ...body, expectedVersion: ifMatch, actor }, context),
    previewCalculation: ({ parameters, body, context }) => previewCalculation({ ...parameters, body }, context),
    readCalculation: ({ parameters, query, context }) => readCalculation({ ...parameters, ...query }, context.now),
    readBenefitParameters: () => Promise.resolve(readBenefitParameters()),
    completeAssessment: ({ parameters, ifMatch, actor, context }) =>
      completeAssessment({ ...parameters, expectedVersion: ifMatch, actor }, context),
    reopenAssessment: ({ parameters, ifMatch, actor, context }) =>
      reopenAssessment({ ...parameters, expectedVersion: ifMatch, actor }, context),
    compareAssessments: ({ parameters, query }) => compareAssessments({ ...parameters, ...query }),
    listMeasurements: ({ parameters, query }) => listMeasurements({ ...parameters, ...query }),
    recordMeasurement: ({ parameters, body, actor, context }) => recordMeasurement({ ...parameters, ...body, actor }, context),
  }
}
