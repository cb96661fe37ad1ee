import type { Text } from '#contracts/language.ts'
import type { Sums } from '../../api/measure-views.ts'

/** The four sums that stand beside each other, in the order of the flow, and the three kinds that are never added together. */

export const partNames = {
  promised: { sv: 'Lovat', en: 'Promised' },
  decided: { sv: 'Beslutat', en: 'Decided' },
  followed: { sv: 'Därav uppföljt', en: 'Of it followed up' },
  realised: { sv: 'Uppnått av det uppföljda', en: 'Come true of what is followed up' },
} as const satisfies Record<string, Text>

// The keys of the literal above, in its order.
export const parts = Object.keys(partNames) as (keyof typeof partNames)[]

export const kindNames = {
  financial: { sv: 'Pengar i hand', en: 'Money in hand' },
  redistributed: { sv: 'Frigjorda resurser', en: 'Freed resources' },
  qualitative: { sv: 'Kvalitativa', en: 'Qualitative' },
} as const satisfies Record<keyof Sums, Text>

// As above.
export const kinds = Object.keys(kindNames) as (keyof Sums)[]

export const sideNames = {
  benefits: { sv: 'nytta', en: 'benefit' },
  costs: { sv: 'kostnad', en: 'cost' },
} as const satisfies Record<keyof Sums['financial'], Text>

// As above.
export const sides = Object.keys(sideNames) as (keyof Sums['financial'])[]
