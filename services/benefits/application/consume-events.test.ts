import { beforeEach, describe, expect, it } from 'vitest'
import { assessmentCompleted, assessmentFrozen, assessmentReopened } from '#contracts/events.ts'
import type { AssessmentKind } from '#contracts/words.ts'
import { akBrevBenefits } from '../../../demo/ak-brev/benefits.ts'
import { createCaseDriver } from '../testing/case-driver.ts'
import type { CaseDriver } from '../testing/case-driver.ts'

/** What the phases' events do to the assessments: in order, twice, late, and at the same moment as a save. */

let driver: CaseDriver

beforeEach(async () => {
  driver = createCaseDriver()
  await driver.deliver(driver.phaseEvents.received('ideas'))
})

const { NV1, NV2 } = akBrevBenefits

const codeOfSave = async (kind: AssessmentKind): Promise<unknown> => {
  const { body } = await driver.call('saveAssessment', {
    kind,
    body: akBrevBenefits[kind],
    ifMatch: (await driver.read(kind)).version,
  })
  return (body as { code?: string }).code // a problem, or a view that has no code
}

const standing = async () => {
  const { isEditable, inTurn } = (await driver.call('listAssessments')).body as {
    isEditable: string | null
    inTurn: string | null
  } // as the route's schema says
  return { isEditable, inTurn }
}

describe('a case that a phase receives', () => {
  it('has the assessment of that phase to write, and no other', async () => {
    expect(await standing()).toEqual({ isEditable: 'NV1', inTurn: 'NV1' })
    expect(await codeOfSave('NV1')).toBeUndefined()
    expect(await codeOfSave('NV2')).toBe('assessmentNotInTurn')
  })

  it('moves on with the case, and has none where the phase asks for none', async () => {
    await driver.freeze('ideas', 'NV1', NV1)
    await driver.deliver(driver.phaseEvents.received('matching'))
    expect(await standing()).toEqual({ isEditable: 'NV2', inTurn: 'NV2' })
    await driver.deliver(driver.phaseEvents.received('verification'), driver.phaseEvents.received('procurement'))
    expect(await standing()).toEqual({ isEditable: null, inTurn: null })
    expect(await codeOfSave('NV1')).toBe('assessmentFrozen')
    expect(await codeOfSave('NV4')).toBe('assessmentNotInTurn')
  })

  it('does not move back when an earlier phase is heard late', async () => {
    await driver.deliver(driver.phaseEvents.received('matching'), driver.phaseEvents.received('ideas'))
    expect(await standing()).toEqual({ isEditable: 'NV2', inTurn: 'NV2' })
  })

  it('is waited for when another event of it comes first', async () => {
    const other = createCaseDriver()
    const returned = other.phaseEvents.returned('ideas', 1)
    expect(await other.deliver(returned)).toHaveLength(1)
    await other.deliver(other.phaseEvents.received('ideas'))
    expect(await other.deliver(returned)).toEqual([])
    expect(await other.read('NV1')).toMatchObject({ status: 'empty' })
  })

  it('is learnt from a decision request too', async () => {
    const other = createCaseDriver()
    await other.deliver(other.phaseEvents.decisionRequested('ideas', 1))
    expect((await other.call('listAssessments')).body).toMatchObject({ inTurn: 'NV1', isEditable: null })
  })
})

describe('a decision request', () => {
  it('freezes the version in the evidence, and locks it', async () => {
    await driver.freeze('ideas', 'NV1', NV1)
    expect(await driver.read('NV1')).toMatchObject({
      status: 'frozen',
      version: 2,
      frozenFor: driver.requestIdOf('ideas', 1),
      lockedBecause: { sv: 'Beslut väntas' },
    })
    expect(driver.emittedOf(assessmentFrozen)).toEqual([{ kind: 'NV1', version: 2, requestId: driver.requestIdOf('ideas', 1) }])
    expect(await codeOfSave('NV1')).toBe('decisionPending')
    expect((await driver.call('reopenAssessment', { kind: 'NV1', ifMatch: 2 })).body).toMatchObject({ code: 'decisionPending' })
  })

  it('freezes once, however often it is told', async () => {
    await driver.save('NV1', NV1)
    await driver.complete('NV1')
    const message = driver.phaseEvents.decisionRequested('ideas', 1, driver.told('NV1'))
    const again = driver.phaseEvents.decisionRequested('ideas', 1, driver.told('NV1'))
    await driver.deliver(message, message, again)
    expect(driver.emittedOf(assessmentFrozen)).toHaveLength(1)
  })

  it('only locks when the phase knows no complete assessment', async () => {
    await driver.save('NV1', NV1)
    await driver.deliver(driver.phaseEvents.decisionRequested('ideas', 1))
    expect(await driver.read('NV1')).toMatchObject({ status: 'draft', version: 1 })
    expect(await codeOfSave('NV1')).toBe('decisionPending')
    expect(driver.emittedOf(assessmentFrozen)).toEqual([])
  })

  it('freezes nothing on evidence that names another assessment than the one kept here', async () => {
    await driver.save('NV1', NV1)
    await driver.complete('NV1')
    const other = { ...driver.told('NV1'), digest: driver.told('NV1').digest.replace(/./g, 'a') }
    // The form of a digest, of nothing.
    await driver.deliver(driver.phaseEvents.decisionRequested('ideas', 1, other as ReturnType<CaseDriver['told']>))
    expect(await driver.read('NV1')).toMatchObject({ status: 'complete' })
    expect(driver.runtime.logged()).toContainEqual(
      expect.objectContaining({ message: 'event refused', code: 'evidenceDisagrees' }),
    )
  })
})

describe('a later version saved as the decision was requested', () => {
  const race = async (completeAgain: boolean) => {
    await driver.save('NV1', NV1)
    await driver.complete('NV1')
    const evidence = driver.told('NV1')
    await driver.save('NV1', { ...NV1, summary: 'Nyare' })
    if (completeAgain) await driver.complete('NV1')
    await driver.deliver(driver.phaseEvents.decisionRequested('ideas', 1, evidence))
  }

  it('waits, and the one in the evidence is frozen', async () => {
    await race(false)
    expect(await driver.read('NV1')).toMatchObject({ status: 'frozen', version: 2, summary: NV1.summary, waitingVersion: 3 })
    expect(driver.emittedOf(assessmentFrozen)).toMatchObject([{ version: 2 }])
  })

  it('is never decided on when the decision is to go on', async () => {
    await race(false)
    await driver.deliver(driver.phaseEvents.received('matching'))
    expect(await driver.read('NV1')).toMatchObject({ status: 'frozen', version: 2, summary: NV1.summary })
    expect(await driver.read('NV2')).toMatchObject({ status: 'empty', proposedFrom: 'NV1' })
  })

  it('is the one to work on after a revise, and the phase is told to forget the old one', async () => {
    await race(false)
    const before = driver.emittedOf(assessmentReopened).length
    await driver.deliver(driver.phaseEvents.returned('ideas', 1))
    expect(await driver.read('NV1')).toMatchObject({ status: 'draft', version: 3, summary: 'Nyare' })
    expect(driver.emittedOf(assessmentReopened).slice(before)).toEqual([{ phase: 'ideas', kind: 'NV1', version: 3 }])
  })

  it('is told to the phase after a revise when it is complete', async () => {
    await race(true)
    const before = driver.emittedOf(assessmentCompleted).length
    await driver.deliver(driver.phaseEvents.returned('ideas', 1))
    expect(await driver.read('NV1')).toMatchObject({ status: 'complete', version: 4 })
    expect(driver.emittedOf(assessmentCompleted).slice(before)).toMatchObject([
      { phase: 'ideas', snapshot: { version: 4, summary: 'Nyare' } },
    ])
  })
})

describe('a decision', () => {
  beforeEach(() => driver.freeze('ideas', 'NV1', NV1))

  it('to go on leaves it frozen for good', async () => {
    await driver.deliver(driver.phaseEvents.received('matching'))
    await driver.deliver(driver.phaseEvents.returned('ideas', 1))
    expect(await driver.read('NV1')).toMatchObject({
      status: 'frozen',
      version: 2,
      lockedBecause: { sv: 'Nyttovärderingen är fryst' },
    })
    expect(await codeOfSave('NV1')).toBe('assessmentFrozen')
  })

  it('to revise opens it where it was, and the phase, which knows it, is told nothing', async () => {
    const before = driver.emitted().length
    await driver.deliver(driver.phaseEvents.returned('ideas', 1))
    expect(await driver.read('NV1')).toMatchObject({ status: 'complete', version: 2 })
    expect(driver.emitted()).toHaveLength(before)
    expect(await driver.save('NV1', NV1)).toMatchObject({ status: 'draft', version: 3 })
    expect(driver.emittedOf(assessmentReopened)).toEqual([{ phase: 'ideas', kind: 'NV1', version: 3 }])
  })

  it('is followed round after round', async () => {
    await driver.deliver(driver.phaseEvents.returned('ideas', 1))
    await driver.freeze('ideas', 'NV1', { ...NV1, summary: 'Andra varvet' }, 2)
    expect(await driver.read('NV1')).toMatchObject({
      status: 'frozen',
      version: 4,
      frozenFor: driver.requestIdOf('ideas', 2),
      summary: 'Andra varvet',
    })
  })

  it('to hold thaws it, but it waits for the case to be woken', async () => {
    await driver.deliver(driver.phaseEvents.held('ideas'))
    expect(await driver.read('NV1')).toMatchObject({ status: 'complete', version: 2, lockedBecause: { sv: 'Ärendet vilar' } })
    expect(await codeOfSave('NV1')).toBe('caseOnHold')
    await driver.deliver(driver.phaseEvents.woken('ideas'))
    expect(await codeOfSave('NV1')).toBeUndefined()
  })

  it('to stop leaves it frozen for good', async () => {
    await driver.deliver(driver.phaseEvents.stopped('ideas'))
    expect(await driver.read('NV1')).toMatchObject({ status: 'frozen' })
    expect(await codeOfSave('NV1')).toBe('assessmentFrozen')
    expect(await codeOfSave('NV2')).toBe('caseClosed')
  })

  it('heard twice changes nothing the second time', async () => {
    await driver.deliver(driver.phaseEvents.returned('ideas', 1))
    await driver.save('NV1', NV1)
    const before = driver.emitted().length
    await driver.deliver(driver.phaseEvents.returned('ideas', 1))
    expect(driver.emitted()).toHaveLength(before)
    expect(await driver.read('NV1')).toMatchObject({ status: 'draft', version: 3 })
  })
})

describe('an answer that overtakes its question', () => {
  const earlier = '2026-11-20T07:00:00.000Z'

  const completeNv1 = async () => {
    await driver.deliver(driver.phaseEvents.received('ideas'))
    await driver.save('NV1', NV1)
    await driver.complete('NV1')
    return driver.phaseEvents.decisionRequested('ideas', 1, driver.told('NV1'), earlier)
  }

  beforeEach(async () => {
    driver = createCaseDriver()
    await driver.deliver(driver.phaseEvents.received('ideas', '2026-11-20T06:00:00.000Z'))
  })

  it('revise: the late question locks nothing', async () => {
    const late = await completeNv1()
    await driver.deliver(driver.phaseEvents.returned('ideas', 1), late)
    expect(await driver.read('NV1')).toMatchObject({ status: 'complete' })
    expect(await codeOfSave('NV1')).toBeUndefined()
  })

  it('go: the late question still freezes what was decided on', async () => {
    const late = await completeNv1()
    await driver.deliver(driver.phaseEvents.received('matching'), late)
    expect(await driver.read('NV1')).toMatchObject({ status: 'frozen', version: 2 })
    expect(await standing()).toEqual({ isEditable: 'NV2', inTurn: 'NV2' })
  })

  it('stop: so it does there', async () => {
    const late = await completeNv1()
    await driver.deliver(driver.phaseEvents.stopped('ideas'), late)
    expect(await driver.read('NV1')).toMatchObject({ status: 'frozen', version: 2 })
    expect(await codeOfSave('NV2')).toBe('caseClosed')
  })

  it('hold and wake, the wrong way round, leave the case awake', async () => {
    await driver.deliver(driver.phaseEvents.decisionRequested('ideas', 1))
    await driver.deliver(
      driver.phaseEvents.woken('ideas', '2026-11-20T08:00:02.000Z'),
      driver.phaseEvents.held('ideas', '2026-11-20T08:00:01.000Z'),
    )
    expect(await standing()).toEqual({ isEditable: 'NV1', inTurn: 'NV1' })
  })
})

it('proposes the next assessment with the ids of the frozen one, and without its reasons', async () => {
  await driver.freeze('ideas', 'NV1', NV1)
  await driver.deliver(driver.phaseEvents.received('matching'))
  const removed = NV2.lines.map((line, index) =>
    index === 2 ? { ...line, isRemoved: true, removalReason: 'Går inte att visa' } : line,
  )
  await driver.freeze('matching', 'NV2', { ...NV2, lines: removed })
  await driver.deliver(driver.phaseEvents.received('verification'))
  const proposed = await driver.read('NV3')
  expect(proposed).toMatchObject({ status: 'empty', version: 0, summary: '', proposedFrom: 'NV2' })
  expect(proposed.lines.map(({ id }) => id)).toEqual(NV2.lines.map(({ id }) => id))
  expect(proposed.lines.every(({ changeReason }) => changeReason === undefined)).toBe(true)
  expect(proposed.lines[2]).toMatchObject({ isRemoved: true, removalReason: 'Går inte att visa' })
})
