import type { Text } from '#contracts/language.ts'

/**
 * What in a procurement keeps small companies away without helping the need (RUVeS 4.3.1 and 5.4). Each barrier
 * is either taken away or kept with a reason that the decider can read.
 */
export const barriers = {
  turnover: {
    name: {
      sv: 'Omsättningskrav över två gånger upphandlingens värde',
      en: 'Turnover demand above twice the value of the purchase',
    },
    source: 'LOU 14:4',
  },
  references: { name: { sv: 'Krav på referensinstallationer', en: 'Demand for reference installations' }, source: 'RUVeS 4.3.1' },
  undivided: { name: { sv: 'Inte uppdelad i delkontrakt', en: 'Not divided into lots' }, source: 'LOU 4:13-14' },
  brand: { name: { sv: 'Nämner fabrikat, varumärke eller typ', en: 'Names a make, brand or type' }, source: 'LOU 9:6' },
  wholeUndertaking: {
    name: {
      sv: 'Helhetsåtagande: drift, support och produkt i ett',
      en: 'Whole undertaking: operation, support and product in one',
    },
    source: 'RUVeS 4.3.1',
  },
  shortTime: { name: { sv: 'Anbudstiden är lagens minimum', en: 'The tender period is the legal minimum' }, source: 'LOU 11:1' },
} as const satisfies Readonly<Record<string, { name: Text; source: string }>>

export type Barrier = keyof typeof barriers

/** LOU 14:4: the demand may be at most this many times the estimated value. */
const turnoverLimit = { times: 2, source: 'LOU 14:4', validFrom: '2017-01-01' } as const

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
