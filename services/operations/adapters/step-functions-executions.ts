import { ListExecutionsCommand } from '@aws-sdk/client-sfn'
import type { ExecutionStatus, SFNClient } from '@aws-sdk/client-sfn'
import { describeFault } from '#lambda/log.ts'
import type { Log } from '#lambda/log.ts'
import { executionStates } from '../application/gate-executions.ts'
import type { ExecutionState, GateExecutions, StateCount } from '../application/gate-executions.ts'

const statusOf = {
  running: 'RUNNING',
  succeeded: 'SUCCEEDED',
  failed: 'FAILED',
  timedOut: 'TIMED_OUT',
  aborted: 'ABORTED',
} as const satisfies Record<ExecutionState, ExecutionStatus>

/** What one call gives at most; Step Functions keeps ended executions for 90 days. */
const mostCounted = 1_000

export const createStepFunctionsExecutions = (sfn: SFNClient, stateMachineArn: string, log: Log): GateExecutions => {
  const countOf = async (state: ExecutionState): Promise<[ExecutionState, StateCount]> => {
    const { executions = [], nextToken } = await sfn.send(
      new ListExecutionsCommand({ stateMachineArn, statusFilter: statusOf[state], maxResults: mostCounted }),
    )
    return [state, { count: executions.length, isMore: nextToken !== undefined }]
  }
  return {
    count: async () => {
      try {
        // Object.fromEntries loses the keys' own type; there is one for each state.
        return Object.fromEntries(await Promise.all(executionStates.map(countOf))) as Record<ExecutionState, StateCount>
      } catch (fault) {
        log.write('warn', 'executions not readable', describeFault(fault))
        return undefined
      }
    },
  }
}
