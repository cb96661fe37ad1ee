import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { checkJournals } from './check-journal.ts'
import { readChain } from './target.ts'
import type { StoredEntry, Target } from './target.ts'

const at = (milliseconds: number): string => new Date(Date.UTC(2026, 0, 1) + milliseconds).toISOString()

interface Written {
  readonly name: string
  readonly service: string
  readonly time: number
}

const chainOf = (written: readonly Written[]): StoredEntry[] => {
  let previousHash = '0'.repeat(64)
  return written.map(({ name, service, time }, index) => {
    const event = { type: `se.behovsflodet.${name}.v1`, source: `/services/${service}`, time: at(time) }
    const text = JSON.stringify({ sequence: index + 1, previousHash, event })
    previousHash = createHash('sha256').update(text).digest('hex')
    return { text, hash: previousHash }
  })
}

const whole: readonly Written[] = [
  { name: 'case-received', service: 'ideas', time: 0 },
  { name: 'case-returned', service: 'ideas', time: 130 },
  { name: 'case-handed-over', service: 'ideas', time: 250 },
  { name: 'case-received', service: 'matching', time: 270 },
]
const expected = new Map([
  ['case-received', 2],
  ['case-returned', 1],
  ['case-handed-over', 1],
])
const names = {
  received: 'case-received',
  handedOver: ['case-handed-over'],
  acted: ['case-handed-over', 'case-returned', 'case-completed'],
}
const decisions = [100, 200].map((sent) => ({ phase: 'ideas' as const, sentAt: Date.parse(at(sent)) }))

const check = (stored: readonly StoredEntry[]) => {
  const target: Pick<Target, 'readJournal'> = { readJournal: async () => readChain(stored) }
  return checkJournals(target, [{ caseId: 'c', decisions }], expected, names, 0)
}

describe('the journal of a driven case', () => {
  it('that is whole is neither lost nor doubled, and gives the times', async () => {
    expect(await check(chainOf(whole))).toEqual({
      entries: 4,
      lost: 0,
      doubled: 0,
      faults: [],
      handOvers: [20],
      gates: [30, 50],
    })
  })

  it('without one of its entries has lost it', async () => {
    expect(await check(chainOf(whole.slice(0, -1)))).toMatchObject({ lost: 1, doubled: 0, faults: ['c: case-received -1'] })
  })

  it('with an entry twice, or one that nobody expects, has doubled it', async () => {
    const twice = [...whole, { name: 'case-received', service: 'matching', time: 300 }]
    expect(await check(chainOf(twice))).toMatchObject({ lost: 0, doubled: 1 })
    const strange = [...whole, { name: 'case-held', service: 'matching', time: 300 }]
    expect(await check(chainOf(strange))).toMatchObject({ doubled: 1, faults: ['c: case-held +1'] })
  })

  it.each([
    [
      'an entry has been rewritten',
      (chain: StoredEntry[]) => chain.with(1, { ...chain[1]!, text: chain[1]!.text.replace('130', '131') }),
    ],
    ['an entry has been rewritten with its hash', (chain: StoredEntry[]) => chain.with(1, chainOf([whole[2]!])[0]!)],
    ['two have changed places', ([a, b, ...rest]: StoredEntry[]) => [b!, a!, ...rest]],
  ])('is broken when %s', async (_, edited) => {
    expect((await check(edited(chainOf(whole)))).faults).toContain('c: the chain is broken')
  })
})
