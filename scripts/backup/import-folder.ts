import { existsSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import type { Settings } from '../../local/settings.ts'
import { openInstance } from './instance.ts'
import type { Instance } from './instance.ts'
import { readExport } from './read-export.ts'
import { refuseUnlessEmpty, restoreRows } from './restore-rows.ts'
import type { Moment, Restored } from './restore-rows.ts'

const using = async <T>(instance: Instance, work: (instance: Instance) => Promise<T>): Promise<T> => {
  try {
    return await work(instance)
  } finally {
    await instance.close()
  }
}

/**
 * Lets what has been restored take its place. The database comes last and is one rename. Queues in which nothing waits
 * stay as they are; where messages do, a machine that dies between the two renames leaves them without their tables,
 * and the next import says so.
 */
const takePlace = (staging: string, dataDir: string, hasMessages: boolean): void => {
  const engines = (hasMessages ? ['queues', 'database'] : ['database']).filter((engine) => existsSync(path.join(staging, engine)))
  // An empty instance has no executions that anybody waits for; those of the export are started anew.
  for (const engine of ['state-machines', ...engines]) rmSync(path.join(dataDir, engine), { recursive: true, force: true })
  for (const engine of engines) renameSync(path.join(staging, engine), path.join(dataDir, engine))
}

/**
 * Restores an export into an instance that holds nothing. All of the export is verified before anything is written, and
 * the embedded engines are filled in a folder of their own until everything has been read back: an import that is cut
 * short there, by kill -9 too, leaves an empty instance.
 */
export const importFolder = async (
  folder: string,
  { county, dataDir }: Pick<Settings, 'county' | 'dataDir'>,
  environment: NodeJS.ProcessEnv,
  moment: Moment,
): Promise<Restored> => {
  const from = await readExport(folder, county.id)
  await using(await openInstance(county, dataDir, environment), refuseUnlessEmpty)

  const staging = path.join(dataDir, 'importing')
  // Left by an import that was killed.
  rmSync(staging, { recursive: true, force: true })
  try {
    const restored = await using(await openInstance(county, staging, environment), (instance) =>
      restoreRows(instance, from, moment),
    )
    takePlace(staging, dataDir, from.messages.length > 0)
    return restored
  } finally {
    rmSync(staging, { recursive: true, force: true })
  }
}
