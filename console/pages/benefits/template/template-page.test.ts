import { describe, expect, it } from 'vitest'
import { fakeProblem } from '../../../testing/fake-api.ts'
import type { Answers } from '../../../testing/fake-api.ts'
import { caseAnswers, caseId } from '../../../testing/fixtures.ts'
import { formEntries } from '../../../testing/form-entries.ts'
import { reckoningAnswers } from '../../../testing/reckoning.ts'
import { createTestConsole, decider, officer } from '../../../testing/test-console.ts'
import type { TestConsole } from '../../../testing/test-console.ts'

const api = `/v1/benefits/cases/${caseId}/assessments/NV2`
const path = `/arenden/${caseId}/nytta/NV2/mall`
const chosen = `${path}?mall=videoVisit`
const zero = { low: 0, likely: 0, high: 0 }
const own = { id: '01926a00-0000-7000-8000-000000000001', side: 'benefit', name: 'Min rad' }
const assessment = {
  kind: 'NV2',
  status: 'draft',
  version: 4,
  summary: 'Min text.',
  lines: [own],
  basis: { investmentStartsOn: '2026-01-01', horizonYears: 5, priceYear: 2026, parametersOn: '2026-06-01' },
  totals: {
    financial: { benefits: zero, costs: zero, net: zero },
    redistributed: { benefits: zero, costs: zero },
    qualitative: { benefits: 0, costs: 0 },
  },
  progress: [],
}
const answers: Answers = {
  ...caseAnswers,
  ...reckoningAnswers(api, 'NV2', assessment),
  [`GET ${api}`]: { body: assessment, etag: 4 },
  [`PUT ${api}`]: { body: { ...assessment, version: 5 }, etag: 5 },
}
const asForm = (entries: URLSearchParams) =>
  Object.fromEntries([...new Set(entries.keys())].map((name) => [name, entries.getAll(name)]))
const formOf = async (web: TestConsole) => {
  const html = await (await web.get(chosen, officer)).text()
  return asForm(formEntries(html.slice(html.indexOf('id="mall"'))))
}
const given = {
  '/answers/homeVisits/likely': '2 000',
  '/answers/travelMinutes/likely': '45',
  '/answers/travelMinutes/source': 'Körjournalen',
  '/answers/operation/likely': '120 000,50',
  '/use/1/likely': '20',
  '/use/3/likely': '60',
  '/owner': 'Verksamhetschefen',
}
const put = (web: TestConsole) => web.api.calls.findLast(({ method }) => method === 'PUT')

describe('a template', () => {
  it('is chosen among the kinds of service', async () => {
    const html = await (await createTestConsole(answers).get(path, officer)).text()
    expect(html).toContain(`href="${chosen}"`)
    expect(html).toContain('Digital nattillsyn')
  })

  it('is asked in plain words, for the organisation that owns the case', async () => {
    const web = createTestConsole(answers)
    const html = await (await web.get(chosen, officer)).text()
    expect(html).toContain('Hur många minuter reser personalen per besök, fram och tillbaka?')
    expect((await formOf(web))['/organisation']).toEqual(['region-kalmar'])
  })

  it('shows what the answers come to, on the likely figures alone, before anything is added', async () => {
    const web = createTestConsole(answers)
    const response = await web.post(`${path}/rakning?mall=videoVisit`, { ...(await formOf(web)), ...given }, officer)
    const told = (await response.text()).replaceAll(/<[^>]+>/g, ' ').replaceAll(/[\s\u00a0]+/g, ' ')
    // 2 000 x 45 / 60 x 450 = 675 000, of which 60 per cent.
    expect(told).toMatch(
      /Frigjord restid Nytta, omfördelning \(frigjord resurs\) 2 000 gånger per år × 45 minuter ÷ 60 × 450 kr per timme, följer dem som använder tjänsten 405 000 kr/,
    )
    expect(told).toMatch(/Drift och förvaltning [^.]* 120 000,50 kr per år 120 001 kr/)
    expect(told).toMatch(/Lägre resekostnad Nytta, finansiell \(pengar\) Inte räknad än/)
    expect(told).toContain('2 av 6 rader i pengar är räknade')
    expect(told).not.toContain('Det här återstår')
    expect(put(web)).toBeUndefined()
  })

  it('adds its lines to the draft, with the version that was read', async () => {
    const web = createTestConsole(answers)
    const response = await web.post(chosen, { ...(await formOf(web)), ...given, _action: 'add' }, officer)
    expect(response.headers.get('location')).toBe(`/arenden/${caseId}/nytta/NV2?klart=linesAdded`)
    expect(put(web)?.headers.get('if-match')).toBe('"4"')
    expect(put(web)?.body).toMatchObject({
      summary: 'Min text.',
      lines: [
        own,
        {
          name: 'Frigjord restid',
          owner: 'Verksamhetschefen',
          calculation: {
            drivers: {
              volume: { likely: 2_000, unit: 'timesPerYear', isAssumption: true },
              minutes: { likely: 45, source: 'Körjournalen', takenOn: '2026-11-20' },
              rate: { parameter: 'staff-2026' },
            },
            usage: { curve: 'use', effect: 'scales' },
          },
        },
        {},
        {},
        {},
        {},
        {},
        { calculation: { drivers: { perYear: { likely: 12_000_050 } } } },
      ],
      basis: {
        horizonYears: 5,
        curves: [
          {
            id: 'use',
            years: [
              { year: 1, likely: 0.2 },
              { year: 3, likely: 0.6 },
            ],
          },
        ],
      },
    })
  })

  it('tells an answer that cannot be right, and keeps it', async () => {
    const web = createTestConsole(answers)
    const wrong = { ...(await formOf(web)), ...given, '/answers/homeVisits/low': '3 000', _action: 'reckon' }
    const html = await (await web.post(chosen, wrong, officer)).text()
    // It goes into three lines and is told once, as the question that it answers.
    expect(html.match(/Lågt får inte vara över troligt/g)).toHaveLength(1)
    expect(html).toMatch(/href="#falt-answers-homeVisits-likely">Hur många besök per år[^<]*: Lågt får inte vara över troligt/)
    expect(html).toContain('value="3 000"')
  })

  it('asks for the organisation, and comes back when somebody else was first', async () => {
    const web = createTestConsole({ ...answers, [`PUT ${api}`]: fakeProblem(412, 'staleVersion') })
    const form = { ...(await formOf(web)), ...given, _action: 'add' }
    const withoutOrganisation = await web.post(chosen, { ...form, '/organisation': '' }, officer)
    expect(withoutOrganisation.status).toBe(422)
    expect(await withoutOrganisation.text()).toContain('href="#falt-organisation"')
    const stale = await web.post(chosen, form, officer)
    expect(stale.status).toBe(412)
    expect(await stale.text()).toContain('value="2 000"')
  })

  it('has no form for those who do not write, and is no page when there is none of the name', async () => {
    expect(await (await createTestConsole(answers).get(chosen, decider)).text()).not.toContain('name="/organisation"')
    expect((await createTestConsole(answers).get(`${path}?mall=okand`, officer)).status).toBe(404)
  })
})
