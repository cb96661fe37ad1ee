import Organisationsnummer from 'organisationsnummer'
import Personnummer from 'personnummer'

interface NumberPackage {
  valid(value: string, options?: { allowCoordinationNumber: boolean; allowInterimNumber: boolean }): boolean
}

// Both packages export their class as default at run time; their type files are read as CommonJS and say `{ default }`.
const organisationNumbers = Organisationsnummer as unknown as NumberPackage
const personalNumbers = Personnummer as unknown as NumberPackage

export const isOrganisationNumber = (value: string): boolean => organisationNumbers.valid(value)

/** Word processors turn a hyphen into a dash, and NFKC turns hard spaces and non-breaking hyphens into these. */
const dashes = '\\-\u2010\u2012\u2013\u2014\u2212'
const dash = `[${dashes}]`

/** What stands between the birth date and the last four, also where a line was broken or a table pasted. */
const gap = `[\\s.,/:_+${dashes}]{0,3}`

/** Ten or twelve digits as people write them: 850709-9805, 19850709 9805, 850709+9805. */
const compact = `(?:18|19|20)?\\d{6}${gap}\\d{4}(?!\\d)`

/** 1985-07-09-9805 and 85 07 09-9805, but not the first half of a period such as 2026-01-01-2026-12-31. */
const dated = `(?:18|19|20)?\\d{2}(?<between>[\\s./${dashes}])\\d{2}\\k<between>\\d{2}${gap}\\d{4}(?!\\d|${dash}\\d)`

const candidates = new RegExp(`(?<!\\d)(?:${compact}|${dated})`, 'gu')

/** Digits of every script as 0-9, and without the characters that nobody sees. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replaceAll(/\p{Cf}/gu, '')
    .replaceAll(/\p{Nd}/gu, (digit) => (digit <= '9' ? digit : String(valueOfDigit(digit))))

/** Decimal digits stand ten in a row from a zero, in every script (Unicode Standard, 4.6). */
const valueOfDigit = (digit: string): number => {
  const code = digit.codePointAt(0) ?? 0
  let zero = code
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1
  return code - zero
}

/** Ids and digests of ours: their hexadecimal digits happen to look like a number once in some ten thousand. */
const machineTokens = /\b(?:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9a-f]{64})\b/gi

const isPersonalNumber = (candidate: string): boolean => {
  const digits = candidate.replaceAll(/\D/g, '')
  const separator = candidate.includes('+') ? '+' : '-'
  return personalNumbers.valid(`${digits.slice(0, -4)}${separator}${digits.slice(-4)}`, {
    allowCoordinationNumber: true,
    allowInterimNumber: false,
  })
}

/**
 * Whether a text holds a Swedish personal identity or coordination number (right date and check digit).
 * A case holds no personal data about patients, so such text is refused before it is stored or logged.
 */
export const holdsPersonalIdentityNumber = (text: string): boolean =>
  (plain(text).replaceAll(machineTokens, ' ').match(candidates) ?? []).some(isPersonalNumber)
