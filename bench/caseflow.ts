import { parseArgs } from 'node:util'
import { startBells } from './caseflow/bells.ts'
import { measureIdle } from './caseflow/idle.ts'
import { measure } from './caseflow/measure.ts'
import type { Load, Measured } from './caseflow/measure.ts'
import { obtainPeers } from './caseflow/peers.ts'
import { printMeasured, printRatios } from './caseflow/print-results.ts'
import { isShape, shapeDefinitions } from './caseflow/shape.ts'
import type { Shape } from './caseflow/shape.ts'
import { product } from './caseflow/systems.ts'
import type { MeasuredSystem } from './caseflow/systems.ts'

const usage = `npm run bench:caseflow                      cases through the flow on the embedded engines, crash-safe
npm run bench:caseflow -- --peers           the same work on hand-written PostgreSQL and on Restate, and ratios
npm run bench:caseflow -- --idle            what the product costs while nothing happens
  --shapes case,flow,bare   what is carried through (default: flow; with --peers: case,bare)
  --cases 300               cases measured in each shape (default: as many as the shape needs)
  --concurrency 16          cases at a time
  --warmup 20               cases before those that are measured
  --patience 60             seconds to wait at most for an idle machine before each run
  --only <name>             one system of several`

const write = (line: string): void => void process.stdout.write(`${line}\n`)

const readArguments = () => {
  const { values } = parseArgs({
    options: {
      peers: { type: 'boolean', default: false },
      idle: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
      shapes: { type: 'string' },
      only: { type: 'string' },
      cases: { type: 'string' },
      concurrency: { type: 'string', default: '16' },
      warmup: { type: 'string' },
      patience: { type: 'string', default: '60' },
    },
  })
  const shapes = (values.shapes ?? (values.peers ? 'case,bare' : 'flow')).split(',')
  const unknown = shapes.find((shape) => !isShape(shape))
  if (unknown !== undefined)
    throw new Error(`There is no shape "${unknown}"; choose of ${Object.keys(shapeDefinitions).join(', ')}.`)
  for (const name of ['cases', 'concurrency', 'warmup', 'patience'] as const)
    if (values[name] !== undefined && !/^\d{1,6}$/.test(values[name])) throw new Error(`--${name} must be a whole number.`)
  return { ...values, shapes: shapes.filter(isShape) }
}

const loadOf = ({ cases, warmup, concurrency, patience }: ReturnType<typeof readArguments>, shape: Shape): Load => ({
  cases: Number(cases ?? shapeDefinitions[shape].cases),
  warmup: Number(warmup ?? shapeDefinitions[shape].warmup),
  concurrency: Number(concurrency),
  patienceSeconds: Number(patience),
})

/** @returns undefined when the system cannot be measured, which has then been said. */
const measureOne = async (system: MeasuredSystem, shape: Shape, load: Load): Promise<Measured | undefined> => {
  const bells = await startBells()
  try {
    const running = await system.start(shape, bells.url)
    try {
      const target = system.targetOf(running.url, shape)
      return await measure({ name: system.name, target, pid: running.pid }, shape, bells, load)
    } finally {
      await running.stop()
    }
  } catch (error) {
    write(`${system.name}, ${shape}: not measured. ${error instanceof Error ? error.message : String(error)}`)
    return undefined
  } finally {
    await bells.close()
  }
}

const run = async (): Promise<boolean> => {
  const settings = readArguments()
  if (settings.help) {
    write(usage)
    return true
  }
  if (settings.idle) return measureIdle(Number(settings.patience))

  const peers = settings.peers ? await obtainPeers(write) : []
  const systems = [product, ...peers].filter(({ name }) => settings.only === undefined || name === settings.only)
  if (systems.length === 0) throw new Error('There is no such system to measure, or it cannot be had here.')
  const results: Measured[] = []
  let isWhole = true
  for (const shape of settings.shapes) {
    const load = loadOf(settings, shape)
    write(`${shape}: ${shapeDefinitions[shape].summary}. ${load.cases} cases, ${load.concurrency} at a time.`)
    for (const system of systems) {
      const measured = await measureOne(system, shape, load)
      if (measured) results.push(measured)
      else isWhole = false
    }
  }
  write('')
  printMeasured(results)
  write('')
  printRatios(results, product.name, settings.shapes)
  return isWhole && results.every(({ checked }) => checked.faults.length === 0)
}

run().then(
  (isRight) => process.exit(isRight ? 0 : 1),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exit(2)
  },
)
