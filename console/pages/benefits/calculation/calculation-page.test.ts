import { describe, expect, it } from 'vitest'
import { calculationAnswer, calculationAnswers, reckonedAssessment } from '../../../testing/calculation-fixtures.ts'
import { caseAnswers, caseId } from '../../../testing/fixtures.ts'
import { createTestConsole, decider } from '../../../testing/test-console.ts'

const path = `/arenden/${caseId}/nytta/NV2/kalkyl`
const api = `GET /v1/benefits/cases/${caseId}/assessments/NV2`
const answers = { ...caseAnswers, ...calculationAnswers }

/** Spaces and minuses as they are typed. */
const plain = (html: string): string => html.replaceAll(/[\u00a0\u202f]/g, ' ').replaceAll('\u2212', '-')

const read = async (more: Parameters<typeof createTestConsole>[0] = {}, query = ''): Promise<string> => {
  const response = await createTestConsole({ ...answers, ...more }).get(path + query, decider)
  expect(response.status).toBe(200)
  return plain(await response.text())
}

const withCalculation = (changed: object) => ({
  [`${api}/calculation`]: {
    body: { ...calculationAnswer, calculation: { ...calculationAnswer.calculation, ...changed } },
    etag: 2,
  },
})

describe('the calculation', () => {
  it('answers first what it gives, costs, when, how surely, from what use, and who loses', async () => {
    const html = await read()
    const brief = html.slice(html.indexOf('id="kort-sagt"'), html.indexOf('Nyckeltal'))
    expect(brief).toContain('På 2 år kostar satsningen 1 000 000 kr mer i pengar än den ger.')
    expect(brief).toContain('Räknas frigjorda resurser in är nyttan 1 500 000 kr större än kostnaden.')
    expect(brief).toContain('0 kr i pengar och 2 500 000 kr i frigjorda resurser.')
    expect(brief).toContain('I pengar: inte inom 2 år. Med frigjorda resurser: efter 5 månader.')
    expect(brief).toContain('I pengar lönar det sig i inget beräknat utfall.')
    expect(brief).toContain('lönar det sig i 93 av 100 utfall')
    expect(brief).toContain('Lönar sig när minst 12,4 % använder tjänsten')
    expect(brief).toContain('Region Kalmar län (-1 000 000 kr)')
  })

  it('never adds freed resources to money in hand', async () => {
    const html = await read()
    const rowsOf = (of: string) =>
      [...of.matchAll(/<tr[^>]*>(.*?)<\/tr>/gs)].map(([, row = '']) => row.replaceAll(/<[^>]*>/g, '|'))
    const net = rowsOf(html).find((row) => row.includes('Nettonuvärde|')) ?? ''
    expect(net.match(/-?[\d ]+ kr/g)?.map((sum) => sum.trim())).toEqual(['-1 000 000 kr', '1 500 000 kr'])
    const year = rowsOf(html.slice(html.indexOf('<caption>Belopp per år'))).find((row) => /^\|*1\|/.test(row)) ?? ''
    // Benefits, costs, net and so far in money; then freed resources by themselves.
    expect(year.match(/-?[\d ]+ kr/g)?.map((sum) => sum.trim())).toEqual([
      '0 kr',
      '300 000 kr',
      '-300 000 kr',
      '-700 000 kr',
      '1 300 000 kr',
      '600 000 kr',
    ])
  })

  it('says that year 5 lies outside, rather than leaving it out', async () => {
    expect(await read()).toMatch(/Netto år 5[\s\S]{0,200}efter kalkylens sista år/)
  })

  it('flags who loses in a case that pays, in words, with what to do about it', async () => {
    const html = await read()
    expect(html).toContain('Det behövs en överenskommelse om finansiering')
    expect(html).toContain('före BP4')
    expect(html).toMatch(/Region Kalmar län<span[^>]*><span[^>]*data-color="danger"[\s\S]{0,400}Förlorar/)
    const nobody = calculationAnswer.calculation.organisations.map((one) => ({ ...one, isLosing: false }))
    expect(await read(withCalculation({ organisations: nobody }))).not.toContain('Det behövs en överenskommelse')
  })

  it('names what the result hangs on by line and driver', async () => {
    const html = await read()
    expect(html).toContain('Störst betydelse har ”Nyttjande: Andel av patienterna”')
    expect(html).toContain('Den faktorn ensam avgör om det lönar sig.')
    expect(html).toContain('Färre resor: belopp per år')
  })

  it('warns of use below the county’s level, with its source', async () => {
    const html = await read()
    expect(html).toMatch(/Så lågt nyttjande brukar innebära förlust[\s\S]{0,300}\(25 %\)[\s\S]{0,100}Digitaliseringsrådet/)
    const body = { ...calculationAnswer, curves: [{ id: 'use', shares: [{ low: 0.3, likely: 0.4, high: 0.5 }] }] }
    expect(await read({ [`${api}/calculation`]: { body } })).not.toContain('Så lågt nyttjande')
  })

  it.each([
    ['no use is enough', {}, calculationAnswer.workings, 'Inget nyttjande räcker för att det ska löna sig.'],
    ['any use is enough', { overHorizon: 0 }, calculationAnswer.workings, 'Lönar sig oavsett hur många'],
    ['nothing goes with the use', {}, [], 'Ingen rad är räknad efter hur många som använder tjänsten.'],
  ])('says so when %s', async (_, breakEven, workings, told) => {
    const body = { ...calculationAnswer, workings, calculation: { ...calculationAnswer.calculation, breakEven } }
    expect(await read({ [`${api}/calculation`]: { body } })).toContain(told)
  })

  it('lists what is never priced with its level, and in no sum', async () => {
    const html = await read()
    expect(html).toMatch(/Tryggare patienter[\s\S]*4 av 5[\s\S]*Många är oroliga\./)
  })

  it('tells all that is needed to repeat it', async () => {
    const html = await read()
    const how = html.slice(html.indexOf('id="sa-raknat"'))
    for (const told of ['20260101', '10 000', '2026 års priser', 'discount-2024', 'Inera', 'Exempelvärde', '8 maj 2024'])
      expect(how).toContain(told)
    expect(how).toContain('1 300 000 kr')
    expect(html).toContain('Kalkylen räknar med exempelvärden.')
    expect(html).toContain('kostnaderna höjda med 105 %')
  })

  it('says on top what is left out, with a link to where it is put right', async () => {
    const problem = {
      pointer: '/lines/0/calculation/drivers/perYear/low',
      code: 'required',
      message: { sv: 'Ange ett tal.', en: 'Give a number.' },
    }
    const html = await read({ [`${api}/calculation`]: { body: { ...calculationAnswer, problems: [problem] } } })
    expect(html.indexOf('Allt är inte med i kalkylen')).toBeLessThan(html.indexOf('Kort sagt'))
    expect(html).toContain(`href="/arenden/${caseId}/nytta/NV2/rader/${reckonedAssessment.lines[0]?.id ?? ''}#`)
    expect(html).toContain('Färre resor, belopp per år: Ange ett tal.')
  })

  it('says so when nothing can be reckoned, and still what is weighed', async () => {
    const html = await read(withCalculation({ lines: [], organisations: [], tornado: [] }))
    expect(html).toContain('Ingen rad går att räkna på än.')
    expect(html).not.toContain('Kort sagt')
    expect(html).toContain('Tryggare patienter')
  })

  it('is that of the version that is asked for, both lines and sums', async () => {
    const web = createTestConsole(answers)
    await web.get(`${path}?version=1`, decider)
    const asked = web.api.calls
      .filter(({ path: of }) => of.startsWith('/v1/benefits/cases'))
      .map(({ query }) => query.get('version'))
    expect(asked).toEqual(['1', '1'])
  })

  it('is told in English', async () => {
    const html = await read({}, '?lang=en')
    expect(html).toContain('Over 2 years it costs SEK 1,000,000 more in money than it gives.')
    expect(html).not.toMatch(/frigjord|nytta i pengar/i)
  })
})
