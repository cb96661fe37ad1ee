import fc from 'fast-check'
import * as z from 'zod'
import { describe, expect, it } from 'vitest'
import { authorOf } from '#contracts/actor.ts'
import { assessmentCompleted, assessmentReopened, decisionExpired, decisionMade } from '#contracts/events.ts'
import { digestOf } from '#lambda/digest.ts'
import { eventOf } from '#lambda/testing/event.ts'
import { caseOfficer, colleague, specialists } from '#lambda/testing/personas.ts'
import { createPhaseHarness } from './testing/phase-harness.ts'
import type { PhaseHarness } from './testing/phase-harness.ts'
import { samplePhase } from './testing/sample-phase.ts'
import { assessmentVersion, completeNeed, rulings, sampleCaseId, sampleHeader } from './testing/sample-case.ts'

const started = async (): Promise<PhaseHarness> => {
  const harness = createPhaseHarness(samplePhase())
  await harness.handOver()
  await harness.call(caseOfficer, 'POST', '/assignments', { body: {} })
  return harness
}

const awaiting = async (): Promise<PhaseHarness> => {
  const harness = createPhaseHarness(samplePhase())
  await harness.handOver()
  await harness.requestDecision(await harness.makeReady())
  return harness
}

const codeOf = ({ body }: { body: unknown }): string => z.object({ code: z.string() }).parse(body).code
const eventTypes = (harness: PhaseHarness): string[] => harness.emitted().map(({ type }) => type.split('.')[2] ?? '')

describe('a case on its way through a phase', () => {
  it('is told of as it goes, in order, with who did what', async () => {
    const harness = await awaiting()
    await harness.decide(rulings.go)
    expect(eventTypes(harness)).toEqual([
      'case-received',
      'case-assigned',
      'opinion-requested',
      'opinion-given',
      'section-saved',
      'decision-requested',
      'case-handed-over',
    ])
    expect(harness.emitted().map(({ actor }) => actor.subject)).toEqual([
      'system',
      'maria',
      'maria',
      specialists.it.subject,
      'maria',
      'maria',
      'system',
    ])
    expect(harness.emitted().every(({ subject }) => subject === sampleCaseId)).toBe(true)
  })

  it('is listed in its status alone, those that came first first', async () => {
    const harness = createPhaseHarness(samplePhase())
    await harness.handOver()
    const listed = async (status: string) => {
      const { body } = await harness.send({ as: caseOfficer, method: 'GET', path: '/v1/matching/cases', query: { status } })
      return z.object({ cases: z.array(z.object({ caseId: z.string() })) }).parse(body).cases.length
    }
    expect([await listed('received'), await listed('inProgress')]).toEqual([1, 0])
    await harness.call(caseOfficer, 'POST', '/assignments', { body: {} })
    expect([await listed('received'), await listed('inProgress')]).toEqual([0, 1])
  })

  it('says at every moment who has the ball', async () => {
    const harness = createPhaseHarness(samplePhase())
    const ball = async () => {
      const { nextStep } = await harness.readCase()
      return [nextStep.ball, nextStep.text.sv]
    }
    await harness.handOver()
    expect(await ball()).toEqual([{ with: 'role', role: 'caseOfficer' }, 'Ärendet väntar på att tas emot av: handläggare.'])
    await harness.call(caseOfficer, 'POST', '/assignments', { body: {} })
    const maria = { with: 'person', person: authorOf(caseOfficer) }
    expect(await ball()).toEqual([maria, '3 villkor återstår innan beslutet kan bli fortsätt.'])
    await harness.saveSection('need', completeNeed, 0)
    await harness.tell(assessmentCompleted, { phase: 'matching', snapshot: assessmentVersion(1) })
    expect(await ball()).toEqual([maria, 'Begär yttrande: IT.'])
    await harness.call(caseOfficer, 'POST', '/opinions', { body: { unit: 'it', question: '?' } })
    expect(await ball()).toEqual([{ with: 'units', units: ['it'] }, 'Yttranden inväntas.'])
    const [opinion] = (await harness.readCase()).opinions
    await harness.call(specialists.it, 'POST', '/opinions/{opinionId}/answers', {
      parameters: { opinionId: opinion?.id ?? '' },
      body: { answer: 'no', comment: 'Nej' },
    })
    expect(await ball()).toEqual([maria, 'Underlaget är klart. Begär beslut.'])
    await harness.requestDecision((await harness.readCase()).version)
    expect(await ball()).toEqual([{ with: 'deciders' }, 'Beslutsfattaren avgör.'])
    await harness.decide(rulings.hold)
    expect(await ball()).toEqual([{ with: 'calendar' }, 'Ärendet vilar till 2026-12-14.'])
  })

  it('says when one condition is left, in the singular', async () => {
    const harness = await started()
    await harness.saveSection('need', completeNeed, 0)
    expect((await harness.readCase()).nextStep.text.en).toBe('1 condition remains before the decision can be go.')
  })
})

describe('the history of a section', () => {
  it('is whole: every version that was saved can be read as it was, with who and when', async () => {
    const content = fc.record({
      problem: fc.string({ minLength: 1, maxLength: 20 }).filter((text) => text.trim() === text && !/\d{6}/.test(text)),
      severity: fc.integer({ min: 1, max: 5 }),
    })
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({ content, status: fc.constantFrom('draft', 'complete'), as: fc.constantFrom(caseOfficer, colleague) }),
          { minLength: 1, maxLength: 12 },
        ),
        async (saves) => {
          const harness = await started()
          for (const [index, { content: saved, status, as }] of saves.entries()) {
            harness.runtime.clock.advance({ seconds: 1 })
            expect((await harness.saveSection('need', saved, index, { as, status })).status).toBe(200)
          }
          const { body } = await harness.call(caseOfficer, 'GET', '/sections/{section}/versions', {
            parameters: { section: 'need' },
          })
          const { versions } = z
            .object({
              versions: z.array(
                z.object({
                  version: z.int(),
                  status: z.string(),
                  digest: z.string(),
                  savedBy: z.object({ subject: z.string() }),
                  savedAt: z.string(),
                }),
              ),
            })
            .parse(body)
          expect(versions.map(({ version }) => version)).toEqual(saves.map((_, index) => saves.length - index))
          expect(new Set(versions.map(({ savedAt }) => savedAt)).size).toBe(saves.length)
          for (const [index, { content: saved, status, as }] of saves.entries()) {
            const old = await harness.call(caseOfficer, 'GET', '/sections/{section}', {
              parameters: { section: 'need' },
              query: { version: String(index + 1) },
            })
            expect(old.body).toMatchObject({
              version: index + 1,
              status,
              content: saved,
              digest: digestOf(saved),
              savedBy: { subject: as.subject },
            })
            expect(old.headers['etag']).toBe(`"${index + 1}"`)
          }
        },
      ),
      { numRuns: 25 },
    )
  })

  it('goes on when a complete section becomes a draft again, and the criterion is unmet again', async () => {
    const harness = await started()
    const criterion = async () => (await harness.readCase()).criteria.find(({ id }) => id === 'needComplete')?.status
    await harness.saveSection('need', completeNeed, 0)
    expect(await criterion()).toBe('met')
    expect((await harness.saveSection('need', { problem: 'Nytt' }, 1, { status: 'draft' })).status).toBe(200)
    expect(await criterion()).toBe('notMet')
  })
})

describe('two at once', () => {
  it('who save different sections both succeed, and both contents are there', async () => {
    const harness = await started()
    harness.between.next(() => harness.saveSection('plan', { goal: 'Brev i tid' }, 0, { as: specialists.it }))
    expect((await harness.saveSection('need', completeNeed, 0)).status).toBe(200)
    const { sections, version } = await harness.readCase()
    expect(sections.map(({ key, version: saved }) => [key, saved])).toEqual([
      ['need', 1],
      ['plan', 1],
      ['aftercare', 0],
    ])
    expect(version).toBe(4)
    expect(eventTypes(harness).filter((type) => type === 'section-saved')).toHaveLength(2)
  })

  it('who save the same section: one succeeds, the other is told that somebody was first, and nothing is overwritten', async () => {
    const harness = await started()
    harness.between.next(() => harness.saveSection('need', { problem: 'Kollegans', severity: 3 }, 0, { as: colleague }))
    const second = await harness.saveSection('need', completeNeed, 0)
    expect([second.status, codeOf(second)]).toEqual([412, 'staleVersion'])
    const { body } = await harness.call(caseOfficer, 'GET', '/sections/{section}', { parameters: { section: 'need' } })
    expect(body).toMatchObject({ version: 1, content: { problem: 'Kollegans' }, savedBy: { subject: 'jonas' } })
  })

  it('in any number: as many versions as successes, and no success lost', async () => {
    const harness = await started()
    const writers = Array.from({ length: 8 }, (_, index) => index)
    const answers = await Promise.all(
      writers.map((index) => harness.saveSection('need', { problem: `Förslag ${index}`, severity: 2 }, 0)),
    )
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(answers.filter(({ status }) => status === 412)).toHaveLength(7)
    expect((await harness.readCase()).sections[0]?.version).toBe(1)
  })

  it('of whom one requests the decision: what the other saves meanwhile is not frozen unseen', async () => {
    const harness = createPhaseHarness(samplePhase())
    await harness.handOver()
    const version = await harness.makeReady()
    harness.between.next(() => harness.saveSection('plan', { goal: 'Sent tillägg' }, 0, { as: specialists.it }))
    const requested = await harness.requestDecision(version)
    expect([requested.status, codeOf(requested)]).toEqual([412, 'staleVersion'])
    const { status, sections, round } = await harness.readCase()
    expect([status, sections[1]?.version, round]).toEqual(['inProgress', 1, 0])
    expect(harness.rows().filter(({ sk }) => sk.startsWith('HIS#EVIDENCE#'))).toEqual([])
    expect((await harness.requestDecision(version + 1)).status).toBe(202)
  })

  it('of whom one saves while the other has just frozen: the save is refused, and the frozen evidence stands', async () => {
    const harness = createPhaseHarness(samplePhase())
    await harness.handOver()
    const version = await harness.makeReady()
    harness.between.next(() => harness.requestDecision(version))
    const saved = await harness.saveSection('plan', { goal: 'Sent tillägg' }, 0, { as: specialists.it })
    expect([saved.status, codeOf(saved)]).toEqual([409, 'recordLocked'])
    const { status, sections, pending } = await harness.readCase()
    expect([status, sections[1]?.version]).toEqual(['awaitingDecision', 0])
    const { body } = await harness.call(caseOfficer, 'GET', '/decision-requests/{round}', { parameters: { round: '1' } })
    const frozen = z.object({ digest: z.string(), evidence: z.unknown() }).parse(body)
    expect([frozen.digest, digestOf(frozen.evidence)]).toEqual([pending?.digest, pending?.digest])
  })

  it('who both request the decision: one request, one round', async () => {
    const harness = createPhaseHarness(samplePhase())
    await harness.handOver()
    const version = await harness.makeReady()
    const answers = await Promise.all([harness.requestDecision(version), harness.requestDecision(version, colleague)])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([202, 409])
    expect(eventTypes(harness).filter((type) => type === 'decision-requested')).toHaveLength(1)
  })

  it('too many: who never gets through is told so, and nothing of theirs is saved', async () => {
    const harness = await started()
    for (let time = 0; time < 12; time += 1) {
      // Each answers an opinion in between: the head changes, and the section does not.
      harness.between.next(async () => {
        await harness.call(colleague, 'POST', '/opinions', { body: { unit: 'law', question: `Fråga ${time}` } })
      })
      // The interruption's own commit must not take the next interruption.
      harness.between.next(async () => undefined)
    }
    const saved = await harness.saveSection('need', completeNeed, 0)
    expect([saved.status, codeOf(saved)]).toEqual([503, 'busy'])
    expect((await harness.readCase()).sections[0]?.version).toBe(0)
    expect((await harness.saveSection('need', completeNeed, 0)).status).toBe(200)
  })
})

describe('an event that comes again, late or early', () => {
  it('hands the case over once', async () => {
    const harness = createPhaseHarness(samplePhase())
    const event = await harness.handOver()
    await harness.call(caseOfficer, 'POST', '/assignments', { body: {} })
    const before = harness.rows()
    await harness.receive(event)
    await harness.handOver()
    expect(harness.rows()).toEqual(before)
  })

  it('decides once, whether the same message or the same decision comes again', async () => {
    const harness = await awaiting()
    const event = await harness.decide(rulings.revise)
    const before = await harness.readCase()
    expect(await harness.receive(event)).toEqual({ batchItemFailures: [] })
    const copy = {
      ...event,
      id: eventOf(decisionMade, event.data as never, { id: harness.runtime.newId(), subject: sampleCaseId }).id,
    } // the event's own data
    expect(await harness.receive(copy)).toEqual({ batchItemFailures: [] })
    expect(await harness.readCase()).toEqual(before)
    expect(eventTypes(harness).filter((type) => type === 'case-returned')).toHaveLength(1)
  })

  it('expires nothing that has been decided, and decides nothing that has expired', async () => {
    const decidedFirst = await awaiting()
    const { pending } = await decidedFirst.readCase()
    if (!pending) throw new Error('no decision is pending')
    await decidedFirst.decide(rulings.hold)
    const held = await decidedFirst.readCase()
    await decidedFirst.tell(decisionExpired, { requestId: pending.requestId, gate: 'BP2', phase: 'matching', round: 1 })
    expect(await decidedFirst.readCase()).toEqual(held)
    expect(held.status).toBe('onHold')

    const expiredFirst = await awaiting()
    const late = (await expiredFirst.readCase()).pending
    if (!late) throw new Error('no decision is pending')
    await expiredFirst.expire()
    expect(await expiredFirst.readCase()).toMatchObject({ status: 'inProgress', round: 1, decisions: [] })
    await expiredFirst.tell(decisionMade, {
      requestId: late.requestId,
      gate: 'BP2',
      phase: 'matching',
      round: 1,
      decision: {
        ruling: rulings.go,
        decidedAt: '2026-11-20T08:00:00.000Z',
        decidedBy: { subject: 'd', name: 'D' },
        office: 'healthDirector',
        delegation: 'D 2.1',
        evidenceDigest: late.digest,
      },
    })
    expect((await expiredFirst.readCase()).status).toBe('inProgress')
    expect(await expiredFirst.refusals()).toMatchObject([{ code: 'noPendingDecision', caseId: sampleCaseId }])
  })

  it('keeps the newest assessment, whatever order the news comes in', async () => {
    const news = [
      [assessmentCompleted, { phase: 'matching', snapshot: assessmentVersion(1) }],
      [assessmentReopened, { phase: 'matching', kind: 'NV2', version: 2 }],
      [assessmentCompleted, { phase: 'matching', snapshot: assessmentVersion(3) }],
    ] as const
    const orders = [
      [0, 1, 2],
      [0, 2, 1],
      [1, 0, 2],
      [1, 2, 0],
      [2, 0, 1],
      [2, 1, 0],
      [2, 2, 0, 1, 1],
    ]
    for (const order of orders) {
      const harness = await started()
      for (const index of order) {
        const [definition, data] = news[index] ?? news[0]
        await harness.tell(definition, data)
      }
      expect((await harness.readCase()).assessment?.version).toBe(3)
    }
  })

  it('waits when benefits has heard of the case before the phase has', async () => {
    const harness = createPhaseHarness(samplePhase())
    const early = eventOf(
      assessmentCompleted,
      { phase: 'matching', snapshot: assessmentVersion(1) },
      { id: harness.runtime.newId(), subject: sampleCaseId, phase: 'matching' },
    )
    expect((await harness.receive(early)).batchItemFailures).toHaveLength(1)
    await harness.handOver()
    expect(await harness.receive(early)).toEqual({ batchItemFailures: [] })
    expect((await harness.readCase()).assessment?.version).toBe(1)
  })

  it('about a case that the phase never had is refused, and the refusal is kept', async () => {
    const harness = createPhaseHarness(samplePhase())
    await harness.handOver()
    await harness.decide(rulings.go)
    expect(await harness.refusals()).toMatchObject([
      { code: 'evidenceNotFound', eventType: decisionMade.type, caseId: sampleHeader.caseId },
    ])
  })
})

describe('a resting case', () => {
  const resting = async (): Promise<PhaseHarness> => {
    const harness = await awaiting()
    await harness.decide(rulings.hold)
    return harness
  }

  it('wakes on its day in Sweden, once, by the system, and not before', async () => {
    const harness = await resting()
    harness.runtime.clock.set('2026-12-13T22:59:00.000Z')
    await harness.runSchedule()
    expect((await harness.readCase()).status).toBe('onHold')
    harness.runtime.clock.set('2026-12-13T23:00:00.000Z')
    await harness.runSchedule()
    const woken = await harness.readCase()
    expect(woken).toMatchObject({ status: 'inProgress', round: 1 })
    expect(woken).not.toHaveProperty('wakeOn')
    await harness.runSchedule()
    expect((await harness.readCase()).version).toBe(woken.version)
    expect(
      harness
        .emitted()
        .filter(({ type }) => type.includes('case-woken'))
        .map(({ actor }) => actor.subject),
    ).toEqual(['system'])
    expect(
      harness.runtime
        .logged()
        .filter(({ message }) => message === 'schedule ran')
        .map(({ count }) => count),
    ).toEqual([0, 1, 0])
  })

  it('wakes also when the schedule has been away for weeks', async () => {
    const harness = await resting()
    harness.runtime.clock.set('2027-03-01T08:00:00.000Z')
    await harness.runSchedule()
    expect((await harness.readCase()).status).toBe('inProgress')
  })

  it('can be woken before its day by whoever carries it, with a reason', async () => {
    const harness = await resting()
    expect((await harness.call(caseOfficer, 'POST', '/wake-ups', { body: { reason: 'Strategin är klar' } })).status).toBe(200)
    expect(harness.emitted().at(-1)).toMatchObject({ actor: { subject: 'maria' }, data: { reason: 'Strategin är klar' } })
  })

  it('that somebody wakes as the schedule does is woken once', async () => {
    const harness = await resting()
    harness.runtime.clock.set('2026-12-14T08:00:00.000Z')
    harness.between.next(() => harness.call(caseOfficer, 'POST', '/wake-ups', { body: { reason: 'Nu' } }))
    await harness.runSchedule()
    expect(eventTypes(harness).filter((type) => type === 'case-woken')).toHaveLength(1)
  })
})

describe('another round', () => {
  it('has its own evidence beside the first, which stays as it was', async () => {
    const harness = await awaiting()
    const evidence = async (round: number) =>
      (await harness.call(caseOfficer, 'GET', '/decision-requests/{round}', { parameters: { round: String(round) } })).body
    const first = await evidence(1)
    await harness.decide(rulings.revise)
    await harness.saveSection('need', { ...completeNeed, problem: 'Skarpare' }, 1)
    await harness.requestDecision((await harness.readCase()).version)
    expect(await evidence(1)).toEqual(first)
    expect(await evidence(2)).toMatchObject({ evidence: { round: 2, sections: [{ key: 'need', version: 2 }, {}] } })
    await harness.decide(rulings.go)
    expect((await harness.readCase()).decisions.map(({ round, decision }) => [round, decision.ruling.outcome])).toEqual([
      [1, 'revise'],
      [2, 'go'],
    ])
  })
})

describe('after the gate has said go', () => {
  it('only the sections that come after it can be written', async () => {
    const harness = await awaiting()
    expect(codeOf(await harness.saveSection('aftercare', { note: 'För tidigt' }, 0))).toBe('recordLocked')
    await harness.decide(rulings.go)
    expect((await harness.saveSection('aftercare', { note: 'Avtalet är skrivet' }, 0)).status).toBe(200)
    expect(codeOf(await harness.saveSection('need', completeNeed, 1))).toBe('recordLocked')
    expect((await harness.readCase()).status).toBe('handedOver')
  })
})
