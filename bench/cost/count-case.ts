import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import * as z from 'zod'
import type { County } from '#counties/county.ts'
import { functionKinds } from '#lambda/declaration.ts'
import { akBrev } from '../../demo/ak-brev/case.ts'
import { createClient } from '../../demo/client.ts'
import { createDriver } from '../../demo/drive-case.ts'
import type { Driven } from '../../demo/drive-case.ts'
import { product, startSystem } from '../../local/system.ts'
import type { Contents } from '../../local/system.ts'
import { createCallCounter } from './count-calls.ts'
import type { Sends } from './count-calls.ts'
import type { WrittenPartition, WrittenRows } from './database-usage.ts'
import { decisionGateTransitions } from './state-transitions.ts'
import { add, nothing } from './tally.ts'
import type { Counted } from './tally.ts'

export interface CountedCase {
  readonly driven: Driven
  readonly counted: readonly Counted[]
  readonly written: readonly WrittenPartition[]
  readonly writtenRows: readonly WrittenRows[]
  readonly sends: Sends
}

const logFile = 'behovsflodet.log'
const quietLooks = 20
const lookMilliseconds = 50
const patienceMilliseconds = 60_000

/** The machine is still for a moment between two steps, so one quiet look does not do. */
const untilQuiet = async (isQuiet: () => boolean): Promise<void> => {
  const giveUpAt = Date.now() + patienceMilliseconds
  for (let looks = 0; looks < quietLooks; looks = isQuiet() ? looks + 1 : 0) {
    if (Date.now() > giveUpAt) throw new Error('the case has been driven, but its events do not come to rest')
    // oxlint-disable-next-line no-await-in-loop -- one look after the other
    await sleep(lookMilliseconds)
  }
}

const logLine = z.object({ service: z.string(), function: z.enum(functionKinds), schedule: z.string().optional() })

/** What the functions wrote to their logs; a line does not tell whether the caller was looking again. */
const countLogs = (file: string): Counted[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line) => {
      const read = line === '' ? undefined : logLine.safeParse(JSON.parse(line))
      if (!read?.success) return []
      const { service, function: kind, schedule } = read.data
      const logBytes = Buffer.byteLength(line) + 1
      return [{ service, kind, occasion: schedule === undefined ? 'case' : 'clock', tally: { ...nothing, logBytes } } as const]
    })

const merged = (all: readonly Counted[]): readonly Counted[] => {
  const merging = new Map<string, Counted>()
  for (const one of all) {
    const key = `${one.service}-${one.kind}-${one.occasion}`
    merging.set(key, { ...one, tally: add(merging.get(key)?.tally ?? nothing, one.tally) })
  }
  return [...merging.values()]
}

/** Everything goes over the API, so the console is not started. */
const withoutConsole: Contents = { ...product, createConsole: async () => () => async () => ({ statusCode: 404 }) }

/**
 * Starts the product once and lets it come to rest. What a version brings with it, such as the requirement library, is written
 * once: that is no case's doing, and no run of the clock that finds nothing to do.
 */
const installVersion = async (dataDir: string, county: County): Promise<void> => {
  const counter = createCallCounter(county.id, product.services, decisionGateTransitions())
  const system = await startSystem({ port: 0, dataDir, county }, counter.around(withoutConsole))
  try {
    await untilQuiet(counter.isQuiet)
  } finally {
    await system.stop()
  }
  rmSync(path.join(dataDir, logFile), { force: true })
}

/** Takes the demo's own case, the digital dosing letter, from idea to review on the embedded engines, and counts. */
export const countCase = async (county: County): Promise<CountedCase> => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'behovsflodet-cost-'))
  try {
    await installVersion(dataDir, county)
    const counter = createCallCounter(county.id, product.services, decisionGateTransitions())
    const system = await startSystem({ port: 0, dataDir, county }, counter.around(withoutConsole))
    let driven: Driven
    try {
      driven = await createDriver({ client: createClient(system.url), say: () => undefined }).drive(akBrev)
      await untilQuiet(counter.isQuiet)
    } finally {
      await system.stop()
    }
    return {
      driven,
      counted: merged([...counter.counted(), ...countLogs(path.join(dataDir, logFile))]),
      written: counter.written(),
      writtenRows: counter.writtenRows(),
      sends: counter.sends(),
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
}
