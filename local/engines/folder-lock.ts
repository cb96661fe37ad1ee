import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { oneLine } from '../one-line.ts'

/** An engine whose owner was killed needs a moment to be gone. */
const patienceMs = 2_000

/**
 * Makes this process the only one that works in the folder for as long as it lives. The lock is the operating system's,
 * so that it goes with the process, however that ends. Waits a little for an earlier process; throws when that stays.
 */
export const lockFolder = (folder: string, fileName: string): DatabaseSync => {
  const lock = new DatabaseSync(join(folder, fileName), { timeout: patienceMs })
  try {
    lock.exec('BEGIN EXCLUSIVE')
  } catch {
    throw new Error(oneLine({ sv: `en annan process arbetar i ${folder}`, en: `another process works in ${folder}` }))
  }
  return lock
}
