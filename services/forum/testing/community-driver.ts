import { expect } from 'vitest'
import type * as z from 'zod'
import type { Actor } from '#contracts/actor.ts'
import { caseClosed, caseCompleted, caseHandedOver, caseHeld, caseReceived, caseReturned } from '#contracts/events.ts'
import type { AnyEvent, EventData, EventDefinition } from '#contracts/event.ts'
import { caseId as caseIdSchema, caseNumber } from '#contracts/ids.ts'
import type { OrganisationId } from '#contracts/ids.ts'
import { staffRoles } from '#contracts/words.ts'
import type { Phase, Role } from '#contracts/words.ts'
import { createMemoryTable } from '#lambda/memory-table.ts'
import { createCaller } from '#lambda/testing/api-call.ts'
import type { ApiAnswer } from '#lambda/testing/api-call.ts'
import { eventOf } from '#lambda/testing/event.ts'
import { lambdaContext } from '#lambda/testing/lambda-context.ts'
import { caseOfficer, facilitator, supplier } from '#lambda/testing/personas.ts'
import { queueMessages } from '#lambda/testing/queue-message.ts'
import { emittedEvents } from '#lambda/testing/stream-record.ts'
import { createTestRuntime } from '#lambda/testing/test-runtime.ts'
import { forumIndexes } from '../adapters/indexes.ts'
import { create as createApi } from '../lambda/api.ts'
import { create as createInbox } from '../lambda/inbox.ts'
import { communityRoutes } from '../routes/community.ts'
import type { CommunityRoutes } from '../routes/community.ts'
import { needsRoutes } from '../routes/needs.ts'
import type { NeedsRoutes } from '../routes/needs.ts'

type AreaRoutes = NeedsRoutes & CommunityRoutes
export type Operation = keyof AreaRoutes
type BodyOf<O extends Operation> = z.infer<AreaRoutes[O]['response']['body']>
const routes: AreaRoutes = { ...needsRoutes, ...communityRoutes }

export interface Asked {
  readonly as?: Actor | undefined
  readonly parameters?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string>>
  readonly body?: unknown
  readonly ifMatch?: number
  readonly headers?: Readonly<Record<string, string>>
}

export const aNeed = {
  title: 'Nå patienter med ny dosering samma dag',
  summary: 'Besked om ny dosering kommer i brev och tar dagar.',
  description: 'Mottagningen vet **inte** om brevet är läst.',
  targetGroups: ['peopleWithChronicIllness'],
  careSteps: ['medication'],
  functions: ['Lämna besked om dosering digitalt', 'Se att beskedet är läst'],
  wantedFrom: '2027-03-01',
  wantedTo: '2027-12-31',
  contact: { name: 'Enheten för e-hälsa', email: 'ehalsa@region.example' },
}

export const aTeam = {
  name: 'Brev och kvittens',
  purpose: 'Tre små företag som tillsammans kan *hela* kedjan.',
  rolesSought: ['Integration mot journalsystem'],
  isPublic: true,
  contact: 'samarbete@foretag.example',
  company: 'Vård-IT AB',
  role: 'Meddelanden',
}

export const anEvent = {
  kind: 'event',
  title: 'Behovsdag i Kalmar',
  text: 'Träffa verksamheterna.',
  organiser: 'Region Kalmar län',
  audience: 'Alla företag',
  startsAt: '2027-02-10T12:00:00.000Z',
  endsAt: '2027-02-10T15:00:00.000Z',
  place: 'Kalmar',
}

export const aFocusGroup = {
  title: 'Hur vill du få besked om ny dosering?',
  description: 'Vi vill höra hur du vill ha det.',
  targetGroups: ['peopleWithChronicIllness'],
  startsAt: '2027-01-20T16:00:00.000Z',
  endsAt: '2027-01-20T18:00:00.000Z',
  place: 'På nätet',
  seats: 2,
  signUpBy: '2027-01-15',
  keepDays: 30,
}

export const caseId = caseIdSchema.parse('01a00000-0000-7000-9000-0000000000c1')

/** Nobody is asked for a token at a public address: who is signed in as a member reads these at another. */
const membersReading: Partial<Record<Operation, Operation>> = {
  readNeed: 'readNeedAsMember',
  readTeam: 'readTeamAsMember',
  readCall: 'readCallAsMember',
  readFocusGroup: 'readFocusGroupAsMember',
}
const memberRoles: readonly Role[] = [...staffRoles, 'supplier']
const isMember = ({ roles }: Actor): boolean => roles.some((role) => memberRoles.includes(role))

/** The forum around a table in memory: called over its API, told of a case by its phases, and heard. */
export const createCommunityDriver = () => {
  const runtime = createTestRuntime()
  const table = createMemoryTable(forumIndexes)
  const call = createCaller(createApi(runtime, table))
  const takeIn = createInbox(runtime, table)

  const ask = (operation: Operation, { as, parameters, query, body, ifMatch, headers }: Asked = {}): Promise<ApiAnswer> => {
    const { method, path } = routes[(as && isMember(as) && membersReading[operation]) || operation]
    return call({
      as,
      method,
      path,
      ...(parameters && { parameters }),
      ...(query && { query }),
      ...(body !== undefined && { body }),
      headers: { ...(ifMatch !== undefined && { 'if-match': `"${ifMatch}"` }), ...headers },
    })
  }

  /** As `ask`, where anything but success is a fault of the test, and so is an answer that the route does not declare. */
  const done = async <O extends Operation>(operation: O, asked: Asked = {}): Promise<{ version: number; body: BodyOf<O> }> => {
    const answer = await ask(operation, asked)
    expect([operation, answer.status, answer.status < 300 ? '' : answer.text]).toEqual([operation, answer.status, ''])
    const { body } = routes[operation].response
    return {
      version: Number(/\d+/.exec(answer.headers['etag'] ?? '')?.[0] ?? 0),
      body: body.parse(answer.body) as BodyOf<O>, // this operation's own schema
    }
  }

  const draftNeed = async (more: object = {}, as = caseOfficer) => {
    const { body, version } = await done('draftNeed', { as, body: { ...aNeed, ...more } })
    return { needId: String(body.needId), version }
  }

  const publishNeed = async (more: object = {}, as = caseOfficer) => {
    const { needId, version } = await draftNeed(more, as)
    const published = await done('publishNeed', { as, parameters: { needId }, ifMatch: version })
    return { needId, version: published.version }
  }

  const formTeam = async (needId: string, more: object = {}, as = supplier) => {
    const { body, version } = await done('formTeam', { as, body: { ...aTeam, needId, ...more } })
    return { teamId: String(body.teamId), version }
  }

  const publishCall = async (more: object = {}) => {
    const { body, version } = await done('publishCall', { as: facilitator, body: { ...anEvent, ...more } })
    return { callId: String(body.callId), version }
  }

  const openFocusGroup = async (more: object = {}) => {
    const drafted = await done('draftFocusGroup', { as: facilitator, body: { ...aFocusGroup, ...more } })
    const focusGroupId = String(drafted.body.focusGroupId)
    const opened = await done('openFocusGroup', { as: facilitator, parameters: { focusGroupId }, ifMatch: drafted.version })
    return { focusGroupId, version: opened.version }
  }

  const tell = async <D extends EventDefinition>(definition: D, data: EventData<D>, phase: Phase, time = runtime.clock()) => {
    const event = eventOf(definition, data, { id: runtime.newId(), subject: caseId, phase, time, from: phase })
    const { batchItemFailures } = await takeIn(queueMessages(event), lambdaContext)
    expect(batchItemFailures).toEqual([])
  }

  const header = (organisation: OrganisationId) => ({
    caseId,
    caseNumber: caseNumber.parse('KLM-2026-0001'),
    title: 'Digitalt AK-brev',
    organisation,
    submittedAt: '2026-01-10T08:00:00.000Z',
    submittedBy: 'staff' as const,
  })

  return {
    runtime,
    table,
    ask,
    done,
    draftNeed,
    publishNeed,
    formTeam,
    publishCall,
    openFocusGroup,
    emitted: (): AnyEvent[] => emittedEvents(table.rows()),
    emittedNames: (): string[] =>
      emittedEvents(table.rows()).map(({ type }) => type.replace('se.behovsflodet.', '').replace('.v1', '')),
    hearOfCase: (organisation: OrganisationId, phase: Phase = 'ideas') =>
      tell(caseReceived, { case: header(organisation), phase, dueOn: '2026-12-01' }, phase),
    caseGoesOn: (organisation: OrganisationId, from: Phase, to: Phase) =>
      tell(caseHandedOver, { case: header(organisation), from, to, dossier: {} }, to),
    caseRests: (phase: Phase, time?: string) => tell(caseHeld, { phase, wakeOn: '2027-01-01' }, phase, time),
    caseReturns: (phase: Phase, time?: string) =>
      tell(caseReturned, { phase, round: 1, why: 'revised', missing: [], dueOn: '2027-01-01' }, phase, time),
    caseStops: (data: EventData<typeof caseClosed>, time?: string) => tell(caseClosed, data, data.phase, time),
    caseCompletes: (data: EventData<typeof caseCompleted>, time?: string) => tell(caseCompleted, data, 'followup', time),
  }
}
export type CommunityDriver = ReturnType<typeof createCommunityDriver>
