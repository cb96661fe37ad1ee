import * as z from 'zod'
import { benefitLineId, caseId, organisationId } from '#contracts/ids.ts'
import { assessmentKind, staffRoles } from '#contracts/words.ts'
import type { Role } from '#contracts/words.ts'
import { pageCursor, pageLimit } from '#lambda/cursor.ts'
import { defineRoutes } from '#lambda/declaration.ts'
import { comparisonView } from './application/compare-assessments.ts'
import { importBody, importPreview, importResult } from './application/import-measurements.ts'
import { caseMeasureList, measureList } from './application/list-measures.ts'
import { measurementBody, measurementList, measurementView } from './application/measurements.ts'
import { assessmentList, assessmentView } from './application/present-assessment.ts'
import { outcomeList } from './application/read-outcomes.ts'
import { portfolioCaseList, portfolioView } from './application/read-benefit-portfolio.ts'
import { parametersView } from './application/read-parameters.ts'
import { waterfallView } from './application/read-waterfall.ts'
import { templateList } from './application/templates.ts'
import { versionSummary } from './application/read-assessments.ts'
import { calculationView } from './application/reckon-assessment.ts'
import { assessmentBody } from './application/save-assessment.ts'
import { limits } from './domain/limits.ts'
import { measureStatuses } from './domain/measurement-plan.ts'
import { templateAnswers, templateProposal } from './domain/templates/propose-from-template.ts'

const assessors = ['caseOfficer', 'procurementOfficer', 'specialist'] as const satisfies readonly Role[]
const measurers = ['caseOfficer', 'specialist'] as const satisfies readonly Role[]
const carriers = ['caseOfficer'] as const satisfies readonly Role[]

const caseParameters = z.strictObject({ caseId })
const assessmentParameters = z.strictObject({ caseId, kind: assessmentKind })

/** Why an assessment cannot be changed as things stand. */
const locks = ['assessmentFrozen', 'assessmentNotInTurn', 'decisionPending', 'caseOnHold', 'caseClosed'] as const

export const benefitsRoutes = defineRoutes({
  listAssessments: {
    method: 'GET',
    path: '/v1/benefits/cases/{caseId}/assessments',
    summary: { sv: 'Ärendets fyra nyttovärderingar', en: "The case's four benefit assessments" },
    access: staffRoles,
    parameters: caseParameters,
    response: { status: 200, body: assessmentList },
    refusals: ['caseNotFound'],
  },
  readAssessment: {
    method: 'GET',
    path: '/v1/benefits/cases/{caseId}/assessments/{kind}',
    summary: {
      sv: 'En nyttovärdering, som den gäller eller i angiven version',
      en: 'A benefit assessment, as it stands or in a given version',
    },
    access: staffRoles,
    parameters: assessmentParameters,
    query: z.strictObject({ version: z.coerce.number().int().positive().optional() }),
    response: { status: 200, body: assessmentView },
    hasETag: true,
    refusals: ['caseNotFound', 'versionNotFound'],
  },
  listAssessmentVersions: {
    method: 'GET',
    path: '/v1/benefits/cases/{caseId}/assessments/{kind}/versions',
    summary: { sv: 'Nyttovärderingens historik', en: "The benefit assessment's history" },
    access: staffRoles,
    parameters: assessmentParameters,
    query: z.strictObject({ limit: pageLimit, cursor: pageCursor.optional() }),
    response: { status: 200, body: z.object({ versions: z.array(versionSummary) }) },
    refusals: ['caseNotFound'],
  },
  saveAssessment: {
    method: 'PUT',
    path: '/v1/benefits/cases/{caseId}/assessments/{kind}',
    summary: { sv: 'Spara en nyttovärdering som utkast', en: 'Save a benefit assessment as a draft' },
    access: assessors,
    parameters: assessmentParameters,
    body: assessmentBody,
    response: { status: 200, body: assessmentView },
    hasETag: true,
    needsIfMatch: true,
    refusals: ['caseNotFound', 'notYourCase', ...locks, 'assessmentInvalid', 'assessmentTooLarge'],
  },
  previewCalculation: {
    method: 'POST',
    path: '/v1/benefits/cases/{caseId}/assessments/{kind}/previews',
    summary: { sv: 'Räkna på en nyttovärdering utan att spara den', en: 'Reckon a benefit assessment without saving it' },
    access: assessors,
    parameters: assessmentParameters,
    body: assessmentBody,
    response: { status: 200, body: calculationView },
    refusals: ['caseNotFound'],
  },
  readCalculation: {
    method: 'GET',
    path: '/v1/benefits/cases/{caseId}/assessments/{kind}/calculation',
    summary: {
      sv: 'Nyttovärderingens kalkyl: nuvärde, år för år, vem som betalar och vem som vinner, osäkerhet',
      en: "The assessment's calculation: present value, year by year, who pays and who gains, uncertainty",
    },
    access: staffRoles,
    parameters: assessmentParameters,
    query: z.strictObject({ version: z.coerce.number().int().positive().optional() }),
    response: { status: 200, body: calculationView },
    hasETag: true,
    refusals: ['caseNotFound', 'versionNotFound'],
  },
  readBenefitParameters: {
    method: 'GET',
    path: '/v1/benefits/parameters',
    summary: {
      sv: 'Räknesätt, enheter och länets räntor, priser och index',
      en: "Methods, units and the county's rates, prices and indices",
    },
    access: staffRoles,
    response: { status: 200, body: parametersView },
    refusals: [],
  },
  listBenefitTemplates: {
    method: 'GET',
    path: '/v1/benefits/templates',
    summary: {
      sv: 'Mallar: slag av tjänster med de frågor som deras nyttor räknas från',
      en: 'Templates: kinds of service with the questions that their benefits are reckoned from',
    },
    access: staffRoles,
    response: { status: 200, body: templateList },
    refusals: [],
  },
  proposeFromTemplate: {
    method: 'POST',
    path: '/v1/benefits/templates/{templateId}/proposals',
    summary: {
      sv: 'Rader, effektkedja och nyttjandekurva ur svaren på en malls frågor; inget sparas',
      en: "Lines, effect chain and usage curve from the answers to a template's questions; nothing is stored",
    },
    access: assessors,
    parameters: z.strictObject({ templateId: z.string().max(40) }),
    body: templateAnswers,
    response: { status: 200, body: templateProposal },
    refusals: ['templateNotFound'],
  },
  completeAssessment: {
    method: 'POST',
    path: '/v1/benefits/cases/{caseId}/assessments/{kind}/completions',
    summary: { sv: 'Markera en nyttovärdering som klar', en: 'Mark a benefit assessment complete' },
    access: carriers,
    parameters: assessmentParameters,
    response: { status: 200, body: assessmentView },
    hasETag: true,
    needsIfMatch: true,
    refusals: ['caseNotFound', 'notYourCase', ...locks, 'assessmentEmpty', 'assessmentIncomplete'],
  },
  reopenAssessment: {
    method: 'POST',
    path: '/v1/benefits/cases/{caseId}/assessments/{kind}/reopenings',
    summary: { sv: 'Gör en klar nyttovärdering till utkast igen', en: 'Make a complete benefit assessment a draft again' },
    access: carriers,
    parameters: assessmentParameters,
    response: { status: 200, body: assessmentView },
    hasETag: true,
    needsIfMatch: true,
    refusals: ['caseNotFound', 'notYourCase', ...locks, 'assessmentEmpty'],
  },
  compareAssessments: {
    method: 'GET',
    path: '/v1/benefits/cases/{caseId}/comparisons',
    summary: { sv: 'Två nyttovärderingar jämförda rad för rad', en: 'Two benefit assessments compared row by row' },
    access: staffRoles,
    parameters: caseParameters,
    query: z.strictObject({ from: assessmentKind, to: assessmentKind }),
    response: { status: 200, body: comparisonView },
    refusals: ['caseNotFound', 'assessmentEmpty'],
  },
  readWaterfall: {
    method: 'GET',
    path: '/v1/benefits/cases/{caseId}/waterfall',
    summary: {
      sv: 'Från första till senaste nyttovärderingen: vad varje rad ändrade i nuvärdet, och varför',
      en: 'From the first assessment to the latest: what each line changed in the net present value, and why',
    },
    access: staffRoles,
    parameters: caseParameters,
    response: { status: 200, body: waterfallView },
    refusals: ['caseNotFound'],
  },
  listOutcomes: {
    method: 'GET',
    path: '/v1/benefits/cases/{caseId}/outcomes',
    summary: {
      sv: 'Förväntat mot uppmätt för varje rad med ett mått, och hur det går',
      en: 'Expected against measured for every line with a measure, and how it goes',
    },
    access: staffRoles,
    parameters: caseParameters,
    response: { status: 200, body: outcomeList },
    refusals: ['caseNotFound'],
  },
  listMeasurements: {
    method: 'GET',
    path: '/v1/benefits/cases/{caseId}/measurements',
    summary: {
      sv: 'Ärendets mätningar, och hur långt varje rad har kommit',
      en: "The case's measurements, and how far each line has come",
    },
    access: staffRoles,
    parameters: caseParameters,
    query: z.strictObject({ lineId: benefitLineId.optional(), limit: pageLimit, cursor: pageCursor.optional() }),
    response: { status: 200, body: measurementList },
    refusals: ['caseNotFound'],
  },
  listMeasures: {
    method: 'GET',
    path: '/v1/benefits/measures',
    summary: {
      sv: 'Vad som ska mätas i alla ärenden, det mest brådskande först',
      en: 'What is to be measured in all cases, the most urgent first',
    },
    access: staffRoles,
    query: z.strictObject({
      organisation: organisationId.optional(),
      status: z.enum(measureStatuses).optional(),
      owner: z.string().max(limits.ownerCharacters).optional(),
      limit: pageLimit,
      cursor: pageCursor.optional(),
    }),
    response: { status: 200, body: measureList },
    refusals: [],
  },
  listCaseMeasures: {
    method: 'GET',
    path: '/v1/benefits/cases/{caseId}/measures',
    summary: { sv: 'Vad som ska mätas i ett ärende', en: 'What is to be measured in a case' },
    access: staffRoles,
    parameters: caseParameters,
    response: { status: 200, body: caseMeasureList },
    refusals: ['caseNotFound'],
  },
  previewMeasurementImport: {
    method: 'POST',
    path: '/v1/benefits/measurement-imports/previews',
    summary: {
      sv: 'Pröva många mätningar, rad för rad; inget sparas',
      en: 'Try many measurements, row by row; nothing is stored',
    },
    access: measurers,
    body: importBody,
    response: { status: 200, body: importPreview },
    refusals: ['tooManyCases'],
  },
  importMeasurements: {
    method: 'POST',
    path: '/v1/benefits/measurement-imports',
    summary: {
      sv: 'Registrera många mätningar på en gång, alla eller ingen av varje ärendes',
      en: "Record many measurements at once, all or none of each case's",
    },
    access: measurers,
    body: importBody,
    response: { status: 200, body: importResult },
    refusals: ['importRefused', 'tooManyCases'],
  },
  readBenefitPortfolio: {
    method: 'GET',
    path: '/v1/benefits/portfolio',
    summary: {
      sv: 'Länets nyttor: lovat, beslutat och uppnått, totalt och per organisation',
      en: "The county's benefits: promised, decided and come true, in all and by organisation",
    },
    access: staffRoles,
    response: { status: 200, body: portfolioView },
    refusals: [],
  },
  listBenefitPortfolioCases: {
    method: 'GET',
    path: '/v1/benefits/portfolio/cases',
    summary: { sv: 'Ärendena som nyttoportföljen består av', en: 'The cases that the portfolio of benefits is made of' },
    access: staffRoles,
    query: z.strictObject({ organisation: organisationId.optional(), limit: pageLimit, cursor: pageCursor.optional() }),
    response: { status: 200, body: portfolioCaseList },
    refusals: [],
  },
  recordMeasurement: {
    method: 'POST',
    path: '/v1/benefits/cases/{caseId}/measurements',
    summary: { sv: 'Registrera en mätning', en: 'Record a measurement' },
    access: measurers,
    parameters: caseParameters,
    body: measurementBody,
    response: { status: 201, body: measurementView },
    refusals: [
      'caseNotFound',
      'notYourCase',
      'lineNotFound',
      'lineWithoutMeasure',
      'measuredInFuture',
      'measuredBeforeBaseline',
      'tooManyMeasurements',
    ],
  },
})

export type BenefitsRoutes = typeof benefitsRoutes
