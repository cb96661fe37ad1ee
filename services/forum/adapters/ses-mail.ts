import { SendEmailCommand } from '@aws-sdk/client-sesv2'
import type { SESv2Client } from '@aws-sdk/client-sesv2'
import { describeFault } from '#lambda/log.ts'
import type { Log } from '#lambda/log.ts'
import type { Outlets } from '../application/subscriptions/subscription-parts.ts'

const characters = 'UTF-8'

/**
 * No later attempt mends an address that is none. `MessageRejected` is tried again: SES says so too while the county's sender is
 * not verified or the account is in the sandbox, which the county mends (docs/runbooks/mail-not-sent.md).
 */
const isForGood = (fault: unknown): boolean => fault instanceof Error && fault.name === 'BadRequestException'

/** Mail by SES. @param sender the county's address, whose domain SES has verified. */
export const createSesMail = (client: Pick<SESv2Client, 'send'>, sender: string, log: Log): Outlets['sendMail'] => {
  return async ({ to, subject, text, unsubscribeUrl }) => {
    try {
      await client.send(
        new SendEmailCommand({
          FromEmailAddress: sender,
          Destination: { ToAddresses: [to] },
          Content: {
            Simple: {
              Subject: { Data: subject, Charset: characters },
              Body: { Text: { Data: text, Charset: characters } },
              Headers: [{ Name: 'List-Unsubscribe', Value: `<${unsubscribeUrl}>` }],
            },
          },
        }),
      )
      return { hasArrived: true }
    } catch (fault) {
      log.write('warn', 'mail not sent', describeFault(fault))
      const name = fault instanceof Error ? fault.name : 'unknown'
      return { hasArrived: false, fault: name, ...(isForGood(fault) && { isForGood: true as const }) }
    }
  }
}
