import middy from '@middy/core'
import type { Context as LambdaContext } from 'aws-lambda'
import { system } from '#contracts/actor.ts'
import { describeFault } from '#lambda/log.ts'
import type { Runtime } from '#lambda/runtime.ts'
import { inSpan, silentTracer, traceFields } from '#lambda/trace.ts'
import { createRunStep, stepInput } from '../application/run-step.ts'
import type { StepInput, StepOutput } from '../application/run-step.ts'
import { gateParts, gateTable } from './functions.ts'

/** A request for a decision begins with its case, whose id is a UUID. */
const subjectOf = ({ step, requestId }: StepInput) => ({ operationId: step, caseId: requestId.slice(0, 36) })

/** What the state machine invokes: one step at a time. */
export const create = (runtime: Runtime, table = gateTable(runtime)) => {
  const runStep = createRunStep(gateParts(runtime, table))
  const log = runtime.log.with({ service: 'gates', function: 'tasks' })
  const { tracer = silentTracer } = runtime

  const takeStep = async (input: StepInput, traceparent: string): Promise<StepOutput> => {
    const fields = { ...subjectOf(input), ...traceFields(traceparent) }
    try {
      const output = await runStep(input, { now: runtime.clock(), newId: runtime.newId, actor: system, traceparent })
      log.write('info', 'gate step', { ...fields, code: output.status })
      return output
    } catch (fault) {
      log.write('error', 'gate step failed', { ...fields, ...describeFault(fault) })
      throw fault
    }
  }

  return middy<unknown, unknown, Error, LambdaContext>().handler(async (event) => {
    const input = stepInput.parse(event)
    try {
      return await inSpan(
        tracer,
        {
          service: 'gates',
          kind: 'internal',
          name: `gate ${input.step}`,
          parent: input.execution?.traceparent,
          fields: subjectOf(input),
        },
        (traceparent) => takeStep(input, traceparent),
        ({ status }) => ({ code: status }),
      )
    } finally {
      await tracer.flush()
    }
  })
}
