import { verifyDeploy } from './verify-deploy/verify-deploy.ts'

/**
 * `npm run verify:deploy [-- --aws]`: deploys the real template of one county to an AWS-compatible endpoint, carries the
 * demo's case through it over HTTP, and claims what is live (docs/emulator.md). One line for each claim and a sum.
 * Exit 0: every claim holds. 1: a claim failed. 2: it could not be deployed.
 */

const stopping = new AbortController()
const stop = (): void => stopping.abort(Object.assign(new Error('Avbruten. / Interrupted.'), { name: 'SettingError' }))
process.once('SIGINT', stop)
process.once('SIGTERM', stop)

/** One line for what the person at the keyboard can put right, a stack for what only a developer can. */
const inWords = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error)
  return error.name === 'SettingError' || error.name === 'EngineError' ? error.message : (error.stack ?? error.message)
}

const say = (line: string): void => void process.stdout.write(`${line}\n`)
const exitCode = await verifyDeploy(process.argv.slice(2), process.env, { say, signal: stopping.signal }).then(
  (isRight) => (isRight ? 0 : 1),
  (error: unknown) => {
    process.stderr.write(`${inWords(error)}\n`)
    return 2
  },
)
// The connections of the clients would keep the process.
process.exit(exitCode)
