import { Duration } from 'aws-cdk-lib'
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'
import { names } from '../names.ts'
import { createAlarm } from './alarm.ts'
import type { AlarmText } from './alarm.ts'
import { createDeadLetterQueue } from './dead-letter-queue.ts'

interface InboxQueueSettings {
  readonly countyId: string
  readonly service: string
  /** Of the function that reads the queue. */
  readonly functionTimeoutSeconds: number
  readonly alarms: { readonly deadLetter: AlarmText; readonly oldestMessage: AlarmText }
}

/** AWS' own rule for a queue that a function reads: six times the function's timeout. */
const visibilityFactor = 6
/** With a minute between tries: a database or a neighbour may be away for ten before a message is put aside. */
export const maxReceiveCount = 10
/** Longer than all tries of one message take, so it means that nothing is being read. */
const oldestMessageMinutes = 15
const retentionDays = 14

/**
 * A service's way in: in order within a case, once per event id, and never into nothing - what cannot be
 * consumed lies in the dead-letter queue, and both queues ring.
 */
export const createInboxQueue = (scope: Construct, id: string, settings: InboxQueueSettings): Queue => {
  const { countyId, service, functionTimeoutSeconds, alarms } = settings
  const place = new Construct(scope, id)
  const deadLetters = createDeadLetterQueue(place, 'DeadLetters', {
    countyId,
    service,
    queueName: names(countyId).deadLetters(service),
    isFifo: true,
    alarm: { ...alarms.deadLetter, name: 'inbox-dead-letter' },
  })
  const queue = new Queue(place, 'Queue', {
    queueName: names(countyId).inbox(service),
    fifo: true,
    // The relay gives the event's id as deduplication id: two events with the same content are two events.
    contentBasedDeduplication: false,
    visibilityTimeout: Duration.seconds(visibilityFactor * functionTimeoutSeconds),
    retentionPeriod: Duration.days(retentionDays),
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    deadLetterQueue: { queue: deadLetters, maxReceiveCount },
  })
  createAlarm(queue, 'OldestMessage', {
    countyId,
    service,
    name: 'inbox-oldest-message',
    text: alarms.oldestMessage,
    metric: queue.metricApproximateAgeOfOldestMessage({ period: Duration.minutes(5), statistic: 'Maximum' }),
    threshold: Duration.minutes(oldestMessageMinutes).toSeconds(),
  })
  return queue
}
