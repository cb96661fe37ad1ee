import { accessSync, constants, existsSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Text } from '#contracts/language.ts'
import type { County } from '#counties/county.ts'
import { countyIds, readCounty } from '../infra/deployment.ts'
import { describeDiskFault } from './disk-fault.ts'
import { oneLine } from './one-line.ts'

/** Something that the person at the keyboard can put right; its message is one readable line. */
export const settingError = (message: string | Text): Error =>
  Object.assign(new Error(typeof message === 'string' ? message : oneLine(message)), { name: 'SettingError' })

export interface Settings {
  readonly port: number
  readonly dataDir: string
  readonly county: County
}

const root = path.resolve(import.meta.dirname, '..')
const defaultPort = 3_000

const readPort = (value: string | undefined): number => {
  const port = value === undefined || value === '' ? defaultPort : Number(value)
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port
  throw settingError({
    sv: `PORT ska vara ett heltal från 0 till 65535, inte "${value}".`,
    en: `PORT must be a whole number from 0 to 65535, not "${value}".`,
  })
}

export const loadCounty = async (id: string): Promise<County> => {
  const known = await countyIds()
  if (!known.includes(id))
    throw settingError({
      sv: `Det finns ingen region "${id}". Sätt COUNTY till en av: ${known.join(', ')}.`,
      en: `There is no county "${id}". Set COUNTY to one of: ${known.join(', ')}.`,
    })
  const county = await readCounty(id)
  if (!county)
    throw settingError({
      sv: `counties/${id}.ts ska exportera en region som heter ${id} och har det id:t.`,
      en: `counties/${id}.ts must export a county named ${id} with that id.`,
    })
  return county
}

/** Makes a folder and those above it, one by one: Node's own recursion never ends where nothing can be made (/proc). */
export const makeFolder = (folder: string): void => {
  const found = statSync(folder, { throwIfNoEntry: false })
  if (found?.isDirectory()) return
  const parent = path.dirname(folder)
  if (!found && !existsSync(parent)) makeFolder(parent)
  mkdirSync(folder)
}

/** A folder that can be written to, or one line that says why not. */
const prepareDataDir = (dataDir: string): void => {
  const probe = path.join(dataDir, '.probe')
  try {
    makeFolder(dataDir)
    accessSync(dataDir, constants.W_OK)
    try {
      writeFileSync(probe, 'x'.repeat(64 * 1_024))
    } finally {
      rmSync(probe, { force: true })
    }
  } catch (error) {
    const { sv, en } = describeDiskFault(error)
    throw settingError({
      sv: `Datamappen ${dataDir} kan inte användas: ${sv}. Sätt DATA_DIR till en annan mapp.`,
      en: `The data folder ${dataDir} cannot be used: ${en}. Set DATA_DIR to another folder.`,
    })
  }
}

export const readSettings = async (environment: NodeJS.ProcessEnv): Promise<Settings> => {
  const county = await loadCounty(environment['COUNTY'] || 'kalmar')
  const dataDir = path.resolve(environment['DATA_DIR'] || path.join(root, '.data', county.id))
  prepareDataDir(dataDir)
  return { port: readPort(environment['PORT']), dataDir, county }
}
