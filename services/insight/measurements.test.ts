import { describe, expect, it } from 'vitest'
import type { AnyEvent } from '#contracts/event.ts'
import { redriveEnded } from '#contracts/events.ts'
import { redriveId } from '#contracts/ids.ts'
import { metrics } from '#contracts/metrics.ts'
import { phases } from '#contracts/words.ts'
import { eventOf } from '#lambda/testing/event.ts'
import type { EmbeddedValue } from '#lambda/testing/embedded-metric-format.ts'
import { completedStory, createStory, stoppedStory } from './testing/case-story.ts'
import { createRecordedInsight } from './testing/recorded-insight.ts'

const told = ({ name, value, dimensions: { county, ...dimensions } }: EmbeddedValue): string =>
  [county, name, ...Object.values(dimensions), value].join(' ')

const without = (measured: readonly EmbeddedValue[], { name }: { name: string }) => measured.filter((one) => one.name !== name)

describe('the figures of a case', () => {
  it('count each hand-over, end and decision where it happens', async () => {
    const insight = createRecordedInsight()
    await insight.record(stoppedStory().events)
    expect(without(insight.measured(), metrics.decisionWaitWorkingDays).map(told)).toEqual([
      'kalmar CasesReceived ideas 1',
      'kalmar DecisionsMade BP1 revise 1',
      'kalmar DecisionsMade BP1 go 1',
      'kalmar CasesHandedOver ideas 1',
      'kalmar CasesReceived matching 1',
      'kalmar DecisionsMade BP2 hold 1',
      'kalmar DecisionsMade BP2 stop 1',
      'kalmar CasesClosed matching 1',
    ])
  })

  it('are each counted once, however often and in whatever order the events come again', async () => {
    const insight = createRecordedInsight()
    const { events } = completedStory()
    await insight.record(events)
    const once = insight.measured().map(told)
    for (const phase of phases) expect(once).toContain(`kalmar CasesReceived ${phase} 1`)
    expect(once).toContain('kalmar CasesCompleted followup 1')
    await insight.record(events.toReversed())
    expect(insight.measured().map(told)).toEqual(once)
  })

  it('tell how long a decision was waited for, in working days', async () => {
    const insight = createRecordedInsight()
    const story = createStory({ startsAt: '2026-11-06T08:00:00.000Z' })
    story.submit()
    story.accept()
    story.receive('ideas')
    story.assign('ideas')
    story.requestDecision('ideas', 1)
    const decided = story.decide('ideas', 1, { outcome: 'go' })
    const later = JSON.parse(
      // From a Friday over a weekend to the Tuesday.
      JSON.stringify(decided).replace('"decidedAt":"2026-11-06T08:00:00.000Z"', '"decidedAt":"2026-11-10T08:00:00.000Z"'),
    ) as AnyEvent // the same event, made later
    await insight.record([...story.events.slice(0, -1), later])
    expect(insight.measured().map(told)).toContain('kalmar DecisionWaitWorkingDays BP1 2')
  })

  it('leave the wait out where the decision is heard of before its request', async () => {
    const insight = createRecordedInsight()
    const story = createStory()
    story.submit()
    story.accept()
    story.receive('ideas')
    story.assign('ideas')
    story.decide('ideas', 1, { outcome: 'go' })
    await insight.record(story.events)
    expect(insight.measured().map(told)).toEqual(['kalmar CasesReceived ideas 1', 'kalmar DecisionsMade BP1 go 1'])
  })
})

describe('once a day', () => {
  it("every phase tells what it has under way, how much of it is late, and the county's longest delay", async () => {
    const insight = createRecordedInsight()
    for (const [number, dueOn] of [
      [1, '2026-12-15'],
      [2, '2026-12-15'],
      [3, '2026-12-11'],
    ] as const) {
      const story = createStory({ number, dueOn })
      story.submit()
      story.accept()
      story.receive('ideas')
      await insight.record(story.events)
    }
    const already = insight.measured().length
    insight.clock.set('2026-12-15T03:00:00.000Z')
    await insight.measureCases()
    const measured = insight.measured().slice(already).map(told)
    expect(measured).toHaveLength(3 * phases.length)
    // From Friday the 11th to Tuesday the 15th.
    for (const line of ['CasesUnderWay ideas 3', 'CasesOverdue ideas 1', 'LongestDelayWorkingDays ideas 2'])
      expect(measured).toContain(`kalmar ${line}`)
    for (const line of ['CasesUnderWay matching 0', 'CasesOverdue matching 0', 'LongestDelayWorkingDays matching 0'])
      expect(measured).toContain(`kalmar ${line}`)
  })
})

it('a redrive that has ended tells how many messages it has put back', async () => {
  const insight = createRecordedInsight()
  const { caseId } = createStory()
  const ended = (id: string, moved: number) =>
    eventOf(
      redriveEnded,
      {
        redriveId: redriveId.parse(caseId),
        queue: 'kalmar-ideas-inbox-dlq.fifo',
        ending: 'done',
        moved,
        failed: 0,
        left: 0,
      },
      { id, subject: caseId, from: 'operations' },
    )
  await insight.record([ended('01a00000-0000-7000-8000-00000000f001', 3), ended('01a00000-0000-7000-8000-00000000f002', 0)])
  expect(insight.measured().map(told)).toEqual(['kalmar MessagesRedriven kalmar-ideas-inbox-dlq.fifo 3'])
})
