import { beforeEach, describe, expect, it } from 'vitest'
import type { AnyEvent, EventData, EventDefinition } from '#contracts/event.ts'
import { caseClosed, caseCompleted, caseHandedOver, caseHeld, caseReturned, caseWoken } from '#contracts/events.ts'
import { phaseAfter } from '#contracts/flow.ts'
import { caseId, digest } from '#contracts/ids.ts'
import { caseHeader } from '#contracts/case-header.ts'
import { phases } from '#contracts/words.ts'
import type { Phase } from '#contracts/words.ts'
import { eventOf } from '#lambda/testing/event.ts'
import { createIdeaDriver } from '../testing/idea-driver.ts'
import type { IdeaDriver } from '../testing/idea-driver.ts'

let driver: IdeaDriver
let ideaId: string
let receipt: string

beforeEach(async () => {
  driver = createIdeaDriver()
  const submitted = await driver.submit()
  ideaId = submitted.ideaId
  receipt = submitted.receipt
})

/** An event of the case, told by a phase, a day after the one before. */
const tell = <D extends EventDefinition>(definition: D, data: EventData<D>, phase: Phase, subject = ideaId): AnyEvent => {
  driver.runtime.clock.advance({ days: 1 })
  return eventOf(definition, data, {
    id: driver.runtime.newId(),
    subject: caseId.parse(subject),
    phase,
    time: driver.runtime.clock(),
    from: phase,
  })
}

const handedOver = (from: Phase, subject = ideaId): AnyEvent => {
  const to = phaseAfter(from)
  if (!to) throw new Error('the last phase hands over to nobody')
  const header = caseHeader.parse({
    caseId: subject,
    caseNumber: 'KLM-2026-0001',
    title: 'Digitalt AK-brev',
    organisation: 'vasterviks-kommun',
    submittedAt: '2026-11-20T08:00:00.000Z',
    submittedBy: 'staff',
  })
  return tell(caseHandedOver, { case: header, from, to, dossier: {} }, to, subject)
}
const held = (phase: Phase, subject = ideaId) => tell(caseHeld, { phase, wakeOn: '2027-03-01' }, phase, subject)
const woken = (phase: Phase) => tell(caseWoken, { phase, reason: 'Vilotiden är slut', dueOn: '2027-04-01' }, phase)
const stopped = (phase: Phase, subject = ideaId) => {
  const decision = {
    ruling: {
      outcome: 'stop',
      reason: 'Ingen av de tillfrågade leverantörerna kan koppla sig till journalen.',
      stopReason: 'marketCannotDeliver',
    },
    decidedAt: '2026-12-01T08:00:00.000Z',
    decidedBy: { subject: 'direktor', name: 'Anders Bergström' },
    office: 'healthDirector',
    delegation: 'D 2.1',
    evidenceDigest: digest.parse('0'.repeat(64)),
  } as const
  return tell(caseClosed, { phase, decision }, phase, subject)
}

describe('the receipt of an accepted idea', () => {
  beforeEach(() => driver.accept(ideaId))

  it('follows the case through every phase to its end', async () => {
    expect(await driver.follow(receipt)).toMatchObject({
      status: 'accepted',
      case: { caseNumber: 'KLM-2026-0001', phase: 'ideas', status: 'ongoing' },
    })
    for (const phase of phases.slice(0, -1)) {
      await driver.deliver(handedOver(phase))
      expect(await driver.follow(receipt)).toMatchObject({ case: { phase: phaseAfter(phase), status: 'ongoing' } })
    }
    await driver.deliver(tell(caseCompleted, { phase: 'followup', nextFollowUpOn: '2028-01-15' }, 'followup'))
    expect(await driver.follow(receipt)).toMatchObject({ case: { phase: 'followup', status: 'completed' } })
  })

  it('tells that it rests, and that it is at work again', async () => {
    await driver.deliver(held('ideas'))
    expect(await driver.follow(receipt)).toMatchObject({ case: { status: 'onHold' } })
    await driver.deliver(woken('ideas'))
    expect(await driver.follow(receipt)).toMatchObject({ case: { status: 'ongoing' } })
    await driver.deliver(
      held('ideas'),
      tell(caseReturned, { phase: 'ideas', round: 2, why: 'revised', missing: ['Källor'], dueOn: '2027-05-01' }, 'ideas'),
    )
    expect(await driver.follow(receipt)).toMatchObject({ case: { status: 'ongoing' } })
  })

  it('tells why it was stopped, in plain words and both languages, and not who decided', async () => {
    await driver.deliver(stopped('matching'))
    expect(await driver.follow(receipt)).toMatchObject({
      case: {
        phase: 'matching',
        status: 'stopped',
        stopped: {
          reason: { sv: expect.stringMatching(/^[A-ZÅÄÖ].{10,}/), en: expect.stringMatching(/^[A-Z].{10,}/) },
          explanation: 'Ingen av de tillfrågade leverantörerna kan koppla sig till journalen.',
        },
      },
    })
    const shown = JSON.stringify(await driver.follow(receipt))
    for (const hidden of ['marketCannotDeliver', 'Bergström', 'healthDirector']) expect(shown).not.toContain(hidden)
  })

  it('is not set back by news that comes late, or again', async () => {
    const late = held('ideas')
    const news = handedOver('ideas')
    expect(await driver.deliver(news, late)).toEqual([])
    const after = driver.table.rows().filter(({ pk }) => pk.startsWith('CASE#'))
    expect(await driver.deliver(news, late)).toEqual([])
    expect(driver.table.rows().filter(({ pk }) => pk.startsWith('CASE#'))).toEqual(after)
    expect(await driver.follow(receipt)).toMatchObject({ case: { phase: 'matching', status: 'ongoing' } })
  })
})

describe('a case that no idea stands behind', () => {
  it('is none of ours, and the message is done with', async () => {
    expect(await driver.deliver(handedOver('ideas', driver.runtime.newId()))).toEqual([])
  })

  it('as little as an idea that has not become a case', async () => {
    expect(await driver.deliver(handedOver('ideas'))).toEqual([])
    expect(await driver.follow(receipt)).toMatchObject({ status: 'submitted' })
  })
})

describe('the receipt of a merged idea', () => {
  let carrier: Awaited<ReturnType<IdeaDriver['submit']>>
  beforeEach(async () => {
    carrier = await driver.submit({ title: 'AK-brevet digitalt' })
  })

  it('follows the case that carries it, and keeps its own title and the reason', async () => {
    await driver.merge(ideaId, carrier.ideaId)
    expect(await driver.follow(receipt)).toMatchObject({ title: 'Digitalt AK-brev', status: 'merged', answer: 'Samma behov.' })
    await driver.accept(carrier.ideaId)
    await driver.deliver(stopped('ideas', carrier.ideaId))
    expect(await driver.follow(receipt)).toMatchObject({
      title: 'Digitalt AK-brev',
      status: 'merged',
      case: { caseNumber: 'KLM-2026-0001', status: 'stopped', stopped: { explanation: expect.stringContaining('journalen') } },
    })
  })

  it('follows through a second merge', async () => {
    const last = await driver.submit({ title: 'Den tredje' })
    await driver.merge(ideaId, carrier.ideaId)
    await driver.merge(carrier.ideaId, last.ideaId)
    await driver.accept(last.ideaId)
    await driver.deliver(held('ideas', last.ideaId))
    for (const word of [receipt, carrier.receipt])
      expect(await driver.follow(word)).toMatchObject({ status: 'merged', case: { status: 'onHold' } })
  })

  it('is answered when the one that carries it is answered', async () => {
    await driver.merge(ideaId, carrier.ideaId)
    await driver.answer(carrier.ideaId, 'Det finns redan i 1177.')
    expect(await driver.follow(receipt)).toMatchObject({
      title: 'Digitalt AK-brev',
      status: 'answered',
      answer: 'Det finns redan i 1177.',
    })
  })
})

it('the receipt of an answered idea gives the answer', async () => {
  await driver.answer(ideaId, 'Det finns redan i 1177.')
  expect(await driver.follow(receipt)).toMatchObject({ status: 'answered', answer: 'Det finns redan i 1177.' })
  expect(driver.told().at(-1)).toMatchObject({
    type: 'se.behovsflodet.idea-answered.v1',
    data: { answer: 'Det finns redan i 1177.' },
  })
})
