import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { claimDataDir, markRunning } from './single-instance.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'behovsflodet-instance-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const file = () => join(folder, 'running.json')
const mark = () => JSON.parse(readFileSync(file(), 'utf8')) as { readonly pid: number } // what markRunning writes, among more

describe('a data folder', () => {
  it('that nobody works in is free, and free again when it is left', () => {
    const release = claimDataDir(folder)
    markRunning(folder, 3_000)
    expect(mark()).toMatchObject({ pid: process.pid, port: 3_000 })
    release()
    expect(existsSync(file())).toBe(false)
    expect(() => claimDataDir(folder)).not.toThrow()
    release()
  })

  it('that a living process works in is refused in one readable line, and its mark is left alone', () => {
    markRunning(folder, 3_000)
    const before = mark()
    expect(() => claimDataDir(folder)).toThrow(
      `Behovsflödet already runs on this data folder (process ${process.pid}, http://127.0.0.1:3000). Stop it, or set DATA_DIR.`,
    )
    expect(mark()).toEqual(before)
  })

  it('that a killed process has left its mark in is taken over', async () => {
    const script = `
      import { markRunning } from ${JSON.stringify(new URL('./single-instance.ts', import.meta.url).href)}
      markRunning(${JSON.stringify(folder)}, 3000)
      process.stdout.write('marked')
      setInterval(() => undefined, 1000)
    `
    const child = spawn(process.execPath, ['--input-type=module', '--eval', script], { stdio: ['ignore', 'pipe', 'inherit'] })
    await once(child.stdout, 'data')
    expect(() => claimDataDir(folder)).toThrow(`process ${child.pid}`)
    const gone = once(child, 'exit')
    child.kill('SIGKILL')
    await gone
    expect(mark().pid).toBe(child.pid)
    expect(() => claimDataDir(folder)).not.toThrow()
  })

  it.runIf(process.platform === 'linux')('whose mark names a number that another process has by now is taken over', () => {
    markRunning(folder, 3_000)
    writeFileSync(file(), JSON.stringify({ ...mark(), since: '1' }))
    expect(() => claimDataDir(folder)).not.toThrow()
  })

  it.each(['', 'null', '{"pid":', '{}', '{"pid":"x"}'])('with a mark that was cut short (%s) is free', (text) => {
    writeFileSync(file(), text)
    expect(() => claimDataDir(folder)).not.toThrow()
  })
})
