import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import * as z from 'zod'
import { kalmar } from '#counties/kalmar.ts'
import { gateOf } from '#contracts/flow.ts'
import { phases } from '#contracts/words.ts'
import { lambdaContext } from '#lambda/testing/lambda-context.ts'
import { akBrev } from '../../../demo/ak-brev/case.ts'
import { createClient } from '../../../demo/client.ts'
import type { Client } from '../../../demo/client.ts'
import type { DemoCase } from '../../../demo/demo-case.ts'
import { createDriver } from '../../../demo/drive-case.ts'
import { functionKey } from '../../../infra/county-functions.ts'
import { names } from '../../../infra/names.ts'
import { product, startSystem } from '../../../local/system.ts'
import type { AnyFunction, Contents } from '../../../local/system.ts'
import { services } from '../../../services/services.ts'
import { readyProduct } from '../../faults/simulator/product.ts'
import { serviceOfDeadLetters } from '../../faults/simulator/queues.ts'
import { runScenario } from '../../faults/simulator/run.ts'
import type { SeededBug } from '../../faults/simulator/world.ts'
import { askEverything } from './every-question.ts'
import type { Asked } from './every-question.ts'
import { knownOfMarket, recordMarket } from './record-market.ts'
import type { Recording } from './recording.ts'
import {
  closeEverywhere,
  fillCloudQueues,
  queuesToLookInto,
  redriveEverything,
  refuseEverywhere,
  setAsideEverywhere,
  watchingTheCloud,
} from './set-aside.ts'

const dayMilliseconds = 86_400_000
const daysPerRest = 2

/** The same case, but that it rests at each gate before it goes on. */
const restingEverywhere = (demo: DemoCase): DemoCase => ({
  ...demo,
  phases: Object.fromEntries(
    phases.flatMap((phase, index) => {
      const plan = demo.phases[phase]
      if (!plan) return []
      // The functions' clock has been moved on by every rest before this one, the driver's has not.
      const rest = { outcome: 'hold', reason: 'Väntar in budgeten.', restDays: index * daysPerRest + 1 } as const
      const { earlierRounds = [] } = plan
      return [
        [
          phase,
          {
            ...plan,
            rulings: [rest, ...plan.rulings],
            ...(earlierRounds[0] && { earlierRounds: [earlierRounds[0], ...earlierRounds] }),
          },
        ],
      ]
    }),
  ),
})

const submitted = z.object({ receipt: z.string() })

/** Reads the receipt that the submitter of the idea is given. */
const withReceipt = (client: Client, given: (receipt: string) => void): Client => ({
  as: (persona) => async (request) => {
    const answer = await client.as(persona)(request)
    const read = submitted.safeParse(answer.body)
    if (read.success) given(read.data.receipt)
    return answer
  },
})

/**
 * The market as the demo fills it; the demo's own case from idea to review on the embedded engines, with a rest at each gate
 * that the clock ends; then what no inbox can read and what each refuses, every question that can be asked, and a redrive of
 * all dead letters.
 */
export const recordDemo = async (recording: Recording): Promise<Asked> => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'behovsflodet-privileges-'))
  const functions = new Map<string, AnyFunction>()
  const recorded = recording.around(product)
  const contents: Contents = {
    ...recorded,
    // Its pages are never asked for: they call the API and nothing of AWS.
    createConsole: async () => () => async () => ({ statusCode: 404 }),
    createFunction: async (service, kind, runtime) => {
      const made = await recorded.createFunction(service, kind, watchingTheCloud(services, runtime))
      functions.set(functionKey({ service, kind }), made)
      return made
    },
  }
  let restedDays = 0
  const clock = (): string => new Date(Date.now() + restedDays * dayMilliseconds).toISOString()

  const call = async (of: { service: string; kind: string }, event: unknown): Promise<unknown> => {
    const found = functions.get(functionKey(of))
    if (!found) throw new Error(`no function ${functionKey(of)}`)
    return found(event, lambdaContext)
  }

  const runSchedules = async (): Promise<void> => {
    for (const { name, schedules } of services)
      // oxlint-disable-next-line no-await-in-loop -- as the clock would, one after the other
      for (const { name: schedule } of schedules) await call({ service: name, kind: 'tasks' }, { schedule })
  }

  try {
    const system = await startSystem({ port: 0, dataDir, county: kalmar }, contents, clock)
    try {
      let receipt = ''
      const client = withReceipt(createClient(system.url), (given) => {
        receipt = given
      })
      await recordMarket(client)
      const market = await knownOfMarket(client)
      const { drive } = createDriver({ client, say: () => undefined })
      const demo = restingEverywhere(akBrev)
      let driven = await drive(demo)
      for (; driven.status === 'onHold'; driven = await drive(demo)) {
        restedDays += daysPerRest
        // oxlint-disable-next-line no-await-in-loop -- the next gate comes after this rest
        await runSchedules()
      }
      if (driven.status !== 'closed')
        throw new Error(`the case has come to ${driven.gates.at(-1)} and stands there: ${driven.status}`)

      const callInbox = (service: string, event: unknown) => call({ service, kind: 'inbox' }, event)
      await setAsideEverywhere(services, callInbox)
      await refuseEverywhere(services, callInbox, client)
      await closeEverywhere((service, event) => call({ service, kind: 'relay' }, event))
      await fillCloudQueues(services, kalmar.id, system.awsClient('sqs'))

      const { caseId } = driven
      const known = (service: string): Readonly<Record<string, readonly string[]>> => {
        const phase = phases.find((one) => one === service) ?? 'ideas'
        return {
          ...market,
          caseId: [caseId],
          ideaId: [caseId],
          receipt: [receipt],
          section: Object.keys(akBrev.phases[phase]?.content.sections ?? {}).slice(0, 1),
          round: ['1'],
          requestId: [`${caseId}-${gateOf[phase]}-1`],
          kind: ['NV1'],
          queue: queuesToLookInto(services, kalmar.id),
          // None has been asked for yet: what is to run again must be looked at first.
          redriveId: [crypto.randomUUID()],
        }
      }
      const asked = await askEverything(client, { services, county: kalmar, known })
      await redriveEverything(services, kalmar.id, client)
      return asked
    } finally {
      await system.stop()
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
}

const { table, inbox, deadLetters, stateMachine } = names(kalmar.id)

/** In the simulator a table goes by its service's name, and so does a queue, and the machine by its own. */
const inCounty: Readonly<Record<string, (value: string) => string>> = {
  TableName: table,
  QueueUrl: (url) => {
    const queue = url.replace(/^.*\//, '')
    const service = serviceOfDeadLetters(queue)
    return service === undefined ? inbox(queue) : deadLetters(service)
  },
  stateMachineArn: (arn) => arn.replace(/[^:]*$/, stateMachine),
}

const asInCounty = (input: unknown): unknown =>
  typeof input !== 'object' || input === null
    ? input
    : Object.fromEntries(
        Object.entries(input).map(([name, value]: [string, unknown]) => {
          const rename = inCounty[name]
          if (rename && typeof value === 'string') return [name, rename(value)]
          if (name !== 'TransactItems' || !Array.isArray(value)) return [name, value]
          // Of an element only the kind and the table matter here.
          return [
            name,
            value.map((element: object) =>
              Object.fromEntries(Object.entries(element).map(([kind, of]) => [kind, asInCounty(of)])),
            ),
          ]
        }),
      )

/**
 * Counties under faults: crashes, throttling, answers that are lost, messages that come twice and too late, cases that
 * rest and are woken by the clock, requests that nobody decides.
 */
export const recordFaults = async (recording: Recording, { runs, seed }: { runs: number; seed: number }): Promise<void> => {
  const ready = await readyProduct()
  const recorder: SeededBug = {
    name: 'none: only the calls are noted',
    aroundCall: (send, functionKey) => {
      const [service = '', kind = ''] = functionKey.split('-')
      return (call) => {
        recording.note({ service, kind }, call.service, { operation: call.operation, input: asInCounty(call.input) })
        return send(call)
      }
    },
  }
  for (let run = 0; run < runs; run += 1) {
    // oxlint-disable-next-line no-await-in-loop -- the runs share the functions
    const { violations } = await runScenario(ready, { kind: 'random', seed: seed + run }, recorder)
    if (violations[0] !== undefined) throw new Error(`seed ${seed + run} does not come out right: ${violations[0]}`)
  }
}
