import { beforeEach, describe, expect, it } from 'vitest'
import { equalInformationChanged } from '#contracts/forum-events.ts'
import { digestOf } from '#lambda/digest.ts'
import { eventOf } from '#lambda/testing/event.ts'
import { caseOfficer } from '#lambda/testing/personas.ts'
import { createPhaseHarness } from './testing/phase-harness.ts'
import type { PhaseHarness } from './testing/phase-harness.ts'
import { rulings, sampleCaseId } from './testing/sample-case.ts'
import { samplePackage } from './testing/sample-package.ts'
import { samplePhase } from './testing/sample-phase.ts'

/** What a phase does with what the forum tells of a case's dialogues. */

let harness: PhaseHarness
beforeEach(() => {
  harness = createPhaseHarness({ ...samplePhase(), followsDialogues: true })
})

let told = 0
const packageEvent = (version: number) => {
  told += 1
  return eventOf(
    equalInformationChanged,
    { package: samplePackage(version) },
    { id: `01a00000-0000-7000-a000-${String(told).padStart(12, '0')}`, subject: sampleCaseId, from: 'forum' },
  )
}
const tell = async (version: number): Promise<void> =>
  expect((await harness.receive(packageEvent(version))).batchItemFailures).toEqual([])
const versionThere = async () => (await harness.readCase()).informationPackage?.version

describe('the information package of the forum', () => {
  it('is attached to the case, and counts up the version that a decision is asked for on', async () => {
    await harness.handOver()
    const { version } = await harness.readCase()
    expect(await versionThere()).toBeUndefined()
    await tell(1)
    const after = await harness.readCase()
    expect(after.informationPackage).toEqual(samplePackage(1))
    expect(after.version).toBe(version + 1)
  })

  it('of an older version never takes the place of a newer one, whatever the order and however often', async () => {
    await harness.handOver()
    for (const version of [2, 1, 3, 3, 2, 1]) await tell(version)
    expect(await versionThere()).toBe(3)
    const again = packageEvent(4)
    await harness.receive(again, again)
    expect(await versionThere()).toBe(4)
  })

  it('that comes before the case waits for it there, also out of order', async () => {
    for (const version of [2, 1]) await tell(version)
    await harness.handOver()
    expect(await versionThere()).toBe(2)
    await tell(3)
    expect(await versionThere()).toBe(3)
  })

  it('is frozen with the evidence, which news while the decision is pending does not change', async () => {
    await harness.handOver()
    await tell(1)
    await harness.requestDecision(await harness.makeReady())
    await tell(2)
    const { body } = await harness.call(caseOfficer, 'GET', '/decision-requests/{round}', { parameters: { round: '1' } })
    const { evidence, digest } = body as { evidence: { informationPackage: unknown }; digest: string } // the route's own answer
    expect(evidence.informationPackage).toEqual(samplePackage(1))
    expect(digestOf(evidence)).toBe(digest)
    expect(await versionThere()).toBe(2)
    await harness.decide(rulings.go)
    expect((await harness.readCase()).status).toBe('handedOver')
    await tell(3)
    expect(await versionThere()).toBe(2)
  })

  it('is for phases that follow the dialogues: another does not take the event', async () => {
    const deaf = createPhaseHarness(samplePhase())
    await deaf.handOver()
    expect((await deaf.receive(packageEvent(1))).batchItemFailures).toHaveLength(1)
  })
})
