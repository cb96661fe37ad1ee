import * as z from 'zod'
import { author } from './actor.ts'
import { caseId, eventId, timestamp } from './ids.ts'
import type { Text } from './language.ts'
import { phase } from './words.ts'

/** CloudEvents 1.0 (JSON). `subject` is the case, `phase` routes to one phase among the seven, `actor` says who. */
const envelopeFields = {
  specversion: z.literal('1.0'),
  id: eventId,
  source: z.string().regex(/^\/services\/[a-z]+$/),
  subject: caseId,
  time: timestamp,
  datacontenttype: z.literal('application/json'),
  traceparent: z.string().optional(),
  phase: phase.optional(),
  actor: author,
}

/** Any event of ours before its type is known: what a relay, a journal and an inbox look at first. */
export const anyEvent = z.object({
  ...envelopeFields,
  type: z.string().regex(/^se\.behovsflodet\.[a-z-]+\.v\d+$/),
  data: z.record(z.string(), z.unknown()),
})
export type AnyEvent = z.infer<typeof anyEvent>

export interface EventDefinition<Name extends string = string, Data extends z.ZodObject = z.ZodObject> {
  readonly name: Name
  readonly type: `se.behovsflodet.${Name}.v1`
  readonly summary: Text
  /** Consumers tolerate fields that they do not know; producers send none that are not here. */
  readonly data: Data
  readonly envelope: z.ZodType<AnyEvent & { data: z.infer<Data> }>
}

export const defineEvent = <Name extends string, Data extends z.ZodObject>(
  name: Name,
  summary: Text,
  data: Data,
): EventDefinition<Name, Data> => {
  const type = `se.behovsflodet.${name}.v1` as const
  return {
    name,
    type,
    summary,
    data,
    // The inferred object type and AnyEvent & data describe the same value; zod cannot state the intersection.
    envelope: z.object({ ...envelopeFields, type: z.literal(type), data }) as unknown as z.ZodType<
      AnyEvent & { data: z.infer<Data> }
    >,
  }
}

export type EventData<D extends EventDefinition> = z.infer<D['data']>
export type EventOf<D extends EventDefinition> = z.infer<D['envelope']>

/** A fact that a transition states; the kit gives it id, time, source and trace when it is saved. */
export interface Fact {
  readonly definition: EventDefinition
  readonly data: Record<string, unknown>
  readonly phase?: z.infer<typeof phase> | undefined
}

/** Ties the data to the definition, so that a fact cannot be stated with another event's fields. */
export const fact = <D extends EventDefinition>(
  definition: D,
  data: EventData<D>,
  routing: { phase?: z.infer<typeof phase> } = {},
): Fact => ({ definition, data, phase: routing.phase })
