import * as z from 'zod'
import { digest, timestamp } from '#contracts/ids.ts'
import type { Digest } from '#contracts/ids.ts'
import { canonicalJson, sha256 } from '#lambda/digest.ts'

/** The journal of a case: each entry holds the hash of the one before, so that nothing can be changed unseen. */

/** What the first entry has for the hash of the entry before it. */
export const noHash = '0'.repeat(64) as Digest // 64 hex digits

/** Exactly what is hashed. The event is kept as it came, with fields that this version does not know. */
export const entryContent = z.object({
  sequence: z.int().positive(),
  previousHash: digest,
  recordedAt: timestamp,
  event: z.record(z.string(), z.unknown()),
})
export type EntryContent = z.infer<typeof entryContent>

/**
 * An entry as it is stored: the canonical text itself beside its hash. The hash is checked over these very bytes;
 * a form that had to be written anew before hashing would hide changes that JSON reads as the same value.
 */
export const storedEntry = z.strictObject({ text: z.string(), hash: digest })
export type StoredEntry = z.infer<typeof storedEntry>

/** How long the chain is and the hash of its last entry: what an append builds on and a verification ends in. */
export const chainHead = z.strictObject({ entries: z.int().positive(), hash: digest })
export type ChainHead = z.infer<typeof chainHead>

export const entryText = (content: EntryContent): string => canonicalJson(content)

interface Appended {
  readonly head: ChainHead
  readonly entry: StoredEntry
}

/** The next entry of a chain and the head after it. */
export const appendEntry = (
  head: ChainHead | undefined,
  { event, recordedAt }: Pick<EntryContent, 'event' | 'recordedAt'>,
): Appended => {
  const sequence = (head?.entries ?? 0) + 1
  const text = entryText({ sequence, previousHash: head?.hash ?? noHash, recordedAt, event })
  const hash = sha256(text)
  return { head: { entries: sequence, hash }, entry: { text, hash } }
}
