import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { makeFolder, settingError } from '../../local/settings.ts'

const root = path.resolve(import.meta.dirname, '..', '..')
const requirements = path.join(import.meta.dirname, 'requirements.txt')
const installLimitMs = 300_000

const run = promisify(execFile)

const execute = async (program: string, args: readonly string[], told: { sv: string; en: string }): Promise<void> => {
  try {
    await run(program, args, { timeout: installLimitMs })
  } catch (error) {
    // execFile puts what the program wrote on the error.
    const { stderr = '', message } = error as { stderr?: string; message: string }
    const reason = stderr.trim().split('\n').at(-1) || message
    throw settingError({ sv: `${told.sv}: ${reason}`, en: `${told.en}: ${reason}` })
  }
}

/**
 * A Python of its own with exactly what requirements.txt names, made at the first run and kept in `.cache`.
 * Other requirements are another folder, and a folder that was not finished has no name yet.
 * @returns the path of its interpreter.
 */
export const ensurePython = async (): Promise<string> => {
  const digest = createHash('sha256').update(readFileSync(requirements)).digest('hex').slice(0, 12)
  const folder = path.join(root, '.cache', `emulator-${digest}`)
  const python = path.join(folder, 'bin', 'python')
  if (existsSync(python)) return python
  const making = `${folder}.making-${process.pid}`
  makeFolder(path.dirname(folder))
  try {
    await execute('python3', ['-m', 'venv', making], {
      sv: 'Python 3.10 eller senare med venv behövs för emulatorn',
      en: 'The emulator needs Python 3.10 or later with venv',
    })
    await execute(
      path.join(making, 'bin', 'python'),
      ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--requirement', requirements],
      { sv: 'Emulatorn kunde inte installeras', en: 'The emulator could not be installed' },
    )
    if (!existsSync(folder)) renameSync(making, folder)
  } finally {
    rmSync(making, { recursive: true, force: true })
  }
  return python
}
