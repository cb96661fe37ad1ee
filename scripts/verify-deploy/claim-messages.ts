import { GetItemCommand } from '@aws-sdk/client-dynamodb'
import {
  GetFunctionConfigurationCommand,
  UpdateFunctionConfigurationCommand,
  waitUntilFunctionUpdatedV2,
} from '@aws-sdk/client-lambda'
import { SendMessageBatchCommand } from '@aws-sdk/client-sqs'
import type { Message, SendMessageBatchRequestEntry } from '@aws-sdk/client-sqs'
import { uuidv7 } from 'uuidv7'
import { ideaSubmitted } from '#contracts/events.ts'
import { deadLetterAttributes } from '#lambda/dead-letters.ts'
import { read } from '../../demo/expect.ts'
import { caseOfficer } from '../../demo/personas.ts'
import { deployedClient, verification } from './claim-flow.ts'
import type { Ask } from './claim-flow.ts'
import { eachOf } from './claims.ts'
import type { Claims } from './claims.ts'
import { sourcesOf, switchSources } from './event-sources.ts'
import { inboxesOf, send, takeDeadLetters } from './inboxes.ts'
import type { Inbox } from './inboxes.ts'
import { differences } from './json.ts'
import type { Json } from './json.ts'
import type { Live } from './live.ts'
import type { OpenIdServer } from './openid-server.ts'
import { hideFor } from './queue-messages.ts'

/** What happens to messages that cannot be taken: each is tried as often as is set, ends alone, and holds up nobody. */

/** Between the tries of these messages, so that ten tries are over in seconds. */
const hiddenSeconds = 1
/** With one more they fill a batch. */
const goodMessages = 9
const updateLimitSeconds = 60

const poison = 'not an event'

const isAlone = (dead: readonly Message[], body: string): readonly string[] =>
  dead.length === 1 && dead[0]?.Body === body ? [] : [`dead letters are ${JSON.stringify(dead.map(({ Body }) => Body))}`]

/** That the poisoned message, and nothing else, has been set aside with its reason, after as many tries as are set. */
const lookAtEnd = async (live: Live, inbox: Inbox): Promise<readonly string[]> => {
  const dead = await takeDeadLetters(live, inbox)
  const attributes = Object.entries(dead[0]?.MessageAttributes ?? {})
  const told: Json = Object.fromEntries(attributes.map(([name, { StringValue: value }]) => [name, value] as const))
  const wanted = { [deadLetterAttributes.attempts]: inbox.maxReceiveCount, [deadLetterAttributes.reason]: 'notJson' }
  return [...isAlone(dead, poison), ...differences(wanted, told)]
}

const claimPoison = async (live: Live, { claim }: Claims, inboxes: readonly Inbox[]): Promise<void> => {
  const tries = [...new Set(inboxes.map(({ maxReceiveCount }) => maxReceiveCount))].join(' or ')
  await claim(`inboxes whose poisoned message lies in the dead letters with its reason after ${tries} tries`, async () => {
    const failures = await Promise.all(
      inboxes.map(async (inbox) => {
        await send(live, inbox, poison)
        return (await lookAtEnd(live, inbox)).map((failure) => `${inbox.service}: ${failure}`)
      }),
    )
    return { seen: inboxes.length, failures: failures.flat() }
  })
}

const submittedIdea = () => {
  const ideaId = uuidv7()
  return ideaSubmitted.envelope.parse({
    specversion: '1.0',
    id: uuidv7(),
    source: '/services/ideas',
    type: ideaSubmitted.type,
    subject: ideaId,
    time: new Date().toISOString(),
    datacontenttype: 'application/json',
    phase: 'ideas',
    actor: { subject: 'anonymous', name: 'Utan inloggning' },
    data: { ideaId, title: 'En idé bland giftiga meddelanden', submittedBy: 'staff', answerDueOn: '2026-12-04' },
  })
}

const hasTaken = async ({ dynamodb }: Live, { table }: Inbox, eventId: string): Promise<boolean> => {
  const Key = { pk: { S: `INBOX#${eventId}` }, sk: { S: 'DONE' } }
  return (await dynamodb.send(new GetItemCommand({ TableName: table, Key, ConsistentRead: true }))).Item !== undefined
}

/** One batch: good events of as many cases, and in the middle of them one message that nobody can read. */
const claimPartialBatch = async (live: Live, officer: Ask, { claim }: Claims, inbox: Inbox): Promise<void> =>
  claim('messages of one batch: the good ones taken once, the poisoned one alone tried again to its end', async () => {
    const events = Array.from({ length: goodMessages }, submittedIdea)
    const entries: SendMessageBatchRequestEntry[] = events.map((event, index) => ({
      Id: `good-${index}`,
      MessageBody: JSON.stringify(event),
      MessageGroupId: event.subject,
      MessageDeduplicationId: event.id,
    }))
    const bad = { Id: 'bad', MessageBody: poison, MessageGroupId: uuidv7(), MessageDeduplicationId: uuidv7() }
    const sources = await sourcesOf(live.lambda, inbox.functionName)
    // Together in the queue before anybody reads it, they come in one batch.
    await switchSources(live.lambda, sources, false)
    const { Successful = [] } = await live.sqs.send(
      new SendMessageBatchCommand({ QueueUrl: inbox.url, Entries: entries.toSpliced(goodMessages / 2, 0, bad) }),
    )
    await switchSources(live.lambda, sources, true)
    const ended = await lookAtEnd(live, inbox)
    const good = await eachOf(
      events,
      ({ id }) => id,
      async ({ id, subject }) => {
        const path = `/v1/insight/cases/${subject}/journal/verification`
        const { entries: times } = read(await officer({ method: 'GET', path }), verification, 'verify the journal')
        return [
          ...((await hasTaken(live, inbox, id)) ? [] : ['was not taken']),
          ...(times === 1 ? [] : [`stands ${times} times in the journal`]),
        ]
      },
    )
    return { seen: Successful.length, failures: [...ended, ...good.failures] }
  })

/** A function that cannot even start answers for nothing: then the queue itself sets aside what has come too often. */
const claimRedrive = async (live: Live, { claim }: Claims, inbox: Inbox): Promise<void> => {
  const { lambda } = live
  const { functionName: FunctionName } = inbox
  const { Environment: declared } = await lambda.send(new GetFunctionConfigurationCommand({ FunctionName }))
  const setVariables = async (Variables: Record<string, string>): Promise<void> => {
    await lambda.send(new UpdateFunctionConfigurationCommand({ FunctionName, Environment: { Variables } }))
    await waitUntilFunctionUpdatedV2({ client: lambda, maxWaitTime: updateLimitSeconds }, { FunctionName })
  }
  await claim('messages that the queue itself has set aside, since their function could not start', async () => {
    await setVariables({})
    try {
      const body = JSON.stringify(submittedIdea())
      await send(live, inbox, body)
      const dead = await takeDeadLetters(live, inbox)
      const isAnswered = dead[0]?.MessageAttributes?.[deadLetterAttributes.reason] !== undefined
      return { seen: dead.length, failures: [...isAlone(dead, body), ...(isAnswered ? ['a function has answered for it'] : [])] }
    } finally {
      await setVariables(declared?.Variables ?? {})
    }
  })
}

export const claimMessages = async (
  live: Live,
  openid: OpenIdServer,
  claims: Claims,
  say: (line: string) => void,
): Promise<void> => {
  const { sqs } = live
  const inboxes = await inboxesOf(live)
  const insight = inboxes.find(({ service }) => service === 'insight')
  if (!insight) throw new Error('insight has no inbox')
  say(
    `  SetQueueAttributes: messages of ${inboxes.length} inboxes are hidden for ${hiddenSeconds} s between tries, not ${insight.hiddenSeconds}`,
  )
  for (const { url } of inboxes) await hideFor(sqs, url, hiddenSeconds)
  await claimPoison(live, claims, inboxes)
  await claimPartialBatch(live, deployedClient(live, openid).as(caseOfficer), claims, insight)
  await claimRedrive(live, claims, insight)
  for (const { url, hiddenSeconds: declared } of inboxes) await hideFor(sqs, url, declared)
}
