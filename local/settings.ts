import { accessSync, constants, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { County } from '#counties/county.ts'
import { countyIds, readCounty } from '../infra/deployment.ts'

/** Something that the person at the keyboard can put right; its message is one readable line. */
export const settingError = (message: string): Error => Object.assign(new Error(message), { name: 'SettingError' })

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
  throw settingError(`PORT must be a number from 0 to 65535, not "${value}".`)
}

export const loadCounty = async (id: string): Promise<County> => {
  const known = await countyIds()
  if (!known.includes(id)) throw settingError(`There is no county "${id}". Set COUNTY to one of: ${known.join(', ')}.`)
  const county = await readCounty(id)
  if (!county) throw settingError(`counties/${id}.ts must export a county named ${id} with that id.`)
  return county
}

/** A folder that can be written to, or one line that says why not. */
const prepareDataDir = (dataDir: string): void => {
  const probe = path.join(dataDir, '.probe')
  try {
    mkdirSync(dataDir, { recursive: true })
    accessSync(dataDir, constants.W_OK)
    try {
      writeFileSync(probe, 'x'.repeat(64 * 1_024))
    } finally {
      rmSync(probe, { force: true })
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
    const reasons: Record<string, string> = {
      ENOSPC: 'the disk is full',
      EROFS: 'the disk is read-only',
      EACCES: 'you may not write there',
      EPERM: 'you may not write there',
      ENOTDIR: 'a part of the path is a file',
      EEXIST: 'it is a file',
    }
    throw settingError(`The data folder ${dataDir} cannot be used: ${reasons[code] ?? code}. Set DATA_DIR to another folder.`)
  }
}

export const readSettings = async (environment: NodeJS.ProcessEnv): Promise<Settings> => {
  const county = await loadCounty(environment['COUNTY'] || 'kalmar')
  const dataDir = path.resolve(environment['DATA_DIR'] || path.join(root, '.data', county.id))
  prepareDataDir(dataDir)
  return { port: readPort(environment['PORT']), dataDir, county }
}
