import type { BenefitArea, BenefitKind } from '#contracts/words.ts'

/** What a case is to give and to cost a year. The figures are assumed; what follows from others is counted here. */

export interface BenefitFact {
  readonly name: string
  readonly kind: BenefitKind
  readonly area: BenefitArea
  readonly measure: string
  readonly unit: string
  readonly from: number
  readonly to: number
  /** Kronor a year when the target is reached; none for a qualitative benefit. */
  readonly kronor?: number
  /** 1-5, of a qualitative benefit. */
  readonly level?: number
  readonly because: string
  /** Where the benefit falls, if elsewhere than on the owner of the case. */
  readonly organisation?: string
}

export interface CostFact {
  readonly name: string
  readonly kronor: number
  readonly because: string
  readonly organisation?: string
}

type Elsewhere = Pick<BenefitFact, 'organisation'>

/** What an hour of staff time is taken to cost, in kronor. */
const kronorPerHour = 450

const inThousands = (kronor: number): number => Math.round(kronor / 1_000) * 1_000

/** Staff time set free: minutes before and after, so many times a year. */
export const time = ({
  times,
  from,
  to,
  ...fact
}: { name: string; measure: string; times: number; from: number; to: number } & Elsewhere): BenefitFact => ({
  ...fact,
  kind: 'redistributed',
  area: 'efficiency',
  unit: 'minuter',
  from,
  to,
  kronor: inThousands(((from - to) * times * kronorPerHour) / 60),
  because: `${from - to} minuter kortare tid ${times.toLocaleString('sv-SE')} gånger per år, ${kronorPerHour} kronor per timme.`,
})

/** Money no longer spent: kronor a year before and after. */
export const saved = ({
  from,
  to,
  ...fact
}: { name: string; measure: string; from: number; to: number; because: string } & Elsewhere): BenefitFact => ({
  ...fact,
  kind: 'financial',
  area: 'efficiency',
  unit: 'kr',
  from,
  to,
  kronor: from - to,
})

/** What is better for residents or safer in care, and is never put in money. */
export const better = (
  fact: {
    name: string
    area: 'residents' | 'qualityAndSafety'
    measure: string
    unit: string
    from: number
    to: number
    level: number
    because: string
  } & Elsewhere,
): BenefitFact => ({ ...fact, kind: 'qualitative' })
