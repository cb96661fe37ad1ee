import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { catalogueEvents } from '#contracts/catalogue-events.ts'
import { anyEvent } from '#contracts/event.ts'
import { eventDefinitions } from '#contracts/events.ts'
import { forumEvents } from '#contracts/forum-events.ts'
import { completedStory, createStory, stoppedStory } from '../testing/case-story.ts'
import { eventName, tellEvent } from './timeline.ts'

const story = stoppedStory()
const told = (name: string, of = story) => {
  const event = of.events.findLast(({ type }) => type === `se.behovsflodet.${name}.v1`)
  if (!event) throw new Error(`the story has no ${name}`)
  return tellEvent(event)
}

/** No case tells of the market: its events are those that the published language gives as examples. */
const marketExamples = [...catalogueEvents, ...forumEvents].map(({ name }) =>
  anyEvent.parse(
    JSON.parse(readFileSync(new URL(`../../shared/contracts/examples/${name}.json`, import.meta.url), 'utf8')) as unknown,
  ),
)

it("tells every event of the published language, by the definition's own name", () => {
  const ideas = createStory()
  ideas.merge()
  ideas.refuse('ideas', ideas.answer())
  const redrive = createStory({ number: 2 })
  redrive.redrive()
  const all = [...story.events, ...completedStory().events, ...ideas.events, ...redrive.events, ...marketExamples]
  for (const { type, summary } of eventDefinitions) {
    const event = all.find((candidate) => candidate.type === type)
    if (!event) throw new Error(`no story has ${type}`)
    expect(eventName(type)).toBe(summary)
    expect(Object.keys(tellEvent(event).data), type).not.toEqual([])
  }
})

it('leaves an event it does not know its type for a name', () => {
  expect(eventName('se.behovsflodet.other.v1')).toEqual({ sv: 'se.behovsflodet.other.v1', en: 'se.behovsflodet.other.v1' })
})

it('of an event whose data it cannot read, tells who did it and when', () => {
  const [event] = story.events
  if (!event) throw new Error('no events')
  expect(tellEvent({ ...event, data: { written: 'by another version' } })).toEqual({
    id: event.id,
    time: event.time,
    type: event.type,
    actor: event.actor,
    data: {},
  })
})

it('says which section was saved, in which version', () => {
  expect(told('section-saved')).toMatchObject({
    phase: 'ideas',
    actor: { name: 'Maria Lindqvist' },
    data: { section: 'need', version: 2, status: 'complete' },
  })
})

it('says which unit answered what', () => {
  expect(told('opinion-given')).toMatchObject({ phase: 'ideas', data: { unit: 'it', answer: 'partially' } })
})

it('gives a decision with its reason, who made it and by which right', () => {
  expect(told('decision-made')).toMatchObject({
    phase: 'matching',
    data: {
      gate: 'BP2',
      round: 2,
      outcome: 'stop',
      stopReason: 'marketCannotDeliver',
      reason: 'Enligt underlaget.',
      decidedBy: 'Beslutsfattare healthDirector',
      office: 'healthDirector',
      delegation: 'D 2.1',
    },
  })
})

it('says what the evidence lacked, without repeating the evidence', () => {
  const first = story.events.find(({ type }) => type.includes('decision-requested'))
  if (!first) throw new Error('no decision was requested')
  const { data } = tellEvent(first)
  expect(data).toMatchObject({ gate: 'BP1', round: 1, value: 250_000_000, unmet: ['needSubstantiated'] })
  expect(data).not.toHaveProperty('evidence')
})

it('does not carry the dossier that follows a case', () => {
  expect(told('case-handed-over')).toMatchObject({ phase: 'ideas', data: { from: 'ideas', to: 'matching' } })
  expect(told('case-handed-over').data).not.toHaveProperty('dossier')
})
