import { fromEnv } from '@aws-sdk/credential-provider-env'

/**
 * Stands in for the AWS clients' default credential chain in a bundle. Lambda gives a function its credentials
 * in environment variables; the chain's other links (files, SSO, instance metadata) do not exist there.
 */
export const defaultProvider = () => fromEnv()
