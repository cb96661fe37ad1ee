import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stemOf } from './swedish-stem.ts'
import { sentencesOf, wordsOf } from './words.ts'

describe('the stem', () => {
  it.each([
    ['larm', 'larmet larmen larmar larma'],
    ['boka', 'bokar bokning bokningar bokningen'],
    ['planera', 'planering planeringen planerade planerats'],
    ['läkemedel', 'läkemedlet läkemedlen läkemedels'],
    ['nyckel', 'nyckeln nycklar nycklarna'],
    ['sensor', 'sensorer sensorn sensorerna'],
    ['påminnelse', 'påminnelser påminna påminner'],
    ['digital', 'digitalt digitala'],
    ['registrera', 'registrering registreringar registreras'],
    ['dokumentation', 'dokumentera dokumenterar dokumentationen'],
    ['anhörig', 'anhöriga anhörigas'],
    ['trygg', 'tryggt trygga trygghet trygghets'],
    ['hem', 'hemmet hemmen'],
  ])('of %s is that of %s', (word, forms) => {
    expect(new Set([word, ...forms.split(' ')].map(stemOf)).size).toBe(1)
  })

  it.each([
    ['vård', 'värd'],
    ['journal', 'jour'],
    ['recept', 'reception'],
    ['patient', 'pat'],
    ['larm', 'lärare'],
  ])('keeps %s and %s apart', (one, other) => {
    expect(stemOf(one)).not.toBe(stemOf(other))
  })

  it('is its own stem, and never nothing', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-zåäö]{1,24}$/), (word) => {
        const stem = stemOf(word)
        expect(stemOf(stem)).toBe(stem)
        expect(stem.length).toBeGreaterThan(0)
      }),
    )
  })
})

describe('the words of a text', () => {
  it('are those that tell something, in lower case', () => {
    expect(wordsOf('Det ska finnas ett LARM, som kan nå 3 anhöriga!').map(({ written }) => written)).toEqual([
      'larm',
      'nå',
      'anhöriga',
    ])
  })

  it('are read both with and without their hyphen', () => {
    expect(wordsOf('AK-brev').map(({ written }) => written)).toEqual(['akbrev', 'ak', 'brev'])
    expect(wordsOf('e-recept').map(({ written }) => written)).toEqual(['erecept', 'recept'])
  })

  it('are the same whichever way å, ä and ö are encoded', () => {
    expect(wordsOf('va\u030Ard'.normalize('NFD'))).toEqual(wordsOf('vård'.normalize('NFC')))
  })

  it('come sentence by sentence', () => {
    expect(sentencesOf('Larmar vid fall. Kan bäras på armen!\nTål vatten')).toEqual([
      'Larmar vid fall.',
      'Kan bäras på armen!',
      'Tål vatten',
    ])
    expect(sentencesOf('  ')).toEqual([])
  })
})
