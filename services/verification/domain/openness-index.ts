import type { Text } from '#contracts/language.ts'

/**
 * Technical openness as a number, so that solutions can be compared and the winner measured again in use. What is
 * measured follows RUVeS 4.4 (technique, rules of the game, economy). The scale is this product's own and dated:
 * a new edition is a new row, so that an old measurement keeps its meaning.
 */
export const opennessItems = {
  documentedApi: {
    name: { sv: 'Öppet dokumenterat API', en: 'Openly documented API' },
    help: {
      sv: 'Ja: OpenAPI som klarar DIGG:s REST API-profil eller likvärdigt.',
      en: 'Yes: OpenAPI that passes DIGG’s REST API profile or equivalent.',
    },
  },
  openFormats: {
    name: { sv: 'Öppna standardformat', en: 'Open standard formats' },
    help: { sv: 'Till exempel HL7 FHIR eller RIV-TA.', en: 'For example HL7 FHIR or RIV-TA.' },
  },
  semanticCoding: {
    name: { sv: 'Gemensamma begrepp och koder', en: 'Shared terms and codes' },
    help: { sv: 'Så att uppgifterna betyder samma sak hos mottagaren.', en: 'So that data mean the same to the receiver.' },
  },
  dataExport: {
    name: { sv: 'Uppgifterna går att ta ut', en: 'Data can be taken out' },
    help: {
      sv: 'Fullständigt, i öppet format, även när avtalet upphör.',
      en: 'In full, in an open format, also when the contract ends.',
    },
  },
  testEnvironment: {
    name: { sv: 'Testmiljö för andra leverantörer', en: 'Test environment for other suppliers' },
    help: { sv: 'Utan särskilt avtal.', en: 'Without a special contract.' },
  },
  equalTerms: {
    name: { sv: 'Lika villkor för alla som ansluter', en: 'Equal terms for all who connect' },
    help: { sv: 'Även för den som konkurrerar.', en: 'Competitors too.' },
  },
  noVendorGateway: {
    name: { sv: 'Ingen egen mellanhand krävs', en: 'No vendor gateway required' },
    help: { sv: 'Anslutning utan leverantörens egna produkter.', en: 'Connection without the vendor’s own products.' },
  },
  reasonableFee: {
    name: { sv: 'Avgiften stänger inte ute mindre företag', en: 'The fee does not shut small companies out' },
    help: {
      sv: 'Ja: ingen avgift, eller en som ett litet företag klarar.',
      en: 'Yes: none, or one that a small company can bear.',
    },
  },
} as const satisfies Record<string, { name: Text; help: Text }>
export type OpennessItem = keyof typeof opennessItems

export const opennessAnswers = {
  yes: { sv: 'Ja', en: 'Yes' },
  partly: { sv: 'Delvis', en: 'Partly' },
  no: { sv: 'Nej', en: 'No' },
} as const satisfies Record<string, Text>

export type OpennessMeasurement = Readonly<Record<OpennessItem, keyof typeof opennessAnswers>> & {
  /** Calendar days from request until another supplier is connected. */
  readonly connectionDays: number
}

interface OpennessScale {
  readonly validFrom: string
  readonly source: string
  readonly points: Readonly<Record<keyof typeof opennessAnswers, number>>
  /** Full points up to the first number of days, half up to the second, then none. */
  readonly quickDays: number
  readonly slowDays: number
}

const scales: readonly OpennessScale[] = [
  {
    validFrom: '2023-01-01',
    source: 'Behovsflödets öppenhetsindex 2023, efter RUVeS 4.4',
    points: { yes: 2, partly: 1, no: 0 },
    quickDays: 30,
    slowDays: 90,
  },
]

// Object.keys loses the literal types of the table.
export const opennessItemKeys = Object.keys(opennessItems) as OpennessItem[]

/** 0-100, rounded to whole percent, on the scale of the day. Undefined before the first scale. */
export const opennessPercent = (measurement: OpennessMeasurement, on: string): number | undefined => {
  const scale = scales.findLast(({ validFrom }) => validFrom <= on)
  if (!scale) return undefined
  const { points, quickDays, slowDays } = scale
  const { connectionDays } = measurement
  const forTime = connectionDays <= quickDays ? points.yes : connectionDays <= slowDays ? points.partly : points.no
  const reached = opennessItemKeys.reduce((sum, item) => sum + points[measurement[item]], forTime)
  return Math.round((100 * reached) / (points.yes * (opennessItemKeys.length + 1)))
}
