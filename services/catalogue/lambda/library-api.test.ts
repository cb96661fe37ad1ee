import { beforeEach, describe, expect, it } from 'vitest'
import {
  libraryRequirementAdded,
  libraryRequirementChanged,
  librarySuggestionAnswered,
  librarySuggestionMade,
} from '#contracts/catalogue-events.ts'
import { caseOfficer, colleague, curator, everyRole, procurementOfficer, supplier } from '#lambda/testing/personas.ts'
import type { RequirementView } from '../application/library/present-requirement.ts'
import { libraryRelease } from '../library/release.ts'
import { libraryRoutes } from '../routes/library.ts'
import type { LibraryRoutes } from '../routes/library.ts'
import { createLibraryDriver, writtenRequirement } from '../testing/library-driver.ts'
import type { LibraryDriver } from '../testing/library-driver.ts'

const unknownId = 'KB-FUN-999'
const unknownSuggestion = '01a0ffff-0000-7000-8000-000000000001'

let driver: LibraryDriver
beforeEach(() => {
  driver = createLibraryDriver()
})
const ask: LibraryDriver['ask'] = (...given) => driver.ask(...given)

const add = async (more: Record<string, unknown> = {}): Promise<RequirementView> =>
  (await ask('addLibraryRequirement', { as: curator, body: writtenRequirement(more) })).body as RequirementView // 201, checked where it matters

const change = (id: string, ifMatch: string, body: object) =>
  ask('changeLibraryRequirement', { as: curator, parameters: { requirementId: id }, headers: { 'if-match': ifMatch }, body })

const retire = (id: string, ifMatch: string, body: object) =>
  ask('retireLibraryRequirement', { as: curator, parameters: { requirementId: id }, headers: { 'if-match': ifMatch }, body })

const read = (id: string, as = curator) => ask('readLibraryRequirement', { as, parameters: { requirementId: id } })

const idsOf = ({ body }: { body: unknown }): string[] =>
  (body as { requirements: { id: string }[] }).requirements.map(({ id }) => id)

describe('the library as everybody reads it', () => {
  beforeEach(() => driver.install())

  it('is there after its first installation, page by page, without signing in', async () => {
    const seen: string[] = []
    let cursor: string | undefined
    do {
      // Each page needs the cursor of the one before.
      // oxlint-disable-next-line no-await-in-loop
      const page = await ask('listLibraryRequirements', { query: { limit: '50', ...(cursor && { cursor }) } })
      expect(page.status).toBe(200)
      seen.push(...idsOf(page))
      cursor = page.headers['link']?.match(/cursor=([^&>]+)/)?.[1]
      if (cursor) cursor = decodeURIComponent(cursor)
    } while (cursor)
    expect(seen.toSorted()).toEqual(libraryRelease.requirements.map(({ id }) => id).toSorted())
  })

  it.each([
    ['a word of the text', { text: 'spärr' }, 'KB-FUN-010'],
    ['a word in English', { text: 'backups' }, 'KB-OPE-003'],
    ['two words that both must stand', { text: 'larm överföring prestanda' }, 'KB-FUN-016'],
    ['a kind', { kind: 'exit' }, 'KB-EXI-001'],
    ['a source', { source: '2008:355' }, 'KB-FUN-001'],
    ['a condition', { condition: 'medicineDispenser' }, 'KB-OPE-006'],
    ['the force of it', { force: 'binding', kind: 'accessibility' }, 'KB-ACC-009'],
  ])('is searched by %s', async (_, query, expected) => {
    const found = idsOf(await ask('listLibraryRequirements', { query: { limit: '100', ...query } }))
    expect(found).toContain(expected)
    expect(found.length).toBeLessThan(libraryRelease.requirements.length / 2)
  })

  it('shows on a day what is in force then', async () => {
    const onDay = async (inForceOn: string) =>
      idsOf(await ask('listLibraryRequirements', { query: { limit: '100', kind: 'operation', inForceOn } }))
    expect(await onDay('2026-12-01')).not.toContain('KB-OPE-012')
    expect(await onDay('2027-12-11')).toContain('KB-OPE-012')
  })

  it('finds nothing for words that do not stand there', async () => {
    expect(idsOf(await ask('listLibraryRequirements', { query: { text: 'kärnkraftverk' } }))).toEqual([])
  })

  it('tells one requirement with its source, standing, kind in the phases and version', async () => {
    expect((await ask('readLibraryRequirement', { parameters: { requirementId: 'KB-FUN-001' } })).body).toMatchObject({
      id: 'KB-FUN-001',
      version: 1,
      standing: 'inForce',
      phaseKind: 'functional',
      sources: [{ clause: '3 kap. 6 §' }],
      origin: { kind: 'release', release: 1 },
    })
  })

  it('tells nobody who changed it', async () => {
    expect((await read('KB-FUN-001', supplier)).text).not.toContain('changedBy')
  })
})

describe("a curator's work", () => {
  it('adds a requirement with a number of the county, and tells it', async () => {
    const { status, body, headers } = await ask('addLibraryRequirement', { as: curator, body: writtenRequirement() })
    expect(status).toBe(201)
    expect(headers['etag']).toBe('"1"')
    expect(body).toMatchObject({ id: 'KB-FUN-500', version: 1, origin: { kind: 'curator' } })
    expect(driver.emitted()).toMatchObject([
      {
        type: libraryRequirementAdded.type,
        data: { requirementId: 'KB-FUN-500', origin: 'curator' },
        actor: { name: curator.name },
      },
    ])
    expect(await add({ text: { sv: 'Ett annat ska finnas.', en: 'Another must exist.' } })).toMatchObject({ id: 'KB-FUN-501' })
  })

  it('adds once for one key, however often it is sent', async () => {
    const headers = { 'idempotency-key': 'the-same-key' }
    const first = await ask('addLibraryRequirement', { as: curator, body: writtenRequirement(), headers })
    expect((await ask('addLibraryRequirement', { as: curator, body: writtenRequirement(), headers })).body).toEqual(first.body)
    expect(driver.emitted()).toHaveLength(1)
  })

  it('gives each of many that are added at once a number of its own', async () => {
    const added = await Promise.all(
      [1, 2, 3, 4].map((n) => add({ text: { sv: `Krav ${n} ska gälla.`, en: `Requirement ${n} must hold.` } })),
    )
    expect(new Set(added.map(({ id }) => id)).size).toBe(4)
  })

  it('changes it to a new version and keeps the old one', async () => {
    const { id } = await add()
    const text = { sv: 'Tjänsten ska visa när ett larm har besvarats.', en: 'The service must show when an alarm was answered.' }
    expect(await change(id, '"1"', writtenRequirement({ text, note: 'Tydligare' }))).toMatchObject({
      status: 200,
      body: { version: 2, text, note: 'Tydligare' },
    })
    const versions = await ask('listLibraryRequirementVersions', { parameters: { requirementId: id } })
    expect(versions.body).toMatchObject({
      versions: [
        { version: 2, text },
        { version: 1, text: writtenRequirement().text },
      ],
    })
    expect(driver.emitted().at(-1)).toMatchObject({
      type: libraryRequirementChanged.type,
      data: { requirementId: id, version: 2 },
    })
  })

  it('changes nothing by the same words again', async () => {
    const { id } = await add()
    expect(await change(id, '"1"', writtenRequirement())).toMatchObject({ status: 200, body: { version: 1 } })
    expect(driver.emitted()).toHaveLength(1)
  })

  it('is refused on a version that somebody else has left behind, and without one', async () => {
    const { id } = await add()
    await change(id, '"1"', writtenRequirement({ force: 'essential' }))
    expect(await change(id, '"1"', writtenRequirement())).toMatchObject({ status: 412, body: { code: 'staleVersion' } })
    expect(
      await ask('changeLibraryRequirement', { as: curator, parameters: { requirementId: id }, body: writtenRequirement() }),
    ).toMatchObject({
      status: 428,
      body: { code: 'preconditionRequired' },
    })
  })

  it('retires it with a last day, a reason and what takes over; then nobody changes it', async () => {
    const { id } = await add()
    const successor = await add({ text: { sv: 'Det nya kravet ska gälla.', en: 'The new requirement must hold.' } })
    const reason = 'Ersatt av ett tydligare krav'
    expect(await retire(id, '"1"', { validTo: '2026-12-31', reason, successor: successor.id })).toMatchObject({
      status: 200,
      body: { validTo: '2026-12-31', standing: 'inForce', retirement: { reason, successor: successor.id } },
    })
    driver.runtime.clock.set('2027-01-01T08:00:00.000Z')
    expect((await read(id)).body).toMatchObject({ standing: 'ended' })
    expect(await change(id, '"2"', writtenRequirement())).toMatchObject({ status: 409, body: { code: 'requirementRetired' } })
    expect(await retire(id, '"2"', { validTo: '2027-12-31', reason })).toMatchObject({
      status: 409,
      body: { code: 'requirementRetired' },
    })
  })

  it.each([
    ['a brand', { text: { sv: 'Telefonen ska vara av fabrikat Norrtel.', en: 'The phone must be good.' } }, '/text/sv', 'brand'],
    [
      'a standard without the words of the law',
      { text: { sv: 'Provet ska följa ISO 9241-11.', en: 'The test must be good.' } },
      '/text/sv',
      'standardWithoutEquivalent',
    ],
    [
      'the same text in both languages',
      { text: { sv: 'Det ska vara så.', en: 'Det ska vara så.' } },
      '/text/en',
      'sameAsSwedish',
    ],
    ['an end before its beginning', { validTo: '2026-11-19' }, '/validTo', 'endsBeforeItBegins'],
    ['a barrier that says nothing', { barrier: { level: 'often' } }, '/barrier/why', 'required'],
  ])('%s is refused at its field, and nothing is written', async (_, more, pointer, code) => {
    const { status, body } = await ask('addLibraryRequirement', { as: curator, body: writtenRequirement(more) })
    expect(status).toBe(422)
    expect(body).toMatchObject({
      code: 'requirementInvalid',
      errors: expect.arrayContaining([expect.objectContaining({ pointer, code })]),
    })
    expect(driver.table.rows()).toEqual([])
  })

  it.each([
    ['no source', { sources: [] }],
    ['a condition that nobody knows', { appliesWhen: [['moon']] }],
    ['a day that is none', { validFrom: '2026-02-30' }],
    ['a field too many', { brand: 'x' }],
  ])('%s is not taken', async (_, more) => {
    expect(await ask('addLibraryRequirement', { as: curator, body: writtenRequirement(more) })).toMatchObject({ status: 400 })
  })

  it('cannot be done on what is not there', async () => {
    const missing = { status: 404, body: { code: 'requirementNotFound' } }
    expect(await read(unknownId)).toMatchObject(missing)
    expect(await ask('listLibraryRequirementVersions', { parameters: { requirementId: unknownId } })).toMatchObject(missing)
    expect(await change(unknownId, '"1"', writtenRequirement())).toMatchObject(missing)
    expect(await retire(unknownId, '"1"', { validTo: '2027-01-01', reason: 'x' })).toMatchObject(missing)
    const { id } = await add()
    expect(await retire(id, '"1"', { validTo: '2027-01-01', reason: 'x', successor: unknownId })).toMatchObject({
      status: 422,
      body: { code: 'successorNotFound' },
    })
    expect(await retire(id, '"1"', { validTo: '2027-01-01', reason: 'x', successor: id })).toMatchObject({
      status: 422,
      body: { code: 'requirementInvalid' },
    })
    expect(await retire(id, '"1"', { validTo: '2020-01-01', reason: 'x' })).toMatchObject({
      status: 422,
      body: { code: 'requirementInvalid' },
    })
  })
})

describe('an import', () => {
  const row = (more: Record<string, unknown> = {}, id?: string) => ({ ...(id && { id }), content: writtenRequirement(more) })
  const other = { text: { sv: 'Ett annat krav ska gälla.', en: 'Another requirement must hold.' } }
  const preview = (rows: object[]) => ask('previewLibraryImport', { as: curator, body: { rows } })
  const store = (rows: object[]) => ask('importLibraryRequirements', { as: curator, body: { rows } })

  it('is shown first, row by row, and stores nothing', async () => {
    const { id } = await add()
    const before = driver.table.rows()
    const { body } = await preview([
      { row: 2, ...row({ force: 'essential' }, id) },
      { row: 3, ...row(other) },
      { row: 4, ...row({ text: { sv: 'Av fabrikat Norrtel ska den vara.', en: 'It must be good.' } }) },
      { row: 5, ...row({}, unknownId) },
      { row: 6, ...row(other) },
    ])
    expect(body).toMatchObject({
      new: 1,
      changed: 1,
      unchanged: 0,
      refused: 3,
      rows: [
        { row: 2, verdict: 'changed', id },
        { row: 3, verdict: 'new' },
        { row: 4, verdict: 'refused', problems: [{ pointer: '/content/text/sv', code: 'brand' }] },
        {
          row: 5,
          verdict: 'refused',
          problems: expect.arrayContaining([expect.objectContaining({ code: 'requirementNotFound' })]),
        },
        { row: 6, verdict: 'refused', problems: [{ code: 'repeated' }] },
      ],
    })
    expect(driver.table.rows()).toEqual(before)
  })

  it('with a bad row stores nothing, and says which row', async () => {
    const { status, body } = await store([
      { row: 7, ...row(other) },
      { row: 8, ...row({}, unknownId) },
    ])
    expect(status).toBe(422)
    expect(body).toMatchObject({
      code: 'libraryImportRefused',
      errors: [{ pointer: '/rows/1/id', detail: expect.stringContaining('Rad 8') }],
    })
    expect(driver.table.rows()).toEqual([])
  })

  it('stores what is new and what has changed, and does nothing the second time', async () => {
    const { id } = await add()
    const rows = [row({ force: 'essential' }, id), row(other)]
    expect((await store(rows)).body).toMatchObject({
      new: 1,
      changed: 1,
      isComplete: true,
      rows: [
        { outcome: 'changed', id },
        { outcome: 'added', id: 'KB-FUN-501' },
      ],
    })
    const before = driver.table.rows()
    expect((await store(rows)).body).toMatchObject({ new: 0, changed: 0, unchanged: 2, isComplete: true })
    expect(driver.table.rows()).toEqual(before)
  })
})

describe('a suggestion', () => {
  const body = {
    text: { sv: 'Tjänsten ska kunna visa vem som svarade på larmet.' },
    kind: 'functional',
    verification: 'demonstration',
    reason: 'Alla kommuner frågar efter det',
  }
  const suggest = async (as = caseOfficer): Promise<string> =>
    ((await ask('makeLibrarySuggestion', { as, body })).body as { suggestionId: string }).suggestionId
  const of = (suggestionId: string) => ({ parameters: { suggestionId } })

  it('is made by staff, waits for a curator, and is told without its words', async () => {
    const id = await suggest()
    expect((await ask('listLibrarySuggestions', { as: curator })).body).toMatchObject({
      suggestions: [{ suggestionId: id, status: 'open', madeBy: { name: caseOfficer.name } }],
    })
    expect(driver.emitted()).toMatchObject([{ type: librarySuggestionMade.type, subject: id, data: { suggestionId: id } }])
    expect(JSON.stringify(driver.emitted())).not.toContain('larmet')
  })

  it('becomes a requirement as the curator writes it, in one journal, and the sender sees which', async () => {
    const id = await suggest()
    const accepted = await ask('acceptLibrarySuggestion', { as: curator, ...of(id), body: writtenRequirement() })
    expect(accepted).toMatchObject({ status: 200, body: { status: 'accepted', answer: { requirementId: 'KB-FUN-500' } } })
    expect((await read('KB-FUN-500')).body).toMatchObject({ origin: { kind: 'suggestion', suggestionId: id } })
    expect((await ask('listOwnLibrarySuggestions', { as: caseOfficer })).body).toMatchObject({
      suggestions: [{ status: 'accepted', answer: { requirementId: 'KB-FUN-500' } }],
    })
    expect(driver.emitted().map(({ type, subject }) => [type, subject])).toEqual([
      [librarySuggestionMade.type, id],
      [librarySuggestionAnswered.type, id],
      [libraryRequirementAdded.type, id],
    ])
  })

  it('is declined with a reason that the sender reads', async () => {
    const id = await suggest()
    const reason = 'KB-FUN-008 säger redan detta'
    expect(await ask('declineLibrarySuggestion', { as: curator, ...of(id), body: { reason } })).toMatchObject({ status: 200 })
    expect((await ask('readLibrarySuggestion', { as: caseOfficer, ...of(id) })).body).toMatchObject({
      status: 'declined',
      answer: { reason },
    })
    expect((await ask('listLibrarySuggestions', { as: curator, query: { status: 'open' } })).body).toEqual({ suggestions: [] })
  })

  it('is answered once', async () => {
    const id = await suggest()
    await ask('declineLibrarySuggestion', { as: curator, ...of(id), body: { reason: 'x' } })
    const answered = { status: 409, body: { code: 'suggestionAnswered' } }
    expect(await ask('acceptLibrarySuggestion', { as: curator, ...of(id), body: writtenRequirement() })).toMatchObject(answered)
    expect(await ask('declineLibrarySuggestion', { as: curator, ...of(id), body: { reason: 'y' } })).toMatchObject(answered)
  })

  it('is left as it was when the requirement must be put right', async () => {
    const id = await suggest()
    const bad = writtenRequirement({ validTo: '2020-01-01' })
    expect(await ask('acceptLibrarySuggestion', { as: curator, ...of(id), body: bad })).toMatchObject({
      status: 422,
      body: { code: 'requirementInvalid' },
    })
    expect((await ask('readLibrarySuggestion', { as: caseOfficer, ...of(id) })).body).toMatchObject({ status: 'open' })
  })

  it('of somebody else does not exist, and one that nobody made is neither read nor answered', async () => {
    const id = await suggest()
    const missing = { status: 404, body: { code: 'suggestionNotFound' } }
    expect(await ask('readLibrarySuggestion', { as: colleague, ...of(id) })).toMatchObject(missing)
    expect(await ask('readLibrarySuggestion', { as: curator, ...of(id) })).toMatchObject({
      status: 200,
      body: { status: 'open' },
    })
    expect((await ask('listOwnLibrarySuggestions', { as: colleague })).body).toEqual({ suggestions: [] })
    expect(await ask('readLibrarySuggestion', { as: curator, ...of(unknownSuggestion) })).toMatchObject(missing)
    expect(
      await ask('acceptLibrarySuggestion', { as: curator, ...of(unknownSuggestion), body: writtenRequirement() }),
    ).toMatchObject(missing)
    expect(await ask('declineLibrarySuggestion', { as: curator, ...of(unknownSuggestion), body: { reason: 'x' } })).toMatchObject(
      missing,
    )
  })
})

describe('a proposal for a case', () => {
  beforeEach(() => driver.install())

  interface Proposal {
    readonly proposed: readonly {
      requirementId: string
      level: string
      because: { term: string }[]
      serves: { functionId: string; word: string }[]
    }[]
    readonly unanswered: readonly { term: string; requirements: number }[]
    readonly uncovered: readonly string[]
  }
  const propose = async (body: object) =>
    (await ask('proposeLibraryRequirements', { as: procurementOfficer, body })).body as Proposal

  it('of a night supervision by camera: what applies, why, and what it serves', async () => {
    const { proposed, uncovered } = await propose({
      traits: { personalData: true, camera: true, cloud: true, residents: true, ai: false },
      deviceClass: 'none',
      functions: [
        { id: 'N1', name: 'Nattillsyn utan att störa sömnen' },
        { id: 'N2', name: 'Fakturering av avgifter' },
      ],
    })
    const camera = proposed.find(({ requirementId }) => requirementId === 'KB-PRI-013')
    expect(camera).toMatchObject({
      level: 'must',
      because: [{ term: 'camera' }],
      serves: [{ functionId: 'N1', word: 'tillsyn' }],
      phaseKind: 'privacy',
    })
    expect(proposed.map(({ requirementId }) => requirementId)).not.toContain('KB-FUN-018')
    expect(uncovered).toEqual(['N2'])
  })

  it('asks what has not been answered, that which matters most first', async () => {
    const { unanswered } = await propose({ traits: {} })
    expect(unanswered.length).toBeGreaterThan(10)
    expect(unanswered.map(({ requirements }) => requirements)).toEqual(
      unanswered.map(({ requirements }) => requirements).toSorted((a, b) => b - a),
    )
    expect((await propose({ traits: { alarm: false } })).unanswered.map(({ term }) => term)).not.toContain('alarm')
  })

  it('takes the day into account', async () => {
    const traits = { connectedDevice: true }
    const on = async (day: string) => (await propose({ traits, on: day })).proposed.map(({ requirementId }) => requirementId)
    expect(await on('2027-12-10')).not.toContain('KB-OPE-013')
    expect(await on('2027-12-11')).toContain('KB-OPE-013')
  })

  it('stores nothing', async () => {
    const before = driver.table.rows()
    await propose({ traits: { alarm: true } })
    expect(driver.table.rows()).toEqual(before)
  })
})

describe('a check of requirements', () => {
  it('answers everybody with paragraph and remedy', async () => {
    const { status, body } = await ask('checkRequirementBarriers', {
      body: {
        requirements: [{ id: 'K1', text: 'Telefonen ska vara av fabrikat Norrtel.' }, { text: 'Tjänsten ska visa larm.' }],
        estimatedValue: 100_000_000,
        turnoverDemanded: 200_000_001,
        referencesDemanded: 3,
        isDivided: false,
      },
    })
    expect(status).toBe(200)
    expect(body).toMatchObject({
      breaches: 2,
      barriers: 2,
      findings: [
        { code: 'turnover', severity: 'breach', source: 'LOU 14:4' },
        { code: 'references', severity: 'barrier' },
        { code: 'undivided', severity: 'barrier', source: 'LOU 4:13-14' },
        { code: 'brand', severity: 'breach', requirement: 0, requirementId: 'K1', quote: 'fabrikat Norrtel' },
      ],
    })
    expect(driver.table.rows()).toEqual([])
  })

  it('a turnover of exactly twice the value is allowed (LOU 14:4), and without a value only noticed', async () => {
    const found = async (body: object) =>
      (await ask('checkRequirementBarriers', { body: { requirements: [], ...body } })).body as { findings: { code: string }[] }
    expect((await found({ estimatedValue: 100, turnoverDemanded: 200 })).findings).toEqual([])
    expect((await found({ turnoverDemanded: 200 })).findings).toMatchObject([
      { code: 'turnoverUnknownValue', severity: 'notice' },
    ])
  })
})

describe('who may', () => {
  const requirementId = 'KB-FUN-500'
  const parameters: Partial<Record<keyof LibraryRoutes, Record<string, string>>> = {
    readLibraryRequirement: { requirementId },
    listLibraryRequirementVersions: { requirementId },
    changeLibraryRequirement: { requirementId },
    retireLibraryRequirement: { requirementId },
    readLibrarySuggestion: { suggestionId: unknownSuggestion },
    acceptLibrarySuggestion: { suggestionId: unknownSuggestion },
    declineLibrarySuggestion: { suggestionId: unknownSuggestion },
  }
  // Object.keys loses the literal keys of the routes.
  const operations = Object.keys(libraryRoutes) as (keyof LibraryRoutes)[]

  it.each(operations)('%s: those whom the route names and nobody else', async (operationId) => {
    const { access } = libraryRoutes[operationId]
    const given = { ...(parameters[operationId] && { parameters: parameters[operationId] }) }
    const refusedTo: string[] = []
    for (const as of everyRole) {
      // One after another, so that the answer names the role.
      // oxlint-disable-next-line no-await-in-loop
      const { status } = await ask(operationId, { as, ...given })
      if (status === 403) refusedTo.push(...as.roles)
    }
    const mayCall: readonly string[] = access === 'public' ? everyRole.flatMap(({ roles }) => roles) : access
    expect(refusedTo).toEqual(everyRole.flatMap(({ roles }) => roles).filter((role) => !mayCall.includes(role)))
    expect((await ask(operationId, given)).status === 401).toBe(access !== 'public')
  })

  it('suppliers read the library and check their reading of it, and take part in none of the rest', () => {
    const open = operations.filter((operationId) => libraryRoutes[operationId].access === 'public')
    expect(open).toEqual([
      'listLibraryRequirements',
      'readLibraryRequirement',
      'listLibraryRequirementVersions',
      'checkRequirementBarriers',
    ])
  })
})
