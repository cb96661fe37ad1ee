import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import * as z from 'zod'
import { portfolioCaseView, rowView } from '../../services/insight/application/present-standing.ts'

/**
 * `npm run faults:kill -- --kills 30`: kills the product with -9 at random while the demo runs, starts it again,
 * and goes on until the case is completed. Then every decision must have been applied once, and the journal's
 * chains must be intact. The seed repeats the moments of the kills as far as two processes allow.
 */

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '30' },
    seed: { type: 'string', default: '1' },
    port: { type: 'string', default: '3471' },
  },
})
const wantedKills = Number(values.kills)
const port = Number(values.port)
const url = `http://127.0.0.1:${port}`
const root = path.resolve(import.meta.dirname, '..', '..')
const node = process.execPath

/** Mulberry32: small, seeded, good enough to scatter kills. */
const createRandom = (seed: number) => {
  let state = seed
  return (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const random = createRandom(Number(values.seed))
const dataDir = await mkdtemp(path.join(tmpdir(), 'behovsflodet-kill-'))
const say = (line: string): void => void process.stdout.write(`${line}\n`)

const run = (script: string, args: readonly string[] = []): ChildProcess =>
  spawn(node, [path.join(root, script), ...args], {
    cwd: root,
    env: { ...process.env, PORT: String(port), DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'pipe'],
  })

const outputOf = (child: ChildProcess): { text: string } => {
  const output = { text: '' }
  child.stdout?.on('data', (data: Buffer) => (output.text += data.toString()))
  child.stderr?.on('data', (data: Buffer) => (output.text += data.toString()))
  return output
}

const exitOf = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve(child.exitCode)
    else child.once('exit', resolve)
  })

const isUp = (): Promise<boolean> =>
  fetch(`${url}/oidc/.well-known/openid-configuration`).then(
    (response) => response.ok,
    () => false,
  )

const startProduct = async (): Promise<ChildProcess> => {
  const product = run('local/start.ts')
  const output = outputOf(product)
  for (;;) {
    if (await isUp()) return product
    if (product.exitCode !== null) throw new Error(`the product did not start: ${output.text}`)
    await sleep(50)
  }
}

/** What the demo says of its case, among what else it fills: `KLM-2026-0001: BP1.1 go → ...; closed`. */
const caseIn = (text: string): string => {
  const line = /^ *[A-Z]+-\d{4}-\d+: .*$/m.exec(text)
  if (!line) throw new Error(`the demo says nothing of its case: ${text}`)
  return line[0].trim()
}

let kills = 0
let completed = ''
let product = await startProduct()
const longestLifeMilliseconds = 2_500

while (completed === '') {
  const demo = run('demo/run.ts', ['--only', 'ak-brev', '--url', url])
  const output = outputOf(demo)
  const done = exitOf(demo)
  let isDone = false
  void done.then(() => (isDone = true))
  while (!isDone) {
    if (kills < wantedKills) {
      await Promise.race([sleep(100 + random() * longestLifeMilliseconds), done])
      if (isDone) break
      product.kill('SIGKILL')
      await exitOf(product)
      kills += 1
      product = await startProduct()
    } else await done
  }
  if ((await done) !== 0) throw new Error(`the demo failed: ${output.text}`)
  completed = caseIn(output.text)
  if (kills < wantedKills) {
    // The case was faster than the kills: kill the product at rest, with its waits and its history, too.
    while (kills < wantedKills) {
      product.kill('SIGKILL')
      await exitOf(product)
      kills += 1
      product = await startProduct()
      await sleep(random() * 300)
    }
    const again = run('demo/run.ts', ['--only', 'ak-brev', '--url', url])
    const second = outputOf(again)
    if ((await exitOf(again)) !== 0) throw new Error(`the demo failed after the kills: ${second.text}`)
    completed = caseIn(second.text)
  }
}

const token = async (persona: string): Promise<string> => {
  const response = await fetch(`${url}/oidc/token`, {
    method: 'POST',
    body: new URLSearchParams({ grant_type: 'urn:behovsflodet:persona', client_id: 'cli', persona }),
  })
  return ((await response.json()) as { access_token: string }).access_token
}

const authorization = `Bearer ${await token('handlaggare')}`
const get = async <S extends z.ZodType>(at: string, answer: S): Promise<z.infer<S>> =>
  answer.parse(await (await fetch(`${url}${at}`, { headers: { authorization } })).json())

/** What the journal was told as it was killed comes to it again after ten seconds, and all that follows behind it. */
const catchUpMilliseconds = 60_000
const portfolio = z.object({ cases: z.array(rowView) })
const readPortfolio = () => get('/v1/insight/cases?limit=100', portfolio)
const giveUpAt = Date.now() + catchUpMilliseconds
let { cases } = await readPortfolio()
while (Date.now() < giveUpAt && (cases.length === 0 || cases.some(({ status }) => status !== 'completed'))) {
  await sleep(250)
  cases = (await readPortfolio()).cases
}

const wanted = ['BP1', 'BP2', 'BP3', 'BP4', 'BP5', 'BP5', 'handover', 'review']
const problems: string[] = []
if (cases.length !== 1) problems.push(`${cases.length} cases instead of one`)
for (const { caseId, status } of cases) {
  if (status !== 'completed') problems.push(`the case is ${status}`)
  const { passedGates } = await get(`/v1/insight/cases/${caseId}`, portfolioCaseView)
  const passed = passedGates.map(({ gate }) => gate)
  if (JSON.stringify(passed) !== JSON.stringify(wanted)) problems.push(`gates passed: ${passed.join(', ')}`)
}

const verification = run('scripts/journal-verify.ts', ['--url', url])
const verified = outputOf(verification)
if ((await exitOf(verification)) !== 0) problems.push(`the journal does not verify: ${verified.text}`)

product.kill('SIGTERM')
await exitOf(product)
await rm(dataDir, { recursive: true, force: true })

say(`kills                ${kills}`)
say(`case                 ${completed}`)
say(`journal              ${verified.text.trim().split('\n').at(-1)}`)
say(`violations           ${problems.length === 0 ? 'none' : problems.join('; ')}`)
if (problems.length > 0) process.exit(1)
