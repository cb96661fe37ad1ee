import path from 'node:path'
import { parseArgs } from 'node:util'
import { uuidv7 } from 'uuidv7'
import { readSettings, settingError } from '../../local/settings.ts'
import { claimDataDir } from '../../local/single-instance.ts'
import { createCommand } from './command.ts'
import { importFolder } from './import-folder.ts'
import { tellJournals } from './verify-journals.ts'

const usage = 'Usage: npm run import -- --from <folder> [--county <id>]'

const readArguments = (args: readonly string[]): { from: string; county: string | undefined } => {
  try {
    const { values } = parseArgs({ args: [...args], options: { from: { type: 'string' }, county: { type: 'string' } } })
    if (values.from) return { from: path.resolve(values.from), county: values.county }
  } catch {
    // An option that there is not: told below.
  }
  throw settingError(usage)
}

/** Restores an export into an empty instance; refused or failed, nothing has been written. */
export const importCommand = createCommand(async ({ args, environment, printLine }) => {
  const { from, county: wanted } = readArguments(args)
  const settings = await readSettings({ ...environment, ...(wanted !== undefined && { COUNTY: wanted }) })
  claimDataDir(settings.dataDir)
  const moment = { now: () => new Date().toISOString(), newId: uuidv7 }
  const { rows, messages, gates, journals } = await importFolder(from, settings, environment, moment)
  for (const [service, count] of rows) printLine(`${service.padEnd(14)} ${count} rows`)
  printLine(`${'queues'.padEnd(14)} ${messages} messages`)
  printLine(`${'gates waiting'.padEnd(14)} ${gates}, taken up again when the product starts`)
  for (const line of tellJournals(journals)) printLine(line)
  printLine(`Imported ${settings.county.id} from ${from}.`)
  return journals.broken.length === 0 ? 0 : 1
})
