import { beforeEach, describe, expect, it } from 'vitest'
import { kalmar } from '#counties/kalmar.ts'
import { roles, staffRoles } from '#contracts/words.ts'
import type { Role } from '#contracts/words.ts'
import { digestOf } from '#lambda/digest.ts'
import {
  caseOfficer,
  decisionMaker,
  everyRole,
  municipalDecisionMaker,
  nobody,
  operations,
  otherMunicipalOfficer,
} from '#lambda/testing/personas.ts'
import { gateProblems } from '../refusals.ts'
import { gateRoutes } from '../routes.ts'
import type { GateRoutes } from '../routes.ts'
import { createGateDriver } from '../testing/gate-driver.ts'
import type { GateCall, GateDriver } from '../testing/gate-driver.ts'
import { criterion, director, dueOn, evidenceOf, expiresAt, frozen, requestIdOf } from '../testing/requests.ts'

type OperationId = keyof GateRoutes
const operationIds = Object.keys(gateRoutes) as OperationId[] // the keys of a literal

const evidence = evidenceOf()
const { digest, requestId } = frozen(evidence)
const decision = (more: object = {}) => ({
  ruling: { outcome: 'go', reason: 'Behovet är styrkt.' },
  evidenceDigest: digest,
  hasConflictOfInterest: false,
  ...more,
})

let driver: GateDriver
beforeEach(() => {
  driver = createGateDriver()
})

/** A call of each route that succeeds while a request is open. */
const goodCalls: Record<OperationId, GateCall> = {
  listRequests: {},
  listDecisions: { query: { from: '2026-11-01', till: '2026-11-30' } },
  readRequest: {},
  makeDecision: { body: decision() },
  declareConflict: { body: { reason: 'Delägare i ett av företagen' } },
  readDelegationOrder: {},
}

describe.each(operationIds)('%s', (operationId) => {
  const route = gateRoutes[operationId]
  const allowed: readonly Role[] = route.access
  const good = goodCalls[operationId]

  beforeEach(async () => {
    await driver.place('open')
  })

  it('answers as its schema says', async () => {
    const { status, body, text } = await driver.call(operationId, good)
    expect(status, text).toBe(route.response.status)
    expect(route.response.body.safeParse(body).error).toBeUndefined()
  })

  it.each(everyRole.map((actor) => [actor.roles[0], actor] as const))('as %s', async (role, actor) => {
    const { status, body } = await driver.call(operationId, { ...good, as: actor })
    const isAllowed = role !== undefined && allowed.includes(role)
    expect(status).toBe(isAllowed ? route.response.status : 403)
    if (!isAllowed) expect(body).toMatchObject({ code: 'roleNotAllowed' })
  })

  it('is closed to who has no role, and to who has not signed in', async () => {
    expect(await driver.call(operationId, { ...good, as: nobody })).toMatchObject({
      status: 403,
      body: { code: 'roleNotAllowed' },
    })
    expect(await driver.call(operationId, { ...good, as: undefined })).toMatchObject({
      status: 401,
      body: { code: 'notAuthenticated' },
    })
  })

  it('refuses fields and addresses of other forms', async () => {
    if (good.body) {
      const answer = await driver.call(operationId, { ...good, body: { ...good.body, unknown: 1 } })
      expect(answer).toMatchObject({ status: 400, body: { errors: [{ code: 'unknownField' }] } })
    }
    if (!route.path.includes('{')) return
    expect(await driver.call(operationId, { ...good, requestId: 'KLM-2026-0042-BP1-1' })).toMatchObject({
      status: 400,
      body: { code: 'invalidRequest', errors: [{ pointer: '/path/requestId' }] },
    })
    expect(await driver.call(operationId, { ...good, requestId: `${evidence.case.caseId}-BP9-1` })).toMatchObject({ status: 400 })
  })
})

it('only decision makers decide and declare conflicts; everybody on the staff reads, and some the report of decisions', () => {
  const rolesOf = (operationId: OperationId): Role[] =>
    roles.filter((role) => (gateRoutes[operationId].access as readonly Role[]).includes(role))
  expect(rolesOf('makeDecision')).toEqual(['decisionMaker'])
  expect(rolesOf('declareConflict')).toEqual(['decisionMaker'])
  expect(rolesOf('listDecisions')).toEqual(['caseOfficer', 'decisionMaker', 'operations'])
  for (const operationId of ['listRequests', 'readRequest', 'readDelegationOrder'] as const)
    expect(rolesOf(operationId)).toEqual([...staffRoles])
})

type Setup = () => Promise<unknown>
const placed =
  (...args: Parameters<GateDriver['place']>): Setup =>
  () =>
    driver.place(...args)

const closedGate = evidenceOf({ criteria: [criterion('needSubstantiated', { status: 'notMet' })] })

/** Each refusal that a route declares, and how it comes about. */
const refusals: Record<OperationId, readonly (readonly [code: string, Setup, GateCall])[]> = {
  listRequests: [],
  listDecisions: [],
  readDelegationOrder: [],
  readRequest: [['requestNotFound', async () => undefined, {}]],
  declareConflict: [
    ['requestNotFound', async () => undefined, { body: { reason: 'x' } }],
    ['decisionMadeSoNoConflict', placed('decided'), { body: { reason: 'x' } }],
  ],
  makeDecision: [
    ['requestNotFound', async () => undefined, { body: decision() }],
    ['notOpenYet', placed('received'), { body: decision() }],
    ['alreadyDecided', placed('answered'), { body: decision() }],
    ['requestExpired', placed('expired'), { body: decision() }],
    ['staleEvidence', placed('open'), { body: decision({ evidenceDigest: digestOf('other') }) }],
    ['noRightToDecide', placed('open'), { body: decision(), as: decisionMaker('procurementManager') }],
    [
      'conflictOfInterest',
      async () => {
        await driver.place('open')
        await driver.call('declareConflict', { body: { reason: 'Delägare' } })
      },
      { body: decision() },
    ],
    ['goImpossible', placed('open', closedGate), { body: decision({ evidenceDigest: digestOf(closedGate) }) }],
    ['dateNotAhead', placed('open'), { body: decision({ ruling: { outcome: 'hold', reason: 'Vänta', wakeOn: '2026-11-20' } }) }],
  ],
}

describe.each(operationIds)('%s says no', (operationId) => {
  it('in every way that it declares', () => {
    expect(refusals[operationId].map(([code]) => code)).toEqual([...gateRoutes[operationId].refusals])
  })

  it.each(refusals[operationId])('%s', async (code, setUp, call) => {
    await setUp()
    const before = driver.table.rows()
    const { status, body, headers } = await driver.call(operationId, call)
    expect(status).toBe(gateProblems[code as keyof typeof gateProblems].status) // the line above holds that it is one
    expect(headers['content-type']).toContain('application/problem+json')
    expect(body).toMatchObject({ code, type: `/problems/${code.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}` })
    expect(driver.table.rows()).toEqual(before)
  })
})

describe('the decisions of a period', () => {
  /** A decision at each moment, in rounds 1, 2, 3 and so on. */
  const decideAt = async (...moments: readonly string[]) => {
    for (const [index, now] of moments.entries())
      // Each takes its turn on the same table.
      // oxlint-disable-next-line no-await-in-loop
      await driver.place('decided', evidenceOf({ round: index + 1 }), now)
  }
  const roundsIn = async (query: Readonly<Record<string, string>>) => {
    const found: number[] = []
    for (let cursor: string | undefined, isFirst = true; isFirst || cursor !== undefined; isFirst = false) {
      // Each page needs the cursor of the one before.
      // oxlint-disable-next-line no-await-in-loop
      const { body, headers } = await driver.call('listDecisions', {
        query: { ...query, ...(cursor !== undefined && { cursor }) },
      })
      found.push(...(body as { decisions: { round: number }[] }).decisions.map(({ round }) => round)) // as the schema says
      cursor = headers['link']?.match(/cursor=([^>&]+)/)?.[1]
    }
    return found
  }

  it('are those of Swedish days, both ends included, the latest first, however they are paged', async () => {
    await decideAt(
      '2026-10-31T22:59:00.000Z', // 31 October at 23:59 in Sweden
      '2026-10-31T23:30:00.000Z', // 1 November at 00:30
      '2026-11-15T08:00:00.000Z',
      '2026-11-30T22:59:00.000Z', // 30 November at 23:59
      '2026-11-30T23:01:00.000Z', // 1 December at 00:01
    )
    const period = { from: '2026-11-01', till: '2026-11-30' }
    expect(await roundsIn(period)).toEqual([4, 3, 2])
    expect(await roundsIn({ ...period, limit: '1' })).toEqual([4, 3, 2])
    expect(await roundsIn({ from: '2026-12-02', till: '2026-12-31' })).toEqual([])
  })

  it('say who decided what, as what and under which line', async () => {
    await decideAt('2026-11-15T08:00:00.000Z')
    const { body } = await driver.call('listDecisions', { query: { from: '2026-11-15', till: '2026-11-15' } })
    expect(body).toMatchObject({
      decisions: [
        {
          requestId: requestIdOf(evidenceOf()),
          decision: {
            office: 'healthDirector',
            delegation: 'D 1.1',
            decidedBy: { name: director.name },
            ruling: { outcome: 'go' },
          },
        },
      ],
    })
  })

  it('end where the period begins, however many there were before', async () => {
    await decideAt('2026-10-01T08:00:00.000Z', '2026-10-02T08:00:00.000Z', '2026-11-15T08:00:00.000Z')
    const query = { from: '2026-11-01', till: '2026-11-30', limit: '2' }
    const { body, headers } = await driver.call('listDecisions', { query })
    expect(body).toMatchObject({ decisions: [{ round: 3 }] })
    expect(headers['link']).toBeUndefined()
  })

  it('leave out what still waits', async () => {
    await driver.place('open')
    expect(await roundsIn({ from: '2026-01-01', till: '2027-12-31' })).toEqual([])
  })
})

describe('the decision', () => {
  it('is answered with the request as it then stands', async () => {
    const { version } = await driver.place('open')
    const answer = await driver.call('makeDecision', { body: decision() })
    expect(answer).toMatchObject({
      status: 202,
      headers: { etag: `"${version + 1}"` },
      body: {
        status: 'answered',
        mayDecide: false,
        whyNot: { sv: 'Beslutet är fattat.', en: 'The decision has been made.' },
        decision: { office: 'healthDirector', delegation: 'D 1.1', decidedBy: { name: director.name } },
      },
    })
  })

  it('with the same Idempotency-Key gives the first answer again; without one it is already made', async () => {
    await driver.place('open')
    const headers = { 'idempotency-key': 'decision-1' }
    const first = await driver.call('makeDecision', { body: decision(), headers })
    const again = await driver.call('makeDecision', { body: decision(), headers })
    expect([again.status, again.text]).toEqual([202, first.text])
    expect(await driver.call('makeDecision', { body: decision() })).toMatchObject({
      status: 409,
      body: { code: 'alreadyDecided' },
    })
    const other = decision({ ruling: { outcome: 'stop', reason: 'Nej', stopReason: 'other' } })
    expect(await driver.call('makeDecision', { body: other, headers })).toMatchObject({ body: { code: 'idempotencyKeyReused' } })
  })

  it('goImpossible names the criterion in both languages', async () => {
    await driver.place('open', closedGate)
    expect(await driver.call('makeDecision', { body: decision({ evidenceDigest: digestOf(closedGate) }) })).toMatchObject({
      body: {
        errors: [
          {
            pointer: '/ruling/outcome',
            code: 'needSubstantiated',
            translations: {
              sv: 'Kriteriet needSubstantiated: Det är visat.',
              en: 'The criterion needSubstantiated: It has been shown.',
            },
          },
        ],
      },
    })
  })

  it.each([
    ['go with what belongs to hold', { outcome: 'go', reason: 'x', wakeOn: '2027-01-01' }],
    ['no reason', { outcome: 'go' }],
    ['an empty reason', { outcome: 'go', reason: '' }],
    ['a reason of blanks', { outcome: 'go', reason: ' \n ' }],
    ['something missing that is blank', { outcome: 'revise', reason: 'x', missing: ['Källor', ' '] }],
    ['hold without a day', { outcome: 'hold', reason: 'x' }],
    ['revise without what is missing', { outcome: 'revise', reason: 'x', missing: [] }],
    ['stop without its coded reason', { outcome: 'stop', reason: 'x' }],
    ['stop with a reason of our own', { outcome: 'stop', reason: 'x', stopReason: 'tooLate' }],
    ['an outcome that is none', { outcome: 'maybe', reason: 'x' }],
  ])('is malformed with %s', async (_, ruling) => {
    await driver.place('open')
    expect(await driver.call('makeDecision', { body: decision({ ruling }) })).toMatchObject({
      status: 400,
      body: { code: 'invalidRequest' },
    })
  })

  it('by two at once is made once', async () => {
    await driver.place('open')
    const answers = await Promise.all(
      [director, decisionMaker('unitManager'), municipalDecisionMaker('socialDirector')].map((as) =>
        driver.call('makeDecision', { body: decision(), as }),
      ),
    )
    expect(answers.map(({ status }) => status).toSorted()).toEqual([202, 409, 409])
    expect(driver.commands()).toHaveLength(1)
  })
})

describe('who may decide on a request', () => {
  it.each([
    ['an office of the lead organisation, by an agreement', director, true, undefined],
    ['an office of the owning municipality', municipalDecisionMaker('socialDirector'), true, undefined],
    [
      'an office of another municipality',
      { ...director, organisation: otherMunicipalOfficer.organisation },
      false,
      'Delegationsordningen',
    ],
    ['an office without the right', decisionMaker('procurementManager'), false, 'Delegationsordningen'],
    ['an officer of the case', caseOfficer, false, 'Delegationsordningen'],
    ['somebody who holds the office but not the role', { ...director, roles: operations.roles }, false, 'Delegationsordningen'],
  ] as const)('%s: %3$s', async (_, as, mayDecide, why) => {
    await driver.place('open')
    const { body } = await driver.call('readRequest', { as })
    expect(body).toMatchObject({ mayDecide })
    expect((body as { whyNot?: { sv: string } }).whyNot?.sv ?? '').toContain(why ?? '') // as the route's schema says
  })

  it.each([
    ['received', 'Beslutet öppnas om några sekunder.'],
    ['answered', 'Beslutet är fattat.'],
    ['decided', 'Beslutet är fattat.'],
    ['expired', 'Tiden för beslutet har gått ut.'],
  ] as const)('nobody while it is %s', async (status, sv) => {
    await driver.place(status)
    expect((await driver.call('readRequest')).body).toMatchObject({ mayDecide: false, whyNot: { sv } })
  })

  it('not who has declared a conflict, which the next reader sees', async () => {
    await driver.place('open')
    expect(await driver.call('declareConflict', { body: { reason: 'Delägare' } })).toMatchObject({
      status: 201,
      body: { mayDecide: false, whyNot: { sv: 'Du har anmält jäv.' } },
    })
    expect(await driver.call('makeDecision', { body: decision() })).toMatchObject({
      status: 403,
      body: { code: 'conflictOfInterest' },
    })
    expect((await driver.call('readRequest', { as: municipalDecisionMaker('socialDirector') })).body).toMatchObject({
      mayDecide: true,
      conflicts: [{ person: { subject: director.subject }, reason: 'Delägare' }],
    })
    expect(driver.told().map(({ type, actor }) => [type, actor.subject])).toEqual([
      ['se.behovsflodet.conflict-declared.v1', director.subject],
    ])
  })
})

describe('a decision with a conflict of interest', () => {
  const yes = decision({ hasConflictOfInterest: true })
  const refusedForConflict = { status: 403, body: { code: 'conflictOfInterest' } }

  it('is refused, and is a declaration: a no a moment later does not help', async () => {
    const { version } = await driver.place('open')
    expect(await driver.call('makeDecision', { body: yes })).toMatchObject(refusedForConflict)
    expect(await driver.call('makeDecision', { body: decision() })).toMatchObject(refusedForConflict)
    const { body, headers } = await driver.call('readRequest')
    expect(body).toMatchObject({
      status: 'open',
      mayDecide: false,
      whyNot: { sv: 'Du har anmält jäv.' },
      conflicts: [{ person: { subject: director.subject }, reason: 'Anmält i samband med beslutet' }],
    })
    expect(headers['etag']).toBe(`"${version + 1}"`)
  })

  it('is told once, in the name of the person, however often it is sent', async () => {
    await driver.place('open')
    const headers = { 'idempotency-key': 'decision-1' }
    for (const call of [{ body: yes, headers }, { body: yes, headers }, { body: yes }])
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      expect(await driver.call('makeDecision', call)).toMatchObject(refusedForConflict)
    expect(driver.told()).toMatchObject([
      {
        type: 'se.behovsflodet.conflict-declared.v1',
        actor: { subject: director.subject },
        data: { requestId, person: { subject: director.subject }, reason: 'Anmält i samband med beslutet' },
      },
    ])
    expect(driver.commands()).toEqual([])
  })

  it('leaves the request open for others', async () => {
    await driver.place('open')
    await driver.call('makeDecision', { body: yes })
    const as = municipalDecisionMaker('socialDirector')
    expect(await driver.call('makeDecision', { body: decision(), as })).toMatchObject({
      status: 202,
      body: { decision: { office: 'socialDirector' } },
    })
  })

  it('adds nothing to a request that is already decided', async () => {
    await driver.place('decided')
    const before = driver.table.rows()
    expect(await driver.call('makeDecision', { body: yes })).toMatchObject({ status: 409, body: { code: 'alreadyDecided' } })
    expect(driver.table.rows()).toEqual(before)
  })
})

describe('what a reader gets', () => {
  it('the evidence, its digest, the days, and the criteria that bar go', async () => {
    await driver.place('open', closedGate)
    const { body, headers } = await driver.call('readRequest')
    expect(body).toMatchObject({
      evidence: closedGate,
      digest: digestOf(closedGate),
      dueOn,
      expiresAt,
      unmet: ['needSubstantiated'],
      isGoPossible: false,
    })
    expect(headers['etag']).toBe('"3"')
  })

  it('which offices of which organisations may decide', async () => {
    await driver.place('open', evidenceOf({ phase: 'followup' }))
    const at = requestIdOf(evidenceOf({ phase: 'followup' }))
    expect((await driver.call('readRequest', { requestId: at })).body).toMatchObject({
      mayDecide: false,
      rights: [
        { rule: 'D 5.1', office: 'healthDirector', organisations: ['vasterviks-kommun'] },
        { rule: 'D 5.1', office: 'socialDirector', organisations: ['vasterviks-kommun'] },
      ],
    })
  })

  it('never the token of the wait', async () => {
    await driver.place('open')
    for (const operationId of ['readRequest', 'listRequests'] as const)
      expect((await driver.call(operationId)).text).not.toContain('token')
  })

  it('lists by status, page by page', async () => {
    for (const round of [1, 2, 3]) await driver.place('open', evidenceOf({ round }))
    await driver.place('decided', evidenceOf({ round: 4 }))
    const first = await driver.call('listRequests', { query: { limit: '2' } })
    expect(first.body).toMatchObject({ requests: [{ offices: ['unitManager', 'healthDirector', 'socialDirector'], dueOn }, {}] })
    const next = new URL(/<([^>]+)>/.exec(first.headers['link'] ?? '')?.[1] ?? '', 'https://api.example')
    expect(next.pathname).toBe('/v1/gates/decision-requests')
    const second = await driver.call('listRequests', { query: Object.fromEntries(next.searchParams) })
    expect((second.body as { requests: unknown[] }).requests).toHaveLength(1) // as the route's schema says
    expect(second.headers['link']).toBeUndefined()
    expect((await driver.call('listRequests', { query: { status: 'decided' } })).body).toMatchObject({
      requests: [{ requestId: requestIdOf(evidenceOf({ round: 4 })) }],
    })
    expect(await driver.call('listRequests', { query: { status: 'answered' } })).toMatchObject({ status: 400 })
  })

  it("the county's delegation order with the names of its offices", async () => {
    expect((await driver.call('readDelegationOrder')).body).toEqual({
      delegationOrder: kalmar.delegationOrder,
      offices: kalmar.offices,
    })
  })

  it('a request by an id in its own form that nobody has made is not found', async () => {
    await driver.place('open')
    expect(await driver.call('readRequest', { requestId: `${requestId.slice(0, -1)}9` })).toMatchObject({ status: 404 })
  })
})
