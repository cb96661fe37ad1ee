import { NodeHttpHandler } from '@smithy/node-http-handler'
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

type HttpHandler = Pick<NodeHttpHandler, 'handle' | 'destroy'>

const transaction = 'DynamoDB_20120810.TransactWriteItems'
const maxSockets = 64

export const observedDatabase = (observer: Observer): HttpHandler => {
  const handler = new NodeHttpHandler({ httpAgent: { keepAlive: true, maxSockets } })
  return {
    handle: async (request, options) => {
      if (request.headers['x-amz-target'] !== transaction) return handler.handle(request, options)
      // The client serialises the body as JSON, in bytes.
      const { TransactItems } = JSON.parse(new TextDecoder().decode(request.body as Uint8Array)) as TransactWrite
      const puts = TransactItems.flatMap(({ Put }) => (Put ? [Put] : []))
      const tableName = puts[0]?.TableName ?? ''
      try {
        const result = await handler.handle(request, options)
        if (result.response.statusCode === 200)
          observer.committed(
            tableName,
            puts.map(({ Item }) => Item).filter((item) => item['outbox'] !== undefined),
          )
        else if (result.response.statusCode >= 500) observer.inDoubt(tableName)
        return result
      } catch (error) {
        observer.inDoubt(tableName)
        throw error
      }
    },
    destroy: () => handler.destroy(),
  }
}
