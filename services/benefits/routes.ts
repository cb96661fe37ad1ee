import * as z from 'zod'
import { benefitLineId, caseId } from '#contracts/ids.ts'
import { assessmentKind, staffRoles } from '#contracts/words.ts'
import type { Role } from '#contracts/words.ts'
import { pageCursor, pageLimit } from '#lambda/cursor.ts'
import { defineRoutes } from '#lambda/declaration.ts'
import { comparisonView } from './application/compare-assessments.ts'
import { measurementBody, measurementList, measurementView } from './application/measurements.ts'
import { assessmentList, assessmentView } from './application/present-assessment.ts'
import { parametersView } from './application/read-parameters.ts'
import { versionSummary } from './application/read-assessments.ts'
import { calculationView } from './application/reckon-assessment.ts'
import { assessmentBody } from './application/save-assessment.ts'

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
