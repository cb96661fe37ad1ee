import type { County } from '#counties/county.ts'
import type { Evidence, FrozenEvidence } from '#contracts/evidence.ts'
import { unmetMandatory } from '#contracts/go.ts'
import type { DecisionRequestId, Digest } from '#contracts/ids.ts'
import { digestOf } from '#lambda/digest.ts'
import { applied, refused, unchanged } from '#lambda/outcome.ts'
import type { Applied, Refused, Unchanged } from '#lambda/outcome.ts'
import { decisionDueOn } from './deadlines.ts'
import type { DecisionRequest, RequestState } from './decision-request.ts'
import { rightsToDecide } from './delegation-order.ts'

/** The request, and the evidence that is kept beside it. */
export interface RequestReceived extends Applied<RequestState> {
  readonly evidence: Evidence
}

/**
 * A phase has asked: nothing → `received`. Evidence whose digest does not agree is not evidence. The seal is the
 * digest of the evidence as it came, with fields that this version of the gates may not know.
 */
export const receiveRequest = (
  existing: RequestState | undefined,
  { requestId, evidence, digest, seal = digestOf(evidence) }: FrozenEvidence & { requestId: DecisionRequestId; seal?: Digest },
  { county, now }: { county: County; now: string },
): RequestReceived | Unchanged | Refused<'staleEvidence'> => {
  if (existing) return unchanged
  if (seal !== digest) return refused('staleEvidence')
  const { case: header, phase, gate, round, criteria } = evidence
  const request: DecisionRequest = {
    requestId,
    status: 'received',
    case: header,
    phase,
    gate,
    round,
    digest,
    unmet: unmetMandatory(criteria).map(({ id, name, because }) => ({ id, name, because })),
    receivedAt: now,
    rights: rightsToDecide(evidence, county),
    dueOn: decisionDueOn(now, county),
    reminders: 0,
    conflicts: [],
  }
  return { ...applied({ version: 1, request }), evidence }
}
