import { describe, expect, it } from 'vitest'
import {
  choice,
  choices,
  date,
  decimal,
  group,
  integer,
  list,
  money,
  optional,
  organisationNumber,
  prose,
  reference,
  references,
  text,
  url,
  yesNo,
} from './field.ts'
import type { Field } from './field.ts'

const label = { label: { sv: 'Fält', en: 'Field' } }
const options = { a: { sv: 'A', en: 'A' }, b: { sv: 'B', en: 'B' } }

/** For each kind: what is complete, what only a draft may hold, and what neither may. */
const kinds: readonly [string, Field, unknown, readonly unknown[], readonly unknown[]][] = [
  ['text', text(label), 'Ett ord', ['', '   '], [7, null, 'x'.repeat(301)]],
  ['prose', prose(label), 'Flera\nrader', [''], ['x'.repeat(4_001)]],
  ['integer', integer({ ...label, min: 1, max: 5 }), 3, [], [0, 6, 2.5, '3']],
  ['decimal', decimal({ ...label, max: 10 }), 2.5, [], [-1, 10.1, Number.NaN]],
  ['money', money(label), 1_000_000_00, [], [-1, 0.5, 1_000_000_000_001]],
  ['date', date(label), '2026-11-20', [], ['20/11/2026', '2026-02-30', '']],
  ['yesNo', yesNo(label), false, [], ['ja', 0]],
  ['choice', choice({ ...label, options }), 'a', [], ['c', '']],
  ['choices', choices({ ...label, options }), ['a', 'b'], [[], ['a', 'a']], [['c'], 'a']],
  ['reference', reference({ ...label, source: 'functions' }), 'N1', [], ['', 7]],
  ['references', references({ ...label, source: 'functions' }), ['N1'], [[]], [[''], 'N1']],
  ['organisationNumber', organisationNumber(label), '556016-0680', ['556016-0681', '5560'], ['5'.repeat(14)]],
  ['url', url(label), 'https://example.com/a?b=c', ['exempel', 'javascript:alert(1)'], ['https://example.com/'.padEnd(501, 'x')]],
  ['list', list({ ...label, item: text(label), max: 2 }), ['a'], [[], ['']], [['a', 'b', 'c'], 'a']],
  [
    'group',
    group({ ...label, fields: { a: text(label), b: optional(text(label)) } }),
    { a: 'x' },
    [{}, { b: 'y' }],
    [{ a: 'x', c: 1 }, []],
  ],
]

describe.each(kinds)('%s', (_, field, complete, drafts, never) => {
  it('takes what is complete, both as draft and complete', () => {
    expect(field.complete.safeParse(complete).success).toBe(true)
    expect(field.draft.safeParse(complete).success).toBe(true)
  })

  it('takes what is unfinished as a draft alone', () => {
    for (const value of drafts) {
      expect([value, field.draft.safeParse(value).success]).toEqual([value, true])
      expect([value, field.complete.safeParse(value).success]).toEqual([value, false])
    }
  })

  it('never takes what is wrong in itself', () => {
    for (const value of never) {
      expect([value, field.draft.safeParse(value).success]).toEqual([value, false])
      expect([value, field.complete.safeParse(value).success]).toEqual([value, false])
    }
  })
})

describe('a form', () => {
  it('says the same as the schemas: what is required, and the limits', () => {
    expect(integer({ ...label, min: 1, max: 5 }).form).toEqual({ ...label, kind: 'integer', min: 1, max: 5, isRequired: true })
    expect(optional(text({ ...label, max: 40 })).form).toEqual({ ...label, kind: 'text', maxLength: 40, isRequired: false })
    expect(list({ ...label, item: text(label), min: 0 }).form).toMatchObject({ isRequired: false, min: 0, max: 50 })
    expect(choice({ ...label, options }).form).toMatchObject({
      options: [
        { value: 'a', label: options.a },
        { value: 'b', label: options.b },
      ],
    })
  })

  it('of a group has the forms of its fields', () => {
    expect(group({ ...label, fields: { when: date(label) } }).form).toMatchObject({
      kind: 'group',
      fields: { when: { kind: 'date' } },
    })
  })
})
