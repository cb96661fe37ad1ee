import type { SQSBatchResponse } from 'aws-lambda'
import type { AnyEvent } from '#contracts/event.ts'
import { lambdaContext } from '#lambda/testing/lambda-context.ts'
import { createMemoryTable } from '#lambda/memory-table.ts'
import { createCaller } from '#lambda/testing/api-call.ts'
import { readEmbeddedMetrics } from '#lambda/testing/embedded-metric-format.ts'
import { queueMessages } from '#lambda/testing/queue-message.ts'
import type { Message } from '#lambda/testing/queue-message.ts'
import { createTestRuntime } from '#lambda/testing/test-runtime.ts'
import type { Table } from '#lambda/table.ts'
import { insightIndexes } from '../adapters/insight-table.ts'
import { createInsightApi, createInsightInbox, createInsightTasks } from '../lambda/functions.ts'

/** Insight with its inbox, API and schedule on a table of the test's own. */
export const createRecordedInsight = (table: Table = createMemoryTable(insightIndexes)) => {
  const runtime = createTestRuntime()
  const inbox = createInsightInbox(runtime, table)
  const tasks = createInsightTasks(runtime, table)
  const receive = async (...messages: readonly (AnyEvent | Message)[]): Promise<SQSBatchResponse> =>
    inbox(queueMessages(...messages), lambdaContext)
  return {
    table,
    clock: runtime.clock,
    /** What the log lines have told CloudWatch to count. */
    measured: () => runtime.logLines.filter((line) => line.includes('"_aws"')).flatMap(readEmbeddedMetrics),
    measureCases: async (): Promise<void> => {
      await tasks({ schedule: 'measure-cases' }, lambdaContext)
    },
    call: createCaller(createInsightApi(runtime, table)),
    /** One batch of the queue. */
    receive,
    /** Events one after the other, all of which must be consumed. */
    record: async (events: readonly AnyEvent[]): Promise<void> => {
      const { batchItemFailures } = await receive(...events)
      if (batchItemFailures.length > 0) throw new Error(`${batchItemFailures.length} events were not consumed`)
    },
  }
}

export type RecordedInsight = ReturnType<typeof createRecordedInsight>
