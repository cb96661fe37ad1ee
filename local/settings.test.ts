import { execFile } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { loadCounty, readSettings } from './settings.ts'
import { markRunning } from './single-instance.ts'
import { mayMount, mountDisk } from './testing/small-disk.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'behovsflodet-settings-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const isRoot = process.getuid?.() === 0

const refusal = async (environment: NodeJS.ProcessEnv): Promise<string> => {
  const error: unknown = await readSettings({ DATA_DIR: folder, ...environment }).catch((thrown: unknown) => thrown)
  if (!(error instanceof Error)) throw new Error('the settings were taken')
  expect(error.name).toBe('SettingError')
  expect(error.message).not.toContain('\n')
  return error.message
}

describe('what is set', () => {
  it('nothing at all is Kalmar on port 3000', async () => {
    expect(await readSettings({ DATA_DIR: folder })).toMatchObject({ port: 3_000, dataDir: folder, county: { id: 'kalmar' } })
    expect(await readSettings({ DATA_DIR: folder, PORT: '', COUNTY: '' })).toMatchObject({
      port: 3_000,
      county: { id: 'kalmar' },
    })
  })

  it('another county, another port, a folder that is not there yet', async () => {
    const dataDir = join(folder, 'new', 'data')
    expect(await readSettings({ DATA_DIR: dataDir, PORT: '8080', COUNTY: 'jonkoping' })).toMatchObject({
      port: 8_080,
      dataDir,
      county: { id: 'jonkoping' },
    })
    expect(readdirSync(dataDir)).toEqual([])
  })

  it('a folder is found from where the command was given', async () => {
    const { dataDir } = await readSettings({ DATA_DIR: join(folder, 'a', '..', 'b') })
    expect(dataDir).toBe(join(folder, 'b'))
  })
})

const unusable = (dataDir: string, sv: string, en: string): string =>
  `Datamappen ${dataDir} kan inte användas: ${sv}. Sätt DATA_DIR till en annan mapp. / ` +
  `The data folder ${dataDir} cannot be used: ${en}. Set DATA_DIR to another folder.`

describe('what cannot be used is told in one line that says what to do', () => {
  it.each(['abc', '-1', '65536', '80.5', '3000 3001', 'Infinity'])('PORT=%s', async (port) => {
    expect(await refusal({ PORT: port })).toBe(
      `PORT ska vara ett heltal från 0 till 65535, inte "${port}". / PORT must be a whole number from 0 to 65535, not "${port}".`,
    )
  })

  it.each(['uppsala', 'county', '../kalmar', 'Kalmar', 'county.test'])('COUNTY=%s', async (county) => {
    expect(await refusal({ COUNTY: county })).toBe(
      `Det finns ingen region "${county}". Sätt COUNTY till en av: jonkoping, kalmar. / ` +
        `There is no county "${county}". Set COUNTY to one of: jonkoping, kalmar.`,
    )
  })

  it('a folder that is a file', async () => {
    const file = join(folder, 'file')
    writeFileSync(file, '')
    expect(await refusal({ DATA_DIR: file })).toBe(unusable(file, 'det är en fil', 'it is a file'))
  })

  it('a folder under a file', async () => {
    writeFileSync(join(folder, 'file'), '')
    for (const dataDir of [join(folder, 'file', 'data'), join(folder, 'file', 'more', 'data')])
      expect(await refusal({ DATA_DIR: dataDir })).toBe(
        unusable(dataDir, 'en del av sökvägen är en fil', 'a part of the path is a file'),
      )
  })

  it.runIf(process.platform === 'linux')('a folder where nothing can be made', async () => {
    for (const dataDir of ['/proc/behovsflodet', '/proc/behovsflodet/data'])
      expect(await refusal({ DATA_DIR: dataDir })).toBe(
        unusable(dataDir, 'inga mappar eller filer kan skapas där', 'no folders or files can be made there'),
      )
  })

  it.skipIf(isRoot)('a folder that somebody else owns', async () => {
    chmodSync(folder, 0o500)
    expect(await refusal({})).toContain('you may not write there')
    chmodSync(folder, 0o700)
  })

  it.skipIf(!mayMount).each([
    ['size=32k', 'disken är full', 'the disk is full'],
    ['size=1m,ro', 'disken är skrivskyddad', 'the disk is read-only'],
  ])('a disk with %s', async (options, sv, en) => {
    const disk = mountDisk(options)
    if (!disk) throw new Error('it could be mounted before')
    try {
      expect(await refusal({ DATA_DIR: disk.folder })).toBe(unusable(disk.folder, sv, en))
      // Nothing of the trial is left on a disk that is full already.
      expect(readdirSync(disk.folder)).toEqual([])
    } finally {
      disk.unmount()
    }
  })
})

it('every county that there is can be loaded', async () => {
  for (const id of ['kalmar', 'jonkoping']) expect((await loadCounty(id)).id).toBe(id)
})

describe('npm start', () => {
  const start = (environment: NodeJS.ProcessEnv): Promise<{ code: number | null; output: string; errors: string }> =>
    new Promise((resolve) => {
      const script = fileURLToPath(new URL('./start.ts', import.meta.url))
      const child = execFile(
        process.execPath,
        [script],
        { env: { ...process.env, PORT: '0', DATA_DIR: folder, ...environment } },
        (_error, output, errors) => resolve({ code: child.exitCode, output, errors }),
      )
    })

  it('with a wrong setting ends with that one line, and has started nothing', async () => {
    expect(await start({ PORT: 'abc' })).toEqual({
      code: 1,
      output: '',
      errors:
        'PORT ska vara ett heltal från 0 till 65535, inte "abc". / PORT must be a whole number from 0 to 65535, not "abc".\n',
    })
    expect(readdirSync(folder)).toEqual([])
  })

  it('a second time on the same folder says where the first one is, and leaves it alone', async () => {
    markRunning(folder, 4_711)
    expect(await start({})).toEqual({
      code: 1,
      output: '',
      errors:
        `Behovsflödet körs redan på den här datamappen (process ${process.pid}, http://127.0.0.1:4711). Stoppa det, eller sätt DATA_DIR. / ` +
        `Behovsflödet already runs on this data folder (process ${process.pid}, http://127.0.0.1:4711). Stop it, or set DATA_DIR.\n`,
    })
    expect(existsSync(join(folder, 'running.json'))).toBe(true)
  })
})
