import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { breakLines } from './pdf-lines.ts'

/** Every letter is as wide as the next. */
const measure = (text: string): number => Array.from(text).length
const linesOf = (text: string, width: number) => breakLines(text, width, measure)

describe('breaking text into lines', () => {
  it('breaks between words, and keeps paragraphs apart', () => {
    expect(linesOf('ett två tre\n\nfyra', 7)).toEqual({ lines: ['ett två', 'tre', '', 'fyra'], hasBrokenWord: false })
  })

  it('breaks a long Swedish word where it may be broken, and says so', () => {
    expect(linesOf('upphandlingsunderlag', 14)).toEqual({ lines: ['upphandlings-', 'underlag'], hasBrokenWord: true })
  })

  it('breaks a digest anywhere rather than letting it run over the edge', () => {
    expect(linesOf('0123456789', 4).lines).toEqual(['0123', '4567', '89'])
  })

  it('never breaks a sum of money at its hard spaces', () => {
    expect(linesOf('kostar 1\u00A0250\u00A0000\u00A0kr nu', 14).lines).toEqual(['kostar', '1\u00A0250\u00A0000\u00A0kr', 'nu'])
  })

  it('loses no letter and is never wider than it may be', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), fc.integer({ min: 2, max: 30 }), (text, width) => {
        const { lines } = linesOf(text, width)
        const letters = (value: string): string => value.replaceAll(/[\s\u00AD-]/gu, '')
        expect(letters(lines.join(''))).toBe(letters(text.normalize('NFC')))
        for (const line of lines) expect(measure(line)).toBeLessThanOrEqual(width)
      }),
    )
  })
})
