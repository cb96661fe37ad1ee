import { describe, expect, it } from 'vitest'
import { caseId, header } from '../../testing/fixtures.ts'
import { createTestConsole, decider } from '../../testing/test-console.ts'
import { readTable } from '../../tables/read-table.ts'

const none = { benefits: 0, costs: 0 }
const sums = (financial: object, redistributed: object = none, qualitative: object = none) => ({
  financial,
  redistributed,
  qualitative,
})

/** Öre: 2 000 kr promised at a cost of 500, of which 1 000 is followed up and 750 has come true. */
const share = {
  promised: sums({ benefits: 200_000, costs: 50_000 }, { benefits: 990_000, costs: 0 }, { benefits: 3, costs: 0 }),
  decided: sums({ benefits: 200_000, costs: 50_000 }),
  followed: sums({ benefits: 100_000, costs: 0 }),
  realised: sums({ benefits: 75_050, costs: 0 }, none, { benefits: 1, costs: 0 }),
}
const totals = { cases: 1, ...share, measures: { planned: 4, missed: 2 } }

const answers = {
  'GET /v1/benefits/portfolio': {
    body: { asOf: '2026-11-20', county: totals, organisations: [{ organisation: 'region-kalmar', ...totals }] },
  },
  'GET /v1/benefits/portfolio/cases': {
    body: {
      cases: [
        {
          case: { ...header, title: '=Porto' },
          phase: 'followup',
          promisedIn: 'NV3',
          shares: [{ organisation: 'region-kalmar', ...share }],
          measures: { planned: 4, missed: 2 },
        },
      ],
    },
  },
}

const plain = (html: string): string => html.replaceAll(/[\u00a0\u202f]/g, ' ')

describe('the portfolio of benefits', () => {
  it('shows each kind for itself, what has come true beside what is followed up, and what is late', async () => {
    const shown = plain(await (await createTestConsole(answers).get('/nytta', decider)).text())
    for (const part of [
      '2 000 kr',
      '9 900 kr',
      '500 kr',
      '751 kr<span class="note block">av 1 000 kr',
      '1 av 3',
      '2 av 4',
      'Region Kalmar län',
    ])
      expect(shown).toContain(part)
    // Money and freed resources together would be 11 900 kr.
    expect(shown).not.toContain('11 900 kr')
    expect(shown).toContain(`href="/arenden/${caseId}/nytta"`)
  })

  it('of one organisation asks for its cases alone', async () => {
    const web = createTestConsole(answers)
    const shown = await (await web.get('/nytta?organisation=region-kalmar', decider)).text()
    expect(web.api.calls.find(({ path }) => path.endsWith('/cases'))?.query.get('organisation')).toBe('region-kalmar')
    expect(shown).toContain('Nyttoportfölj: Region Kalmar län')
  })

  it('says so when nothing has been promised yet', async () => {
    const empty = { ...totals, cases: 0 }
    const shown = await (
      await createTestConsole({
        'GET /v1/benefits/portfolio': { body: { asOf: '2026-11-20', county: empty, organisations: [] } },
        'GET /v1/benefits/portfolio/cases': { body: { cases: [] } },
      }).get('/nytta', decider)
    ).text()
    expect(shown).toContain('Ingen nyttovärdering är fryst än.')
  })

  it('is taken as CSV that opens right in Swedish Excel', async () => {
    const response = await createTestConsole(answers).get('/nytta/portfolj.csv', decider)
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="nyttoportfolj-kalmar-2026-11-20.csv"')
    const bytes = new Uint8Array(await response.arrayBuffer())
    expect(bytes.slice(0, 3)).toEqual(Uint8Array.of(0xef, 0xbb, 0xbf))
    const [heading, row] = new TextDecoder().decode(bytes).split('\r\n')
    expect(heading).toContain('Uppnått av det uppföljda: Pengar i hand, nytta (kr per år)')
    expect(row).toContain(";'=Porto;")
    expect(row).toContain(';750,5;')
  })

  it('is taken as Excel with its sums as numbers', async () => {
    const response = await createTestConsole(answers).get('/nytta/portfolj.xlsx', decider)
    const read = await readTable(new Uint8Array(await response.arrayBuffer()))
    const [heading = [], row = []] = read.ok ? read.grid.rows : []
    expect(row[heading.indexOf('Lovat: Pengar i hand, kostnad (kr per år)')]).toBe(500)
    expect(row[heading.indexOf('Lovat: Kvalitativa, nytta (antal)')]).toBe(3)
    expect(row[1]).toBe('=Porto')
  })
})
