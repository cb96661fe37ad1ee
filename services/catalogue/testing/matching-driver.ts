import type { SQSBatchResponse } from 'aws-lambda'
import type { Actor } from '#contracts/actor.ts'
import type { AnyEvent } from '#contracts/event.ts'
import { caseClosed, caseHandedOver } from '#contracts/events.ts'
import { needPublished, needWithdrawn } from '#contracts/forum-events.ts'
import type { CaseId, CaseNumber, Digest, NeedId, OrganisationId } from '#contracts/ids.ts'
import { createCaller } from '#lambda/testing/api-call.ts'
import type { ApiAnswer } from '#lambda/testing/api-call.ts'
import { eventOf } from '#lambda/testing/event.ts'
import { lambdaContext } from '#lambda/testing/lambda-context.ts'
import { caseOfficer } from '#lambda/testing/personas.ts'
import { queueMessages } from '#lambda/testing/queue-message.ts'
import { create as createApi } from '../lambda/api.ts'
import { create as createInbox } from '../lambda/inbox.ts'
import { matchingRoutes } from '../routes/matching.ts'
import type { MatchingRoutes } from '../routes/matching.ts'
import { createOfferDriver } from './offer-driver.ts'

export const publishedNeedId = '01a20000-0000-7000-8000-0000000000a1' as NeedId // a UUID
export const caseOfNeed = '01a20000-0000-7000-8000-0000000000c1' as CaseId // a UUID
const organisation = 'vasterviks-kommun' as OrganisationId // one of the county
const caseNumber = 'KLM-2026-0007' as CaseNumber // of the form

/** The whole service around a table in memory, seen from matching: what is offered, what is needed, and what is asked. */
export const createMatchingDriver = () => {
  const offer = createOfferDriver()
  const { runtime, table } = offer
  const caller = createCaller(createApi(runtime, table))
  const inbox = createInbox(runtime, table)
  let events = 0
  const nextEvent = (): string => {
    events += 1
    return `01a20000-0000-7000-9000-${String(events).padStart(12, '0')}`
  }
  const receive = (...told: AnyEvent[]): Promise<SQSBatchResponse> => inbox(queueMessages(...told), lambdaContext)

  return {
    offer,
    runtime,
    table,
    receive,
    ask: (
      operationId: keyof MatchingRoutes,
      {
        as = caseOfficer,
        ...more
      }: { as?: Actor | undefined; parameters?: Record<string, string>; query?: Record<string, string>; body?: unknown } = {},
    ): Promise<ApiAnswer> => {
      const { method, path } = matchingRoutes[operationId]
      return caller({ as, method, path, ...more })
    },
    published: (given: Partial<Parameters<typeof eventOf<typeof needPublished>>[1]> = {}, time = runtime.clock()): AnyEvent => {
      const data = {
        needId: publishedNeedId,
        title: 'Larm för den som bor hemma',
        summary: 'Den som faller ska få hjälp snabbt.',
        organisation,
        functions: [{ id: 'F1', name: 'Känna av ett fall' }],
        targetGroups: ['olderPeople' as const],
        careSteps: ['careAtHome' as const],
        ...given,
      }
      // A need has a journal of its own.
      return eventOf(needPublished, data, { id: nextEvent(), subject: data.needId as string as CaseId, time, from: 'forum' })
    },
    withdrawn: (needId = publishedNeedId, time = runtime.clock()): AnyEvent =>
      eventOf(
        needWithdrawn,
        { needId, why: 'closed', reason: 'Behovet är mött.' },
        // As above.
        { id: nextEvent(), subject: needId as string as CaseId, time, from: 'forum' },
      ),
    handedOver: (title = 'Trygghetslarm som känner av fall', caseId = caseOfNeed): AnyEvent =>
      eventOf(
        caseHandedOver,
        {
          case: { caseId, caseNumber, title, organisation, submittedAt: runtime.clock(), submittedBy: 'staff' },
          from: 'ideas',
          to: 'matching',
          dossier: {
            ideas: {
              problem: 'Den som faller hemma blir liggande.',
              affectedPerYear: 40,
              functions: [{ id: 'N1', name: 'Känna av ett fall' }],
              strategyGoals: [],
            },
          },
        },
        { id: nextEvent(), subject: caseId, time: runtime.clock(), phase: 'matching', from: 'ideas' },
      ),
    closed: (caseId = caseOfNeed): AnyEvent =>
      eventOf(
        caseClosed,
        {
          phase: 'matching',
          decision: {
            ruling: { outcome: 'stop', reason: 'Samma behov finns i ett annat ärende.', stopReason: 'duplicate' },
            decidedAt: runtime.clock(),
            decidedBy: { subject: 'chef', name: 'Lena Forsberg' },
            office: 'unitManager',
            delegation: 'D 1.1',
            evidenceDigest: '9'.repeat(64) as Digest, // of the form
          },
        },
        { id: nextEvent(), subject: caseId, time: runtime.clock(), from: 'matching' },
      ),
  }
}
export type MatchingDriver = ReturnType<typeof createMatchingDriver>
