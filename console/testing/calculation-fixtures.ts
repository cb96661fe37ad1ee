import { kalmar } from '#counties/kalmar.ts'
import { caseId } from './fixtures.ts'

/** A calculation as benefits tells it: the region pays and the municipality gains. Sums are öre. */

export const savingId = '01926a00-0000-7000-8000-000000000001'
export const serviceId = '01926a00-0000-7000-8000-000000000002'
const feelingId = '01926a00-0000-7000-8000-000000000003'

const none = { low: 0, likely: 0, high: 0 }

export const reckonedAssessment = {
  kind: 'NV2',
  status: 'frozen',
  version: 2,
  summary: 'Nyttan är räknad.',
  lines: [
    {
      id: savingId,
      side: 'benefit',
      name: 'Färre resor',
      kind: 'redistributed',
      area: 'efficiency',
      organisation: 'vasterviks-kommun',
      calculation: {
        method: 'amountPerYear',
        drivers: { perYear: { low: 1, likely: 2, high: 3, unit: 'orePerYear' } },
        usage: { curve: 'use', effect: 'scales' },
      },
    },
    { id: serviceId, side: 'cost', name: 'Tjänsten', kind: 'financial', area: 'efficiency', organisation: 'region-kalmar' },
    {
      id: feelingId,
      side: 'benefit',
      name: 'Tryggare patienter',
      kind: 'qualitative',
      area: 'residents',
      organisation: 'region-kalmar',
      level: 4,
      levelHorizonYears: 2,
      levelReason: 'Många är oroliga.',
    },
  ],
  totals: {
    financial: { benefits: none, costs: none, net: none },
    redistributed: { benefits: none, costs: none },
    qualitative: { benefits: 1, costs: 0 },
  },
  progress: [],
}

const region = {
  organisation: 'region-kalmar',
  pays: 100_000_000,
  gainsMoney: 0,
  gainsFreedResources: 0,
  givesUpResources: 0,
  netInHand: -100_000_000,
  net: -100_000_000,
  isLosing: true,
}
const municipality = {
  organisation: 'vasterviks-kommun',
  pays: 0,
  gainsMoney: 0,
  gainsFreedResources: 250_000_000,
  givesUpResources: 0,
  netInHand: 0,
  net: 250_000_000,
  isLosing: false,
}

export const calculationAnswer = {
  basis: {
    investmentStartsOn: '2026-01-01',
    horizonYears: 2,
    priceYear: 2026,
    parametersOn: '2026-06-01',
    distribution: 'triangular',
    seed: 20_260_101,
    curves: [{ id: 'use', name: 'Andel av patienterna', form: 'table', years: [] }],
  },
  parameters: ['discount-2024', 'optimism-bias-2002'],
  discountRate: 0.03,
  bands: [],
  workings: [
    {
      lineId: savingId,
      drivers: [{ key: 'perYear', low: 1, likely: 2, high: 3 }],
      divisor: 1,
      product: { low: 1, likely: 2, high: 3 },
      years: [{ year: 1, low: 0, likely: 0, high: 1, use: 0.15, running: 1 }],
    },
  ],
  curves: [{ id: 'use', shares: [none, { low: 0.1, likely: 0.15, high: 0.2 }, { low: 0.1, likely: 0.2, high: 0.3 }] }],
  usageWarning: { parameter: 'usage-2019', below: 0.25 },
  optimismBias: { parameter: 'optimism-bias-2002', costsRaisedBy: 1.05, benefitsLoweredBy: 0 },
  calculation: {
    years: [0, 1, 2],
    lines: [
      { lineId: savingId, flow: [0, 130_000_000, 130_000_000], presentValue: 250_000_000 },
      { lineId: serviceId, flow: [40_000_000, 30_000_000, 32_000_000], presentValue: 100_000_000 },
    ],
    inHand: {
      benefits: [0, 0, 0],
      costs: [40_000_000, 30_000_000, 32_000_000],
      net: [-40_000_000, -30_000_000, -32_000_000],
      cumulative: [-40_000_000, -70_000_000, -102_000_000],
      presentBenefits: 0,
      presentCosts: 100_000_000,
      netPresentValue: -100_000_000,
      benefitCostRatio: 0,
      annuity: -52_000_000,
    },
    withFreedResources: {
      benefits: [0, 130_000_000, 130_000_000],
      costs: [40_000_000, 30_000_000, 32_000_000],
      net: [-40_000_000, 100_000_000, 98_000_000],
      cumulative: [-40_000_000, 60_000_000, 158_000_000],
      presentBenefits: 250_000_000,
      presentCosts: 100_000_000,
      netPresentValue: 150_000_000,
      benefitCostRatio: 2.5,
      paybackYears: 0.4,
      annuity: 78_000_000,
    },
    organisations: [region, municipality],
    needsFinancingAgreement: true,
    scenarios: {
      inHand: { low: -150_000_000, likely: -100_000_000, high: -80_000_000 },
      withFreedResources: { low: -50_000_000, likely: 150_000_000, high: 300_000_000 },
    },
    cumulativeBands: {
      inHand: { low: [-50_000_000, -90_000_000, -150_000_000], high: [-30_000_000, -50_000_000, -80_000_000] },
      withFreedResources: { low: [-50_000_000, -50_000_000, -50_000_000], high: [-30_000_000, 100_000_000, 300_000_000] },
    },
    afterOptimismBias: { inHand: -205_000_000, withFreedResources: 45_000_000 },
    uncertainty: {
      inHand: { p10: -130_000_000, p50: -101_000_000, p90: -90_000_000, mean: -101_000_000, probabilityNotNegative: 0 },
      withFreedResources: {
        p10: 10_000_000,
        p50: 140_000_000,
        p90: 240_000_000,
        mean: 140_000_000,
        probabilityNotNegative: 0.93,
      },
      seed: 20_260_101,
      draws: 10_000,
    },
    tornado: [
      { curve: 'use', atLow: -20_000_000, atHigh: 280_000_000 },
      { lineId: savingId, driver: 'perYear', atLow: 20_000_000, atHigh: 200_000_000 },
    ],
    breakEven: { inLastYear: 0.11, overHorizon: 0.124 },
  },
  problems: [] as { pointer: string; code: string; message: { sv: string; en: string } }[],
}

export const parametersAnswer = {
  methods: [
    {
      id: 'amountPerYear',
      name: { sv: 'Belopp per år', en: 'Amount a year' },
      help: { sv: 'Avtal.', en: 'Contract.' },
      isOnce: false,
      drivers: [
        {
          key: 'perYear',
          name: { sv: 'Belopp per år', en: 'Amount a year' },
          unit: 'orePerYear',
          unitName: { sv: 'kronor per år', en: 'kronor a year' },
        },
      ],
    },
  ],
  parameters: kalmar.benefitParameters,
}

const assessments = `/v1/benefits/cases/${caseId}/assessments`

/** What the page of the calculation asks for. */
export const calculationAnswers = {
  [`GET ${assessments}/NV2`]: { body: reckonedAssessment, etag: 2 },
  [`GET ${assessments}/NV2/calculation`]: { body: calculationAnswer, etag: 2 },
  'GET /v1/benefits/parameters': { body: parametersAnswer },
}

/** The same, as the gate has it in its evidence. */
export const summaryInEvidence = {
  priceYear: 2026,
  horizonYears: 2,
  discountRate: 0.03,
  parameters: ['discount-2024'],
  inHand: {
    netPresentValue: -100_000_000,
    p10: -130_000_000,
    p50: -101_000_000,
    p90: -90_000_000,
    probabilityNotNegative: 0,
    years: [{ year: 1, net: -30_000_000 }],
  },
  withFreedResources: {
    netPresentValue: 150_000_000,
    paybackYears: 0.4,
    p10: 10_000_000,
    p50: 140_000_000,
    p90: 240_000_000,
    probabilityNotNegative: 0.93,
    years: [{ year: 1, net: 100_000_000 }],
  },
  organisations: [region, municipality],
  needsFinancingAgreement: true,
  breakEvenUsage: 0.124,
}
