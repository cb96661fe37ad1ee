import { describe, expect, it } from 'vitest'
import { caseEvidence } from '#phase/domain/case-evidence.ts'
import { judgeCriteria } from '#phase/domain/judge-criteria.ts'
import {
  akBrevEvidence,
  akBrevParts,
  problemsOf,
  withFields,
  withLines,
  withoutSection,
} from '#phase/testing/evidence-fixture.ts'
import type { Break } from '#phase/testing/evidence-fixture.ts'
import { describeGate } from '#phase/testing/gate-suite.ts'
import { akBrevIdeas } from '../../demo/ak-brev/ideas.ts'
import { ideas } from './phase.ts'
import { functions } from './sections/functions.ts'
import { priority } from './sections/priority.ts'
import { process } from './sections/process.ts'
import { strategy } from './sections/strategy.ts'
import { substantiation } from './sections/substantiation.ts'

const { sections } = akBrevIdeas

describeGate({
  phase: ideas,
  content: akBrevIdeas,
  breaking: {
    needSubstantiated: [
      withFields('substantiation', {
        evidence: sections.substantiation.evidence.filter(({ kind }) => kind === 'views'),
      }),
    ],
    confirmedByProfessions: [
      withFields('substantiation', {
        confirmations: sections.substantiation.confirmations.map((confirmation) => ({ ...confirmation, profession: 'nurse' })),
      }),
    ],
    functionsTiedToNeed: [
      withFields('functions', {
        functions: sections.functions.functions.map((needed, index) => (index === 0 ? { ...needed, step: 1 } : needed)),
      }),
    ],
    servesStrategy: [withFields('strategy', { goals: ['aGoalOfAnotherCounty'] })],
    prioritised: [withFields('priority', { scores: sections.priority.scores.slice(1) })],
    benefitExpected: [withLines((lines) => lines.filter(({ side }) => side === 'cost'))],
  },
})

const advisory = (id: string, change: Break) =>
  judgeCriteria(ideas, caseEvidence(change(akBrevParts(ideas, akBrevIdeas)))).find((criterion) => criterion.id === id)?.status

describe('advice at BP1', () => {
  it('an idea that comes at the wrong time is marked', () => {
    expect(advisory('timely', (parts) => parts)).toBe('met')
    expect(advisory('timely', withFields('strategy', { timing: 'later' }))).toBe('notMet')
  })

  it('a need that our own system already meets is marked', () => {
    const [finding] = sections.marketScan.findings
    expect(advisory('notAlreadySolved', (parts) => parts)).toBe('met')
    expect(
      advisory('notAlreadySolved', withFields('marketScan', { findings: [{ ...finding, availability: 'underContract' }] })),
    ).toBe('notMet')
    expect(advisory('notAlreadySolved', withoutSection('marketScan'))).toBe('unknown')
  })
})

it('the value for the delegation order is the likely cost a year, unknown until it is assessed', () => {
  expect(ideas.valueOf(akBrevEvidence(ideas, akBrevIdeas))).toBe(25_000_000)
  expect(ideas.valueOf({ ...akBrevEvidence(ideas, akBrevIdeas), assessment: undefined })).toBeUndefined()
})

describe('what a section refuses when it is marked complete', () => {
  const context = akBrevEvidence(ideas, akBrevIdeas)
  const codes = (...args: Parameters<typeof problemsOf>) => problemsOf(...args).map(({ pointer, code }) => [pointer, code])

  it('a process that the idea does not touch', () => {
    const steps = sections.process.steps.map((step) => ({ ...step, isAffected: false }))
    expect(codes(process, { ...sections.process, steps }, context)).toEqual([['/steps', 'noAffectedStep']])
  })

  it('a need that one profession alone confirms', () => {
    const confirmations = sections.substantiation.confirmations.slice(0, 1)
    expect(codes(substantiation, { ...sections.substantiation, confirmations }, context)).toEqual([
      ['/confirmations', 'tooFewProfessions'],
    ])
  })

  const [first, second] = sections.functions.functions

  it('a function with a number of another form', () => {
    expect(codes(functions, { functions: [{ ...first, id: 'F1' }] }, context)).toEqual([
      ['/functions/0/id', 'notAFunctionNumber'],
    ])
  })

  it('two functions with one number', () => {
    expect(codes(functions, { functions: [first, { ...second, id: first.id }] }, context)).toEqual([
      ['/functions/1/id', 'duplicateNumber'],
    ])
  })

  it('a function in a step that stays as it is', () => {
    expect(codes(functions, { functions: [{ ...first, step: 2 }] }, context)).toEqual([['/functions/0/step', 'stepNotAffected']])
  })

  it('no step before the process is complete', () => {
    const before = caseEvidence(withoutSection('process')(akBrevParts(ideas, akBrevIdeas)))
    expect(codes(functions, { functions: [{ ...first, step: 2 }] }, before)).toEqual([])
  })

  it('a goal that the strategy does not have', () => {
    expect(codes(strategy, { ...sections.strategy, goals: ['safety', 'growth'] }, context)).toEqual([['/goals/1', 'unknownGoal']])
  })

  it('a score under a criterion that the county does not have', () => {
    const scores = [...sections.priority.scores, { criterion: 'taste', score: 5, reason: 'x' }]
    expect(codes(priority, { scores }, context)).toEqual([['/scores/4/criterion', 'unknownCriterion']])
  })

  it('two scores under one criterion', () => {
    const scores = [...sections.priority.scores, sections.priority.scores[0]]
    expect(codes(priority, { scores }, context)).toEqual([['/scores/4/criterion', 'scoredTwice']])
  })

  it('a criterion of the county without a score', () => {
    expect(problemsOf(priority, { scores: sections.priority.scores.slice(1) }, context)).toEqual([
      {
        pointer: '/scores',
        code: 'notScored',
        message: { sv: 'Sätt poäng för Behovets tyngd.', en: 'Give a score for Weight of the need.' },
      },
    ])
  })
})
