import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import type { AnyEvent } from '#contracts/event.ts'
import { gateOf } from '#contracts/flow.ts'
import { phases } from '#contracts/words.ts'
import { caseView } from '#phase/application/present-case.ts'
import { akBrev } from '../../demo/ak-brev/case.ts'
import type { ApiRequest, Client } from '../../demo/client.ts'
import { createDriver } from '../../demo/drive-case.ts'
import type { Driven } from '../../demo/drive-case.ts'
import { benefitsRoutes } from '../../services/benefits/routes.ts'
import { receiptView } from '../../services/ideas/application/present-idea.ts'
import { portfolioCaseView } from '../../services/insight/application/present-standing.ts'
import { startFlowSystem, until } from './flow-system.ts'
import type { FlowSystem } from './flow-system.ts'
import { namesOf, readJournal, undeclared, verifyJournal } from './journal.ts'
import { comparingClient, sameStanding } from './same-standing.ts'
import type { Step } from './same-standing.ts'

/** The digital dosing letter, from an idea to a benefit that has come true, on the embedded engines and over HTTP. */

let system: FlowSystem
let driven: Driven
let receipt: string
let journal: AnyEvent[]
const steps: Step[] = []

const submitted = z.object({ receipt: z.string() })

/** The comparing client, which also keeps the receipt as the submitter would. */
const submittersClient = (client: Client): Client => ({
  as: (persona) => async (request: ApiRequest) => {
    const answer = await client.as(persona)(request)
    if (request.path === '/v1/ideas/submissions' && request.method === 'POST') receipt = submitted.parse(answer.body).receipt
    return answer
  },
})

beforeAll(async () => {
  system = await startFlowSystem()
  const client = submittersClient(comparingClient(system, steps))
  driven = await createDriver({ client, say: () => undefined }).drive(akBrev)
  await sameStanding(system, driven.caseId, 'the end')
  journal = await readJournal(system, driven.caseId)
}, 60_000)
afterAll(() => system.end(), 30_000)

describe('the digital dosing letter', () => {
  it('passes all seven gates, BP5 at the second attempt', () => {
    expect(driven.gates).toEqual([
      'BP1.1 go',
      'BP2.1 go',
      'BP3.1 go',
      'BP4.1 go',
      'BP5.1 revise',
      'BP5.2 go',
      'handover.1 go',
      'review.1 go',
    ])
    expect(driven.caseNumber).toMatch(/^KLM-\d{4}-0001$/)
  })

  it('stands as completed, with a day for the next follow-up, and every decision behind it', async () => {
    const { passedGates, ...row } = await system.read(portfolioCaseView, `/v1/insight/cases/${driven.caseId}`)
    expect(row).toMatchObject({
      phase: 'followup',
      status: 'completed',
      ball: { with: 'nobody' },
      nextFollowUpOn: expect.any(String),
    })
    expect(passedGates.map(({ gate, round, outcome }) => `${gate}.${round} ${outcome}`)).toEqual(driven.gates)
  })

  it('has its record in each phase, handed over with the part that the next ones need', async () => {
    for (const phase of phases) {
      const record = await system.read(caseView, `/v1/${phase}/cases/${driven.caseId}`)
      expect([phase, record.status]).toEqual([phase, phase === 'followup' ? 'closed' : 'handedOver'])
      expect(Object.keys(record.dossier)).toEqual(phases.slice(0, phases.indexOf(phase)))
      expect(record.criteria.filter(({ isMandatory, status }) => isMandatory && status !== 'met')).toEqual([])
    }
  })

  it('has four assessments, each frozen at its gate', async () => {
    const path = `/v1/benefits/cases/${driven.caseId}/assessments`
    const { assessments } = await system.read(benefitsRoutes.listAssessments.response.body, path)
    expect(assessments.map(({ kind, status }) => `${kind} ${status}`)).toEqual([
      'NV1 frozen',
      'NV2 frozen',
      'NV3 frozen',
      'NV4 frozen',
    ])
  })

  it('is told to whoever sent the idea in, by the receipt alone', async () => {
    const told = await until('the receipt to tell the end', async () => {
      const view = receiptView.parse((await system.ask(undefined, { method: 'GET', path: `/v1/ideas/receipts/${receipt}` })).body)
      return view.case?.status === 'completed' ? view : undefined
    })
    expect(told).toMatchObject({
      title: akBrev.submission.title,
      status: 'accepted',
      case: { caseNumber: driven.caseNumber, phase: 'followup' },
    })
  })

  it('was seen alike by insight and by its phase after every step', () => {
    const seen = new Set(steps.map(({ standing: { phase, status } }) => `${phase} ${status}`))
    for (const phase of phases) expect(seen).toContain(`${phase} inProgress`)
    const count = (end: string): number => steps.filter(({ after }) => after.endsWith(end)).length
    expect(count('/assignments')).toBe(7)
    for (const end of ['/decision-requests', '/decisions']) expect([end, count(end)]).toEqual([end, 8])
    expect(count('/answers')).toBeGreaterThan(0)
  })

  it('driven again adds nothing', async () => {
    const again = await createDriver({ client: system.client, say: () => undefined }).drive(akBrev)
    expect([again.caseId, again.gates]).toEqual([driven.caseId, driven.gates])
    expect(await verifyJournal(system, driven.caseId)).toMatchObject({ entries: journal.length })
  })
})

describe('its journal', () => {
  it('is whole and unbroken: each event once', async () => {
    expect(await verifyJournal(system, driven.caseId)).toMatchObject({ isIntact: true, entries: journal.length })
    expect(new Set(journal.map(({ id }) => id)).size).toBe(journal.length)
    expect(journal.every(({ subject }) => subject === driven.caseId)).toBe(true)
  })

  it('tells of each gate that it was asked, opened and decided, once for each attempt', () => {
    const attempts = [...phases.map((phase) => `${gateOf[phase]}-1`), 'BP5-2'].toSorted()
    for (const name of ['decision-requested', 'decision-opened', 'decision-made']) {
      const requests = journal
        .filter(({ type }) => type === `se.behovsflodet.${name}.v1`)
        .map(({ data }) => z.object({ requestId: z.string() }).parse(data).requestId)
      expect([name, requests.map((requestId) => requestId.slice(driven.caseId.length + 1)).toSorted()]).toEqual([name, attempts])
    }
  })

  it('holds every hand-over, and the end', () => {
    const names = namesOf(journal)
    const count = (wanted: string): number => names.filter((name) => name === wanted).length
    expect([count('case-handed-over'), count('case-received'), count('case-completed')]).toEqual([6, 7, 1])
    expect(names[0]).toBe('idea-submitted')
  })

  it('has no event that its source has not declared, and each as its definition says', () => {
    expect(undeclared(journal)).toEqual([])
    // The seven phases, the gates and the benefits.
    expect(new Set(journal.map(({ source }) => source)).size).toBe(9)
  })

  it('names somebody behind every event', () => {
    expect(journal.every(({ actor }) => actor.subject !== '' && actor.name !== '')).toBe(true)
    expect(journal.find(({ type }) => type.includes('idea-submitted'))?.actor.subject).toBe('anonymous')
  })
})
