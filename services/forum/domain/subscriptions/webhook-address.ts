import { subscriptionLimits } from './limits.ts'

/**
 * Where a webhook may go by its address alone: https, on the ordinary port, to a named host, without a password in it.
 * Where the name leads is looked at when something is sent (adapters/webhook-post.ts).
 */
export const isWebhookAddress = (text: string): boolean => {
  const url = text.length <= subscriptionLimits.urlCharacters && URL.canParse(text) ? new URL(text) : undefined
  return (
    url !== undefined &&
    url.protocol === 'https:' &&
    url.port === '' &&
    url.username === '' &&
    url.password === '' &&
    url.hash === '' &&
    isNamedHost(url.hostname)
  )
}

/** At least two labels, the last of letters: no bare address, no `localhost`, and none of the names kept for inside use. */
const isNamedHost = (host: string): boolean =>
  /^([a-z0-9-]+\.)+[a-z][a-z0-9-]+$/.test(host) && !/\.(local|localhost|internal|home\.arpa)$/.test(host)
