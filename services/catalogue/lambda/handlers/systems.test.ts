import { beforeEach, describe, expect, it } from 'vitest'
import { everyRole, municipalMapEditor, personaOf, systemMapEditor } from '#lambda/testing/personas.ts'
import { staffRoles } from '#contracts/words.ts'
import { systemView } from '../../application/systems/present-system.ts'
import { systemsRoutes } from '../../routes/systems.ts'
import type { SystemsRoutes } from '../../routes/systems.ts'
import { createSystemMapDriver, plainSystem } from '../../testing/system-map-driver.ts'
import type { Asked, SystemMapDriver } from '../../testing/system-map-driver.ts'

const unknownId = '01a0ffff-0000-7000-8000-000000000001'
const supervision = {
  kind: 'framework',
  start: '2024-01-01',
  end: '2026-12-31',
  options: [{ months: 12, noticeMonths: 3, status: 'open' }],
  callOff: ['vasterviks-kommun'],
  cpv: ['32323500'],
}

let driver: SystemMapDriver
beforeEach(() => {
  driver = createSystemMapDriver()
})
const codesOf = (body: unknown): string[] => ((body as { errors?: { code: string }[] }).errors ?? []).map(({ code }) => code) // a problem, as the kit writes it

describe('a system that is entered', () => {
  it("belongs to the editor's organisation, is told, and is read with what follows from its contracts", async () => {
    const entered = await driver.enter({ contracts: [supervision] })
    const read = await driver.ask('readSystem', { parameters: { systemId: entered.systemId }, as: personaOf('caseOfficer') })
    expect(read).toMatchObject({ status: 200, headers: { etag: '"1"' } })
    expect(read.body).toMatchObject({
      organisation: systemMapEditor.organisation,
      contracts: [
        {
          supplier: plainSystem.supplier.name,
          standing: 'inForce',
          endsOn: '2026-12-31',
          endsWithOptionsOn: '2027-12-31',
          // Three months before the last of December: September has no 31st.
          decideBy: '2026-09-30',
          options: [{ until: '2027-12-31', decideBy: '2026-09-30', isOverdue: true }],
        },
      ],
    })
    expect(driver.emitted()).toMatchObject([
      { type: 'se.behovsflodet.system-registered.v1', subject: entered.systemId, data: { name: plainSystem.name } },
      { type: 'se.behovsflodet.system-contracts-changed.v1', data: { contracts: [{ endsWithOptionsOn: '2027-12-31' }] } },
    ])
  })

  it('is in the next list at once, and what is changed is seen there too', async () => {
    expect((await driver.ask('listSystems')).body).toEqual({ total: 0, systems: [] })
    const { systemId } = await driver.enter()
    expect((await driver.ask('listSystems')).body).toMatchObject({ total: 1, systems: [{ systemId, status: 'inUse' }] })
    driver.runtime.clock.advance({ days: 1 })
    await driver.ask('changeSystem', {
      parameters: { systemId },
      body: { ...plainSystem, status: 'phasingOut' },
      headers: { 'if-match': '"1"' },
    })
    expect((await driver.ask('listSystems')).body).toMatchObject({ total: 1, systems: [{ systemId, status: 'phasingOut' }] })
  })

  it('has a name of its own within its organisation, and may share it with others', async () => {
    await driver.enter()
    expect(await driver.ask('registerSystem', { body: { ...plainSystem, name: ' exempelsystem  TILLSYN' } })).toMatchObject({
      status: 409,
      body: { code: 'systemNameTaken' },
    })
    await driver.enter({}, municipalMapEditor)
    expect((await driver.ask('listSystemGroups')).body).toMatchObject({ groups: [{ systems: [{}, {}] }] })
  })

  it('twice at the same moment is one', async () => {
    const answers = await Promise.all([1, 2, 3].map(() => driver.ask('registerSystem', { body: plainSystem })))
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409, 409])
  })

  it.each([
    [
      'a contract that ends before it starts',
      { contracts: [{ kind: 'direct', start: '2026-02-01', end: '2026-01-31' }] },
      'contractEndsBeforeStart',
    ],
    [
      'an option that ends before the contract',
      { contracts: [{ ...supervision, options: [{ until: '2026-12-31', status: 'open' }] }] },
      'optionBeforeEnd',
    ],
    [
      'an option to be called after the end',
      { contracts: [{ ...supervision, options: [{ months: 12, decideBy: '2027-01-01', status: 'open' }] }] },
      'optionDecidedTooLate',
    ],
    ['an option of no length', { contracts: [{ ...supervision, options: [{ status: 'open' }] }] }, 'optionLengthUnclear'],
    [
      'an option taken up after one that was not',
      {
        contracts: [
          {
            ...supervision,
            options: [
              { months: 12, status: 'declined' },
              { months: 12, status: 'taken' },
            ],
          },
        ],
      },
      'optionOutOfOrder',
    ],
    ['an option without an end to move', { contracts: [{ ...supervision, end: undefined }] }, 'optionWithoutEnd'],
    [
      'call-off from a contract that is no framework',
      { contracts: [{ ...supervision, kind: 'direct' }] },
      'callOffNeedsFramework',
    ],
    [
      'call-off for somebody outside the county',
      { contracts: [{ ...supervision, callOff: ['region-skane'] }] },
      'organisationUnknown',
    ],
    [
      'the same contract number twice',
      {
        contracts: [
          { ...supervision, contractNumber: 'A 1' },
          { ...supervision, contractNumber: 'a 1' },
        ],
      },
      'contractRepeated',
    ],
    ['a company that the catalogue has not', { supplier: { name: 'Bolaget', companyId: unknownId } }, 'companyUnknown'],
    [
      'an integration that leads nowhere',
      { integrations: [{ systemId: unknownId, standard: 'HL7 FHIR', direction: 'both' }] },
      'integrationUnknown',
    ],
  ])('with %s is refused, and nothing is written', async (_, more, code) => {
    const { status, body } = await driver.ask('registerSystem', { body: { ...plainSystem, ...more } })
    expect([status, codesOf(body)]).toEqual([422, [code]])
    expect(driver.table.rows()).toEqual([])
  })

  it('may be integrated in a circle, which both ends show, but not with itself', async () => {
    const integration = { standard: 'HL7 FHIR', direction: 'sends' }
    const first = await driver.enter({ name: 'Ett' })
    const second = await driver.enter({ name: 'Två', integrations: [{ ...integration, systemId: first.systemId }] })
    const change = (systemId: string) =>
      driver.ask('changeSystem', {
        parameters: { systemId: first.systemId },
        headers: { 'if-match': '"1"' },
        body: { ...plainSystem, name: 'Ett', integrations: [{ ...integration, systemId }] },
      })
    expect(codesOf((await change(first.systemId)).body)).toEqual(['integrationWithItself'])
    expect(systemView.parse((await change(second.systemId)).body).neighbours).toEqual([
      expect.objectContaining({ name: 'Två', direction: 'sends' }),
      expect.objectContaining({ name: 'Två', direction: 'receives' }),
    ])
  })

  it('holds no personal identity number', async () => {
    const answer = await driver.ask('registerSystem', { body: { ...plainSystem, owner: 'Anna 850709-9805' } })
    expect(answer).toMatchObject({ status: 422, body: { code: 'personalIdentityNumber' } })
  })
})

describe('a system that is changed', () => {
  const change = (systemId: string, more: object, asked: Asked = {}) =>
    driver.ask('changeSystem', {
      parameters: { systemId },
      body: { ...plainSystem, ...more },
      headers: { 'if-match': '"1"' },
      ...asked,
    })

  it('keeps every version of itself, and tells which fields', async () => {
    const { systemId } = await driver.enter()
    expect(await change(systemId, { status: 'retired', users: 40 })).toMatchObject({ status: 200, headers: { etag: '"2"' } })
    const { body } = await driver.ask('listSystemVersions', { parameters: { systemId } })
    expect(body).toMatchObject({
      versions: [
        { version: 2, content: { status: 'retired', users: 40 } },
        { version: 1, content: { status: 'inUse' } },
      ],
    })
    expect(driver.emitted().at(-1)).toMatchObject({ data: { fields: expect.arrayContaining(['status', 'users']) } })
  })

  it('is not overwritten by whoever has read an older version, nor without one', async () => {
    const { systemId } = await driver.enter()
    await change(systemId, { users: 1 })
    expect(await change(systemId, { users: 2 })).toMatchObject({ status: 412, body: { code: 'staleVersion' } })
    expect((await change(systemId, {}, { headers: {} })).status).toBe(428)
  })

  it('to what it is, is not a new version', async () => {
    const { systemId } = await driver.enter()
    expect((await change(systemId, {})).headers['etag']).toBe('"1"')
    expect(driver.emitted()).toHaveLength(1)
  })

  it('may not take a name that another one has, and gives its own free', async () => {
    const { systemId } = await driver.enter({ name: 'Ett' })
    await driver.enter({ name: 'Två' })
    expect(await change(systemId, { name: 'två' })).toMatchObject({ status: 409, body: { code: 'systemNameTaken' } })
    expect((await change(systemId, { name: 'Tre' })).status).toBe(200)
    await driver.enter({ name: 'Ett' })
  })

  it("is another organisation's: neither its editors nor the county's lead organisation write it", async () => {
    const theirs = await driver.enter({}, municipalMapEditor)
    const own = await driver.enter({}, systemMapEditor)
    for (const [systemId, as] of [
      [theirs.systemId, systemMapEditor],
      [own.systemId, municipalMapEditor],
    ] as const)
      expect(await change(systemId, { users: 1 }, { as })).toMatchObject({ status: 403, body: { code: 'notYourOrganisation' } })
  })

  it('must be there', async () => {
    expect(await change(unknownId, {})).toMatchObject({ status: 404, body: { code: 'systemNotFound' } })
    for (const operationId of ['readSystem', 'listSystemVersions'] as const)
      expect(await driver.ask(operationId, { parameters: { systemId: unknownId } })).toMatchObject({
        status: 404,
        body: { code: 'systemNotFound' },
      })
  })
})

describe('the list', () => {
  beforeEach(async () => {
    const target = await driver.enter({ name: 'Vårdplattform', category: 'integration', purpose: 'Nav för meddelanden' })
    await driver.enter({
      name: 'Larm Nord',
      category: 'personalAlarm',
      functions: ['Ta emot trygghetslarm'],
      integrations: [{ systemId: target.systemId, standard: 'HL7 FHIR R4', direction: 'sends' }],
      contracts: [{ ...supervision, supplier: 'Återförsäljaren (exempel)' }],
    })
    await driver.enter({ name: 'Larm Syd', category: 'personalAlarm', status: 'retired' }, municipalMapEditor)
  })

  it.each([
    ['organisation', { organisation: 'vasterviks-kommun' }, ['Larm Syd']],
    ['category', { category: 'personalAlarm' }, ['Larm Nord', 'Larm Syd']],
    ['status', { status: 'retired' }, ['Larm Syd']],
    ["a contract's supplier", { supplier: 'återförsäljaren' }, ['Larm Nord']],
    ['words of its functions', { text: 'TRYGGHETSLARM larm' }, ['Larm Nord']],
    ['standard', { standard: 'fhir' }, ['Larm Nord']],
    ['several together', { category: 'personalAlarm', status: 'inUse' }, ['Larm Nord']],
    ['what nobody has', { text: 'journal' }, []],
  ] as const)('is filtered by %s', async (_, query, names) => {
    const { body } = await driver.ask('listSystems', { query })
    const { systems, total } = body as { total: number; systems: { name: string }[] } // as its schema says
    expect([total, systems.map(({ name }) => name)]).toEqual([names.length, names])
  })

  it('comes page by page, each system once', async () => {
    const names: string[] = []
    let query: Record<string, string> | undefined = { limit: '2' }
    while (query) {
      const { body, headers } = await driver.ask('listSystems', { query })
      names.push(...(body as { systems: { name: string }[] }).systems.map(({ name }) => name)) // as above
      const next = /<([^>]+)>/.exec(headers['link'] ?? '')?.[1]
      query = next ? Object.fromEntries(new URL(next, 'https://api.example').searchParams) : undefined
    }
    expect(names).toEqual(['Larm Nord', 'Larm Syd', 'Vårdplattform'])
  })

  it('of contracts that run out shows the next two years, and more or less when asked', async () => {
    await driver.enter({ name: 'Långt kvar', contracts: [{ kind: 'direct', start: '2026-01-01', end: '2029-12-31' }] })
    const endings = async (query: Record<string, string> = {}) =>
      (await driver.ask('listContractEndings', { query })).body as { total: number; to: string } // as its schema says
    expect(await endings()).toMatchObject({
      total: 1,
      from: '2026-11-20',
      to: '2028-11-20',
      endings: [{ systemName: 'Larm Nord' }],
    })
    expect(await endings({ months: '48' })).toMatchObject({ total: 2 })
    expect(await endings({ category: 'medication' })).toMatchObject({ total: 0 })
  })
})

describe('those who could buy together', () => {
  const search = (body: object) => driver.ask('findJointPurchases', { body, as: personaOf('procurementOfficer') })

  it('are found with why, and told whether a call-off is open to the one who asks', async () => {
    await driver.enter({ contracts: [supervision] })
    await driver.enter({ name: 'Bokning', category: 'bookingAndContact', purpose: 'Tidbok', contracts: [supervision] })
    const wanted = { functions: ['Nattillsyn'], category: 'digitalSupervision', to: '2027-12-31' }
    expect((await search({ ...wanted, organisation: 'vasterviks-kommun' })).body).toMatchObject({
      candidates: [
        { systemName: plainSystem.name, end: { on: '2026-12-31', dependsOn: 'optionNotTaken', decideBy: '2026-09-30' } },
      ],
      callOffs: [{ systemName: plainSystem.name, isOpenToYou: true, because: [{ kind: 'category' }, { kind: 'functions' }] }],
    })
    expect((await search({ ...wanted, organisation: 'kalmar-kommun' })).body).toMatchObject({
      callOffs: [{ isOpenToYou: false }],
    })
    expect((await search({ ...wanted, organisation: 'region-kalmar' })).body).toMatchObject({ candidates: [], callOffs: [] })
  })

  it('are not looked for in a period that ends before it begins', async () => {
    expect(await search({ from: '2027-01-01', to: '2026-12-31' })).toMatchObject({
      status: 422,
      body: { code: 'windowBackwards' },
    })
  })
})

describe('an import', () => {
  const one = (row: number, more: object = {}) => ({ row, content: { ...plainSystem, ...more } })
  const preview = (...systems: object[]) => driver.ask('previewSystemImport', { body: { systems } })
  const run = (...systems: object[]) => driver.ask('importSystems', { body: { systems } })

  it('is tried first, and stores nothing by that', async () => {
    expect((await preview(one(2), one(3, { name: 'Annat' }))).body).toMatchObject({ new: 2, refused: 0 })
    expect(driver.table.rows()).toEqual([])
  })

  it('of the same file twice adds nothing and changes nothing', async () => {
    const file = [one(2, { contracts: [supervision] }), one(4, { name: 'Annat' })]
    expect((await run(...file)).body).toMatchObject({ registered: 2, isComplete: true })
    const told = driver.emitted().length
    expect((await run(...file)).body).toMatchObject({ registered: 0, changed: 0, unchanged: 2, isComplete: true })
    expect((await preview(...file)).body).toMatchObject({ unchanged: 2 })
    expect(driver.emitted()).toHaveLength(told)
  })

  it('half of which is wrong stores none of it, and says on which rows', async () => {
    const wrong = {
      row: 3,
      contractRows: [3, 4],
      content: { ...plainSystem, name: 'Fel', contracts: [supervision, { ...supervision, end: '2020-01-01', options: [] }] },
    }
    const { status, body } = await run(one(2), wrong)
    expect([status, codesOf(body)]).toEqual([422, ['contractEndsBeforeStart']])
    expect(body).toMatchObject({ code: 'systemImportRefused', errors: [{ detail: expect.stringContaining('Rad 4') }] })
    expect(driver.table.rows()).toEqual([])
    expect((await preview(one(2), wrong)).body).toMatchObject({ new: 1, refused: 1, systems: [{}, { problems: [{ row: 4 }] }] })
  })

  it('with one name on two rows is refused', async () => {
    expect(codesOf((await run(one(2), one(5, { name: plainSystem.name.toUpperCase() }))).body)).toEqual(['systemRepeated'])
  })

  it('keeps integrations, and contracts that the file says nothing of', async () => {
    const other = await driver.enter({ name: 'Nav' })
    const integrations = [{ systemId: other.systemId, standard: 'HL7 FHIR', direction: 'sends' }]
    const { systemId } = await driver.enter({ integrations, contracts: [supervision] })
    expect((await run(one(2, { users: 12 }))).body).toMatchObject({ changed: 1 })
    expect((await driver.ask('readSystem', { parameters: { systemId } })).body).toMatchObject({
      content: { users: 12, integrations, contracts: [{ start: '2024-01-01' }] },
    })
  })

  it('that gives the day of an option that stands in months changes nothing', async () => {
    await driver.enter({ contracts: [supervision] })
    const days = { ...supervision, options: [{ until: '2027-12-31', decideBy: '2026-09-30', status: 'open' }] }
    expect((await preview(one(2, { contracts: [days] }))).body).toMatchObject({ unchanged: 1 })
  })

  it("goes into the editor's own organisation, whatever others have", async () => {
    await driver.enter({}, municipalMapEditor)
    expect((await run(one(2))).body).toMatchObject({ registered: 1 })
  })
})

describe('who may', () => {
  const calls = {
    listSystems: {},
    registerSystem: { body: plainSystem },
    readSystem: { parameters: { systemId: unknownId } },
    changeSystem: { parameters: { systemId: unknownId }, body: plainSystem, headers: { 'if-match': '"1"' } },
    listSystemVersions: { parameters: { systemId: unknownId } },
    listSystemContents: {},
    listSystemGroups: {},
    listContractEndings: {},
    findJointPurchases: { body: {} },
    previewSystemImport: { body: { systems: [{ content: plainSystem }] } },
    importSystems: { body: { systems: [{ content: plainSystem }] } },
  } as const satisfies Record<keyof SystemsRoutes, Asked>
  const writing = ['registerSystem', 'changeSystem', 'previewSystemImport', 'importSystems']

  // The keys of the routes are those of the calls.
  it.each(Object.keys(systemsRoutes) as (keyof SystemsRoutes)[])(
    '%s: the public side reads, editors write, nobody else',
    async (operationId) => {
      const mayCall = (role: string): boolean =>
        writing.includes(operationId) ? role === 'systemMapEditor' : staffRoles.some((one) => one === role)
      for (const as of everyRole) {
        const { status, body } = await driver.ask(operationId, { ...calls[operationId], as })
        const isShut = status === 403 && (body as { code: string }).code === 'roleNotAllowed' // a problem has a code
        expect([as.roles[0], !isShut]).toEqual([as.roles[0], mayCall(as.roles[0] ?? '')])
      }
      const { method, path } = systemsRoutes[operationId]
      expect((await driver.call({ method, path, ...calls[operationId] })).status).toBe(401)
    },
  )

  it('writes only with an organisation of the county', async () => {
    const adrift = { ...systemMapEditor, organisation: undefined }
    for (const operationId of ['registerSystem', 'importSystems', 'previewSystemImport'] as const)
      expect(await driver.ask(operationId, { ...calls[operationId], as: adrift })).toMatchObject({
        status: 403,
        body: { code: 'notYourOrganisation' },
      })
  })
})
