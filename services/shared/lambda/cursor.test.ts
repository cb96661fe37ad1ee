import { describe, expect, it } from 'vitest'
import { parse } from './field-problem.ts'
import { openCursor, pageCursor, pageLimit, sealCursor } from './cursor.ts'

const key = { pk: { S: 'CASE#1' }, sk: { S: 'REC#HEAD' } }

describe('a page cursor', () => {
  it('gives the key back to the query that it was made for, and to no other', () => {
    const cursor = sealCursor('by-status|received', key)
    expect(openCursor('by-status|received', cursor)).toEqual(key)
    expect(openCursor('by-status|closed', cursor)).toBeUndefined()
  })

  it('can stand in an address as it is, also with letters of ours', () => {
    const cursor = sealCursor('ärende', { pk: { S: 'Åtgärd/1?x&y=z' } })
    expect(encodeURIComponent(cursor)).toBe(cursor)
    expect(openCursor('ärende', cursor)).toEqual({ pk: { S: 'Åtgärd/1?x&y=z' } })
  })

  it.each([
    '',
    'x',
    'null',
    Buffer.from('{"pk":"CASE#1"}').toString('base64url'),
    Buffer.from('{"of":"a","key":{"pk":{"N":"1"}}}').toString('base64url'),
    'A'.repeat(4_001),
  ])('is refused at the border when it is none of ours: %s', (cursor) => {
    const parsed = parse(pageCursor, cursor)
    expect(parsed.ok).toBe(false)
  })

  it('passes the border when it is', () => {
    const cursor = sealCursor('x', key)
    expect(parse(pageCursor, cursor)).toEqual({ ok: true, value: cursor })
  })
})

describe('a page limit', () => {
  it.each([
    [undefined, 20],
    ['1', 1],
    ['100', 100],
  ])('%s is %i', (given, limit) => expect(parse(pageLimit, given)).toEqual({ ok: true, value: limit }))

  it.each(['0', '101', '-1', '1.5', 'all', ''])('is refused: %s', (given) => expect(parse(pageLimit, given).ok).toBe(false))
})
