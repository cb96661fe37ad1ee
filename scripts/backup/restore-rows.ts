import { epochSeconds } from '#lambda/unit-of-work.ts'
import { settingError } from '../../local/settings.ts'
import type { DecisionRequest } from '../../services/gates/domain/decision-request.ts'
import { services } from '../../services/services.ts'
import { tellFault } from './instance.ts'
import type { Instance } from './instance.ts'
import { fullQueues, inspectMessages, sendMessages } from './queue-messages.ts'
import type { VerifiedExport } from './read-export.ts'
import { leaveStartCommands, unfinishedRequest } from './start-gates.ts'
import { contentOf, createContentDigest, emptyTable, isOutboxRow, prolonged, readRows, rowText, writeRows } from './stored-row.ts'
import type { StoredRow } from './stored-row.ts'
import { verifyJournals } from './verify-journals.ts'
import type { JournalSum } from './verify-journals.ts'

export interface Restored {
  readonly rows: ReadonlyMap<string, number>
  readonly messages: number
  /** Requests for a decision whose state machine execution is started anew. */
  readonly gates: number
  readonly journals: JournalSum
}

export interface Moment {
  readonly now: () => string
  readonly newId: () => string
}

/** Refuses an instance that holds anything: an import never adds to what is there. */
export const refuseUnlessEmpty = async (instance: Instance): Promise<void> => {
  for (const { name } of services)
    for await (const _row of readRows(instance.dynamo, instance.tableOf(name)))
      throw settingError(
        `The instance is not empty: the table ${instance.tableOf(name)} has rows. Import into an empty instance (DATA_DIR).`,
      )
  const waiting =
    instance.ownQueues === undefined ? await fullQueues(instance) : await inspectMessages(instance, instance.ownQueues)
  if (waiting.length > 0)
    throw settingError('The instance is not empty: messages wait in its queues. Import into an empty instance (DATA_DIR).')
}

async function* only(rows: AsyncIterable<StoredRow>, isWanted: (row: StoredRow) => boolean): AsyncGenerator<StoredRow> {
  for await (const row of rows) if (isWanted(row)) yield row
}

const removeAll = async ({ dynamo, tableOf }: Instance, reason: unknown): Promise<void> => {
  try {
    for (const { name } of services) await emptyTable(dynamo, tableOf(name))
  } catch {
    throw settingError(
      `The import failed (${tellFault(reason)}), and not all that it had written could be removed. Empty the county's tables before the next try.`,
    )
  }
}

/**
 * Writes what an export holds into an empty instance, reads it back and compares. What stands in the outboxes is written
 * when everything that it speaks of is there. On failure tables that are not this process's own are emptied again.
 *
 * Rows that end by themselves - what has been taken, what is to be sent - live as much longer as they have lain in the
 * file: else an event that waits would be gone, or one that was taken no longer be known, in an export some days old.
 */
export const restoreRows = async (instance: Instance, from: VerifiedExport, { now, newId }: Moment): Promise<Restored> => {
  const { dynamo, tableOf, ownQueues } = instance
  if (from.messages.length > 0 && ownQueues === undefined)
    throw settingError(
      `The export holds ${from.messages.length} messages from queues, which can only be put back into embedded queues: unset AWS_ENDPOINT_URL_SQS, or export again when none wait.`,
    )
  const startedAt = now()
  const laySeconds = Math.max(0, epochSeconds(startedAt) - epochSeconds(from.manifest.exportedAt))
  const waiting: DecisionRequest[] = []
  const rows = new Map<string, number>()

  const rowsOf = async function* (service: string): AsyncGenerator<StoredRow> {
    for await (const row of from.rowsOf(service)) yield prolonged(row, laySeconds)
  }
  const verifyTable = async (service: string): Promise<void> => {
    const expected = createContentDigest()
    for await (const row of rowsOf(service)) expected.add(rowText(row))
    const found = await contentOf(dynamo, tableOf(service))
    if (found.digest !== expected.value()) throw new Error(`The table ${tableOf(service)} does not hold what was written to it.`)
    rows.set(service, found.rows)
  }

  try {
    for (const { name } of services)
      await writeRows(
        dynamo,
        tableOf(name),
        only(rowsOf(name), (row) => !isOutboxRow(row)),
      )
    for (const { name } of services) await writeRows(dynamo, tableOf(name), only(rowsOf(name), isOutboxRow))
    for (const { name } of services) await verifyTable(name)
    for await (const row of rowsOf('gates')) {
      const request = unfinishedRequest(row)
      if (request) waiting.push(request)
    }
    await leaveStartCommands(instance, waiting, { now: startedAt, newId })
    await sendMessages(instance, from.messages)
    return { rows, messages: from.messages.length, gates: waiting.length, journals: await verifyJournals(instance) }
  } catch (error) {
    if (!instance.hasOwnDatabase) await removeAll(instance, error)
    throw error
  }
}
