import { beforeEach, describe, expect, it } from 'vitest'
import { kalmar } from '#counties/kalmar.ts'
import { caseNumber } from '#contracts/ids.ts'
import { roles, staffRoles } from '#contracts/words.ts'
import type { Role } from '#contracts/words.ts'
import { sha256 } from '#lambda/digest.ts'
import { caseOfficer, everyRole, nobody, personaOf } from '#lambda/testing/personas.ts'
import { phaseRoutes } from '#phase/routes.ts'
import { ideaLimits } from '../domain/idea-limits.ts'
import { ideaProblems } from '../refusals.ts'
import { ideaRoutes } from '../routes.ts'
import type { IdeaRoutes } from '../routes.ts'
import { createIdeaDriver, submission } from '../testing/idea-driver.ts'
import type { IdeaCall, IdeaDriver } from '../testing/idea-driver.ts'

type WayIn = Exclude<keyof IdeaRoutes, keyof ReturnType<typeof phaseRoutes>>
const shared = Object.keys(phaseRoutes('ideas'))
const operationIds = Object.keys(ideaRoutes).filter((operationId): operationId is WayIn => !shared.includes(operationId))

const nowhere = '01a00000-0000-7000-8000-0000000000ff'
const unknownReceipt = 'x'.repeat(32)

let driver: IdeaDriver
let first: Awaited<ReturnType<IdeaDriver['submit']>>
let second: typeof first

beforeEach(async () => {
  driver = createIdeaDriver()
  first = await driver.submit()
  second = await driver.submit({ title: 'AK-brevet digitalt' })
})

/** A call of each route that succeeds while two ideas wait. */
const goodCall = (operationId: WayIn): IdeaCall => {
  const parameters = { ideaId: first.ideaId }
  const calls: Record<WayIn, IdeaCall> = {
    submitIdea: { body: submission },
    readReceipt: { parameters: { receipt: first.receipt } },
    listIdeas: {},
    readIdea: { parameters },
    acceptIdea: { parameters, body: { organisation: 'vasterviks-kommun' } },
    mergeIdea: { parameters, body: { into: second.ideaId, reason: 'Samma behov.' } },
    answerIdea: { parameters, body: { answer: 'Det finns redan.' } },
    rankCases: {},
  }
  return calls[operationId]
}

it('the way in has eight routes on top of those of a phase', () => {
  expect(operationIds).toHaveLength(8)
})

describe.each(operationIds)('%s', (operationId) => {
  const route = ideaRoutes[operationId]
  const { access } = route
  const mayCall = (role: Role | undefined): boolean =>
    access === 'public' || (role !== undefined && (access as readonly Role[]).includes(role))

  it('answers as its schema says', async () => {
    const { status, body, text } = await driver.call(operationId, goodCall(operationId))
    expect(status, text).toBe(route.response.status)
    expect(route.response.body.safeParse(body).error).toBeUndefined()
  })

  it.each(everyRole.map((actor) => [actor.roles[0], actor] as const))('as %s', async (role, actor) => {
    const { status, body } = await driver.call(operationId, { ...goodCall(operationId), as: actor })
    expect(status).toBe(mayCall(role) ? route.response.status : 403)
    if (!mayCall(role)) expect(body).toMatchObject({ code: 'roleNotAllowed' })
  })

  it('for who has no role, and for who has not signed in', async () => {
    const isPublic = access === 'public'
    expect((await driver.call(operationId, { ...goodCall(operationId), as: nobody })).status).toBe(
      isPublic ? route.response.status : 403,
    )
    expect((await driver.call(operationId, { ...goodCall(operationId), as: undefined })).status).toBe(
      isPublic ? route.response.status : 401,
    )
  })

  it('refuses fields that do not exist', async () => {
    const good = goodCall(operationId)
    if (good.body) {
      const answer = await driver.call(operationId, { ...good, body: { ...good.body, unknown: 1 } })
      expect(answer).toMatchObject({ status: 400, body: { errors: [{ code: 'unknownField' }] } })
    }
    expect(await driver.call(operationId, { ...good, query: { unknown: '1' } })).toMatchObject({ status: 400 })
  })
})

it('anybody sends in and follows; case officers triage; the staff reads', () => {
  const accessOf = (operationId: WayIn) => ideaRoutes[operationId].access
  expect(operationIds.filter((operationId) => accessOf(operationId) === 'public')).toEqual(['submitIdea', 'readReceipt'])
  for (const operationId of ['acceptIdea', 'mergeIdea', 'answerIdea'] as const)
    expect(accessOf(operationId)).toEqual(['caseOfficer'])
  for (const operationId of ['listIdeas', 'readIdea', 'rankCases'] as const) expect(accessOf(operationId)).toEqual(staffRoles)
  expect(roles.filter((role) => !staffRoles.some((staff) => staff === role))).toEqual(['resident', 'supplier'])
})

type Refusal = readonly [code: keyof typeof ideaProblems, setUp: () => Promise<unknown>, call: () => IdeaCall]
const nothing = async () => undefined
const onFirst = (body: unknown) => (): IdeaCall => ({ parameters: { ideaId: first.ideaId }, body })
const onNothing = (body?: unknown) => (): IdeaCall => ({ parameters: { ideaId: nowhere }, ...(body !== undefined && { body }) })
const answered = () => driver.answer(first.ideaId)

/** Each refusal that a route declares, and how it comes about. */
const refusals: Record<WayIn, readonly Refusal[]> = {
  submitIdea: [['organisationUnknown', nothing, () => ({ body: { ...submission, organisation: 'region-uppsala' } })]],
  readReceipt: [['receiptNotFound', nothing, () => ({ parameters: { receipt: unknownReceipt } })]],
  listIdeas: [],
  readIdea: [['ideaNotFound', nothing, onNothing()]],
  acceptIdea: [
    ['ideaNotFound', nothing, onNothing({ organisation: 'kalmar-kommun' })],
    ['ideaAlreadyTriaged', answered, onFirst({ organisation: 'kalmar-kommun' })],
    ['organisationUnknown', nothing, onFirst({ organisation: 'region-uppsala' })],
  ],
  mergeIdea: [
    ['ideaNotFound', nothing, onNothing({ into: nowhere, reason: 'x' })],
    ['ideaAlreadyTriaged', answered, () => onFirst({ into: second.ideaId, reason: 'x' })()],
    ['mergeTargetNotFound', nothing, onFirst({ into: nowhere, reason: 'x' })],
    ['mergedIntoItself', nothing, () => onFirst({ into: first.ideaId, reason: 'x' })()],
    ['mergeTargetClosed', () => driver.answer(second.ideaId), () => onFirst({ into: second.ideaId, reason: 'x' })()],
  ],
  answerIdea: [
    ['ideaNotFound', nothing, onNothing({ answer: 'x' })],
    ['ideaAlreadyTriaged', answered, onFirst({ answer: 'x' })],
  ],
  rankCases: [],
}

describe.each(operationIds)('%s says no', (operationId) => {
  it('in every way that it declares', () => {
    expect(refusals[operationId].map(([code]) => code)).toEqual([...ideaRoutes[operationId].refusals])
  })

  it.each(refusals[operationId])('%s', async (code, setUp, call) => {
    await setUp()
    const before = driver.table.rows()
    const { status, body, headers } = await driver.call(operationId, call())
    expect(status).toBe(ideaProblems[code].status)
    expect(headers['content-type']).toContain('application/problem+json')
    expect(body).toMatchObject({ code, translations: { sv: { title: ideaProblems[code].title.sv } } })
    expect(driver.table.rows()).toEqual(before)
  })
})

describe('sending in an idea', () => {
  it('needs no login, and gives a receipt and a promised day', async () => {
    const answer = await driver.call('submitIdea', { as: undefined, body: submission })
    expect(answer.body).toMatchObject({ receipt: expect.stringMatching(/^[\w-]{32}$/), answerDueOn: '2026-12-04' })
    expect(driver.told().at(-1)).toMatchObject({
      type: 'se.behovsflodet.idea-submitted.v1',
      actor: { subject: 'anonymous' },
      phase: 'ideas',
    })
  })

  it('is open to who has signed in too, without a name being kept that was not given', async () => {
    const resident = personaOf('resident')
    await driver.call('submitIdea', { as: resident, body: { ...submission, title: 'Av en inloggad' } })
    const { body } = await driver.call('listIdeas')
    expect(JSON.stringify(body)).not.toContain(resident.name)
  })

  it('keeps a way to ask back, which only the staff sees', async () => {
    const contact = { name: 'Ingrid Holm', email: 'ingrid@example.se' }
    const { ideaId, receipt } = await driver.submit({ contact, affected: 'Alla med warfarin' })
    expect((await driver.call('readIdea', { parameters: { ideaId } })).body).toMatchObject({
      contact,
      affected: 'Alla med warfarin',
    })
    expect(JSON.stringify(await driver.follow(receipt))).not.toContain('Ingrid')
    expect(JSON.stringify(driver.told())).not.toContain('ingrid@example.se')
    expect(driver.runtime.logLines.join('')).not.toContain('Ingrid')
  })

  it.each([
    ['no title', { title: undefined }, '/title'],
    ['a title of blanks', { title: '   ' }, '/title'],
    ['a title that is too long', { title: 'x'.repeat(ideaLimits.titleCharacters + 1) }, '/title'],
    ['no description', { description: '' }, '/description'],
    ['a sender that is none', { sender: 'neighbour' }, '/sender'],
    ['an address that is none', { contact: { email: 'ingrid' } }, '/contact/email'],
  ])('is refused with %s', async (_, more, pointer) => {
    expect(await driver.call('submitIdea', { body: { ...submission, ...more } })).toMatchObject({
      status: 400,
      body: { code: 'invalidRequest', errors: [{ pointer }] },
    })
  })

  it('is refused with a personal identity number, wherever it stands, and the number is repeated nowhere', async () => {
    const number = '19850709-9805'
    for (const more of [{ description: `Patienten ${number} väntar` }, { contact: { name: number } }]) {
      const answer = await driver.call('submitIdea', { body: { ...submission, ...more } })
      expect(answer).toMatchObject({ status: 422, body: { code: 'personalIdentityNumber' } })
      expect(answer.text).not.toContain(number)
    }
    expect(JSON.stringify(driver.table.rows()) + driver.runtime.logLines.join('')).not.toContain(number)
  })

  it('twice with the same Idempotency-Key is one idea with one receipt', async () => {
    const send = (body: object) => driver.call('submitIdea', { as: undefined, body, headers: { 'idempotency-key': 'form-0001' } })
    const before = driver.told().length
    const answers = [await send(submission), await send(submission)]
    expect(answers.map(({ status }) => status)).toEqual([201, 201])
    expect(answers[1]?.text).toBe(answers[0]?.text)
    expect(driver.told()).toHaveLength(before + 1)
    expect(await send({ ...submission, title: 'En annan' })).toMatchObject({
      status: 422,
      body: { code: 'idempotencyKeyReused' },
    })
  })
})

describe('the receipt', () => {
  it('is kept as its digest and nothing else', async () => {
    const stored = JSON.stringify(driver.table.rows())
    expect(stored).not.toContain(first.receipt)
    expect(stored).toContain(`RECEIPT#${sha256(first.receipt)}`)
    expect(driver.runtime.logLines.join('')).not.toContain(first.receipt)
  })

  it('of a request with an Idempotency-Key stands in the stored first answer for seven days, since that must be given again', async () => {
    const { body } = await driver.call('submitIdea', {
      as: undefined,
      body: submission,
      headers: { 'idempotency-key': 'form-0001' },
    })
    const { receipt } = body as { receipt: string } // as the route's schema says
    const holding = driver.table.rows().filter((row) => JSON.stringify(row).includes(receipt))
    expect(holding.map(({ pk }) => pk)).toEqual([expect.stringMatching(/^IDEMPOTENCY#[0-9a-f]{64}$/)])
    expect(holding[0]?.expiresAt).toBe(Date.parse('2026-11-27T08:00:00.000Z') / 1_000)
  })

  it('shows its own idea, and never the other', async () => {
    expect(await driver.follow(first.receipt)).toEqual({
      title: 'Digitalt AK-brev',
      submittedAt: '2026-11-20T08:00:00.000Z',
      answerDueOn: '2026-12-04',
      status: 'submitted',
    })
    expect(await driver.follow(second.receipt)).toMatchObject({ title: 'AK-brevet digitalt' })
  })

  it('is no other word, no digest, and no word of another form', async () => {
    const read = (receipt: string) => driver.call('readReceipt', { as: undefined, parameters: { receipt } })
    expect(await read(unknownReceipt)).toMatchObject({ status: 404, body: { code: 'receiptNotFound' } })
    expect(await read(`${first.receipt.slice(0, -1)}${first.receipt.endsWith('a') ? 'b' : 'a'}`)).toMatchObject({ status: 404 })
    expect(await read(sha256(first.receipt))).toMatchObject({ status: 400 })
    expect(await read(first.ideaId)).toMatchObject({ status: 400 })
  })
})

describe('accepting', () => {
  it('opens a case in the idea phase, with the next number', async () => {
    const { ideaId } = first
    const answer = await driver.call('acceptIdea', {
      parameters: { ideaId },
      body: { organisation: 'vasterviks-kommun', title: 'Doseringsbrev' },
    })
    expect(answer).toMatchObject({ status: 201, body: { caseId: ideaId, caseNumber: 'KLM-2026-0001' } })
    expect((await driver.call('readCase', { parameters: { caseId: ideaId } })).body).toMatchObject({
      caseNumber: 'KLM-2026-0001',
      title: 'Doseringsbrev',
      organisation: 'vasterviks-kommun',
      status: 'received',
      phase: 'ideas',
      submittedBy: 'staff',
    })
    expect(
      driver
        .told()
        .slice(-2)
        .map(({ type, actor }) => [type, actor.name]),
    ).toEqual([
      ['se.behovsflodet.idea-accepted.v1', caseOfficer.name],
      ['se.behovsflodet.case-received.v1', caseOfficer.name],
    ])
  })

  it('numbers cases one after the other; a refused one takes no number', async () => {
    expect(await driver.accept(first.ideaId)).toBe('KLM-2026-0001')
    await driver.call('acceptIdea', { parameters: { ideaId: first.ideaId }, body: { organisation: 'kalmar-kommun' } })
    await driver.call('acceptIdea', { parameters: { ideaId: second.ideaId }, body: { organisation: 'region-uppsala' } })
    expect(await driver.accept(second.ideaId)).toBe('KLM-2026-0002')
  })

  it('several at once get a number each, without a gap', async () => {
    const third = await driver.submit()
    const numbers = await Promise.all([first, second, third].map(({ ideaId }) => driver.accept(ideaId)))
    expect(numbers.toSorted()).toEqual(['KLM-2026-0001', 'KLM-2026-0002', 'KLM-2026-0003'])
  })

  it('one idea by two at once is accepted once', async () => {
    const accept = () =>
      driver.call('acceptIdea', { parameters: { ideaId: first.ideaId }, body: { organisation: 'kalmar-kommun' } })
    const answers = await Promise.all([accept(), accept()])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409])
    expect(await driver.accept(second.ideaId)).toBe('KLM-2026-0002')
  })

  it('again with the same Idempotency-Key gives the same number', async () => {
    const accept = () =>
      driver.call('acceptIdea', {
        parameters: { ideaId: first.ideaId },
        body: { organisation: 'kalmar-kommun' },
        headers: { 'idempotency-key': 'accept-01' },
      })
    const answers = [await accept(), await accept()]
    expect(answers.map(({ body }) => body)).toEqual([answers[0]?.body, answers[0]?.body])
    expect(answers[1]?.status).toBe(201)
  })

  it('begins at 1 with the new year, which is Swedish', async () => {
    driver.runtime.clock.set('2026-12-31T22:59:59.000Z')
    expect(await driver.accept(first.ideaId)).toBe('KLM-2026-0001')
    driver.runtime.clock.set('2026-12-31T23:00:00.000Z')
    expect(await driver.accept(second.ideaId)).toBe('KLM-2027-0001')
    const third = await driver.submit()
    expect(await driver.accept(third.ideaId)).toBe('KLM-2027-0002')
    expect(caseNumber.safeParse('KLM-2027-0002').success).toBe(true)
  })
})

describe('triage', () => {
  const titles = async (status: string, query: object = {}): Promise<string[]> => {
    const { body } = await driver.call('listIdeas', { query: { status, ...query } })
    return (body as { submissions: { title: string }[] }).submissions.map(({ title }) => title) // as the route's schema says
  }

  it('lists what waits by the day that it must be answered, and what is done with, newest first', async () => {
    driver.runtime.clock.advance({ days: 3 })
    const third = await driver.submit({ title: 'Senare' })
    expect(await titles('submitted')).toEqual(['Digitalt AK-brev', 'AK-brevet digitalt', 'Senare'])
    await driver.answer(first.ideaId)
    await driver.answer(third.ideaId)
    await driver.merge(second.ideaId, (await driver.submit({ title: 'Bärare' })).ideaId)
    expect(await titles('submitted')).toEqual(['Bärare'])
    expect(await titles('answered')).toEqual(['Senare', 'Digitalt AK-brev'])
    expect(await titles('merged')).toEqual(['AK-brevet digitalt'])
  })

  it('pages', async () => {
    const page = await driver.call('listIdeas', { query: { limit: '1' } })
    const next = new URL(/<([^>]+)>/.exec(page.headers['link'] ?? '')?.[1] ?? '', 'https://api.example')
    expect(await titles('submitted', Object.fromEntries(next.searchParams))).toEqual(['AK-brevet digitalt'])
  })

  it('is shown ideas like the one in hand, and cases too, but not those that are done with', async () => {
    const unrelated = await driver.submit({ title: 'Trygghetslarm utomhus', description: 'Larmet fungerar bara i hemmet.' })
    const done = await driver.submit()
    await driver.answer(done.ideaId)
    await driver.accept(second.ideaId)
    const { body } = await driver.call('readIdea', { parameters: { ideaId: first.ideaId } })
    expect(body).toMatchObject({ similar: [{ ideaId: second.ideaId, caseNumber: 'KLM-2026-0001', status: 'accepted' }] })
    expect((body as { similar: unknown[] }).similar).toHaveLength(1) // as the route's schema says
    expect((await driver.call('readIdea', { parameters: { ideaId: unrelated.ideaId } })).body).toMatchObject({ similar: [] })
  })
})

describe('the ranking at BP1', () => {
  const scored = async (title: string, score: number, status: 'complete' | 'draft' = 'complete'): Promise<void> => {
    const { ideaId } = await driver.submit({ title })
    await driver.accept(ideaId)
    const parameters = { caseId: ideaId, section: 'priority' }
    await driver.call('assignCase', { parameters: { caseId: ideaId }, body: {} })
    const scores = kalmar.priorityCriteria.map(({ id }) => ({ criterion: id, score, reason: 'Skäl' }))
    const saved = await driver.call('saveSection', {
      parameters,
      headers: { 'if-match': '"0"' },
      body: { status, content: { scores } },
    })
    expect(saved.status, saved.text).toBe(200)
  }
  const ranked = async (): Promise<unknown[]> => {
    const { body } = await driver.call('rankCases')
    const { cases } = body as { cases: { title: string; score: number; rank: number }[] } // as the route's schema says
    return cases.map(({ title, score, rank }) => [rank, title, score])
  }

  it('is by weighted score; equal scores share their rank, and the next one waits its turn', async () => {
    await scored('C', 3)
    await scored('A', 5)
    await scored('B1', 4)
    await scored('B2', 4)
    expect(await ranked()).toEqual([
      [1, 'A', 100],
      [2, 'B1', 80],
      [2, 'B2', 80],
      [4, 'C', 60],
    ])
  })

  it('leaves out what is not scored whole, and is empty to begin with', async () => {
    expect(await ranked()).toEqual([])
    await scored('Utkast', 5, 'draft')
    await scored('Klar', 1)
    expect(await ranked()).toEqual([[1, 'Klar', 20]])
  })

  it('holds every case, also when they are more than one page', async () => {
    for (let count = 1; count <= 101; count += 1) await scored(`Ärende ${count}`, 2)
    await scored('Viktigast', 5)
    const all = await ranked()
    expect(all).toHaveLength(102)
    expect(all[0]).toEqual([1, 'Viktigast', 100])
    expect(all.at(-1)).toEqual([2, 'Ärende 101', 40])
  })
})
