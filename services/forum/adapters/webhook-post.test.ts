import { createServer } from 'node:https'
import type { IncomingHttpHeaders } from 'node:http'
import type { AddressInfo, LookupFunction } from 'node:net'
import { text } from 'node:stream/consumers'
import { Webhook } from 'standardwebhooks'
import { afterEach, describe, expect, it } from 'vitest'
import { receiverCertificate, receiverHost, receiverKey } from '../testing/receiver-certificate.ts'
import { createWebhookPost, isInside, outsideLookup, signatureOf } from './webhook-post.ts'

const secret = `whsec_${Buffer.from('a secret of some length.').toString('base64')}`
const body = JSON.stringify({ specversion: '1.0', type: 'se.behovsflodet.need-published.v1', data: { title: 'Trygg på natten' } })

const stops: (() => void)[] = []
afterEach(() => {
  for (const stop of stops.splice(0)) stop()
})

interface Received {
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

const startReceiver = async (status: number | 'silent') => {
  const received: Received[] = []
  const server = createServer({ key: receiverKey, cert: receiverCertificate }, (incoming, response) => {
    void text(incoming).then((sent) => {
      received.push({ headers: incoming.headers, body: sent })
      if (status !== 'silent') response.writeHead(status, { location: 'https://elsewhere.example/' }).end('x'.repeat(100_000))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  stops.push(() => {
    server.closeAllConnections()
    server.close()
  })
  return { received, port: (server.address() as AddressInfo).port } // it listens on a port
}

/** The name leads to this machine: what outsideLookup would refuse. */
const here: LookupFunction = (_, options, callback) =>
  options.all ? callback(null, [{ address: '127.0.0.1', family: 4 }]) : callback(null, '127.0.0.1', 4)

const messageTo = (port: number) => ({
  url: `https://${receiverHost}:${port}/hook`,
  id: 'msg-1',
  secret,
  body,
  at: new Date().toISOString(),
})

describe('a message to a webhook', () => {
  it('is signed as Standard Webhooks says: their own library takes it, and refuses another secret and another body', async () => {
    const { received, port } = await startReceiver(204)
    const message = messageTo(port)
    expect(await createWebhookPost(here, { ca: receiverCertificate })(message)).toEqual({ hasArrived: true })
    const [one] = received
    const headers = one?.headers as Record<string, string>
    expect(headers['content-type']).toBe('application/cloudevents+json; charset=utf-8')
    expect(new Webhook(secret).verify(one?.body ?? '', headers)).toEqual(JSON.parse(body))
    expect(() => new Webhook(`whsec_${Buffer.from('another').toString('base64')}`).verify(one?.body ?? '', headers)).toThrow()
    expect(() => new Webhook(secret).verify(`${one?.body} `, headers)).toThrow()
  })

  it.each([
    [301, { hasArrived: false, fault: 'HTTP 301' }],
    [500, { hasArrived: false, fault: 'HTTP 500' }],
    [410, { hasArrived: false, fault: 'HTTP 410', isForGood: true }],
  ])('that is answered with %d has not arrived', async (status, result) => {
    const { port } = await startReceiver(status)
    expect(await createWebhookPost(here, { ca: receiverCertificate })(messageTo(port))).toEqual(result)
  })

  it('does not arrive at somebody who cannot show the name', async () => {
    const { received, port } = await startReceiver(204)
    const result = await createWebhookPost(here, { ca: receiverCertificate })({
      ...messageTo(port),
      url: `https://other.example:${port}/`,
    })
    expect(result).toMatchObject({ hasArrived: false })
    expect(received).toEqual([])
  })

  it('does not go to a bare address, nor to a name that leads inside', async () => {
    const { received, port } = await startReceiver(204)
    const post = createWebhookPost(
      outsideLookup(((_name: string, _options: object, done: (...found: unknown[]) => void) =>
        done(null, [{ address: '127.0.0.1', family: 4 }])) as never),
    ) // as dns.lookup answers when asked for all
    expect(await post({ ...messageTo(port), url: `https://127.0.0.1:${port}/` })).toMatchObject({ isForGood: true })
    expect(await post(messageTo(port))).toEqual({ hasArrived: false, fault: 'leads inside' })
    expect(received).toEqual([])
  })
})

describe('what is inside', () => {
  it.each([
    '127.0.0.1',
    '10.1.2.3',
    '169.254.169.254',
    '192.168.0.1',
    '172.31.0.1',
    '::1',
    'fd00::1',
    '::ffff:10.0.0.1',
    'no address',
  ])('%s', (address) => {
    expect(isInside(address)).toBe(true)
  })

  it.each(['192.0.2.1', '8.8.8.8', '2001:db8::1'])('not %s', (address) => {
    expect(isInside(address)).toBe(false)
  })
})

it('signs the same as the library does', () => {
  const at = new Date('2026-11-20T08:00:00.000Z')
  expect(signatureOf({ id: 'msg-1', secret, body }, at.getTime() / 1_000)).toBe(new Webhook(secret).sign('msg-1', at, body))
})
