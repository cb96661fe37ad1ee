import { describe, expect, it } from 'vitest'
import { fakeProblem } from '../../../testing/fake-api.ts'
import type { Answers } from '../../../testing/fake-api.ts'
import { caseAnswers, caseId } from '../../../testing/fixtures.ts'
import { formEntries } from '../../../testing/form-entries.ts'
import { parametersAnswer } from '../../../testing/reckoning.ts'
import { createTestConsole, decider, officer } from '../../../testing/test-console.ts'
import type { TestConsole } from '../../../testing/test-console.ts'

const api = `/v1/benefits/cases/${caseId}/assessments/NV2`
const path = `/arenden/${caseId}/nytta/NV2/kedja`
const zero = { low: 0, likely: 0, high: 0 }
const line = (number: number, more: object) => ({
  id: `01926a00-0000-7000-8000-00000000000${number}`,
  side: 'benefit',
  name: `Rad ${number}`,
  ...more,
})
const lines = [line(1, { effect: 'letters', name: 'Lägre porto' }), line(2, {}), line(3, { effect: 'letters', isRemoved: true })]
const chain = {
  change: 'Brevet blir digitalt.',
  effects: [
    { id: 'letters', name: 'Färre brev', actorGroup: 'operations', organisation: 'region-kalmar' },
    { id: 'known', name: 'Alla vet', follows: ['letters'] },
  ],
  goals: [{ id: 'time', strategyGoal: 'time', follows: ['known'] }],
}
const assessment = {
  kind: 'NV2',
  status: 'draft',
  version: 4,
  summary: '',
  lines,
  chain,
  totals: {
    financial: { benefits: zero, costs: zero, net: zero },
    redistributed: { benefits: zero, costs: zero },
    qualitative: { benefits: 0, costs: 0 },
  },
  progress: [],
}
const answers: Answers = {
  ...caseAnswers,
  ...parametersAnswer,
  [`GET ${api}`]: { body: assessment, etag: 4 },
  [`PUT ${api}`]: { body: { ...assessment, version: 5 }, etag: 5 },
}
const asForm = (entries: URLSearchParams) =>
  Object.fromEntries([...new Set(entries.keys())].map((name) => [name, entries.getAll(name)]))
const formIn = (html: string) => asForm(formEntries(html.slice(html.indexOf('id="del"'))))
const formOf = async (web: TestConsole) => formIn(await (await web.get(path, officer)).text())
const put = (web: TestConsole) => web.api.calls.findLast(({ method }) => method === 'PUT')?.body

describe('the chain of effects', () => {
  it('is saved as it was when nothing has been changed, removed lines too', async () => {
    const web = createTestConsole(answers)
    await web.post(path, { ...(await formOf(web)), _action: 'save' }, officer)
    expect(put(web)).toEqual({ summary: '', lines, chain })
  })

  it('is drawn, and says the same in a list', async () => {
    const html = await (await createTestConsole(answers).get(path, decider)).text()
    expect(html).toMatch(/<svg class="chain"[\s\S]*Brevet blir digitalt\.[\s\S]*Lägre porto[\s\S]*<\/svg>/)
    const said = html
      .slice(html.indexOf('chain-list'))
      .replaceAll(/<[^>]+>/g, ' ')
      .replaceAll(/\s+/g, ' ')
    expect(said).toMatch(/Färre brev \(Vård- och omsorgsverksamhet, Region Kalmar län\) , leder till: Alla vet \+ Lägre porto/)
    expect(said).toMatch(/Alla vet, bidrar till: Medarbetarna får tid för det som skapar värde/)
    expect(said).toContain('Hänger inte på någon effekt: + Rad 2')
    expect(html).not.toContain('name="/change"')
  })

  it('hangs a line on a new effect that follows from another', async () => {
    const web = createTestConsole(answers)
    const added = formIn(await (await web.post(path, { ...(await formOf(web)), _action: 'add:/effects' }, officer)).text())
    expect(added['/effects/2/id']).toEqual(['effect-1'])
    const written = {
      ...added,
      '/effects/2/name': 'Färre samtal',
      '/effects/2/follows': ['known', 'effect-1'],
      [`/lines/${lines[1]?.id}`]: 'effect-1',
    }
    await web.post(path, { ...written, _action: 'save' }, officer)
    expect(put(web)).toEqual({
      summary: '',
      // An effect cannot follow from itself.
      chain: { ...chain, effects: [...chain.effects, { id: 'effect-1', name: 'Färre samtal', follows: ['known'] }] },
      lines: [lines[0], { ...lines[1], effect: 'effect-1' }, lines[2]],
    })
  })

  it('takes an effect away from what followed from it and hung on it', async () => {
    const web = createTestConsole(answers)
    const less = formIn(await (await web.post(path, { ...(await formOf(web)), _action: 'remove:/effects/0' }, officer)).text())
    await web.post(path, { ...less, _action: 'save' }, officer)
    expect(put(web)).toEqual({
      summary: '',
      chain: { ...chain, effects: [{ id: 'known', name: 'Alla vet' }] },
      lines: lines.map((of) => Object.fromEntries(Object.entries(of).filter(([field]) => field !== 'effect'))),
    })
  })

  it('is drawn again while it is written', async () => {
    const web = createTestConsole(answers)
    const html = await (
      await web.post(`${path}/rakning`, { ...(await formOf(web)), '/effects/1/name': 'Mottagningen vet' }, officer)
    ).text()
    expect(html).toContain('<tspan')
    expect(html).toContain('Mottagningen vet')
    expect(put(web)).toBeUndefined()
  })

  it('says at its field what leads back to itself, with what was written', async () => {
    const web = createTestConsole({
      ...answers,
      [`PUT ${api}`]: fakeProblem(422, 'assessmentInvalid', [
        { pointer: '/chain/effects/1/follows', sv: 'Effekten leder tillbaka till sig själv.' },
      ]),
    })
    const response = await web.post(path, { ...(await formOf(web)), '/effects/1/name': 'Nytt namn', _action: 'save' }, officer)
    expect(response.status).toBe(422)
    const html = await response.text()
    expect(html).toContain('href="#falt-effects-1-follows">Effekt 2, Följer av andra effekter: Effekten leder')
    expect(html).toContain('id="falt-effects-1-follows-error"')
    expect(formIn(html)['/effects/1/name']).toEqual(['Nytt namn'])
  })
})
