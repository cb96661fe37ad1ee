import { RemovalPolicy } from 'aws-cdk-lib'
import { AttributeType, BillingMode, ProjectionType, StreamViewType, Table, TableEncryption } from 'aws-cdk-lib/aws-dynamodb'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { Construct } from 'constructs'
import type { TableIndex } from '#lambda/declaration.ts'
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

/** What services/shared/lambda/dynamo-table.ts does: get, query and transactions that hold nothing but puts. */
export const tableAccess = (table: Table, indexes: readonly TableIndex[]): readonly PolicyStatement[] => [
  new PolicyStatement({ actions: ['dynamodb:GetItem', 'dynamodb:PutItem'], resources: [table.tableArn] }),
  new PolicyStatement({
    actions: ['dynamodb:Query'],
    resources: [table.tableArn, ...indexes.map(({ name }) => `${table.tableArn}/index/${name}`)],
  }),
]
