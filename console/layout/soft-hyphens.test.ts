import { describe, expect, it } from 'vitest'
import { withSoftHyphens } from './soft-hyphens.ts'

const shown = (text: string): string => withSoftHyphens(text).replaceAll('\u00AD', '|')

describe('long words in narrow columns', () => {
  it.each([
    ['Läkemedelslista', 'Läke|me|dels|lista'],
    ['upphandlingsunderlag', 'upp|hand|lings|un|der|lag'],
    ['informationssäkerhet', 'infor|ma|tions|sä|ker|het'],
  ])('may be broken before a consonant that a vowel follows: %s', (word, broken) => {
    expect(shown(word)).toBe(broken)
  })

  it('are broken neither near their ends nor inside one sound', () => {
    expect(shown('provtagningarna')).toBe('prov|tag|nin|garna')
    expect(shown('arkitekturschema')).toBe('arki|tek|turschema')
  })

  it('are the only ones: short words, numbers and addresses of cases stay as they are', () => {
    for (const text of ['Digitalt AK-brev', 'KLM-2026-0042', 'Patienten väntar', '']) expect(withSoftHyphens(text)).toBe(text)
  })

  it('read the same when the hyphens are taken away', () => {
    const title = 'Säker överföring av läkemedelsordinationer till hemsjukvården'
    expect(withSoftHyphens(title)).not.toBe(title)
    expect(withSoftHyphens(title).replaceAll('\u00AD', '')).toBe(title)
  })
})
