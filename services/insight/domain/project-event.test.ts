import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { kalmar } from '#counties/kalmar.ts'
import type { AnyEvent } from '#contracts/event.ts'
import { completedStory, createStory, stoppedStory } from '../testing/case-story.ts'
import type { Story } from '../testing/case-story.ts'
import type { CaseRow } from './case-row.ts'
import { projectEvent } from './project-event.ts'
import { ageWorkingDays, byConcern, isOverdue, standingOf } from './standing.ts'
import type { Standing } from './standing.ts'

const project = (events: readonly AnyEvent[]): CaseRow | undefined =>
  events.reduce<CaseRow | undefined>((row, event) => projectEvent(row, event), undefined)

const standingAfter = (story: Story): Standing => {
  const row = project(story.events)
  const standing = row && standingOf(row, kalmar)
  if (!standing) throw new Error('the story has not become a case')
  return standing
}

const accepted = (): Story => {
  const story = createStory()
  story.submit()
  story.accept()
  story.receive('ideas')
  return story
}

describe('where a case stands', () => {
  it('is nowhere while it is only an idea', () => {
    const story = createStory()
    story.submit()
    const row = project(story.events)
    expect(row?.idea).toEqual({ title: 'Digitalt AK-brev', submittedAt: '2026-11-02T08:00:00.000Z', answerDueOn: '2026-11-16' })
    expect(row && standingOf(row, kalmar)).toBeUndefined()
  })

  it('waits for the role that owns the phase once it has been received', () => {
    expect(standingAfter(accepted())).toMatchObject({
      phase: 'ideas',
      status: 'received',
      phaseSince: '2026-11-02T08:02:00.000Z',
      dueOn: '2026-12-15',
      ball: { with: 'role', role: 'caseOfficer', organisation: 'vasterviks-kommun' },
      round: 0,
    })
  })

  it('waits for the procurement officer in procurement', () => {
    const story = accepted()
    story.receive('procurement')
    expect(standingAfter(story).ball).toMatchObject({ with: 'role', role: 'procurementOfficer' })
  })

  it('is with whoever took it on, and says which opinions are awaited', () => {
    const story = accepted()
    story.assign('ideas')
    story.askOpinion('ideas', 1, 'it')
    story.askOpinion('ideas', 2, 'law')
    story.askOpinion('ideas', 3, 'mta')
    story.giveOpinion('ideas', 2, 'law')
    story.withdrawOpinion('ideas', 3, 'mta')
    expect(standingAfter(story)).toMatchObject({
      status: 'inProgress',
      assignee: { subject: 'maria', name: 'Maria Lindqvist' },
      ball: { with: 'person', person: { subject: 'maria', name: 'Maria Lindqvist' } },
      openOpinions: [{ opinionId: story.opinionId(1), unit: 'it', dueOn: '2026-11-19' }],
    })
  })

  it('is with the offices that may decide, until it is decided', () => {
    const story = accepted()
    story.assign('ideas')
    story.requestDecision('ideas', 1)
    expect(standingAfter(story).ball).toEqual({
      with: 'offices',
      offices: [],
      gate: 'BP1',
      requestId: story.requestIdOf('ideas', 1),
    })
    story.openDecision('ideas', 1)
    expect(standingAfter(story)).toMatchObject({
      status: 'awaitingDecision',
      round: 1,
      ball: { with: 'offices', offices: ['healthDirector', 'socialDirector'], gate: 'BP1', dueOn: '2026-11-27' },
    })
    story.decide('ideas', 1, { outcome: 'revise', missing: ['Fler källor'] })
    expect(standingAfter(story).ball).toEqual({ with: 'nobody' })
    story.giveBack('ideas', 1, 'revised')
    expect(standingAfter(story)).toMatchObject({ status: 'inProgress', dueOn: '2027-01-29', round: 1, ball: { with: 'person' } })
  })

  it('does not mix the offices of an earlier round into the next', () => {
    const story = accepted()
    story.assign('ideas')
    story.requestDecision('ideas', 1)
    story.openDecision('ideas', 1)
    story.expire('ideas', 1)
    story.giveBack('ideas', 1, 'expired')
    story.requestDecision('ideas', 2)
    expect(standingAfter(story)).toMatchObject({
      round: 2,
      ball: { with: 'offices', offices: [], requestId: story.requestIdOf('ideas', 2) },
    })
  })

  it('rests with the calendar until its day', () => {
    const story = accepted()
    story.assign('ideas')
    story.hold('ideas', '2027-02-01')
    expect(standingAfter(story)).toMatchObject({
      status: 'onHold',
      dueOn: '2027-02-01',
      ball: { with: 'calendar', wakeOn: '2027-02-01' },
    })
    story.wake('ideas')
    expect(standingAfter(story)).toMatchObject({ status: 'inProgress', dueOn: '2027-03-31' })
  })

  it("is in the next phase from the hand-over on, with the county's promise, before that phase has answered", () => {
    const story = accepted()
    story.assign('ideas')
    story.handOver('ideas')
    expect(standingAfter(story)).toMatchObject({
      phase: 'matching',
      status: 'received',
      // 60 working days after 2 November 2026: 20 in November, 20 in December, 19 in January, and one.
      dueOn: '2027-02-01',
    })
    expect(standingAfter(story).assignee).toBeUndefined()
  })

  it('names the reason of a stop, and nobody has the ball', () => {
    expect(standingAfter(stoppedStory())).toMatchObject({
      phase: 'matching',
      status: 'closed',
      stopReason: 'marketCannotDeliver',
      ball: { with: 'nobody' },
      openOpinions: [],
      endedOn: '2026-11-02',
    })
  })

  it('is completed after the last review, with the day to look again', () => {
    expect(standingAfter(completedStory())).toMatchObject({
      phase: 'followup',
      status: 'completed',
      nextFollowUpOn: '2028-01-15',
    })
  })

  it('does not move back when an earlier phase still writes', () => {
    const story = completedStory()
    const before = project(story.events)
    story.saveSection('procurement', 'standstill')
    story.assign('ideas')
    expect(project(story.events)).toEqual(before)
  })
})

describe('order of arrival', () => {
  const stories = [stoppedStory(), completedStory()]

  it.each(stories)('does not matter', ({ events }) => {
    const expected = project(events)
    fc.assert(
      fc.property(fc.shuffledSubarray(events, { minLength: events.length }), (arrived) => {
        expect(project(arrived)).toEqual(expected)
      }),
      { numRuns: 300 },
    )
  })

  it.each(stories)('does not matter for any part of the events either', ({ events }) => {
    fc.assert(
      fc.property(fc.shuffledSubarray(events, { minLength: 1 }), (arrived) => {
        expect(project(arrived)).toEqual(project(arrived.toSorted((a, b) => (a.id < b.id ? -1 : 1))))
      }),
      { numRuns: 300 },
    )
  })

  it.each(stories)('events that come twice change nothing', ({ events }) => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...events)), (again) => {
        expect(project([...events, ...again])).toEqual(project(events))
      }),
    )
  })

  it('the later of two events at the same moment wins by its id', () => {
    const story = accepted()
    const first = story.assign('ideas', { subject: 'a', name: 'A' })
    const second = { ...story.assign('ideas', { subject: 'b', name: 'B' }), time: first.time }
    const rest = story.events.slice(0, 3)
    expect(project([...rest, first, second])).toEqual(project([...rest, second, first]))
    expect(project([...rest, first, second])?.current?.assignee?.value.subject).toBe('b')
  })

  it('compares moments, not how precisely they are written', () => {
    const story = accepted()
    const first = { ...story.assign('ideas', { subject: 'a', name: 'A' }), time: '2026-11-03T08:00:00Z' }
    const second = { ...story.assign('ideas', { subject: 'b', name: 'B' }), time: '2026-11-03T08:00:00.500Z' }
    expect(project([...story.events.slice(0, 3), second, first])?.current?.assignee?.value.subject).toBe('b')
  })
})

describe('time', () => {
  const standing = standingAfter(accepted())

  it('is overdue from the day after the promised one', () => {
    expect(isOverdue(standing, '2026-12-15')).toBe(false)
    expect(isOverdue(standing, '2026-12-16')).toBe(true)
  })

  it('is never overdue once it has ended', () => {
    expect(isOverdue(standingAfter(stoppedStory()), '2030-01-01')).toBe(false)
    expect(isOverdue(standingAfter(completedStory()), '2030-01-01')).toBe(false)
  })

  it('counts age in working days, and stops counting when the case ends', () => {
    expect(ageWorkingDays(standing, '2026-11-09')).toBe(5)
    expect(ageWorkingDays(standingAfter(stoppedStory({ startsAt: '2026-11-06T08:00:00.000Z' })), '2027-06-01')).toBe(0)
  })

  it('sorts what has just become overdue first, then what falls due next', () => {
    const due = (dueOn: string): Standing => ({ ...standing, dueOn })
    const days = ['2026-12-24', '2026-11-03', '2026-11-19', '2026-11-20'].map(due).toSorted(byConcern('2026-11-20'))
    expect(days.map(({ dueOn }) => dueOn)).toEqual(['2026-11-19', '2026-11-03', '2026-11-20', '2026-12-24'])
  })
})
