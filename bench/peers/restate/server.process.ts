import { parseArgs } from 'node:util'
import * as restate from '@restatedev/restate-sdk'
import { createRinger } from '../../caseflow/ring.ts'
import { phases } from '../phase-names.ts'
import { createBareObject } from './bare-object.ts'
import { benefits } from './benefits-object.ts'
import { createGateWorkflow } from './gate-workflow.ts'
import { caseNumbers, createIdeasObject } from './ideas-object.ts'
import { journal } from './journal.ts'
import { createPhaseHandlers, phaseOptions } from './phase-object.ts'
import { startRestateServer } from './restate-server.ts'

/** The flow on Restate: seven virtual objects, gate workflows, benefits and journal in one Node process beside its server. */

const { values } = parseArgs({ options: { bells: { type: 'string', default: '' } } })
const ring = createRinger(values.bells)

const server = await startRestateServer()
const port = await restate.serve({
  port: 0,
  // Refusals are part of the work; what really fails is told by the answer that the driver gets.
  logger: () => undefined,
  services: [
    createIdeasObject(ring),
    ...phases
      .filter((phase) => phase !== 'ideas')
      .map((phase) => restate.object({ name: phase, options: phaseOptions, handlers: createPhaseHandlers(phase, ring) })),
    createGateWorkflow(ring),
    benefits,
    journal,
    caseNumbers,
    ...phases.map((phase) => createBareObject(phase, ring)),
  ],
})
await server.register(`http://127.0.0.1:${port}`)
process.send?.({ url: server.ingressUrl })

// Ctrl-C reaches the driver too, whose end closes the channel; then things are stopped in their order.
process.on('SIGINT', () => undefined)
process.once('disconnect', () => {
  void server.stop().finally(() => process.exit(0))
})
