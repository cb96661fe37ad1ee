import { describe, expect, it } from 'vitest'
import { caseAnswers, caseId } from '../../testing/fixtures.ts'
import { createTestConsole, decider } from '../../testing/test-console.ts'

const path = `/arenden/${caseId}/nytta/jamfor`
const lineId = (number: number) => `01926a00-0000-7000-8000-00000000000${number}`
const basis = { version: 2, isFrozen: true, priceYear: 2026, horizonYears: 5, discountRate: 0.03, problems: 0 }
const still = { before: 0, after: 0, difference: 0 }

const step = (number: number, name: string, change: string, before: number, after: number, reason?: string) => ({
  from: 'NV1',
  to: 'NV2',
  lineId: lineId(number),
  name,
  side: 'benefit',
  change,
  ...(reason !== undefined && { reason }),
  inHand: { before, after, difference: after - before },
  withFreedResources: { before, after, difference: after - before },
})

const waterfall = {
  assessments: [
    { kind: 'NV1', ...basis, inHand: 20_000_000, withFreedResources: 90_000_000 },
    { kind: 'NV2', ...basis, inHand: -30_000_000, withFreedResources: 60_000_000 },
  ],
  steps: [
    step(1, 'Införande', 'added', 0, -40_000_000),
    step(2, 'Porto', 'changed', 20_000_000, 10_000_000, 'Färre brev än väntat.'),
    { ...step(3, 'Frigjord tid', 'basis', 0, 20_000_000), inHand: still },
  ],
}

const zero = { low: 0, likely: 0, high: 0 }
const totals = {
  financial: { benefits: zero, costs: zero, net: zero },
  redistributed: { benefits: zero, costs: zero },
  qualitative: { benefits: 0, costs: 0 },
}
const comparison = (rows: readonly object[], effects: object = { before: [], after: [] }) => ({
  from: 'NV1',
  to: 'NV2',
  rows,
  totals: { before: totals, after: totals },
  effects,
})
const answers = {
  ...caseAnswers,
  [`GET /v1/benefits/cases/${caseId}/waterfall`]: { body: waterfall },
  [`GET /v1/benefits/cases/${caseId}/comparisons`]: {
    body: comparison([]),
  },
}

const plain = (html: string): string => html.replaceAll(/[\u00a0\u202f]/g, ' ').replaceAll('\u2212', '-')
const read = async (more: Parameters<typeof createTestConsole>[0] = {}): Promise<string> =>
  plain(await (await createTestConsole({ ...answers, ...more }).get(path, decider)).text())

describe('from promise to outcome', () => {
  it('says how the net present value went, in money and with freed resources, and what changed it most', async () => {
    const html = await read()
    expect(html).toContain('I pengar gick nettonuvärdet från 200 000 kr i NV1 till -300 000 kr i NV2.')
    expect(html).toContain('Med frigjorda resurser gick nettonuvärdet från 900 000 kr i NV1 till 600 000 kr i NV2.')
    expect(html).toContain('Störst ändring: Införande (-400 000 kr, NV2).')
  })

  it('gives each step its line, its part and its reason', async () => {
    const html = await read()
    const table = html.slice(html.indexOf('<caption>Nettonuvärdet i pengar'))
    expect(table).toMatch(
      /Porto[\s\S]*?Ändrad[\s\S]*?200 000 kr[\s\S]*?100 000 kr[\s\S]*?-100 000 kr[\s\S]*?Färre brev än väntat\./,
    )
    expect(html).toContain(
      'Raden är densamma, men kalkylens grund har ändrats, till exempel horisont, prisnivå eller timkostnad.',
    )
  })

  it('says when it is the use that has changed, before what the line itself gives as its reason', async () => {
    const [, second = step(2, 'Porto', 'changed', 0, 0)] = waterfall.steps
    const body = { ...waterfall, steps: [{ ...second, change: 'usage' }] }
    expect(await read({ [`GET /v1/benefits/cases/${caseId}/waterfall`]: { body } })).toMatch(
      /Nyttjandet ändrat[\s\S]*Raden är densamma, men fler eller färre väntas använda tjänsten\. Färre brev än väntat\./,
    )
  })

  it('keeps what only frees resources out of the money', async () => {
    const html = await read()
    const [, money = '', freed = ''] = html.split('<figure')
    expect(money).not.toContain('Frigjord tid')
    expect(freed).toContain('Frigjord tid')
  })

  it('tells when the assessments do not stand on the same basis', async () => {
    expect(await read()).not.toContain('olika grund')
    const [first, second] = waterfall.assessments
    const body = {
      ...waterfall,
      assessments: [
        { ...first, priceYear: 2024 },
        { ...second, problems: 2 },
      ],
    }
    const html = await read({ [`GET /v1/benefits/cases/${caseId}/waterfall`]: { body } })
    expect(html).toContain('NV1 5 år, 2024 års priser, 3 % ränta; NV2 5 år, 2026 års priser, 3 % ränta.')
    expect(html).toContain('NV2 har rader som inte går att räkna än.')
  })

  it('compares the two latest when none are asked for', async () => {
    const web = createTestConsole(answers)
    await web.get(path, decider)
    const asked = web.api.calls.find(({ path: of }) => of.endsWith('/comparisons'))
    expect([asked?.query.get('from'), asked?.query.get('to')]).toEqual(['NV1', 'NV2'])
  })

  it('says so when there is nothing to compare', async () => {
    const web = createTestConsole({
      ...answers,
      [`GET /v1/benefits/cases/${caseId}/waterfall`]: { body: { assessments: waterfall.assessments.slice(0, 1), steps: [] } },
    })
    const response = await web.get(path, decider)
    expect(response.status).toBe(200)
    expect(await response.text()).toContain('Det finns inte två nyttovärderingar att jämföra än.')
  })
})

describe('row by row', () => {
  it('calls effects what they are called in each assessment, and says how soon a level is reached', async () => {
    const row = {
      lineId: lineId(1),
      name: 'Tryggare patienter',
      side: 'benefit',
      change: 'changed',
      differences: [
        { field: 'effect', from: 'e1', to: 'e1' },
        { field: 'effect', from: 'e1', to: 'e2' },
        { field: 'levelHorizonYears', from: 1, to: 2 },
      ],
    }
    const effects = {
      before: [{ id: 'e1', name: 'Färre frågor' }],
      after: [
        { id: 'e1', name: 'Färre frågor per telefon' },
        { id: 'e2', name: 'Tryggare väntan' },
      ],
    }
    const html = await read({ [`GET /v1/benefits/cases/${caseId}/comparisons`]: { body: comparison([row], effects) } })
    const told = html.replaceAll(/<[^>]+>/g, '')
    expect(told).toContain('Följer av effekten: Färre frågor → Färre frågor per telefon')
    expect(told).toContain('Följer av effekten: Färre frågor → Tryggare väntan')
    expect(told).toContain('Inom hur många år nivån nås, 1–2: inom 1 år → inom 2 år')
    expect(told).not.toMatch(/\be[12]\b/)
  })
})
