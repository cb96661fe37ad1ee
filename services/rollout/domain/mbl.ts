/** One union's negotiation before a major change of the operation (lag (1976:580) om medbestämmande, MBL 11-14 §§). */
export interface Negotiation {
  readonly calledOn: string
  readonly heldOn: string
  readonly isCentralAskedFor: boolean
  readonly centralHeldOn?: string | undefined
  readonly protocolOn: string
}

export type NegotiationFault =
  | 'heldBeforeCalled'
  | 'protocolBeforeHeld'
  | 'centralNotHeld'
  | 'centralBeforeLocal'
  | 'planCountsTooEarly'

/**
 * Why the plan may not count yet. The employer itself calls, the negotiation is held - centrally too where that
 * is asked for - and its protocol is signed off before the plan counts (MBL 11 and 14 §§). The parties need not agree.
 */
export const negotiationFaults = (
  { calledOn, heldOn, isCentralAskedFor, centralHeldOn, protocolOn }: Negotiation,
  planCountsFrom: string,
): readonly NegotiationFault[] => [
  ...(heldOn < calledOn ? (['heldBeforeCalled'] as const) : []),
  ...(protocolOn < heldOn ? (['protocolBeforeHeld'] as const) : []),
  ...(isCentralAskedFor && centralHeldOn === undefined ? (['centralNotHeld'] as const) : []),
  ...(centralHeldOn !== undefined && centralHeldOn < heldOn ? (['centralBeforeLocal'] as const) : []),
  ...(protocolOn > planCountsFrom || (centralHeldOn !== undefined && centralHeldOn > planCountsFrom)
    ? (['planCountsTooEarly'] as const)
    : []),
]
