import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import * as z from 'zod'
import { settingError } from './settings.ts'

const mark = z.object({ pid: z.int(), since: z.string(), port: z.int() })
type Mark = z.infer<typeof mark>

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/** When a process began, in clock ticks since boot: tells a process from a later one with the same number. */
const startedAt = (pid: number): string => {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ')[19] ?? ''
  } catch {
    return ''
  }
}

/** What stands in the folder; undefined when there is nothing, or what was cut short while it was written. */
const readMark = (file: string): Mark | undefined => {
  try {
    return mark.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data
  } catch {
    return undefined
  }
}

/**
 * Makes sure that one process at a time works in a data folder. A mark that a killed process has left is taken
 * over. @returns what removes the mark again.
 */
export const claimDataDir = (dataDir: string): (() => void) => {
  const file = path.join(dataDir, 'running.json')
  const left = readMark(file)
  if (left && isAlive(left.pid) && startedAt(left.pid) === left.since)
    throw settingError({
      sv: `Behovsflödet körs redan på den här datamappen (process ${left.pid}, http://127.0.0.1:${left.port}). Stoppa det, eller sätt DATA_DIR.`,
      en: `Behovsflödet already runs on this data folder (process ${left.pid}, http://127.0.0.1:${left.port}). Stop it, or set DATA_DIR.`,
    })
  return () => rmSync(file, { force: true })
}

export const markRunning = (dataDir: string, port: number): void =>
  writeFileSync(
    path.join(dataDir, 'running.json'),
    JSON.stringify({ pid: process.pid, since: startedAt(process.pid), port } satisfies Mark),
  )
