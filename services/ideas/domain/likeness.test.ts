import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { likeness, mostAlike } from './likeness.ts'

/** The same need, told by two people who do not know of each other; the pairs are unrelated among themselves. */
const pairs = [
  [
    'Digitalt AK-brev. Patienter med warfarin får sin dosering på papper med posten. Vi vill lämna doseringen digitalt via 1177 och se att patienten har läst brevet.',
    'Warfarinpatienterna behöver få doseringsbrevet digitalt. Breven på papper tar flera dagar med posten och vi ser inte om patienten har läst sin dosering.',
  ],
  [
    'Boka tid på webben. Invånarna ska kunna boka, av- och omboka tid på vårdcentralen på webben i stället för att ringa under telefontiden.',
    'Jag vill kunna avboka och boka om min tid hos vårdcentralen på webben. Det är alltid telefonkö när jag ringer för att boka.',
  ],
  [
    'Mäta blodtrycket hemma. Patienter med högt blodtryck mäter själva hemma och värdena skickas till sjuksköterskan, så slipper de resa till mottagningen.',
    'Hemmonitorering av blodtryck: låt patienten mäta sitt blodtryck hemma och skicka mätvärdena till mottagningens sjuksköterska.',
  ],
  [
    'Vårdplanering på video inför utskrivning. Biståndshandläggaren reser långt till sjukhuset för varje vårdplanering, som lika gärna kan hållas på video.',
    'Biståndshandläggare ska kunna vara med på vårdplaneringen inför utskrivningen via video i stället för att köra till sjukhuset.',
  ],
  [
    'Trygghetslarm som fungerar utomhus. Äldre med trygghetslarm vågar inte gå ut eftersom larmet bara fungerar i hemmet.',
    'Mobilt trygghetslarm så att äldre vågar gå ut. I dag fungerar trygghetslarmet bara hemma i bostaden.',
  ],
  [
    'Följ din remiss. Patienten ska kunna se var remissen är och hur lång väntetiden är utan att ringa mottagningen.',
    'Patienter ringer mottagningen för att fråga var deras remiss är. Visa remissens väg och väntetiden på webben.',
  ],
] as const

const texts = pairs.flat()

describe('ideas about the same need', () => {
  it.each(pairs)('%s', (left, right) => {
    const others = texts.filter((text) => text !== left)
    const found = mostAlike(left, others, (text) => text, 5)
    expect(found[0]?.item).toBe(right)
  })

  it('stand out: each is more than twice as like its own pair as anything else', () => {
    for (const [left, right] of pairs.flatMap(([one, other]) => [[one, other] as const, [other, one] as const])) {
      const others = texts.filter((text) => text !== left && text !== right).map((text) => likeness(left, text))
      expect(likeness(left, right)).toBeGreaterThan(2 * Math.max(...others))
    }
  })

  it('are found by somebody who tells it in their own words', () => {
    const patient =
      'Besked om Waran i mobilen. Jag äter Waran och får min nya dosering i ett brev på papper. När jag är bortrest når brevet mig inte. Kan doseringen skickas digitalt till mobilen?'
    expect(mostAlike(patient, texts, (text) => text, 5).map(({ item }) => item)).toEqual([...pairs[0]])
  })

  it('see through endings and compounds', () => {
    expect(likeness('blodtrycksmätning', 'mäta blodtrycket')).toBeGreaterThan(0.3)
    expect(likeness('trygghetslarm', 'larmen för trygghet')).toBeGreaterThan(0.4)
    expect(likeness('remiss', 'tidbok')).toBe(0)
  })
})

describe('the measure', () => {
  const anyText = fc
    .array(fc.constantFrom('vård', 'plan', 'brev', 'å', 'larm', 'tid', 'på', 'webb', '1177', '–'), { maxLength: 12 })
    .map((words) => words.join(' '))

  it('is 0 to 1, the same both ways, and 1 for the same words in any order and case', () => {
    fc.assert(
      fc.property(anyText, anyText, (left, right) => {
        const value = likeness(left, right)
        expect(value).toBeGreaterThanOrEqual(0)
        expect(value).toBeLessThanOrEqual(1)
        expect(likeness(right, left)).toBe(value)
        if (value === 0) return
        expect(likeness(left, left.split(' ').toReversed().join(' ').toUpperCase())).toBe(1)
      }),
    )
  })

  it('finds nothing where there is nothing to compare', () => {
    expect(likeness('', '')).toBe(0)
    expect(likeness('å i ö', 'å i ö')).toBe(0)
    expect(mostAlike('', ['', 'vårdplan'], (text) => text, 5)).toEqual([])
  })

  it('takes composed and decomposed letters for the same', () => {
    expect(likeness('vårdplan på möte', 'vårdplan på möte'.normalize('NFD'))).toBe(1)
  })

  it('gives the likest first, and no more than asked for', () => {
    const found = mostAlike(
      'digitalt brev om dosering',
      ['digitalt brev', 'digitalt brev om dosering', 'brev'],
      (text) => text,
      2,
    )
    expect(found.map(({ item }) => item)).toEqual(['digitalt brev om dosering', 'digitalt brev'])
    expect(found[0]?.likeness).toBe(1)
  })
})
