import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { until } from '../../demo/expect.ts'
import { reasonIn, runCdk } from './cdk.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'behovsflodet-cdk-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the reason in what the CDK writes', () => {
  it.each([
    [
      'kalmar-ideas | 1/2 | CREATE_IN_PROGRESS | x\nkalmar-ideas | CREATE_FAILED | AWS::SQS::Queue | Queue not allowed\n❌ failed',
      'kalmar-ideas | CREATE_FAILED | AWS::SQS::Queue | Queue not allowed',
    ],
    [
      '  at file\nError: counties/x.ts must export a county\n  at y\nSubprocess exited with error 1',
      'Error: counties/x.ts must export a county',
    ],
    ['one\nthe upload failed: no answer\ntwo\n', 'the upload failed: no answer'],
    ['only this\n', 'only this'],
    ['', ''],
  ])('%j', (output, reason) => {
    expect(reasonIn(output)).toBe(reason)
  })
})

describe('a CDK that does not end', () => {
  const pidFile = path.join(folder, 'pid')
  const app = path.join(folder, 'app.mjs')
  writeFileSync(
    app,
    `import { writeFileSync } from 'node:fs'
     writeFileSync(${JSON.stringify(pidFile)}, String(process.pid))
     setInterval(() => {}, 1000)`,
  )
  const run = (limitSeconds: number, signal: AbortSignal) =>
    runCdk(['synth', '--app', `node ${app}`, '--output', path.join(folder, 'out')], {
      environment: { PATH: process.env['PATH'], HOME: folder, AWS_EC2_METADATA_DISABLED: 'true' },
      logFile: path.join(folder, 'cdk.log'),
      limitSeconds,
      signal,
    })

  it('is stopped at its limit, and told in one line in both languages', async () => {
    await expect(run(0.5, new AbortController().signal)).rejects.toThrow(
      /^cdk synth var inte klar efter 0.5 sekunder[^\n]+ \/ cdk synth was not done after 0.5 seconds[^\n]+$/,
    )
  })

  it('ends with the app that it has started when the run is given up', async () => {
    const stopping = new AbortController()
    const running = run(60, stopping.signal)
    running.catch(() => undefined)
    const pid = await until('the app to run', async () =>
      existsSync(pidFile) ? Number(readFileSync(pidFile, 'utf8')) : undefined,
    )
    stopping.abort(new Error('given up'))
    await expect(running).rejects.toThrow('given up')
    await until('the app to be gone', async () => {
      try {
        process.kill(pid, 0)
        return undefined
      } catch {
        return true
      }
    })
  }, 60_000)
})
