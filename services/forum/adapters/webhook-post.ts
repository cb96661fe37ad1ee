import { createHmac } from 'node:crypto'
import { lookup as systemLookup } from 'node:dns'
import { request } from 'node:https'
import { BlockList, isIP } from 'node:net'
import type { LookupFunction } from 'node:net'
import type { Outlets, WebhookMessage } from '../application/subscriptions/subscription-parts.ts'

/**
 * Standard Webhooks 1.0: the id, the time and the body are signed with HMAC-SHA256 under the subscription's secret.
 * @param secret `whsec_` and base64. @param atSeconds epoch seconds.
 */
export const signatureOf = ({ id, secret, body }: Pick<WebhookMessage, 'id' | 'secret' | 'body'>, atSeconds: number): string => {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
  return `v1,${createHmac('sha256', key).update(`${id}.${atSeconds}.${body}`).digest('base64')}`
}

/** Where nothing of ours may be led: this machine, private networks, and the cloud's own addresses (RFC 6890). */
const inside = new BlockList()
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  inside.addSubnet(network, prefix, 'ipv4')
for (const [network, prefix] of [
  ['::', 128],
  ['::1', 128],
  ['64:ff9b::', 96],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const)
  inside.addSubnet(network, prefix, 'ipv6')

/** An IPv6 address that holds an IPv4 one is judged as that one by the list itself. */
export const isInside = (address: string): boolean => {
  const family = isIP(address)
  return family === 0 || inside.check(address, family === 4 ? 'ipv4' : 'ipv6')
}

/** Looks a name up as the system does, and refuses one that leads inside: the connection goes to the address that was judged. */
export const outsideLookup =
  (lookup: typeof systemLookup = systemLookup): LookupFunction =>
  (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (fault, addresses) => {
      if (fault) return callback(fault, '', 4)
      const [first] = addresses
      if (!first) return callback(new Error('no address'), '', 4)
      if (addresses.some(({ address }) => isInside(address))) return callback(new Error('leads inside'), '', 4)
      return options.all ? callback(null, addresses) : callback(null, first.address, first.family)
    })
  }

const timeoutMilliseconds = 10_000
/** Of what the receiver answers nothing is read. */
const succeeded = (status: number): boolean => status >= 200 && status < 300
/** 410 Gone: the receiver wants no more (Standard Webhooks). */
const goneStatus = 410

/**
 * Posts to subscribers. Redirections are not followed.
 * @param lookup how names become addresses: in the cloud none that leads inside.
 */
export const createWebhookPost =
  (lookup: LookupFunction, options: { readonly ca?: string } = {}): Outlets['postWebhook'] =>
  (message) =>
    new Promise((resolve) => {
      const atSeconds = Math.floor(Date.parse(message.at) / 1_000)
      const url = new URL(message.url)
      if (isIP(url.hostname) !== 0) return resolve({ hasArrived: false, fault: 'no named host', isForGood: true })
      const outgoing = request(
        url,
        {
          method: 'POST',
          lookup,
          ...options,
          signal: AbortSignal.timeout(timeoutMilliseconds),
          headers: {
            'content-type': 'application/cloudevents+json; charset=utf-8',
            'content-length': Buffer.byteLength(message.body),
            'user-agent': 'Behovsflodet',
            'webhook-id': message.id,
            'webhook-timestamp': String(atSeconds),
            'webhook-signature': signatureOf(message, atSeconds),
          },
        },
        (incoming) => {
          incoming.destroy()
          const status = incoming.statusCode ?? 0
          resolve(
            succeeded(status)
              ? { hasArrived: true }
              : { hasArrived: false, fault: `HTTP ${status}`, ...(status === goneStatus && { isForGood: true as const }) },
          )
        },
      )
      outgoing.on('error', (fault: NodeJS.ErrnoException) =>
        resolve({
          hasArrived: false,
          fault: (fault.name === 'TimeoutError' ? 'timeout' : (fault.code ?? fault.message)).slice(0, 200),
        }),
      )
      outgoing.end(message.body)
      return undefined
    })
