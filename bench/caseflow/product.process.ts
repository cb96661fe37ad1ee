import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import type { Runtime } from '#lambda/runtime.ts'
import { phases } from '#contracts/words.ts'
import type { FunctionKind } from '#lambda/declaration.ts'
import { createPhaseApi, createPhaseInbox, createPhaseTasks } from '#phase/lambda/functions.ts'
import type { PhaseDefinition } from '#phase/phase.ts'
import { loadCounty } from '../../local/settings.ts'
import { product, startSystem } from '../../local/system.ts'
import type { AnyFunction, Contents } from '../../local/system.ts'
import { create as createIdeasApi } from '../../services/ideas/lambda/api.ts'
import { create as createIdeasInbox } from '../../services/ideas/lambda/inbox.ts'
import { bareContents } from './bare/contents.ts'
import { emptyPhase } from './empty-phase.ts'
import { createRinger } from './ring.ts'
import { ringingContents } from './ringing-contents.ts'

/**
 * The embedded product, as `npm start` runs it but for the console, in a folder of its own that goes with it.
 * `--shape case`: the product itself. `flow`: its phases emptied. `bare`: the smallest flow on the same machinery.
 */

const { values } = parseArgs({ options: { shape: { type: 'string', default: 'case' }, bells: { type: 'string', default: '' } } })

const emptyPhases = new Map<string, PhaseDefinition>(phases.map((phase) => [phase, emptyPhase(phase)]))

const emptied: Contents = {
  ...product,
  services: product.services.filter(({ name }) => name !== 'benefits'),
  createFunction: async (service: string, kind: FunctionKind, runtime: Runtime) => {
    const phase = emptyPhases.get(service)
    if (!phase || kind === 'relay') return product.createFunction(service, kind, runtime)
    // The gateway, the poller and the clock call each with its own event, as they do in the product.
    if (service === 'ideas' && kind === 'api') return createIdeasApi(runtime, undefined, phase) as AnyFunction
    if (service === 'ideas' && kind === 'inbox') return createIdeasInbox(runtime, undefined, phase) as AnyFunction
    const makers = { api: createPhaseApi, inbox: createPhaseInbox, tasks: createPhaseTasks } as const
    return makers[kind](runtime, phase) as AnyFunction
  },
}

const ring = values.bells === '' ? () => undefined : createRinger(values.bells)
const contentsOf = (): Contents => {
  if (values.shape === 'bare') return bareContents(ring)
  const contents = values.shape === 'flow' ? emptied : product
  // Everything goes over the API. At rest the product runs whole.
  return values.bells === ''
    ? contents
    : ringingContents({ ...contents, createConsole: async () => () => async () => ({ statusCode: 404 }) }, ring)
}

const dataDir = mkdtempSync(path.join(tmpdir(), 'behovsflodet-bench-'))
const end = (): void => rmSync(dataDir, { recursive: true, force: true })
process.on('exit', end)
const system = await startSystem({ port: 0, dataDir, county: await loadCounty('kalmar') }, contentsOf())
// Ctrl-C reaches the driver too, whose end closes the channel; then things are stopped in their order.
process.on('SIGINT', () => undefined)
process.once('disconnect', () => {
  void system.stop().finally(() => process.exit(0))
})
void system.failed.then(({ message }) => {
  process.stderr.write(`${message}\n`)
  process.exit(1)
})
process.send?.({ url: system.url })
