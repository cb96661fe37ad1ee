import { createDynamoTable } from '#lambda/dynamo-table.ts'
import { daySeconds, epochSeconds, outboxMark } from '#lambda/unit-of-work.ts'
import { machineMark, requestIndexes } from '../../services/gates/adapters/request-table.ts'
import type { MachineCommand } from '../../services/gates/application/request-repository.ts'
import { decisionRequest, requestStatuses } from '../../services/gates/domain/decision-request.ts'
import type { DecisionRequest } from '../../services/gates/domain/decision-request.ts'
import type { StoredRow } from './stored-row.ts'
import { textOf } from './stored-row.ts'
import type { Instance } from './instance.ts'

/** Statuses in which an execution of the state machine has more to do. */
const unfinished: ReadonlySet<string> = new Set(requestStatuses.filter((status) => status !== 'decided' && status !== 'expired'))

/** @returns the request of a row of the gates' table, when an execution was under way for it. */
export const unfinishedRequest = (row: StoredRow): DecisionRequest | undefined => {
  if (textOf(row, 'sk') !== 'STATE') return undefined
  const request = decisionRequest.parse(JSON.parse(textOf(row, 'body')))
  return unfinished.has(request.status) ? request : undefined
}

/** As long as everything else that goes out. */
const commandDays = 7

/**
 * Leaves a command in the gates' outbox for each request whose execution is not in an export. The relay starts it when
 * the product runs; each step looks at the request first, so that it waits again or records what has been answered.
 */
export const leaveStartCommands = async (
  { dynamo, tableOf }: Instance,
  requests: readonly DecisionRequest[],
  { now, newId }: { now: string; newId: () => string },
): Promise<void> => {
  const table = createDynamoTable(dynamo, tableOf('gates'), requestIndexes)
  for (const { requestId } of requests) {
    const command: MachineCommand = { kind: 'start', requestId }
    const item = {
      pk: `REQUEST#${requestId}`,
      sk: `COMMAND#${newId()}`,
      attributes: { [outboxMark]: machineMark },
      body: command,
      expiresAt: epochSeconds(now) + commandDays * daySeconds,
    }
    const result = await table.commit([{ item, expects: 'absent' }])
    if (!result.ok) throw new Error(`The command that starts ${requestId} could not be written.`)
  }
}
