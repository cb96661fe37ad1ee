import type { County } from '#counties/county.ts'
import type { FrozenEvidence } from '#contracts/evidence.ts'
import type { DecisionRequestId, Digest } from '#contracts/ids.ts'
import { digestOf } from '#lambda/digest.ts'
import { applied, refused, unchanged } from '#lambda/outcome.ts'
import type { Transition } from '#lambda/outcome.ts'
import { decisionDueOn } from './deadlines.ts'
import type { RequestState } from './decision-request.ts'
import { rightsToDecide } from './delegation-order.ts'

/**
 * A phase has asked: nothing → `received`. Evidence whose digest does not agree is not evidence. The seal is the
 * digest of the evidence as it came, with fields that this version of the gates may not know.
 */
export const receiveRequest = (
  existing: RequestState | undefined,
  { requestId, evidence, digest, seal = digestOf(evidence) }: FrozenEvidence & { requestId: DecisionRequestId; seal?: Digest },
  { county, now }: { county: County; now: string },
): Transition<RequestState, 'staleEvidence'> => {
  if (existing) return unchanged
  if (seal !== digest) return refused('staleEvidence')
  return applied({
    version: 1,
    request: {
      requestId,
      status: 'received',
      evidence,
      digest,
      receivedAt: now,
      rights: rightsToDecide(evidence, county),
      dueOn: decisionDueOn(now, county),
      reminders: 0,
      conflicts: [],
    },
  })
}
