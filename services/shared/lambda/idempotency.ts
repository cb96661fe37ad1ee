import * as z from 'zod'
import { digestOf } from './digest.ts'
import type { Reply } from './reply.ts'
import type { Item, Key, Table } from './table.ts'
import { daySeconds, epochSeconds } from './unit-of-work.ts'

/** draft-ietf-httpapi-idempotency-key-header-07: how long the first answer is kept. */
const retentionDays = 7

const stored = z.object({
  requestDigest: z.string(),
  reply: z.object({ status: z.number(), headers: z.record(z.string(), z.string()), body: z.string() }),
})

export const idempotencyKey = z.string().regex(/^[\x21-\x7e]{8,100}$/)

/** Only a digest: what a caller puts in a key, and where an anonymous one calls from, is nobody's to read. */
const keyOf = (caller: string, operationId: string, key: string): Key => ({
  pk: `IDEMPOTENCY#${digestOf({ caller, operationId, key })}`,
  sk: 'ANSWER',
})

export interface IdempotentRequest {
  /** Keys of different callers never meet: the subject, or for anonymous callers where they call from. */
  readonly caller: string
  readonly operationId: string
  readonly key: string
  readonly request: unknown
}

export const idempotencyRow = ({ caller, operationId, key, request }: IdempotentRequest, reply: Reply, now: string): Item => ({
  ...keyOf(caller, operationId, key),
  body: { requestDigest: digestOf(request), reply },
  expiresAt: epochSeconds(now) + retentionDays * daySeconds,
})

/** The first answer to the same request; `reused` when the key was used for another one. */
export const findFirstAnswer = async (
  table: Table,
  { caller, operationId, key, request }: IdempotentRequest,
): Promise<Reply | 'reused' | undefined> => {
  const item = await table.get(keyOf(caller, operationId, key))
  if (!item) return undefined
  const { requestDigest, reply } = stored.parse(item.body)
  return requestDigest === digestOf(request)
    ? { ...reply, headers: { ...reply.headers, 'idempotency-replayed': 'true' } }
    : 'reused'
}
