import type * as z from 'zod'
import type { AssessmentKind } from '#contracts/words.ts'
import type { measurementBody } from '../../services/benefits/application/measurements.ts'
import type { assessmentBody } from '../../services/benefits/application/save-assessment.ts'

/**
 * The assessments of the digital dosing letter as they are sent to the benefits service, and the measurements of the
 * follow-up. The kinds of benefit are those of the region's pre-study (EY 2018, 5.1); every figure, owner and method
 * is an assumption and marked as one, but for the county's own rates. Marked complete, the bodies give the snapshots in
 * assessments.ts.
 */

type Body = z.input<typeof assessmentBody>
type Line = Body['lines'][number]
type Measurement = z.input<typeof measurementBody>

const inOre = (kronor: number): number => kronor * 100
const perYear = (low: number, likely: number, high: number) => ({ low: inOre(low), likely: inOre(likely), high: inOre(high) })

const region = { organisation: 'region-kalmar' } as const

type Calculation = NonNullable<Line['calculation']>
type Driver = Calculation['drivers'][string]

const assumed = (unit: Driver['unit'], low: number, likely: number, high: number): Driver => ({
  low,
  likely,
  high,
  unit,
  isAssumption: true,
})
const kronorPerYear = (low: number, likely: number, high: number): Calculation => ({
  method: 'amountPerYear',
  drivers: { perYear: assumed('orePerYear', inOre(low), inOre(likely), inOre(high)) },
})

/** Those who have chosen the digital letter, by year in use. */
const digital = 'digital'
const goesWithUse = { usage: { curve: digital, effect: 'scales' } } as const
const letters = (low: number, likely: number, high: number): Driver => assumed('timesPerYear', low, likely, high)
const postageOf = (volume: Driver): Calculation => ({
  method: 'unitPrice',
  drivers: { volume, price: assumed('orePerTime', inOre(11), inOre(12), inOre(13)) },
  ...goesWithUse,
})
const timeOf = (volume: Driver, minutes: Driver): Calculation => ({
  method: 'staffTime',
  drivers: { volume, minutes, rate: { unit: 'orePerHour', parameter: 'staff-2026' } },
  ...goesWithUse,
})

type Basis = NonNullable<Body['basis']>
type Share = readonly [low: number, likely: number, high: number]

/** In use from the first day of year 1. */
const basisWith = (...shares: readonly Share[]): Basis => ({
  investmentStartsOn: '2024-01-20',
  horizonYears: 5,
  priceYear: 2026,
  parametersOn: '2026-01-01',
  curves: [
    {
      id: digital,
      name: 'Andel av breven som är digitala',
      form: 'table',
      years: shares.map(([low, likely, high], index) => ({ year: index + 1, low, likely, high })),
    },
  ],
})

/** Something for something: the letter that is read is the one that has effect. */
const chain: NonNullable<Body['chain']> = {
  change: 'Doseringsbrevet skickas digitalt till den som vill, med avisering och läskvitto.',
  effects: [
    { id: 'fewerLetters', name: 'Färre brev skrivs ut, kuverteras och frankeras', actorGroup: 'operations', ...region },
    { id: 'sameDay', name: 'Beskedet når patienten samma dag, var hen än är', actorGroup: 'resident' },
    {
      id: 'known',
      name: 'Mottagningen ser vem som har läst och ringer bara dem som inte har det',
      actorGroup: 'operations',
      follows: ['sameDay'],
    },
    { id: 'operation', name: 'En tjänst och en koppling ska betalas och förvaltas', actorGroup: 'operations', ...region },
  ],
  goals: [
    { id: 'time', strategyGoal: 'time', follows: ['fewerLetters'] },
    { id: 'independence', strategyGoal: 'independence', follows: ['sameDay'] },
    { id: 'safety', strategyGoal: 'safety', follows: ['known'] },
  ],
}

const ids = {
  postage: '01926a00-0000-7000-8000-000000000001',
  nurseTime: '01926a00-0000-7000-8000-000000000002',
  receipt: '01926a00-0000-7000-8000-000000000003',
  reach: '01926a00-0000-7000-8000-000000000004',
  service: '01926a00-0000-7000-8000-000000000005',
  upkeep: '01926a00-0000-7000-8000-000000000006',
  introduction: '01926a00-0000-7000-8000-000000000007',
} as const
type LineName = keyof typeof ids

const operationsOwner = 'Antagande: verksamhetschefen för AK-mottagningen'
const itOwner = 'Antagande: systemförvaltaren på IT'
const inUseFrom = { startsOn: '2025-01-20', horizonYears: 4 } as const

/** Each assessment says what it adds to or changes in the lines of the one before. */
type Additions = Partial<Record<LineName, Partial<Line>>>

const withAdditions = (lines: readonly Line[], additions: Additions): Line[] => {
  const byId: ReadonlyMap<string, Partial<Line>> = new Map(
    Object.entries(additions).map(([name, added]) => [ids[name as LineName], added]),
  ) // the keys of Additions
  return lines.map(({ changeReason: _, ...line }) => ({ ...line, ...byId.get(line.id ?? '') }))
}

const linesOfNv1: Line[] = [
  {
    id: ids.postage,
    side: 'benefit',
    name: 'Lägre portokostnad',
    kind: 'financial',
    area: 'efficiency',
    ...region,
    perYear: perYear(150_000, 300_000, 450_000),
    method: 'Antagande: grov uppskattning från antal brev och portopris.',
  },
  {
    id: ids.nurseTime,
    side: 'benefit',
    name: 'Frigjord tid för sjuksköterskor',
    kind: 'redistributed',
    area: 'efficiency',
    ...region,
    perYear: perYear(250_000, 600_000, 900_000),
    method: 'Antagande: mottagningens egen bedömning av tiden för utskrift, kuvertering och frågor per telefon.',
  },
  {
    id: ids.receipt,
    side: 'benefit',
    name: 'Mottagningen vet att dosändringen är läst',
    kind: 'qualitative',
    area: 'qualityAndSafety',
    ...region,
    level: 5,
    levelHorizonYears: 1,
    levelReason: 'Antagande: i dag vet ingen om en dosändring har nått patienten. Fel dos kan ge allvarlig skada.',
  },
  {
    id: ids.reach,
    side: 'benefit',
    name: 'Patienten får sin ordination var hen än är',
    kind: 'qualitative',
    area: 'residents',
    ...region,
    level: 4,
    levelHorizonYears: 2,
    levelReason: 'Antagande: många patienter är på annan ort när brevet kommer. Beskedet når dem samma dag.',
  },
  {
    id: ids.service,
    side: 'cost',
    name: 'Tjänst och aviseringar',
    kind: 'financial',
    area: 'efficiency',
    ...region,
    perYear: perYear(180_000, 250_000, 400_000),
    method: 'Antagande: prisuppgifter för liknande tjänster. Samma lösning ska kunna återanvändas för brev från andra system.',
  },
]

const upkeep: Line = {
  id: ids.upkeep,
  side: 'cost',
  name: 'Förvaltning av kopplingen till AK-systemet',
  kind: 'financial',
  area: 'efficiency',
  ...region,
  effect: 'operation',
  calculation: kronorPerYear(60_000, 90_000, 150_000),
  owner: itOwner,
  ...inUseFrom,
  method: 'Antagande: en tiondels tjänst och leverantörens avgift för underhåll.',
}

const introduction: Line = {
  id: ids.introduction,
  side: 'cost',
  name: 'Införande och koppling till AK-systemet',
  kind: 'financial',
  area: 'efficiency',
  ...region,
  effect: 'operation',
  calculation: {
    method: 'once',
    drivers: { amount: assumed('ore', inOre(250_000), inOre(400_000), inOre(700_000)) },
  },
  startsOn: '2024-03-01',
  owner: itOwner,
  method: 'Antagande: koppling, prov, utbildning och projektledning.',
}

const linesOfNv2: Line[] = [
  ...withAdditions(linesOfNv1, {
    postage: {
      effect: 'fewerLetters',
      calculation: postageOf(letters(48_000, 50_400, 53_000)),
      measure: 'Kostnad för porto och utskrift av doseringsbrev per år',
      unit: 'kr',
      baseline: { value: 604_800, takenOn: '2023-05-19' },
      target: { value: 272_160, reachedOn: '2026-12-31' },
      owner: operationsOwner,
      ...inUseFrom,
      method: 'Antagande: 50 400 brev per år, 12 kronor per brev och 55 procents digital användning.',
      changeReason: 'Antagande: beräknad från antalet brev i stället för uppskattad.',
    },
    nurseTime: {
      effect: 'fewerLetters',
      calculation: timeOf(letters(48_000, 50_400, 53_000), assumed('minutes', 2, 3, 3.5)),
      measure: 'Administrationstid per doseringsbrev',
      unit: 'minuter',
      baselinePlan: { by: '2023-08-31', how: 'Antagande: tidmätning av 200 brev under två veckor före provet i testmiljö.' },
      target: { value: 1, reachedOn: '2026-12-31' },
      owner: operationsOwner,
      ...inUseFrom,
      method: 'Antagande: tre minuter kortare tid för 27 720 digitala brev per år, 450 kronor per timme.',
      changeReason: 'Antagande: beräknad från tid per brev i stället för uppskattad.',
    },
    receipt: {
      effect: 'known',
      measure: 'Andel dosändringar som är kvitterade inom ett dygn',
      unit: '%',
      baselinePlan: {
        by: '2023-08-31',
        how: 'Antagande: genomgång av vad AK-systemet visar om brev som skickats under två veckor.',
      },
      target: { value: 90, reachedOn: '2026-12-31' },
      owner: operationsOwner,
      ...inUseFrom,
    },
    reach: {
      effect: 'sameDay',
      measure: 'Andel patienter som valt digitalt doseringsbrev',
      unit: '%',
      baseline: { value: 0, takenOn: '2023-05-19' },
      target: { value: 55, reachedOn: '2026-12-31' },
      owner: operationsOwner,
      ...inUseFrom,
    },
    service: {
      effect: 'operation',
      calculation: kronorPerYear(200_000, 240_000, 320_000),
      ...inUseFrom,
      method: 'Antagande: prisuppgifter från två företag i marknadsdialogen.',
      changeReason: 'Antagande: företagens prisuppgifter i dialogen ersätter den första uppskattningen.',
    },
  }),
  upkeep,
  introduction,
]

const linesOfNv3: Line[] = withAdditions(linesOfNv2, {
  postage: {
    calculation: postageOf(letters(49_500, 50_400, 51_500)),
    changeReason: 'Antagande: provet gav ett säkrare underlag för hur många som väljer digitalt brev.',
  },
  nurseTime: {
    calculation: timeOf(letters(49_500, 50_400, 51_500), assumed('minutes', 2.4, 2.8, 3.2)),
    baseline: { value: 4, takenOn: '2023-08-14' },
    changeReason: 'Antagande: tiden per brev sjönk något mindre i provet än vad som var beräknat.',
  },
  receipt: { baseline: { value: 0, takenOn: '2023-08-14' } },
})

const linesOfNv4: Line[] = withAdditions(linesOfNv3, {
  postage: {
    calculation: postageOf(letters(49_200, 49_700, 50_200)),
    method: 'Antagande: fakturor för porto och utskrift, omräknade till helår.',
    changeReason: 'Antagande: utfallet är mätt. Något fler än väntat vill ha brev på papper.',
  },
  nurseTime: {
    calculation: timeOf(letters(49_200, 49_700, 50_200), assumed('minutes', 2.6, 2.8, 3)),
    method: 'Antagande: tidmätning i oktober 2025 och september 2026, omräknad till helår.',
    changeReason: 'Antagande: utfallet är mätt. Samtal om olästa brev tar en del av tiden.',
  },
  service: {
    calculation: kronorPerYear(236_000, 236_000, 236_000),
    method: 'Antagande: leverantörens fakturor.',
    changeReason: 'Antagande: avtalets pris i stället för uppskattning.',
  },
  upkeep: {
    calculation: kronorPerYear(95_000, 95_000, 95_000),
    method: 'Antagande: bokförd kostnad för förvaltningen.',
    changeReason: 'Antagande: bokförd kostnad i stället för uppskattning.',
  },
  introduction: {
    calculation: { method: 'once', drivers: { amount: assumed('ore', inOre(430_000), inOre(430_000), inOre(430_000)) } },
    method: 'Antagande: bokförd kostnad för införandet.',
    changeReason: 'Antagande: bokförd kostnad i stället för uppskattning.',
  },
})

/** The share of digital letters as it was first thought, as the trial made it, and as it came out. */
const firstThought = basisWith([0.15, 0.3, 0.45], [0.3, 0.45, 0.6], [0.4, 0.55, 0.65])
const afterTheTrial = basisWith([0.2, 0.3, 0.4], [0.35, 0.45, 0.55], [0.45, 0.55, 0.62])
const asItCame = basisWith([0.46, 0.46, 0.46], [0.52, 0.52, 0.52])

export const akBrevBenefits: Readonly<Record<AssessmentKind, Body>> = {
  NV1: {
    summary: 'Antagande: nyttan bedöms större än kostnaden redan vid måttlig användning.',
    lines: linesOfNv1,
    chain,
    basis: firstThought,
  },
  NV2: {
    summary: 'Antagande: nyttan är räknad på 50 400 brev per år och 55 procents digital användning.',
    lines: linesOfNv2,
    chain,
    basis: firstThought,
  },
  NV3: {
    summary: 'Antagande: provet i testmiljö bekräftade tidsvinsten, något lägre än beräknat.',
    lines: linesOfNv3,
    chain,
    basis: afterTheTrial,
  },
  NV4: {
    summary: 'Antagande: två mätningar visar att nyttan i huvudsak har kommit.',
    lines: linesOfNv4,
    chain,
    basis: asItCame,
  },
}

const measured = (name: LineName, source: string, values: Readonly<Record<string, number>>, comment?: string): Measurement[] =>
  Object.entries(values).map(([measuredOn, value]) => ({
    lineId: ids[name],
    measuredOn,
    value,
    source,
    ...(comment !== undefined && { comment }),
  }))

/** Recorded in the follow-up, before NV4 is marked complete. */
export const akBrevMeasurements: readonly Measurement[] = [
  ...measured(
    'postage',
    'Antagande: ekonomisystemet',
    { '2025-10-31': 352_000, '2026-09-30': 295_000 },
    'Antagande: omräknat till helår.',
  ),
  ...measured('nurseTime', 'Antagande: tidmätning vid de tre mottagningarna', { '2025-10-31': 1.6, '2026-09-30': 1.2 }),
  ...measured('receipt', 'Antagande: AK-systemets statistik', { '2025-10-31': 79, '2026-09-30': 88 }),
  ...measured('reach', 'Antagande: AK-systemets statistik', { '2025-10-31': 46, '2026-09-30': 52 }),
]
