import { createHash } from 'node:crypto'
import * as z from 'zod'
import type { CaseMemory, WorkAnswer, WorkRequest } from './step.ts'

/** A measured system as the driver sees it. */
export interface Target {
  /** One try. */
  readonly send: (request: WorkRequest, key: string, memory: CaseMemory) => Promise<Tried>
  /** What has happened in a case, as it stands in the store. */
  readonly readJournal: (caseId: string) => Promise<Journal>
}

export interface Tried {
  readonly status: number
  readonly answer: WorkAnswer
  /** For the line that says what went wrong. */
  readonly text: string
}

export interface Journal {
  readonly entries: readonly JournalEntry[]
  /** Whether every hash and link holds, recomputed by the driver; a journal without a chain has none that can break. */
  readonly isIntact: boolean
}

export interface JournalEntry {
  /** Of the event, for example `case-received`. */
  readonly name: string
  /** The service that wrote it. */
  readonly service: string
  /** Milliseconds since 1970. */
  readonly time: number
}

/** A chained entry: the text that was hashed, and its hash. */
export interface StoredEntry {
  readonly text: string
  readonly hash: string
}

const content = z.object({
  sequence: z.number(),
  previousHash: z.string(),
  event: z.object({ type: z.string(), time: z.iso.datetime(), source: z.string() }),
})

const noHash = '0'.repeat(64)
const nameOf = (type: string): string => type.replace(/^se\.behovsflodet\./, '').replace(/\.v\d+$/, '')

export const readChain = (stored: readonly StoredEntry[]): Journal => {
  const contents = stored.map(({ text }) => content.parse(JSON.parse(text)))
  return {
    entries: contents.map(({ event }) => ({
      name: nameOf(event.type),
      service: event.source.replace('/services/', ''),
      time: Date.parse(event.time),
    })),
    isIntact: stored.every(
      ({ text, hash }, index) =>
        contents[index]?.sequence === index + 1 &&
        contents[index].previousHash === (stored[index - 1]?.hash ?? noHash) &&
        createHash('sha256').update(text).digest('hex') === hash,
    ),
  }
}
