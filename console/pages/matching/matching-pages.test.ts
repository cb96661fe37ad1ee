import { describe, expect, it } from 'vitest'
import { header } from '../../testing/fixtures.ts'
import { fakeProblem } from '../../testing/fake-api.ts'
import { formEntries } from '../../testing/form-entries.ts'
import {
  assessment,
  caseId,
  draftedRequirements,
  firstProduct,
  matchingAnswers,
  matchingRecord,
  proposals,
  ranking,
  secondProduct,
  section,
  sectionAddress,
} from '../../testing/matching-fixtures.ts'
import { createTestConsole, decider, officer } from '../../testing/test-console.ts'
import { aidPaths } from './section-aids.ts'

const base = `/arenden/${caseId}/matching`
const put = (key: string) => `PUT ${sectionAddress(key)}`
const answers = {
  ...matchingAnswers,
  'POST /v1/catalogue/library/proposals': { body: proposals },
  'POST /v1/catalogue/matches': { body: ranking },
  'POST /v1/catalogue/market-assessments': { body: assessment },
}
type Web = ReturnType<typeof createTestConsole>

const saved = (web: Web, key: string) =>
  web.api.calls.find(({ method, path }) => method === 'PUT' && path === sectionAddress(key))
const sentTo = (web: Web, path: string) => web.api.calls.findLast((call) => call.method === 'POST' && call.path === path)?.body
/** What the last form on a page would post, with some of it changed. */
const filled = async (web: Web, path: string, changes: Record<string, string | string[]>) => {
  const html = await (await web.get(path, officer)).text()
  const entries = formEntries(html.slice(html.indexOf('method="post"')))
  return { ...Object.fromEntries([...new Set(entries.keys())].map((name) => [name, entries.getAll(name)])), ...changes }
}

describe('the aids of a section', () => {
  it('are links on its page, and every one of them leads to a page', async () => {
    const web = createTestConsole({ ...answers, [`GET /v1/forum/cases/${caseId}/market-dialogue`]: { body: { talks: [] } } })
    const html = await (await web.get(`${base}/requirements`, officer)).text()
    expect(html).toContain(`href="${base}/requirements/forslag"`)
    web.api.answer({
      'POST /v1/catalogue/kindred-needs': { body: { needs: [] } },
      'POST /v1/catalogue/joint-purchase-searches': {
        body: { from: '2026-11-20', to: '2029-11-20', candidates: [], callOffs: [] },
      },
    })
    expect(aidPaths.length).toBeGreaterThan(4)
    for (const path of aidPaths) {
      // oxlint-disable-next-line no-await-in-loop -- the message tells which
      expect([path, (await web.get(`/arenden/${caseId}/${path}`, officer)).status]).toEqual([path, 200])
    }
  })
})

describe('requirements from the library', () => {
  const path = `${base}/requirements/forslag`
  const asked = `${path}?%2FpersonalData=yes&%2Fvideo=no&%2FdeviceClass=IIa`

  it('are not proposed before anything is answered', async () => {
    const web = createTestConsole(answers)
    const html = await (await web.get(path, officer)).text()
    expect(html).toContain('Behandlar personuppgifter')
    expect(sentTo(web, '/v1/catalogue/library/proposals')).toBeUndefined()
  })

  it('are asked for with the answers and the functions of the case, and nothing that was left empty', async () => {
    const web = createTestConsole(answers)
    await web.get(asked, officer)
    expect(sentTo(web, '/v1/catalogue/library/proposals')).toEqual({
      traits: { personalData: true, video: false },
      deviceClass: 'IIa',
      functions: matchingRecord.dossier.ideas.functions,
    })
  })

  it('tell why they apply, by which source, how hard, whom they shut out and what they serve', async () => {
    const html = await (await createTestConsole(answers).get(asked, officer)).text()
    expect(html).toContain('Gäller för att tjänsten behandlar personuppgifter.')
    expect(html).toContain('Ska-krav: det följer av GDPR, art. 28.')
    expect(html).toMatch(/href="\/kravbibliotek\/KB-PRI-001"[^>]*>GDPR, art\. 28/)
    expect(html).toContain('Kostar ett litet företag mycket. Fråga i stället: Fråga hur det görs.')
    expect(html).toContain('Tjänar N2.')
    expect(html).toContain('drivs i molnet (9 krav)')
  })

  it('that are in the draft already are told by their number and cannot be chosen again', async () => {
    const html = await (await createTestConsole(answers).get(asked, officer)).text()
    expect(html).toContain('Finns redan som K7')
    expect(html).not.toContain('value="KB-INT-001"')
  })

  it('are added after those that are there, numbered on, as the officer has changed them', async () => {
    const web = createTestConsole({ ...answers, [put('requirements')]: section('requirements', {}, 5) })
    const form = await filled(web, asked, {
      krav: ['KB-PRI-001', 'KB-PRI-002'],
      '/KB-PRI-001/functions': ['N1', 'N2'],
      '/KB-PRI-002/text': 'Loggar ska sparas i två år.',
      '/KB-PRI-002/weight': '8',
    })
    const response = await web.post(asked, form, officer)
    expect(response.status).toBe(303)
    expect(response.headers.get('location')).toMatch(/personalData=yes.*klart=addedToDraft/)
    const call = saved(web, 'requirements')
    expect(call?.headers.get('if-match')).toBe('"4"')
    expect(call?.body).toEqual({
      status: 'draft',
      content: {
        requirements: [
          ...draftedRequirements.requirements,
          {
            id: 'K8',
            text: 'Avtal ska finnas.',
            kind: 'privacy',
            level: 'must',
            verification: 'documentation',
            source: 'library',
            libraryReference: 'KB-PRI-001',
            functions: ['N1', 'N2'],
          },
          {
            id: 'K9',
            text: 'Loggar ska sparas i två år.',
            kind: 'privacy',
            level: 'weighted',
            weight: 8,
            verification: 'documentation',
            source: 'library',
            libraryReference: 'KB-PRI-002',
            functions: ['N2'],
          },
        ],
      },
    })
  })

  it('are brought in once, however often they are sent', async () => {
    const web = createTestConsole({ ...answers, [put('requirements')]: section('requirements', {}, 5) })
    await web.post(asked, await filled(web, asked, { krav: ['KB-INT-001', 'KB-PRI-001'] }), officer)
    const sent = JSON.stringify(saved(web, 'requirements')?.body)
    expect(sent.match(/KB-INT-001/g)).toHaveLength(1)
    expect(sent).toContain('"id":"K8"')
    expect(sent).not.toContain('"id":"K9"')
  })

  it('lose a weight when they are made a must', async () => {
    const web = createTestConsole({ ...answers, [put('requirements')]: section('requirements', {}, 5) })
    await web.post(asked, await filled(web, asked, { krav: 'KB-PRI-002', '/KB-PRI-002/level': 'must' }), officer)
    expect(saved(web, 'requirements')?.body).toMatchObject({ content: { requirements: [{}, {}, { id: 'K8', level: 'must' }] } })
    expect(JSON.stringify(saved(web, 'requirements')?.body)).not.toContain('"weight":5')
  })

  it('are not saved when none is chosen or a weight cannot be read, and the page says so', async () => {
    const web = createTestConsole(answers)
    const none = await web.post(asked, await filled(web, asked, { krav: [] }), officer)
    expect(none.status).toBe(422)
    expect(await none.text()).toContain('Välj minst en.')
    const wrong = await web.post(asked, await filled(web, asked, { krav: 'KB-PRI-002', '/KB-PRI-002/weight': 'tung' }), officer)
    expect(wrong.status).toBe(422)
    const html = await wrong.text()
    expect(html).toContain('Ange ett heltal')
    expect(html).toMatch(/value="KB-PRI-002"[^>]*checked/)
    expect(saved(web, 'requirements')).toBeUndefined()
  })

  it('lose nothing of either when somebody else saved in between', async () => {
    let reads = 0
    const theirs = {
      requirements: [...draftedRequirements.requirements, { id: 'K8', text: 'Kollegans krav.', level: 'must', functions: [] }],
    }
    const web = createTestConsole({
      ...answers,
      [put('requirements')]: fakeProblem(412, 'staleVersion'),
      // The page, then the save's own reading; the one after the refusal finds the colleague's.
      [`GET ${sectionAddress('requirements')}`]: () => (
        (reads += 1),
        reads <= 2 ? section('requirements', draftedRequirements) : section('requirements', theirs, 5)
      ),
    })
    const response = await web.post(asked, await filled(web, asked, { krav: 'KB-PRI-001' }), officer)
    expect(response.status).toBe(412)
    const html = await response.text()
    expect(html).toContain('Någon annan hann spara före dig')
    expect(html).toContain('Karin Dahl')
    // Theirs keeps its number, and ours comes after it.
    expect(html).toMatch(/Krav 4, Nummer[\s\S]*K9/)
    expect(html).toMatch(/value="KB-PRI-001"[^>]*checked/)
  })

  it('are only read by those who may not write, and while the decision is awaited', async () => {
    const html = await (await createTestConsole(answers).get(asked, decider)).text()
    expect(html).toContain('Avtal ska finnas.')
    expect(html).not.toContain('value="KB-PRI-001"')
    const locked = createTestConsole({
      ...answers,
      [`GET /v1/matching/cases/${caseId}`]: { body: { ...matchingRecord, status: 'awaitingDecision' }, etag: 8 },
    })
    expect(await (await locked.get(asked, officer)).text()).toContain('Akten är låst')
  })

  it('show which functions lack one, and what in the draft the law does not allow', async () => {
    const web = createTestConsole({
      ...answers,
      'POST /v1/catalogue/library/requirement-checks': {
        body: {
          breaches: 1,
          barriers: 0,
          notices: 0,
          findings: [
            {
              code: 'brand',
              severity: 'breach',
              name: { sv: 'Ett varumärke nämns', en: 'A brand is named' },
              source: 'LOU 9:6',
              remedy: { sv: 'Beskriv funktionen.', en: 'Describe the function.' },
              requirement: 1,
              quote: 'fabrikat Norrbrev',
            },
          ],
        },
      },
    })
    const html = await (await web.get(path, officer)).text()
    expect(html).toMatch(/Funktioner utan krav[\s\S]*N2 Visa när brevet är läst/)
    expect(html).toMatch(/K7[\s\S]*Strider mot lagen[\s\S]*LOU 9:6/)
    expect(sentTo(web, '/v1/catalogue/library/requirement-checks')).toEqual({
      requirements: [
        { id: 'K1', text: 'Brev ska gå att skicka digitalt.' },
        { id: 'K7', text: 'Dokumentationen ska vara öppen.' },
      ],
      estimatedValue: 100_000_00,
    })
  })

  it('of ones own are given back with what others gain, and a refusal comes back at the requirement', async () => {
    const web = createTestConsole(answers)
    const action = `${path}/aterlamning`
    const suggestion = {
      suggestionId: 's',
      text: { sv: 'x' },
      kind: 'functional',
      verification: 'test',
      reason: 'y',
      status: 'open',
      madeBy: { subject: 'x', name: 'x' },
      madeAt: '2026-11-20T08:00:00.000Z',
    }
    web.api.answer({ 'POST /v1/catalogue/library/suggestions': { status: 201, body: suggestion } })
    const done = await web.post(action, { krav: 'K1', '/kind': 'functional', '/reason': 'Många skickar brev.' }, officer)
    expect(done.headers.get('location')).toBe(`${path}?klart=requirementGivenBack`)
    expect(sentTo(web, '/v1/catalogue/library/suggestions')).toEqual({
      text: { sv: 'Brev ska gå att skicka digitalt.' },
      kind: 'functional',
      verification: 'test',
      reason: 'Många skickar brev.',
      caseId,
    })
    web.api.answer({
      'POST /v1/catalogue/library/suggestions': fakeProblem(400, 'invalidRequest', [
        { pointer: '/reason', sv: 'Fyll i fältet.' },
      ]),
    })
    const refused = await web.post(action, { krav: 'K1', '/kind': 'functional', '/reason': '' }, officer)
    expect(refused.status).toBe(400)
    expect(await refused.text()).toContain('href="#aterlamna-K1-reason"')
    // What came from the library is not given back to it.
    expect((await web.post(action, { krav: 'K7', '/reason': 'x' }, officer)).headers.get('location')).toBe(path)
  })
})

describe('the market match', () => {
  const path = `${base}/marknadsmatch`
  const asked = `${path}?%2FtargetGroups=staff&%2FcareSteps=medication`

  it('asks with the need, functions and requirements of the case, and whom the page says', async () => {
    const web = createTestConsole(answers)
    await web.get(asked, officer)
    expect(sentTo(web, '/v1/catalogue/matches')).toEqual({
      need: {
        needId: caseId,
        title: header.title,
        description: 'Breven kommer sent.',
        functions: matchingRecord.dossier.ideas.functions,
        targetGroups: ['staff'],
        careSteps: ['medication'],
        requirements: [
          { id: 'K1', text: 'Brev ska gå att skicka digitalt.', level: 'must', functions: ['N1'] },
          {
            id: 'K7',
            text: 'Dokumentationen ska vara öppen.',
            level: 'weighted',
            weight: 3,
            libraryId: 'KB-INT-001',
            functions: ['N1'],
          },
        ],
      },
      limit: 8,
    })
  })

  it('shows ranks with why, the coverage of each requirement, what can be reused and what nobody offers', async () => {
    const html = await (await createTestConsole(answers).get(asked, officer)).text()
    expect(html).toMatch(/1\. Digibrev[\s\S]*Svarar mot behovet 80\s%[\s\S]*Drar ned: funktionerna\.[\s\S]*2\. Papperslöst/)
    expect(html).toContain('”Skickar digitalt”')
    expect(html).toContain('Sägs inte i produktens text')
    expect(html).toMatch(new RegExp(`href="/katalog/produkter/${firstProduct}"[^>]*>Utvärderingar att återanvända`))
    expect(html).toContain('Går att avropa från avtal hos')
    expect(html).toMatch(/data-label="1\. Digibrev"[^>]*><div><span[^>]*>Enligt leverantören/)
    expect(html).toMatch(/data-label="2\. Papperslöst"[^>]*><div><span[^>]*>Uppfylls inte/)
    expect(html).toMatch(/Det som ingen erbjuder[\s\S]*N2 Visa när brevet är läst/)
  })

  it('brings the chosen into the assessment and then the match, and leaves the answers to people', async () => {
    const web = createTestConsole({
      ...answers,
      [put('marketAssessment')]: section('marketAssessment', {}, 1),
      [put('marketMatch')]: section('marketMatch', {}, 1),
    })
    const response = await web.post(asked, { produkt: [firstProduct, secondProduct] }, officer)
    expect(response.status).toBe(303)
    expect(saved(web, 'marketAssessment')?.body).toEqual({
      status: 'draft',
      content: {
        suppliers: [
          { id: 'L1', supplier: 'Digibrev AB', solution: 'Digibrev', size: 'small', priceLow: 10_000_00, priceHigh: 20_000_00 },
          {
            id: 'L2',
            supplier: 'Papperslöst AB',
            solution: 'Papperslöst',
            size: 'small',
            priceLow: 10_000_00,
            priceHigh: 20_000_00,
          },
        ],
      },
    })
    expect(saved(web, 'marketMatch')?.body).toEqual({
      status: 'draft',
      content: {
        products: [
          {
            candidate: 'L1',
            coverage: [
              { requirement: 'K1', basis: 'declared' },
              { requirement: 'K7', basis: 'verified' },
            ],
          },
          { candidate: 'L2', coverage: [{ requirement: 'K1', basis: 'verified' }, { requirement: 'K7' }] },
        ],
      },
    })
  })

  it('answers only what somebody has looked at, and only when asked to', async () => {
    const web = createTestConsole({
      ...answers,
      [put('marketAssessment')]: section('marketAssessment', {}, 1),
      [put('marketMatch')]: section('marketMatch', {}, 1),
    })
    await web.post(asked, { produkt: [firstProduct, secondProduct], ifyll: 'ja' }, officer)
    expect(saved(web, 'marketMatch')?.body).toMatchObject({
      content: {
        products: [
          {
            coverage: [
              { requirement: 'K1', basis: 'declared' },
              { requirement: 'K7', answer: 'yes', basis: 'verified' },
            ],
          },
          { coverage: [{ requirement: 'K1', answer: 'no', basis: 'verified' }, { requirement: 'K7' }] },
        ],
      },
    })
    expect(JSON.stringify(saved(web, 'marketMatch')?.body).match(/"answer"/g)).toHaveLength(2)
  })

  it('writes over no answer, no number and no finished section', async () => {
    const answered = {
      candidate: 'L3',
      comment: 'Sedd.',
      coverage: [{ requirement: 'K1', answer: 'partly', basis: 'ownJudgement' }],
    }
    const suppliers = [
      { id: 'L3', supplier: 'Digibrev AB', solution: 'Digibrev', size: 'micro', ability: 'now', priceLow: 1, priceHigh: 2 },
    ]
    const web = createTestConsole({
      ...answers,
      [`GET ${sectionAddress('marketAssessment')}`]: section(
        'marketAssessment',
        { suppliers, conclusion: 'Klart.' },
        6,
        'complete',
      ),
      [`GET ${sectionAddress('marketMatch')}`]: section('marketMatch', { products: [answered] }, 2),
      [put('marketMatch')]: section('marketMatch', {}, 3),
    })
    await web.post(asked, { produkt: firstProduct, ifyll: 'ja' }, officer)
    // The supplier is there with all that the match knows, so the finished assessment is left alone.
    expect(saved(web, 'marketAssessment')).toBeUndefined()
    expect(saved(web, 'marketMatch')?.body).toEqual({
      status: 'draft',
      content: {
        products: [{ ...answered, coverage: [...answered.coverage, { requirement: 'K7', answer: 'yes', basis: 'verified' }] }],
      },
    })
  })

  it('does not touch the match when the suppliers could not be saved', async () => {
    const web = createTestConsole({ ...answers, [put('marketAssessment')]: fakeProblem(422, 'sectionInvalid') })
    const response = await web.post(asked, { produkt: firstProduct }, officer)
    expect(response.status).toBe(422)
    expect(await response.text()).toContain('Titel sectionInvalid')
    expect(saved(web, 'marketMatch')).toBeUndefined()
  })
})

describe('the proposed market assessment', () => {
  const path = `${base}/marketAssessment/forslag`

  it('is worked out by the catalogue from the need and the talks that are noted', async () => {
    const web = createTestConsole(answers)
    const html = await (await web.get(path, officer)).text()
    expect(sentTo(web, '/v1/catalogue/market-assessments')).toMatchObject({
      need: { needId: caseId },
      talks: [{ company: 'Brev AB' }],
    })
    expect(html).toContain('Färdiga lösningar hos några få')
    expect(html).toMatch(/Saknar i sin beskrivning\s*N2/)
    expect(html).toMatch(/Bedöm för hand[\s\S]*Brev AB/)
  })

  it('ticks those able, and takes over what is ticked without writing over anything', async () => {
    const mine = {
      suppliers: [{ id: 'L4', supplier: 'Digibrev AB', solution: 'Digibrev', ability: 'no' }],
      gaps: 'Våra egna ord.',
    }
    const web = createTestConsole({
      ...answers,
      [`GET ${sectionAddress('marketAssessment')}`]: section('marketAssessment', mine, 3),
      [put('marketAssessment')]: section('marketAssessment', {}, 4),
    })
    const form = await filled(web, path, {})
    expect(form['leverantor']).toEqual([firstProduct])
    const response = await web.post(path, { ...form, leverantor: [firstProduct, secondProduct] }, officer)
    expect(response.headers.get('location')).toBe(`${base}/marketAssessment?klart=addedToDraft`)
    expect(saved(web, 'marketAssessment')?.body).toEqual({
      status: 'draft',
      content: {
        suppliers: [
          {
            id: 'L4',
            supplier: 'Digibrev AB',
            solution: 'Digibrev',
            ability: 'no',
            organisationNumber: '556016-0680',
            size: 'small',
            priceLow: 10_000_00,
            comment: 'Saknar i sin beskrivning N2.',
          },
          {
            id: 'L5',
            supplier: 'Papperslöst AB',
            solution: 'Papperslöst',
            ability: 'no',
            organisationNumber: '556016-0680',
            size: 'small',
            priceLow: 10_000_00,
            comment: 'Uppfyller inte K1.',
          },
        ],
        gaps: 'Våra egna ord.',
        maturity: 'emerging',
      },
    })
  })
})

describe('talks of the forum', () => {
  const path = `${base}/marketDialogue/fran-forumet`
  const talk = {
    dialogueId: '01a50000-0000-7000-8000-000000000001',
    title: 'RFI om brev',
    company: 'Brev AB',
    heldOn: '2026-10-01',
    form: 'rfi',
    participants: 'Upphandlare',
    informationGiven: 'Behovet.',
    learnt: '',
  }
  const withTalks = {
    ...answers,
    [`GET /v1/forum/cases/${caseId}/market-dialogue`]: {
      body: { talks: [talk, { ...talk, company: 'Kvitto AB', learnt: 'Det går.' }] },
    },
  }

  it('come after those that are there, each once, without what nobody wrote', async () => {
    const web = createTestConsole({ ...withTalks, [put('marketDialogue')]: section('marketDialogue', {}, 5) })
    const form = await filled(web, path, {})
    expect(form['samtal']).toEqual([`${talk.dialogueId}/Kvitto AB`])
    await web.post(path, { samtal: [`${talk.dialogueId}/Brev AB`, `${talk.dialogueId}/Kvitto AB`] }, officer)
    expect(saved(web, 'marketDialogue')?.body).toEqual({
      status: 'draft',
      content: {
        talks: [
          { company: 'Brev AB', heldOn: '2026-10-01', form: 'rfi' },
          {
            company: 'Kvitto AB',
            heldOn: '2026-10-01',
            form: 'rfi',
            participants: 'Upphandlare',
            informationGiven: 'Behovet.',
            learnt: 'Det går.',
          },
        ],
      },
    })
  })

  it('are none while the forum does not know the case', async () => {
    const html = await (await createTestConsole(answers).get(path, officer)).text()
    expect(html).toContain('Forumet har inga dialoger om ärendet')
  })
})

describe('those who could buy together', () => {
  const path = `${base}/jointPurchase/kandidater`
  const contract = {
    contractNumber: 'A-12',
    supplier: 'Journal AB',
    kind: 'direct',
    start: '2022-01-01',
    standing: 'inForce',
    endsOn: '2027-12-31',
    options: [],
    callOff: [],
    cpv: [],
  }
  const candidate = {
    systemId: '01a60000-0000-7000-8000-000000000001',
    organisation: 'vasterviks-kommun',
    systemName: 'Brevlådan',
    category: 'careRecords',
    contract,
    end: { on: '2027-12-31', dependsOn: 'nothing' },
    because: [{ kind: 'functions', functions: ['Skicka brev'] }],
  }

  it('are asked for with the functions and for the owner of the case, and come in without an answer on their behalf', async () => {
    const web = createTestConsole({
      ...answers,
      'POST /v1/catalogue/joint-purchase-searches': {
        body: { from: '2026-11-20', to: '2029-11-20', candidates: [candidate], callOffs: [] },
      },
      [put('jointPurchase')]: section('jointPurchase', {}, 1),
    })
    const html = await (await web.get(path, officer)).text()
    expect(html).toContain('Brevlådan')
    expect(sentTo(web, '/v1/catalogue/joint-purchase-searches')).toEqual({
      functions: ['Skicka brev digitalt', 'Visa när brevet är läst'],
      organisation: header.organisation,
    })
    await web.post(path, { andra: `${candidate.systemId}/2022-01-01/Journal AB` }, officer)
    expect(saved(web, 'jointPurchase')?.body).toEqual({
      status: 'draft',
      content: {
        others: [
          {
            organisation: 'Västerviks kommun',
            need: expect.stringContaining('Har Brevlådan'),
            contract: 'Journal AB, avtal A-12',
            contractEndsOn: '2027-12-31',
          },
        ],
      },
    })
  })
})

describe('others with a kindred need', () => {
  const path = `${base}/jointPurchase/liknande-behov`
  const other = { needId: '01a00000-0000-7000-8000-0000000000aa', title: 'Tillsyn på natten', organisation: 'vasterviks-kommun' }
  const kindred = (need: object) => ({
    needs: [{ need: { ...other, ...need }, likeness: 0.62, isLikelyDuplicate: true, functions: [{ id: 'N1', name: 'Larma' }] }],
  })

  it('are looked for with the need of the case, and lead to where each is read', async () => {
    const caseOfOther = '01a00000-0000-7000-8000-0000000000bb'
    const web = createTestConsole({
      ...answers,
      'POST /v1/catalogue/kindred-needs': {
        body: kindred({ visibility: 'staff', caseId: caseOfOther, caseNumber: 'KLM-2026-0099' }),
      },
    })
    const html = await (await web.get(path, officer)).text()
    expect(sentTo(web, '/v1/catalogue/kindred-needs')).toMatchObject({ need: { needId: caseId, title: matchingRecord.title } })
    expect(html).toContain(`href="/arenden/${caseOfOther}"`)
    expect(html).toContain('Troligen samma behov')
    expect(html).toContain('Västerviks kommun')
    web.api.answer({ 'POST /v1/catalogue/kindred-needs': { body: kindred({ visibility: 'everybody' }) } })
    expect(await (await web.get(path, officer)).text()).toContain(`href="/forum/behov/${other.needId}"`)
  })

  it('a search that is refused says why', async () => {
    const web = createTestConsole({ ...answers, 'POST /v1/catalogue/kindred-needs': fakeProblem(422, 'invalidRequest') })
    expect((await web.get(path, officer)).status).toBe(422)
  })
})
