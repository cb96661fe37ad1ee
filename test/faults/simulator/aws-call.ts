/** A call of an AWS service as a function's client sends it, and what comes back. */

export type AwsService = 'dynamodb' | 'sqs' | 'sfn' | 'cloudwatch' | 'sesv2'

export interface AwsCall {
  readonly service: AwsService
  /** `TransactWriteItems`. */
  readonly operation: string
  /** The request's body, parsed; each engine reads it with its own schema. */
  readonly input: unknown
}

export interface AwsAnswer {
  readonly statusCode: number
  readonly body: unknown
}

export type SendCall = (call: AwsCall) => Promise<AwsAnswer>

export const succeeded = (body: unknown): AwsAnswer => ({ statusCode: 200, body })

/** An error as the JSON protocols of AWS tell it. */
export const failed = (code: string, more: Readonly<Record<string, unknown>> = {}): AwsAnswer => ({
  statusCode: 400,
  body: { __type: code, message: code, ...more },
})
