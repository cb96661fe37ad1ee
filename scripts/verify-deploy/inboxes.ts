import { SendMessageCommand } from '@aws-sdk/client-sqs'
import type { Message } from '@aws-sdk/client-sqs'
import { uuidv7 } from 'uuidv7'
import * as z from 'zod'
import { until } from '../../demo/expect.ts'
import { services } from '../../services/services.ts'
import { textOf } from './live.ts'
import type { Live } from './live.ts'
import { lengthOf, queueUrlOf, takeAll } from './queue-messages.ts'

/** A service's deployed way in, with what its template sets. */
export interface Inbox {
  readonly service: string
  readonly functionName: string
  readonly table: string
  readonly url: string
  readonly deadLettersUrl: string
  readonly maxReceiveCount: number
  readonly hiddenSeconds: number
}

const redrive = z.object({ maxReceiveCount: z.coerce.number() })

export const inboxesOf = (live: Live): Promise<readonly Inbox[]> => {
  const { named, sqs } = live
  const queues = live.ofType('AWS::SQS::Queue')
  return Promise.all(
    services
      .filter(({ functions }) => functions.includes('inbox'))
      .map(async ({ name: service }) => {
        const declared = queues.find((queue) => textOf(queue, 'QueueName') === named.inbox(service))
        if (!declared) throw new Error(`the template has no queue ${named.inbox(service)}`)
        return {
          service,
          functionName: named.function(service, 'inbox'),
          table: named.table(service),
          url: await queueUrlOf(sqs, named.inbox(service)),
          deadLettersUrl: await queueUrlOf(sqs, named.deadLetters(service)),
          maxReceiveCount: redrive.parse(declared.properties['RedrivePolicy']).maxReceiveCount,
          hiddenSeconds: Number(declared.properties['VisibilityTimeout']),
        }
      }),
  )
}

/** Sends a message that no other has to do with. */
export const send = async ({ sqs }: Live, { url }: Inbox, body: string): Promise<void> => {
  const ofItsOwn = { MessageGroupId: uuidv7(), MessageDeduplicationId: uuidv7() }
  await sqs.send(new SendMessageCommand({ QueueUrl: url, MessageBody: body, ...ofItsOwn }))
}

/** Waits until the inbox is empty and something lies aside. @returns what lay aside, and does no more. */
export const takeDeadLetters = async ({ sqs }: Live, { service, url, deadLettersUrl }: Inbox): Promise<readonly Message[]> => {
  await until(`the dead letters of ${service}`, async () =>
    (await lengthOf(sqs, url)) === 0 && (await lengthOf(sqs, deadLettersUrl)) > 0 ? true : undefined,
  )
  return takeAll(sqs, deadLettersUrl)
}
