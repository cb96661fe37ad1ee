import { GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb'
import { until } from '../../demo/expect.ts'
import { eachOf } from './claims.ts'
import type { Claims } from './claims.ts'
import { textOf } from './live.ts'
import type { Live } from './live.ts'

const hourSeconds = 3_600

const key = (sk: string) => ({ pk: { S: 'VERIFY-DEPLOY' }, sk: { S: sk } })

/**
 * Puts a row whose time is over and one whose time is to come into every table. @returns what claims, later, that the
 * first have gone by themselves. AWS takes days for that and MiniStack a minute, so it is claimed of the emulator alone.
 */
export const prepareTimeToLive = async (live: Live): Promise<(claims: Claims) => Promise<void>> => {
  const { dynamodb } = live
  const tables = live.ofType('AWS::DynamoDB::Table').map((table) => textOf(table, 'TableName'))
  const now = Math.floor(Date.now() / 1_000)
  for (const TableName of tables)
    for (const [sk, expiresAt] of [
      ['over', now - hourSeconds],
      ['to come', now + hourSeconds],
    ] as const)
      await dynamodb.send(new PutItemCommand({ TableName, Item: { ...key(sk), expiresAt: { N: String(expiresAt) } } }))

  const isThere = async (TableName: string, sk: string): Promise<boolean> =>
    (await dynamodb.send(new GetItemCommand({ TableName, Key: key(sk), ConsistentRead: true }))).Item !== undefined

  return async ({ claim }) =>
    claim('tables whose row has gone when its time was over, and no other row', () =>
      eachOf(
        tables,
        (table) => table,
        async (table) => {
          await until(`the row of ${table} to go`, async () => ((await isThere(table, 'over')) ? undefined : true))
          return (await isThere(table, 'to come')) ? [] : ['the row whose time is to come has gone too']
        },
      ),
    )
}
