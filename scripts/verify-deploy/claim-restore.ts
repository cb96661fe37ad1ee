import path from 'node:path'
import { DescribeTableCommand, RestoreTableToPointInTimeCommand } from '@aws-sdk/client-dynamodb'
import { createClient } from '../../demo/client.ts'
import type { DemoCase } from '../../demo/demo-case.ts'
import { createDriver } from '../../demo/drive-case.ts'
import type { Driven } from '../../demo/drive-case.ts'
import { read, until } from '../../demo/expect.ts'
import { caseOfficer } from '../../demo/personas.ts'
import { startSystem } from '../../local/system.ts'
import { portfolioCaseView } from '../../services/insight/application/present-standing.ts'
import { deployedClient, executionsOf } from './claim-flow.ts'
import type { Ask } from './claim-flow.ts'
import { eachOf } from './claims.ts'
import type { Claims } from './claims.ts'
import { sourcesOf, switchSources } from './event-sources.ts'
import { textOf } from './live.ts'
import type { Live } from './live.ts'
import type { OpenIdServer } from './openid-server.ts'
import { runScript } from './run-script.ts'

/** The walk through docs/runbooks/restore.md, "back to a point in time": restore beside, export, try, import, go on. */

/** A case, and how it must stand in what has been restored. */
export interface Standing {
  readonly driven: Driven
  readonly status: string
}

const lookAtCases = (officer: Ask, cases: readonly Standing[]) =>
  eachOf(
    cases,
    ({ driven }) => driven.caseNumber,
    async ({ driven, status }) => {
      const answer = await officer({ method: 'GET', path: `/v1/insight/cases/${driven.caseId}` })
      const row = read(answer, portfolioCaseView, 'read the case')
      return row.status === status ? [] : [`stands as ${row.status}, not ${status}`]
    },
  )

/** What export and import need to be told to work at the endpoint and not on this machine. */
const atEndpoint = ({ endpoint }: Live, dataDir: string): NodeJS.ProcessEnv => {
  const { environment, url, client } = endpoint
  return {
    ...environment,
    DATA_DIR: dataDir,
    AWS_ENDPOINT_URL_DYNAMODB: url ?? `https://dynamodb.${client.region}.amazonaws.com`,
    AWS_ENDPOINT_URL_SQS: url ?? `https://sqs.${client.region}.amazonaws.com`,
  }
}

const succeeded = ({ code, lines }: Awaited<ReturnType<typeof runScript>>) => ({
  seen: 1,
  failures: code === 0 && lines.some((line) => line.includes('all intact')) ? [] : lines.slice(-3),
})

export interface Restore {
  readonly folder: string
  readonly cases: readonly Standing[]
  /** The one among them that waits for a decision. */
  readonly waiting: DemoCase
  readonly signal: AbortSignal
}

const filesIn = (folder: string): string => path.join(folder, 'export')

/** Steps 1 to 3: the tables as they were, written to files, and tried on one machine. */
export const claimRestore = async (live: Live, { claim }: Claims, { folder, cases, signal }: Restore): Promise<void> => {
  const files = filesIn(folder)
  const { dynamodb, county } = live
  await claim('tables restored beside the ones in use, without a stream', () =>
    eachOf(
      live.ofType('AWS::DynamoDB::Table'),
      (table) => textOf(table, 'TableName'),
      async (table) => {
        const SourceTableName = textOf(table, 'TableName')
        const TargetTableName = `${SourceTableName}-restored`
        await dynamodb.send(
          new RestoreTableToPointInTimeCommand({ SourceTableName, TargetTableName, UseLatestRestorableTime: true }),
        )
        const restored = await until(`${TargetTableName} to be restored`, async () => {
          const { Table } = await dynamodb.send(new DescribeTableCommand({ TableName: TargetTableName }))
          return Table?.TableStatus === 'ACTIVE' ? Table : undefined
        })
        return restored.StreamSpecification?.StreamEnabled ? ['has a stream: what is in its outbox would be sent again'] : []
      },
    ),
  )

  await claim('exports of the restored tables, every journal intact', async () =>
    succeeded(
      await runScript('export.ts', ['--to', files, '--county', county.id, '--restored'], {
        environment: atEndpoint(live, path.join(folder, 'export-data')),
        signal,
      }),
    ),
  )

  const dataDir = path.join(folder, 'tried')
  const { AWS_ENDPOINT_URL: _, ...onThisMachine } = live.endpoint.environment
  await claim('imports into an empty folder of one machine, every journal intact', async () =>
    succeeded(
      await runScript('import.ts', ['--from', files, '--county', county.id], {
        environment: { ...onThisMachine, DATA_DIR: dataDir },
        signal,
      }),
    ),
  )
  await claim('cases that stand on that machine as they did', async () => {
    const system = await startSystem({ port: 0, dataDir, county })
    try {
      return await lookAtCases(createClient(system.url).as(caseOfficer), cases)
    } finally {
      await system.stop()
    }
  })
}

/** The demo's case with the decision that nobody had made. */
const decided = (waiting: DemoCase): DemoCase => {
  const { ideas } = waiting.phases
  if (!ideas) throw new Error('the case has no idea phase')
  const { leaveUndecided: _, ...phase } = ideas
  const reason = 'Behovet är styrkt. Beslutet fattas efter återställningen.'
  return { ...waiting, phases: { ideas: { ...phase, rulings: [{ outcome: 'go', reason }] } } }
}

/** Steps 4 and 5: the county deployed anew into an empty account, and the files imported while nothing is sent or taken. */
export const claimNewAccount = async (
  live: Live,
  openid: OpenIdServer,
  { claim }: Claims,
  { folder, cases, waiting, signal }: Restore,
): Promise<void> => {
  const { lambda, county } = live
  const files = filesIn(folder)
  const client = deployedClient(live, openid)
  await claim('imports into the empty account while its event sources are off, every journal intact', async () => {
    const sources = await sourcesOf(lambda)
    await switchSources(lambda, sources, false)
    const environment = atEndpoint(live, path.join(folder, 'import-data'))
    const imported = await runScript('import.ts', ['--from', files, '--county', county.id], { environment, signal })
    await switchSources(lambda, sources, true)
    return succeeded(imported)
  })
  await claim('cases that stand in the new account as they did', () => lookAtCases(client.as(caseOfficer), cases))
  await claim('decisions that waited, wait again in a new execution, and can be made', async () => {
    const { caseId, gates } = await createDriver({ client, say: () => undefined }).drive(decided(waiting))
    const states = await until('the execution to end', async () => {
      const found = await executionsOf(live, caseId)
      return found.length === 0 || found.includes('RUNNING') ? undefined : found
    })
    return {
      seen: states.length,
      failures: gates.join() === 'BP1.1 go' && states.join() === 'SUCCEEDED' ? [] : [`${gates.join(', ')}: ${states.join(', ')}`],
    }
  })
}
