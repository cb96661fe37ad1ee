import { execFile } from 'node:child_process'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, it } from 'vitest'
import { createMemoryTable } from '#lambda/memory-table.ts'
import type { Caller } from '#lambda/testing/api-call.ts'
import { operations, resident } from '#lambda/testing/personas.ts'
import { insightIndexes } from '../services/insight/adapters/insight-table.ts'
import { insightRoutes } from '../services/insight/routes.ts'
import { completedStory, stoppedStory } from '../services/insight/testing/case-story.ts'
import { createRecordedInsight } from '../services/insight/testing/recorded-insight.ts'
import { tamperedTable } from '../services/insight/testing/tampered-table.ts'

interface Finished {
  readonly code: number
  readonly lines: readonly string[]
  readonly errors: readonly string[]
}

const linesOf = (text: string): string[] => text.split('\n').filter((line) => line !== '')

const run = (args: readonly string[], environment: Record<string, string> = {}): Promise<Finished> =>
  new Promise((resolve) => {
    const script = fileURLToPath(new URL('./journal-verify.ts', import.meta.url))
    const child = execFile(
      process.execPath,
      [script, ...args],
      { env: { PATH: process.env['PATH'], ...environment } },
      (_, out, err) => resolve({ code: child.exitCode ?? -1, lines: linesOf(out), errors: linesOf(err) }),
    )
  })

const stops: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop()
})

/** Insight's API on a port, with the tokens of the local OpenID provider's persona grant. */
const serve = async (call: Caller, lie: (path: string, text: string) => string = (_, text) => text): Promise<string> => {
  const routes = Object.values(insightRoutes).map(({ path }) => ({
    path,
    pattern: new RegExp(`^${path.replaceAll(/\{\w+\}/g, '([^/]+)')}$`),
  }))
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://localhost')
    const answer = async (): Promise<void> => {
      if (request.method === 'POST' && pathname === '/oidc/token') {
        const sent: Buffer[] = []
        for await (const chunk of request) sent.push(chunk as Buffer) // no encoding is set
        const form = new URLSearchParams(Buffer.concat(sent).toString())
        const isGranted =
          form.get('grant_type') === 'urn:behovsflodet:persona' &&
          form.get('client_id') === 'cli' &&
          form.get('persona') === 'drift'
        response.writeHead(isGranted ? 200 : 400, { 'content-type': 'application/json' })
        response.end(JSON.stringify(isGranted ? { access_token: 'drift', token_type: 'Bearer' } : { error: 'invalid_grant' }))
        return
      }
      const route = routes.find(({ pattern }) => pattern.test(pathname))
      const caseId = route?.pattern.exec(pathname)?.[1]
      const as = { 'Bearer drift': operations, 'Bearer resident': resident }[request.headers.authorization ?? '']
      const { status, headers, text } = await call({
        as,
        method: 'GET',
        path: route?.path ?? pathname,
        query: Object.fromEntries(searchParams),
        ...(caseId !== undefined && { parameters: { caseId } }),
      })
      response.writeHead(status, headers)
      response.end(lie(pathname, text))
    }
    void answer()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  stops.push(() => new Promise((resolve) => server.close(() => resolve())))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}` // listens on a port, not a pipe
}

const stories = [stoppedStory({ number: 1 }), completedStory({ number: 2 })]
const entries = stories.reduce((sum, { events }) => sum + events.length, 0)
const [first, second] = stories.map(({ caseId }) => caseId)

const recorded = async () => {
  const table = createMemoryTable(insightIndexes)
  const insight = createRecordedInsight(table)
  for (const { events } of stories) await insight.record(events)
  return { table, call: insight.call }
}

describe('journal:verify', () => {
  it('signs in, prints a line for each journal and the sum, and is content when all are intact', async () => {
    const { call } = await recorded()
    const { code, lines, errors } = await run(['--url', await serve(call)])
    expect(errors).toEqual([])
    expect(lines).toEqual([
      expect.stringMatching(new RegExp(`^${first}  intact  ${stories[0]?.events.length} entries  head [0-9a-f]{64}$`)),
      expect.stringMatching(new RegExp(`^${second}  intact  ${stories[1]?.events.length} entries  head [0-9a-f]{64}$`)),
      `2 journals, ${entries} entries, all intact.`,
    ])
    expect(code).toBe(0)
  })

  it('finds the system by PORT', async () => {
    const { call } = await recorded()
    const { code } = await run([], { PORT: new URL(await serve(call)).port })
    expect(code).toBe(0)
  })

  it('names the broken entry of a broken chain, and goes on with the others', async () => {
    const { table } = await recorded()
    const { call } = createRecordedInsight(
      tamperedTable(table, ({ pk, sk, text }) =>
        pk === `CASE#${first}` && sk === 'ENTRY#00000007' ? text.replace('Maria', 'Mario') : text,
      ),
    )
    const { code, lines } = await run(['--url', await serve(call)])
    expect(lines).toEqual([
      `${first}  BROKEN  at entry 7: The content of the entry has been changed.`,
      expect.stringContaining(`${second}  intact`),
      `2 journals, ${entries} entries, 1 BROKEN.`,
    ])
    expect(code).toBe(1)
  })

  it.each<[string, (path: string, text: string) => string, string]>([
    [
      'shows a changed entry',
      (path, text) =>
        path === `/v1/insight/cases/${second}/journal` ? text.replace('Digitalt AK-brev', 'Digitalt AK-blad') : text,
      'at entry 1: The content of the entry has been changed. The server says that it is intact.',
    ],
    [
      'claims more entries than it shows',
      (path, text) =>
        path === `/v1/insight/cases/${second}/journal/verification` ? text.replace(/"entries":\d+/, '"entries":4711') : text,
      `at entry ${(stories[1]?.events.length ?? 0) + 1}: The entries from here to the end are missing`,
    ],
    [
      'claims another head',
      (path, text) =>
        path === `/v1/insight/cases/${second}/journal/verification` ? text.replace(/"head":"[0-9a-f]{4}/, '"head":"beef') : text,
      `at entry ${stories[1]?.events.length}: The content of the entry has been changed.`,
    ],
  ])('does not believe a server that %s', async (_, lie, found) => {
    const { call } = await recorded()
    const { code, lines } = await run(['--url', await serve(call, lie)])
    expect(lines[0]).toContain(`${first}  intact`)
    expect(lines[1]).toContain(`${second}  BROKEN`)
    expect(lines[1]?.replace('The journal is cut off: the', 'The')).toContain(found)
    expect(code).toBe(1)
  })

  it('says in one line that the system cannot be reached', async () => {
    const url = await serve((await recorded()).call)
    for (const stop of stops.splice(0)) await stop()
    for (const environment of [{}, { TOKEN: 'drift' }]) {
      const { code, lines, errors } = await run(['--url', url], environment)
      expect(code).toBe(2)
      expect(lines).toEqual([])
      expect(errors).toEqual([expect.stringContaining(`${url} does not answer`)])
    }
  })

  it('says in one line that the token may not, that there is no sign-in, or how it is used', async () => {
    const { call } = await recorded()
    const url = await serve(call)
    expect(await run(['--url', url], { TOKEN: 'resident' })).toEqual({
      code: 2,
      lines: [],
      errors: ['/v1/insight/journals answers 403: Din roll får inte göra detta.'],
    })
    const elsewhere = await serve(call, () => '<html>')
    expect(await run(['--url', elsewhere])).toMatchObject({
      code: 2,
      lines: [],
      errors: [expect.stringContaining('does not answer')],
    })
    for (const args of [
      ['--url', 'nowhere'],
      ['--colour', 'red'],
    ])
      expect(await run(args)).toEqual({
        code: 2,
        lines: [],
        errors: ['Usage: npm run journal:verify -- --url http://127.0.0.1:3000'],
      })
  })
})
