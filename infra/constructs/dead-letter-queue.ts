import { Duration } from 'aws-cdk-lib'
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs'
import type { Construct } from 'constructs'
import { acknowledge } from '../acknowledge.ts'
import { createAlarm } from './alarm.ts'
import type { AlarmText } from './alarm.ts'

interface DeadLetterQueueSettings {
  readonly countyId: string
  readonly service: string
  readonly queueName: string
  readonly isFifo: boolean
  readonly alarm: AlarmText & { readonly name: string }
}

/** As long as SQS keeps anything. */
const retentionDays = 14

/** Where what could not be handled lies until somebody has looked at it; the first message rings. */
export const createDeadLetterQueue = (scope: Construct, id: string, settings: DeadLetterQueueSettings): Queue => {
  const queue = new Queue(scope, id, {
    queueName: settings.queueName,
    // SQS refuses `fifo: false`; a standard queue leaves it out.
    ...(settings.isFifo && { fifo: true }),
    retentionPeriod: Duration.days(retentionDays),
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
  })
  const isTheEnd = 'This is the queue that failures end in: it has an alarm, and a further queue would only hide them.'
  acknowledge(queue, 'AwsSolutions-SQS3', isTheEnd)
  acknowledge(queue, 'Serverless-SQSRedrivePolicy', isTheEnd)
  createAlarm(queue, 'Depth', {
    countyId: settings.countyId,
    service: settings.service,
    name: settings.alarm.name,
    text: settings.alarm,
    metric: queue.metricApproximateNumberOfMessagesVisible({ period: Duration.minutes(5), statistic: 'Maximum' }),
    threshold: 1,
  })
  return queue
}
