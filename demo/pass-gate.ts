import { addDays, dayOf } from '#calendar/working-days.ts'
import type { Ruling } from '#contracts/decision.ts'
import { assessmentOf } from '#contracts/flow.ts'
import { unmetMandatory } from '#contracts/go.ts'
import type { Phase } from '#contracts/words.ts'
import { requestView } from '../services/gates/application/present-request.ts'
import type { Client } from './client.ts'
import type { DemoCase, DemoRuling } from './demo-case.ts'
import { expectStatus, read, until } from './expect.ts'
import { carrierOf, deciders } from './personas.ts'
import type { RecordWriter } from './write-record.ts'

const toRuling = (ruling: DemoRuling): Ruling => {
  const today = dayOf(new Date().toISOString())
  switch (ruling.outcome) {
    case 'hold':
      return { outcome: 'hold', reason: ruling.reason, wakeOn: addDays(today, ruling.restDays) }
    case 'revise':
      return { outcome: 'revise', reason: ruling.reason, missing: [...ruling.missing] }
    case 'go':
    case 'stop':
      return ruling
  }
}

/** Asks for the decision, and makes it as whoever the delegation order lets. */
export const createGatePasser = (client: Client, { readCase }: RecordWriter) => {
  const waitUntilReady = async (phase: Phase, caseId: string, demo: DemoCase, isGoMeant: boolean): Promise<void> => {
    const kind = assessmentOf[phase]
    const isAssessed = kind !== undefined && demo.benefits.assessments[kind] !== undefined
    if (!isGoMeant && !isAssessed) return
    // The phase hears of a complete assessment a moment after benefits has said so.
    await until(`${phase} to be ready for a decision`, async () => {
      const record = await readCase(phase, caseId)
      if (isAssessed && !record.assessment) return undefined
      const unmet = isGoMeant ? unmetMandatory(record.criteria) : []
      if (unmet.length === 0) return true
      throw new Error(`${phase} cannot go on: ${unmet.map(({ id, because }) => `${id} (${because.sv})`).join('; ')}`)
    })
  }

  const request = (phase: Phase, caseId: string): Promise<true> =>
    until('a requested decision', async () => {
      const { status, version } = await readCase(phase, caseId)
      if (status !== 'inProgress') return true
      const path = `/v1/${phase}/cases/${caseId}/decision-requests`
      const answer = await client.as(carrierOf(phase))({ method: 'POST', path, ifMatch: `"${version}"` })
      expectStatus(answer, 'request the decision', 202, 409, 412)
      return undefined
    })

  /** @returns the name of who decided. */
  const decide = (requestId: string, ruling: DemoRuling): Promise<string> =>
    until(`a decision on ${requestId}`, async () => {
      const path = `/v1/gates/decision-requests/${requestId}`
      for (const decider of deciders.map((persona) => client.as(persona))) {
        // oxlint-disable-next-line no-await-in-loop -- the first one with the right to it decides
        const seen = await decider({ method: 'GET', path })
        if (seen.status === 404) return undefined
        const { digest, mayDecide, decision } = read(seen, requestView, 'read the decision request')
        if (decision) return decision.decidedBy.name
        if (!mayDecide) continue
        // oxlint-disable-next-line no-await-in-loop -- as above
        const answer = await decider({
          method: 'POST',
          path: `${path}/decisions`,
          body: { ruling: toRuling(ruling), evidenceDigest: digest, hasConflictOfInterest: false },
          idempotencyKey: `demo-${requestId}`,
        })
        expectStatus(answer, `decide ${requestId}`, 202, 409)
      }
      return undefined
    })

  return { waitUntilReady, request, decide }
}
