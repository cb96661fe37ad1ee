import type { Handlers } from '#lambda/api.ts'
import type { BenefitsParts } from '../application/benefits-parts.ts'
import { createCompareAssessments } from '../application/compare-assessments.ts'
import { createCompleteAssessment, createReopenAssessment } from '../application/complete-assessment.ts'
import { createImportMeasurements, createPreviewImport } from '../application/import-measurements.ts'
import { createListCaseMeasures, createListMeasures } from '../application/list-measures.ts'
import { createListMeasurements, createRecordMeasurement } from '../application/measurements.ts'
import { createListAssessments, createListAssessmentVersions, createReadAssessment } from '../application/read-assessments.ts'
import { createReadOutcomes } from '../application/read-outcomes.ts'
import { createListPortfolioCases, createReadBenefitPortfolio } from '../application/read-benefit-portfolio.ts'
import { createReadParameters } from '../application/read-parameters.ts'
import { createReadWaterfall } from '../application/read-waterfall.ts'
import { createPreviewCalculation, createReadCalculation } from '../application/reckon-assessment.ts'
import { createSaveAssessment } from '../application/save-assessment.ts'
import { createListTemplates, createProposeFromTemplate } from '../application/templates.ts'
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
  const listBenefitTemplates = createListTemplates()
  const proposeFromTemplate = createProposeFromTemplate(parts)
  const compareAssessments = createCompareAssessments(parts)
  const readWaterfall = createReadWaterfall(parts)
  const listOutcomes = createReadOutcomes(parts)
  const listMeasurements = createListMeasurements(parts)
  const listMeasures = createListMeasures(parts)
  const listCaseMeasures = createListCaseMeasures(parts)
  const previewMeasurementImport = createPreviewImport(parts)
  const importMeasurements = createImportMeasurements(parts)
  const readBenefitPortfolio = createReadBenefitPortfolio(parts)
  const listBenefitPortfolioCases = createListPortfolioCases(parts)
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
    listBenefitTemplates: () => Promise.resolve(listBenefitTemplates()),
    proposeFromTemplate: ({ parameters, body, context }) =>
      Promise.resolve(proposeFromTemplate({ ...parameters, body }, context)),
    completeAssessment: ({ parameters, ifMatch, actor, context }) =>
      completeAssessment({ ...parameters, expectedVersion: ifMatch, actor }, context),
    reopenAssessment: ({ parameters, ifMatch, actor, context }) =>
      reopenAssessment({ ...parameters, expectedVersion: ifMatch, actor }, context),
    compareAssessments: ({ parameters, query }) => compareAssessments({ ...parameters, ...query }),
    readWaterfall: ({ parameters, context }) => readWaterfall(parameters, context.now),
    listOutcomes: ({ parameters, context }) => listOutcomes(parameters, context.now),
    listMeasurements: ({ parameters, query }) => listMeasurements({ ...parameters, ...query }),
    listMeasures: ({ query, context }) => listMeasures(query, context.now),
    listCaseMeasures: ({ parameters, context }) => listCaseMeasures(parameters, context.now),
    previewMeasurementImport: ({ body, actor, context }) => previewMeasurementImport({ ...body, actor }, context),
    importMeasurements: ({ body, actor, context }) => importMeasurements({ ...body, actor }, context),
    readBenefitPortfolio: ({ context }) => readBenefitPortfolio(context.now),
    listBenefitPortfolioCases: ({ query, context }) => listBenefitPortfolioCases(query, context.now),
    recordMeasurement: ({ parameters, body, actor, context }) => recordMeasurement({ ...parameters, ...body, actor }, context),
  }
}
