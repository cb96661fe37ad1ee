import { createHash } from 'node:crypto'
import type * as z from 'zod'
import type { measurementBody } from '../../../services/benefits/application/measurements.ts'
import type { BenefitFact, CostFact } from '../benefit-facts.ts'
import { assume } from '../facts.ts'
import type { FollowupFacts, IdeaFacts } from '../facts.ts'
import type { AddedCost, AssessmentBody, Figure, LineReckoning, Stage } from '../reckoning-facts.ts'
import { dayOfMilestone, yearBefore } from '../timeline.ts'
import type { Milestone } from '../timeline.ts'
import { inside } from '../swedish.ts'
import { mainBenefit } from './ideas.ts'

/** The four assessments of a case as they are sent to the benefits service: each says more than the one before. */

type Body = AssessmentBody
type Line = Body['lines'][number]
type Calculation = NonNullable<Line['calculation']>
type Measurement = z.input<typeof measurementBody>

const horizonYears = 4

/** One id through NV1-NV4, the same on every run: a UUID of the kind that holds a digest (RFC 9562, version 8). */
export const lineIdOf = (key: string, name: string): string => {
  const hex = createHash('sha256').update(`${key}/${name}`).digest('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join('-')
}

const ore = (kronor: number, share: number, step: number): number => Math.round((kronor * share) / step) * step * 100

/** A first estimate is wide and round; a trial makes it narrow. */
const rough = (kronor: number) => ({
  low: ore(kronor, 0.5, 10_000),
  likely: ore(kronor, 1.1, 10_000),
  high: ore(kronor, 1.6, 10_000),
})
const reckoned = (kronor: number) => ({
  low: ore(kronor, 0.7, 1_000),
  likely: ore(kronor, 1, 1_000),
  high: ore(kronor, 1.2, 1_000),
})
const tried = (kronor: number) => ({
  low: ore(kronor, 0.85, 1_000),
  likely: ore(kronor, 1, 1_000),
  high: ore(kronor, 1.1, 1_000),
})
const known = (kronor: number) => ({
  low: ore(kronor, 0.95, 1_000),
  likely: ore(kronor, 1, 1_000),
  high: ore(kronor, 1.05, 1_000),
})

/** What has been reckoned is an assumption all the same: the cases are made up from what the reports tell. */
const yearly = (band: ReturnType<typeof reckoned>): Calculation => ({
  method: 'amountPerYear',
  drivers: { perYear: { ...band, unit: 'orePerYear', isAssumption: true } },
})

/** The one usage curve of a case that is reckoned by use. */
const curve = 'use'

const driverAt = (figure: Figure, stage: Stage): Calculation['drivers'][string] => {
  if ('parameter' in figure) return figure
  const [low, likely, high] = figure.bands[stage]
  return { low, likely, high, unit: figure.unit, isAssumption: true }
}

const calculationAt = ({ method, drivers, use }: LineReckoning, stage: Stage): Calculation => ({
  method,
  drivers: Object.fromEntries(Object.entries(drivers).map(([key, figure]) => [key, driverAt(figure, stage)])),
  ...(use && { usage: { curve, ...use } }),
})

/** A line that goes with the use is another one when the use is judged anew, even if its own figures are the same. */
const reasonAfterTrial = ({ drivers, use }: LineReckoning): Pick<Line, 'changeReason'> => {
  const hasLearnt = Object.values(drivers).some((figure) => 'bands' in figure && figure.bands.tried !== figure.bands.thought)
  if (hasLearnt) return { changeReason: assume('prövningen gav ett säkrare underlag.') }
  return use ? { changeReason: assume('användningen är bedömd på nytt efter prövningen.') } : {}
}

const reckoningOf = ({ reckoning }: IdeaFacts, { name }: BenefitFact | CostFact): LineReckoning | undefined =>
  reckoning?.lines[name]

/** From its drivers where the facts tell of them, otherwise the sum that they tell. */
const calculationOf = (facts: IdeaFacts, fact: BenefitFact | CostFact, stage: Stage, told: Calculation): Calculation => {
  const own = reckoningOf(facts, fact)
  return own ? calculationAt(own, stage) : told
}

const becauseOf = (facts: IdeaFacts, fact: BenefitFact | CostFact): string => reckoningOf(facts, fact)?.because ?? fact.because

const leafOf = ({ reckoning }: IdeaFacts, { name }: BenefitFact | CostFact): Pick<Line, 'effect'> => {
  const effect = reckoning?.leaves[name]
  return effect === undefined ? {} : { effect }
}

/** Year 1 begins with the first units; the year before it, with contract and pilot, is the investment. */
const reckonedOn = ({ begun, reckoning }: IdeaFacts, stage: Stage): Pick<Body, 'chain' | 'basis'> =>
  reckoning
    ? {
        chain: reckoning.chain,
        basis: {
          investmentStartsOn: yearBefore(dayOfMilestone(begun, 'firstUnits')),
          horizonYears: horizonYears + 1,
          priceYear: 2026,
          parametersOn: '2026-01-01',
          curves: [
            {
              id: curve,
              name: reckoning.use.name,
              form: 'table',
              years: (reckoning.use[stage] ?? reckoning.use.tried).map(([low, likely, high], index) => ({
                year: index + 1,
                low,
                likely,
                high,
              })),
            },
          ],
        },
      }
    : {}

const ownerOf = ({ process }: IdeaFacts): string => assume(`verksamhetschefen med ansvar för ${inside(process.name)}`)

/** What cannot be priced is judged two years ahead, as the county's own scale is (seed 002, 4.4). */
const levelHorizonYears = 2

const benefitInNv1 = (facts: IdeaFacts, fact: BenefitFact): Line => {
  const { name, kind, area, kronor, level, because, organisation } = fact
  return {
    id: lineIdOf(facts.key, name),
    side: 'benefit',
    name,
    kind,
    area,
    organisation: organisation ?? facts.organisation,
    ...leafOf(facts, fact),
    ...(kronor === undefined
      ? { level, levelHorizonYears, levelReason: assume(because) }
      : { perYear: rough(kronor), method: assume('grov uppskattning tillsammans med verksamheten.') }),
  }
}

const costInNv1 = (facts: IdeaFacts, fact: CostFact): Line => ({
  id: lineIdOf(facts.key, fact.name),
  side: 'cost',
  name: fact.name,
  kind: 'financial',
  area: 'efficiency',
  organisation: fact.organisation ?? facts.organisation,
  ...leafOf(facts, fact),
  perYear: rough(fact.kronor),
  method: assume('prisuppgifter för liknande tjänster.'),
})

const benefitInNv2 = (facts: IdeaFacts, fact: BenefitFact): Line => ({
  ...benefitInNv1(facts, fact),
  measure: fact.measure,
  unit: fact.unit,
  baselinePlan: { by: dayOfMilestone(facts.begun, 'baselineDue'), how: assume('mätning under två veckor före prövningen.') },
  target: { value: fact.to, reachedOn: dayOfMilestone(facts.begun, 'targetReached') },
  owner: ownerOf(facts),
  startsOn: dayOfMilestone(facts.begun, 'firstUnits'),
  horizonYears,
  ...(fact.kronor !== undefined && {
    calculation: calculationOf(facts, fact, 'thought', yearly(reckoned(fact.kronor))),
    method: assume(becauseOf(facts, fact)),
    changeReason: assume('beräknad från volymer i stället för uppskattad.'),
  }),
})

const costInNv2 = (facts: IdeaFacts, fact: CostFact): Line => ({
  ...costInNv1(facts, fact),
  calculation: calculationOf(facts, fact, 'thought', yearly(reckoned(fact.kronor))),
  startsOn: dayOfMilestone(facts.begun, 'firstUnits'),
  horizonYears,
  method: assume(becauseOf(facts, fact)),
  changeReason: assume('företagens prisuppgifter ersätter den första uppskattningen.'),
})

const benefitInNv3 = (facts: IdeaFacts, fact: BenefitFact): Line => {
  const { changeReason: _, baselinePlan: __, ...line } = benefitInNv2(facts, fact)
  return {
    ...line,
    baseline: { value: fact.from, takenOn: dayOfMilestone(facts.begun, 'baselineTaken') },
    ...(fact.kronor !== undefined && {
      calculation: calculationOf(facts, fact, 'tried', yearly(tried(fact.kronor))),
      changeReason: assume('prövningen gav ett säkrare underlag.'),
    }),
  }
}

const costInNv3 = (facts: IdeaFacts, fact: CostFact): Line => {
  const { changeReason: _, calculation, ...line } = costInNv2(facts, fact)
  const own = reckoningOf(facts, fact)
  return own ? { ...line, calculation: calculationAt(own, 'tried'), ...reasonAfterTrial(own) } : { ...line, calculation }
}

/** What the service costs besides, seen first when it is reckoned: once in the year before it starts, or every year. */
const addedCost = (facts: IdeaFacts, added: AddedCost, stage: Stage): Line => ({
  id: lineIdOf(facts.key, added.name),
  side: 'cost',
  name: added.name,
  kind: added.kind,
  area: 'efficiency',
  organisation: facts.organisation,
  effect: added.leafOf,
  calculation: calculationAt(added, stage),
  startsOn: dayOfMilestone(facts.begun, added.method === 'once' ? 'contractStarts' : 'firstUnits'),
  method: assume(added.because),
  ...(stage === 'thought' && { changeReason: assume('kom fram när kostnaderna räknades igenom.') }),
  ...(stage === 'tried' && reasonAfterTrial(added)),
  ...(stage === 'came' && { changeReason: assume('bokförd kostnad i stället för uppskattning.') }),
})

/** The share of the way from baseline to target that the latest measurement has come. */
const shareReached = ({ from, to }: BenefitFact, measured: number): number => (measured - from) / (to - from)

const benefitInNv4 = (facts: FollowupFacts, fact: BenefitFact): Line => {
  const { changeReason: _, ...line } = benefitInNv3(facts, fact)
  const [, latest, why] = facts.followup.measured[fact.name] ?? [fact.from, fact.from, '']
  return {
    ...line,
    ...(fact.kronor !== undefined && {
      calculation: calculationOf(facts, fact, 'came', yearly(known(fact.kronor * shareReached(fact, latest)))),
      method: assume('två mätningar efter införandet, omräknade till helår.'),
      changeReason: assume(`utfallet är mätt: ${why}`),
    }),
  }
}

const costInNv4 = (facts: IdeaFacts, fact: CostFact): Line => ({
  ...costInNv3(facts, fact),
  calculation: calculationOf(facts, fact, 'came', yearly(known(fact.kronor))),
  changeReason: assume('bokförd kostnad i stället för uppskattning.'),
})

const linesOf = <F extends IdeaFacts>(
  facts: F,
  benefit: (facts: F, fact: BenefitFact) => Line,
  cost: (facts: F, fact: CostFact) => Line,
): Line[] => [...facts.benefits.map((fact) => benefit(facts, fact)), ...facts.costs.map((fact) => cost(facts, fact))]

const addedLines = (facts: IdeaFacts, stage: Stage): Line[] =>
  (facts.reckoning?.added ?? []).map((added) => addedCost(facts, added, stage))

export const nv1 = (facts: IdeaFacts): Body => ({
  summary: assume(`nyttan bedöms större än kostnaden. Störst vikt har ${mainBenefit(facts)}.`),
  lines: linesOf(facts, benefitInNv1, costInNv1),
  ...reckonedOn(facts, 'thought'),
})

export const nv2 = (facts: IdeaFacts): Body => ({
  summary: assume(`varje nytta har mått, mål och ansvarig. Störst vikt har ${mainBenefit(facts)}.`),
  lines: [...linesOf(facts, benefitInNv2, costInNv2), ...addedLines(facts, 'thought')],
  ...reckonedOn(facts, 'thought'),
})

export const nv3 = (facts: IdeaFacts): Body => ({
  summary: assume('utgångsvärdena är mätta, och prövningen har gjort spannet snävare.'),
  lines: [...linesOf(facts, benefitInNv3, costInNv3), ...addedLines(facts, 'tried')],
  ...reckonedOn(facts, 'tried'),
})

export const nv4 = (facts: FollowupFacts): Body => ({
  summary: assume('två mätningar efter införandet visar hur mycket av nyttan som har kommit.'),
  lines: [...linesOf(facts, benefitInNv4, costInNv4), ...addedLines(facts, 'came')],
  ...reckonedOn(facts, 'came'),
})

export const measurementsOf = (facts: FollowupFacts): Measurement[] =>
  facts.benefits.flatMap(({ name, measure }) => {
    const [before, after] = facts.followup.measured[name] ?? []
    const taken = (value: number | undefined, milestone: Milestone): Measurement[] =>
      value === undefined
        ? []
        : [
            {
              lineId: lineIdOf(facts.key, name),
              measuredOn: dayOfMilestone(facts.begun, milestone),
              value,
              source: assume(`uppföljning av ${inside(measure)}`),
            },
          ]
    return [...taken(before, 'firstMeasurement'), ...taken(after, 'secondMeasurement')]
  })
