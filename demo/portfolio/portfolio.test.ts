import { describe, expect, it } from 'vitest'
import type { AssessmentSnapshot } from '#contracts/assessment.ts'
import type { Dossier } from '#contracts/dossier.ts'
import { assessmentOf, gateOf } from '#contracts/flow.ts'
import { unmetMandatory } from '#contracts/go.ts'
import { phases, senders } from '#contracts/words.ts'
import type { AssessmentKind, Phase, StopReason } from '#contracts/words.ts'
import { kalmar } from '#counties/kalmar.ts'
import { findPersonalIdentityNumbers } from '#lambda/personal-data.ts'
import { caseEvidence } from '#phase/domain/case-evidence.ts'
import { judgeCriteria } from '#phase/domain/judge-criteria.ts'
import { jsonBytes, limits } from '#phase/domain/limits.ts'
import type { PhaseDefinition } from '#phase/phase.ts'
import { withoutBlanks } from '../../services/benefits/domain/benefit-line.ts'
import type { BenefitLine } from '../../services/benefits/domain/benefit-line.ts'
import type { AssessmentContent, CaseHead } from '../../services/benefits/domain/case-benefits.ts'
import { findIncomplete } from '../../services/benefits/domain/completeness.ts'
import { calculationOf, readReckoning, summarise, withReckonedBands } from '../../services/benefits/domain/reckon.ts'
import { snapshotOf } from '../../services/benefits/domain/snapshot.ts'
import { assessmentBody } from '../../services/benefits/application/save-assessment.ts'
import { measurementBody } from '../../services/benefits/application/measurements.ts'
import { followup } from '../../services/followup/phase.ts'
import { ideas } from '../../services/ideas/phase.ts'
import { mostAlike } from '../../services/ideas/domain/likeness.ts'
import { ideaRoutes } from '../../services/ideas/routes.ts'
import { matching } from '../../services/matching/phase.ts'
import { procurement } from '../../services/procurement/phase.ts'
import { rollout } from '../../services/rollout/phase.ts'
import { validation } from '../../services/validation/phase.ts'
import { verification } from '../../services/verification/phase.ts'
import type { DemoCase, DemoPhase } from '../demo-case.ts'
import { portfolio } from './cases.ts'

/** Every case of the portfolio, held against the rules of the services that it will meet when it is driven. */

const definitions = { ideas, matching, verification, procurement, validation, rollout, followup } as const satisfies Record<
  Phase,
  PhaseDefinition
>

/** The last day that the portfolio tells of as past: the demo runs on any day after it. */
const toldUntil = '2026-10-31'

const measuredBy = ({ benefits }: DemoCase): CaseHead['measured'] => {
  const measured: CaseHead['measured'] = {}
  for (const { lineId, value, measuredOn } of benefits.measurements)
    measured[lineId] = { count: (measured[lineId]?.count ?? 0) + 1, latest: { value, measuredOn } }
  return measured
}

interface Seen {
  readonly phase: Phase
  readonly plan: DemoPhase
  readonly unmet: readonly string[]
  readonly problems: readonly unknown[]
  readonly assessmentProblems: readonly unknown[]
}

const contentOf = (demo: DemoCase, kind: AssessmentKind): AssessmentContent | undefined => {
  const told = demo.benefits.assessments[kind]
  if (!told) return undefined
  const { lines, ...content } = assessmentBody.parse(told)
  // Every line of the portfolio comes with an id of its own.
  return { ...content, lines: lines.map((line) => withoutBlanks(line as BenefitLine)) }
}

/** Takes the case through its phases as the services would, without their storage. */
const replay = (demo: DemoCase): Seen[] => {
  const seen: Seen[] = []
  const dossier: Dossier = {}
  let before: AssessmentContent | undefined
  for (const phase of phases) {
    const plan = demo.phases[phase]
    if (!plan) break
    const definition: PhaseDefinition = definitions[phase]
    const kind = assessmentOf[phase]
    const assessed = kind && contentOf(demo, kind)
    const measured = kind === 'NV4' ? measuredBy(demo) : {}
    let assessment: AssessmentSnapshot | undefined
    let assessmentProblems: readonly unknown[] = []
    if (kind && assessed) {
      const reckoning = readReckoning(assessed, kind, kalmar.benefitParameters, toldUntil)
      const content = { ...assessed, lines: withReckonedBands(assessed.lines, reckoning) }
      const unreckoned = reckoning.read.problems
      assessmentProblems = findIncomplete(content, { kind, before, measured, today: toldUntil, unreckoned })
      assessment = snapshotOf(
        { kind, version: 2, content, completedAt: `${toldUntil}T08:00:00.000Z`, completedBy: 'Handläggare' },
        measured,
        summarise(reckoning, calculationOf(reckoning)),
      )
      before = content
    }
    const problems: unknown[] = []
    const completed: Record<string, unknown> = {}
    const evidenceNow = () => caseEvidence({ county: kalmar, dossier, completed, opinions: plan.content.opinions, assessment })
    for (const section of definition.sections) {
      const content = plan.content.sections[section.key]
      if (content === undefined) continue
      const parsed = section.content.complete.safeParse(content)
      if (!parsed.success) {
        problems.push([section.key, parsed.error.issues])
        continue
      }
      if (jsonBytes(content) > limits.sectionBytes) problems.push([section.key, 'too large'])
      const broken = section.rules(parsed.data, evidenceNow())
      if (broken.length > 0) problems.push([section.key, broken])
      completed[section.key] = content
    }
    const unmet = unmetMandatory(judgeCriteria(definition, evidenceNow())).map(({ id }) => id)
    seen.push({ phase, plan, unmet, problems, assessmentProblems })
    if (unmet.length === 0 && plan.rulings.some(({ outcome }) => outcome === 'go'))
      Object.assign(dossier, definition.handOver(evidenceNow()))
  }
  return seen
}

const replayed = portfolio.map((demo) => [demo.submission.title, demo, replay(demo)] as const)

const last = (demo: DemoCase): readonly [Phase, DemoPhase] | undefined =>
  phases
    .flatMap((phase) => {
      const plan = demo.phases[phase]
      return plan ? [[phase, plan] as const] : []
    })
    .at(-1)

type Stand = 'idea' | 'inWork' | 'awaitingDecision' | 'onHold' | 'stopped' | 'completed'

const standOf = (demo: DemoCase): readonly [Stand, Phase | undefined] => {
  const [phase, plan] = last(demo) ?? []
  if (!phase || !plan) return ['idea', undefined]
  switch (plan.rulings.at(-1)?.outcome) {
    case 'go':
      return ['completed', phase]
    case 'stop':
      return ['stopped', phase]
    case 'hold':
      return ['onHold', phase]
    case 'revise':
    case undefined:
      return [plan.leaveUndecided ? 'awaitingDecision' : 'inWork', phase]
  }
}

const standing = (stand: Stand): DemoCase[] => portfolio.filter((demo) => standOf(demo)[0] === stand)

describe.each(replayed)('%s', (_, demo, seen) => {
  it('can be sent in', () => {
    const parsed = ideaRoutes.submitIdea.body.safeParse(demo.submission)
    expect(parsed.error).toBeUndefined()
    expect(kalmar.organisations.map(({ id }) => id as string)).toContain(demo.submission.organisation)
  })

  it('has sections that are complete, in the order of the phase, and follow its rules', () => {
    for (const { phase, plan, problems } of seen) {
      const keys = definitions[phase].sections.map(({ key }) => key)
      expect(Object.keys(plan.content.sections).filter((key) => !keys.includes(key))).toEqual([])
      expect([phase, problems]).toEqual([phase, []])
    }
  })

  it('has assessments that are whole at their stage', () => {
    expect(seen.flatMap(({ assessmentProblems }) => assessmentProblems)).toEqual([])
    for (const measurement of demo.benefits.measurements) expect(measurementBody.safeParse(measurement).error).toBeUndefined()
  })

  it('meets every mandatory criterion where it passes or waits at a gate', () => {
    const atGates = seen.filter(({ plan }) => plan.leaveUndecided || plan.rulings.some(({ outcome }) => outcome === 'go'))
    for (const { phase, unmet } of atGates) expect([gateOf[phase], unmet]).toEqual([gateOf[phase], []])
  })

  it('holds no personal identity number', () => {
    expect(findPersonalIdentityNumbers(demo)).toEqual([])
  })
})

/** The criterion that a stop of each reason rests on, where there is one. */
const reasonOf: Partial<Record<StopReason, string>> = {
  needNotSubstantiated: 'needSubstantiated',
  noQuantifiedBenefit: 'benefitQuantified',
  marketCannotDeliver: 'marketCanDeliver',
  potentialNotVerified: 'potentialVerified',
  tooRisky: 'risksAcceptable',
}

describe('the portfolio', () => {
  it('has cases of its own names', () => {
    const titles = portfolio.map(({ submission }) => submission.title)
    expect(new Set(titles).size).toBe(titles.length)
    expect(new Set(portfolio.map(({ key }) => key)).size).toBe(portfolio.length)
    expect(titles).not.toContain('Digitalt AK-brev')
  })

  it('names each benefit and cost of a case once', () => {
    const ids = portfolio.flatMap((demo) => contentOf(demo, 'NV1')?.lines.map(({ id }): string => id) ?? [])
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('stands at least three deep in every phase', () => {
    const inWork = standing('inWork').map((demo) => standOf(demo)[1])
    for (const phase of phases) expect([phase, inWork.filter((at) => at === phase).length >= 3]).toEqual([phase, true])
    expect(portfolio.length - standing('idea').length).toBeGreaterThanOrEqual(24)
  })

  it('waits at three gates, rests at one, and has one case completed', () => {
    expect(new Set(standing('awaitingDecision').map((demo) => standOf(demo)[1])).size).toBeGreaterThanOrEqual(3)
    expect(standing('onHold')).toHaveLength(1)
    expect(standing('completed').map((demo) => standOf(demo)[1])).toEqual(['followup'])
  })

  it('has ended where the flow says that a case ends, for the right reason', () => {
    const stops = standing('stopped').flatMap((demo) => {
      const ruling = last(demo)?.[1].rulings.at(-1)
      return ruling?.outcome === 'stop' ? [[standOf(demo)[1], ruling.stopReason, demo] as const] : []
    })
    const pairs = stops.map(([phase, reason]) => `${phase} ${reason}`)
    expect(pairs).toEqual(
      expect.arrayContaining([
        'ideas needNotSubstantiated',
        'ideas duplicate',
        'ideas notInStrategy',
        'matching noQuantifiedBenefit',
        'matching marketCannotDeliver',
        'verification potentialNotVerified',
      ]),
    )
    for (const [, reason, demo] of stops) {
      const criterion = reasonOf[reason]
      if (criterion) expect(replay(demo).at(-1)?.unmet).toContain(criterion)
    }
  })

  it('shows what triage can do with an idea', () => {
    const triages = standing('idea').map(({ triage }) => triage)
    expect(triages.filter((triage) => triage === 'leave').length).toBeGreaterThanOrEqual(2)
    expect(triages.some((triage) => triage !== undefined && triage !== 'leave' && 'answer' in triage)).toBe(true)
    const merged = standing('idea').find(({ triage }) => typeof triage === 'object' && 'mergeInto' in triage)
    const target = typeof merged?.triage === 'object' && 'mergeInto' in merged.triage ? merged.triage.mergeInto : ''
    // The merged idea must come after its target, and the product must itself have suggested it.
    const titles = portfolio.map(({ submission }) => submission.title)
    expect(titles.indexOf(target)).toBeLessThan(titles.indexOf(merged?.submission.title ?? ''))
    const others = portfolio.filter((demo) => demo !== merged)
    const textOf = ({ submission: { title, description } }: DemoCase): string => `${title} ${description}`
    expect(merged && mostAlike(textOf(merged), others, textOf, 5).map(({ item }) => item.submission.title)).toContain(target)
  })

  it('comes from every kind of sender and from most of the county', () => {
    expect(new Set(portfolio.map(({ submission }) => submission.sender))).toEqual(new Set(senders))
    const organisations = new Set(portfolio.map(({ submission }) => submission.organisation))
    expect(organisations.has('region-kalmar')).toBe(true)
    expect(organisations.size - 1).toBeGreaterThanOrEqual(8)
  })

  it('tells of nothing measured or signed after the day it is told from', () => {
    const past = new Set([
      'measuredOn',
      'takenOn',
      'signedOn',
      'heldOn',
      'confirmedOn',
      'analysedOn',
      'openedOn',
      'sentOn',
      'evaluatedOn',
      'checkedOn',
      'endedOn',
      'startedOn',
    ])
    const datesIn = (value: unknown, key = ''): string[] => {
      if (typeof value === 'string') return past.has(key) && /^\d{4}-\d{2}-\d{2}$/.test(value) ? [value] : []
      if (typeof value !== 'object' || value === null) return []
      return Object.entries(value).flatMap(([name, member]) => datesIn(member, Array.isArray(value) ? key : name))
    }
    const dates = datesIn(portfolio)
    expect(dates.length).toBeGreaterThan(500)
    expect(dates.filter((date) => date < '2024-01-01' || date > toldUntil)).toEqual([])
  })
})
