import { SendTaskSuccessCommand, StartExecutionCommand } from '@aws-sdk/client-sfn'
import type { SFNClient } from '@aws-sdk/client-sfn'
import * as z from 'zod'
import { decisionRequestId } from '#contracts/ids.ts'
import type { CommandSender } from '#lambda/relay.ts'

const machineCommand = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('start'), requestId: decisionRequestId, traceparent: z.string().optional() }),
  z.object({ kind: z.literal('resume'), requestId: decisionRequestId, token: z.string() }),
])

/**
 * Answers that mean that nothing is left to do: the execution was started by an earlier try, or the wait has
 * ended and the machine's next wait will find the answer in the table.
 */
const settled = new Set(['ExecutionAlreadyExists', 'TaskTimedOut', 'TaskDoesNotExist', 'InvalidToken'])

export const createMachineSender =
  (client: SFNClient, stateMachineArn: string): CommandSender =>
  async (_mark, body) => {
    const command = machineCommand.parse(body)
    try {
      if (command.kind === 'start')
        await client.send(
          new StartExecutionCommand({
            stateMachineArn,
            name: command.requestId,
            // Every step of the execution goes on with the trace of the request for a decision.
            input: JSON.stringify({ requestId: command.requestId, traceparent: command.traceparent }),
          }),
        )
      else await client.send(new SendTaskSuccessCommand({ taskToken: command.token, output: '{}' }))
    } catch (error) {
      if (!(error instanceof Error && settled.has(error.name))) throw error
    }
  }
