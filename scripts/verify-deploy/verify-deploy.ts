import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setWhatIsDropped } from './after-deploy.ts'
import { claimAccess } from './claim-access.ts'
import { claimConfiguration } from './claim-configuration.ts'
import { claimFlow } from './claim-flow.ts'
import { claimGateWait, undecided } from './claim-gate-wait.ts'
import { claimMail } from './claim-mail.ts'
import { claimMessages } from './claim-messages.ts'
import { claimNewAccount, claimRestore } from './claim-restore.ts'
import { claimSchedules } from './claim-schedules.ts'
import { prepareTimeToLive } from './claim-time-to-live.ts'
import { createClaims, holds, tellSum } from './claims.ts'
import type { Claims } from './claims.ts'
import { deploy } from './deploy.ts'
import type { DeployParts } from './deploy.ts'
import { openEndpoint } from './endpoint.ts'
import type { Endpoint } from './endpoint.ts'
import type { Live } from './live.ts'
import { startOpenIdServer } from './openid-server.ts'
import type { OpenIdServer } from './openid-server.ts'
import { readVerifySettings } from './settings.ts'
import type { Target } from './settings.ts'

/** What is told, and what ends everything. */
export interface VerifyCalls {
  readonly say: (line: string) => void
  readonly signal: AbortSignal
}

/** One run: what it has made, and what it has started and must end. */
interface Run extends DeployParts {
  readonly openid: OpenIdServer
  /** A new folder of the run's own. */
  readonly makeFolder: (name: string) => string
  /** Opens an endpoint that is closed when the run ends. */
  readonly open: (target: Target, name: string) => Promise<Endpoint>
}

const deployAndSet = async (run: Run, endpoint: Endpoint, name: string): Promise<Live> => {
  const live = await deploy(run, endpoint, run.makeFolder(name))
  if (endpoint.isEmulator) for (const line of await setWhatIsDropped(live)) run.say(`  set after deploy: ${line}`)
  return live
}

const makeClaims = async (run: Run, live: Live, claims: Claims): Promise<void> => {
  const { openid, say, signal } = run
  const { isEmulator } = live.endpoint
  const claimTimeToLive = isEmulator ? await prepareTimeToLive(live) : undefined
  await claimConfiguration(live, claims)
  await claimAccess(live, openid, claims)
  await claimSchedules(live, claims)
  if (isEmulator) await claimMail(live, openid, claims, say)
  const completed = await claimFlow(live, openid, claims, say)
  const waiting = await claimGateWait(live, openid, claims, say)
  await claimMessages(live, openid, claims, say)
  await claimTimeToLive?.(claims)
  const cases = [
    ...(completed ? [{ driven: completed, status: 'completed' }] : []),
    ...(waiting ? [{ driven: waiting, status: 'awaitingDecision' }] : []),
  ]
  const restore = { folder: run.makeFolder('restore'), cases, waiting: undecided, signal }
  await claimRestore(live, claims, restore)
  // Nobody but an emulator gives accounts away.
  if (!isEmulator) return
  say('  Deploys the county anew, to an emulator with nothing in it')
  // Two with all their functions would be large.
  await live.endpoint.process?.stop()
  const anew = await deployAndSet({ ...run, say: () => undefined }, await run.open({ kind: 'emulator' }, 'anew'), 'deployed-anew')
  await claimNewAccount(anew, openid, claims, restore)
}

/** Rejects as soon as the run is given up, whatever is under way then. */
const whenGivenUp = (signal: AbortSignal): Promise<never> => {
  const givenUp = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true }) // whoever aborts gives an error
  })
  // Nobody may be waiting for it when it comes.
  givenUp.catch(() => undefined)
  return givenUp
}

/**
 * Deploys a county, and claims what is live. Everything that the run has started is ended with it; its folder is kept for
 * whoever looks for the reason when something failed.
 * @returns whether every claim holds. Rejects with one line when there is nothing to claim about.
 */
export const verifyDeploy = async (
  args: readonly string[],
  caller: NodeJS.ProcessEnv,
  { say, signal }: VerifyCalls,
): Promise<boolean> => {
  const startedAt = performance.now()
  const seconds = (): string => `${Math.round((performance.now() - startedAt) / 1_000)} s`
  const settings = await readVerifySettings(args, caller)
  const folder = mkdtempSync(path.join(tmpdir(), 'behovsflodet-deploy-'))
  const makeFolder = (name: string): string => {
    const made = path.join(folder, name)
    mkdirSync(made)
    return made
  }
  const stops: (() => Promise<void>)[] = []
  // What was written tells why something failed, once there is something that could.
  const written = { isOfUse: false }

  const open: Run['open'] = async (target, name) => {
    const endpoint = await openEndpoint(target, settings.region, makeFolder(name), caller)
    if (endpoint.process) stops.push(endpoint.process.stop)
    return endpoint
  }
  const work = async (): Promise<boolean> => {
    const endpoint = await open(settings.target, 'endpoint')
    const openid = await startOpenIdServer(settings.county, makeFolder('openid'), settings.openid)
    stops.push(openid.stop)
    say(`Deploys ${settings.county.name} to ${endpoint.url ?? 'AWS'}`)
    const run: Run = { settings, issuer: openid.issuer, signal, say, openid, makeFolder, open }
    written.isOfUse = true
    const live = await deployAndSet(run, endpoint, 'deployed')
    say(`  deployed after ${seconds()}`)
    const claims = createClaims(say)
    await makeClaims(run, live, claims)
    const isRight = claims.all().every(holds)
    written.isOfUse = !isRight
    if (!isRight) say(`What was written on the way is in ${folder}`)
    say(`${tellSum(claims.all())} (${seconds()})`)
    return isRight
  }
  try {
    return await Promise.race([work(), whenGivenUp(signal)])
  } finally {
    for (const stop of stops.toReversed()) await stop()
    if (!written.isOfUse || signal.aborted) rmSync(folder, { recursive: true, force: true })
  }
}
