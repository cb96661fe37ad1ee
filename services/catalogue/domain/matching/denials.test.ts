import { describe, expect, it } from 'vitest'
import { indexOf, must, need, product } from '../../testing/market-profiles.ts'
import { affirmed } from './denials.ts'
import { rankProducts } from './rank-products.ts'

const words = (text: string) => affirmed(text).replaceAll(/\s+/g, ' ').trim()

describe('what a description denies', () => {
  it.each([
    ['Larmknapp, levereras utan positionering.', 'Larmknapp, .'],
    ['Visar värden. Integration med journalen ingår inte.', 'Visar värden. .'],
    ['Fallsensor saknas, kamera finns', ', kamera finns'],
    ['Mäter inte puls; mäter blodtryck', '; mäter blodtryck'],
  ])('%s is read as %s', (text, read) => {
    expect(words(text)).toBe(read)
  })

  it.each(['Vändning utan två personal', 'Ingen patient glöms', 'Larmar när någon inte rör sig', 'Kanske finns intet'])(
    '%s denies nothing',
    (text) => {
      expect(words(text)).toBe(text)
    },
  )

  it('is no offer of a function, and no answer to a requirement', () => {
    const without = product(1, { summary: 'Trygghetslarm för hemmet. Positionering utomhus saknas.' })
    const { products, gaps } = rankProducts(
      indexOf([without]),
      need('Trygghetslarm', {
        functions: ['Positionering utomhus'],
        requirements: [must('K1', { text: 'Positionering utomhus' })],
      }),
      1,
    )
    expect(products[0]?.functions[0]?.isOffered).toBe(false)
    expect(products[0]?.requirements[0]?.coverage).toBe('unknown')
    expect(gaps).toEqual({ functions: ['N1'], requirements: ['K1'] })
  })
})
