import type { Stack } from 'aws-cdk-lib'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { EnvironmentVariable } from '#lambda/runtime.ts'
import type { Deployment } from '../deployment.ts'

interface MailUse {
  readonly environment: Readonly<Partial<Record<EnvironmentVariable, string>>>
  readonly access: readonly PolicyStatement[]
}

/**
 * What a service that sends mail is told and may do: mail in the county's own name, and no other. The domain is verified in
 * SES by the county itself, once, outside of this template: that is a record in its DNS.
 */
export const mailUse = (stack: Stack, { county: { mail }, domain }: Deployment): MailUse => ({
  environment: {
    MAIL_SENDER: mail.sender,
    CONSOLE_URL: domain ? `https://${domain.name}` : mail.consoleUrl,
  },
  access: [
    new PolicyStatement({
      actions: ['ses:SendEmail'],
      resources: [stack.formatArn({ service: 'ses', resource: 'identity', resourceName: domainOf(mail.sender) })],
      conditions: { StringEquals: { 'ses:FromAddress': mail.sender } },
    }),
  ],
})

const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1)
