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
const dash = '[-\u2010\u2012\u2013\u2014\u2212]'

/** Ten or twelve digits as people write them: 850709-9805, 19850709 9805, 850709+9805. */
const compact = `(?:18|19|20)?\\d{6} ?(?:${dash}|\\+)? ?\\d{4}(?!\\d)`

/** 1985-07-09-9805, but not the first half of a period such as 2026-01-01-2026-12-31. */
const dated = `(?:18|19|20)\\d{2}${dash}\\d{2}${dash}\\d{2}${dash}\\d{4}(?!\\d|${dash}\\d)`

const candidates = new RegExp(`(?<!\\d)(?:${compact}|${dated})`, 'g')

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
  (text.normalize('NFKC').replaceAll(machineTokens, ' ').match(candidates) ?? []).some(isPersonalNumber)
