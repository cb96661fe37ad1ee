import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import * as z from 'zod'
import type { Contents } from '../../../local/system.ts'
import { createRecording } from './recording.ts'
import type { Right } from './right.ts'
import { testPlace } from './test-place.ts'

/**
 * What the test run uses: with RECORDED_RIGHTS naming a folder, every test that starts the product leaves there the
 * rights that it has used, for `npm run privileges` to read. The folder is the run's own, so nothing old is in it.
 */
const folderVariable = 'RECORDED_RIGHTS'

const right = z.strictObject({ holder: z.string(), action: z.string(), resource: z.string() })

export const recordedContents = (contents: Contents, countyId: string): Contents => {
  const folder = process.env[folderVariable]
  if (!folder) return contents
  mkdirSync(folder, { recursive: true })
  const file = path.join(folder, `${countyId}-${process.pid}-${crypto.randomUUID()}.jsonl`)
  // Line by line, so that a test that is killed has told what it did until then.
  return createRecording({
    countyId,
    place: testPlace,
    onNew: (used) => appendFileSync(file, `${JSON.stringify(used)}\n`),
  }).around(contents)
}

/** What the tests of a run have left; undefined when none was asked to leave anything. */
export const readRecordedTests = (countyId: string): { readonly files: number; readonly used: readonly Right[] } | undefined => {
  const folder = process.env[folderVariable]
  if (!folder) return undefined
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.startsWith(`${countyId}-`)) : []
  const lines = files.flatMap((name) => readFileSync(path.join(folder, name), 'utf8').split('\n'))
  return { files: files.length, used: lines.filter((line) => line !== '').map((line) => right.parse(JSON.parse(line))) }
}
