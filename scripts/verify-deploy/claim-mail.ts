import { InvokeCommand } from '@aws-sdk/client-lambda'
import { CreateEmailIdentityCommand, SESv2Client } from '@aws-sdk/client-sesv2'
import * as z from 'zod'
import { read, until } from '../../demo/expect.ts'
import { deployedClient } from './claim-flow.ts'
import type { Claims } from './claims.ts'
import type { Live } from './live.ts'
import type { OpenIdServer } from './openid-server.ts'

const subscribed = z.object({ subscription: z.object({ subscriptionId: z.string() }) })
const sent = z.object({ deliveries: z.array(z.object({ kind: z.string(), status: z.string() })) })

/** The county's own step beside the template; the emulator verifies a domain as soon as it is named, AWS by a record in its DNS. */
const verifySender = async ({ county, endpoint }: Live): Promise<string> => {
  const domain = county.mail.sender.replace(/^.*@/, '')
  const ses = new SESv2Client(endpoint.client)
  try {
    await ses.send(new CreateEmailIdentityCommand({ EmailIdentity: domain }))
    return domain
  } finally {
    ses.destroy()
  }
}

/** That the deployed function hands a mail over to SES, once the county's domain is verified there. */
export const claimMail = async (
  live: Live,
  openid: OpenIdServer,
  { claim }: Claims,
  say: (line: string) => void,
): Promise<void> => {
  const reader = deployedClient(live, openid).as('invanare')
  say(`  CreateEmailIdentity: the sender's domain, ${await verifySender(live)}`)
  await claim('mails that the deployed function has handed over to SES, as the subscriber sees', async () => {
    const body = { subjects: ['needs'], channel: { kind: 'mail', address: 'maja@invanare.example' } }
    const made = await reader({ method: 'POST', path: '/v1/forum/subscriptions', body })
    const { subscriptionId } = read(made, subscribed, 'subscribe', 201).subscription
    await live.lambda.send(
      new InvokeCommand({
        FunctionName: live.named.function('forum', 'tasks'),
        Payload: JSON.stringify({ schedule: 'deliver-notices' }),
      }),
    )
    const path = `/v1/forum/subscriptions/${subscriptionId}/deliveries`
    const deliveries = await until('the confirmation to be tried', async () => {
      const found = read(await reader({ method: 'GET', path }), sent, 'read the deliveries').deliveries
      return found.some(({ status }) => status !== 'due') ? found : undefined
    })
    const failed = deliveries.filter(({ status }) => status !== 'delivered')
    return { seen: deliveries.length, failures: failed.map((one) => JSON.stringify(one)) }
  })
}
