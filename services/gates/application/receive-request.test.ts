import { beforeEach, describe, expect, it } from 'vitest'
import { digestOf } from '#lambda/digest.ts'
import { createGateDriver } from '../testing/gate-driver.ts'
import type { GateDriver } from '../testing/gate-driver.ts'
import { evidenceOf, requestIdOf } from '../testing/requests.ts'

let driver: GateDriver
beforeEach(() => {
  driver = createGateDriver()
})

const requestId = requestIdOf(evidenceOf())
const refusals = () => driver.table.rows().filter(({ pk }) => pk === 'REFUSAL')

describe('a phase asks for a decision', () => {
  it('the request stands in the table, and one execution is started with it', async () => {
    expect(await driver.deliver(driver.requestedEvent())).toEqual([])
    expect(await driver.find()).toMatchObject({ version: 1, request: { status: 'received', requestId, round: 1 } })
    expect(await driver.findEvidence()).toEqual(evidenceOf())
    expect(driver.commands()).toMatchObject([{ kind: 'start', requestId }])
    expect(driver.told()).toEqual([])
  })

  it('the same message again, and the same request in another message, change nothing', async () => {
    const event = driver.requestedEvent()
    await driver.deliver(event)
    const rows = driver.table.rows()
    expect(await driver.deliver(event, driver.requestedEvent())).toEqual([])
    expect(driver.table.rows()).toEqual(rows)
  })

  it('a late repetition does not reopen what is decided', async () => {
    await driver.place('decided')
    expect(await driver.deliver(driver.requestedEvent())).toEqual([])
    expect(await driver.find()).toMatchObject({ request: { status: 'decided' } })
    expect(driver.commands()).toEqual([])
  })

  it('another round is a request of its own', async () => {
    await driver.place('decided')
    const second = evidenceOf({ round: 2 })
    await driver.deliver(driver.requestedEvent(second))
    expect(await driver.find(requestIdOf(second))).toMatchObject({ request: { status: 'received' } })
    expect(driver.commands()).toMatchObject([{ kind: 'start', requestId: requestIdOf(second) }])
  })

  it('evidence with fields that a later phase has added is taken as it was sealed', async () => {
    const evidence = { ...evidenceOf(), addedLater: { sv: 'Nytt', en: 'New' } }
    const event = driver.requestedEvent(evidence, { digest: digestOf(evidence) })
    expect(await driver.deliver(event)).toEqual([])
    expect(await driver.find()).toMatchObject({ request: { status: 'received', digest: digestOf(evidence) } })
    expect(refusals()).toEqual([])
  })

  it('evidence that is not what its digest says is refused for good, and that is recorded', async () => {
    const event = driver.requestedEvent(evidenceOf(), { digest: digestOf('something else') })
    expect(await driver.deliver(event)).toEqual([])
    expect(await driver.find()).toBeUndefined()
    expect(driver.commands()).toEqual([])
    expect(refusals()).toMatchObject([{ sk: event.id, body: { code: 'staleEvidence', caseId: event.subject } }])
  })
})
