import {
  CreateStateMachineCommand,
  DeleteStateMachineCommand,
  DescribeStateMachineCommand,
  GetExecutionHistoryCommand,
  StartExecutionCommand,
  StopExecutionCommand,
} from '@aws-sdk/client-sfn'
import * as z from 'zod'
import type { DemoCase } from '../../demo/demo-case.ts'
import { createDriver } from '../../demo/drive-case.ts'
import type { Driven } from '../../demo/drive-case.ts'
import { read, until } from '../../demo/expect.ts'
import { caseOfficer } from '../../demo/personas.ts'
import { portfolio } from '../../demo/portfolio/cases.ts'
import { caseView } from '#phase/application/present-case.ts'
import { deployedClient, executionsOf } from './claim-flow.ts'
import type { Claims } from './claims.ts'
import type { Live } from './live.ts'
import type { OpenIdServer } from './openid-server.ts'

/** That a gate waits for a human, and that its wait has an end that leads on. */

const waitSeconds = 2
const waitingState = 'AwaitDecision'

const states = z.looseObject({ States: z.record(z.string(), z.record(z.string(), z.unknown())) })

/** The live definition with a wait of seconds in the place of working days. */
export const withShortWait = (definition: string): string => {
  const machine = states.parse(JSON.parse(definition))
  const { TimeoutSecondsPath: _, ...wait } = machine.States[waitingState] ?? {}
  return JSON.stringify({
    ...machine,
    States: { ...machine.States, [waitingState]: { ...wait, TimeoutSeconds: waitSeconds } },
  })
}

/** A case of the portfolio that nobody decides at BP1. */
const findUndecided = (): DemoCase => {
  const found = portfolio.find(({ phases }) => phases.ideas?.leaveUndecided)
  if (!found) throw new Error('no case of the portfolio waits at BP1')
  return found
}
export const undecided = findUndecided()

const statesEntered = async ({ sfn }: Live, executionArn: string): Promise<readonly string[]> => {
  const { events = [] } = await sfn.send(new GetExecutionHistoryCommand({ executionArn, maxResults: 1_000 }))
  return events.flatMap(({ stateEnteredEventDetails: entered }) => (entered?.name ? [entered.name] : []))
}

const isTimedOut = async ({ sfn }: Live, executionArn: string): Promise<boolean> => {
  const { events = [] } = await sfn.send(new GetExecutionHistoryCommand({ executionArn, maxResults: 1_000 }))
  // MiniStack tells a timeout as a failure by that name.
  return events.some(({ type, taskFailedEventDetails: failed }) => type === 'TaskTimedOut' || failed?.error === 'States.Timeout')
}

/** @returns the case that waits, and goes on waiting. */
export const claimGateWait = async (
  live: Live,
  openid: OpenIdServer,
  { claim }: Claims,
  say: (line: string) => void,
): Promise<Driven | undefined> => {
  const client = deployedClient(live, openid)
  let waiting: Driven | undefined
  await claim('executions that wait for a human', async () => {
    const driven = await createDriver({ client, say }).drive(undecided)
    waiting = driven
    const found = await until('the execution to wait', async () => {
      const running = await executionsOf(live, driven.caseId)
      return running.length > 0 ? running : undefined
    })
    return { seen: found.length, failures: found.filter((state) => state !== 'RUNNING') }
  })
  const driven = waiting
  if (!driven) return undefined

  await claim(`waits of the gate that end by themselves and lead to a reminder and a new wait`, async () => {
    const record = await client.as(caseOfficer)({ method: 'GET', path: `/v1/ideas/cases/${driven.caseId}` })
    const { pending } = read(record, caseView, 'read the case')
    if (!pending) throw new Error('the case does not wait for a decision')
    const deployed = await live.sfn.send(new DescribeStateMachineCommand({ stateMachineArn: live.stateMachineArn }))
    say(
      `  CreateStateMachine: a copy of the deployed gate that waits ${waitSeconds} s, since the deployed one waits for working days`,
    )
    const { stateMachineArn } = await live.sfn.send(
      new CreateStateMachineCommand({
        name: `${live.named.stateMachine}-short-wait`,
        definition: withShortWait(deployed.definition ?? ''),
        roleArn: deployed.roleArn,
      }),
    )
    const { executionArn = '' } = await live.sfn.send(
      new StartExecutionCommand({ stateMachineArn, input: JSON.stringify({ requestId: pending.requestId }) }),
    )
    try {
      const wanted = ['Open', waitingState, 'Remind', 'WhereAreWe', waitingState]
      const entered = await until('the wait to end', async () => {
        const seen = await statesEntered(live, executionArn)
        return seen.length >= wanted.length ? seen.slice(0, wanted.length) : undefined
      })
      const isRight = entered.join() === wanted.join()
      return {
        seen: 1,
        failures: [
          ...(isRight ? [] : [`went ${entered.join(', ')}`]),
          ...((await isTimedOut(live, executionArn)) ? [] : ['did not time out']),
        ],
      }
    } finally {
      await live.sfn.send(new StopExecutionCommand({ executionArn }))
      await live.sfn.send(new DeleteStateMachineCommand({ stateMachineArn }))
    }
  })
  return driven
}
