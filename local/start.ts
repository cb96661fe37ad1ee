import { describeDiskFault, diskFaultCode } from './disk-fault.ts'
import { oneLine } from './one-line.ts'
import { readSettings } from './settings.ts'
import { claimDataDir, markRunning } from './single-instance.ts'
import { startSystem } from './system.ts'

/** `npm start`: the whole product on this machine, until Ctrl-C. */

const rolePages = [
  ['Invånare – skicka in en idé', 'Resident – submit an idea', '/ide'],
  ['Handläggare – ärenden', 'Case officer – cases', '/arenden'],
  ['Triage – inkomna idéer', 'Triage – submitted ideas', '/ideer'],
  ['Specialist – mina uppgifter', 'Specialist – my tasks', '/uppgifter'],
  ['Beslutsfattare – beslut', 'Decision maker – decisions', '/beslut'],
  ['Ledning – förmågekarta', 'Management – capability map', '/formagor'],
  ['Leverantör – marknad och forum', 'Supplier – market and forum', '/marknad'],
  ['Drift – köer och omkörning', 'Operations – queues and redrives', '/drift'],
] as const

const write = (line: string): void => void process.stdout.write(`${line}\n`)

/** One line for what the person at the keyboard can put right, a stack for what only a developer can. */
const inWords = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error)
  if (error.name === 'SettingError' || error.name === 'EngineError') return error.message
  if (diskFaultCode(error) === 'ENOSPC') {
    const { sv, en } = describeDiskFault(error)
    return oneLine({ sv: `Behovsflödet startade inte: ${sv}.`, en: `Behovsflödet did not start: ${en}.` })
  }
  return error.stack ?? error.message
}

const start = async (): Promise<void> => {
  const settings = await readSettings(process.env)
  const release = claimDataDir(settings.dataDir)
  const system = await startSystem(settings)
  markRunning(settings.dataDir, Number(new URL(system.url).port))

  write(`Behovsflödet, ${settings.county.name}`)
  write('')
  for (const [swedish, english, page] of rolePages) write(`  ${`${swedish} (${english})`.padEnd(62)} ${system.url}${page}`)
  write('')
  write(`  ${'API'.padEnd(62)} ${system.url}/v1   (npm run token -- --as handlaggare)`)
  if (system.mailboxUrl) write(`  ${'Utgående e-post (outgoing mail)'.padEnd(62)} ${system.mailboxUrl}`)
  write(`  ${'Data och logg (data and log)'.padEnd(62)} ${settings.dataDir}`)
  write('')
  write('Ctrl-C avslutar. Allt som har kvitterats ligger på disk. (Ctrl-C stops; all that was acknowledged is on disk.)')

  let isStopping = false
  const shutDown = async (exitCode: number): Promise<void> => {
    if (isStopping) return
    isStopping = true
    await system.stop()
    release()
    process.exit(exitCode)
  }
  process.on('SIGINT', () => void shutDown(0))
  process.on('SIGTERM', () => void shutDown(0))
  const failure = await system.failed
  process.stderr.write(`${failure.message}\n`)
  await shutDown(1)
}

start().catch((error: unknown) => {
  process.stderr.write(`${inWords(error)}\n`)
  process.exit(1)
})
