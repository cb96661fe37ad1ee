import { ArnFormat } from 'aws-cdk-lib'
import type { Stack } from 'aws-cdk-lib'

/** Addresses of what stands in the same account and region, from its name alone, whichever stack it stands in. */

export const queueUrlOf = (stack: Stack, name: string): string =>
  `https://sqs.${stack.region}.${stack.urlSuffix}/${stack.account}/${name}`

export const queueArnOf = (stack: Stack, name: string): string => stack.formatArn({ service: 'sqs', resource: name })

export const topicArnOf = (stack: Stack, name: string): string => stack.formatArn({ service: 'sns', resource: name })

export const functionArnOf = (stack: Stack, name: string): string =>
  stack.formatArn({ service: 'lambda', resource: 'function', resourceName: name, arnFormat: ArnFormat.COLON_RESOURCE_NAME })

export const stateMachineArnOf = (stack: Stack, name: string): string =>
  stack.formatArn({ service: 'states', resource: 'stateMachine', resourceName: name, arnFormat: ArnFormat.COLON_RESOURCE_NAME })
