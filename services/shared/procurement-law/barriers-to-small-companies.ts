import type { Text } from '#contracts/language.ts'

/**
 * What in a procurement keeps small companies away without helping the need (RUVeS 4.3.1 and 5.4). Each barrier
 * is either taken away or kept with a reason that the decider can read. The documents of a procurement and the library's
 * check of requirements read this one list.
 */
export const barriers = {
  turnover: {
    name: {
      sv: 'Omsättningskrav över två gånger upphandlingens värde',
      en: 'Turnover demand above twice the value of the purchase',
    },
    source: 'LOU 14:4',
    remedy: {
      sv: 'Sänk kravet till högst två gånger det uppskattade värdet, eller ange de särskilda skälen i dokumenten.',
      en: 'Lower the demand to at most twice the estimated value, or state the special reasons in the documents.',
    },
  },
  references: {
    name: { sv: 'Krav på referensinstallationer', en: 'Demand for reference installations' },
    source: 'RUVeS 4.3.1',
    remedy: {
      sv: 'Be i stället om en visning eller ett prov på den egna uppgiften. Låt leverantören åberopa andras erfarenhet (LOU 14:6).',
      en: 'Ask instead for a demonstration or a test on your own task. Let the supplier rely on the experience of others (LOU 14:6).',
    },
  },
  undivided: {
    name: { sv: 'Inte uppdelad i delkontrakt', en: 'Not divided into lots' },
    source: 'LOU 4:13-14',
    remedy: {
      sv: 'Dela upp kontraktet, eller ange skälen för att inte göra det.',
      en: 'Divide the contract, or state the reasons for not doing so.',
    },
  },
  brand: {
    name: { sv: 'Nämner fabrikat, varumärke eller typ', en: 'Names a make, brand or type' },
    source: 'LOU 9:6',
    remedy: {
      sv: 'Beskriv funktionen. Går det inte att beskriva på annat sätt ska namnet följas av orden ”eller likvärdigt”.',
      en: 'Describe the function. Where it cannot be described otherwise, the name must be followed by “or equivalent”.',
    },
  },
  wholeUndertaking: {
    name: {
      sv: 'Helhetsåtagande: drift, support och produkt i ett',
      en: 'Whole undertaking: operation, support and product in one',
    },
    source: 'RUVeS 4.3.1',
    remedy: {
      sv: 'Köp produkt, drift och support var för sig, eller låt företag lämna anbud tillsammans (LOU 4:5).',
      en: 'Buy product, operation and support apart, or let companies tender together (LOU 4:5).',
    },
  },
  shortTime: {
    name: { sv: 'Anbudstiden är lagens minimum', en: 'The tender period is the legal minimum' },
    source: 'LOU 11:1',
    remedy: {
      sv: 'Ge den tid som ett litet företag behöver för att skriva anbudet.',
      en: 'Give the time that a small company needs to write the tender.',
    },
  },
} as const satisfies Readonly<Record<string, { name: Text; source: string; remedy: Text }>>

export type Barrier = keyof typeof barriers

/** LOU 14:4: the demand may be at most this many times the estimated value. */
const turnoverLimit = { times: 2, source: 'LOU 14:4', validFrom: '2017-01-01' } as const

/** How many times the estimated value a demand for turnover may be at most. */
export const turnoverLimitTimes: number = turnoverLimit.times

export interface TenderDemands {
  /** Öre. */
  readonly estimatedValue: number
  /** Öre; undefined where no turnover is demanded. */
  readonly turnoverDemanded: number | undefined
  readonly referencesDemanded: number
  readonly isDivided: boolean
  readonly namesBrand: boolean
  readonly isWholeUndertaking: boolean
  readonly tenderDays: number | undefined
  readonly minimumTenderDays: number | undefined
}

/** The barriers that the demands raise, in the order of the table. */
export const barriersIn = (demands: TenderDemands): readonly Barrier[] => {
  const raised: Record<Barrier, boolean> = {
    turnover: (demands.turnoverDemanded ?? 0) > turnoverLimit.times * demands.estimatedValue,
    references: demands.referencesDemanded > 0,
    undivided: !demands.isDivided,
    brand: demands.namesBrand,
    wholeUndertaking: demands.isWholeUndertaking,
    shortTime:
      demands.tenderDays !== undefined &&
      demands.minimumTenderDays !== undefined &&
      demands.tenderDays <= demands.minimumTenderDays,
  }
  // Object.keys widens the literal keys to string.
  return (Object.keys(barriers) as Barrier[]).filter((barrier) => raised[barrier])
}

/** The barriers that stand without a reason. */
export const unexplainedBarriers = (demands: TenderDemands, explained: readonly Barrier[]): readonly Barrier[] =>
  barriersIn(demands).filter((barrier) => !explained.includes(barrier))
