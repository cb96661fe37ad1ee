import { Stack } from 'aws-cdk-lib'
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Key } from 'aws-cdk-lib/aws-kms'
import { Topic } from 'aws-cdk-lib/aws-sns'
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions'
import { Construct } from 'constructs'
import { acknowledge } from '../acknowledge.ts'
import { names } from '../names.ts'

interface AlarmTopicSettings {
  readonly countyId: string
  readonly email?: string | undefined
}

/**
 * Where all alarms of a county go, encrypted and over TLS only. The key is the county's own because CloudWatch
 * may not use the one that AWS manages for SNS: alarms to a topic under that key are lost without a word.
 */
export const createAlarmTopic = (scope: Construct, id: string, { countyId, email }: AlarmTopicSettings): Topic => {
  const place = new Construct(scope, id)
  const fromThisAccount = { StringEquals: { 'aws:SourceAccount': Stack.of(scope).account } }
  const cloudWatch = new ServicePrincipal('cloudwatch.amazonaws.com')

  const key = new Key(place, 'Key', { description: `Encrypts the alarms of ${countyId}`, enableKeyRotation: true })
  key.addToResourcePolicy(
    // In a key's own policy * is the key itself.
    new PolicyStatement({
      principals: [cloudWatch],
      actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
      resources: ['*'],
      conditions: fromThisAccount,
    }),
  )
  const topic = new Topic(place, 'Topic', { topicName: names(countyId).alarmTopic, masterKey: key, enforceSSL: true })
  topic.addToResourcePolicy(
    new PolicyStatement({
      principals: [cloudWatch],
      actions: ['sns:Publish'],
      resources: [topic.topicArn],
      conditions: fromThisAccount,
    }),
  )
  if (email !== undefined) {
    topic.addSubscription(new EmailSubscription(email))
    acknowledge(
      topic,
      'Serverless-SNSRedrivePolicy',
      'An e-mail that could not be sent is not worth sending later: the alarm itself stands in CloudWatch.',
    )
  }
  return topic
}
