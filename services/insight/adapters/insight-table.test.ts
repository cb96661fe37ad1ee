import { expect, it } from 'vitest'
import { kalmar } from '#counties/kalmar.ts'
import type { AnyEvent } from '#contracts/event.ts'
import { organisationId } from '#contracts/ids.ts'
import type { CaseId } from '#contracts/ids.ts'
import type { Table } from '#lambda/table.ts'
import { createUnitOfWork } from '#lambda/unit-of-work.ts'
import { describeOnTables } from '../../../local/engines/testing/describe-on-tables.ts'
import type { JournalRepository, Recorded } from '../application/journal-repository.ts'
import type { PortfolioFilter } from '../application/portfolio-repository.ts'
import { appendEntry } from '../domain/journal-chain.ts'
import { projectEvent } from '../domain/project-event.ts'
import { holders } from '../domain/tasks.ts'
import { verifyChain } from '../domain/verify-chain.ts'
import { completedStory, createStory, stoppedStory } from '../testing/case-story.ts'
import type { Story } from '../testing/case-story.ts'
import { insightIndexes } from './insight-table.ts'
import { createJournalTable } from './journal-table.ts'
import { createPortfolioTable } from './portfolio-table.ts'

const context = {
  now: '2026-11-20T08:00:00.000Z',
  newId: () => 'unused',
  actor: { subject: 'system', name: 'Behovsflödet' },
  traceparent: '',
}

let stories = 0
/** Each test has cases of its own in the one table. */
const nextNumber = (): number => {
  stories += 1
  return stories
}

/** What journal and portfolio promise, on any table. */
const promises = (tableOf: () => Table): void => {
  const open = () => ({
    journal: createJournalTable(tableOf(), createUnitOfWork(tableOf(), 'insight'), kalmar),
    portfolio: createPortfolioTable(tableOf()),
  })

  const stateAfter = async (journal: JournalRepository, event: AnyEvent) => {
    const before = await journal.load(event.subject)
    const received = JSON.parse(JSON.stringify(event))
    const recorded: Recorded = {
      ...appendEntry(before.head, { event: received, recordedAt: context.now }),
      row: projectEvent(before.row, event),
      event,
    }
    return { before, recorded }
  }

  const record = async (journal: JournalRepository, { events }: Pick<Story, 'events'>) => {
    for (const event of events) {
      const { before, recorded } = await stateAfter(journal, event)
      expect(await journal.append(before, recorded, context, undefined)).toBe('saved')
    }
  }

  const isIntact = async (journal: JournalRepository, caseId: CaseId): Promise<boolean> => {
    const inspected = await journal.inspect(caseId)
    return inspected !== 'changing' && inspected.head !== undefined && verifyChain(inspected.links, inspected.head) === undefined
  }

  it('gives back the entries, the timeline, the decisions and the row as they were written', async () => {
    const { journal, portfolio } = open()
    const story = stoppedStory({ number: nextNumber() })
    await record(journal, story)
    const { caseId, events } = story
    const page = await journal.listEntries(caseId, { limit: 100 })
    expect(page === 'unreadable' ? page : page.entries.map(({ event }) => event)).toEqual(events)
    expect(await journal.readEvents(caseId)).toEqual(events)
    expect((await portfolio.listDecisions(caseId)).map(({ gate, round }) => `${gate} ${round}`)).toEqual([
      'BP1 1',
      'BP1 3',
      'BP2 1',
      'BP2 2',
    ])
    expect((await portfolio.find(caseId))?.current?.standing?.value).toEqual({
      status: 'closed',
      stopReason: 'marketCannotDeliver',
    })
    expect(await isIntact(journal, caseId)).toBe(true)
    expect(await journal.hasJournal(caseId)).toBe(true)
  })

  it('lets one of two appends to the same head through', async () => {
    const { journal } = open()
    const story = createStory({ number: nextNumber() })
    const [first, second, third] = [story.submit(), story.accept(), story.receive('ideas')]
    await record(journal, { events: [first] })
    const [a, b] = [await stateAfter(journal, second), await stateAfter(journal, third)]
    expect(await journal.append(a.before, a.recorded, context, undefined)).toBe('saved')
    expect(await journal.append(b.before, b.recorded, context, undefined)).toBe('conflict')
    expect(await isIntact(journal, story.caseId)).toBe(true)
  })

  it('knows a message that has been consumed, and never forgets it', async () => {
    const { journal } = open()
    const story = createStory({ number: nextNumber() })
    const event = story.submit()
    const once = { pk: `INBOX#${event.id}`, sk: 'DONE', body: {}, expiresAt: 1_800_000_000 }
    const { before, recorded } = await stateAfter(journal, event)
    expect(await journal.append(before, recorded, context, once)).toBe('saved')
    const again = await stateAfter(journal, event)
    expect(await journal.append(again.before, again.recorded, context, once)).toBe('repeated')
    expect(await tableOf().get(once)).toEqual({ pk: once.pk, sk: once.sk, body: {} })
  })

  it('finds exactly the cases that a filter names', async () => {
    const { journal, portfolio } = open()
    // An organisation that no other test of this table has cases in.
    const organisation = 'morbylanga-kommun'
    const options = () => ({ number: nextNumber(), organisation })
    const received = createStory(options())
    received.accept()
    const working = createStory(options())
    working.accept()
    working.assign('ideas')
    const cases = [received, working, stoppedStory(options()), completedStory(options())]
    for (const story of cases) await record(journal, story)
    const own = new Map<string, number>(cases.map(({ caseId }, index) => [caseId, index]))
    const find = async (filter: PortfolioFilter) => {
      const found: (number | undefined)[] = []
      for (let cursor: string | undefined, isFirst = true; isFirst || cursor !== undefined; isFirst = false) {
        const page = await portfolio.list(filter, { limit: 1, cursor })
        expect(page.rows.length).toBeLessThanOrEqual(1)
        found.push(...page.rows.map(({ caseId }) => own.get(caseId)))
        cursor = page.cursor
      }
      return found.filter((index) => index !== undefined).toSorted((a, b) => a - b)
    }
    const in_ = { organisation: organisationId.parse(organisation) }
    expect(await find({})).toEqual([0, 1, 2, 3])
    expect(await find(in_)).toEqual([0, 1, 2, 3])
    expect(await find({ ...in_, phase: 'ideas' })).toEqual([0, 1])
    expect(await find({ ...in_, status: 'inProgress' })).toEqual([1])
    expect(await find({ ...in_, phase: 'ideas', status: 'received' })).toEqual([0])
    expect(await find({ ...in_, phase: 'ideas', status: 'closed' })).toEqual([])
    expect(await find({ phase: 'matching', status: 'closed' })).toEqual([2])
    expect(await find({ phase: 'followup' })).toEqual([3])
    expect(await find({ status: 'completed' })).toEqual([3])
    const ongoing = (await portfolio.listOngoing('ideas'))
      .map(({ caseId }) => own.get(caseId))
      .filter((index) => index !== undefined)
    expect(ongoing.toSorted((a, b) => a - b)).toEqual([0, 1])
    expect(await portfolio.listOngoing('matching')).toEqual([])
  })

  it("takes a task out of its holder's list when it is done", async () => {
    const { journal, portfolio } = open()
    const story = createStory({ number: nextNumber() })
    const assignee = { subject: `worker-${story.caseId}`, name: 'W' }
    story.accept()
    story.assign('ideas', assignee)
    await record(journal, story)
    const given = await portfolio.listTasks(holders.person(assignee.subject), 10)
    expect(given.map(({ task }) => task.kind)).toEqual(['work'])
    await record(journal, { events: [story.hold('ideas')] })
    expect(await portfolio.listTasks(holders.person(assignee.subject), 10)).toEqual([])
  })

  it('reads and verifies a journal that is larger than the database gives at once', async () => {
    const { journal } = open()
    const story = createStory({ number: nextNumber() })
    const dossier = { matching: { note: 'å'.repeat(90_000) } }
    const events = Array.from({ length: 9 }, () => {
      const event = story.handOver('ideas')
      return { ...event, data: { ...event.data, dossier } }
    })
    await record(journal, { events })
    const read: string[] = []
    for (let cursor: string | undefined, isFirst = true; isFirst || cursor !== undefined; isFirst = false) {
      const page = await journal.listEntries(story.caseId, { limit: 100, cursor })
      if (page === 'unreadable') throw new Error(page)
      read.push(...page.entries.map(({ event }) => String(event['id'])))
      cursor = page.cursor
    }
    expect(read).toEqual(events.map(({ id }) => id))
    expect(await journal.readEvents(story.caseId)).toEqual(events)
    expect(await isIntact(journal, story.caseId)).toBe(true)
  })

  it('lists every journal', async () => {
    const { journal } = open()
    const own = [nextNumber(), nextNumber()].map((number) => createStory({ number }))
    for (const story of own) {
      story.submit()
      await record(journal, story)
    }
    const { caseIds } = await journal.listJournals({ limit: 100 })
    expect(caseIds).toEqual(expect.arrayContaining(own.map(({ caseId }) => caseId)))
  })
}

describeOnTables(insightIndexes, 'journal and portfolio', promises)
