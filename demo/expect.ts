import { setTimeout as sleep } from 'node:timers/promises'
import type * as z from 'zod'
import type { ApiAnswer } from './client.ts'

const pollMilliseconds = 100
const patienceMilliseconds = 120_000

/** Looks until there is something to see. */
export const until = async <T>(what: string, look: () => Promise<T | undefined>): Promise<T> => {
  const giveUpAt = Date.now() + patienceMilliseconds
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- one look after the other
    const seen = await look()
    if (seen !== undefined) return seen
    if (Date.now() > giveUpAt) throw new Error(`Waited in vain for ${what}.`)
    // oxlint-disable-next-line no-await-in-loop -- as above
    await sleep(pollMilliseconds)
  }
}

/** Throws unless the answer has one of the statuses. @returns the status. */
export const expectStatus = ({ status, body }: ApiAnswer, what: string, ...allowed: number[]): number => {
  if (allowed.includes(status)) return status
  throw new Error(`${what}: ${status} ${JSON.stringify(body)}`)
}

/** The answer's body, as the route's own schema says that it is. */
export const read = <S extends z.ZodType>(answer: ApiAnswer, schema: S, what: string, ...allowed: number[]): z.infer<S> => {
  expectStatus(answer, what, ...(allowed.length > 0 ? allowed : [200]))
  return schema.parse(answer.body)
}
