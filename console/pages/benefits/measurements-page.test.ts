import { describe, expect, it } from 'vitest'
import { caseAnswers, caseId } from '../../testing/fixtures.ts'
import { createTestConsole, decider } from '../../testing/test-console.ts'

const path = `/arenden/${caseId}/nytta/matningar`
const lineId = '01926a00-0000-7000-8000-000000000001'

const outcome = {
  lineId,
  name: 'Lägre portokostnad',
  side: 'benefit',
  measure: 'Porto per år',
  unit: 'kr',
  baseline: { value: 600_000, takenOn: '2025-05-19' },
  target: { value: 300_000, reachedOn: '2027-12-31' },
  status: 'behind',
  progress: 0.1,
  promisedIn: 'NV3',
  expected: {
    shape: 'usageCurve',
    points: [
      { on: '2025-05-19', low: 600_000, likely: 600_000, high: 600_000 },
      { on: '2027-12-31', low: 400_000, likely: 300_000, high: 250_000 },
    ],
  },
  latest: { value: 570_000, measuredOn: '2026-11-01', expected: { low: 480_000, likely: 430_000, high: 400_000 } },
  measurements: [{ measuredOn: '2026-11-01', value: 570_000 }],
}

const answersWith = (...outcomes: object[]) => ({
  ...caseAnswers,
  [`GET /v1/benefits/cases/${caseId}/outcomes`]: { body: { outcomes } },
  [`GET /v1/benefits/cases/${caseId}/measurements`]: { body: { measurements: [], lines: [] } },
  [`GET /v1/benefits/cases/${caseId}/assessments`]: { body: { assessments: [], isEditable: null } },
})

const plain = (html: string): string => html.replaceAll(/[\u00a0\u202f]/g, ' ')
const read = async (...outcomes: object[]): Promise<string> =>
  plain(await (await createTestConsole(answersWith(...outcomes)).get(path, decider)).text())

describe('expected against measured', () => {
  it('says of each line where it stands and what was expected by then', async () => {
    const html = await read(outcome)
    expect(html).toContain('Lägre portokostnad: efter. Senast 570 000 kr (1 nov. 2026), väntat då 430 000 kr (400 000–480 000).')
    expect(html).toContain('Det förväntade följer nyttjandekurvan')
    expect(html).toContain('lovat i NV3')
    expect(html).toMatch(/<circle class="chart__point"/)
  })

  it.each([
    ['reached', 'Målet är nått'],
    ['onTheWay', 'På väg'],
    ['behind', 'Efter'],
    ['targetMissed', 'Målet missades'],
    ['measurementDue', 'Ska mätas: måldagen har passerat'],
    ['notMeasured', 'Inte mätt'],
    ['noBaseline', 'Utgångsvärde saknas'],
    ['noTarget', 'Mål eller måldag saknas'],
  ])('tells %s in words', async (status, told) => {
    const html = await read({ ...outcome, status })
    expect(html.slice(html.indexOf('Hur långt'), html.indexOf('Förväntat mot'))).toContain(told)
  })

  it('says why the line is straight, and draws no band where there is none', async () => {
    const points = outcome.expected.points.map(({ on, likely }) => ({ on, low: likely, likely, high: likely }))
    const html = await read({ ...outcome, expected: { shape: 'straightLine', points } })
    expect(html).toContain('Det förväntade är en rak linje till målet, eftersom raden inte räknas efter nyttjande.')
    expect(html).not.toContain('Lågt till högt')
  })

  it('shows a line without a baseline in the table, with when it is to be taken, and no drawing', async () => {
    const { baseline: _, expected: __, latest: ___, ...without } = outcome
    const html = await read({ ...without, status: 'noBaseline', baselinePlannedBy: '2027-01-31', measurements: [] })
    expect(html).toContain('ska tas senast 31 jan. 2027')
    expect(html).not.toContain('<figure')
  })

  it('says so when there is nothing to measure', async () => {
    const html = await read()
    expect(html).toContain('Inget har mätts än.')
    expect(html).not.toContain('Hur långt nyttorna har kommit')
  })
})
