import * as z from 'zod'
import { addDays, dayOf } from '#calendar/working-days.ts'
import type { Actor } from '#contracts/actor.ts'
import type { Ruling } from '#contracts/decision.ts'
import type { AnyEvent } from '#contracts/event.ts'
import { caseHeld, caseReceived, caseReturned, caseWoken, decisionOpened } from '#contracts/events.ts'
import { phase as phaseSchema, phaseStatus } from '#contracts/words.ts'
import type { Phase } from '#contracts/words.ts'
import { caseOfficer, colleague, decisionMaker } from '#lambda/testing/personas.ts'
import { services } from '../../../services/services.ts'
import { functionKeyOf } from './functions.ts'
import type { HttpAnswer, World } from './world.ts'

/**
 * The people around the cases: somebody sends an idea in, officers take the case on and ask for decisions, and
 * deciders decide. They act when they see that it is their turn, and press the button again when no answer comes.
 */
export interface People {
  /** Sends in an idea and takes it up as a case. */
  readonly submit: (title: string) => Promise<void>
  readonly notice: (event: AnyEvent) => void
  /** Cases that somebody was told have begun. */
  readonly accepted: ReadonlySet<string>
  /** Who was told that their decision on a request was taken. */
  readonly takenDecisions: readonly { readonly requestId: string; readonly subject: string; readonly ruling: Ruling }[]
  /** Answers that nobody here should get. */
  readonly surprises: readonly string[]
  /** Milliseconds since 1970 until which a case may rest without anybody being late. */
  readonly restsUntil: () => number
}

export interface Habits {
  /** Two officers for each case, two deciders for each decision, every outcome, decisions that are never made. */
  readonly areVaried: boolean
}

const health = decisionMaker('healthDirector')
/** The deputy holds the same office. */
const deputy: Actor = { ...health, subject: `${health.subject}-deputy`, name: 'Ställföreträdande beslutsfattare' }

const submitted = z.object({ ideaId: z.string() })
const seenCase = z.object({ status: phaseStatus })
const seenRequest = z.object({ status: z.string(), digest: z.string() })
const openedData = z.object({ requestId: z.string(), expiresAt: z.string() })
const heldData = z.object({ wakeOn: z.string(), phase: phaseSchema })

const shortestPause = 200
const longestPause = 15_000
const dayMilliseconds = 86_400_000
const scheduleName = 'wake-due-cases'

/** Done, or somebody else was faster: they decided first, moved the case on, or changed it since it was read. */
const expected: ReadonlySet<number> = new Set([200, 201, 202, 409, 412])

/** A fault or silence is tried again; everything else is an answer. */
const isAnswered = (answer: HttpAnswer | undefined): answer is HttpAnswer => answer !== undefined && answer.status < 500

export const createPeople = (world: () => World, habits: Habits): People => {
  const accepted = new Set<string>()
  const takenDecisions: { requestId: string; subject: string; ruling: Ruling }[] = []
  const surprises: string[] = []
  const resting = new Map<string, Phase>()
  let restsUntil = 0

  const think = (): Promise<void> => {
    const { time, random } = world()
    return time.pause(habits.areVaried ? random.between(shortestPause, longestPause) : 1_000)
  }

  /** The same request, with the same Idempotency-Key, until somebody answers. */
  const insist = async (service: string, call: Parameters<World['ask']>[1]): Promise<HttpAnswer> => {
    for (;;) {
      // Each try comes after the one before.
      // oxlint-disable no-await-in-loop
      const answer = await world().ask(service, call)
      if (isAnswered(answer)) {
        if (!expected.has(answer.status)) surprises.push(`${call.method} ${call.path} was answered with ${answer.status}`)
        return answer
      }
      await think()
      // oxlint-enable no-await-in-loop
    }
  }

  const submit: People['submit'] = async (title) => {
    const key = `submission-${title}`.replaceAll(' ', '-')
    const { body } = await insist('ideas', {
      as: caseOfficer,
      method: 'POST',
      path: '/v1/ideas/submissions',
      body: { title, description: `${title}: brev som ingen läser.`, sender: 'staff' },
      headers: { 'idempotency-key': key },
    })
    const { ideaId } = submitted.parse(body)
    await think()
    const { status } = await insist('ideas', {
      as: caseOfficer,
      method: 'POST',
      path: '/v1/ideas/submissions/{ideaId}/acceptances',
      parameters: { ideaId },
      body: { organisation: 'region-kalmar' },
      headers: { 'idempotency-key': `acceptance-${ideaId}` },
    })
    if (status === 201) accepted.add(ideaId)
  }

  const carry = async (officer: Actor, phase: Phase, caseId: string): Promise<void> => {
    const at = `/v1/${phase}/cases/{caseId}`
    const parameters = { caseId }
    for (;;) {
      // oxlint-disable no-await-in-loop -- one look, one step, the next look
      await think()
      const { body, etag = '' } = await insist(phase, { as: officer, method: 'GET', path: at, parameters })
      const { status } = seenCase.parse(body)
      const headers = { 'idempotency-key': `${phase}-${status}-${etag.replaceAll('"', '')}-${caseId}` }
      if (status === 'received')
        await insist(phase, { as: officer, method: 'POST', path: `${at}/assignments`, parameters, body: {}, headers })
      else if (status === 'inProgress') {
        const asked = await insist(phase, {
          as: officer,
          method: 'POST',
          path: `${at}/decision-requests`,
          parameters,
          headers: { ...headers, 'if-match': etag },
        })
        if (asked.status === 202) return
      } else return
      // oxlint-enable no-await-in-loop
    }
  }

  const rule = (): Ruling => {
    const { random, time } = world()
    const reason = 'Prov'
    const chance = habits.areVaried ? random.next() : 0
    if (chance < 0.84) return { outcome: 'go', reason }
    if (chance < 0.92) return { outcome: 'revise', reason, missing: ['Mätetal'] }
    if (chance < 0.97) return { outcome: 'hold', reason, wakeOn: addDays(dayOf(new Date(time.now()).toISOString()), 2) }
    return { outcome: 'stop', reason, stopReason: 'notAffordable' }
  }

  const decide = async (decider: Actor, requestId: string): Promise<void> => {
    await think()
    const parameters = { requestId }
    const path = '/v1/gates/decision-requests/{requestId}'
    const { body } = await insist('gates', { as: decider, method: 'GET', path, parameters })
    const { digest } = seenRequest.parse(body)
    const ruling = rule()
    const { status } = await insist('gates', {
      as: decider,
      method: 'POST',
      path: `${path}/decisions`,
      parameters,
      body: { ruling, evidenceDigest: digest, hasConflictOfInterest: false },
      headers: { 'idempotency-key': `decision-${requestId}` },
    })
    if (status === 202) takenDecisions.push({ requestId, subject: decider.subject, ruling })
  }

  const restTo = (moment: string): void => {
    restsUntil = Math.max(restsUntil, Date.parse(moment) + dayMilliseconds)
  }

  /** The schedules of the phases where a case rests; in the others they would find nothing. */
  const keepSchedule = (phase: Phase): void => {
    const minutes = services.find(({ name }) => name === phase)?.schedules.find(({ name }) => name === scheduleName)?.everyMinutes
    if (minutes === undefined) throw new Error(`no schedule wakes the cases of ${phase}`)
    const { time, invoke } = world()
    time.after(minutes * 60_000, () => {
      if (![...resting.values()].includes(phase)) return
      void invoke(functionKeyOf(phase, 'tasks'), { schedule: scheduleName }).then(() => keepSchedule(phase))
    })
  }

  const officers = (): readonly Actor[] =>
    habits.areVaried && world().random.isHit(0.3) ? [caseOfficer, colleague] : [caseOfficer]

  const notice: People['notice'] = ({ type, subject, phase, data }) => {
    const isVaried = habits.areVaried
    const begins: readonly string[] = [caseReceived.type, caseReturned.type, caseWoken.type]
    if (begins.includes(type) && phase !== undefined) {
      resting.delete(subject)
      for (const officer of officers()) void carry(officer, phase, subject)
    }
    if (type === caseHeld.type) {
      const held = heldData.parse(data)
      restTo(`${held.wakeOn}T00:00:00.000Z`)
      const isKept = [...resting.values()].includes(held.phase)
      resting.set(subject, held.phase)
      if (!isKept) keepSchedule(held.phase)
    }
    if (type === decisionOpened.type) {
      const { requestId, expiresAt } = openedData.parse(data)
      if (isVaried && world().random.isHit(0.02)) return restTo(expiresAt)
      const isRace = isVaried && world().random.isHit(0.4)
      for (const decider of isRace ? [health, deputy] : [health]) void decide(decider, requestId)
    }
  }

  return { submit, notice, accepted, takenDecisions, surprises, restsUntil: () => restsUntil }
}
