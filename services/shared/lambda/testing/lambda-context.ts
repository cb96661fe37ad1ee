import type { Context } from 'aws-lambda'

/** Of Node 0.10; the type still asks for them. */
const oldCallbacks = { done: () => undefined, fail: () => undefined, succeed: () => undefined }

/** What Lambda gives every function beside its event; no function of ours reads it. */
export const lambdaContext: Context = {
  callbackWaitsForEmptyEventLoop: false,
  functionName: 'test',
  functionVersion: '$LATEST',
  invokedFunctionArn: 'arn:aws:lambda:eu-north-1:000000000000:function:test',
  memoryLimitInMB: '512',
  awsRequestId: 'test-invocation',
  logGroupName: '/aws/lambda/test',
  logStreamName: 'test',
  getRemainingTimeInMillis: () => 30_000,
  ...oldCallbacks,
}
