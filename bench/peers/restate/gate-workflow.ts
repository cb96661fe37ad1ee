import * as restate from '@restatedev/restate-sdk'
import type { Ring } from '../../caseflow/ring.ts'
import { bells } from '../../caseflow/step.ts'
import { emit, refuse, send, timeOf } from './event.ts'

/** One attempt at a gate as a workflow: it waits for a human with an awakeable, for as long as it takes. */

export interface GateRequest {
  readonly caseId: string
  readonly phase: string
  readonly gate: string
  readonly round: number
  readonly evidence: unknown
  readonly digest: string
}

export interface Decision {
  readonly ruling: { readonly outcome: string; readonly missing?: readonly string[] }
  readonly decidedAt: string
  readonly decidedBy: string
  readonly evidenceDigest: string
}

interface OpenRequest extends GateRequest {
  readonly status: 'open' | 'decided'
  readonly awakeable: string
}

export const createGateWorkflow = (ring: Ring) => {
  const find = async (ctx: restate.WorkflowSharedContext): Promise<OpenRequest> =>
    (await ctx.get<OpenRequest>('request')) ?? refuse(404, 'requestNotFound')

  return restate.workflow({
    name: 'gates',
    handlers: {
      run: async (ctx: restate.WorkflowContext, request: GateRequest): Promise<void> => {
        const { caseId, phase, gate, round } = request
        const requestId = ctx.key
        const { id: awakeable, promise } = ctx.awakeable<Decision>()
        ctx.set('request', { ...request, status: 'open', awakeable } satisfies OpenRequest)
        // Asked for after the request is set: when the time has been kept, so has that, and a reader finds it.
        const openedAt = await timeOf(ctx)
        emit(
          ctx,
          'decision-opened',
          { source: 'gates', caseId, actor: 'system', time: openedAt },
          { requestId, gate, round },
          phase,
        )
        ring(caseId, bells.gateOpen(gate, round))

        const decision = await promise
        ctx.set('request', { ...request, status: 'decided', awakeable } satisfies OpenRequest)
        const occasion = { source: 'gates', caseId, actor: decision.decidedBy, time: decision.decidedAt }
        emit(ctx, 'decision-made', occasion, { requestId, gate, phase, round, decision }, phase)
        send(ctx, phase, caseId, 'decided', { decision, round })
      },

      read: restate.handlers.workflow.shared(async (ctx: restate.WorkflowSharedContext) => find(ctx)),

      decide: restate.handlers.workflow.shared(
        async (
          ctx: restate.WorkflowSharedContext,
          { ruling, evidenceDigest, actor }: { ruling: Decision['ruling']; evidenceDigest: string; actor: string },
        ) => {
          const { status, digest, awakeable } = await find(ctx)
          if (status !== 'open') refuse(409, 'alreadyDecided')
          if (digest !== evidenceDigest) refuse(412, 'staleEvidence')
          const decision: Decision = { ruling, evidenceDigest, decidedAt: await timeOf(ctx), decidedBy: actor }
          // The first answer counts: Restate resolves an awakeable once.
          ctx.resolveAwakeable(awakeable, decision)
          return {}
        },
      ),
    },
  })
}
