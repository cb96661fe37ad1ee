import path from 'node:path'
import { parseArgs } from 'node:util'
import { uuidv7 } from 'uuidv7'
import { readSettings, settingError } from '../local/settings.ts'
import { claimDataDir } from '../local/single-instance.ts'
import { importFolder } from './backup/import-folder.ts'
import { tellFault } from './backup/instance.ts'
import { tellJournals } from './backup/verify-journals.ts'

/**
 * `npm run import -- --from <folder> [--county <id>]`: restores an export into an empty instance
 * (docs/runbooks/restore.md). Exit 0: restored. 1: restored, and a journal's chain is broken, as it was when it was
 * exported. 2: refused or failed, and nothing has been written.
 */

const usage = 'Usage: npm run import -- --from <folder> [--county <id>]'
const printLine = (line: string): void => void process.stdout.write(`${line}\n`)

const readArguments = (): { from: string; county: string | undefined } => {
  try {
    const { values } = parseArgs({ options: { from: { type: 'string' }, county: { type: 'string' } } })
    if (values.from) return { from: path.resolve(values.from), county: values.county }
  } catch {
    // An option that there is not: told below.
  }
  throw settingError(usage)
}

const run = async (): Promise<0 | 1> => {
  const { from, county: wanted } = readArguments()
  const settings = await readSettings({ ...process.env, ...(wanted !== undefined && { COUNTY: wanted }) })
  claimDataDir(settings.dataDir)
  const moment = { now: () => new Date().toISOString(), newId: uuidv7 }
  const { rows, messages, gates, journals } = await importFolder(from, settings, process.env, moment)
  for (const [service, count] of rows) printLine(`${service.padEnd(14)} ${count} rows`)
  printLine(`${'queues'.padEnd(14)} ${messages} messages`)
  printLine(`${'gates waiting'.padEnd(14)} ${gates}, taken up again when the product starts`)
  for (const line of tellJournals(journals)) printLine(line)
  printLine(`Imported ${settings.county.id} from ${from}.`)
  return journals.broken.length === 0 ? 0 : 1
}

try {
  process.exitCode = await run()
} catch (error) {
  process.stderr.write(`${tellFault(error)}\n`)
  process.exitCode = 2
}
