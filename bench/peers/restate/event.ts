import { createHash } from 'node:crypto'
import * as restate from '@restatedev/restate-sdk'

export interface Event {
  readonly id: string
  readonly source: string
  readonly type: string
  readonly subject: string
  readonly time: string
  readonly phase?: string
  readonly actor: string
  readonly data: Readonly<Record<string, unknown>>
}

/** What a handler knows of who asks and when: the time is kept by Restate, so that a replay sees the same. */
export interface Occasion {
  readonly source: string
  readonly caseId: string
  readonly actor: string
  readonly time: string
}

// The library's own type of it says `undefined` where its interface says nothing.
const json = restate.serde.json as restate.Serde<unknown>

type Sender = Pick<restate.Context, 'genericSend' | 'rand'>

/** A durable one-way call, delivered once: what the outbox, the queue and the inbox are elsewhere. */
export const send = (ctx: Sender, service: string, key: string, method: string, parameter: unknown): void => {
  ctx.genericSend({ service, key, method, parameter, inputSerde: json })
}

/** Tells the journal what has happened. */
export const emit = (
  ctx: Sender,
  name: string,
  { source, caseId, actor, time }: Occasion,
  data: Event['data'],
  phase?: string,
): void => {
  const event: Event = {
    id: ctx.rand.uuidv4(),
    source: `/services/${source}`,
    type: `se.behovsflodet.${name}.v1`,
    subject: caseId,
    time,
    ...(phase !== undefined && { phase }),
    actor,
    data,
  }
  send(ctx, 'journal', caseId, 'append', event)
}

export const timeOf = async (ctx: Pick<restate.Context, 'date'>): Promise<string> => new Date(await ctx.date.now()).toISOString()

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** Told to the caller and never tried again. */
export const refuse = (status: 404 | 409 | 412, code: string): never => {
  throw new restate.TerminalError(code, { errorCode: status })
}
