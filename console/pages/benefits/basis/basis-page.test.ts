import { describe, expect, it } from 'vitest'
import type { Answers } from '../../../testing/fake-api.ts'
import { caseAnswers, caseId } from '../../../testing/fixtures.ts'
import { formEntries } from '../../../testing/form-entries.ts'
import { reckoningAnswers } from '../../../testing/reckoning.ts'
import { createTestConsole, decider, officer } from '../../../testing/test-console.ts'
import type { TestConsole } from '../../../testing/test-console.ts'

const api = `/v1/benefits/cases/${caseId}/assessments/NV2`
const path = `/arenden/${caseId}/nytta/NV2/grund`
const zero = { low: 0, likely: 0, high: 0 }
const curve = {
  id: 'digital',
  name: 'Digitala brev',
  form: 'table',
  years: [
    { year: 1, low: 0.1, likely: 0.125, high: 0.15 },
    { year: 3, low: 0.5, likely: 0.6, high: 0.7 },
  ],
}
const logistic = {
  id: 'larm',
  name: 'Larm',
  form: 'logistic',
  ceiling: { low: 0.6, likely: 0.7, high: 0.8 },
  midpointYear: 2.5,
  rampYears: 3,
}
const basis = {
  investmentStartsOn: '2026-03-01',
  horizonYears: 4,
  priceYear: 2026,
  parametersOn: '2026-06-01',
  distribution: 'pert',
  seed: 7,
  correlations: [{ group: 'Bemanning', coefficient: 0.5 }],
  curves: [curve, logistic],
}
const answersWith = (more: object): Answers => {
  const assessment = {
    kind: 'NV2',
    status: 'draft',
    version: 4,
    summary: 'Sammanfattat.',
    lines: [],
    totals: {
      financial: { benefits: zero, costs: zero, net: zero },
      redistributed: { benefits: zero, costs: zero },
      qualitative: { benefits: 0, costs: 0 },
    },
    progress: [],
    ...more,
  }
  return {
    ...caseAnswers,
    ...reckoningAnswers(api, 'NV2', assessment),
    [`GET ${api}`]: { body: assessment, etag: 4 },
    [`PUT ${api}`]: { body: { ...assessment, version: 5 }, etag: 5 },
  }
}
const asForm = (entries: URLSearchParams) =>
  Object.fromEntries([...new Set(entries.keys())].map((name) => [name, entries.getAll(name)]))
const formIn = (html: string) => asForm(formEntries(html.slice(html.indexOf('id="del"'))))
const formOf = async (web: TestConsole) => formIn(await (await web.get(path, officer)).text())
const put = (web: TestConsole) => web.api.calls.findLast(({ method }) => method === 'PUT')?.body

describe("the calculation's basis", () => {
  it('is saved as it was when nothing has been changed', async () => {
    const web = createTestConsole(answersWith({ basis }))
    await web.post(path, { ...(await formOf(web)), _action: 'save' }, officer)
    expect(put(web)).toEqual({ summary: 'Sammanfattat.', lines: [], basis })
  })

  it('is filled in with what the service reckons on where nothing has been chosen', async () => {
    const form = await formOf(createTestConsole(answersWith({})))
    expect(form['/investmentStartsOn']).toEqual(['2026-01-01'])
    expect(form['/horizonYears']).toEqual(['5'])
    expect(form['/priceYear']).toEqual(['2026'])
    expect(form['/parametersOn']).toEqual(['2026-11-20'])
  })

  it('draws each curve as the service reckons it, with a sentence and a table', async () => {
    const html = await (await createTestConsole(answersWith({ basis })).get(path, decider)).text()
    expect(html.match(/<figure class="chart"/g)).toHaveLength(2)
    expect(html).toContain(
      '<figcaption class="chart__finding">Digitala brev: troligen 12,5\u00a0% år 1 och 60\u00a0% år 4 (mellan 50\u00a0% och 70\u00a0%).</figcaption>',
    )
    // A straight line from year 1 to year 3.
    expect(html).toMatch(/>År 2<\/th>[\s\S]{0,120}30\u00a0%[\s\S]{0,120}36,3\u00a0%[\s\S]{0,120}42,5\u00a0%/)
  })

  it('names the rows of the county that hold, with their sources, and which are examples', async () => {
    const html = await (await createTestConsole(answersWith({ basis })).get(path, officer)).text()
    expect(html).toMatch(
      /Länets uppgifter som gäller 1 juni 2026[\s\S]*Diskonteringsränta[\s\S]*3\u00a0%[\s\S]*Exempel<\/span> Inera, mall för nyttokalkyl/,
    )
  })

  it('gives a new curve an id of its own and its first years', async () => {
    const web = createTestConsole(answersWith({ basis }))
    const added = formIn(await (await web.post(path, { ...(await formOf(web)), _action: 'add:/curves' }, officer)).text())
    expect(added['/curves/2/id']).toEqual(['curve-1'])
    expect(added['/curves/2/years/2/year']).toEqual(['3'])
    await web.post(path, { ...added, '/curves/2/name': 'Ny', '/curves/2/years/1/likely': '37,5', _action: 'save' }, officer)
    expect(put(web)).toMatchObject({
      basis: { curves: [curve, logistic, { id: 'curve-1', name: 'Ny', form: 'table', years: [{ year: 2, likely: 0.375 }] }] },
    })
  })

  it('tells at the field what a curve lacks', async () => {
    const web = createTestConsole(answersWith({ basis }))
    const wrong = { ...(await formOf(web)), '/curves/0/years/1/high': '170', '/curves/1/logistic/rampYears': '' }
    const html = await (await web.post(`${path}/rakning`, wrong, officer)).text()
    expect(html).toMatch(/href="#falt-curves-0-years-1-high">[^<]*Andelen får inte vara större än 100 %/)
    expect(html).toMatch(/href="#falt-curves-1-logistic-rampYears">[^<]*Ange antal år/)
  })

  it('is only read by those who do not write', async () => {
    const html = await (await createTestConsole(answersWith({ basis })).get(path, decider)).text()
    expect(html).not.toContain('name="/horizonYears"')
    expect(html).toContain('1 mars 2026')
  })
})
