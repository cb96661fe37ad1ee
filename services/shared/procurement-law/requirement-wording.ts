import type { Text } from '#contracts/language.ts'
import { barriers, turnoverLimitTimes } from './barriers-to-small-companies.ts'

/**
 * What the wording of a requirement gives away. `breach` is against the law as it stands; `barrier` is allowed with a reason
 * and shuts small companies out; `notice` is a sign that somebody should look at and never a fault by itself.
 */
export type WordingSeverity = 'breach' | 'barrier' | 'notice'

export const wordingRules = {
  brand: {
    severity: 'breach',
    name: barriers.brand.name,
    source: barriers.brand.source,
    remedy: barriers.brand.remedy,
  },
  brandWithEquivalent: {
    severity: 'notice',
    name: { sv: 'Ett märke nämns, följt av ”eller likvärdigt”', en: 'A brand is named, followed by “or equivalent”' },
    source: 'LOU 9:6',
    remedy: {
      sv: 'Det är tillåtet bara om föremålet kräver det eller inte kan beskrivas på annat sätt. Skriv varför, eller beskriv funktionen.',
      en: 'Allowed only where what is bought calls for it or cannot be described otherwise. Write why, or describe the function.',
    },
  },
  productLikeName: {
    severity: 'notice',
    name: { sv: 'Kan vara ett produktnamn', en: 'May be the name of a product' },
    source: 'LOU 9:6',
    remedy: {
      sv: 'Är det ett produktnamn: beskriv funktionen i stället. Är det något annat behövs ingen ändring.',
      en: 'If it is the name of a product, describe the function instead. If it is something else, nothing need change.',
    },
  },
  standardWithoutEquivalent: {
    severity: 'breach',
    name: { sv: 'Standard utan ”eller likvärdig”', en: 'Standard without “or equivalent”' },
    source: 'LOU 9:4',
    remedy: {
      sv: 'Skriv ”eller likvärdig” direkt efter standarden, eller ange kravet som funktion (LOU 9:3).',
      en: 'Write “or equivalent” right after the standard, or state the requirement as a function (LOU 9:3).',
    },
  },
  namedSpecification: {
    severity: 'notice',
    name: { sv: 'Teknisk specifikation utan ”eller likvärdig”', en: 'Technical specification without “or equivalent”' },
    source: 'LOU 9:4',
    remedy: {
      sv: 'Är det en standard eller bedömning som LOU 9:4 räknar upp ska orden ”eller likvärdig” följa. Skriv dem för säkerhets skull.',
      en: 'Where it is a standard or assessment of LOU 9:4, the words “or equivalent” must follow. Write them to be safe.',
    },
  },
  certificateWithoutEquivalent: {
    severity: 'breach',
    name: { sv: 'Intyg från visst organ, utan likvärdigt', en: 'Certificate from a certain body, without equivalent' },
    source: 'LOU 9:10, 9:14, 15:14',
    remedy: {
      sv: 'Godta likvärdiga intyg, och annan bevisning när leverantören utan egen skuld inte hinner få ett intyg.',
      en: 'Accept equivalent certificates, and other proof where the supplier through no fault of its own cannot get one in time.',
    },
  },
  certificate: {
    severity: 'barrier',
    name: { sv: 'Krav på certifiering', en: 'Demand for certification' },
    source: 'LOU 14:1',
    remedy: {
      sv: 'Fråga vad som görs och be om bevis för det. En certifiering tar lång tid för ett litet företag och ska stå i proportion till köpet.',
      en: 'Ask what is done and for proof of it. A certification takes a small company long and must be in proportion to the purchase.',
    },
  },
  turnover: {
    severity: 'breach',
    name: barriers.turnover.name,
    source: barriers.turnover.source,
    remedy: barriers.turnover.remedy,
  },
  turnoverUnknownValue: {
    severity: 'notice',
    name: { sv: 'Omsättningskrav', en: 'Turnover demand' },
    source: 'LOU 14:3-4',
    remedy: {
      sv: 'Kravet får vara högst två gånger det uppskattade värdet. Ange värdet så prövas det, och fråga om kravet behövs.',
      en: 'The demand may be at most twice the estimated value. Give the value to have it tried, and ask whether it is needed.',
    },
  },
  references: {
    severity: 'barrier',
    name: { sv: 'Krav på referenser', en: 'Demand for references' },
    source: 'LOU 14:1, 15:11; RUVeS 4.3.1',
    remedy: barriers.references.remedy,
  },
  staff: {
    severity: 'barrier',
    name: { sv: 'Krav på antal anställda', en: 'Demand for a number of employees' },
    source: 'LOU 14:1, 14:5',
    remedy: {
      sv: 'Kräv de resurser som uppgiften behöver och låt leverantören åberopa andras (LOU 14:6).',
      en: 'Demand the resources that the task needs and let the supplier rely on those of others (LOU 14:6).',
    },
  },
  yearsInBusiness: {
    severity: 'barrier',
    name: { sv: 'Krav på år i branschen', en: 'Demand for years in business' },
    source: 'LOU 14:1, 14:5',
    remedy: {
      sv: 'Be om kompetens hos dem som ska göra arbetet, eller om ett prov. Företagets ålder visar inte förmåga.',
      en: 'Ask for the skill of those who will do the work, or for a test. The age of a company does not show ability.',
    },
  },
  localPresence: {
    severity: 'breach',
    name: { sv: 'Krav på att finnas på orten', en: 'Demand to be established locally' },
    source: 'LOU 4:1',
    remedy: {
      sv: 'Ange inställelsetid eller svarstid i stället för var företaget finns.',
      en: 'State how soon somebody must come or answer instead of where the company is.',
    },
  },
  wholeUndertaking: {
    severity: 'barrier',
    name: barriers.wholeUndertaking.name,
    source: barriers.wholeUndertaking.source,
    remedy: barriers.wholeUndertaking.remedy,
  },
} as const satisfies Readonly<
  Record<string, { readonly severity: WordingSeverity; readonly name: Text; readonly source: string; readonly remedy: Text }>
>
export type WordingRule = keyof typeof wordingRules

export interface WordingFinding {
  readonly rule: WordingRule
  /** The words that gave it away, as they stand. */
  readonly quote: string
}

/** The words of the law (LOU 9:4, 9:6). `Motsvarande` alone is not among them. */
const equivalent = /\beller\s+likvärdi(?:g|gt|ga)\b|\bor\s+equivalent\b/iu

const sentencesOf = (text: string): string[] =>
  text
    .split(/(?<=[.!?])\s+(?=\p{Lu})|\n+/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '')

/** The equivalence must follow the name it belongs to, in the same sentence. */
const isFollowedByEquivalent = (sentence: string, from: number): boolean => equivalent.test(sentence.slice(from))

const numberedStandard =
  /\b(?:(?:SS|SEK|SIS|ETSI|DIN|NIST)[\s-]?)*(?:SS|SIS|EN|ISO|IEC|TS|TR|DIN|SP|HSLF)(?:[-/\s](?:EN|ISO|IEC|TS|TR|SP|FS))*[\s-]?\d{2,}[\d\s.:-]*\b/gu
/** Swedish regulations have numbers too, and are law. */
const isRegulation = (quote: string): boolean => /HSLF|-FS/u.test(quote)

const namedSpecifications = /\b(?:WCAG|FHIR|HL7|DICOM|SNOMED CT|OpenAPI|SAML|OAuth|OpenID Connect|SCAIP|OWASP ASVS|openEHR)\b/gu

const markedBrand = /[\p{L}\d][\p{L}\d -]{0,38}[®™]/gu
const namedBrand =
  /\b(?:fabrikat(?:et)?|varumärket?|av märket|modell(?:en)?|brand|make|model)\s+(?:är\s+|is\s+)?["”“]?\p{Lu}[\p{L}\d-]*(?:\s+\p{Lu}?[\p{L}\d-]*\d[\p{L}\d-]*)?/gu
/** An inner capital or a number after a name: `TeleDoc`, `Mobil 15`. Not the first word of a sentence. */
const productLike = /(?<=\s)(?:\p{Ll}?\p{Lu}?\p{Ll}+\p{Lu}[\p{L}\d]*|\p{Lu}\p{Ll}{2,}\s\d{1,3})(?=[\s,.;:)]|$)/gu
const notProducts = new Set([
  'OpenAPI',
  'OpenID',
  'OAuth',
  'WebRTC',
  'openEHR',
  'WebAuthn',
  'JavaScript',
  'eID',
  'eHälsa',
  'eHealth',
])

const certificate = /\b(?:certifier(?:ad|at|ade|ing\w*)|certifikat\p{L}*|certified|certification|ackrediter\p{L}+)\b/giu
/** A machine's certificate is no company's. */
const isTechnicalCertificate = (sentence: string): boolean =>
  /\b(?:TLS|klientcertifikat|servercertifikat|SITHS)\b/iu.test(sentence)

/** `\b` knows no å, ä or ö. */
const turnover = /(?<![\p{L}\d])(?:års)?omsättning\p{L}*|\bturnover\b/giu
const amount = /(\d{1,3}(?:[\s\u00A0]\d{3})+|\d+(?:[.,]\d+)?)\s*(miljarder|miljoner|mkr|msek|million|tkr|ksek|kronor|kr|sek)\b/giu
const oreOf: Readonly<Record<string, number>> = {
  miljarder: 100_000_000_000,
  miljoner: 100_000_000,
  mkr: 100_000_000,
  msek: 100_000_000,
  million: 100_000_000,
  tkr: 100_000,
  ksek: 100_000,
  kronor: 100,
  kr: 100,
  sek: 100,
}

/** The largest amount in a sentence, in öre. */
const amountIn = (sentence: string): number | undefined => {
  const found = [...sentence.matchAll(amount)].map(([, digits = '', unit = '']) =>
    Math.round(Number(digits.replaceAll(/[\s\u00A0]/gu, '').replace(',', '.')) * (oreOf[unit.toLowerCase()] ?? 0)),
  )
  return found.length === 0 ? undefined : Math.max(...found)
}

const references =
  /\breferens(?:er|uppdrag|installation(?:er)?|kund(?:er)?|leverans(?:er)?|projekt)\b|\breference (?:customers?|installations?|projects?)\b/giu
const staff = /\b(?:minst|at least)\s+\S+\s+(?:anställda|medarbetare hos leverantören|employees)\b/giu
const years =
  /\b(?:minst|at least)\s+\S+\s+års\s+(?:erfarenhet|verksamhet)|\bverksam\p{L}*\s+(?:\p{L}+\s+){0,4}(?:minst\s+)?\S+\s+år\b|\bat least\s+\S+\s+years\b[^.]{0,30}\b(?:business|experience)\b/giu
const local =
  /\blokal(?:t|a)?\s*kontor\b|\bkontor\s+(?:i|inom)\s+(?:kommunen|regionen|länet|Sverige)|\betablera(?:d|t|de)\s+i\s+(?:kommunen|regionen|länet|Sverige)|\bsvenskt\s+(?:företag|bolag)|\boffice\s+in\s+(?:the\s+(?:county|municipality|region)|Sweden)|\bSwedish\s+company\b/giu
const whole = /\bhelhetsåtagande\p{L}*|\btotalåtagande\p{L}*|\bwhole undertaking\b|\bturnkey\b/giu

interface Sighting extends WordingFinding {
  readonly at: number
}

const seen = (sentence: string, pattern: RegExp, rule: (match: RegExpMatchArray) => WordingRule | undefined): Sighting[] =>
  [...sentence.matchAll(pattern)].flatMap((match) => {
    const found = rule(match)
    return found ? [{ rule: found, quote: match[0].trim(), at: match.index }] : []
  })

const findingsOfSentence = (sentence: string, estimatedValue: number | undefined): Sighting[] => {
  const after = (match: RegExpMatchArray): boolean => isFollowedByEquivalent(sentence, (match.index ?? 0) + match[0].length)
  const brands = [markedBrand, namedBrand].flatMap((pattern) =>
    seen(sentence, pattern, (match) => (after(match) ? 'brandWithEquivalent' : 'brand')),
  )
  const certificates = isTechnicalCertificate(sentence) ? [] : seen(sentence, certificate, () => 'certificate')
  const demandsTurnover = seen(sentence, turnover, () => {
    const demanded = amountIn(sentence)
    if (demanded === undefined) return undefined
    if (estimatedValue === undefined) return 'turnoverUnknownValue'
    return demanded > turnoverLimitTimes * estimatedValue ? 'turnover' : undefined
  })
  const standards = seen(sentence, numberedStandard, (match) =>
    after(match) || isRegulation(match[0]) ? undefined : 'standardWithoutEquivalent',
  )
  return [
    ...brands,
    ...seen(sentence, productLike, ([quote]) =>
      notProducts.has(quote) || brands.some((brand) => brand.quote.includes(quote)) ? undefined : 'productLikeName',
    ),
    ...standards,
    ...seen(sentence, namedSpecifications, (match) => (after(match) ? undefined : 'namedSpecification')),
    ...certificates.slice(0, 1),
    ...(certificates[0] && !equivalent.test(sentence)
      ? [{ ...certificates[0], rule: 'certificateWithoutEquivalent' as const }]
      : []),
    ...demandsTurnover.slice(0, 1),
    ...seen(sentence, references, () => 'references').slice(0, 1),
    ...seen(sentence, staff, () => 'staff'),
    ...seen(sentence, years, () => 'yearsInBusiness'),
    ...seen(sentence, local, () => 'localPresence'),
    ...seen(sentence, whole, () => 'wholeUndertaking'),
  ]
}

/**
 * What a requirement's words give away, sentence by sentence, the graver first. Names are told by their form and never by a
 * list of companies: a mark (®, ™), a word such as `fabrikat` before a name, an inner capital. The last is only a notice.
 * @param estimatedValue of the procurement, öre; without it a demand for turnover is only noticed
 */
export const findingsInWording = (text: string, estimatedValue?: number): readonly WordingFinding[] => {
  const order: readonly WordingSeverity[] = ['breach', 'barrier', 'notice']
  const found = sentencesOf(text).flatMap((sentence) => findingsOfSentence(sentence, estimatedValue))
  const once = found.filter(
    ({ rule, quote }, index) => found.findIndex((other) => other.rule === rule && other.quote === quote) === index,
  )
  return once
    .toSorted((a, b) => order.indexOf(wordingRules[a.rule].severity) - order.indexOf(wordingRules[b.rule].severity))
    .map(({ rule, quote }) => ({ rule, quote }))
}
