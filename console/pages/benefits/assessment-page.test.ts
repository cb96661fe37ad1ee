import { describe, expect, it } from 'vitest'
import { fakeProblem } from '../../testing/fake-api.ts'
import { caseAnswers, caseId } from '../../testing/fixtures.ts'
import { formEntries } from '../../testing/form-entries.ts'
import { parametersAnswer } from '../../testing/reckoning.ts'
import { createTestConsole, decider, officer } from '../../testing/test-console.ts'

const path = `/arenden/${caseId}/nytta/NV1`
const api = `/v1/benefits/cases/${caseId}/assessments/NV1`
const lineId = '01926a00-0000-7000-8000-000000000001'
const zero = { low: 0, likely: 0, high: 0 }
const some = { low: 15_000_000, likely: 30_000_050, high: 45_000_000 }
const line = {
  id: lineId,
  side: 'benefit',
  name: 'Lägre portokostnad',
  kind: 'financial',
  area: 'efficiency',
  organisation: 'region-kalmar',
  perYear: some,
  measure: 'Porto per år',
  unit: 'kr',
  baseline: { value: 604_800.5, takenOn: '2026-05-19' },
  changeReason: 'Räknat om.',
  effect: 'letters',
  endsOn: '2030-01-01',
  calculation: { method: 'amountPerYear', drivers: { perYear: { ...some, unit: 'orePerYear', isAssumption: true } } },
}
const chain = { change: 'Brevet blir digitalt', effects: [{ id: 'letters', name: 'Färre brev' }], goals: [] }
const basis = { horizonYears: 5, curves: [] }
const assessment = {
  kind: 'NV1',
  status: 'draft',
  version: 4,
  summary: 'Nyttan är större än kostnaden.',
  lines: [line],
  chain,
  basis,
  totals: {
    financial: { benefits: some, costs: zero, net: some },
    redistributed: { benefits: zero, costs: zero },
    qualitative: { benefits: 0, costs: 0 },
  },
  progress: [],
}
const answers = { ...caseAnswers, ...parametersAnswer, [`GET ${api}`]: { body: assessment, etag: 4 } }
const asForm = (entries: URLSearchParams) =>
  Object.fromEntries([...new Set(entries.keys())].map((name) => [name, entries.getAll(name)]))
const formOf = async (web: ReturnType<typeof createTestConsole>) => {
  const html = await (await web.get(path, officer)).text()
  return asForm(formEntries(html.slice(html.indexOf('id="nyttovardering"'))))
}

describe('a benefit assessment', () => {
  it('shows sums in kronor and the lines with their measures', async () => {
    const html = await (await createTestConsole(answers).get(path, decider)).text()
    expect(html).toContain('300\u00a0000,50\u00a0kr')
    expect(html).toContain('Porto per år (kr)')
    expect(html).not.toContain('name="/summary"')
  })

  it('is saved line by line as it was, with ids and öre intact, and with what the form does not show', async () => {
    const web = createTestConsole({ ...answers, [`PUT ${api}`]: { body: { ...assessment, version: 5 }, etag: 5 } })
    const response = await web.post(path, { ...(await formOf(web)), _action: 'save' }, officer)
    expect(response.headers.get('location')).toBe(`${path}?klart=assessmentSaved`)
    const call = web.api.calls.find(({ method }) => method === 'PUT')
    expect(call?.headers.get('if-match')).toBe('"4"')
    // The amounts of a reckoned line are the service's to say.
    const { perYear: _, ...sent } = line
    expect(call?.body).toEqual({ summary: assessment.summary, lines: [sent], chain, basis })
  })

  it('says in one line how each amount is reckoned, and leads to where that is done', async () => {
    const rough = { ...line, id: '01926a00-0000-7000-8000-000000000002', name: 'Porto', calculation: undefined }
    const web = createTestConsole({ ...answers, [`GET ${api}`]: { body: { ...assessment, lines: [line, rough] }, etag: 4 } })
    const html = await (await web.get(path, officer)).text()
    expect(html).toMatch(new RegExp(`href="${path}/rader/${lineId}">Räknas så här[\\s\\S]*300\u00a0000,50\u00a0kr per år`))
    expect(html).toMatch(new RegExp(`Beloppet är en grov uppskattning[\\s\\S]*href="${path}/rader/${rough.id}">Räkna fram`))
    expect(html).not.toContain('name="/lines/0/perYear/low"')
    expect(html).toContain('name="/lines/1/perYear/low"')
  })

  it('leads from what keeps it from being complete to the page where it is put right', async () => {
    const web = createTestConsole({
      ...answers,
      [`POST ${api}/completions`]: fakeProblem(422, 'assessmentIncomplete', [
        { pointer: '/lines/0/calculation/drivers/perYear/source', sv: 'Ange källa och datum.' },
        { pointer: '/basis/curves/0/ceiling/low', sv: 'Ange ett tal.' },
        { pointer: '/chain/effects/0/follows', sv: 'Effekten leder tillbaka till sig själv.' },
      ]),
    })
    const html = await (await web.post(`${path}/klarmarkering`, { _version: '4' }, officer)).text()
    expect(html).toContain(
      `href="${path}/rader/${lineId}#falt-drivers-perYear-source">Lägre portokostnad, belopp per år: Ange källa`,
    )
    expect(html).toContain(`href="${path}/grund#falt-curves-0-logistic-ceiling-low">Kalkylens grund: Ange ett tal.`)
    expect(html).toContain(`href="${path}/kedja#falt-effects-0-follows">Effektkedjan: Effekten leder`)
  })

  it('takes a new line without an id of its own', async () => {
    const web = createTestConsole({ ...answers, [`PUT ${api}`]: { body: { ...assessment, version: 5 }, etag: 5 } })
    const added = {
      '/lines': ['0', '1'],
      '/lines/1/side': 'cost',
      '/lines/1/name': 'Licens',
      '/lines/1/perYear/likely': '1 000,50',
    }
    await web.post(path, { ...(await formOf(web)), ...added, _action: 'save' }, officer)
    expect(web.api.calls.find(({ method }) => method === 'PUT')?.body).toMatchObject({
      lines: [
        { id: lineId, calculation: line.calculation },
        { side: 'cost', name: 'Licens', perYear: { likely: 100_050 } },
      ],
    })
  })

  it('says at its field what keeps it from being complete', async () => {
    const web = createTestConsole({
      ...answers,
      [`POST ${api}/completions`]: fakeProblem(422, 'assessmentIncomplete', [
        { pointer: '/lines/0/target/value', sv: 'Fyll i fältet.' },
      ]),
    })
    const response = await web.post(`${path}/klarmarkering`, { _version: '4' }, officer)
    expect(response.status).toBe(422)
    expect(web.api.calls.find(({ method }) => method === 'POST')?.headers.get('if-match')).toBe('"4"')
    const html = await response.text()
    expect(html).toContain('Rad 1, Mål, Värde: Fyll i fältet.')
    expect(html).toContain('href="#falt-lines-0-target-value"')
    expect(html).toContain('id="falt-lines-0-target-value"')
  })

  it('keeps what was written when somebody else was first', async () => {
    const web = createTestConsole({ ...answers, [`PUT ${api}`]: fakeProblem(412, 'staleVersion') })
    const response = await web.post(path, { ...(await formOf(web)), '/summary': 'Min text.', _action: 'save' }, officer)
    expect(response.status).toBe(412)
    const html = await response.text()
    expect(html).toMatch(/Sammanfattning[\s\S]*Nyttan är större än kostnaden\.[\s\S]*Min text\./)
    expect(formEntries(html.slice(html.indexOf('id="nyttovardering"'))).get('/summary')).toBe('Min text.')
  })

  it('is only read when it is locked, with why', async () => {
    const web = createTestConsole({
      ...answers,
      [`GET ${api}`]: {
        body: { ...assessment, status: 'frozen', lockedBecause: { sv: 'Nyttovärderingen är fryst', en: 'Frozen' } },
      },
    })
    const html = await (await web.get(path, officer)).text()
    expect(html).toContain('Nyttovärderingen är fryst')
    expect(html).not.toContain('name="/summary"')
    expect(html).not.toContain('klarmarkering')
  })

  it('shows measurements with unit and day while it is worked on, and apart from it once it is frozen', async () => {
    const progress = [{ lineId, measurements: 1, latest: { value: 295_000, measuredOn: '2027-03-01' } }]
    const readAs = async (status: string) =>
      (
        await createTestConsole({ ...answers, [`GET ${api}`]: { body: { ...assessment, status, progress } } }).get(path, decider)
      ).text()
    expect(await readAs('draft')).toMatch(/Senast 295\s000 kr \(1 mars 2027\)/)
    const frozen = await readAs('frozen')
    expect(frozen).not.toContain('Senast')
    expect(frozen).toContain(`href="/arenden/${caseId}/nytta/matningar"`)
  })

  it('says in the words of the page what needs to be put right, and asks for a choice where there is one', async () => {
    const web = createTestConsole({
      ...answers,
      [`PUT ${api}`]: fakeProblem(400, 'invalidRequest', [
        { pointer: '/lines/0/side', code: 'required', sv: 'Fyll i fältet.' },
        { pointer: '/lines/0/name', code: 'required', sv: 'Fyll i fältet.' },
      ]),
    })
    const html = await (await web.post(path, { ...(await formOf(web)), _action: 'save' }, officer)).text()
    expect(html).toContain('Det här behöver rättas')
    expect(html).not.toContain('Titel invalidRequest')
    expect(html).toMatch(/Nytta eller kostnad: Välj ett alternativ\.[\s\S]*Benämning: Fyll i fältet\./)
  })
})
