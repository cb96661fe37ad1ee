import type { AssessedLine, AssessmentSnapshot } from '#contracts/assessment.ts'
import { benefitLineId, digest, organisationId } from '#contracts/ids.ts'
import type { AssessmentKind } from '#contracts/words.ts'

/**
 * The benefits and costs of the digital dosing letter through the four assessments. The kinds of benefit are those
 * of the region's pre-study (EY 2018, 5.1: postage, nurses' time, quality, a pattern for other systems); every
 * figure is an assumption, since the report gives none.
 */

const region = organisationId.parse('region-kalmar')
const inOre = (kronor: number): number => kronor * 100
const perYear = (low: number, likely: number, high: number) => ({ low: inOre(low), likely: inOre(likely), high: inOre(high) })

const lineIds = {
  postage: benefitLineId.parse('01926a00-0000-7000-8000-000000000001'),
  nurseTime: benefitLineId.parse('01926a00-0000-7000-8000-000000000002'),
  receipt: benefitLineId.parse('01926a00-0000-7000-8000-000000000003'),
  reach: benefitLineId.parse('01926a00-0000-7000-8000-000000000004'),
  service: benefitLineId.parse('01926a00-0000-7000-8000-000000000005'),
  upkeep: benefitLineId.parse('01926a00-0000-7000-8000-000000000006'),
}

const operationsOwner = 'Antagande: verksamhetschefen för AK-mottagningen'
const itOwner = 'Antagande: systemförvaltaren på IT'

const noMeasure = { hasBaseline: false, hasBaselinePlan: false, measurements: 0 } as const

const linesOfNv1: AssessedLine[] = [
  {
    id: lineIds.postage,
    side: 'benefit',
    name: 'Lägre portokostnad',
    kind: 'financial',
    area: 'efficiency',
    organisation: region,
    perYear: perYear(150_000, 300_000, 450_000),
    ...noMeasure,
  },
  {
    id: lineIds.nurseTime,
    side: 'benefit',
    name: 'Frigjord tid för sjuksköterskor',
    kind: 'redistributed',
    area: 'efficiency',
    organisation: region,
    perYear: perYear(250_000, 600_000, 900_000),
    ...noMeasure,
  },
  {
    id: lineIds.receipt,
    side: 'benefit',
    name: 'Mottagningen vet att dosändringen är läst',
    kind: 'qualitative',
    area: 'qualityAndSafety',
    organisation: region,
    ...noMeasure,
  },
  {
    id: lineIds.reach,
    side: 'benefit',
    name: 'Patienten får sin ordination var hen än är',
    kind: 'qualitative',
    area: 'residents',
    organisation: region,
    ...noMeasure,
  },
  {
    id: lineIds.service,
    side: 'cost',
    name: 'Tjänst och aviseringar',
    kind: 'financial',
    area: 'efficiency',
    organisation: region,
    perYear: perYear(180_000, 250_000, 400_000),
    ...noMeasure,
  },
]

const measures: Record<string, Partial<AssessedLine>> = {
  [lineIds.postage]: {
    measure: 'Kostnad för porto och utskrift av doseringsbrev per år',
    unit: 'kr',
    hasBaseline: true,
    baseline: 604_800,
    target: 272_160,
    owner: operationsOwner,
  },
  [lineIds.nurseTime]: {
    measure: 'Administrationstid per doseringsbrev',
    unit: 'minuter',
    hasBaselinePlan: true,
    target: 1,
    owner: operationsOwner,
  },
  [lineIds.receipt]: {
    measure: 'Andel dosändringar som är kvitterade inom ett dygn',
    unit: '%',
    hasBaselinePlan: true,
    target: 90,
    owner: operationsOwner,
  },
  [lineIds.reach]: {
    measure: 'Andel patienter som valt digitalt doseringsbrev',
    unit: '%',
    hasBaseline: true,
    baseline: 0,
    target: 55,
    owner: operationsOwner,
  },
}

const figuresOfNv2: Record<string, Partial<AssessedLine>> = {
  [lineIds.postage]: { perYear: perYear(240_000, 332_640, 400_000) },
  [lineIds.nurseTime]: { perYear: perYear(400_000, 623_700, 800_000) },
  [lineIds.service]: { perYear: perYear(200_000, 240_000, 320_000) },
}

const upkeep: AssessedLine = {
  id: lineIds.upkeep,
  side: 'cost',
  name: 'Förvaltning av kopplingen till AK-systemet',
  kind: 'financial',
  area: 'efficiency',
  organisation: region,
  perYear: perYear(60_000, 90_000, 150_000),
  ...noMeasure,
  owner: itOwner,
}

const linesOfNv2: AssessedLine[] = [
  ...linesOfNv1.map((line) => ({ ...line, ...measures[line.id], ...figuresOfNv2[line.id] })),
  upkeep,
]

const verified: Record<string, Partial<AssessedLine>> = {
  [lineIds.postage]: { perYear: perYear(260_000, 332_640, 380_000) },
  [lineIds.nurseTime]: { perYear: perYear(450_000, 582_000, 700_000), hasBaseline: true, baseline: 4 },
  [lineIds.receipt]: { hasBaseline: true, baseline: 0 },
}

const linesOfNv3: AssessedLine[] = linesOfNv2.map((line) => ({ ...line, ...verified[line.id] }))

const outcome: Record<string, Partial<AssessedLine>> = {
  [lineIds.postage]: {
    perYear: perYear(290_000, 310_000, 330_000),
    measurements: 2,
    latestMeasurement: { value: 295_000, measuredOn: '2026-09-30' },
  },
  [lineIds.nurseTime]: {
    perYear: perYear(480_000, 540_000, 600_000),
    measurements: 2,
    latestMeasurement: { value: 1.2, measuredOn: '2026-09-30' },
  },
  [lineIds.receipt]: { measurements: 2, latestMeasurement: { value: 88, measuredOn: '2026-09-30' } },
  [lineIds.reach]: { measurements: 2, latestMeasurement: { value: 52, measuredOn: '2026-09-30' } },
  [lineIds.service]: { perYear: perYear(236_000, 236_000, 236_000) },
  [lineIds.upkeep]: { perYear: perYear(95_000, 95_000, 95_000) },
}

const linesOfNv4: AssessedLine[] = linesOfNv3.map((line) => ({ ...line, ...outcome[line.id] }))

const sumOf = (lines: readonly AssessedLine[], isCounted: (line: AssessedLine) => boolean): number =>
  lines.filter(isCounted).reduce((sum, line) => sum + (line.perYear?.likely ?? 0), 0)

const snapshot = (kind: AssessmentKind, completedAt: string, summary: string, lines: AssessedLine[]): AssessmentSnapshot => ({
  kind,
  version: 1,
  digest: digest.parse('0'.repeat(64)),
  completedAt,
  completedBy: 'Handläggare',
  summary,
  lines,
  totals: {
    financialBenefits: sumOf(lines, (line) => line.side === 'benefit' && line.kind === 'financial'),
    redistributedBenefits: sumOf(lines, (line) => line.side === 'benefit' && line.kind === 'redistributed'),
    costs: sumOf(lines, (line) => line.side === 'cost'),
  },
})

export const akBrevAssessments: Readonly<Record<AssessmentKind, AssessmentSnapshot>> = {
  NV1: snapshot(
    'NV1',
    '2023-03-06T10:00:00.000Z',
    'Antagande: nyttan bedöms större än kostnaden redan vid måttlig användning.',
    linesOfNv1,
  ),
  NV2: snapshot(
    'NV2',
    '2023-06-05T10:00:00.000Z',
    'Antagande: nyttan är räknad på 50 400 brev per år och 55 procents digital användning.',
    linesOfNv2,
  ),
  NV3: snapshot(
    'NV3',
    '2023-09-18T10:00:00.000Z',
    'Antagande: provet i testmiljö bekräftade tidsvinsten, något lägre än beräknat.',
    linesOfNv3,
  ),
  NV4: snapshot(
    'NV4',
    '2026-10-09T10:00:00.000Z',
    'Antagande: två mätningar visar att nyttan i huvudsak har kommit.',
    linesOfNv4,
  ),
}
