import { setTimeout as sleep } from 'node:timers/promises'
import { addDays, dayOf } from '#calendar/working-days.ts'
import type { Ruling } from '#contracts/decision.ts'
import { assessmentOf } from '#contracts/flow.ts'
import { gateNames, outcomeNames, phaseNames, phases } from '#contracts/words.ts'
import type { Phase } from '#contracts/words.ts'
import type { ApiAnswer, ApiRequest, Client } from './client.ts'
import type { DemoCase, DemoPhase, DemoRuling, DemoTriage } from './demo-case.ts'
import { answererOf, caseOfficer, carrierOf, deciders, writerOf } from './personas.ts'

/**
 * Drives a case by looking where it is and doing what comes next, so that it can be stopped anywhere - or the
 * product killed under it - and go on. What is already done is not done again.
 */

export interface Driver {
  readonly client: Client
  readonly say: (line: string) => void
}

export interface Driven {
  readonly caseId: string
  readonly caseNumber: string
  readonly gates: readonly string[]
  readonly status: string
}

const ideaStatuses = ['submitted', 'accepted', 'merged', 'answered'] as const
type IdeaStatus = (typeof ideaStatuses)[number]

interface FoundIdea {
  readonly ideaId: string
  readonly status: IdeaStatus
}

const pollMilliseconds = 100
const patienceMilliseconds = 120_000

const until = async <T>(what: string, look: () => Promise<T | undefined>): Promise<T> => {
  const giveUpAt = Date.now() + patienceMilliseconds
  for (;;) {
    const seen = await look()
    if (seen !== undefined) return seen
    if (Date.now() > giveUpAt) throw new Error(`Waited in vain for ${what}.`)
    await sleep(pollMilliseconds)
  }
}

const expectStatus = (answer: ApiAnswer, what: string, ...allowed: number[]): ApiAnswer => {
  if (allowed.includes(answer.status)) return answer
  throw new Error(`${what}: ${answer.status} ${JSON.stringify(answer.body?.errors ?? answer.body)}`)
}

const equal = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

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

export const createDriver = ({ client, say }: Driver) => {
  const as = (persona: string | undefined, request: ApiRequest): Promise<ApiAnswer> => client.as(persona)(request)

  const findIdea = async (wanted: string, ...statuses: readonly IdeaStatus[]): Promise<FoundIdea | undefined> => {
    for (const status of statuses) {
      const path = `/v1/ideas/submissions?status=${status}&limit=100`
      const page = expectStatus(await as(caseOfficer, { method: 'GET', path }), 'list ideas', 200)
      const found: FoundIdea | undefined = page.body.submissions.find(({ title }: { title: string }) => title === wanted)
      if (found) return found
    }
    return undefined
  }

  const send = async ({ key, submission }: DemoCase): Promise<FoundIdea> => {
    const sent = await as(undefined, { method: 'POST', path: '/v1/ideas/submissions', body: submission, idempotencyKey: `demo-${key}-submit` })
    say(`  Idén är inskickad: ${submission.title}`)
    return { status: 'submitted', ideaId: expectStatus(sent, 'submit the idea', 201).body.ideaId }
  }

  const submit = async (demo: DemoCase): Promise<string> => {
    const idea = (await findIdea(demo.submission.title, 'accepted', 'submitted')) ?? (await send(demo))
    if (idea.status === 'accepted') return idea.ideaId
    const answer = await as(caseOfficer, {
      method: 'POST',
      path: `/v1/ideas/submissions/${idea.ideaId}/acceptances`,
      body: { organisation: demo.submission.organisation },
      idempotencyKey: `demo-${demo.key}-accept-${idea.ideaId}`,
    })
    expectStatus(answer, 'accept the idea', 201, 409)
    return idea.ideaId
  }

  /** The request that triages the idea as told. */
  const triageRequest = async (triage: Exclude<DemoTriage, 'leave'>): Promise<{ readonly noun: string; readonly body: unknown }> => {
    if ('answer' in triage) return { noun: 'answers', body: triage }
    const target = await findIdea(triage.mergeInto, 'accepted', 'submitted')
    if (!target) throw new Error(`There is no idea ${triage.mergeInto} to merge into.`)
    return { noun: 'merges', body: { into: target.ideaId, reason: triage.reason } }
  }

  /** An idea that becomes no case. */
  const triageIdea = async (demo: DemoCase, triage: DemoTriage): Promise<FoundIdea> => {
    const idea = (await findIdea(demo.submission.title, ...ideaStatuses)) ?? (await send(demo))
    if (triage === 'leave' || idea.status !== 'submitted') return idea
    const { noun, body } = await triageRequest(triage)
    const path = `/v1/ideas/submissions/${idea.ideaId}/${noun}`
    const answer = await as(caseOfficer, { method: 'POST', path, body, idempotencyKey: `demo-${demo.key}-${noun}-${idea.ideaId}` })
    expectStatus(answer, `triage the idea by ${noun}`, 201, 409)
    return { ...idea, status: noun === 'answers' ? 'answered' : 'merged' }
  }

  const readCase = async (phase: Phase, caseId: string): Promise<ApiAnswer['body'] | undefined> => {
    const answer = expectStatus(await as(carrierOf(phase), { method: 'GET', path: `/v1/${phase}/cases/${caseId}` }), 'read the case', 200, 404)
    return answer.status === 200 ? answer.body : undefined
  }

  const describe = async (phase: Phase): Promise<ApiAnswer['body']> =>
    expectStatus(await as(caseOfficer, { method: 'GET', path: `/v1/${phase}/description` }), 'describe the phase', 200).body

  const writeSections = async (phase: Phase, caseId: string, contents: Readonly<Record<string, unknown>>, isAfterDecision: boolean): Promise<void> => {
    const { sections } = await describe(phase)
    for (const section of sections.filter((candidate: { isAfterDecision: boolean }) => candidate.isAfterDecision === isAfterDecision)) {
      const content = contents[section.key]
      if (content === undefined) continue
      const path = `/v1/${phase}/cases/${caseId}/sections/${section.key}`
      const writer = writerOf(phase, section)
      await until(`${section.key} to be saved`, async () => {
        const current = expectStatus(await as(writer, { method: 'GET', path }), `read ${section.key}`, 200)
        if (current.body.status === 'complete' && equal(sorted(current.body.content), sorted(content))) return true
        const saved = await as(writer, { method: 'PUT', path, body: { status: 'complete', content }, ifMatch: current.etag })
        // 412: our own save, whose answer was lost, or somebody else's; the next look tells.
        expectStatus(saved, `save ${section.key}`, 200, 412)
        return saved.status === 200 ? true : undefined
      })
    }
  }

  const getOpinions = async (phase: Phase, caseId: string, { content }: DemoPhase, key: string): Promise<void> => {
    for (const { unit, question, answer, comment } of content.opinions) {
      const path = `/v1/${phase}/cases/${caseId}/opinions`
      const record = await readCase(phase, caseId)
      let asked = record.opinions.find((opinion: { unit: string; question: string }) => opinion.unit === unit && opinion.question === question)
      if (!asked) {
        const answered = await as(carrierOf(phase), { method: 'POST', path, body: { unit, question }, idempotencyKey: `demo-${key}-${phase}-ask-${unit}-${caseId}` })
        asked = expectStatus(answered, `ask ${unit}`, 201).body.opinions.find((opinion: { unit: string }) => opinion.unit === unit)
      }
      if (asked.answer) continue
      const given = await as(answererOf[unit], {
        method: 'POST',
        path: `${path}/${asked.id}/answers`,
        body: { answer, comment },
        idempotencyKey: `demo-${key}-${phase}-answer-${asked.id}`,
      })
      expectStatus(given, `opinion of ${unit}`, 201, 409)
    }
  }

  const askForOpinions = async (phase: Phase, caseId: string, { openOpinions = [] }: DemoPhase, key: string): Promise<void> => {
    if (openOpinions.length === 0) return
    const { opinions } = await readCase(phase, caseId)
    const path = `/v1/${phase}/cases/${caseId}/opinions`
    for (const { unit, question } of openOpinions) {
      if (opinions.some((opinion: { unit: string; question: string }) => opinion.unit === unit && opinion.question === question)) continue
      const asked = await as(carrierOf(phase), { method: 'POST', path, body: { unit, question }, idempotencyKey: `demo-${key}-${phase}-ask-${unit}-${caseId}` })
      expectStatus(asked, `ask ${unit}`, 201)
    }
  }

  const measure = async (caseId: string, demo: DemoCase): Promise<void> => {
    const path = `/v1/benefits/cases/${caseId}/measurements`
    const { measurements } = expectStatus(await as(caseOfficer, { method: 'GET', path }), 'read measurements', 200).body
    for (const measurement of demo.benefits.measurements) {
      const isThere = measurements.some(
        (known: { lineId: string; measuredOn: string }) => known.lineId === measurement.lineId && known.measuredOn === measurement.measuredOn,
      )
      if (isThere) continue
      const idempotencyKey = `demo-${demo.key}-measure-${measurement.lineId}-${measurement.measuredOn}`
      expectStatus(await as(caseOfficer, { method: 'POST', path, body: measurement, idempotencyKey }), 'record a measurement', 201)
    }
  }

  const assess = async (phase: Phase, caseId: string, demo: DemoCase): Promise<void> => {
    const kind = assessmentOf[phase]
    if (kind === 'NV4') await measure(caseId, demo)
    const wanted = kind && demo.benefits.assessments[kind]
    if (!wanted) return
    const path = `/v1/benefits/cases/${caseId}/assessments/${kind}`
    await until(`${kind} to be complete`, async () => {
      const current = await as(caseOfficer, { method: 'GET', path })
      // benefits hears of a case, and of the phase it is in, a moment after the phase itself.
      if (current.status === 404) return undefined
      expectStatus(current, `read ${kind}`, 200)
      const { status } = current.body
      if (status === 'complete' || status === 'frozen') return true
      if (status === 'empty' || current.body.lines.length === 0 || current.body.summary !== wanted.summary)
        expectStatus(await as(caseOfficer, { method: 'PUT', path, body: wanted, ifMatch: current.etag }), `save ${kind}`, 200, 409, 412)
      else
        expectStatus(await as(caseOfficer, { method: 'POST', path: `${path}/completions`, ifMatch: current.etag }), `complete ${kind}`, 200, 409, 412)
      return undefined
    })
  }

  const requestDecision = async (phase: Phase, caseId: string): Promise<void> => {
    await until('a requested decision', async () => {
      const record = await readCase(phase, caseId)
      if (record.status !== 'inProgress') return true
      const answer = await as(carrierOf(phase), { method: 'POST', path: `/v1/${phase}/cases/${caseId}/decision-requests`, ifMatch: `"${record.version}"` })
      expectStatus(answer, 'request the decision', 202, 409, 412)
      return undefined
    })
  }

  const decide = async (requestId: string, ruling: DemoRuling): Promise<string> =>
    until(`a decision on ${requestId}`, async () => {
      for (const decider of deciders) {
        const path = `/v1/gates/decision-requests/${requestId}`
        const request = await as(decider, { method: 'GET', path })
        if (request.status === 404) return undefined
        expectStatus(request, 'read the decision request', 200)
        if (request.body.status === 'answered' || request.body.status === 'decided') return request.body.decision.decidedBy.name
        if (!request.body.mayDecide) continue
        const answer = await as(decider, {
          method: 'POST',
          path: `${path}/decisions`,
          body: { ruling: toRuling(ruling), evidenceDigest: request.body.digest, hasConflictOfInterest: false },
          idempotencyKey: `demo-${requestId}`,
        })
        expectStatus(answer, `decide ${requestId}`, 202, 409)
      }
      return undefined
    })

  const waitUntilReady = async (phase: Phase, caseId: string, demo: DemoCase, isGoMeant: boolean): Promise<void> => {
    const kind = assessmentOf[phase]
    const isAssessed = kind !== undefined && demo.benefits.assessments[kind] !== undefined
    if (!isGoMeant && !isAssessed) return
    // The phase hears of a complete assessment a moment after benefits has said so.
    await until(`${phase} to be ready for a decision`, async () => {
      const record = await readCase(phase, caseId)
      if (isAssessed && !record.assessment) return undefined
      if (!isGoMeant) return true
      const unmet = record.criteria.filter((criterion: { isMandatory: boolean; status: string }) => criterion.isMandatory && criterion.status !== 'met')
      if (unmet.length === 0) return true
      throw new Error(`${phase} cannot go on: ${unmet.map(({ id, because }: { id: string; because: { sv: string } }) => `${id} (${because.sv})`).join('; ')}`)
    })
  }

  /** @returns the record when the phase is done with, or when the demo lets the case stand there. */
  const runPhase = async (phase: Phase, caseId: string, demo: DemoCase, plan: DemoPhase, gates: string[]): Promise<ApiAnswer['body']> => {
    for (;;) {
      const record = await until(`${phase} to receive the case`, () => readCase(phase, caseId))
      const path = `/v1/${phase}/cases/${caseId}`
      switch (record.status) {
        case 'received':
          expectStatus(await as(carrierOf(phase), { method: 'POST', path: `${path}/assignments`, body: {} }), 'take on the case', 200)
          say(`  ${phaseNames[phase].sv}: ärendet är mottaget`)
          break
        case 'inProgress': {
          const round = record.decisions.length
          const contents = { ...plan.content.sections, ...plan.earlierRounds?.[round] }
          await writeSections(phase, caseId, contents, false)
          await getOpinions(phase, caseId, plan, demo.key)
          await askForOpinions(phase, caseId, plan, demo.key)
          await assess(phase, caseId, demo)
          const ruling = plan.rulings[round]
          if (!ruling && !plan.leaveUndecided) return record
          await waitUntilReady(phase, caseId, demo, !ruling || ruling.outcome === 'go')
          await requestDecision(phase, caseId)
          break
        }
        case 'awaitingDecision': {
          const ruling = plan.rulings[record.pending.round - 1]
          if (!ruling) return record
          const by = await decide(record.pending.requestId, ruling)
          await until('the decision to take effect', async () => ((await readCase(phase, caseId)).status === 'awaitingDecision' ? undefined : true))
          say(`  ${gateNames[record.gate as keyof typeof gateNames].sv}: ${outcomeNames[ruling.outcome].sv.toLowerCase()} (varv ${record.pending.round}, ${by})`)
          break
        }
        case 'handedOver':
          await writeSections(phase, caseId, plan.content.sections, true)
          gates.push(...passed(record))
          return record
        case 'onHold':
        case 'closed':
          gates.push(...passed(record))
          return record
        default:
          throw new Error(`unknown status ${record.status}`)
      }
    }
  }

  const drive = async (demo: DemoCase): Promise<Driven> => {
    if (demo.triage) {
      const { ideaId, status } = await triageIdea(demo, demo.triage)
      return { caseId: ideaId, caseNumber: '', gates: [], status }
    }
    const caseId = await submit(demo)
    const gates: string[] = []
    let record: ApiAnswer['body']
    for (const phase of phases) {
      const plan = demo.phases[phase]
      if (!plan) break
      record = await runPhase(phase, caseId, demo, plan, gates)
      if (record.status !== 'handedOver') break
    }
    return { caseId, caseNumber: record?.caseNumber ?? '', gates, status: record?.status ?? 'submitted' }
  }

  return { drive }
}

const passed = (record: ApiAnswer['body']): string[] =>
  record.decisions.map(({ round, decision }: { round: number; decision: { ruling: { outcome: string } } }) => `${record.gate}.${round} ${decision.ruling.outcome}`)

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, member]) => [key, sorted(member)]),
  )
}
