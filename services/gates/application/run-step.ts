import * as z from 'zod'
import { decisionRequestId } from '#contracts/ids.ts'
import type { Context } from '#lambda/unit-of-work.ts'
import { waitSeconds } from '../domain/deadlines.ts'
import type { RequestState } from '../domain/decision-request.ts'
import { expireRequest, isExpired, keepWaitToken, openRequest, recordDecision, remindDeciders } from '../domain/run-request.ts'
import { changeRequest } from './change-request.ts'
import type { GateParts } from './gate-parts.ts'

const ofRequest = {
  requestId: decisionRequestId,
  /** What the machine holds. An execution that was started by hand has no trace. */
  execution: z.object({ traceparent: z.string().optional() }).optional(),
}

/** What decision-gate.asl.json calls the tasks function with. */
export const stepInput = z.discriminatedUnion('step', [
  z.object({ step: z.literal('open'), ...ofRequest }),
  z.object({ step: z.literal('awaitDecision'), ...ofRequest, token: z.string().min(1) }),
  z.object({ step: z.literal('remind'), ...ofRequest }),
  z.object({ step: z.literal('expire'), ...ofRequest }),
  z.object({ step: z.literal('record'), ...ofRequest }),
])
export type StepInput = z.infer<typeof stepInput>

/** What the machine's choices and timeouts look at. */
export interface StepOutput {
  readonly status: RequestState['request']['status']
  readonly isExpired: boolean
  readonly waitSeconds: number
}

export const createRunStep = (parts: GateParts) => {
  const { county } = parts

  const decide = (input: StepInput, state: RequestState, now: string) => {
    switch (input.step) {
      case 'open':
        return openRequest(state, { county, now })
      case 'awaitDecision':
        return keepWaitToken(state, input.token)
      case 'remind':
        return remindDeciders(state, { county, now })
      case 'expire':
        return expireRequest(state, now)
      case 'record':
        return recordDecision(state)
    }
  }

  const outputOf = ({ request }: RequestState, now: string): StepOutput => {
    const { status, openedAt, expiresAt } = request
    return {
      status,
      isExpired: isExpired(request, now),
      waitSeconds: openedAt && expiresAt ? waitSeconds(openedAt, expiresAt, now, county) : 0,
    }
  }

  /** One step of the machine. Anything but an answer is a fault, which the machine retries. */
  return async (input: StepInput, context: Context): Promise<StepOutput> => {
    const result = await changeRequest(
      parts,
      input.requestId,
      context,
      (state) => decide(input, state, context.now),
      (state) => outputOf(state, context.now),
    )
    if (result.kind !== 'answer') throw new Error(`step ${input.step} was not taken`)
    return result.value
  }
}
