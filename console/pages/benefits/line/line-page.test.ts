import { describe, expect, it } from 'vitest'
import { fakeProblem } from '../../../testing/fake-api.ts'
import type { Answers } from '../../../testing/fake-api.ts'
import { caseAnswers, caseId } from '../../../testing/fixtures.ts'
import { formEntries } from '../../../testing/form-entries.ts'
import { reckoningAnswers } from '../../../testing/reckoning.ts'
import { createTestConsole, decider, officer } from '../../../testing/test-console.ts'
import type { TestConsole } from '../../../testing/test-console.ts'

const api = `/v1/benefits/cases/${caseId}/assessments/NV2`
const lineId = '01926a00-0000-7000-8000-000000000001'
const path = `/arenden/${caseId}/nytta/NV2/rader/${lineId}`
const zero = { low: 0, likely: 0, high: 0 }

const time = {
  id: lineId,
  side: 'benefit',
  name: 'Frigjord tid',
  kind: 'redistributed',
  area: 'efficiency',
  organisation: 'region-kalmar',
  owner: 'Verksamhetschefen',
  startsOn: '2027-01-01',
  effect: 'letters',
  calculation: {
    method: 'staffTime',
    drivers: {
      volume: { low: 1_000, likely: 1_200, high: 1_400, unit: 'timesPerYear', isAssumption: true },
      minutes: {
        low: 2.5,
        likely: 3,
        high: 4,
        unit: 'minutes',
        source: 'Tidmätning',
        takenOn: '2026-05-15',
        byYear: [{ year: 1, low: 1, likely: 2, high: 3 }],
      },
      rate: { unit: 'orePerHour', parameter: 'staff-2026' },
    },
    usage: { curve: 'digital', effect: 'until', share: 0.625 },
  },
}
const licence = {
  id: '01926a00-0000-7000-8000-000000000002',
  side: 'cost',
  name: 'Licens',
  kind: 'financial',
  area: 'efficiency',
  organisation: 'region-kalmar',
  perYear: { low: 1_000_00, likely: 1_000_00, high: 1_000_00 },
}
const chain = { effects: [{ id: 'letters', name: 'Färre brev' }], goals: [] }
const basis = {
  investmentStartsOn: '2026-01-01',
  horizonYears: 3,
  priceYear: 2026,
  parametersOn: '2026-06-01',
  curves: [
    {
      id: 'digital',
      name: 'Digitala brev',
      form: 'table',
      years: [
        { year: 1, low: 0.2, likely: 0.3, high: 0.4 },
        { year: 2, low: 0.6, likely: 0.7, high: 0.8 },
      ],
    },
  ],
}
const assessmentOf = (lines: readonly unknown[], more: object = {}) => ({
  kind: 'NV2',
  status: 'draft',
  version: 4,
  summary: 'Nyttan är större.',
  lines,
  chain,
  basis,
  totals: {
    financial: { benefits: zero, costs: zero, net: zero },
    redistributed: { benefits: zero, costs: zero },
    qualitative: { benefits: 0, costs: 0 },
  },
  progress: [],
  ...more,
})
const answersWith = (assessment: ReturnType<typeof assessmentOf>): Answers => ({
  ...caseAnswers,
  ...reckoningAnswers(api, 'NV2', assessment),
  [`GET ${api}`]: { body: assessment, etag: 4 },
  [`PUT ${api}`]: { body: { ...assessment, version: 5 }, etag: 5 },
})
const answers = answersWith(assessmentOf([time, licence]))
const asForm = (entries: URLSearchParams) =>
  Object.fromEntries([...new Set(entries.keys())].map((name) => [name, entries.getAll(name)]))
const formIn = (html: string) => asForm(formEntries(html.slice(html.indexOf('id="del"'))))
const formOf = async (web: TestConsole) => formIn(await (await web.get(path, officer)).text())
const sent = (web: TestConsole, method: string) => web.api.calls.findLast((call) => call.method === method)
const textOf = (html: string) =>
  html
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/[\s\u00a0]+/g, ' ')
    .replaceAll(' .', '.')

describe('how a line is reckoned', () => {
  it('is asked for in kronor and per cent, and told as a formula, year by year, with every source', async () => {
    const html = await (await createTestConsole(answers).get(path, officer)).text()
    const form = formIn(html)
    expect(form['/drivers/volume/likely']).toEqual(['1 200'])
    expect(form['/drivers/minutes/low']).toEqual(['2,5'])
    expect(form['/usage/share']).toEqual(['62,5'])
    const told = textOf(html)
    expect(told).toContain('1 200 gånger per år × 3 minuter ÷ 60 × 450 kr per timme = 27 000 kr per år')
    // Year 1 with two minutes instead of three; from year 2 so many use the service that the old way has ended.
    expect(told).toMatch(/1 100 % 7 500 kr 18 000 kr 31 500 kr/)
    expect(told).toContain('Antal per år: 1 200 gånger per år (1 000–1 400). Antagande')
    expect(told).toContain('Minuter per gång: 3 minuter (2,5–4). Tidmätning, 15 maj 2026')
    expect(told).toMatch(
      /Länets uppgift: Medarbetare, 450 kr per timme, gäller från 1 jan\. 2026\. Exempel Sundsvalls kommuns mall/,
    )
  })

  it('is saved as it was when nothing has been changed, with the rest of the assessment', async () => {
    const web = createTestConsole(answers)
    const response = await web.post(path, { ...(await formOf(web)), _action: 'save' }, officer)
    expect(response.headers.get('location')).toBe(`${path}?klart=assessmentSaved`)
    expect(sent(web, 'PUT')?.headers.get('if-match')).toBe('"4"')
    expect(sent(web, 'PUT')?.body).toEqual({ summary: 'Nyttan är större.', lines: [time, licence], chain, basis })
  })

  it('shows the drivers of the method that is chosen, with what fits of what was written', async () => {
    const web = createTestConsole(answers)
    const chosen = { ...(await formOf(web)), '/method': 'unitPrice', _action: 'redraw:/method' }
    const html = await (await web.post(path, chosen, officer)).text()
    const form = formIn(html)
    expect(form['/drivers/volume/likely']).toEqual(['1 200'])
    expect(form).toHaveProperty('/drivers/price/likely')
    expect(form).not.toHaveProperty('/drivers/minutes/likely')
    expect(sent(web, 'PUT')).toBeUndefined()
  })

  it("begins with the county's own figure where there is one", async () => {
    const web = createTestConsole(answersWith(assessmentOf([{ ...time, calculation: undefined }])))
    const chosen = { ...(await formOf(web)), '/method': 'staffTime', _action: 'redraw:/method' }
    expect(formIn(await (await web.post(path, chosen, officer)).text())['/drivers/rate/from']).toEqual(['staff-2026'])
  })

  it('is reckoned while it is written, with nothing saved', async () => {
    const web = createTestConsole(answers)
    const response = await web.post(`${path}/rakning`, { ...(await formOf(web)), '/drivers/volume/likely': '1 300' }, officer)
    const html = await response.text()
    expect(html).not.toContain('<html')
    expect(textOf(html)).toContain('= 29 250 kr per år')
    expect(html).toMatch(/data-result="summary" aria-live="polite"/)
    expect(web.api.calls.some(({ method }) => method === 'PUT')).toBe(false)
  })

  it('is reckoned on the likely figure alone, which is saved alone', async () => {
    const web = createTestConsole(answers)
    const alone = { ...(await formOf(web)), '/drivers/volume/low': '', '/drivers/volume/high': '' }
    const told = textOf(await (await web.post(`${path}/rakning`, alone, officer)).text())
    expect(told).toContain('= 27 000 kr per år')
    expect(told).toContain('Där lågt och högt saknas räknas bara med det troliga värdet.')
    await web.post(path, { ...alone, _action: 'save' }, officer)
    expect(sent(web, 'PUT')?.body).toMatchObject({
      lines: [{ calculation: { drivers: { volume: { likely: 1_200, unit: 'timesPerYear' } } } }, {}],
    })
    expect(JSON.stringify(sent(web, 'PUT')?.body)).not.toContain('"low":1200')
  })

  it('tells at the field what cannot be reckoned', async () => {
    const web = createTestConsole(answers)
    const wrong = { ...(await formOf(web)), '/drivers/volume/low': '2 000', '/drivers/minutes/likely': 'tre' }
    const html = await (await web.post(path, { ...wrong, _action: 'reckon' }, officer)).text()
    expect(html).toMatch(/href="#falt-drivers-volume">Frigjord tid, antal per år: Lågt får inte vara över troligt/)
    expect(html).toMatch(/href="#falt-drivers-minutes-likely">Faktorer, Minuter per gång, Troligt: Ange ett tal/)
  })

  it('comes back with what was written when the service refuses it', async () => {
    const web = createTestConsole({
      ...answers,
      [`PUT ${api}`]: fakeProblem(400, 'invalidRequest', [
        { pointer: '/lines/0/calculation/drivers/volume/likely', sv: 'Talet är för stort.' },
        { pointer: '/lines/1/name', sv: 'Fyll i fältet.' },
      ]),
    })
    const response = await web.post(
      path,
      { ...(await formOf(web)), '/drivers/volume/source': 'Min källa', _action: 'save' },
      officer,
    )
    expect(response.status).toBe(400)
    const html = await response.text()
    expect(html).toMatch(/href="#falt-drivers-volume-likely">[^<]*Talet är för stort/)
    expect(html).toContain('id="falt-drivers-volume-likely-error"')
    expect(html).toContain(`href="/arenden/${caseId}/nytta/NV2#falt-lines-1-name">Licens: Fyll i fältet.`)
    expect(formIn(html)['/drivers/volume/source']).toEqual(['Min källa'])
  })

  it('shows both versions when somebody else was first', async () => {
    const web = createTestConsole({ ...answers, [`PUT ${api}`]: fakeProblem(412, 'staleVersion') })
    const response = await web.post(path, { ...(await formOf(web)), '/drivers/volume/likely': '1 250', _action: 'save' }, officer)
    expect(response.status).toBe(412)
    const html = await response.text()
    expect(textOf(html)).toMatch(/Antal per år, Troligt 1 200 1 250/)
    expect(formIn(html)['/drivers/volume/likely']).toEqual(['1 250'])
  })

  it('is only read by those who do not write, with the same figures', async () => {
    const html = await (await createTestConsole(answers).get(path, decider)).text()
    expect(html).not.toContain('name="/method"')
    expect(textOf(html)).toContain('= 27 000 kr per år')
  })

  it('is no page for a line that is not there', async () => {
    const web = createTestConsole(answersWith(assessmentOf([licence])))
    expect((await web.get(path, officer)).status).toBe(404)
  })
})
