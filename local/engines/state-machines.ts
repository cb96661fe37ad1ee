import { createServer } from 'node:http'
import type { IncomingHttpHeaders } from 'node:http'
import { text } from 'node:stream/consumers'
import type { HttpHandler } from '../observed-requests.ts'
import { engineError } from './engine-error.ts'
import { createExecutionRunner } from './execution-runner.ts'
import { createExecutionStore } from './execution-store.ts'
import { prepareMachine } from './machine-definition.ts'
import { createStateMachineActions } from './state-machine-actions.ts'
import { describeWriteFailure } from './write-failure.ts'

export interface StateMachines {
  readonly endpoint: string
  /** The same for clients in this process, without the way over HTTP. */
  readonly requestHandler: HttpHandler
  /** What StartExecution and ListExecutions are asked for. */
  readonly stateMachineArn: string
  /** Resolves with the reason when an execution could not be written and all have been halted, with undefined after `stop`. */
  readonly ended: Promise<Error | undefined>
  /** Executions stay as they stand, and the next start goes on with them. */
  stop(): Promise<void>
}

export interface StateMachinesSettings {
  readonly dataDir: string
  readonly port?: number
  /** The name of the one state machine that runs here. */
  readonly name?: string
  /** Amazon States Language with JSONPath, as it is deployed; `FunctionName` comes to `invoke` as it stands there. */
  readonly definition: object
  readonly invoke: (functionName: string, payload: unknown) => Promise<unknown>
  /** How long a second of the definition lasts, in seconds; a test can make a day last milliseconds. */
  readonly timeScale?: number
  /** Milliseconds since 1970. */
  readonly now?: () => number
}

const account = 'eu-north-1:000000000000'
const contentType = 'application/x-amz-json-1.0'
const refusedType = Promise.resolve({ status: 415, body: { __type: 'SerializationException' } })

/**
 * Runs one state machine, and answers SFNClient's StartExecution, SendTaskSuccess, SendTaskFailure, DescribeExecution,
 * ListExecutions and StopExecution on 127.0.0.1. Executions are on disk before StartExecution answers, and answers to
 * tokens before SendTaskSuccess does. After a restart every unfinished execution goes on: in the wait that it stood in,
 * with the same token and the same end, or else from its start - so a step may run again and must not mind.
 * Throws when the definition holds something that would run in another way here than in AWS.
 */
export const startStateMachines = async (settings: StateMachinesSettings): Promise<StateMachines> => {
  const { dataDir, port = 0, name = 'state-machine', definition, invoke, timeScale = 1, now = Date.now } = settings
  const stateMachineArn = `arn:aws:states:${account}:stateMachine:${name}`
  const executionArnOf = (execution: string): string => `arn:aws:states:${account}:execution:${name}:${execution}`
  const machine = prepareMachine(definition, timeScale)
  const { promise: ended, resolve: end } = Promise.withResolvers<Error | undefined>()
  const store = createExecutionStore(dataDir, (error) => {
    // What a full disk throws into an execution must not become how the execution ended.
    runner.close()
    end(
      engineError(`Tillståndsmaskinen stannade av sig själv (the state machine ended by itself): ${describeWriteFailure(error)}`),
    )
  })
  const runner = createExecutionRunner({ machine, store, invoke, stateMachineArn, executionArnOf, timeScale, now })
  const actions = createStateMachineActions({ store, runner, stateMachineArn, executionArnOf, now })

  const answer =
    (headers: IncomingHttpHeaders) =>
    async (sent: string): Promise<{ status: number; body: object }> => {
      try {
        const action = String(headers['x-amz-target']).replace('AWSStepFunctions.', '')
        const result = actions.perform(action, sent)
        await store.durable()
        if ('body' in result) return { status: 200, body: result.body }
        return { status: 400, body: { __type: result.refused, message: result.message } }
      } catch (error) {
        return { status: 500, body: { __type: 'InternalFailure', message: String(error) } }
      }
    }

  const server = createServer((request, response) => {
    // A browser cannot send this type to another origin without asking first, and nobody answers it.
    const answered = request.headers['content-type'] === contentType ? text(request).then(answer(request.headers)) : refusedType
    void answered.then(({ status, body }) => {
      response.writeHead(status, { 'content-type': contentType }).end(JSON.stringify(body))
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  }).catch((error: unknown) => {
    store.close()
    throw error
  })
  for (const execution of store.unfinished()) runner.run(execution)

  const address = server.address()
  return {
    endpoint: `http://127.0.0.1:${address !== null && typeof address === 'object' ? address.port : port}`,
    requestHandler: {
      async handle({ headers, body: sent }) {
        // A client serialises before it sends, into text or its bytes.
        const { status, body } = await answer(headers)(
          typeof sent === 'string' ? sent : new TextDecoder().decode(sent as Uint8Array),
        )
        return { response: { statusCode: status, headers: {}, body: Buffer.from(JSON.stringify(body)) } }
      },
      destroy: () => undefined,
    },
    stateMachineArn,
    ended,
    async stop() {
      end(undefined)
      runner.close()
      await new Promise((resolve) => {
        server.close(resolve)
        server.closeAllConnections()
      })
      store.close()
    },
  }
}
