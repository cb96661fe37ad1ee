import { describe, expect, it } from 'vitest'
import { createClaims, eachOf, holds, tellClaim, tellSum } from './claims.ts'

describe('a claim', () => {
  it('holds when something was seen and nothing was wrong', () => {
    expect(holds({ what: 'tables', seen: 2, failures: [] })).toBe(true)
    expect(holds({ what: 'tables', seen: 2, failures: ['one has no stream'] })).toBe(false)
  })

  it('does not hold when nothing was seen', () => {
    const claim = { what: 'tables', seen: 0, failures: [] }
    expect(holds(claim)).toBe(false)
    expect(tellClaim(claim)).toEqual(['FAILED    0  tables', '               nothing was seen'])
  })

  it('tells what is wrong, the first of many and how many more', () => {
    expect(tellClaim({ what: 'queues', seen: 36, failures: [] })).toEqual(['ok       36  queues'])
    const many = tellClaim({ what: 'queues', seen: 36, failures: ['a', 'b', 'c', 'd', 'e', 'f', 'g'] })
    expect(many[0]).toBe('FAILED   36  queues')
    expect(many.slice(1).map((line) => line.trim())).toEqual(['a', 'b', 'c', 'd', 'e', 'and 2 more'])
  })

  it('is counted', () => {
    const good = { what: '', seen: 1, failures: [] }
    expect(tellSum([good, good, { what: '', seen: 1, failures: ['x'] }])).toBe('verify:deploy: 2 claims hold, 1 failed')
  })
})

describe('claims', () => {
  it('are printed as they are found, and a fault in one fails it and not the next', async () => {
    const printed: string[] = []
    const { claim, all } = createClaims((line) => printed.push(line))
    await claim('first', () => Promise.reject(new TypeError('no answer')))
    await claim('second', async () => ({ seen: 1, failures: [] }))
    expect(all().map(holds)).toEqual([false, true])
    expect(printed).toEqual(['FAILED    1  first', '               TypeError: no answer', 'ok        1  second'])
  })

  it('about each of many name the ones that are wrong', async () => {
    const looked = await eachOf(
      [1, 2, 3],
      (number) => `number ${number}`,
      async (number) => (number === 2 ? ['is even'] : []),
    )
    expect(looked).toEqual({ seen: 3, failures: ['number 2: is even'] })
  })
})
