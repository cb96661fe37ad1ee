import type { Assessment, BenefitLine } from '../../api/benefit-views.ts'
import type { Basis, EffectChain } from '../../api/reckoning-views.ts'

/** An assessment as it is sent to be saved or reckoned. */
export interface AssessmentBody {
  readonly summary: string
  readonly noCostsReason?: string | undefined
  readonly lines: readonly BenefitLine[]
  readonly chain?: EffectChain | undefined
  readonly basis?: Basis | undefined
}

/** Everything that was read, so that a page which changes a part of it loses nothing of the rest. */
export const bodyOf = ({ summary, noCostsReason, lines, chain, basis }: Assessment): AssessmentBody => ({
  summary,
  ...(noCostsReason !== undefined && { noCostsReason }),
  lines,
  ...(chain && { chain }),
  ...(basis && { basis }),
})
