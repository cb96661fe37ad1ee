import middy from '@middy/core'
import type { Context as LambdaContext } from 'aws-lambda'
import { system } from '#contracts/actor.ts'
import { describeFault } from '#lambda/log.ts'
import type { Runtime } from '#lambda/runtime.ts'
import { continueTrace } from '#lambda/trace.ts'
import { createRunStep, stepInput } from '../application/run-step.ts'
import { gateParts, gateTable } from './functions.ts'

/** What the state machine invokes: one step at a time. */
export const create = (runtime: Runtime, table = gateTable(runtime)) => {
  const runStep = createRunStep(gateParts(runtime, table))
  const log = runtime.log.with({ service: 'gates', function: 'tasks' })
  return middy<unknown, unknown, Error, LambdaContext>().handler(async (event) => {
    const input = stepInput.parse(event)
    const caseId = input.requestId.slice(0, 36)
    try {
      const output = await runStep(input, {
        now: runtime.clock(),
        newId: runtime.newId,
        actor: system,
        traceparent: continueTrace(undefined),
      })
      log.write('info', 'gate step', { operationId: input.step, caseId, code: output.status })
      return output
    } catch (fault) {
      log.write('error', 'gate step failed', { operationId: input.step, caseId, ...describeFault(fault) })
      throw fault
    }
  })
}
