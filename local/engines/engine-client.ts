import { randomUUID } from 'node:crypto'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { SFNClient } from '@aws-sdk/client-sfn'
import { SQSClient } from '@aws-sdk/client-sqs'
import { NodeHttpHandler } from '@smithy/node-http-handler'
import type { HttpHandler } from '../observed-requests.ts'
import { createPipelinedHttp } from './pipelined-http.ts'
import type { HttpAnswer, PipelinedHttp } from './pipelined-http.ts'

/**
 * Options for the AWS clients of an engine on this machine, which spare the work that only the way to the real AWS needs:
 * signatures, checksums, finding the address, and walking a schema for what JSON says by itself. That work is three quarters
 * of what a call costs here. Retries, errors and everything about the operations stay the client's own.
 */
export const engineClient = (
  engine: keyof typeof clients,
  endpoint: string,
  requestHandler: HttpHandler = engineHttp(endpoint),
): EngineClientOptions => {
  const options = { region, endpoint, credentials }
  return {
    ...options,
    // Every client has one, made from its own schemas; the types tell less of it than is used here.
    protocol: plainProtocol(new clients[engine](options).config.protocol as unknown as Protocol),
    requestHandler,
    httpAuthSchemes: [unsigned],
    // The same steps for every call of one kind; the client would put them together for each call anew.
    cacheMiddleware: true,
    // The client prepares what it would log even for a logger that throws it away.
    logger: {},
    md5: false,
  }
}

export interface EngineClientOptions {
  readonly region: string
  readonly endpoint: string
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string }
  readonly requestHandler: HttpHandler
  readonly [option: string]: unknown
}

/** What a plain request carries beside its text: the input that it is made from. */
export interface PlainRequest {
  readonly path: '/'
  readonly headers: Record<string, string>
  readonly body: string
  readonly input: object
}

const isPlain = (request: object): request is PlainRequest => 'input' in request

const region = 'eu-north-1'
const credentials = { accessKeyId: 'local', secretAccessKey: 'local' }
const clients = { dynamodb: DynamoDBClient, sqs: SQSClient, sfn: SFNClient }
/** dynoxide asks for a signature and looks no further. */
const authorization =
  'AWS4-HMAC-SHA256 Credential=local/20260101/eu-north-1/dynamodb/aws4_request, SignedHeaders=host;x-amz-date, Signature=local'
const signature = { authorization, 'x-amz-date': '20260101T000000Z' }

const unsigned = {
  schemeId: 'aws.auth#sigv4',
  identityProvider: () => () => Promise.resolve(credentials),
  signer: {
    sign: <R extends { headers: Record<string, string> }>(request: R): Promise<R> => {
      Object.assign(request.headers, signature)
      return Promise.resolve(request)
    },
  },
}

/** The operations whose input and output are the JSON that goes over the line, as long as nothing in them is binary. */
const plainOperations = {
  dynamodb: ['GetItem', 'BatchGetItem', 'Query', 'TransactWriteItems', 'BatchWriteItem'],
  sqs: ['SendMessageBatch', 'ReceiveMessage', 'DeleteMessageBatch'],
  sfn: ['SendTaskSuccess', 'SendTaskFailure'],
}
const plainOutputs: ReadonlySet<string> = new Set(Object.values(plainOperations).flat())
/** Its answer holds a time. */
const plainInputs: ReadonlySet<string> = new Set([...plainOutputs, 'StartExecution'])

/** Only as a member: inside a text the quotes would be escaped. An attribute with such a name just goes the long way. */
const binaryMember = /"(?:B|BS|BinaryValue)":/

interface Operation {
  readonly name: string
}
interface Response {
  readonly statusCode: number
  readonly headers: Record<string, string>
  readonly body: unknown
}
interface Protocol {
  readonly serviceTarget: string
  readonly serializeRequest: (operation: Operation, input: object, context: object) => Promise<unknown>
  readonly deserializeResponse: (operation: Operation, context: object, response: Response) => Promise<unknown>
}

/** The client's own protocol, but for plain operations. */
const plainProtocol = (protocol: Protocol): Protocol => {
  const own: Pick<Protocol, 'serializeRequest' | 'deserializeResponse'> = {
    serializeRequest: (operation, input, context) => {
      const body = plainInputs.has(operation.name) ? JSON.stringify(withToken(operation, input)) : undefined
      if (body === undefined || binaryMember.test(body)) return protocol.serializeRequest(operation, input, context)
      const target = `${protocol.serviceTarget}.${operation.name}`
      // Not one of the client's own requests, so that no step puts more headers into it.
      const request: PlainRequest = {
        path: '/',
        headers: { 'content-type': 'application/x-amz-json-1.0', 'x-amz-target': target, ...signature },
        body,
        input,
      }
      return Promise.resolve(request)
    },
    deserializeResponse: async (operation, context, response) => {
      const { statusCode, body } = response
      if (statusCode === 200 && plainOutputs.has(operation.name) && body instanceof Uint8Array) {
        const text = Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString()
        if (!binaryMember.test(text)) return { ...(JSON.parse(text) as object), $metadata: { httpStatusCode: statusCode } }
      }
      return protocol.deserializeResponse(operation, context, response)
    },
  }
  // Inherits the rest, and what a client sets on it.
  return Object.assign(Object.create(protocol) as Protocol, own)
}

/** By it the database knows a transaction that is tried again after its answer was lost. The client's own protocol adds it too. */
const withToken = ({ name }: Operation, input: object): object =>
  name === 'TransactWriteItems' ? { ClientRequestToken: randomUUID(), ...input } : input

const maxSockets = 64

/** Plain requests go out together; one that can be cut off, such as a long poll, has a connection of its own. */
const engineHttp = (endpoint: string): HttpHandler => {
  const { hostname, port } = new URL(endpoint)
  const together = createPipelinedHttp(hostname, Number(port))
  const idle: PipelinedHttp[] = []
  const others = new NodeHttpHandler({ httpAgent: { keepAlive: true, maxSockets } })

  const postAlone = async ({ headers, body }: PlainRequest, signal: AbortSignal): Promise<HttpAnswer> => {
    signal.throwIfAborted()
    const line = idle.pop() ?? createPipelinedHttp(hostname, Number(port), 1)
    signal.addEventListener('abort', line.destroy, { once: true })
    try {
      return await line.post(headers, body)
    } finally {
      signal.removeEventListener('abort', line.destroy)
      idle.push(line)
    }
  }

  return {
    handle: async (request, options) => {
      if (!isPlain(request)) return others.handle(request, options)
      const plain: PlainRequest = request
      // Node's own, as everywhere in this process.
      const signal = options?.abortSignal as AbortSignal | undefined
      return { response: await (signal ? postAlone(plain, signal) : together.post(plain.headers, plain.body)) }
    },
    destroy: () => {
      for (const line of [together, ...idle]) line.destroy()
      others.destroy()
    },
  }
}
