import type { SQSBatchResponse, SQSEvent } from 'aws-lambda'
import { anyEvent } from '#contracts/event.ts'
import type { AnyEvent } from '#contracts/event.ts'
import { assessmentCompleted, caseHandedOver, decisionMade } from '#contracts/events.ts'
import { phases } from '#contracts/words.ts'
import type { Contents } from '../../local/system.ts'
import type { Ring } from './ring.ts'
import { bells } from './step.ts'

/** The bell that goes with what an inbox of a phase has now taken. */
const bellOf = ({ type, phase, data }: AnyEvent): string | undefined => {
  if (!phase) return undefined
  switch (type) {
    case caseHandedOver.type:
      return bells.received(phase)
    case assessmentCompleted.type:
      return bells.assessed(phase)
    case decisionMade.type:
      return bells.decided(phase, Number(data['round']))
    default:
      return undefined
  }
}

const phaseNames: ReadonlySet<string> = new Set(phases)

/** `<caseId>-<gate>-<round>` */
const requestForm = /^(.{36})-(\w+)-(\d+)$/

/** The product's own functions, unchanged; from outside it is seen when one has done what the driver waits for. */
export const ringingContents = (contents: Contents, ring: Ring): Contents => ({
  ...contents,
  createFunction: async (service, kind, runtime) => {
    const inner = await contents.createFunction(service, kind, runtime)
    if (kind === 'inbox' && phaseNames.has(service))
      return async (event, context) => {
        const answer = (await inner(event, context)) as SQSBatchResponse // what an inbox answers
        const failed = new Set(answer.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier))
        // What an inbox is called with.
        for (const { messageId, body } of (event as SQSEvent).Records) {
          const taken = anyEvent.parse(JSON.parse(body))
          const bell = failed.has(messageId) ? undefined : bellOf(taken)
          if (bell !== undefined) ring(taken.subject, bell)
        }
        return answer
      }
    if (kind === 'tasks' && service === 'gates')
      return async (event, context) => {
        const answer = await inner(event, context)
        const { step, requestId = '' } = event as { step?: string; requestId?: string } // what the state machine sends
        const [, caseId, gate, round] = requestForm.exec(requestId) ?? []
        if (step === 'awaitDecision' && caseId && gate) ring(caseId, bells.gateOpen(gate, Number(round)))
        return answer
      }
    return inner
  },
})
