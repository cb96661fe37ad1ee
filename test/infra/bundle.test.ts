import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { bundleCounty, functionSources } from '../../infra/county-functions.ts'
import { services } from '../../services/services.ts'
import { traceCollector } from '../../services/shared/lambda/runtime.ts'
import { startOtlpCollector } from '../../services/shared/lambda/testing/otlp-collector.ts'
import { covered } from './installation.ts'

/** One real bundle, run as Lambda runs it: alone in a process, with nothing but its variables. */

const event = {
  specversion: '1.0',
  id: '01a00000-0000-7000-8000-000000000001',
  source: '/services/ideas',
  type: 'se.behovsflodet.case-received.v1',
  subject: '01a00000-0000-7000-8000-000000000002',
  time: '2026-11-20T08:00:00.000Z',
  datacontenttype: 'application/json',
  actor: { subject: 'system', name: 'Behovsflödet' },
  data: {},
}

const streamEvent = {
  Records: [{ dynamodb: { SequenceNumber: '1', NewImage: { outbox: { S: 'event' }, body: { S: JSON.stringify(event) } } } }],
}

const sentBatch = z.object({ Entries: z.array(z.object({ Id: z.string(), MessageBody: z.string() })) })

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer) // a request in binary mode gives buffers
  return Buffer.concat(parts).toString()
}

describe('a bundled function', () => {
  let directory: string
  beforeAll(() => {
    directory = mkdtempSync(path.join(tmpdir(), 'behovsflodet-bundle-'))
  })
  afterAll(() => rmSync(directory, { recursive: true, force: true }))

  it('signs what it sends with the credentials that Lambda gives it, and tells the collector of traces', async () => {
    const collector = await startOtlpCollector()
    const seen: { authorization: string; token: string; body: string }[] = []
    const queues = createServer((request, response) => {
      void bodyOf(request).then((body) => {
        seen.push({
          authorization: String(request.headers.authorization),
          token: String(request.headers['x-amz-security-token']),
          body,
        })
        const { Entries } = sentBatch.parse(JSON.parse(body))
        // The client checks the digest that SQS gives back.
        const Successful = Entries.map(({ Id, MessageBody }) => ({
          Id,
          MessageId: Id,
          MD5OfMessageBody: createHash('md5').update(MessageBody).digest('hex'),
        }))
        response.setHeader('content-type', 'application/x-amz-json-1.0')
        response.end(JSON.stringify({ Successful }))
      })
    })
    queues.listen(0, '127.0.0.1')
    await once(queues, 'listening')
    const { port } = queues.address() as AddressInfo // it listens on a port, not on a pipe
    try {
      const relay = functionSources(services).filter(({ service, kind }) => service === 'ideas' && kind === 'relay')
      const bundles = await bundleCounty(relay, 'kalmar', path.join(directory, 'functions'))
      const bundle = bundles.get('ideas-relay')
      const queueUrl = `http://127.0.0.1:${port}/111122223333/kalmar-insight-inbox.fifo`
      const script = `
        const { handler } = await import(${JSON.stringify(path.join(bundle?.directory ?? '', 'index.mjs'))})
        process.stdout.write('answer ' + JSON.stringify(await handler(${JSON.stringify(streamEvent)}, {})))
      `
      const lambda = spawn(process.execPath, ['--input-type=module', '--eval', script], {
        cwd: directory,
        env: {
          AWS_REGION: 'eu-north-1',
          AWS_ACCESS_KEY_ID: 'ASIAEXAMPLE',
          AWS_SECRET_ACCESS_KEY: 'secret',
          AWS_SESSION_TOKEN: 'session',
          AWS_ENDPOINT_URL_SQS: `http://127.0.0.1:${port}`,
          EVENT_ROUTES: JSON.stringify([{ queueUrl, events: [{ type: event.type }] }]),
          [traceCollector]: collector.endpoint,
        },
      })
      let output = ''
      lambda.stdout.on('data', (part: Buffer) => (output += part.toString()))
      lambda.stderr.on('data', (part: Buffer) => (output += part.toString()))
      await once(lambda, 'close')

      covered(`a relay of ${bundle?.bytes} bytes sent ${seen.length} signed request`)
      expect(output).toContain('answer {"batchItemFailures":[]}')
      expect(seen).toHaveLength(1)
      expect(seen[0]?.authorization).toContain('Credential=ASIAEXAMPLE/')
      expect(seen[0]?.token).toBe('session')
      expect(JSON.parse(seen[0]?.body ?? '')).toMatchObject({
        QueueUrl: queueUrl,
        Entries: [{ MessageGroupId: event.subject, MessageDeduplicationId: event.id }],
      })
      // The tracer is a file beside the function, which it has found and loaded.
      expect(collector.spans()).toMatchObject([{ name: `send ${event.type}`, resource: { 'service.name': 'ideas' } }])
    } finally {
      queues.close()
      await collector.stop()
    }
  }, 30_000)
})
