import { existsSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { readSettings, settingError } from '../../local/settings.ts'
import { claimDataDir } from '../../local/single-instance.ts'
import { createCommand } from './command.ts'
import { openInstance, restoredBeside, usesOwnDatabase } from './instance.ts'
import { tellJournals, verifyJournals } from './verify-journals.ts'
import { writeExport } from './write-export.ts'

const usage = 'Usage: npm run export -- --to <folder> [--county <id>] [--restored]'

interface Wanted {
  readonly to: string
  readonly county: string | undefined
  readonly isRestored: boolean
}

const readArguments = (args: readonly string[]): Wanted => {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { to: { type: 'string' }, county: { type: 'string' }, restored: { type: 'boolean' } },
    })
    if (values.to) return { to: path.resolve(values.to), county: values.county, isRestored: values.restored === true }
  } catch {
    // An option that there is not: told below.
  }
  throw settingError(usage)
}

/** The county's whole state as files. */
export const exportCommand = createCommand(async ({ args, environment, printLine }) => {
  const { to, county: wanted, isRestored } = readArguments(args)
  const { county, dataDir } = await readSettings({ ...environment, ...(wanted !== undefined && { COUNTY: wanted }) })
  claimDataDir(dataDir)
  if (isRestored && usesOwnDatabase(environment))
    throw settingError('Only tables at AWS_ENDPOINT_URL_DYNAMODB are restored beside.')
  if (usesOwnDatabase(environment) && !existsSync(path.join(dataDir, 'database', 'database.sqlite')))
    throw settingError(`There is nothing to export in ${dataDir}. Set DATA_DIR to the folder that the product works in.`)

  const opened = await openInstance(county, dataDir, environment)
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
})
