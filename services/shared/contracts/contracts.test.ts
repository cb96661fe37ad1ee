import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { defineEvent } from './event.ts'
import { catalogueEvents } from './catalogue-events.ts'
import * as events from './events.ts'
import { forumEvents } from './forum-events.ts'
import { assessmentOf, gateOf, phaseAfter, phaseOfGate } from './flow.ts'
import { unmetMandatory } from './go.ts'
import { caseNumber, decisionRequestId, organisationId } from './ids.ts'
import { ruling } from './decision.ts'
import * as words from './words.ts'

describe('the flow', () => {
  it('goes through seven phases in order, each to its gate, and ends', () => {
    const way: string[] = []
    for (let phase: words.Phase | undefined = 'ideas'; phase; phase = phaseAfter(phase)) way.push(`${phase} ${gateOf[phase]}`)
    expect(way).toEqual([
      'ideas BP1',
      'matching BP2',
      'verification BP3',
      'procurement BP4',
      'validation BP5',
      'rollout handover',
      'followup review',
    ])
    expect(words.gates.map((gate) => gateOf[phaseOfGate(gate)])).toEqual([...words.gates])
  })

  it('assesses the benefit in full four times', () => {
    expect(words.phases.map((phase) => assessmentOf[phase])).toEqual([
      'NV1',
      'NV2',
      'NV3',
      undefined,
      undefined,
      undefined,
      'NV4',
    ])
  })
})

describe('go', () => {
  const criterion = (status: words.CriterionStatus, isMandatory: boolean) => ({
    id: `${status}${isMandatory}`,
    name: { sv: '', en: '' },
    because: { sv: '', en: '' },
    evidence: [],
    source: '',
    status,
    isMandatory,
  })

  it('is possible when every mandatory criterion is met: not met and unknown both forbid it, advisory ones never do', () => {
    const all = words.criterionStatuses.flatMap((status) => [criterion(status, true), criterion(status, false)])
    expect(unmetMandatory(all).map(({ id }) => id)).toEqual(['notMettrue', 'unknowntrue'])
    expect(unmetMandatory([])).toEqual([])
  })
})

describe('events', () => {
  const exported = Object.values(events).filter((value) => !Array.isArray(value))

  it('are all in the list that the journal and the documents are made from, each once', () => {
    expect(exported.length).toBeGreaterThan(20)
    expect(new Set(events.eventDefinitions)).toEqual(new Set([...exported, ...catalogueEvents, ...forumEvents]))
    expect(new Set(events.eventDefinitions.map(({ type }) => type)).size).toBe(events.eventDefinitions.length)
  })

  it.each(events.eventDefinitions.map((definition) => [definition.name, definition] as const))(
    '%s is named in the past, versioned, and told in both languages',
    (name, { type, summary }) => {
      expect(name).toMatch(/^[a-z]+(-[a-z]+)+$/)
      expect(type).toBe(`se.behovsflodet.${name}.v1`)
      expect(summary.sv.length).toBeGreaterThan(5)
      expect(summary.en.length).toBeGreaterThan(5)
    },
  )

  const sample = defineEvent('sample-told', { sv: 'Exempel', en: 'Sample' }, z.object({ amount: z.int() }))
  const told = {
    specversion: '1.0',
    id: '01a00000-0000-7000-8000-000000000001',
    source: '/services/test',
    type: sample.type,
    subject: '01a00000-0000-7000-8000-000000000002',
    time: '2026-11-20T08:00:00.000Z',
    datacontenttype: 'application/json',
    actor: { subject: 'system', name: 'Behovsflödet' },
    data: { amount: 1 },
  }

  it('tolerate fields that a later producer adds', () => {
    expect(sample.envelope.safeParse({ ...told, later: 1, data: { amount: 1, later: 2 } }).success).toBe(true)
  })

  it.each([
    ['another type', { type: 'se.behovsflodet.other-told.v1' }],
    ['no case', { subject: undefined }],
    ['a time that is not UTC', { time: '2026-11-20T08:00:00+01:00' }],
    ['a source that is no service', { source: 'https://example.com' }],
    ['nobody who did it', { actor: undefined }],
    ['data of another form', { data: { amount: 'one' } }],
  ])('are none with %s', (_, wrong) => {
    expect(sample.envelope.safeParse({ ...told, ...wrong }).success).toBe(false)
  })
})

describe('a ruling', () => {
  it.each([
    ['go', { outcome: 'go', reason: 'r' }, true],
    ['go without a reason', { outcome: 'go', reason: '' }, false],
    ['go with a reason of blanks', { outcome: 'go', reason: ' \t\n' }, false],
    ['revise that names a blank', { outcome: 'revise', reason: 'r', missing: ['m', '  '] }, false],
    ['revise', { outcome: 'revise', reason: 'r', missing: ['m'] }, true],
    ['revise that names nothing', { outcome: 'revise', reason: 'r', missing: [] }, false],
    ['hold', { outcome: 'hold', reason: 'r', wakeOn: '2026-12-01' }, true],
    ['hold without a day', { outcome: 'hold', reason: 'r' }, false],
    ['stop', { outcome: 'stop', reason: 'r', stopReason: 'tooRisky' }, true],
    ['stop without its code', { outcome: 'stop', reason: 'r' }, false],
    ['stop with a code that is none', { outcome: 'stop', reason: 'r', stopReason: 'tired' }, false],
    ['go with a day', { outcome: 'go', reason: 'r', wakeOn: '2026-12-01' }, false],
    ['another outcome', { outcome: 'maybe', reason: 'r' }, false],
  ])('%s', (_, value, isOne) => expect(ruling.safeParse(value).success).toBe(isOne))
})

describe('an id', () => {
  it.each([
    [caseNumber, 'KLM-2026-0042', true],
    [caseNumber, 'KLM-26-42', false],
    [organisationId, 'region-kalmar', true],
    [organisationId, 'Region Kalmar', false],
    [decisionRequestId, '01a00000-0000-7000-8000-000000000001-BP1-1', true],
    [decisionRequestId, '01a00000-0000-7000-8000-000000000001-handover-12', true],
    [decisionRequestId, '01a00000-0000-7000-8000-000000000001-BP6-1', false],
  ])('%#: %s', (schema, value, isOne) => expect(schema.safeParse(value).success).toBe(isOne))
})

describe('words', () => {
  it('have a name in both languages, each its own', () => {
    const names = Object.entries(words).filter(([key]) => key.endsWith('Names'))
    expect(names.length).toBeGreaterThan(12)
    for (const [key, value] of names) {
      const texts = Object.values(z.record(z.string(), z.object({ sv: z.string().min(1), en: z.string().min(1) })).parse(value))
      for (const language of ['sv', 'en'] as const)
        expect([key, new Set(texts.map((text) => text[language])).size]).toEqual([key, texts.length])
    }
  })
})
