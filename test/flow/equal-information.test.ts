import { beforeEach, describe, expect, it } from 'vitest'
import { equalInformationChanged } from '#contracts/forum-events.ts'
import type { AnyEvent } from '#contracts/event.ts'
import { caseHandedOver } from '#contracts/events.ts'
import { createMemoryTable } from '#lambda/memory-table.ts'
import { createCaller } from '#lambda/testing/api-call.ts'
import { eventOf } from '#lambda/testing/event.ts'
import { lambdaContext } from '#lambda/testing/lambda-context.ts'
import { caseOfficer, facilitator, supplier } from '#lambda/testing/personas.ts'
import { queueMessages } from '#lambda/testing/queue-message.ts'
import { createTestRuntime } from '#lambda/testing/test-runtime.ts'
import { caseIndexes } from '#phase/adapters/case-table.ts'
import { caseView } from '#phase/application/present-case.ts'
import { createPhaseApi, createPhaseInbox } from '#phase/lambda/functions.ts'
import type { PhaseDefinition } from '#phase/phase.ts'
import { createDialogueDriver, dialogueCase, vardIt } from '../../services/forum/testing/dialogue-driver.ts'
import type { DialogueDriver } from '../../services/forum/testing/dialogue-driver.ts'
import { matching } from '../../services/matching/phase.ts'
import { service as matchingService } from '../../services/matching/service.ts'
import { procurement } from '../../services/procurement/phase.ts'
import { service as procurementService } from '../../services/procurement/service.ts'
import { verification } from '../../services/verification/phase.ts'
import { service as verificationService } from '../../services/verification/service.ts'

/** From what is said in the forum to what stands in the case (LOU 4:8): the forum's own events, taken by the real phases. */

const { caseId } = dialogueCase

const phaseWith = (phase: PhaseDefinition) => {
  const runtime = createTestRuntime()
  const table = createMemoryTable(caseIndexes)
  const call = createCaller(createPhaseApi(runtime, phase, table))
  const inbox = createPhaseInbox(runtime, phase, table)
  const receive = async (...events: AnyEvent[]) => {
    expect((await inbox(queueMessages(...events), lambdaContext)).batchItemFailures).toEqual([])
  }
  return {
    receive,
    handOver: () =>
      receive(
        eventOf(
          caseHandedOver,
          { case: dialogueCase, from: 'ideas', to: phase.phase, dossier: {} },
          { id: '01a00000-0000-7000-a000-0000000000ff', subject: caseId, phase: phase.phase },
        ),
      ),
    read: async () =>
      caseView.parse(
        (await call({ as: caseOfficer, method: 'GET', path: `/v1/${phase.phase}/cases/{caseId}`, parameters: { caseId } })).body,
      ),
  }
}

let forum: DialogueDriver
beforeEach(async () => {
  forum = createDialogueDriver()
  await forum.hearOfCase()
})

const packages = (): AnyEvent[] => forum.emitted().filter(({ type }) => type === equalInformationChanged.type)

/** An RFI that one company answers, with a question on the way; closed. */
const heldRfi = async (): Promise<void> => {
  const dialogueId = await forum.open('rfi')
  const asked = await forum.must('askInDialogue', { as: supplier, parameters: { dialogueId }, body: { text: 'När?' } })
  await forum.must('answerDialogueQuestion', {
    as: facilitator,
    parameters: { dialogueId, question: String(asked.own?.questions[0]?.number) },
    body: { answer: 'I vår.' },
  })
  const body = { company: vardIt, answers: [{ question: 1, text: 'Med ett API.' }] }
  await forum.must('answerRequestForInformation', { as: supplier, parameters: { dialogueId }, body })
  await forum.must('summariseDialogueAnswers', { as: facilitator, parameters: { dialogueId }, body: { text: 'Ett svar.' } })
  await forum.lead('closeDialogue', dialogueId, { summary: 'Det finns lösningar.', earlyBecause: 'Alla har svarat.' })
}

const statusOf = async (phase: ReturnType<typeof phaseWith>, id: string) =>
  (await phase.read()).criteria.find((criterion) => criterion.id === id)?.status

describe('what suppliers were told', () => {
  it('is on the case in matching, in the version that everybody reads', async () => {
    const phase = phaseWith(matching)
    await phase.handOver()
    expect(await statusOf(phase, 'informationPackageReady')).toBe('met')
    await heldRfi()
    await phase.receive(...packages().slice(0, 2))
    expect(await statusOf(phase, 'informationPackageReady')).toBe('notMet')
    await phase.receive(...packages().slice(2))
    const published = (await forum.ask('readCasePackage', { parameters: { caseId } })).body as { package: unknown }
    expect((await phase.read()).informationPackage).toEqual(published.package)
    expect(await statusOf(phase, 'informationPackageReady')).toBe('met')
    expect(JSON.stringify(packages())).not.toContain('Med ett API')
  })

  it('ends the same in every order, and with every event twice', async () => {
    await heldRfi()
    const told = packages()
    expect(told.length).toBeGreaterThan(3)
    const latest = told.at(-1)?.data['package']
    const orders = [told, told.toReversed(), [...told, ...told], [...told.slice(2), ...told.slice(0, 2)]]
    for (const order of orders)
      for (const definition of [matching, verification, procurement]) {
        const phase = phaseWith(definition)
        const half = Math.ceil(order.length / 2)
        await phase.receive(...order.slice(0, half))
        await phase.handOver()
        await phase.receive(...order.slice(half))
        expect((await phase.read()).informationPackage).toEqual(latest)
      }
  })

  it('is taken by the phases that prepare a procurement, whatever phase the case is in', () => {
    for (const { accepts } of [matchingService, verificationService, procurementService])
      expect(accepts.filter(({ event }) => event.type === equalInformationChanged.type)).toEqual([
        { event: equalInformationChanged },
      ])
  })
})
