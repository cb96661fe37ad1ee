import { cpSync, existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import type { Client } from '../../demo/client.ts'
import { expectStatus } from '../../demo/expect.ts'
import { deciders } from '../../demo/personas.ts'
import { requestView } from '../../services/gates/application/present-request.ts'
import { services } from '../../services/services.ts'
import { until } from '../../test/flow/flow-system.ts'
import { inspectMessages, sendMessages } from './queue-messages.ts'
import type { KeptMessage } from './queue-messages.ts'
import { contentOf, readRows, textOf, writeRows } from './stored-row.ts'
import type { StoredRow } from './stored-row.ts'
import {
  atFirstGate,
  createFolders,
  drive,
  exportOf,
  intoMatching,
  runCommand,
  runScript,
  withInstance,
  withProduct,
} from './testing/backed-up-county.ts'

/** A case that waits at a gate is exported, imported elsewhere, and goes on there as if nothing had happened. */

const { fresh, remove } = createFolders()
const source = fresh()
const exported = fresh()
let caseId: string
let headBefore: string
let output: readonly string[]
/** Somebody's webhook, with the secret that is shown once. */
let webhook: z.infer<typeof subscribed>

const verification = z.object({ isIntact: z.boolean(), entries: z.int(), head: z.string() })
const verify = async (client: Client) =>
  verification.parse(
    (await client.as('handlaggare')({ method: 'GET', path: `/v1/insight/cases/${caseId}/journal/verification` })).body,
  )
const subscribed = z.object({ subscription: z.object({ subscriptionId: z.string() }), secret: z.string() })
const libraryList = z.object({ requirements: z.array(z.object({ id: z.string() })) })
const entries = z.object({ entries: z.array(z.object({ hash: z.string() })) })
const journalOf = async (client: Client): Promise<string[]> =>
  entries
    .parse((await client.as('handlaggare')({ method: 'GET', path: `/v1/insight/cases/${caseId}/journal?limit=100` })).body)
    .entries.map(({ hash }) => hash)

beforeAll(async () => {
  headBefore = await withProduct(source, async (client) => {
    const driven = await drive(client, atFirstGate)
    expect([driven.gates, driven.status]).toEqual([[], 'awaitingDecision'])
    caseId = driven.caseId
    const path = `/v1/gates/decision-requests/${caseId}-BP1-1`
    await until('the gate to wait', async () => {
      const { status, body } = await client.as('handlaggare')({ method: 'GET', path })
      return status === 200 && requestView.parse(body).status === 'open' ? true : undefined
    })
    const body = { subjects: ['needs'], channel: { kind: 'webhook', url: 'https://mottagare.example/forum' } }
    const made = await client.as('leverantor')({ method: 'POST', path: '/v1/forum/subscriptions', body })
    webhook = subscribed.parse(made.body)
    await until('the requirement library', async () => {
      const { body: list } = await client.as(undefined)({ method: 'GET', path: '/v1/catalogue/library/requirements?limit=1' })
      return libraryList.parse(list).requirements[0]
    })
    return (await verify(client)).head
  })
  const { code, lines, errors } = await runScript('export', ['--to', exported], { DATA_DIR: source })
  expect([code, errors]).toEqual([0, []])
  output = lines
}, 60_000)
afterAll(remove)

describe('an export', () => {
  it('says what it holds, and that the journal is intact', () => {
    expect(output.filter((line) => /^\w+ +\d+ (rows|messages)$/.test(line))).toHaveLength(services.length + 1)
    expect(output).toContainEqual(expect.stringMatching(/^1 journals, \d+ entries, all intact\.$/))
    expect(output.at(-1)).toMatch(/^Exported kalmar to .+\. Digest of the whole: [0-9a-f]{64}$/)
  })

  it('holds every row of every table, whole', async () => {
    await withInstance(source, async ({ dynamo, tableOf }) => {
      for (const service of ['ideas', 'gates', 'benefits', 'insight', 'catalogue', 'forum']) {
        const written = readFileSync(path.join(exported, `${service}.jsonl`), 'utf8')
          .trimEnd()
          .split('\n')
        const stored = new Map<string, unknown>()
        for await (const row of readRows(dynamo, tableOf(service))) stored.set(`${textOf(row, 'pk')} ${textOf(row, 'sk')}`, row)
        expect(written.length).toBeGreaterThan(0)
        expect(
          new Map(
            written.map((line) => JSON.parse(line) as StoredRow).map((row) => [`${textOf(row, 'pk')} ${textOf(row, 'sk')}`, row]),
          ),
        ).toEqual(stored)
      }
    })
  })

  it('of the same state has the same files', async () => {
    const again = fresh()
    await exportOf(source, again)
    for (const file of ['ideas.jsonl', 'gates.jsonl', 'insight.jsonl', 'messages.jsonl'])
      expect(readFileSync(path.join(again, file), 'utf8')).toBe(readFileSync(path.join(exported, file), 'utf8'))
  })
})

describe('an import', () => {
  it('restores a case that waits at its gate, which is then decided, and the case goes on', async () => {
    const target = fresh()
    const { code, lines, errors } = await runScript('import', ['--from', exported], { DATA_DIR: target })
    expect([code, errors]).toEqual([0, []])
    expect(lines).toContainEqual(expect.stringMatching(/^gates waiting +1,/))
    expect(lines).toContainEqual(expect.stringMatching(/^1 journals, \d+ entries, all intact\.$/))
    expect(existsSync(path.join(target, 'importing'))).toBe(false)

    await withProduct(target, async (client) => {
      const driven = await drive(client, intoMatching)
      expect([driven.caseId, driven.gates, driven.status]).toEqual([caseId, ['BP1.1 go'], 'inProgress'])
      const { isIntact, entries } = await verify(client)
      expect(isIntact).toBe(true)
      const journal = await journalOf(client)
      expect(journal).toContain(headBefore)
      expect(entries).toBeGreaterThan(journal.indexOf(headBefore) + 1)
    })
  }, 60_000)

  it('brings along who watches the forum, with the secret that signs what they get, and the requirement library', async () => {
    const target = fresh()
    expect(await runCommand('import', ['--from', exported], { DATA_DIR: target })).toMatchObject({ code: 0 })
    await withInstance(target, async ({ dynamo, tableOf }) => {
      const secrets: string[] = []
      for await (const row of readRows(dynamo, tableOf('forum')))
        if (textOf(row, 'pk') === `SUB#${webhook.subscription.subscriptionId}` && textOf(row, 'sk') === 'STATE')
          secrets.push(textOf(row, 'body'))
      expect(secrets).toEqual([expect.stringContaining(webhook.secret)])
      let requirements = 0
      for await (const row of readRows(dynamo, tableOf('catalogue')))
        if (textOf(row, 'pk').startsWith('LIBRARY#') && textOf(row, 'sk') === 'CURRENT') requirements += 1
      expect(requirements).toBeGreaterThan(0)
    })
    await withProduct(target, async (client) => {
      const path = `/v1/forum/subscriptions/${webhook.subscription.subscriptionId}`
      const { status, body } = await client.as('leverantor')({ method: 'GET', path })
      expect([status, body]).toEqual([200, expect.objectContaining({ status: 'active' })])
    })
  }, 60_000)

  it('loses and doubles nothing of a decision that was on its way when the product stopped', async () => {
    const stopped = fresh()
    cpSync(source, stopped, { recursive: true })
    await withProduct(stopped, async (client) => {
      const path = `/v1/gates/decision-requests/${caseId}-BP1-1`
      const [decider, digest] = await until('somebody who may decide', async () => {
        for (const persona of deciders) {
          const view = requestView.safeParse((await client.as(persona)({ method: 'GET', path })).body)
          if (view.success && view.data.mayDecide) return [persona, view.data.digest] as const
        }
        return undefined
      })
      const answer = await client.as(decider)({
        method: 'POST',
        path: `${path}/decisions`,
        body: { ruling: { outcome: 'go', reason: 'Behovet är styrkt.' }, evidenceDigest: digest, hasConflictOfInterest: false },
        idempotencyKey: 'before-the-stop',
      })
      expectStatus(answer, 'decide', 202)
    })
    const [to, target] = [fresh(), fresh()]
    await exportOf(stopped, to)
    expect(await runCommand('import', ['--from', to], { DATA_DIR: target })).toMatchObject({ code: 0 })
    await withProduct(target, async (client) => {
      const driven = await drive(client, intoMatching)
      expect([driven.gates, driven.status]).toEqual([['BP1.1 go'], 'inProgress'])
      expect(await verify(client)).toMatchObject({ isIntact: true })
    })
  }, 60_000)

  it('puts messages that waited, and dead letters with why they lie there, back in their order', async () => {
    const stopped = fresh()
    cpSync(source, stopped, { recursive: true })
    const message = (queue: KeptMessage['queue'], service: string, body: string): KeptMessage => ({
      queue,
      service,
      group: caseId,
      messageId: '',
      body,
    })
    // More of one case than SQS gives out at once, one text twice, and a line separator that JSON leaves as it is.
    const texts = [...Array.from({ length: 12 }, (_, index) => `{"number":${index}}`), '{"number":0}', 'a\u2028b']
    const waiting = [
      ...texts.map((body) => message('inbox', 'matching', body)),
      {
        ...message('deadLetters', 'matching', 'not JSON'),
        attributes: {
          reason: { DataType: 'String', StringValue: 'notJson' },
          attempts: { DataType: 'Number', StringValue: '5' },
        },
      },
      message('deadLetters', 'insight', '{}'),
    ]
    const found = (dataDir: string) =>
      withInstance(dataDir, async (instance) =>
        (await inspectMessages(instance, instance.ownQueues ?? '')).map((kept) => ({ ...kept, messageId: '' })),
      )
    await withInstance(stopped, (instance) => sendMessages(instance, waiting))
    expect(await found(stopped)).toEqual(waiting)
    const [to, target] = [fresh(), fresh()]
    expect((await exportOf(stopped, to)).messages.lines).toBe(waiting.length)
    const { code, lines } = await runCommand('import', ['--from', to], { DATA_DIR: target })
    expect(code).toBe(0)
    expect(lines).toContainEqual(expect.stringMatching(new RegExp(`^queues +${waiting.length} messages$`)))
    expect(await found(target)).toEqual(waiting)
  }, 30_000)

  it('gives rows that end by themselves the time that they lay in the file', async () => {
    const [to, target] = [fresh(), fresh()]
    await exportOf(source, to, new Date(Date.now() - 30 * 86_400_000).toISOString())
    expect(await runCommand('import', ['--from', to], { DATA_DIR: target })).toMatchObject({ code: 0 })
    const endsOf = (dataDir: string) =>
      withInstance(dataDir, async ({ dynamo, tableOf }) => {
        const ends: [string, number][] = []
        for await (const row of readRows(dynamo, tableOf('gates')))
          if (textOf(row, 'pk').startsWith('INBOX#')) ends.push([textOf(row, 'pk'), Number(row['expiresAt']?.N)])
        return ends.toSorted()
      })
    const before = await endsOf(source)
    const after = await endsOf(target)
    expect(before.length).toBeGreaterThan(0)
    expect(after.map(([pk]) => pk)).toEqual(before.map(([pk]) => pk))
    for (const [index, [, end]] of after.entries()) expect(Math.round((end - (before[index]?.[1] ?? 0)) / 86_400)).toBe(30)
  }, 30_000)

  it('restores text as it was, with every sign that ends a line elsewhere', async () => {
    const [odd, to, target] = [fresh(), fresh(), fresh()]
    const row = {
      pk: { S: 'CASE#1' },
      sk: { S: 'NOTE' },
      body: { S: '{"text":"å\u2028ä\u2029ö\u0085\r\n😀"}' },
      version: { N: '3' },
    }
    await withInstance(odd, ({ dynamo, tableOf }) => writeRows(dynamo, tableOf('ideas'), [row]))
    await exportOf(odd, to)
    expect(await runCommand('import', ['--from', to], { DATA_DIR: target })).toMatchObject({ code: 0 })
    await withInstance(target, async ({ dynamo, tableOf }) => {
      const rows = []
      for await (const found of readRows(dynamo, tableOf('ideas'))) rows.push(found)
      expect(rows).toEqual([row])
      expect((await contentOf(dynamo, tableOf('matching'))).rows).toBe(0)
    })
  }, 30_000)
})
