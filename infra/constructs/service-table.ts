import { RemovalPolicy } from 'aws-cdk-lib'
import { AttributeType, BillingMode, ProjectionType, StreamViewType, Table, TableEncryption } from 'aws-cdk-lib/aws-dynamodb'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { Construct } from 'constructs'
import type { TableIndex, TableUse } from '#lambda/declaration.ts'
import { names } from '../names.ts'

interface ServiceTableSettings {
  readonly countyId: string
  readonly service: string
  readonly indexes: readonly TableIndex[]
}

const recoveryDays = 35

/**
 * A service's only table. It outlives its stack, refuses deletion, can be set back to any second of the last 35
 * days, and streams each new row for the relay. Encrypted under a key that AWS owns: nothing to pay for, to rotate
 * or to lose. A key of the county's own would keep nobody out who may read the table anyway.
 */
export const createServiceTable = (scope: Construct, id: string, { countyId, service, indexes }: ServiceTableSettings): Table => {
  const table = new Table(scope, id, {
    // A named table that is kept cannot be replaced in passing: a change of its keys fails instead of starting empty.
    tableName: names(countyId).table(service),
    partitionKey: { name: 'pk', type: AttributeType.STRING },
    sortKey: { name: 'sk', type: AttributeType.STRING },
    billingMode: BillingMode.PAY_PER_REQUEST,
    encryption: TableEncryption.DEFAULT,
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true, recoveryPeriodInDays: recoveryDays },
    deletionProtection: true,
    removalPolicy: RemovalPolicy.RETAIN,
    stream: StreamViewType.NEW_IMAGE,
    timeToLiveAttribute: 'expiresAt',
  })
  for (const { name, partition, sort } of indexes)
    table.addGlobalSecondaryIndex({
      indexName: name,
      partitionKey: { name: partition, type: AttributeType.STRING },
      sortKey: { name: sort, type: AttributeType.STRING },
      projectionType: ProjectionType.ALL,
    })
  return table
}

const rowActions: Readonly<Record<TableUse['rows'][number], string>> = {
  get: 'dynamodb:GetItem',
  // The table is only written in transactions, and those have no action but that of each element.
  put: 'dynamodb:PutItem',
  query: 'dynamodb:Query',
}

/** What a function is declared to do with the table, and nothing else; to query an index is a right to the index alone. */
export const tableAccess = (
  table: Table,
  indexes: readonly TableIndex[],
  { rows, indexes: queried = [] }: TableUse = { rows: [] },
): readonly PolicyStatement[] => {
  const unknown = queried.find((wanted) => !indexes.some(({ name }) => name === wanted))
  if (unknown !== undefined) throw new Error(`a function is declared to query ${unknown}, which is no index of its table`)
  return [
    ...(rows.length > 0
      ? [new PolicyStatement({ actions: rows.map((row) => rowActions[row]), resources: [table.tableArn] })]
      : []),
    ...(queried.length > 0
      ? [
          new PolicyStatement({
            actions: [rowActions.query],
            resources: queried.map((name) => `${table.tableArn}/index/${name}`),
          }),
        ]
      : []),
  ]
}
