import { describe, expect, it } from 'vitest'
import { canonicalJson, digestOf, sha256 } from '#lambda/digest.ts'
import { stoppedStory } from '../testing/case-story.ts'
import { appendEntry, entryContent, entryText, noHash } from './journal-chain.ts'
import type { ChainHead, StoredEntry } from './journal-chain.ts'
import { linkOf, verifyChain } from './verify-chain.ts'

interface Kept {
  readonly head: ChainHead
  readonly entries: readonly StoredEntry[]
}

const recordedAt = '2026-11-02T09:00:00.000Z'

const chainOf = (count: number): Kept => {
  const entries: StoredEntry[] = []
  let head: ChainHead | undefined
  for (const event of stoppedStory().events.slice(0, count)) {
    const appended = appendEntry(head, { event: JSON.parse(JSON.stringify(event)), recordedAt })
    entries.push(appended.entry)
    head = appended.head
  }
  if (!head) throw new Error('a chain without entries')
  return { head, entries }
}

const length = 12
const { head, entries } = chainOf(length)

/** Verifies entries that lie at the places 1, 2, 3 ... */
const verify = (stored: readonly unknown[], ending: ChainHead | undefined = head) =>
  verifyChain(
    stored.map((entry, index) => linkOf(index + 1, entry)),
    ending,
  )

/** At the places they had before some were taken away. */
const verifyAt = (stored: readonly (readonly [place: number, entry: unknown])[]) =>
  verifyChain(
    stored.map(([place, entry]) => linkOf(place, entry)),
    head,
  )

const at = (index: number): StoredEntry => {
  const entry = entries[index]
  if (!entry) throw new Error(`no entry ${index}`)
  return entry
}

const forged = (sequence: number, previousHash: string, reason = 'Förfalskad'): StoredEntry => {
  const text = entryText(entryContent.parse({ sequence, previousHash, recordedAt, event: { reason } }))
  return { text, hash: sha256(text) }
}

const indexes = [...Array(length).keys()]

describe('a chain', () => {
  it('begins at 64 zeros and links each entry to the one before', () => {
    const contents = entries.map(({ text }) => entryContent.parse(JSON.parse(text)))
    expect(contents.map(({ sequence }) => sequence)).toEqual(indexes.map((index) => index + 1))
    expect(contents[0]?.previousHash).toBe(noHash)
    for (const [index, { previousHash }] of contents.slice(1).entries()) expect(previousHash).toBe(at(index).hash)
    expect(head).toEqual({ entries: length, hash: at(length - 1).hash })
  })

  it('has a hash that anybody can recompute from what the API shows', () => {
    for (const { text, hash } of entries) {
      const { sequence, previousHash, recordedAt: written, event } = JSON.parse(text)
      expect(digestOf({ event, recordedAt: written, previousHash, sequence })).toBe(hash)
    }
  })

  it('is intact as it was written', () => {
    expect(verify(entries)).toBeUndefined()
  })

  it('of one entry is intact too', () => {
    const one = chainOf(1)
    expect(verify(one.entries, one.head)).toBeUndefined()
  })
})

describe('tampering is found, and named at the entry', () => {
  it('every single byte of every stored row', () => {
    let flips = 0
    for (const index of indexes) {
      const row = Buffer.from(JSON.stringify(at(index)))
      for (let byte = 0; byte < row.length; byte += 1) {
        const bit = 1 << (byte % 8)
        const changed = Buffer.from(row)
        changed.writeUInt8(changed.readUInt8(byte) ^ bit, byte)
        let stored: unknown
        try {
          stored = JSON.parse(changed.toString())
        } catch {
          stored = undefined
        }
        const broken = verify(entries.with(index, stored as StoredEntry))
        if (broken?.sequence !== index + 1 || broken.breach !== 'contentChanged')
          throw new Error(`byte ${byte} of entry ${index + 1}: ${JSON.stringify(broken)}`)
        flips += 1
      }
    }
    expect(flips).toBeGreaterThan(5_000)
    console.log(`${flips} flipped bytes, all found`)
  })

  it('a change of form that JSON reads as the same value', () => {
    const { text, hash } = at(3)
    for (const same of [` ${text}`, text.replace('specversion', String.raw`\u0073pecversion`)]) {
      expect(JSON.parse(same)).toEqual(JSON.parse(text))
      expect(verify(entries.with(3, { text: same, hash }))).toEqual({ sequence: 4, breach: 'contentChanged' })
    }
  })

  it.each(indexes)('entry %i changed together with its own hash', (index) => {
    const { previousHash } = entryContent.parse(JSON.parse(at(index).text))
    expect(verify(entries.with(index, forged(index + 1, previousHash)))).toEqual({
      sequence: index + 1,
      breach: 'contentChanged',
    })
  })

  it.each(indexes.slice(0, -1))('entry %i taken away', (index) => {
    const rest = indexes.filter((other) => other !== index)
    expect(verifyAt(rest.map((other) => [other + 1, at(other)]))).toEqual({ sequence: index + 1, breach: 'entryMissing' })
    // And the later ones moved up to close the gap.
    expect(verify(rest.map(at))).toEqual({ sequence: index + 1, breach: 'entryMissing' })
  })

  it.each(indexes)('cut off after entry %i', (index) => {
    expect(verify(entries.slice(0, index))).toEqual({ sequence: index + 1, breach: 'truncated' })
  })

  it('any two entries swapped', () => {
    for (const a of indexes)
      for (const b of indexes.slice(a + 1))
        expect(verify(entries.with(a, at(b)).with(b, at(a)))).toEqual({ sequence: a + 1, breach: 'orderChanged' })
  })

  it.each(indexes)('one inserted at place %i, the later ones moved down', (index) => {
    const previousHash = index === 0 ? noHash : at(index - 1).hash
    for (const inserted of [forged(index + 1, previousHash), forged(index + 1, noHash), at((index + 5) % length)])
      expect(verify(entries.toSpliced(index, 0, inserted))).toEqual({ sequence: index + 1, breach: 'entryInserted' })
  })

  it('one appended that the head does not know', () => {
    expect(verify([...entries, forged(length + 1, head.hash)])).toEqual({ sequence: length + 1, breach: 'entryInserted' })
  })

  it('one put between under a key that is none of ours', () => {
    const links = entries.map((entry, index) => linkOf(index + 1, entry))
    expect(verifyChain(links.toSpliced(4, 0, linkOf(undefined, forged(5, at(3).hash))), head)).toEqual({
      sequence: 5,
      breach: 'entryInserted',
    })
  })

  it('a head that has been taken away or written anew', () => {
    expect(
      verifyChain(
        entries.map((entry, index) => linkOf(index + 1, entry)),
        undefined,
      ),
    ).toEqual({ sequence: 1, breach: 'headMissing' })
    expect(verify(entries, { ...head, hash: at(2).hash })).toEqual({ sequence: length, breach: 'contentChanged' })
    expect(verify(entries, { entries: length - 1, hash: at(length - 2).hash })).toEqual({
      sequence: length,
      breach: 'entryInserted',
    })
  })

  it('what is no entry at all', () => {
    for (const stored of [
      undefined,
      null,
      'text',
      {},
      { text: '{}', hash: sha256('{}') },
      { ...at(0), more: 1 },
      { text: canonicalJson(at(0)) },
    ])
      expect(verify(entries.with(0, stored as StoredEntry))).toEqual({ sequence: 1, breach: 'contentChanged' })
  })
})
