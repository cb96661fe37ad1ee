import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findPersonalIdentityNumbers } from './personal-data.ts'
import { writtenPersonalNumbers } from './testing/personal-numbers.ts'

describe('personal identity numbers in a body', () => {
  it('are pointed at wherever they stand', () => {
    const found = findPersonalIdentityNumbers({
      title: 'Tydlig',
      who: 'Anna 850709-9805',
      rows: [{ note: 'ok' }, { note: '19850709-9805' }],
    })
    expect(found.map(({ pointer, code }) => ({ pointer, code }))).toEqual([
      { pointer: '/who', code: 'personalIdentityNumber' },
      { pointer: '/rows/1/note', code: 'personalIdentityNumber' },
    ])
  })

  it('are found in a body that is text alone, and nothing is found in other values', () => {
    expect(findPersonalIdentityNumbers('850709-9805')).toHaveLength(1)
    expect([null, undefined, true, 12, {}, []].flatMap((value) => findPersonalIdentityNumbers(value))).toEqual([])
  })

  it('are never repeated in what is told of them, whether in a value, a name or under a name', () => {
    fc.assert(
      fc.property(writtenPersonalNumbers, fc.constantFrom('value', 'name', 'under'), (number, place) => {
        const body = { rows: [place === 'value' ? { note: number } : { [number]: place === 'under' ? { note: number } : 1 }] }
        const found = findPersonalIdentityNumbers(body)
        expect(found).toHaveLength(1)
        expect(JSON.stringify(found)).not.toContain(number.slice(-4))
      }),
    )
  })
})
