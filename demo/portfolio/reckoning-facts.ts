import type * as z from 'zod'
import type { assessmentBody } from '../../services/benefits/application/save-assessment.ts'
import type { DriverUnit } from '../../services/benefits/domain/calculation/driver.ts'
import type { LineMethodId } from '../../services/benefits/domain/calculation/line-method.ts'
import type { UsageEffect } from '../../services/benefits/domain/calculation/model.ts'

/**
 * How the money of a case is reckoned: drivers, use, what comes once and what the old way costs while it is kept. No
 * report gives these figures, so each is an assumption; only what an hour costs is the county's.
 */

export type AssessmentBody = z.input<typeof assessmentBody>

/** Low, likely and high; sums in öre. */
export type Band = readonly [low: number, likely: number, high: number]

/** When a figure is told: first reckoned (NV2), after the trial (NV3), measured in use (NV4). */
export type Stage = 'thought' | 'tried' | 'came'

type ByStage = Readonly<Record<Stage, Band>>

export type Figure =
  | { readonly unit: DriverUnit; readonly bands: ByStage }
  | { readonly unit: DriverUnit; readonly parameter: string }

/** What nobody has learnt more of since is as it was. */
export const supposedly = (unit: DriverUnit, thought: Band, tried: Band = thought, came: Band = tried): Figure => ({
  unit,
  bands: { thought, tried, came },
})

export const inKronor = (...[low, likely, high]: Band): Band => [low * 100, likely * 100, high * 100]

/** Of what has been measured or paid there is one figure. */
export const exactly = (value: number): Band => [value, value, value]

/** An hour of staff time, as the county reckons it. */
export const hourOfStaff: Figure = { unit: 'orePerHour', parameter: 'staff-2026' }

export interface LineReckoning {
  readonly method: LineMethodId
  readonly drivers: Readonly<Record<string, Figure>>
  /** `until` needs the share of use at which the old way can end. */
  readonly use?: { readonly effect: UsageEffect; readonly share?: number }
  readonly because: string
}

/** A cost that nobody thought of in the first rough estimate. */
export interface AddedCost extends LineReckoning {
  readonly name: string
  /** `redistributed` is the organisation's own staff, whom no tender prices. */
  readonly kind: 'financial' | 'redistributed'
  /** The effect of the chain that it is a leaf of. */
  readonly leafOf: string
}

export interface Reckoning {
  readonly chain: NonNullable<AssessmentBody['chain']>
  /** The effect that each benefit and cost is a leaf of, by its name. */
  readonly leaves: Readonly<Record<string, string>>
  /** Shares for year 1 and on; the last one stays. */
  readonly use: {
    readonly name: string
    readonly thought: readonly Band[]
    readonly tried: readonly Band[]
    /** Of a service that has been followed up. */
    readonly came?: readonly Band[]
  }
  /** Benefits and costs in money, by their names. */
  readonly lines: Readonly<Record<string, LineReckoning>>
  readonly added: readonly AddedCost[]
}

export const introduction = (because: string, ...stages: readonly [thought: Band, tried?: Band, came?: Band]): AddedCost => ({
  name: 'Införande och utbildning',
  kind: 'financial',
  leafOf: 'operation',
  method: 'once',
  drivers: { amount: supposedly('ore', ...stages) },
  because,
})

/** An effect that every service has: it must be paid for. */
export const operation = {
  id: 'operation',
  name: 'En tjänst ska införas, drivas och förvaltas',
  actorGroup: 'operations',
} as const
