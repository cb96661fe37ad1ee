import { describe, expect, it } from 'vitest'
import type { Actor } from '#contracts/actor.ts'
import { staffRoles } from '#contracts/words.ts'
import { createMemoryTable } from '#lambda/memory-table.ts'
import type { Table } from '#lambda/table.ts'
import {
  caseOfficer,
  colleague,
  decisionMaker,
  everyRole,
  municipalOfficer,
  nobody,
  operations,
  otherMunicipalOfficer,
  specialists,
} from '#lambda/testing/personas.ts'
import { insightIndexes } from '../adapters/insight-table.ts'
import { insightRoutes } from '../routes.ts'
import { completedStory, createStory, stoppedStory } from '../testing/case-story.ts'
import type { Story, StoryOptions } from '../testing/case-story.ts'
import { createRecordedInsight } from '../testing/recorded-insight.ts'
import { tamperedTable } from '../testing/tampered-table.ts'

const unknownCase = '01a0ffff-0000-7000-8000-000000000001'

const received = (options: StoryOptions): Story => {
  const story = createStory(options)
  story.submit()
  story.accept()
  story.receive('ideas')
  return story
}

const working = (options: StoryOptions): Story => {
  const story = received(options)
  story.assign('ideas')
  return story
}

const insightWith = async (...stories: readonly Story[]) => {
  const insight = createRecordedInsight()
  for (const { events } of stories) await insight.record(events)
  const get = async (path: string, { as = operations, query = {} }: { as?: Actor; query?: Record<string, string> } = {}) =>
    insight.call({ as, method: 'GET', path, query })
  const getOf = async (story: { caseId: string }, path = '', query: Record<string, string> = {}) =>
    insight.call({
      as: operations,
      method: 'GET',
      path: `/v1/insight/cases/{caseId}${path}`,
      parameters: { caseId: story.caseId },
      query,
    })
  return { ...insight, get, getOf }
}

/** The cursor of the page after, from the answer's Link header. */
const nextCursor = (headers: Readonly<Record<string, string>>): string | undefined => {
  const path = headers['link']?.match(/^<([^>]+)>; rel="next"$/)?.[1]
  return path === undefined ? undefined : (new URL(path, 'http://localhost').searchParams.get('cursor') ?? undefined)
}

const allPages = async (
  read: (query: Record<string, string>) => Promise<{ body: unknown; headers: Readonly<Record<string, string>> }>,
  list: string,
  limit: number,
): Promise<unknown[]> => {
  const found: unknown[] = []
  for (let cursor: string | undefined, isFirst = true; isFirst || cursor !== undefined; isFirst = false) {
    const { body, headers } = await read({ limit: String(limit), ...(cursor !== undefined && { cursor }) })
    const page = (body as Record<string, unknown[]>)[list] ?? []
    expect(page.length).toBeLessThanOrEqual(limit)
    found.push(...page)
    cursor = nextCursor(headers)
  }
  return found
}

describe('the board', () => {
  it('counts the cases under way in each phase, and how many are overdue', async () => {
    const { get } = await insightWith(
      received({ number: 1, dueOn: '2026-11-19' }),
      working({ number: 2, dueOn: '2026-11-20' }),
      working({ number: 3, dueOn: '2026-11-03' }),
      stoppedStory({ number: 4 }),
      completedStory({ number: 5 }),
    )
    const { status, body } = await get('/v1/insight/board')
    expect(status).toBe(200)
    const { phases } = body as { phases: { phase: string; total: number; overdue: number; cases: { caseNumber: string }[] }[] }
    expect(phases.map(({ phase }) => phase)).toEqual([
      'ideas',
      'matching',
      'verification',
      'procurement',
      'validation',
      'rollout',
      'followup',
    ])
    expect(phases[0]).toMatchObject({ total: 3, overdue: 2 })
    expect(phases[0]?.cases.map(({ caseNumber }) => caseNumber)).toEqual(['KLM-2026-0001', 'KLM-2026-0003', 'KLM-2026-0002'])
    expect(phases.slice(1).every(({ total, cases }) => total === 0 && cases.length === 0)).toBe(true)
  })

  it('shows fifty cases of a phase and counts them all', async () => {
    const { get } = await insightWith(...Array.from({ length: 53 }, (_, index) => received({ number: index + 1 })))
    const { body } = await get('/v1/insight/board')
    const [ideas] = (body as { phases: { total: number; cases: unknown[] }[] }).phases
    expect(ideas?.total).toBe(53)
    expect(ideas?.cases).toHaveLength(50)
  })

  it('is not overdue in Sweden because it is tomorrow somewhere else', async () => {
    const insight = await insightWith(received({ dueOn: '2026-11-20' }))
    insight.clock.set('2026-11-20T22:59:00.000Z')
    expect(JSON.stringify((await insight.get('/v1/insight/board')).body)).toContain('"isOverdue":false')
    insight.clock.set('2026-11-20T23:01:00.000Z')
    expect(JSON.stringify((await insight.get('/v1/insight/board')).body)).toContain('"isOverdue":true')
  })
})

describe('the portfolio', () => {
  const stories = [
    received({ number: 1, organisation: 'region-kalmar' }),
    working({ number: 2, organisation: 'region-kalmar' }),
    working({ number: 3, organisation: 'kalmar-kommun' }),
    stoppedStory({ number: 4, organisation: 'kalmar-kommun' }),
    completedStory({ number: 5, organisation: 'region-kalmar' }),
    received({ number: 6, organisation: 'vasterviks-kommun' }),
    // Begins like another one.
    working({ number: 7, organisation: 'kalmar-kommunalforbund' }),
  ]
  const options = {
    phase: [undefined, 'ideas', 'matching', 'followup'],
    status: [undefined, 'received', 'inProgress', 'onHold', 'closed', 'completed'],
    organisation: [undefined, 'region-kalmar', 'kalmar-kommun', 'oskarshamns-kommun'],
  }
  const filters = options.phase.flatMap((phase) =>
    options.status.flatMap((status) => options.organisation.map((organisation) => ({ phase, status, organisation }))),
  )

  it('gives exactly the cases that match, for every combination of filters, in pages of any size', async () => {
    const idea = createStory({ number: 8 })
    idea.submit()
    const { get } = await insightWith(...stories, idea)
    const find = async (filter: Record<string, string>, limit: number) => {
      const found = await allPages((query) => get('/v1/insight/cases', { query: { ...query, ...filter } }), 'cases', limit)
      // Rows of the portfolio, in an order of the test's own.
      return (found as Record<string, string>[]).toSorted((a, b) => `${a['caseNumber']}`.localeCompare(`${b['caseNumber']}`))
    }
    const all = await find({}, 100)
    expect(all.map(({ caseNumber }) => caseNumber)).toEqual(stories.map(({ header }) => header.caseNumber))
    for (const filter of filters) {
      const wanted = Object.entries(filter).filter((entry): entry is [string, string] => entry[1] !== undefined)
      const expected = all.filter((row) => wanted.every(([name, value]) => row[name] === value))
      for (const limit of [1, 2, 100])
        expect(await find(Object.fromEntries(wanted), limit), JSON.stringify(filter)).toEqual(expected)
    }
  })

  it('follows a case from one list to another', async () => {
    const story = received({})
    const insight = await insightWith(story)
    const numbers = async (query: Record<string, string>) =>
      ((await insight.get('/v1/insight/cases', { query })).body as { cases: unknown[] }).cases.length
    expect(await numbers({ status: 'received' })).toBe(1)
    await insight.record([story.assign('ideas')])
    expect(await numbers({ status: 'received' })).toBe(0)
    expect(await numbers({ status: 'inProgress' })).toBe(1)
  })

  it.each([{ phase: 'kitchen' }, { status: 'handedOver' }, { limit: '0' }, { limit: '101' }, { cursor: '!' }, { colour: 'red' }])(
    'refuses %j',
    async (query) => {
      const { get } = await insightWith()
      const { status, body } = await get('/v1/insight/cases', { query: query as unknown as Record<string, string> })
      expect(status).toBe(400)
      expect(body).toMatchObject({ code: 'invalidRequest' })
    },
  )
})

describe('a case', () => {
  it('says where it stands and what was decided at which gate', async () => {
    const story = stoppedStory()
    const { getOf } = await insightWith(story)
    const { status, body } = await getOf(story)
    expect(status).toBe(200)
    expect(body).toMatchObject({
      caseId: story.caseId,
      caseNumber: 'KLM-2026-0001',
      title: 'Digitalt AK-brev',
      organisation: 'vasterviks-kommun',
      phase: 'matching',
      status: 'closed',
      submittedAt: '2026-11-02T08:00:00.000Z',
      isOverdue: false,
      ageWorkingDays: 0,
      ball: { with: 'nobody' },
      round: 2,
      stopReason: 'marketCannotDeliver',
      passedGates: [
        {
          gate: 'BP1',
          round: 1,
          outcome: 'revise',
          reason: 'Enligt underlaget.',
          decidedBy: { name: 'Beslutsfattare healthDirector' },
        },
        { gate: 'BP1', round: 3, outcome: 'go' },
        { gate: 'BP2', round: 1, outcome: 'hold' },
        { gate: 'BP2', round: 2, outcome: 'stop' },
      ],
    })
    expect(body).not.toHaveProperty('submittedBy')
  })

  it('that nobody has heard of, or that is only an idea, is not found', async () => {
    const idea = createStory()
    idea.submit()
    const { getOf } = await insightWith(idea)
    for (const story of [{ caseId: unknownCase }, idea]) {
      const { status, body } = await getOf(story)
      expect(status).toBe(404)
      expect(body).toMatchObject({ code: 'caseNotFound' })
    }
  })
})

describe('the timeline', () => {
  it('tells what happened by the time it happened, whatever came first, in pages', async () => {
    const story = stoppedStory()
    const insight = await insightWith()
    await insight.record(story.events.toReversed())
    for (const limit of [1, 7, 100]) {
      const events = await allPages((query) => insight.getOf(story, '/timeline', query), 'events', limit)
      expect(events.map((event) => (event as { id: string }).id)).toEqual(story.events.map(({ id }) => id))
    }
    const { body } = await insight.getOf(story, '/timeline')
    expect((body as { events: unknown[] }).events[0]).toEqual({
      id: story.events[0]?.id,
      time: '2026-11-02T08:00:00.000Z',
      type: 'se.behovsflodet.idea-submitted.v1',
      name: { sv: 'En idé har kommit in', en: 'An idea has been submitted' },
      actor: { subject: 'maria', name: 'Maria Lindqvist' },
      phase: 'ideas',
      data: { title: 'Digitalt AK-brev', submittedBy: 'staff', answerDueOn: '2026-11-16' },
    })
  })

  it('is told from the journal: what is changed there cannot be shown as if nothing had happened', async () => {
    const story = stoppedStory()
    const table = createMemoryTable(insightIndexes)
    await createRecordedInsight(table).record(story.events)
    const told = (limit = '100') => ({
      as: operations,
      method: 'GET' as const,
      path: '/v1/insight/cases/{caseId}/timeline',
      parameters: { caseId: story.caseId },
      query: { limit },
    })
    const forged = createRecordedInsight(
      tamperedTable(table, ({ sk, text }) => (sk === 'ENTRY#00000002' ? text.replaceAll('Maria', 'Mario') : text)),
    )
    const { events } = (await forged.call(told())).body as { events: { actor: { name: string } }[] } // as the route's schema says
    expect(events.filter(({ actor }) => actor.name.startsWith('Mario'))).toHaveLength(1)
    const destroyed = createRecordedInsight(
      tamperedTable(table, ({ sk, text }) => (sk === 'ENTRY#00000002' ? text.slice(1) : text)),
    )
    expect((await destroyed.call(told('1'))).body).toMatchObject({ status: 409, code: 'journalUnreadable' })
  })

  it('is there for an idea that is no case', async () => {
    const idea = createStory()
    idea.submit()
    idea.answer()
    const { getOf } = await insightWith(idea)
    expect(((await getOf(idea, '/timeline')).body as { events: unknown[] }).events).toHaveLength(2)
  })
})

describe('the journal', () => {
  it('is read in pages from the first entry on', async () => {
    const story = stoppedStory()
    const { getOf } = await insightWith(story)
    const entries = (await allPages((query) => getOf(story, '/journal', query), 'entries', 4)) as {
      sequence: number
      hash: string
      previousHash: string
    }[]
    expect(entries.map(({ sequence }) => sequence)).toEqual(story.events.map((_, index) => index + 1))
    expect(entries.slice(1).map(({ previousHash }) => previousHash)).toEqual(entries.slice(0, -1).map(({ hash }) => hash))
  })

  it('verifies as intact, with its length and the hash of its last entry', async () => {
    const story = stoppedStory()
    const { getOf } = await insightWith(story)
    const last = ((await getOf(story, '/journal', { limit: '100' })).body as { entries: { hash: string }[] }).entries.at(-1)
    expect((await getOf(story, '/journal/verification')).body).toEqual({
      isIntact: true,
      entries: story.events.length,
      head: last?.hash,
    })
  })

  it.each(['/timeline', '/journal', '/journal/verification'])(
    '%s of a case that nobody has heard of is not found',
    async (path) => {
      const { getOf } = await insightWith()
      const { status, body } = await getOf({ caseId: unknownCase }, path)
      expect(status).toBe(404)
      expect(body).toMatchObject({ code: 'journalNotFound' })
    },
  )

  it('lists every case and idea that has one', async () => {
    const stories = [1, 2, 3].map((number) => received({ number }))
    const idea = createStory({ number: 4 })
    idea.submit()
    const { get } = await insightWith(...stories, idea)
    expect(await allPages((query) => get('/v1/insight/journals', { query }), 'cases', 3)).toEqual(
      [...stories, idea].map(({ caseId }) => caseId),
    )
  })

  it('is kept of a redrive too, which is no case and a task for nobody', async () => {
    const redrive = createStory({ number: 5 })
    redrive.redrive()
    const { get, getOf } = await insightWith(redrive)
    expect((await getOf(redrive, '/journal/verification')).body).toMatchObject({ isIntact: true, entries: 4 })
    expect((await get('/v1/insight/journals')).body).toEqual({ cases: [redrive.caseId] })
    expect((await getOf(redrive)).body).toMatchObject({ code: 'caseNotFound' })
    expect((await get('/v1/insight/cases')).body).toEqual({ cases: [] })
    expect((await get('/v1/insight/tasks')).body).toMatchObject({ tasks: [] })
  })
})

describe('a journal that somebody has tampered with', () => {
  const story = stoppedStory()
  const tampered = async (tamper: Parameters<typeof tamperedTable>[1]) => {
    const table = createMemoryTable(insightIndexes)
    await createRecordedInsight(table).record(story.events)
    const { call } = createRecordedInsight(tamperedTable(table, tamper))
    return async (path: string) =>
      call({
        as: operations,
        method: 'GET',
        path: `/v1/insight/cases/{caseId}${path}`,
        parameters: { caseId: story.caseId },
        query: path === '/journal' ? { limit: '100' } : {},
      })
  }

  it('names the entry whose content has been changed, in both languages', async () => {
    const get = await tampered(({ sk, text }) => (sk === 'ENTRY#00000007' ? text.replace('Maria', 'Mario') : text))
    const { status, body } = await get('/journal/verification')
    expect(status).toBe(200)
    expect(body).toMatchObject({
      isIntact: false,
      entries: story.events.length,
      brokenAt: {
        sequence: 7,
        code: 'contentChanged',
        why: { sv: 'Postens innehåll har ändrats.', en: 'The content of the entry has been changed.' },
      },
    })
  })

  it('every flipped byte of a stored entry is found, also where it is no longer JSON', async () => {
    let byte = 0
    let size = 1
    const get = await tampered(({ sk, text }) => {
      if (sk !== 'ENTRY#00000003') return text
      const bytes = Buffer.from(text)
      size = bytes.length
      bytes.writeUInt8(bytes.readUInt8(byte) ^ (1 << (byte % 7)), byte)
      return bytes.toString()
    })
    for (byte = 0; byte < size; byte += 1) {
      const { status, body } = await get('/journal/verification')
      expect(status, `byte ${byte}`).toBe(200)
      expect(body, `byte ${byte}`).toMatchObject({ isIntact: false, brokenAt: { sequence: 3, code: 'contentChanged' } })
    }
    expect(byte).toBeGreaterThan(500)
  })

  it('finds entries that are gone, at the end and in the middle', async () => {
    const middle = await tampered(({ sk, text }) => (sk === 'ENTRY#00000005' ? undefined : text))
    expect((await middle('/journal/verification')).body).toMatchObject({ brokenAt: { sequence: 5, code: 'entryMissing' } })
    const end = await tampered(({ sk, text }) => (sk >= 'ENTRY#00000030' && sk < 'F' ? undefined : text))
    expect((await end('/journal/verification')).body).toMatchObject({ brokenAt: { sequence: 30, code: 'truncated' } })
    const all = await tampered(({ sk, text }) => (sk.startsWith('ENTRY#') ? undefined : text))
    expect((await all('/journal/verification')).body).toMatchObject({ brokenAt: { sequence: 1, code: 'truncated' } })
  })

  it('finds a head that is gone or destroyed', async () => {
    for (const change of [undefined, '{"entries":3', '{"entries":"many"}']) {
      const get = await tampered(({ sk, text }) => (sk === 'HEAD' ? change : text))
      expect((await get('/journal/verification')).body).toMatchObject({
        isIntact: false,
        brokenAt: { sequence: 1, code: 'headMissing' },
      })
    }
  })

  it('cannot be read as if nothing had happened where an entry is destroyed', async () => {
    const get = await tampered(({ sk, text }) => (sk === 'ENTRY#00000003' ? text.slice(1) : text))
    const { status, body } = await get('/journal')
    expect(status).toBe(409)
    expect(body).toMatchObject({ code: 'journalUnreadable' })
  })
})

it('verification gives up politely when a journal grows faster than it can be read', async () => {
  const memory = createMemoryTable(insightIndexes)
  const story = stoppedStory()
  const [first, ...rest] = story.events
  if (!first) throw new Error('no events')
  await createRecordedInsight(memory).record([first])
  const writer = createRecordedInsight(memory)
  const growing: Table = {
    ...memory,
    query: async (request) => {
      const page = await memory.query(request)
      const event = rest.shift()
      if (event) await writer.record([event])
      return page
    },
  }
  const { call } = createRecordedInsight(growing)
  const verify = () =>
    call({
      as: operations,
      method: 'GET',
      path: '/v1/insight/cases/{caseId}/journal/verification',
      parameters: { caseId: story.caseId },
    })
  const { status, body } = await verify()
  expect(status).toBe(503)
  expect(body).toMatchObject({ code: 'busy' })
  rest.length = 0
  expect((await verify()).body).toMatchObject({ isIntact: true })
})

describe('tasks', () => {
  const tasksOf = async (insight: Awaited<ReturnType<typeof insightWith>>, as: Actor) =>
    ((await insight.get('/v1/insight/tasks', { as })).body as { tasks: Record<string, unknown>[] }).tasks

  it('are what waits for the caller, the most urgent first, and vanish when they are done', async () => {
    const idea = createStory({ number: 1 })
    idea.submit()
    const own = working({ number: 2, dueOn: '2026-11-18' })
    const other = received({ number: 3 })
    own.askOpinion('ideas', 1, 'it')
    const insight = await insightWith(idea, own, other)
    expect(await tasksOf(insight, caseOfficer)).toEqual([
      { kind: 'triage', caseId: idea.caseId, title: 'Digitalt AK-brev', phase: 'ideas', dueOn: '2026-11-16', isOverdue: true },
      {
        kind: 'work',
        caseId: own.caseId,
        caseNumber: 'KLM-2026-0002',
        title: 'Digitalt AK-brev',
        organisation: 'vasterviks-kommun',
        phase: 'ideas',
        dueOn: '2026-11-18',
        isOverdue: true,
      },
      expect.objectContaining({ kind: 'takeOn', caseId: other.caseId, dueOn: '2026-12-15', isOverdue: false }),
    ])
    expect(await tasksOf(insight, specialists.it)).toEqual([
      expect.objectContaining({ kind: 'answerOpinion', opinionId: own.opinionId(1), dueOn: '2026-11-19', isOverdue: true }),
    ])

    await insight.record([
      idea.merge(),
      other.assign('ideas', { subject: colleague.subject, name: colleague.name }),
      own.giveOpinion('ideas', 1, 'it'),
    ])
    expect((await tasksOf(insight, caseOfficer)).map(({ kind }) => kind)).toEqual(['work'])
    expect((await tasksOf(insight, colleague)).map(({ kind }) => kind)).toEqual(['work'])
    expect(await tasksOf(insight, specialists.it)).toEqual([])
  })

  it('reach a decision maker until the decision is made, and not one with a conflict of interest', async () => {
    const story = working({})
    story.requestDecision('ideas', 1)
    story.openDecision('ideas', 1)
    const insight = await insightWith(story)
    const [health, social] = [decisionMaker('healthDirector'), decisionMaker('socialDirector')]
    expect(await tasksOf(insight, health)).toEqual([
      expect.objectContaining({
        kind: 'decide',
        gate: 'BP1',
        requestId: story.requestIdOf('ideas', 1),
        dueOn: '2026-11-27',
        isOverdue: false,
      }),
    ])
    await insight.record([story.declareConflict('ideas', 1, { subject: health.subject, name: health.name })])
    expect(await tasksOf(insight, health)).toEqual([])
    expect(await tasksOf(insight, social)).toHaveLength(1)
    await insight.record([story.decide('ideas', 1, { outcome: 'go' })])
    expect(await tasksOf(insight, social)).toEqual([])
  })

  it('are given once to somebody whom they reach in two ways', async () => {
    const story = working({})
    story.requestDecision('ideas', 1)
    story.openDecision('ideas', 1)
    const insight = await insightWith(story)
    const both = { ...decisionMaker('healthDirector'), offices: ['healthDirector', 'socialDirector'] }
    expect(await tasksOf(insight, both)).toHaveLength(1)
  })

  it('say that there are more than a hundred', async () => {
    const insight = await insightWith(
      ...Array.from({ length: 102 }, (_, index) => received({ number: index + 1, organisation: 'region-kalmar' })),
    )
    const { body } = await insight.get('/v1/insight/tasks', { as: caseOfficer })
    expect(body).toMatchObject({ hasMore: true })
    expect((body as { tasks: unknown[] }).tasks).toHaveLength(100)
  })

  it('of another organisation are not shown', async () => {
    const insight = await insightWith(received({ organisation: 'vasterviks-kommun' }))
    expect(await tasksOf(insight, municipalOfficer)).toHaveLength(1)
    expect(await tasksOf(insight, otherMunicipalOfficer)).toEqual([])
  })
})

describe('who may read', () => {
  const routes = Object.entries(insightRoutes)

  it.each(routes)('%s: its roles and nobody else', async (name, route) => {
    const story = stoppedStory()
    const insight = await insightWith(story)
    const call = (as: Actor | undefined) =>
      insight.call({
        as,
        method: 'GET',
        path: route.path,
        ...(route.path.includes('{caseId}') && { parameters: { caseId: story.caseId } }),
      })
    const allowed: readonly string[] = name === 'listJournals' ? ['operations', 'decisionMaker', 'caseOfficer'] : staffRoles
    for (const as of [...everyRole, nobody]) {
      const isAllowed = as.roles.some((role) => allowed.includes(role))
      const { status, body } = await call(as)
      expect(status, as.subject).toBe(isAllowed ? 200 : 403)
      if (!isAllowed) expect(body).toMatchObject({ code: 'roleNotAllowed' })
      if (isAllowed && 'body' in route.response) expect(route.response.body.safeParse(body).error).toBeUndefined()
    }
    expect((await call(undefined)).status).toBe(401)
  })
})
