import type { Text } from '#contracts/language.ts'
import { sha256 } from '#lambda/digest.ts'
import { entryContent, noHash, storedEntry } from './journal-chain.ts'
import type { ChainHead } from './journal-chain.ts'

/** What is wrong with a chain, as its reader is told. */
export const breaches = {
  contentChanged: { sv: 'Postens innehåll har ändrats.', en: 'The content of the entry has been changed.' },
  orderChanged: {
    sv: 'En annan post ligger här: ordningen har ändrats.',
    en: 'Another entry lies here: the order has been changed.',
  },
  entryMissing: { sv: 'Posten saknas.', en: 'The entry is missing.' },
  entryInserted: { sv: 'Posten har skjutits in i efterhand.', en: 'The entry has been inserted afterwards.' },
  truncated: {
    sv: 'Journalen är avklippt: posterna härifrån till slutet saknas.',
    en: 'The journal is cut off: the entries from here to the end are missing.',
  },
  headMissing: {
    sv: 'Uppgiften om journalens längd och sista kontrollsumma saknas.',
    en: "The record of the journal's length and last hash is missing.",
  },
} as const satisfies Record<string, Text>
export type Breach = keyof typeof breaches

/** What verification needs to remember of an entry; the texts themselves need not be held at once. */
export interface Link {
  /** The place that the entry is stored at; undefined when the key itself is none of ours. */
  readonly place: number | undefined
  /** The text is readable and gives the hash that is stored beside it. */
  readonly isIntact: boolean
  readonly sequence?: number
  readonly previousHash?: string
  readonly hash?: string
}

const readContent = (text: string) => {
  try {
    return entryContent.safeParse(JSON.parse(text))
  } catch {
    return undefined
  }
}

/** @param stored what lies at the place, unread: nothing about its form is taken for granted. */
export const linkOf = (place: number | undefined, stored: unknown): Link => {
  const entry = storedEntry.safeParse(stored)
  if (!entry.success) return { place, isIntact: false }
  const { text, hash } = entry.data
  const content = readContent(text)
  if (sha256(text) !== hash || !content?.success) return { place, isIntact: false, hash }
  const { sequence, previousHash } = content.data
  return { place, isIntact: true, sequence, previousHash, hash }
}

interface BrokenAt {
  /** Counted from 1. */
  readonly sequence: number
  readonly breach: Breach
}

/**
 * Two intact neighbours that do not fit: the one whose hash the next entry (or the head) still confirms is right,
 * and the other has been replaced together with its hash.
 */
const replacedOf = (sequence: number, links: readonly Link[], head: ChainHead): BrokenAt => {
  const link = links[sequence - 1]
  const confirmed = sequence === head.entries ? head.hash : links[sequence]?.previousHash
  return { sequence: confirmed === link?.hash && sequence > 1 ? sequence - 1 : sequence, breach: 'contentChanged' }
}

const breachAt = (sequence: number, links: readonly Link[], head: ChainHead): BrokenAt | undefined => {
  const link = links[sequence - 1]
  const previousHash = sequence === 1 ? noHash : links[sequence - 2]?.hash
  if (!link) return { sequence, breach: 'truncated' }
  if (sequence > head.entries) return { sequence, breach: 'entryInserted' }

  const next = links[sequence]
  // With one entry too many, the one that belongs here has been moved down; else two have changed places.
  const hasMovedDown =
    links.length > head.entries && next?.isIntact === true && next.sequence === sequence && next.previousHash === previousHash
  if (link.place === undefined || hasMovedDown) return { sequence, breach: 'entryInserted' }
  if (!link.isIntact) return { sequence, breach: 'contentChanged' }
  if (link.place !== sequence || link.sequence !== sequence) {
    const isElsewhere = links.some((other) => other.isIntact && other.sequence === sequence)
    return { sequence, breach: isElsewhere ? 'orderChanged' : 'entryMissing' }
  }
  if (link.previousHash !== previousHash) return replacedOf(sequence, links, head)
  return sequence === head.entries && link.hash !== head.hash ? { sequence, breach: 'contentChanged' } : undefined
}

/**
 * Walks a whole chain and names the first entry that is not as it was written, and why; undefined when every
 * entry is there, unchanged, in order, and the last one is the head's. What it cannot see is a chain that
 * somebody has written anew from the broken entry to the head; compare heads that were noted earlier.
 *
 * @param links all entries in the order of their keys
 */
export const verifyChain = (links: readonly Link[], head: ChainHead | undefined): BrokenAt | undefined => {
  if (!head) return { sequence: 1, breach: 'headMissing' }
  for (let sequence = 1; sequence <= Math.max(links.length, head.entries); sequence += 1) {
    const broken = breachAt(sequence, links, head)
    if (broken) return broken
  }
  return undefined
}
