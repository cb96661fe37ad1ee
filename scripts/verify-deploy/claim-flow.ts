import { paginateListExecutions } from '@aws-sdk/client-sfn'
import * as z from 'zod'
import { phases } from '#contracts/words.ts'
import { akBrev } from '../../demo/ak-brev/case.ts'
import { createClient } from '../../demo/client.ts'
import type { Client } from '../../demo/client.ts'
import { createDriver } from '../../demo/drive-case.ts'
import type { Driven } from '../../demo/drive-case.ts'
import { read, until } from '../../demo/expect.ts'
import { caseOfficer } from '../../demo/personas.ts'
import { portfolioCaseView } from '../../services/insight/application/present-standing.ts'
import type { Claims } from './claims.ts'
import type { Live } from './live.ts'
import type { OpenIdServer } from './openid-server.ts'

/** That the demo's case comes through all phases of what is deployed, with its gates in the deployed state machine. */

/** The API as one person calls it. */
export type Ask = ReturnType<Client['as']>

export const deployedClient = (live: Live, openid: OpenIdServer): Client => createClient(live.apiUrl, openid.localUrl)

/** What insight answers about a journal. */
export const verification = z.object({ isIntact: z.boolean(), entries: z.int() })

const seenIf = (seen: number, isRight: boolean, found: unknown): { seen: number; failures: readonly string[] } => ({
  seen,
  failures: isRight ? [] : [JSON.stringify(found)],
})

/** Executions of the gate for a case, by their state. */
export const executionsOf = async (live: Live, caseId: string): Promise<readonly string[]> => {
  const { sfn: client, stateMachineArn } = live
  const found: string[] = []
  for await (const { executions = [] } of paginateListExecutions({ client }, { stateMachineArn }))
    for (const { name = '', status = '' } of executions) if (name.startsWith(caseId)) found.push(status)
  return found
}

/** @returns the case, or undefined when it did not come through. */
export const claimFlow = async (
  live: Live,
  openid: OpenIdServer,
  { claim }: Claims,
  say: (line: string) => void,
): Promise<Driven | undefined> => {
  const client = deployedClient(live, openid)
  const officer = client.as(caseOfficer)
  let driven: Driven | undefined
  await claim(`phases that the case "${akBrev.submission.title}" has come through, over HTTP`, async () => {
    driven = await createDriver({ client, say }).drive(akBrev)
    const passed = driven.gates.filter((gate) => gate.endsWith(' go'))
    return seenIf(passed.length, passed.length === phases.length && driven.status === 'closed', driven)
  })
  const done = driven
  if (!done) return undefined

  await claim('cases that insight shows as completed, with every gate behind them', async () => {
    const row = await until('insight to have heard of the end', async () => {
      const view = read(
        await officer({ method: 'GET', path: `/v1/insight/cases/${done.caseId}` }),
        portfolioCaseView,
        'read the case',
      )
      return view.status === 'completed' ? view : undefined
    })
    return seenIf(1, row.passedGates.length === done.gates.length, row.passedGates)
  })
  await claim('executions of the deployed state machine, one for each round of a gate, all succeeded', async () => {
    const states = await until('the executions to end', async () => {
      const found = await executionsOf(live, done.caseId)
      return found.includes('RUNNING') ? undefined : found
    })
    return seenIf(states.length, states.length === done.gates.length && states.every((state) => state === 'SUCCEEDED'), states)
  })
  await claim("entries of the case's journal, the chain intact", async () => {
    const path = `/v1/insight/cases/${done.caseId}/journal/verification`
    const { isIntact, entries } = read(await officer({ method: 'GET', path }), verification, 'verify the journal')
    return seenIf(entries, isIntact && entries > done.gates.length * 4, { isIntact, entries })
  })
  return done
}
