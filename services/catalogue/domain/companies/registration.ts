import type { Text } from '#contracts/language.ts'
import { organisationNumber } from '#phase/field.ts'

/** How a company is registered, and by which number it is known. */
export const registrations = {
  organisationNumber: { sv: 'Svensk juridisk person med organisationsnummer', en: 'Swedish legal person with a number' },
  soleTrader: { sv: 'Enskild firma (lämna inget nummer)', en: 'Sole trader (give no number)' },
  foreign: { sv: 'Företag registrerat i ett annat land', en: 'Company registered in another country' },
} as const satisfies Record<string, Text>

export const legalForms = {
  limitedCompany: { sv: 'Aktiebolag', en: 'Limited company' },
  tradingPartnership: { sv: 'Handelsbolag', en: 'Trading partnership' },
  limitedPartnership: { sv: 'Kommanditbolag', en: 'Limited partnership' },
  economicAssociation: { sv: 'Ekonomisk förening', en: 'Economic association' },
  nonProfitAssociation: { sv: 'Ideell förening', en: 'Non-profit association' },
  foundation: { sv: 'Stiftelse', en: 'Foundation' },
  soleTrader: { sv: 'Enskild firma', en: 'Sole trader' },
  branch: { sv: 'Filial till utländskt företag', en: 'Branch of a foreign company' },
  publicBody: { sv: 'Offentlig verksamhet eller lärosäte', en: 'Public body or university' },
  other: { sv: 'Annan form', en: 'Another form' },
} as const satisfies Record<string, Text>

const { complete: numberWithCheckDigit } = organisationNumber({ label: { sv: 'Organisationsnummer', en: 'Organisation number' } })

/** A legal person's number has at least 2 as its third digit, so that it is never taken for a date of birth. */
const leastThirdDigit = '2'

/**
 * A legal person's number as `556016-0680`; undefined for one with a wrong check digit, and for a person's. A sole trader's
 * number is a personal identity number, and no such number is stored.
 */
export const legalPersonNumber = (written: string): string | undefined => {
  const digits = written.replaceAll(/\D/g, '')
  const ten = digits.length === 12 && digits.startsWith('16') ? digits.slice(2) : digits
  if (ten.length !== 10 || (ten[2] ?? '') < leastThirdDigit || !numberWithCheckDigit.safeParse(ten).success) return undefined
  return `${ten.slice(0, 6)}-${ten.slice(6)}`
}
