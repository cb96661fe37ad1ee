import { observedRequests } from './observed-requests.ts'
import type { AwsRequest, HttpHandler } from './observed-requests.ts'
import type { Row } from './outbox-tail.ts'

/**
 * A request handler for the functions' DynamoDB clients that sees each transaction go by: when one is
 * acknowledged, its outbox rows are on disk and can be relayed; when the answer is lost, it may or may not be.
 */
export interface Observer {
  readonly committed: (tableName: string, outboxRows: readonly Row[]) => void
  readonly inDoubt: (tableName: string) => void
}

interface TransactWrite {
  readonly TransactItems: readonly { readonly Put?: { readonly TableName: string; readonly Item: Row } }[]
}

const putsOf = (transaction: AwsRequest) =>
  // What the operation takes.
  (transaction.input() as TransactWrite).TransactItems.flatMap(({ Put }) => (Put ? [Put] : []))

export const observedDatabase = (observer: Observer, inner?: HttpHandler): HttpHandler => {
  const unanswered = (request: AwsRequest): void => {
    if (request.operation === 'TransactWriteItems') observer.inDoubt(putsOf(request)[0]?.TableName ?? '')
  }
  const answered = (request: AwsRequest, status: number): void => {
    if (status >= 500) return unanswered(request)
    if (request.operation !== 'TransactWriteItems' || status !== 200) return
    const puts = putsOf(request)
    observer.committed(
      puts[0]?.TableName ?? '',
      puts.map(({ Item }) => Item).filter((item) => item['outbox'] !== undefined),
    )
  }
  return observedRequests({ answered, unanswered }, inner)
}
