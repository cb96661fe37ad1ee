import { describe, expect, it } from 'vitest'
import { phases } from '#contracts/words.ts'
import { overview } from '../testing/fixtures.ts'
import { createTestConsole, officer } from '../testing/test-console.ts'

const board = {
  phases: phases.map((phase) =>
    phase === 'ideas'
      ? { phase, total: 51, overdue: 1, cases: [{ ...overview, isOverdue: true }] }
      : { phase, total: 0, overdue: 0, cases: [] },
  ),
}

describe('the board', () => {
  it('has the seven phases in order, with what is late told in words', async () => {
    const html = await (await createTestConsole({ 'GET /v1/insight/board': { body: board } }).get('/arenden', officer)).text()
    const headings = [...html.matchAll(/id="fas-([a-z]+)"/g)].map(([, phase]) => phase)
    expect(headings).toEqual([...phases])
    expect(html).toMatch(/51 pågående[\s\S]*1 försenat/)
    expect(html).toMatch(/Digitalt AK-brev[\s\S]*Sara Nilsson[\s\S]*Pågår[\s\S]*Försenat/)
    expect(html).toContain('href="/arenden?fas=ideas"')
  })

  it('asks the service for the part that somebody wants, and goes on where the page ended', async () => {
    const web = createTestConsole({
      'GET /v1/insight/cases': { body: { cases: [overview] }, link: '</v1/insight/cases?phase=ideas&cursor=abc%3D>; rel="next"' },
    })
    const html = await (await web.get('/arenden?organisation=region-kalmar&fas=ideas&lage=inProgress', officer)).text()
    expect(Object.fromEntries(web.api.calls[0]?.query ?? [])).toEqual({
      organisation: 'region-kalmar',
      phase: 'ideas',
      status: 'inProgress',
      limit: '50',
    })
    expect(html).toContain('sida=abc%3D')
    expect(html).toMatch(/<option value="ideas" selected/)
    expect(html).toMatch(/<caption[^>]*>Ärenden som stämmer/)
  })

  it('lets long words in a title be broken, which nobody hears or has to search for', async () => {
    const title = 'Ett gemensamt läkemedelsregister'
    const long = { phases: board.phases.map((column) => ({ ...column, cases: [{ ...overview, title }] })) }
    const html = await (await createTestConsole({ 'GET /v1/insight/board': { body: long } }).get('/arenden', officer)).text()
    expect(html).toContain('läke\u00ADme\u00ADdels')
    expect(html.replaceAll('\u00AD', '')).toContain(title)
  })

  it('passes on nothing that is no filter', async () => {
    const web = createTestConsole({ 'GET /v1/insight/board': { body: board } })
    await web.get('/arenden?fas=everything&lage=x&organisation=y', officer)
    expect(web.api.calls.map(({ path }) => path)).toEqual(['/v1/insight/board'])
  })
})

describe('my tasks', () => {
  const task = {
    kind: 'work',
    caseId: overview.caseId,
    caseNumber: overview.caseNumber,
    title: 'B',
    phase: 'ideas',
    dueOn: '2026-12-01',
    isOverdue: false,
  }

  it('come with the most urgent first, each leading to where it is done', async () => {
    const tasks = [
      task,
      {
        ...task,
        kind: 'decide',
        title: 'C',
        requestId: `${overview.caseId}-BP1-1`,
        gate: 'BP1',
        dueOn: '2026-11-10',
        isOverdue: true,
      },
      { ...task, kind: 'triage', title: 'A', caseNumber: undefined, dueOn: '2026-11-25' },
      {
        ...task,
        kind: 'answerOpinion',
        title: 'D',
        opinionId: '01926a00-0000-7000-8000-0000000000d1',
        unit: 'it',
        dueOn: '2026-12-24',
      },
    ]
    const html = await (
      await createTestConsole({ 'GET /v1/insight/tasks': { body: { tasks, hasMore: true } } }).get('/uppgifter', officer)
    ).text()
    const links = [...html.matchAll(/href="([^"]+)">([^<]+): ([ABCD])</g)].map(([, href, what, title]) => [title, what, href])
    expect(links).toEqual([
      ['C', 'Fatta beslut', `/beslut/${overview.caseId}-BP1-1`],
      ['A', 'Bedöm idén', `/ideer/${overview.caseId}`],
      ['B', 'Arbeta vidare', `/arenden/${overview.caseId}/ideas`],
      ['D', 'Lämna yttrande', `/arenden/${overview.caseId}/ideas#yttrande-01926a00-0000-7000-8000-0000000000d1`],
    ])
    expect(html).toContain('Fler uppgifter visas')
  })
})
