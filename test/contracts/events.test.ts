import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { anyEvent } from '#contracts/event.ts'
import { decisionRequested, eventDefinitions } from '#contracts/events.ts'
import { frozenEvidence } from '#contracts/evidence.ts'
import { digestOf } from '#lambda/digest.ts'
import { services } from '../../services/services.ts'

/** The published language, held against one example of each event and against what the services declare. */

const folder = new URL('../../services/shared/contracts/examples/', import.meta.url)
const exampleOf = (name: string): unknown => JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8'))
const named = eventDefinitions.map((definition) => [definition.name, definition] as const)

const emittersOf = (type: string): string[] =>
  services.filter(({ emits }) => emits.some((event) => event.type === type)).map(({ name }) => name)
const receiversOf = (type: string): string[] =>
  services.filter(({ accepts }) => accepts.some(({ event }) => event.type === type)).map(({ name }) => name)

it('every event has its example, and every example its event', () => {
  expect(readdirSync(folder).toSorted()).toEqual(eventDefinitions.map(({ name }) => `${name}.json`).toSorted())
  expect(new Set(eventDefinitions.map(({ type }) => type)).size).toBe(eventDefinitions.length)
})

describe.each(named)('%s', (name, definition) => {
  const example = exampleOf(name)
  const event = anyEvent.parse(example)

  it('has an example that its envelope takes as it stands, without a field to spare', () => {
    // What parsing drops, nobody may send: producers send only what is defined.
    expect(definition.envelope.parse(example)).toEqual(example)
  })

  it('comes in the example from a service that declares it, to somebody who accepts it', () => {
    const [, , source] = event.source.split('/')
    expect(emittersOf(definition.type)).toContain(source)
    expect(receiversOf(definition.type)).toContain('insight')
  })

  it('carries its phase where somebody takes only the events of one', () => {
    const phases = services.flatMap(({ accepts }) =>
      accepts.flatMap(({ event: accepted, phase }) => (accepted.type === definition.type && phase ? [phase] : [])),
    )
    if (phases.length > 0) expect(phases).toContain(event.phase)
  })

  it('tolerates fields that come later, and no missing ones', () => {
    const later = { ...event, region: 'eu-north-1', data: { ...event.data, addedLater: true } }
    expect(definition.envelope.safeParse(later).success).toBe(true)
    const fields: Readonly<Record<string, z.ZodType>> = definition.data.shape
    const required = Object.entries(fields).filter(([, field]) => !field.safeParse(undefined).success)
    expect(required.length).toBeGreaterThan(0)
    for (const [key] of required) {
      const { [key]: _, ...rest } = event.data
      expect([key, definition.envelope.safeParse({ ...event, data: rest }).success]).toEqual([key, false])
    }
  })

  it('is not taken for its next version, nor for another event', () => {
    expect(definition.envelope.safeParse({ ...event, type: definition.type.replace('.v1', '.v2') }).success).toBe(false)
    for (const [, other] of named.filter(([otherName]) => otherName !== name))
      expect(other.envelope.safeParse(example).success).toBe(false)
  })

  it('says what it is in both languages', () => {
    expect(definition.type).toBe(`se.behovsflodet.${name}.v1`)
    expect(definition.summary.sv).not.toBe(definition.summary.en)
  })
})

describe('the examples together', () => {
  const events = eventDefinitions.map(({ name }) => anyEvent.parse(exampleOf(name)))

  it('have ids of their own, which tell the time', () => {
    expect(new Set(events.map(({ id }) => id)).size).toBe(events.length)
    for (const { id, time } of events) {
      expect(z.uuidv7().safeParse(id).success).toBe(true)
      // The first 48 bits of a UUIDv7 are milliseconds; the machine may have been a little ahead or behind.
      expect(Math.abs(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16) - Date.parse(time))).toBeLessThan(120 * 86_400_000)
    }
  })

  it('hold evidence whose digest is right', () => {
    const { evidence, digest } = frozenEvidence.parse(anyEvent.parse(exampleOf(decisionRequested.name)).data)
    expect(digestOf(evidence)).toBe(digest)
  })
})

describe('what services declare', () => {
  const known = new Set<string>(eventDefinitions.map(({ type }) => type))

  it.each(services.map((service) => [service.name, service] as const))(
    '%s emits and accepts known events, each once',
    (_, { emits, accepts }) => {
      const emitted = emits.map(({ type }) => type)
      const accepted = accepts.map(({ event, phase }) => `${event.type} ${phase ?? ''}`)
      expect([...emitted, ...accepts.map(({ event }) => event.type)].filter((type) => !known.has(type))).toEqual([])
      expect(new Set(emitted).size).toBe(emitted.length)
      expect(new Set(accepted).size).toBe(accepted.length)
    },
  )

  it('every event is emitted by somebody and accepted by insight', () => {
    expect(eventDefinitions.filter(({ type }) => emittersOf(type).length === 0).map(({ name }) => name)).toEqual([])
    expect(eventDefinitions.filter(({ type }) => !receiversOf(type).includes('insight')).map(({ name }) => name)).toEqual([])
  })

  it('a service with a relay has something to tell, and one that accepts has an inbox', () => {
    for (const { name, functions, emits, accepts } of services) {
      expect([name, functions.includes('relay')]).toEqual([name, emits.length > 0])
      expect([name, functions.includes('inbox')]).toEqual([name, accepts.length > 0])
      expect([name, functions.includes('api')]).toEqual([name, true])
    }
  })
})
