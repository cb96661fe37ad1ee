import { describe, expect, it } from 'vitest'
import { findingsInWording, wordingRules } from './requirement-wording.ts'

const rulesIn = (text: string, value?: number): string[] => findingsInWording(text, value).map(({ rule }) => rule)
const million = 100_000_000

describe('what the words of a requirement give away', () => {
  it.each([
    'Lösningen ska visa ett inkommet larm för personalen inom tio sekunder.',
    'Gränssnittet ska följa HL7 FHIR R4 eller likvärdig.',
    'Testet ska göras enligt SS-EN 301 549 eller likvärdig.',
    'Loggarna ska sparas minst fem år enligt HSLF-FS 2016:40.',
    'Anropen ska skyddas med TLS och klientcertifikat.',
    'Sveriges invånare ska kunna boka en tid. Personalen ser bokningen.',
    'Tjänsten ska kunna användas i Region Kalmar och dess kommuner.',
    'Leverantören ska svara inom 30 minuter.',
  ])('nothing in: %s', (text) => {
    expect(rulesIn(text)).toEqual([])
  })

  it.each([
    ['Läsplattan ska vara Vårdpad®.', ['brand']],
    ['Läsplattan ska vara Vårdpad® eller likvärdigt.', ['brandWithEquivalent']],
    ['Telefonerna ska vara av fabrikat Norrtel.', ['brand']],
    ['Lösningen ska fungera med TeleDoc i dag.', ['productLikeName']],
    ['Provningen ska ske enligt ISO 9241-11.', ['standardWithoutEquivalent']],
    ['The test shall follow ISO/IEC 25010.', ['standardWithoutEquivalent']],
    ['Gränssnittet ska följa FHIR.', ['namedSpecification']],
    [
      'Leverantören ska vara certifierad enligt ISO 27001.',
      ['standardWithoutEquivalent', 'certificateWithoutEquivalent', 'certificate'],
    ],
    ['Leverantören ska vara certifierad enligt ISO 27001 eller likvärdig.', ['certificate']],
    ['Leverantören ska lämna tre referensuppdrag från regioner.', ['references']],
    ['Leverantören ska ha minst 20 anställda.', ['staff']],
    ['Leverantören ska ha minst fem års erfarenhet av vården.', ['yearsInBusiness']],
    ['Leverantören ska ha kontor i länet.', ['localPresence']],
    ['Leverantören ska ta ett helhetsåtagande för drift och support.', ['wholeUndertaking']],
  ])('%s', (text, expected) => {
    expect(rulesIn(text)).toEqual(expected)
  })

  it('“motsvarande” is not the words of the law (LOU 9:4)', () => {
    expect(rulesIn('Provningen ska ske enligt ISO 9241-11 eller motsvarande.')).toEqual(['standardWithoutEquivalent'])
  })

  it('the words must stand in the sentence of the standard that they belong to', () => {
    expect(rulesIn('Provningen ska ske enligt ISO 9241-11. Rapporten ska lämnas i PDF eller likvärdigt.')).toEqual([
      'standardWithoutEquivalent',
    ])
  })

  it('two standards of which the first lacks the words are told apart from one that has them', () => {
    const [finding] = findingsInWording('Följ ISO 9241-11.\nFölj ISO 9241-210 eller likvärdig.')
    expect(finding?.quote).toContain('9241-11')
    expect(findingsInWording('Följ ISO 9241-11.\nFölj ISO 9241-210 eller likvärdig.')).toHaveLength(1)
  })

  it.each([
    ['Årsomsättningen ska vara minst 5 miljoner kronor.', 2 * million, ['turnover']],
    ['Årsomsättningen ska vara minst 4 miljoner kronor.', 2 * million, []],
    ['Årsomsättningen ska vara minst 4 000 001 kronor.', 2 * million, ['turnover']],
    ['Omsättningen ska vara minst 2,5 MSEK.', 1 * million, ['turnover']],
    ['Årsomsättningen ska vara minst 5 miljoner kronor.', undefined, ['turnoverUnknownValue']],
    ['Personalomsättningen ska redovisas varje år.', million, []],
  ])('turnover is held against twice the value (LOU 14:4): %s', (text, value, expected) => {
    expect(rulesIn(text, value)).toEqual(expected)
  })

  it('a weak sign is never more than a notice', () => {
    expect(wordingRules.productLikeName.severity).toBe('notice')
    expect(wordingRules.namedSpecification.severity).toBe('notice')
  })

  it('every rule says its paragraph and what to do, in both languages', () => {
    for (const { source, name, remedy } of Object.values(wordingRules)) {
      expect(source).toMatch(/LOU \d+:\d+|RUVeS/)
      expect(name.sv).not.toBe(name.en)
      expect(remedy.sv).not.toBe(remedy.en)
    }
  })
})
