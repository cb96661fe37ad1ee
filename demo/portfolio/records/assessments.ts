import { createHash } from 'node:crypto'
import type * as z from 'zod'
import type { measurementBody } from '../../../services/benefits/application/measurements.ts'
import type { assessmentBody } from '../../../services/benefits/application/save-assessment.ts'
import type { BenefitFact, CostFact } from '../benefit-facts.ts'
import { assume } from '../facts.ts'
import type { FollowupFacts, IdeaFacts } from '../facts.ts'
import { dayOfMilestone } from '../timeline.ts'
import type { Milestone } from '../timeline.ts'
import { inside } from '../swedish.ts'
import { mainBenefit } from './ideas.ts'

/** The four assessments of a case as they are sent to the benefits service: each says more than the one before. */

type Body = z.input<typeof assessmentBody>
type Line = Body['lines'][number]
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
const yearly = (band: ReturnType<typeof reckoned>): NonNullable<Line['calculation']> => ({
  method: 'amountPerYear',
  drivers: { perYear: { ...band, unit: 'orePerYear', isAssumption: true } },
})

const ownerOf = ({ process }: IdeaFacts): string => assume(`verksamhetschefen med ansvar för ${inside(process.name)}`)

const benefitInNv1 = (facts: IdeaFacts, { name, kind, area, kronor, level, because, organisation }: BenefitFact): Line => ({
  id: lineIdOf(facts.key, name),
  side: 'benefit',
  name,
  kind,
  area,
  organisation: organisation ?? facts.organisation,
  ...(kronor === undefined
    ? { level, levelReason: assume(because) }
    : { perYear: rough(kronor), method: assume('grov uppskattning tillsammans med verksamheten.') }),
})

const costInNv1 = (facts: IdeaFacts, { name, kronor, organisation }: CostFact): Line => ({
  id: lineIdOf(facts.key, name),
  side: 'cost',
  name,
  kind: 'financial',
  area: 'efficiency',
  organisation: organisation ?? facts.organisation,
  perYear: rough(kronor),
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
    calculation: yearly(reckoned(fact.kronor)),
    method: assume(fact.because),
    changeReason: assume('beräknad från volymer i stället för uppskattad.'),
  }),
})

const costInNv2 = (facts: IdeaFacts, fact: CostFact): Line => ({
  ...costInNv1(facts, fact),
  calculation: yearly(reckoned(fact.kronor)),
  startsOn: dayOfMilestone(facts.begun, 'firstUnits'),
  horizonYears,
  method: assume(fact.because),
  changeReason: assume('företagens prisuppgifter ersätter den första uppskattningen.'),
})

const benefitInNv3 = (facts: IdeaFacts, fact: BenefitFact): Line => {
  const { changeReason: _, baselinePlan: __, ...line } = benefitInNv2(facts, fact)
  return {
    ...line,
    baseline: { value: fact.from, takenOn: dayOfMilestone(facts.begun, 'baselineTaken') },
    ...(fact.kronor !== undefined && {
      calculation: yearly(tried(fact.kronor)),
      changeReason: assume('prövningen gav ett säkrare underlag.'),
    }),
  }
}

const costInNv3 = (facts: IdeaFacts, fact: CostFact): Line => {
  const { changeReason: _, ...line } = costInNv2(facts, fact)
  return line
}

/** The share of the way from baseline to target that the latest measurement has come. */
const shareReached = ({ from, to }: BenefitFact, measured: number): number => (measured - from) / (to - from)

const benefitInNv4 = (facts: FollowupFacts, fact: BenefitFact): Line => {
  const { changeReason: _, ...line } = benefitInNv3(facts, fact)
  const [, latest, why] = facts.followup.measured[fact.name] ?? [fact.from, fact.from, '']
  return {
    ...line,
    ...(fact.kronor !== undefined && {
      calculation: yearly(known(fact.kronor * shareReached(fact, latest))),
      method: assume('två mätningar efter införandet, omräknade till helår.'),
      changeReason: assume(`utfallet är mätt: ${why}`),
    }),
  }
}

const costInNv4 = (facts: IdeaFacts, fact: CostFact): Line => ({
  ...costInNv3(facts, fact),
  calculation: yearly(known(fact.kronor)),
  changeReason: assume('bokförd kostnad i stället för uppskattning.'),
})

const linesOf = <F extends IdeaFacts>(
  facts: F,
  benefit: (facts: F, fact: BenefitFact) => Line,
  cost: (facts: F, fact: CostFact) => Line,
): Line[] => [...facts.benefits.map((fact) => benefit(facts, fact)), ...facts.costs.map((fact) => cost(facts, fact))]

export const nv1 = (facts: IdeaFacts): Body => ({
  summary: assume(`nyttan bedöms större än kostnaden. Störst vikt har ${mainBenefit(facts)}.`),
  lines: linesOf(facts, benefitInNv1, costInNv1),
})

export const nv2 = (facts: IdeaFacts): Body => ({
  summary: assume(`varje nytta har mått, mål och ansvarig. Störst vikt har ${mainBenefit(facts)}.`),
  lines: linesOf(facts, benefitInNv2, costInNv2),
})

export const nv3 = (facts: IdeaFacts): Body => ({
  summary: assume('utgångsvärdena är mätta, och prövningen har gjort spannet snävare.'),
  lines: linesOf(facts, benefitInNv3, costInNv3),
})

export const nv4 = (facts: FollowupFacts): Body => ({
  summary: assume('två mätningar efter införandet visar hur mycket av nyttan som har kommit.'),
  lines: linesOf(facts, benefitInNv4, costInNv4),
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
