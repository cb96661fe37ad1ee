import fc from 'fast-check'

/** The last digit of a personal identity number: the Luhn sum of the nine before it (folkbokföringslagen 18 §). */
const checkDigit = (nine: string): number => {
  const sum = nine.split('').reduce((total, digit, index) => {
    const product = Number(digit) * (index % 2 === 0 ? 2 : 1)
    return total + (product > 9 ? product - 9 : product)
  }, 0)
  return (10 - (sum % 10)) % 10
}

const twoDigits = (number: number): string => String(number).padStart(2, '0')

const parts = fc.record({
  day: fc.date({ min: new Date('1930-01-01T00:00:00Z'), max: new Date('2024-12-31T00:00:00Z'), noInvalidDate: true }),
  serial: fc.integer({ min: 1, max: 999 }),
  isCoordination: fc.boolean(),
})

export interface PersonalNumber {
  /** `YYMMDD`. */
  readonly born: string
  readonly century: string
  readonly lastFour: string
}

/** Valid personal identity and coordination numbers: a real date (for the latter 60 days later) and the right check digit. */
export const personalNumbers: fc.Arbitrary<PersonalNumber> = parts.map(({ day, serial, isCoordination }) => {
  const year = day.getUTCFullYear()
  const born = `${twoDigits(year % 100)}${twoDigits(day.getUTCMonth() + 1)}${twoDigits(day.getUTCDate() + (isCoordination ? 60 : 0))}`
  const three = String(serial).padStart(3, '0')
  return { born, century: String(Math.floor(year / 100)), lastFour: `${three}${checkDigit(born + three)}` }
})

/** As people and word processors write them. */
const separators = ['', '-', '+', ' ', '–', '\u2011', '\u00a0', ' - '] as const

export const writtenPersonalNumbers: fc.Arbitrary<string> = fc
  .tuple(personalNumbers, fc.boolean(), fc.constantFrom(...separators))
  .map(([{ born, century, lastFour }, isLong, separator]) => `${isLong ? century : ''}${born}${separator}${lastFour}`)
