import { expect } from 'vitest'
import type { Actor } from '#contracts/actor.ts'
import { anyEvent } from '#contracts/event.ts'
import type { AnyEvent } from '#contracts/event.ts'
import { caseReceived } from '#contracts/events.ts'
import { caseHeader } from '#contracts/case-header.ts'
import { createMemoryTable } from '#lambda/memory-table.ts'
import { createCaller } from '#lambda/testing/api-call.ts'
import type { ApiAnswer } from '#lambda/testing/api-call.ts'
import { eventOf } from '#lambda/testing/event.ts'
import { lambdaContext } from '#lambda/testing/lambda-context.ts'
import { facilitator, otherSupplier, supplier } from '#lambda/testing/personas.ts'
import { queueMessages } from '#lambda/testing/queue-message.ts'
import { emittedEvents } from '#lambda/testing/stream-record.ts'
import { createTestRuntime } from '#lambda/testing/test-runtime.ts'
import { forumIndexes } from '../adapters/indexes.ts'
import { dialogueView } from '../application/dialogues/present-dialogue.ts'
import type { DialogueView } from '../application/dialogues/present-dialogue.ts'
import { create as createForumApi } from '../lambda/api.ts'
import { create as createForumInbox } from '../lambda/inbox.ts'
import { dialoguesRoutes } from '../routes/dialogues.ts'
import type { DialoguesRoutes } from '../routes/dialogues.ts'

export const dialogueCase = caseHeader.parse({
  caseId: '01a00000-0000-7000-9000-0000000000c1',
  caseNumber: 'KLM-2026-0007',
  title: 'Digitalt doseringsbrev',
  organisation: 'region-kalmar',
  submittedAt: '2026-09-01T07:00:00.000Z',
  submittedBy: 'staff',
})

export const plans = {
  rfi: {
    kind: 'rfi',
    title: 'RFI om doseringsbrev',
    purpose: 'Vi vill veta vad som finns.',
    lastDay: '2026-12-11',
    questions: ['Hur når ni 1177?', 'Vad driver priset?'],
    documents: [{ title: 'Bakgrund', text: 'Brevet kommer för sent.' }],
  },
  hearing: {
    kind: 'hearing',
    title: 'Hearing om doseringsbrev',
    purpose: 'Vi visar flödet och svarar på frågor.',
    startsAt: '2026-12-01T12:00:00.000Z',
    endsAt: '2026-12-01T14:00:00.000Z',
    place: 'Länssjukhuset, Kalmar',
    lastDay: '2026-11-27',
  },
  draftReview: {
    kind: 'draftReview',
    title: 'Remiss av kravspecifikation',
    purpose: 'Säg vad som är oklart.',
    lastDay: '2026-12-04',
    commentsArePublic: true,
    documents: [{ title: 'Utkast', text: 'Krav 1' }],
  },
} as const

export const vardIt = { name: 'Vård-IT AB', organisationNumber: '556036-0793' }
export const omsorgIt = { name: 'Omsorg-IT AB' }

interface Asked {
  readonly as?: Actor | undefined
  readonly parameters?: Record<string, string>
  readonly query?: Record<string, string>
  readonly body?: unknown
  readonly headers?: Record<string, string>
}

/** The forum's API and inbox around one table in memory. */
export const createDialogueDriver = () => {
  const runtime = createTestRuntime()
  const table = createMemoryTable(forumIndexes)
  const call = createCaller(createForumApi(runtime, table))
  const inbox = createForumInbox(runtime, table)

  const receive = async (...events: AnyEvent[]) => inbox(queueMessages(...events), lambdaContext)
  const ask = (operationId: keyof DialoguesRoutes, { as, ...more }: Asked = {}): Promise<ApiAnswer> => {
    const { method, path } = dialoguesRoutes[operationId]
    return call({ as, method, path, ...more })
  }

  /** Asks what must succeed. */
  const must = async (operationId: keyof DialoguesRoutes, asked: Asked): Promise<DialogueView> => {
    const { status, body } = await ask(operationId, asked)
    expect([operationId, status, body]).toEqual([operationId, status < 300 ? status : 200, body])
    return dialogueView.parse(body)
  }

  const read = async (dialogueId: string, as?: Actor): Promise<DialogueView> =>
    must(as ? 'readDialogueAsMember' : 'readDialogue', { as, parameters: { dialogueId } })

  const lead = async (
    operationId: 'openDialogue' | 'closeDialogue' | 'cancelDialogue' | 'rescheduleDialogue' | 'rewriteDialoguePlan',
    dialogueId: string,
    body?: unknown,
    as: Actor = facilitator,
  ): Promise<ApiAnswer> => {
    const { version } = await read(dialogueId, facilitator)
    return ask(operationId, {
      as,
      parameters: { dialogueId },
      ...(body !== undefined && { body }),
      headers: { 'if-match': `"${version}"` },
    })
  }

  const plan = async (kind: keyof typeof plans, more: object = {}, about: object = { caseId: dialogueCase.caseId }) =>
    (await must('planDialogue', { as: facilitator, body: { ...about, plan: { ...plans[kind], ...more } } })).dialogueId

  const open = async (kind: keyof typeof plans, more: object = {}, about?: object): Promise<string> => {
    const dialogueId = await plan(kind, more, about)
    expect((await lead('openDialogue', dialogueId)).status).toBe(201)
    return dialogueId
  }

  return {
    runtime,
    table,
    call,
    ask,
    must,
    read,
    lead,
    plan,
    open,
    receive,
    emitted: () => emittedEvents(table.rows()).map((event) => anyEvent.parse(event)),
    /** The forum hears of the case that the dialogues are about. */
    hearOfCase: async () => {
      const { batchItemFailures } = await receive(
        eventOf(
          caseReceived,
          { case: dialogueCase, phase: 'matching', dueOn: '2027-01-15' },
          { id: runtime.newId(), subject: dialogueCase.caseId, phase: 'matching', from: 'matching' },
        ),
      )
      expect(batchItemFailures).toEqual([])
    },
    register: (dialogueId: string, as: Actor = supplier, company: object = as === otherSupplier ? omsorgIt : vardIt) =>
      ask('registerForDialogue', {
        as,
        parameters: { dialogueId },
        body: { company, roles: 'Produktägare', mayBeNamed: as !== otherSupplier },
      }),
  }
}
export type DialogueDriver = ReturnType<typeof createDialogueDriver>
