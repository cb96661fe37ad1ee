import { companies as exampleCompanies } from '../portfolio/companies.ts'
import type { Company } from '../portfolio/companies.ts'

/**
 * The companies of the catalogue: those of the portfolio, whose numbers lie in a series that is not given out, and two sole
 * traders, who have no number here at all. None of them exists.
 */

/** Figures that give the class of the company by the EU definition, in thousands of euro. */
const sizes = {
  micro: { headcount: 5, turnover: 600, balanceSheet: 300 },
  small: { headcount: 28, turnover: 4_200, balanceSheet: 2_600 },
  medium: { headcount: 120, turnover: 21_000, balanceSheet: 15_000 },
  large: { headcount: 900, turnover: 160_000, balanceSheet: 110_000 },
} as const satisfies Record<Company['size'], object>

export interface MarketCompany {
  /** Which of the suppliers keeps it. */
  readonly keeper: 'leverantor' | 'leverantor-2'
  readonly content: { readonly name: string } & Readonly<Record<string, unknown>>
  /** What a curator has found; left out where nobody has looked yet. */
  readonly isVerified: boolean
}

const mailboxOf = (key: string): string => `kontakt@${key.toLowerCase()}.example`

const limited = (
  key: keyof typeof exampleCompanies,
  keeper: MarketCompany['keeper'],
  regions: readonly string[],
  about: string,
  isVerified = true,
): MarketCompany => {
  const { name, organisationNumber, size } = exampleCompanies[key]
  return {
    keeper,
    isVerified,
    content: {
      name,
      registration: 'organisationNumber',
      number: organisationNumber,
      legalForm: 'limitedCompany',
      size: { accountingYear: 2025, ...sizes[size], ownership: name.startsWith('Exempelkoncernen') ? 'linked' : 'autonomous' },
      email: mailboxOf(key),
      web: `https://${key.toLowerCase()}.example`,
      regions,
      about: `Exempelföretag: ${about}`,
    },
  }
}

const soleTrader = (key: string, name: string, keeper: MarketCompany['keeper'], about: string): MarketCompany => ({
  keeper,
  isVerified: false,
  content: {
    name: `${name} (exempel)`,
    registration: 'soleTrader',
    legalForm: 'soleTrader',
    size: { accountingYear: 2025, headcount: 1, turnover: 90, balanceSheet: 20, ownership: 'autonomous' },
    email: mailboxOf(key),
    regions: ['H', 'G', 'F', 'E'],
    about: `Exempelföretag: ${about}`,
  },
})

export const marketCompanies = {
  letters: limited('messages', 'leverantor', ['SE'], 'brev, kvittenser och påminnelser till invånare.'),
  bookings: limited('bookings', 'leverantor', ['SE'], 'bokning och planering för vård och omsorg.'),
  meetings: limited('meetings', 'leverantor-2', ['SE'], 'videomöten och chatt i vården.'),
  careSystems: limited('careSystems', 'leverantor-2', ['SE'], 'journal- och verksamhetssystem.'),
  safety: limited('safety', 'leverantor-2', ['SE'], 'trygghetslarm och larmmottagning.'),
  sensors: limited('sensors', 'leverantor', ['H', 'G', 'F', 'K', 'M'], 'sensorer för trygghet i hemmet.'),
  cameras: limited('cameras', 'leverantor-2', ['SE'], 'digital tillsyn nattetid.'),
  dispensers: limited('dispensers', 'leverantor', ['SE'], 'läkemedelsautomater.'),
  locks: limited('locks', 'leverantor', ['SE'], 'nyckelfria lås för hemtjänst och hemsjukvård.'),
  positions: limited('positions', 'leverantor-2', ['SE'], 'larm med position för den som är ute.'),
  therapy: limited('therapy', 'leverantor', ['SE'], 'behandling på nätet.'),
  training: limited('training', 'leverantor', ['H', 'E', 'F'], 'träning hemma med stöd.', false),
  monitoring: limited('monitoring', 'leverantor-2', ['SE'], 'egenmonitorering vid långvarig sjukdom.'),
  identity: limited('identity', 'leverantor-2', ['SE'], 'inloggning och behörighet.'),
  carePlans: limited('carePlans', 'leverantor', ['H', 'G', 'K'], 'vårdplaner som patienten själv kan följa.', false),
  forms: limited('forms', 'leverantor', ['SE'], 'formulär och hälsodeklarationer.'),
  decisions: limited('decisions', 'leverantor-2', ['SE'], 'beslutsstöd vid läkemedelsbehandling.'),
  oneWomanFirm: soleTrader('kvitto', 'Kvitto på brev', 'leverantor', 'en liten tjänst för läskvittens på brev.'),
  oneManFirm: soleTrader('nattro', 'Nattro sensorer', 'leverantor-2', 'sängsensorer utan kamera.'),
} as const satisfies Readonly<Record<string, MarketCompany>>
export type MarketCompanyKey = keyof typeof marketCompanies
