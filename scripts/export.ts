import { existsSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { readSettings, settingError } from '../local/settings.ts'
import { claimDataDir } from '../local/single-instance.ts'
import { openInstance, restoredBeside, tellFault, usesOwnDatabase } from './backup/instance.ts'
import { tellJournals, verifyJournals } from './backup/verify-journals.ts'
import { writeExport } from './backup/write-export.ts'

/**
 * `npm run export -- --to <folder> [--county <id>] [--restored]`: the county's whole state as files
 * (docs/runbooks/restore.md). `--restored` reads the tables that were restored beside the county's own, `<table>-restored`.
 * Exit 0: written. 1: written, and a journal's chain is broken. 2: not written.
 */

const usage = 'Usage: npm run export -- --to <folder> [--county <id>] [--restored]'
const printLine = (line: string): void => void process.stdout.write(`${line}\n`)

interface Wanted {
  readonly to: string
  readonly county: string | undefined
  readonly isRestored: boolean
}

const readArguments = (): Wanted => {
  try {
    const { values } = parseArgs({
      options: { to: { type: 'string' }, county: { type: 'string' }, restored: { type: 'boolean' } },
    })
    if (values.to) return { to: path.resolve(values.to), county: values.county, isRestored: values.restored === true }
  } catch {
    // An option that there is not: told below.
  }
  throw settingError(usage)
}

const run = async (): Promise<0 | 1> => {
  const { to, county: wanted, isRestored } = readArguments()
  const { county, dataDir } = await readSettings({ ...process.env, ...(wanted !== undefined && { COUNTY: wanted }) })
  claimDataDir(dataDir)
  if (isRestored && usesOwnDatabase(process.env))
    throw settingError('Only tables at AWS_ENDPOINT_URL_DYNAMODB are restored beside.')
  if (usesOwnDatabase(process.env) && !existsSync(path.join(dataDir, 'database', 'database.sqlite')))
    throw settingError(`There is nothing to export in ${dataDir}. Set DATA_DIR to the folder that the product works in.`)

  const opened = await openInstance(county, dataDir, process.env)
  const instance = isRestored ? restoredBeside(opened) : opened
  try {
    const journals = await verifyJournals(instance)
    const { tables, messages, digest } = await writeExport(instance, to, () => new Date().toISOString())
    for (const { service, lines } of tables) printLine(`${service.padEnd(14)} ${lines} rows`)
    printLine(`${'queues'.padEnd(14)} ${messages.lines} messages`)
    for (const line of tellJournals(journals)) printLine(line)
    printLine(`Exported ${county.id} to ${to}. Digest of the whole: ${digest}`)
    return journals.broken.length === 0 ? 0 : 1
  } finally {
    await instance.close()
  }
}

try {
  process.exitCode = await run()
} catch (error) {
  process.stderr.write(`${tellFault(error)}\n`)
  process.exitCode = 2
}
