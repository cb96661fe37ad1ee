import { describe, expect, it } from 'vitest'
import type { FormField } from '#phase/field.ts'
import { readForm } from './read-form.ts'

const label = { sv: 'Fält', en: 'Field' }
const fields: Readonly<Record<string, FormField>> = {
  people: { kind: 'integer', label, min: 0, max: 100, isRequired: true },
  price: { kind: 'money', label, min: 0, max: 100_000, isRequired: true },
  on: { kind: 'date', label, isRequired: true },
  kind: { kind: 'choice', label, options: [{ value: 'a', label }], isRequired: true },
  many: {
    kind: 'choices',
    label,
    options: [
      { value: 'a', label },
      { value: 'b', label },
    ],
    isRequired: true,
  },
  rows: {
    kind: 'list',
    label,
    item: { kind: 'text', label, maxLength: 10, isRequired: true },
    min: 0,
    max: 10,
    isRequired: false,
  },
}

const read = (typed: Readonly<Record<string, string>>) => readForm(fields, new URLSearchParams(typed))

describe('reading a posted form', () => {
  it('says what cannot be read, where, and reads the rest', () => {
    const { content, errors } = read({ '/people': 'många', '/price': '12,345', '/on': '2026-02-30', '/kind': 'x', '/many': 'a' })
    expect(errors.map(({ pointer }) => pointer)).toEqual(['/people', '/price', '/on', '/kind'])
    expect(errors[1]?.message.sv).toContain('kronor')
    expect(content).toEqual({ many: ['a'], rows: [] })
  })

  it('leaves out what was left empty, and never sends an empty text', () => {
    expect(read({ '/people': '  ', '/price': '', '/kind': '' }).content).toEqual({ rows: [] })
  })

  it('takes no name that the description does not have', () => {
    const typed = new URLSearchParams({ '/people': '3', '/secret': 'x', '/__proto__/polluted': 'x', __proto__: 'x' })
    expect(readForm(fields, typed).content).toEqual({ people: 3, rows: [] })
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
  })

  it('takes an option once and none that is not offered', () => {
    expect(
      readForm(
        fields,
        new URLSearchParams([
          ['/many', 'b'],
          ['/many', 'b'],
          ['/many', 'z'],
          ['/many', 'a'],
        ]),
      ).content['many'],
    ).toEqual(['a', 'b'])
  })

  it('drops rows that were left empty and ignores row numbers that are none', () => {
    const typed = new URLSearchParams([
      ['/rows', '0'],
      ['/rows', 'x'],
      ['/rows', '2'],
      ['/rows', '1'],
      ['/rows/0', ' '],
      ['/rows/1', 'sist'],
      ['/rows/2', 'först'],
      ['/rows/x', 'aldrig'],
    ])
    expect(readForm(fields, typed).content['rows']).toEqual(['först', 'sist'])
  })
})
