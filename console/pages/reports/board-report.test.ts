import { describe, expect, it } from 'vitest'
import { median } from '../../reports/board-report/board-report.ts'
import { fakeProblem } from '../../testing/fake-api.ts'
import type { Call } from '../../testing/fake-api.ts'
import { caseId, header, overview, request } from '../../testing/fixtures.ts'
import { createTestConsole, decider, officer, resident, specialist } from '../../testing/test-console.ts'

const decided = (changes: {
  organisation?: string
  gate?: string
  ruling?: object
  decidedAt?: string
  receivedAt?: string
  dueOn?: string
  workingDays?: number
}) => {
  const { organisation = 'region-kalmar', gate = 'BP1', ruling = { outcome: 'go', reason: 'Ja' } } = changes
  const {
    decidedAt = '2026-11-10T08:00:00.000Z',
    receivedAt = '2026-11-02T08:00:00.000Z',
    dueOn = '2026-11-16',
    workingDays = 6,
  } = changes
  return {
    requestId: `${caseId}-${gate}-1`,
    case: { ...header, organisation, title: `Ärende hos ${organisation}` },
    gate,
    round: 1,
    receivedAt,
    dueOn,
    workingDays,
    decision: {
      ruling,
      decidedAt,
      decidedBy: { subject: 'direktor', name: 'Anders Bergström' },
      office: 'healthDirector',
      delegation: 'D 2.1',
      evidenceDigest: request.digest,
    },
  }
}

const sides = { benefits: 0, costs: 0 }
const nothing = { financial: sides, redistributed: sides, qualitative: sides }
const totals = {
  cases: 1,
  promised: { ...nothing, financial: { benefits: 5_000_000, costs: 1_000_000 } },
  decided: { ...nothing, financial: { benefits: 4_000_000, costs: 0 } },
  followed: { ...nothing, financial: { benefits: 3_000_000, costs: 0 } },
  realised: { ...nothing, financial: { benefits: 2_000_000, costs: 0 } },
  measures: { planned: 3, missed: 1 },
}

const late = { ...overview, isOverdue: true, dueOn: '2026-11-05', title: 'Ärende som dröjt' }

const answersWith = (decisions: readonly object[]) => ({
  'GET /v1/gates/decisions': { body: { decisions } },
  'GET /v1/gates/decision-requests': { body: { requests: [] } },
  'GET /v1/insight/board': { body: { phases: [{ phase: 'ideas', total: 2, overdue: 1, cases: [late, overview] }] } },
  'GET /v1/benefits/portfolio': {
    body: { asOf: '2026-11-20', county: totals, organisations: [{ organisation: 'region-kalmar', ...totals }] },
  },
})

const path = '/rapporter/namnd?fran=2026-11-01&till=2026-11-30&organisation='
const htmlOf = async (decisions: readonly object[], target = path): Promise<string> =>
  (await createTestConsole(answersWith(decisions)).get(target, decider)).text()

describe('the report to the board', () => {
  it('tells of each gate how many came, what was decided and in what time', async () => {
    const html = await htmlOf([
      decided({ workingDays: 2 }),
      decided({ workingDays: 5 }),
      decided({ workingDays: 12, decidedAt: '2026-11-18T08:00:00.000Z' }),
      decided({ gate: 'BP2', ruling: { outcome: 'stop', reason: 'Nej', stopReason: 'tooRisky' } }),
    ])
    const row = html.match(/<tr[^>]*>(?:(?!<\/tr>)[\s\S])*BP1 – Gå vidare med idén[\s\S]*?<\/tr>/)?.[0] ?? ''
    const cells = [...row.matchAll(/<td[^>]*>([\s\S]*?)<\/td>/g)].map(([, cell]) => cell?.replaceAll(/<[^>]+>/g, ''))
    // Came in, go, revise, hold, stop, median, after the promised day.
    expect(cells).toEqual(['3', '3', '0', '0', '0', '5', '1'])
    expect(html).toMatch(/Riskerna är för stora[\s\S]*KLM-2026-0042 Ärende hos region-kalmar/)
    expect(html).toMatch(/Anders Bergström, hälso- och sjukvårdsdirektör/)
    expect(html).toContain('D 2.1')
  })

  it('counts a request in the period that it came in, and a decision in the one that it was made', async () => {
    const before = decided({ receivedAt: '2026-10-20T08:00:00.000Z' })
    const after = decided({ decidedAt: '2026-12-02T08:00:00.000Z' })
    const html = await htmlOf([before, after])
    expect(html).toContain('1 beslut fattades')
    const all = html.match(/<tr[^>]*>(?:(?!<\/tr>)[\s\S])*>Alla<[\s\S]*?<\/tr>/)?.[0] ?? ''
    expect(
      all
        .replaceAll(/<[^>]+>/g, ' ')
        .trim()
        .split(/\s+/)
        .slice(0, 3),
    ).toEqual(['Alla', '1', '1'])
  })

  it('asks for decisions up to today, so that what came in is known though it was decided later', async () => {
    const web = createTestConsole(answersWith([]))
    await web.get('/rapporter/namnd?fran=2026-10-01&till=2026-10-31&organisation=', decider)
    const { query } = web.api.calls.find(({ path: called }) => called === '/v1/gates/decisions') ?? {}
    expect([query?.get('from'), query?.get('till')]).toEqual(['2026-10-01', '2026-11-20'])
  })

  it('reads every page of decisions', async () => {
    const pages = (call: Call) =>
      call.query.get('cursor') === 'next'
        ? { body: { decisions: [decided({})] } }
        : { body: { decisions: [decided({})] }, link: '</v1/gates/decisions?cursor=next>; rel="next"' }
    const web = createTestConsole({ ...answersWith([]), 'GET /v1/gates/decisions': pages })
    expect(await (await web.get(path, decider)).text()).toContain('2 beslut fattades')
  })

  it('shows late cases and benefits, with what has come true beside what has been followed', async () => {
    const html = await htmlOf([])
    expect(html).toContain('Ärende som dröjt')
    expect(html).toContain('2 ärenden pågår och 1 av dem är över utlovad tid')
    expect(html).toMatch(/50\u00a0000\u00a0kr[\s\S]*20\u00a0000\u00a0kr av 30\u00a0000\u00a0kr/)
    expect(html).toContain('1 av 3')
  })

  it('is of one organisation when asked, and first of the reader’s own', async () => {
    const decisions = [decided({}), decided({ organisation: 'kalmar-kommun' })]
    expect(await htmlOf(decisions)).toContain('2 beslut fattades')
    const own = '/rapporter/namnd?fran=2026-11-01&till=2026-11-30'
    const municipal = { ...officer, organisation: 'kalmar-kommun' }
    const html = await (await createTestConsole(answersWith(decisions)).get(own, municipal)).text()
    expect(html).toContain('1 beslut fattades')
    expect(html).not.toContain('Ärende hos region-kalmar')
    expect(html).not.toContain('Ärende som dröjt')
  })

  it('says what it does when the period is turned round', async () => {
    const html = await htmlOf([decided({})], '/rapporter/namnd?fran=2026-11-30&till=2026-11-01&organisation=')
    expect(html).toContain('Perioden slutar före den börjar.')
    expect(html).toContain('1 beslut fattades')
  })

  it('is a PDF too, with the same period', async () => {
    const response = await createTestConsole(answersWith([decided({})])).get(path.replace('namnd', 'namnd.pdf'), decider)
    expect(response.headers.get('content-type')).toBe('application/pdf')
    expect(response.headers.get('content-disposition')).toContain('2026-11-01')
    expect(Buffer.from(await response.arrayBuffer()).toString('latin1')).toContain('/StructTreeRoot')
  })

  it('is refused to those whom the services refuse, and to those outside', async () => {
    const refused = { ...answersWith([]), 'GET /v1/gates/decisions': fakeProblem(403, 'roleNotAllowed') }
    expect((await createTestConsole(refused).get(path, specialist)).status).toBe(403)
    expect((await createTestConsole(answersWith([])).get(path, resident)).status).toBe(403)
    expect((await createTestConsole(answersWith([])).get(path)).headers.get('location')).toContain('/logga-in')
  })
})

describe('the median', () => {
  it.each([
    [[], undefined],
    [[7], 7],
    [[9, 1, 5], 5],
    [[4, 1, 2, 9], 3],
  ])('of %j is %s', (values, expected) => {
    expect(median(values)).toBe(expected)
  })
})
