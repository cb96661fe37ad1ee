import * as z from 'zod'
import { addDays, dayOf } from '#calendar/working-days.ts'
import type { Actor } from '#contracts/actor.ts'
import type { Ruling } from '#contracts/decision.ts'
import type { AnyEvent } from '#contracts/event.ts'
import { caseHeld, caseReceived, caseReturned, caseWoken, decisionOpened } from '#contracts/events.ts'
import { assessmentOf } from '#contracts/flow.ts'
import { phase as phaseSchema, phaseStatus } from '#contracts/words.ts'
import type { Phase } from '#contracts/words.ts'
import { caseOfficer, colleague, decisionMaker } from '#lambda/testing/personas.ts'
import { services } from '../../../services/services.ts'
import {
  acceptance,
  completionOfAssessment,
  decision,
  draftOfAssessment,
  lookAtAssessment,
  lookAtCase,
  lookAtRequest,
  noVersion,
  stepOfCase,
  submission,
} from './errand.ts'
import type { AssessmentWork, CaseWork, Errand } from './errand.ts'
import { functionKeyOf } from './functions.ts'
import type { Wait } from './wait.ts'
import type { HttpAnswer, World } from './world.ts'

/**
 * The people around the cases: somebody sends an idea in, officers take the case on, assess its benefit and ask for
 * decisions, and deciders decide. They act when they see that it is their turn, and press the button again when no
 * answer comes.
 */
export interface People {
  /** Sends in an idea and takes it up as a case. */
  readonly submit: (title: string) => void
  readonly notice: (event: AnyEvent) => void
  /** Does what somebody has waited to do. */
  readonly wake: (wait: Extract<Wait, { kind: 'errand' | 'schedule' }>) => void
  readonly state: PeopleState
}

export interface TakenDecision {
  readonly requestId: string
  readonly subject: string
  readonly ruling: Ruling
}

export interface PeopleState {
  /** Cases that somebody was told have begun. */
  readonly accepted: Set<string>
  /** Who was told that their decision on a request was taken. */
  readonly takenDecisions: TakenDecision[]
  /** Answers that nobody here should get. */
  readonly surprises: string[]
  /** Cases on hold, and in which phase. */
  readonly resting: Map<string, Phase>
  /** Milliseconds since 1970 until which a case may rest without anybody being late. */
  restsUntil: number
}

export interface Habits {
  /** Two officers for each case, two deciders for each decision, every outcome, decisions that are never made. */
  readonly areVaried: boolean
  /** How long somebody thinks before each step, in milliseconds. */
  readonly pause: { readonly shortest: number; readonly longest: number }
}

const health = decisionMaker('healthDirector')
/** The deputy holds the same office. */
const deputy: Actor = { ...health, subject: `${health.subject}-deputy`, name: 'Ställföreträdande beslutsfattare' }

const submitted = z.object({ ideaId: z.string() })
const seenCase = z.object({ status: phaseStatus, assessment: z.unknown().optional() })
const seenAssessment = z.object({ status: z.enum(['empty', 'draft', 'complete', 'frozen']) })
const seenRequest = z.object({ digest: z.string() })
const openedData = z.object({ requestId: z.string(), expiresAt: z.string() })
const heldData = z.object({ wakeOn: z.string(), phase: phaseSchema })

const dayMilliseconds = 86_400_000
const scheduleName = 'wake-due-cases'

/** Done, or somebody else was faster: they decided first, moved the case on, or changed it since it was read. */
const expected: ReadonlySet<number> = new Set([200, 201, 202, 409, 412])

/** A fault or silence is tried again; everything else is an answer. */
const isAnswered = (answer: HttpAnswer | undefined): answer is HttpAnswer => answer !== undefined && answer.status < 500

const staleVersion = 412

/** Benefits hears of a case from its phase, and may be behind. */
const isTooEarly = ({ service }: Errand, { status }: HttpAnswer): boolean => service === 'benefits' && status === 404

const beginning = (): PeopleState => ({
  accepted: new Set(),
  takenDecisions: [],
  surprises: [],
  resting: new Map(),
  restsUntil: 0,
})

export const copyOfPeople = ({ accepted, takenDecisions, surprises, resting, restsUntil }: PeopleState): PeopleState => ({
  accepted: new Set(accepted),
  takenDecisions: [...takenDecisions],
  surprises: [...surprises],
  resting: new Map(resting),
  restsUntil,
})

export const createPeople = (world: () => World, habits: Habits, from: PeopleState = beginning()): People => {
  const state = copyOfPeople(from)

  const think = (errand: Errand): void => {
    const { time, random } = world()
    time.keep(random.between(habits.pause.shortest, habits.pause.longest), { kind: 'errand', errand })
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

  const workOnCase = (work: CaseWork, { body, etag = '' }: HttpAnswer): void => {
    const { status, assessment: told } = seenCase.parse(body)
    const assessment = assessmentOf[work.phase]
    if (status === 'received') return go(stepOfCase(work, 'assignments', etag))
    if (status !== 'inProgress') return undefined
    if (assessment && told === undefined) return go(draftOfAssessment({ ...work, assessment }, noVersion))
    return go(stepOfCase(work, 'decision-requests', etag))
  }

  const workOnAssessment = (work: AssessmentWork, { body, etag = '' }: HttpAnswer, isChange: boolean): void => {
    const { status } = seenAssessment.parse(body)
    if (status === 'draft' && !isChange) return go(completionOfAssessment(work, etag))
    if (status === 'empty' || status === 'draft' || (status === 'complete' && isChange)) return go(draftOfAssessment(work, etag))
    // Complete or frozen: the phase will hear of it.
    return think(lookAtCase(work))
  }

  /** Somebody has written it meanwhile, or it cannot be written as the case stands now. */
  const writeLater = (work: AssessmentWork, { status }: HttpAnswer): void =>
    think(status === staleVersion ? lookAtAssessment(work, false) : lookAtCase(work))

  /** Now and then somebody goes on writing the assessment when the decision has just been asked for. */
  const writeOn = (work: CaseWork): void => {
    const assessment = assessmentOf[work.phase]
    if (assessment && habits.areVaried && world().random.isHit(0.3)) go(lookAtAssessment({ ...work, assessment }, true))
  }

  const follow = (errand: Errand, answer: HttpAnswer): void => {
    const { purpose } = errand
    const isDone = answer.status < 300
    switch (purpose.kind) {
      case 'submission':
        return think(acceptance(submitted.parse(answer.body).ideaId))
      case 'acceptance':
        if (answer.status === 201) state.accepted.add(purpose.ideaId)
        return undefined
      case 'look at case':
        return workOnCase(purpose, answer)
      case 'step of case':
        // Asked for a decision: the deciders have the ball. Anything else is followed by the next look.
        return answer.status === 202 ? writeOn(purpose) : think(lookAtCase(purpose))
      case 'look at assessment':
        return workOnAssessment(purpose, answer, purpose.isChange)
      case 'draft of assessment':
        return isDone ? go(completionOfAssessment(purpose, answer.etag ?? '')) : writeLater(purpose, answer)
      case 'completion of assessment':
        return isDone ? think(lookAtCase(purpose)) : writeLater(purpose, answer)
      case 'look at request':
        return go(decision(purpose, rule(), seenRequest.parse(answer.body).digest))
      case 'decision': {
        const { requestId, decider, ruling } = purpose
        if (answer.status === 202) state.takenDecisions.push({ requestId, subject: decider.subject, ruling })
        return undefined
      }
    }
  }

  /** The same request, with the same Idempotency-Key, until somebody answers. */
  const go = (errand: Errand): void => {
    const { service, call } = errand
    void world()
      .ask(service, call)
      .then((answer) => {
        if (!isAnswered(answer) || isTooEarly(errand, answer)) return think(errand)
        if (!expected.has(answer.status)) state.surprises.push(`${call.method} ${call.path} was answered with ${answer.status}`)
        else follow(errand, answer)
      })
  }

  const restTo = (moment: string): void => {
    state.restsUntil = Math.max(state.restsUntil, Date.parse(moment) + dayMilliseconds)
  }

  /** The schedules of the phases where a case rests; in the others they would find nothing. */
  const keepSchedule = (phase: Phase): void => {
    const minutes = services.find(({ name }) => name === phase)?.schedules.find(({ name }) => name === scheduleName)?.everyMinutes
    if (minutes === undefined) throw new Error(`no schedule wakes the cases of ${phase}`)
    world().time.keep(minutes * 60_000, { kind: 'schedule', phase })
  }

  const wake: People['wake'] = (wait) => {
    if (wait.kind === 'errand') return go(wait.errand)
    const { phase } = wait
    if (![...state.resting.values()].includes(phase)) return undefined
    void world()
      .invoke(functionKeyOf(phase, 'tasks'), { schedule: scheduleName })
      .then(() => keepSchedule(phase))
    return undefined
  }

  const officers = (): readonly Actor[] =>
    habits.areVaried && world().random.isHit(0.3) ? [caseOfficer, colleague] : [caseOfficer]

  const notice: People['notice'] = ({ type, subject, phase, data }) => {
    const isVaried = habits.areVaried
    const begins: readonly string[] = [caseReceived.type, caseReturned.type, caseWoken.type]
    if (begins.includes(type) && phase !== undefined) {
      state.resting.delete(subject)
      const assessment = assessmentOf[phase]
      for (const officer of officers()) {
        const work = { officer, phase, caseId: subject }
        // What came back is often assessed anew.
        const isChange = isVaried && type !== caseReceived.type && assessment !== undefined && world().random.isHit(0.5)
        think(isChange ? lookAtAssessment({ ...work, assessment }, true) : lookAtCase(work))
      }
    }
    if (type === caseHeld.type) {
      const held = heldData.parse(data)
      restTo(`${held.wakeOn}T00:00:00.000Z`)
      const isKept = [...state.resting.values()].includes(held.phase)
      state.resting.set(subject, held.phase)
      if (!isKept) keepSchedule(held.phase)
    }
    if (type === decisionOpened.type) {
      const { requestId, expiresAt } = openedData.parse(data)
      if (isVaried && world().random.isHit(0.02)) return restTo(expiresAt)
      const isRace = isVaried && world().random.isHit(0.4)
      for (const decider of isRace ? [health, deputy] : [health]) think(lookAtRequest({ decider, requestId }))
    }
    return undefined
  }

  return { submit: (title) => go(submission(title)), notice, wake, state }
}
