import { beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '#contracts/actor.ts'
import type { Text } from '#contracts/language.ts'
import { roles } from '#contracts/words.ts'
import {
  caseOfficer,
  everyRole,
  facilitator,
  municipalOfficer,
  otherSupplier,
  personaOf,
  resident,
  specialists,
  supplier,
} from '#lambda/testing/personas.ts'
import { dailyLimits, forumLimits } from '../domain/forum-limits.ts'
import { communityRoutes } from '../routes/community.ts'
import { needsRoutes } from '../routes/needs.ts'
import { forumProblems } from '../refusals.ts'
import { aFocusGroup, aNeed, anEvent, aTeam, caseId, createCommunityDriver } from '../testing/community-driver.ts'
import type { Asked, CommunityDriver, Operation } from '../testing/community-driver.ts'

let driver: CommunityDriver
beforeEach(() => {
  driver = createCommunityDriver()
})
const ask = (operation: Operation, asked?: Asked) => driver.ask(operation, asked)
const done = <O extends Operation>(operation: O, asked?: Asked) => driver.done(operation, asked)

/** The people before whom fairness and visibility are tried. */
const everybodyElse: readonly (readonly [string, Actor | undefined])[] = [
  ['a supplier', supplier],
  ['another supplier', otherSupplier],
  ['an officer of another organisation', municipalOfficer],
  ['a specialist of the organisation', specialists.it],
  ['a resident', resident],
  ['whoever passes by', undefined],
]

const unknownId = '01a0ffff-0000-7000-8000-000000000001'

/** The refusals that a test here has seen; at the end every one that a route declares must be among them. */
const seen = new Set<string>()
const refusedWith = async (code: keyof typeof forumProblems | 'staleVersion', operation: Operation, asked: Asked) => {
  const before = driver.emitted().length
  const { status, body } = await ask(operation, asked)
  const expected = code === 'staleVersion' ? 412 : forumProblems[code].status
  expect({ operation, status, body }).toMatchObject({ operation, status: expected, body: { code } })
  expect(driver.emitted()).toHaveLength(before)
  seen.add(`${operation} ${code}`)
}

describe('a need', () => {
  it('is a draft for its own organisation until it is published, and then the same for everybody', async () => {
    const { needId, version } = await driver.draftNeed()
    const read = (as: Actor | undefined) => ask('readNeed', { as, parameters: { needId } })
    for (const [who, as] of everybodyElse)
      expect([who, (await read(as)).status]).toEqual([who, as === specialists.it ? 200 : 404])
    expect(driver.emitted()).toEqual([])

    await done('publishNeed', { as: caseOfficer, parameters: { needId }, ifMatch: version })
    const answers = await Promise.all(everybodyElse.map(([, as]) => read(as)))
    for (const { status, text } of answers) expect([status, text]).toEqual([200, answers[0]?.text])
    const lists = await Promise.all(everybodyElse.map(([, as]) => ask('listNeeds', { as })))
    for (const { text } of lists) expect(text).toBe(lists[0]?.text)
    expect(driver.emitted()).toMatchObject([
      {
        type: 'se.behovsflodet.need-published.v1',
        subject: needId,
        data: {
          title: aNeed.title,
          organisation: 'region-kalmar',
          functions: [
            { id: 'F1', name: aNeed.functions[0] },
            { id: 'F2', name: aNeed.functions[1] },
          ],
        },
      },
    ])
    expect(JSON.stringify(driver.emitted())).not.toContain(aNeed.contact.email)
  })

  it('can be begun with a title alone, and says all that is missing before it is published', async () => {
    const { body, version } = await done('draftNeed', { as: caseOfficer, body: { title: 'Fall hemma' } })
    const published = await ask('publishNeed', { as: caseOfficer, parameters: { needId: body.needId }, ifMatch: version })
    const { errors } = published.body as { errors: { pointer: string }[] }
    expect(errors.map(({ pointer }) => pointer).toSorted()).toEqual([
      '/careSteps',
      '/contact',
      '/description',
      '/functions',
      '/summary',
      '/targetGroups',
    ])
    await refusedWith('needIncomplete', 'publishNeed', { as: caseOfficer, parameters: { needId: body.needId }, ifMatch: version })
  })

  it('keeps the ids of its functions when it is changed, and tells what it is now', async () => {
    const { needId, version } = await driver.publishNeed()
    const functions = [aNeed.functions[1], 'Påminna den som inte har läst']
    const changed = await done('changeNeed', {
      as: caseOfficer,
      parameters: { needId },
      ifMatch: version,
      body: { ...aNeed, functions },
    })
    expect(changed.body.functions.map(({ id }) => id)).toEqual(['F2', 'F3'])
    expect(driver.emitted().at(-1)).toMatchObject({
      type: 'se.behovsflodet.need-changed.v1',
      data: { functions: [{ id: 'F2' }, { id: 'F3' }] },
    })
    const again = await done('changeNeed', {
      as: caseOfficer,
      parameters: { needId },
      ifMatch: changed.version,
      body: { ...aNeed, functions },
    })
    expect([again.version, driver.emitted().length]).toEqual([changed.version, 2])
    await refusedWith('needIncomplete', 'changeNeed', {
      as: caseOfficer,
      parameters: { needId },
      ifMatch: again.version,
      body: { title: 'Bara rubrik' },
    })
  })

  it('that has ended is told with its reason, stands among the ended, and is not changed any more', async () => {
    const { needId, version } = await driver.publishNeed()
    const ended = await done('endNeed', {
      as: caseOfficer,
      parameters: { needId },
      ifMatch: version,
      body: { why: 'closed', reason: 'Behovet upphandlas nu.' },
    })
    expect(ended.body).toMatchObject({ status: 'closed', ended: { reason: 'Behovet upphandlas nu.' } })
    expect((await done('listNeeds')).body.needs).toEqual([])
    expect((await done('listNeeds', { query: { list: 'ended' } })).body.needs).toMatchObject([{ needId, status: 'closed' }])
    expect(driver.emitted().at(-1)).toMatchObject({ type: 'se.behovsflodet.need-withdrawn.v1', data: { why: 'closed' } })
    const at = { as: caseOfficer, parameters: { needId }, ifMatch: ended.version }
    await refusedWith('needEnded', 'changeNeed', { ...at, body: aNeed })
    await refusedWith('needEnded', 'publishNeed', at)
    await refusedWith('needEnded', 'endNeed', { ...at, body: { why: 'withdrawn', reason: 'Igen' } })
    await refusedWith('needNotOpen', 'showInterest', { as: supplier, parameters: { needId }, body: {} })
    await refusedWith('needNotOpen', 'formTeam', { as: supplier, body: { ...aTeam, needId } })
  })

  it('that was never published is put away without anybody hearing of it', async () => {
    const { needId, version } = await driver.draftNeed()
    await done('endNeed', {
      as: caseOfficer,
      parameters: { needId },
      ifMatch: version,
      body: { why: 'withdrawn', reason: 'Fel' },
    })
    expect(driver.emitted()).toEqual([])
    expect((await done('listNeeds', { query: { list: 'ended' } })).body.needs).toEqual([])
    expect((await ask('readNeed', { parameters: { needId } })).status).toBe(404)
  })

  it('is written by its own organisation alone, and by whoever has read its latest version', async () => {
    const { needId, version } = await driver.publishNeed()
    const at = { parameters: { needId }, ifMatch: version }
    const ending = { why: 'closed', reason: 'Klart' }
    await refusedWith('notYourNeed', 'changeNeed', { ...at, as: municipalOfficer, body: aNeed })
    await refusedWith('notYourNeed', 'publishNeed', { ...at, as: municipalOfficer })
    await refusedWith('notYourNeed', 'endNeed', { ...at, as: municipalOfficer, body: ending })
    await refusedWith('notYourNeed', 'listInterests', { parameters: { needId }, as: municipalOfficer })
    const stale = { parameters: { needId }, ifMatch: version - 1, as: facilitator }
    await refusedWith('staleVersion', 'changeNeed', { ...stale, body: aNeed })
    await refusedWith('staleVersion', 'publishNeed', stale)
    await refusedWith('staleVersion', 'endNeed', { ...stale, body: ending })
  })

  it('of another organisation cannot be found while it is a draft, whatever is tried', async () => {
    const { needId, version } = await driver.draftNeed()
    const at = { as: municipalOfficer, parameters: { needId }, ifMatch: version }
    await refusedWith('needNotFound', 'readNeed', { parameters: { needId } })
    await refusedWith('needNotFound', 'changeNeed', { ...at, body: aNeed })
    await refusedWith('needNotFound', 'publishNeed', at)
    await refusedWith('needNotFound', 'endNeed', { ...at, body: { why: 'closed', reason: 'x' } })
    await refusedWith('needNotFound', 'listInterests', { as: municipalOfficer, parameters: { needId } })
    await refusedWith('needNotFound', 'readOwnInterest', { as: supplier, parameters: { needId } })
    await refusedWith('needNotFound', 'showInterest', { as: supplier, parameters: { needId }, body: {} })
    await refusedWith('needNotFound', 'withdrawInterest', { as: supplier, parameters: { needId } })
    await refusedWith('needNotFound', 'listTeamsForNeed', { as: supplier, parameters: { needId } })
    await refusedWith('needNotFound', 'formTeam', { as: supplier, body: { ...aTeam, needId } })
    expect((await done('listOwnNeeds', { as: municipalOfficer })).body.needs).toEqual([])
    expect((await done('listOwnNeeds', { as: specialists.it })).body.needs).toMatchObject([{ needId, status: 'draft' }])
  })

  it.each([
    ['a period that ends before it begins', { wantedFrom: '2027-05-01', wantedTo: '2027-04-01' }, 'periodBackwards'],
    ['a case that nobody knows', { caseId: unknownId }, 'caseNotYours'],
  ] as const)('with %s is refused', async (_, more, code) => {
    await refusedWith(code, 'draftNeed', { as: caseOfficer, body: { ...aNeed, ...more } })
    const { needId, version } = await driver.draftNeed()
    await refusedWith(code, 'changeNeed', {
      as: caseOfficer,
      parameters: { needId },
      ifMatch: version,
      body: { ...aNeed, ...more },
    })
  })

  it('of somebody without an organisation is nobody’s', async () => {
    const as = { ...caseOfficer, organisation: undefined }
    const { needId, version } = await driver.draftNeed()
    await refusedWith('noOrganisation', 'draftNeed', { as, body: aNeed })
    await refusedWith('noOrganisation', 'changeNeed', { as, parameters: { needId }, ifMatch: version, body: aNeed })
    await refusedWith('noOrganisation', 'listOwnNeeds', { as })
  })

  it.each([
    ['a personal identity number', { description: 'Gäller 19811218-9876' }, 422, 'personalIdentityNumber'],
    ['a text beyond all bounds', { description: 'x'.repeat(forumLimits.descriptionCharacters + 1) }, 400, 'invalidRequest'],
    ['a target group twice', { targetGroups: ['staff', 'staff'] }, 400, 'invalidRequest'],
    ['an address that is no e-mail', { contact: { name: 'A', email: 'not' } }, 400, 'invalidRequest'],
    ['a field too many', { price: 1 }, 400, 'invalidRequest'],
  ])('with %s is refused', async (_, more, status, code) => {
    expect(await ask('draftNeed', { as: caseOfficer, body: { ...aNeed, ...more } })).toMatchObject({ status, body: { code } })
    expect(driver.table.rows()).toEqual([])
  })

  it('is found by what it is about, also by a word inside another', async () => {
    const { needId } = await driver.publishNeed()
    await driver.publishNeed({
      title: 'Trygghetslarm som fungerar utomhus',
      careSteps: ['careAtHome'],
      targetGroups: ['olderPeople'],
    })
    const found = async (query: Record<string, string>) =>
      (await done('listNeeds', { query })).body.needs.map(({ title }) => title)
    expect(await found({ word: 'LARM' })).toEqual(['Trygghetslarm som fungerar utomhus'])
    expect(await found({ careStep: 'careAtHome' })).toEqual(['Trygghetslarm som fungerar utomhus'])
    expect(await found({ targetGroup: 'peopleWithChronicIllness' })).toEqual([aNeed.title])
    expect(await found({ organisation: 'vasterviks-kommun' })).toEqual([])
    const first = await ask('listNeeds', { query: { limit: '1' } })
    const cursor =
      new URL(/<([^>]+)>/.exec(first.headers['link'] ?? '')?.[1] ?? '', 'https://x.example').searchParams.get('cursor') ?? ''
    expect((await done('listNeeds', { query: { limit: '1', cursor } })).body.needs).toMatchObject([{ needId }])
  })

  it('can be no more than so many a day', async () => {
    for (let count = 0; count < dailyLimits.needs; count += 1) await done('draftNeed', { as: caseOfficer, body: aNeed })
    await refusedWith('dailyLimitReached', 'draftNeed', { as: caseOfficer, body: aNeed })
    driver.runtime.clock.advance({ days: 1 })
    await done('draftNeed', { as: caseOfficer, body: aNeed })
  })
})

describe('a need of a case', () => {
  const caseOf = async (needId: string, as?: Actor) => (await done('readNeed', { as, parameters: { needId } })).body.case

  it('tells everybody where the case stands, in words and without secrets', async () => {
    await driver.hearOfCase(caseOfficer.organisation ?? ('' as never))
    const { needId } = await driver.publishNeed({ caseId })
    expect(await caseOf(needId)).toEqual({ caseId, caseNumber: 'KLM-2026-0001', phase: 'ideas' })
    await driver.caseGoesOn('region-kalmar' as never, 'ideas', 'matching') // an organisation of the county
    expect(await caseOf(needId, otherSupplier)).toMatchObject({ phase: 'matching' })
    await driver.caseRests('matching', '2026-11-21T08:00:00.000Z')
    expect((await caseOf(needId))?.standing).toEqual({ status: 'onHold', asOf: '2026-11-21T08:00:00.000Z' })
    await driver.caseReturns('matching', '2026-11-20T08:00:00.000Z')
    expect((await caseOf(needId))?.standing?.status).toBe('onHold')
    await driver.caseReturns('matching', '2026-11-22T08:00:00.000Z')
    expect((await caseOf(needId))?.standing?.status).toBe('ongoing')
  })

  it('tells what came of it when the case is completed', async () => {
    await driver.hearOfCase(caseOfficer.organisation ?? ('' as never), 'followup')
    const { needId } = await driver.publishNeed({ caseId })
    const forumFeedback = {
      fedBackOn: '2026-11-10',
      how: 'Forummöte',
      points: [{ about: 'market', point: 'Tre anbud kom in.' }],
      response: 'Gärna fler testmiljöer.',
    }
    await driver.caseCompletes({ phase: 'followup', nextFollowUpOn: '2027-11-15', forumFeedback })
    expect((await caseOf(needId))?.standing).toMatchObject({ status: 'completed', feedback: forumFeedback })
  })

  it('tells that the case was stopped by its code, and nothing of the decision', async () => {
    await driver.hearOfCase(caseOfficer.organisation ?? ('' as never))
    const { needId } = await driver.publishNeed({ caseId })
    await driver.caseStops({
      phase: 'ideas',
      decision: {
        ruling: { outcome: 'stop', reason: 'HEMLIG MOTIVERING', stopReason: 'notAffordable' },
        decidedBy: { subject: 'chef', name: 'Chefen' },
        office: 'unitManager',
        delegation: 'D 1',
        decidedAt: '2026-11-21T08:00:00.000Z',
        evidenceDigest: 'a'.repeat(64),
      } as never, // what the forum reads of it is the ruling
    })
    const read = await ask('readNeed', { parameters: { needId } })
    expect(read.body).toMatchObject({ case: { standing: { status: 'stopped', reason: 'notAffordable' } } })
    expect(read.text).not.toMatch(/HEMLIG|Chefen/)
  })

  it('is tied by the organisation that owns the case, and by nobody else', async () => {
    await driver.hearOfCase('vasterviks-kommun' as never) // as above
    await refusedWith('caseNotYours', 'draftNeed', { as: caseOfficer, body: { ...aNeed, caseId } })
    await driver.draftNeed({ caseId }, municipalOfficer)
  })
})

describe('interest in a need', () => {
  it('is counted for everybody; who it is and what they say is for the need’s organisation alone', async () => {
    const { needId } = await driver.publishNeed()
    const parameters = { needId }
    const content = { company: 'Vård-IT AB', products: ['Brevia'], message: 'Vi kan visa det i drift.' }
    await done('showInterest', { as: supplier, parameters, body: content })
    await done('showInterest', { as: otherSupplier, parameters, body: {} })
    await done('showInterest', { as: otherSupplier, parameters, body: {} })
    for (const [who, as] of everybodyElse) {
      const { body, text } = await ask('readNeed', { as, parameters })
      expect([who, (body as { interested: number }).interested]).toEqual([who, 2])
      expect(text).not.toMatch(/Brevia|Vård-IT|drift/)
      const list = await ask('listInterests', { as, parameters })
      expect([who, list.status]).toEqual([who, as === undefined ? 401 : 403])
    }
    expect((await done('listInterests', { as: caseOfficer, parameters })).body.interests).toHaveLength(2)
    const { body } = await done('listInterests', { as: caseOfficer, parameters })
    expect(body.interests).toContainEqual(expect.objectContaining({ supplier: supplier.name, ...content, isHidden: false }))
    expect((await done('readOwnInterest', { as: supplier, parameters })).body).toMatchObject({ isShown: true, ...content })
    expect((await done('readOwnInterest', { as: otherSupplier, parameters })).body).not.toHaveProperty('message')
    const told = JSON.stringify(driver.emitted())
    expect(told).not.toMatch(/Brevia|Vård-IT|drift"|supplier-company|other-company/)
    expect(
      driver
        .emitted()
        .filter(({ type }) => type.includes('interest'))
        .map(({ data }) => data['interested']),
    ).toEqual([1, 2])
  })

  it('is withdrawn with its message, also after the need has ended, and can be shown anew', async () => {
    const { needId, version } = await driver.publishNeed()
    const parameters = { needId }
    await done('showInterest', { as: supplier, parameters, body: { message: 'Ring oss' } })
    expect((await done('listOwnInterests', { as: supplier })).body.interests).toMatchObject([{ needId, title: aNeed.title }])
    expect((await done('withdrawInterest', { as: supplier, parameters })).body).toEqual({ needId, isShown: false, products: [] })
    expect(JSON.stringify(driver.table.rows())).not.toContain('Ring oss')
    expect((await done('listInterests', { as: caseOfficer, parameters })).body.interests).toEqual([])
    await done('showInterest', { as: supplier, parameters, body: {} })
    expect((await done('readNeed', { parameters })).body.interested).toBe(1)
    await done('endNeed', { as: caseOfficer, parameters, ifMatch: version, body: { why: 'withdrawn', reason: 'Fel' } })
    await done('withdrawInterest', { as: supplier, parameters })
    await done('withdrawInterest', { as: otherSupplier, parameters })
    expect((await done('readNeed', { parameters })).body.interested).toBe(0)
    expect((await done('listOwnInterests', { as: supplier })).body.interests).toEqual([])
  })

  it('of many at the same moment is counted right', async () => {
    const { needId } = await driver.publishNeed()
    const many = Array.from({ length: 8 }, (_, index) => ({ ...supplier, subject: `company-${index}` }))
    await Promise.all(many.map((as) => done('showInterest', { as, parameters: { needId }, body: {} })))
    expect((await done('readNeed', { parameters: { needId } })).body.interested).toBe(8)
  })

  it('leaves the version of the need alone: nobody’s edit is lost to it', async () => {
    const { needId, version } = await driver.publishNeed()
    await done('showInterest', { as: supplier, parameters: { needId }, body: {} })
    await done('changeNeed', {
      as: caseOfficer,
      parameters: { needId },
      ifMatch: version,
      body: { ...aNeed, title: 'Ny rubrik' },
    })
  })

  it('is shown no more than so often a day', async () => {
    const { needId } = await driver.publishNeed()
    for (let count = 0; count < dailyLimits.interests; count += 1)
      await done('showInterest', { as: supplier, parameters: { needId }, body: { message: `Nr ${count}` } })
    await refusedWith('dailyLimitReached', 'showInterest', { as: supplier, parameters: { needId }, body: { message: 'En till' } })
    await done('showInterest', { as: otherSupplier, parameters: { needId }, body: {} })
  })
})

describe('topics', () => {
  it('are one’s own, and list the open needs about them', async () => {
    const { needId } = await driver.publishNeed()
    await driver.publishNeed({ title: 'Annat', careSteps: ['rehabilitation'], targetGroups: ['children'] })
    expect((await done('readTopics', { as: supplier })).body).toEqual({ targetGroups: [], careSteps: [], words: [] })
    expect((await done('listFollowedNeeds', { as: supplier })).body.needs).toEqual([])
    const followed = { targetGroups: [], careSteps: ['medication'], words: ['finns inte'] }
    expect((await done('followTopics', { as: supplier, body: followed })).body).toEqual(followed)
    expect((await done('listFollowedNeeds', { as: supplier })).body.needs).toMatchObject([{ needId }])
    expect((await done('readTopics', { as: otherSupplier })).body.careSteps).toEqual([])
    await done('followTopics', { as: supplier, body: {} })
    expect((await done('listFollowedNeeds', { as: supplier })).body.needs).toEqual([])
    expect(driver.emittedNames()).toEqual(['need-published', 'need-published'])
  })
})

describe('a team', () => {
  it('is for its members until they choose to show it, and then the same for everybody', async () => {
    const { needId } = await driver.publishNeed()
    const { teamId, version } = await driver.formTeam(needId, { isPublic: false })
    const parameters = { teamId }
    for (const [who, as] of everybodyElse)
      expect([who, (await ask('readTeam', { as, parameters })).status]).toEqual([who, as === supplier ? 200 : 404])
    expect((await done('listTeamsForNeed', { parameters: { needId } })).body.teams).toEqual([])
    const { company: _, role: __, ...content } = aTeam
    await done('changeTeam', { as: supplier, parameters, ifMatch: version, body: content })
    const others = everybodyElse.filter(([, as]) => as !== supplier)
    const answers = await Promise.all(others.map(([, as]) => ask('readTeam', { as, parameters })))
    for (const { status, text } of answers) expect([status, text]).toEqual([200, answers[0]?.text])
    expect(answers[0]?.text).not.toContain(supplier.name)
    expect(answers[0]?.body).toMatchObject({ members: [{ company: 'Vård-IT AB', role: 'Meddelanden' }] })
    for (const operation of ['listTeams', 'listTeamsForNeed'] as const)
      expect((await done(operation, operation === 'listTeams' ? {} : { parameters: { needId } })).body.teams).toMatchObject([
        { teamId },
      ])
    expect(driver.emittedNames().slice(1)).toEqual(['team-published'])
  })

  it('takes in a company by an invitation that is used once, and knows who is in it', async () => {
    const { needId } = await driver.publishNeed()
    const { teamId } = await driver.formTeam(needId, { isPublic: false })
    const parameters = { teamId }
    const { body } = await done('inviteToTeam', { as: supplier, parameters, body: { company: 'Nora Omsorg-IT AB' } })
    const code = body.invitations?.[0]?.code ?? ''
    expect((await done('readTeam', { as: otherSupplier, parameters, query: { code } })).body).toMatchObject({
      invitedAs: 'Nora Omsorg-IT AB',
      isMember: false,
    })
    expect((await ask('readTeam', { as: otherSupplier, parameters, query: { code: 'x'.repeat(32) } })).status).toBe(404)
    const joining = { company: 'Nora Omsorg-IT AB', role: 'Integration', code }
    await refusedWith('alreadyMember', 'joinTeam', { as: supplier, parameters, body: joining })
    await done('joinTeam', { as: otherSupplier, parameters, body: joining })
    expect((await done('listOwnTeams', { as: otherSupplier })).body.teams).toMatchObject([
      { teamId, members: [{ person: supplier.name }, { person: otherSupplier.name, isYou: true }], invitations: [] },
    ])
    const third = { ...supplier, subject: 'third-company' }
    await refusedWith('teamNotFound', 'joinTeam', { as: third, parameters, body: joining })
    await done('leaveTeam', { as: supplier, parameters })
    expect((await done('listOwnTeams', { as: supplier })).body.teams).toEqual([])
    expect((await done('leaveTeam', { as: otherSupplier, parameters })).body).toMatchObject({ status: 'dissolved' })
  })

  it('that everybody saw is told to be gone when its last member leaves', async () => {
    const { needId } = await driver.publishNeed()
    const { teamId } = await driver.formTeam(needId)
    await done('leaveTeam', { as: supplier, parameters: { teamId } })
    expect(driver.emitted().at(-1)).toMatchObject({ type: 'se.behovsflodet.team-withdrawn.v1', data: { why: 'dissolved' } })
    expect((await done('listTeams')).body.teams).toEqual([])
    await refusedWith('teamNotFound', 'readTeam', { parameters: { teamId } })
  })

  it('is changed and filled by its members alone, within bounds', async () => {
    const { needId } = await driver.publishNeed()
    const { teamId, version } = await driver.formTeam(needId)
    const { company: _, role: __, ...content } = aTeam
    const parameters = { teamId }
    const invitation = { parameters, body: { company: 'B' } }
    const theirs = { as: otherSupplier, parameters }
    const invitationId = unknownId
    await refusedWith('notYourTeam', 'changeTeam', { ...theirs, ifMatch: version, body: content })
    await refusedWith('notYourTeam', 'inviteToTeam', { ...invitation, as: otherSupplier })
    await refusedWith('notYourTeam', 'withdrawInvitation', { as: otherSupplier, parameters: { teamId, invitationId } })
    await refusedWith('notYourTeam', 'leaveTeam', theirs)
    await refusedWith('staleVersion', 'changeTeam', { as: supplier, parameters, ifMatch: version + 1, body: content })
    await refusedWith('invitationNotFound', 'withdrawInvitation', { as: supplier, parameters: { teamId, invitationId } })
    await refusedWith('invitationNotFound', 'joinTeam', { ...theirs, body: { company: 'B', role: 'R', code: 'y'.repeat(32) } })
    const codes: string[] = []
    for (let count = 0; count < forumLimits.openInvitations; count += 1) {
      const { body } = await done('inviteToTeam', { ...invitation, as: supplier })
      codes.push(body.invitations?.at(-1)?.code ?? '')
    }
    await refusedWith('tooManyInvitations', 'inviteToTeam', { ...invitation, as: supplier })
    const companies = codes.map((code, index) => ({ as: { ...supplier, subject: `joining-${index}` }, code }))
    for (const { as, code } of companies.slice(0, -1))
      await done('joinTeam', { as, parameters, body: { company: 'C', role: 'R', code } })
    const last = companies.at(-1) ?? companies[0]!
    await refusedWith('teamFull', 'joinTeam', { as: last.as, parameters, body: { company: 'C', role: 'R', code: last.code } })
    const open = (await done('readTeam', { as: supplier, parameters })).body.invitations?.[0]
    const withdrawn = await done('withdrawInvitation', {
      as: supplier,
      parameters: { teamId, invitationId: open?.invitationId ?? '' },
    })
    expect(withdrawn.body.invitations).toEqual([])
  })

  it('that only its members see is not found by others, whatever is tried', async () => {
    const { needId } = await driver.publishNeed()
    const { teamId } = await driver.formTeam(needId, { isPublic: false })
    const { company: _, role: __, ...content } = aTeam
    const theirs = { as: otherSupplier, parameters: { teamId } }
    await refusedWith('teamNotFound', 'changeTeam', { ...theirs, ifMatch: 1, body: content })
    await refusedWith('teamNotFound', 'inviteToTeam', { ...theirs, body: { company: 'B' } })
    await refusedWith('teamNotFound', 'withdrawInvitation', {
      as: otherSupplier,
      parameters: { teamId, invitationId: unknownId },
    })
    await refusedWith('teamNotFound', 'leaveTeam', theirs)
  })

  it('and its invitations can be no more than so many a day', async () => {
    const { needId } = await driver.publishNeed()
    const { teamId } = await driver.formTeam(needId)
    for (let count = 0; count < dailyLimits.invitations; count += 1) {
      const { body } = await done('inviteToTeam', { as: supplier, parameters: { teamId }, body: { company: 'B' } })
      const invitationId = body.invitations?.[0]?.invitationId ?? ''
      await done('withdrawInvitation', { as: supplier, parameters: { teamId, invitationId } })
    }
    await refusedWith('dailyLimitReached', 'inviteToTeam', { as: supplier, parameters: { teamId }, body: { company: 'B' } })
    for (let count = 1; count < dailyLimits.teams; count += 1) await driver.formTeam(needId)
    await refusedWith('dailyLimitReached', 'formTeam', { as: supplier, body: { ...aTeam, needId } })
  })
})

describe('calls, funding and events', () => {
  it('are the same for everybody, in order of time, by kind and between two days', async () => {
    await driver.publishCall()
    const funding = { kind: 'funding', title: 'Medel för prov', startsAt: undefined, endsAt: undefined, closesOn: '2027-01-31' }
    await driver.publishCall(funding)
    await driver.publishCall({ title: 'Förra året', startsAt: '2025-01-10T12:00:00.000Z', endsAt: '2025-01-10T13:00:00.000Z' })
    const titles = async (query: Record<string, string> = {}, as?: Actor) =>
      (await done('listCalls', { query, as })).body.calls.map(({ title }) => title)
    for (const [, as] of everybodyElse) expect(await titles({}, as)).toEqual(['Medel för prov', anEvent.title])
    expect(await titles({ kind: 'event' })).toEqual([anEvent.title])
    expect(await titles({ from: '2025-01-01', to: '2025-12-31' })).toEqual(['Förra året'])
    expect(await titles({ from: '2027-02-01', to: '2027-02-09' })).toEqual([])
    expect(await titles({ from: '2027-02-10', to: '2027-02-10' })).toEqual([anEvent.title])
  })

  it('count every change, and stay when they are cancelled, marked as such', async () => {
    const { callId, version } = await driver.publishCall()
    const parameters = { callId }
    const changed = await done('changeCall', {
      as: facilitator,
      parameters,
      ifMatch: version,
      body: { ...anEvent, place: 'Nybro' },
    })
    const cancelled = await done('cancelCall', {
      as: facilitator,
      parameters,
      ifMatch: changed.version,
      body: { reason: 'Sjukdom' },
    })
    expect(cancelled.body).toMatchObject({ status: 'cancelled', sequence: 2, cancelled: { reason: 'Sjukdom' } })
    expect((await done('listCalls')).body.calls).toMatchObject([{ callId, status: 'cancelled' }])
    expect(driver.emittedNames()).toEqual(['call-published', 'call-changed', 'call-cancelled'])
    const at = { as: facilitator, parameters, ifMatch: cancelled.version }
    await refusedWith('callCancelledAlready', 'changeCall', { ...at, body: anEvent })
    await refusedWith('callCancelledAlready', 'cancelCall', { ...at, body: { reason: 'Igen' } })
    await refusedWith('staleVersion', 'changeCall', { as: facilitator, parameters, ifMatch: version, body: anEvent })
    await refusedWith('staleVersion', 'cancelCall', { as: facilitator, parameters, ifMatch: version, body: { reason: 'x' } })
  })

  it.each([
    ['an event without an end', { endsAt: undefined }, '/endsAt'],
    ['an event without a beginning', { startsAt: undefined }, '/startsAt'],
    ['an event that ends before it begins', { endsAt: '2027-02-10T11:00:00.000Z' }, '/endsAt'],
    ['an event with a last day', { closesOn: '2027-02-10' }, '/closesOn'],
    ['a call without a last day', { kind: 'call', startsAt: undefined, endsAt: undefined }, '/closesOn'],
    ['a call with hours', { kind: 'call', closesOn: '2027-02-10' }, '/startsAt'],
    [
      'a call that closes before it opens',
      { kind: 'call', startsAt: undefined, endsAt: undefined, opensOn: '2027-02-11', closesOn: '2027-02-10' },
      '/closesOn',
    ],
  ])('refuse %s', async (_, more, pointer) => {
    const body = { ...anEvent, ...more }
    await refusedWith('callDatesWrong', 'publishCall', { as: facilitator, body })
    expect((await ask('publishCall', { as: facilitator, body })).body).toMatchObject({ errors: [{ pointer }] })
    const { callId, version } = await driver.publishCall()
    await refusedWith('callDatesWrong', 'changeCall', { as: facilitator, parameters: { callId }, ifMatch: version, body })
  })

  it('refuse a link that is none of the web', async () => {
    expect((await ask('publishCall', { as: facilitator, body: { ...anEvent, link: 'javascript:alert(1)' } })).status).toBe(400)
  })

  it('that do not exist are not found', async () => {
    const parameters = { callId: unknownId }
    await refusedWith('callNotFound', 'readCall', { parameters })
    await refusedWith('callNotFound', 'changeCall', { as: facilitator, parameters, ifMatch: 1, body: anEvent })
    await refusedWith('callNotFound', 'cancelCall', { as: facilitator, parameters, ifMatch: 1, body: { reason: 'x' } })
  })
})

describe('a focus group', () => {
  const person = { name: 'Ingrid Holm', contact: 'ingrid@example.se', consent: true }
  const otherHolder = { ...facilitator, subject: 'mona', organisation: municipalOfficer.organisation }

  it('is a plan for its holder until it is opened, and then the same for everybody', async () => {
    const drafted = await done('draftFocusGroup', { as: facilitator, body: aFocusGroup })
    const parameters = { focusGroupId: drafted.body.focusGroupId }
    for (const [, as] of everybodyElse) expect((await ask('readFocusGroup', { as, parameters })).status).toBe(404)
    expect((await done('listFocusGroups')).body.focusGroups).toEqual([])
    expect((await done('listOwnFocusGroups', { as: facilitator })).body.focusGroups).toMatchObject([{ status: 'draft' }])
    const changed = await done('changeFocusGroup', {
      as: facilitator,
      parameters,
      ifMatch: drafted.version,
      body: { ...aFocusGroup, seats: 3 },
    })
    await done('openFocusGroup', { as: facilitator, parameters, ifMatch: changed.version })
    const answers = await Promise.all(everybodyElse.map(([, as]) => ask('readFocusGroup', { as, parameters })))
    for (const { status, text } of answers) expect([status, text]).toEqual([200, answers[0]?.text])
    expect(answers[0]?.body).toMatchObject({ seatsLeft: 3, keepDays: 30 })
  })

  it('shows who takes part to its facilitator alone, and tells nobody in any event', async () => {
    const { focusGroupId } = await driver.openFocusGroup()
    const parameters = { focusGroupId }
    const told = driver.emitted().length
    const { body } = await done('signUp', { parameters, body: person })
    expect(body).toEqual({ receipt: expect.stringMatching(/^[\w-]{32}$/), goneAt: '2027-02-19T18:00:00.000Z' })
    expect(driver.emitted()).toHaveLength(told)
    for (const [who, as] of everybodyElse) {
      expect([who, (await ask('listSignUps', { as, parameters })).status]).toEqual([who, as === undefined ? 401 : 403])
      expect((await ask('readFocusGroup', { as, parameters })).text).not.toMatch(/Ingrid|example\.se/)
    }
    expect((await done('listSignUps', { as: facilitator, parameters })).body.signUps).toMatchObject([
      { name: person.name, contact: person.contact },
    ])
    expect(driver.runtime.logLines.join('\n')).not.toMatch(/Ingrid|example\.se/)
    await refusedWith('notYourFocusGroup', 'listSignUps', { as: otherHolder, parameters })
  })

  it('forgets names and contact details on the day it said', async () => {
    const { focusGroupId } = await driver.openFocusGroup()
    const parameters = { focusGroupId }
    await done('signUp', { parameters, body: person })
    const row = driver.table.rows().find(({ sk }) => sk.startsWith('SIGNUP#'))
    expect(new Date((row?.expiresAt ?? 0) * 1_000).toISOString()).toBe('2027-02-19T18:00:00.000Z')
    const count = async () => (await done('listSignUps', { as: facilitator, parameters })).body.signUps.length
    driver.runtime.clock.set('2027-02-19T17:59:59.000Z')
    expect(await count()).toBe(1)
    driver.runtime.clock.set('2027-02-19T18:00:00.000Z')
    expect(await count()).toBe(0)
  })

  it('gives the seat back when somebody withdraws or is removed, and keeps nothing of them', async () => {
    const { focusGroupId } = await driver.openFocusGroup()
    const parameters = { focusGroupId }
    const { receipt } = (await done('signUp', { parameters, body: person })).body
    await done('signUp', { parameters, body: { ...person, name: 'Nils' } })
    await refusedWith('focusGroupFull', 'signUp', { parameters, body: person })
    await done('withdrawSignUp', { parameters, body: { receipt } })
    expect(JSON.stringify(driver.table.rows())).not.toContain(person.name)
    await refusedWith('signUpNotFound', 'withdrawSignUp', { parameters, body: { receipt } })
    const [left] = (await done('listSignUps', { as: facilitator, parameters })).body.signUps
    const of = { focusGroupId, signUpId: left?.signUpId ?? '' }
    await refusedWith('notYourFocusGroup', 'removeSignUp', { as: otherHolder, parameters: of })
    await done('removeSignUp', { as: facilitator, parameters: of })
    await refusedWith('signUpNotFound', 'removeSignUp', { as: facilitator, parameters: of })
    expect((await done('readFocusGroup', { parameters })).body.seatsLeft).toBe(2)
  })

  it('never gives away a seat too many, however many want it at once', async () => {
    const { focusGroupId } = await driver.openFocusGroup()
    const answers = await Promise.all([1, 2, 3, 4].map(() => ask('signUp', { parameters: { focusGroupId }, body: person })))
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 201, 409, 409])
  })

  it.each([
    ['without consent', { name: 'A', contact: 'a@b.se' }],
    ['with consent refused', { ...person, consent: false }],
    ['with more than is needed', { ...person, age: 70 }],
  ])('takes no sign-up %s', async (_, body) => {
    const { focusGroupId } = await driver.openFocusGroup()
    expect((await ask('signUp', { parameters: { focusGroupId }, body })).status).toBe(400)
  })

  it('keeps its terms once it is open, and its results when it has been held', async () => {
    const { focusGroupId, version } = await driver.openFocusGroup()
    const parameters = { focusGroupId }
    const at = (ifMatch: number) => ({ as: facilitator, parameters, ifMatch })
    await refusedWith('focusGroupTermsFixed', 'changeFocusGroup', { ...at(version), body: { ...aFocusGroup, keepDays: 60 } })
    await refusedWith('focusGroupNotHeld', 'publishFocusGroupResults', { ...at(version), body: { text: 'Svar' } })
    const changed = await done('changeFocusGroup', { ...at(version), body: { ...aFocusGroup, description: 'Nytt' } })
    const held = await done('endFocusGroup', { ...at(changed.version), body: { why: 'held' } })
    await refusedWith('focusGroupNotOpen', 'signUp', { parameters, body: person })
    await refusedWith('focusGroupEndedAlready', 'changeFocusGroup', { ...at(held.version), body: aFocusGroup })
    await refusedWith('focusGroupEndedAlready', 'openFocusGroup', at(held.version))
    await refusedWith('focusGroupEndedAlready', 'endFocusGroup', { ...at(held.version), body: { why: 'held' } })
    await done('publishFocusGroupResults', { ...at(held.version), body: { text: 'De flesta vill ha **sms**.' } })
    expect((await done('readFocusGroup', { parameters })).body.results?.text).toBe('De flesta vill ha **sms**.')
    expect(driver.emittedNames()).toEqual(['focus-group-opened', 'focus-group-ended', 'focus-group-reported'])
    for (const operation of ['changeFocusGroup', 'openFocusGroup', 'endFocusGroup', 'publishFocusGroupResults'] as const) {
      const body = {
        changeFocusGroup: aFocusGroup,
        endFocusGroup: { why: 'held' },
        publishFocusGroupResults: { text: 'x' },
        openFocusGroup: undefined,
      }
      await refusedWith('staleVersion', operation, { ...at(1), body: body[operation] })
      await refusedWith('notYourFocusGroup', operation, {
        ...at(1),
        as: otherHolder,
        ifMatch: held.version + 1,
        body: body[operation],
      })
      await refusedWith('focusGroupNotFound', operation, {
        ...at(1),
        parameters: { focusGroupId: unknownId },
        body: body[operation],
      })
    }
  })

  it('is not held before it is opened, nor opened or signed up for too late', async () => {
    const drafted = await done('draftFocusGroup', { as: facilitator, body: aFocusGroup })
    const parameters = { focusGroupId: drafted.body.focusGroupId }
    const at = { as: facilitator, parameters, ifMatch: drafted.version }
    await refusedWith('focusGroupNotHeld', 'endFocusGroup', { ...at, body: { why: 'held' } })
    await refusedWith('focusGroupDatesWrong', 'changeFocusGroup', { ...at, body: { ...aFocusGroup, signUpBy: '2027-02-01' } })
    await refusedWith('focusGroupDatesWrong', 'draftFocusGroup', {
      as: facilitator,
      body: { ...aFocusGroup, endsAt: aFocusGroup.startsAt },
    })
    const { focusGroupId } = await driver.openFocusGroup()
    driver.runtime.clock.set('2027-01-16T08:00:00.000Z')
    await refusedWith('signUpTooLate', 'signUp', { parameters: { focusGroupId }, body: person })
    await refusedWith('focusGroupDatesWrong', 'openFocusGroup', at)
  })

  it('that does not exist is not found, and needs a holder with an organisation', async () => {
    const parameters = { focusGroupId: unknownId }
    const signUpId = 'a'.repeat(32)
    await refusedWith('focusGroupNotFound', 'readFocusGroup', { parameters })
    await refusedWith('focusGroupNotFound', 'signUp', { parameters, body: person })
    await refusedWith('focusGroupNotFound', 'withdrawSignUp', { parameters, body: { receipt: 'x'.repeat(32) } })
    await refusedWith('focusGroupNotFound', 'listSignUps', { as: facilitator, parameters })
    await refusedWith('focusGroupNotFound', 'removeSignUp', { as: facilitator, parameters: { ...parameters, signUpId } })
    const as = { ...facilitator, organisation: undefined }
    await refusedWith('noOrganisation', 'draftFocusGroup', { as, body: aFocusGroup })
    await refusedWith('noOrganisation', 'listOwnFocusGroups', { as })
  })
})

describe('reporting and moderation', () => {
  const report = async (about: object, as: Actor = resident) =>
    (await done('reportContent', { as, body: { about, reason: 'Reklam' } })).body.reportId
  const decide = (reportId: string, outcome: 'hidden' | 'dismissed', reason = 'Bryter mot reglerna') =>
    done('decideReport', { as: facilitator, parameters: { reportId }, body: { outcome, reason } })

  it('hides a need from everybody but its organisation, which is told why, and stops the matching', async () => {
    const { needId } = await driver.publishNeed({}, municipalOfficer)
    const reportId = await report({ kind: 'need', id: needId })
    expect((await done('listReports', { as: facilitator })).body.reports).toMatchObject([
      { reportId, title: aNeed.title, text: aNeed.description, reason: 'Reklam', reportedBy: resident.name },
    ])
    await decide(reportId, 'hidden')
    for (const [who, as] of everybodyElse) {
      const { status, body } = await ask('readNeed', { as, parameters: { needId } })
      expect([who, status]).toEqual([who, as === municipalOfficer ? 200 : 404])
      if (as === municipalOfficer) expect(body).toMatchObject({ hidden: { reason: 'Bryter mot reglerna' } })
    }
    expect((await done('listNeeds')).body.needs).toEqual([])
    expect(driver.emitted().at(-1)).toMatchObject({ type: 'se.behovsflodet.need-withdrawn.v1', data: { why: 'hidden' } })
    expect((await done('listReports', { as: facilitator })).body.reports).toEqual([])
    expect((await done('listReports', { as: facilitator, query: { list: 'decided' } })).body.reports).toMatchObject([
      { decided: { outcome: 'hidden', by: facilitator.name } },
    ])
    await refusedWith('reportDecidedAlready', 'decideReport', {
      as: facilitator,
      parameters: { reportId },
      body: { outcome: 'dismissed', reason: 'Ångrar mig' },
    })
    expect((await decide(reportId, 'hidden')).body.outcome).toBe('hidden')
  })

  it('lets stand what is dismissed', async () => {
    const { needId } = await driver.publishNeed()
    await decide(await report({ kind: 'need', id: needId }), 'dismissed', 'Inget fel')
    expect((await ask('readNeed', { parameters: { needId } })).status).toBe(200)
    expect(driver.emittedNames()).toEqual(['need-published'])
  })

  it('hides a message in an interest from its reader, and tells its writer why', async () => {
    const { needId } = await driver.publishNeed()
    await done('showInterest', { as: supplier, parameters: { needId }, body: { message: 'Grovt språk' } })
    const read = async () => (await done('listInterests', { as: caseOfficer, parameters: { needId } })).body.interests[0]
    const interestId = (await read())?.interestId ?? ''
    const about = { kind: 'interest', id: needId, interestId }
    await refusedWith('reportedThingNotFound', 'reportContent', { as: otherSupplier, body: { about, reason: 'Nyfiken' } })
    await decide(await report(about, caseOfficer), 'hidden', 'Grovt språk')
    expect(await read()).toMatchObject({ isHidden: true })
    expect(await read()).not.toHaveProperty('message')
    expect((await done('readOwnInterest', { as: supplier, parameters: { needId } })).body.hidden?.reason).toBe('Grovt språk')
  })

  it('hides teams, calls and focus groups too', async () => {
    const { needId } = await driver.publishNeed()
    const { teamId } = await driver.formTeam(needId)
    const { callId } = await driver.publishCall()
    const { focusGroupId } = await driver.openFocusGroup()
    for (const about of [
      { kind: 'team', id: teamId },
      { kind: 'call', id: callId },
      { kind: 'focusGroup', id: focusGroupId },
    ])
      await decide(await report(about, supplier), 'hidden')
    expect((await done('listTeams')).body.teams).toEqual([])
    expect((await done('readTeam', { as: supplier, parameters: { teamId } })).body.hidden?.reason).toBe('Bryter mot reglerna')
    expect((await done('listCalls')).body.calls).toEqual([])
    await refusedWith('callNotFound', 'readCall', { parameters: { callId } })
    expect((await done('readCall', { as: facilitator, parameters: { callId } })).body.hidden).toBeDefined()
    expect((await done('listFocusGroups')).body.focusGroups).toEqual([])
    await refusedWith('focusGroupNotFound', 'signUp', {
      parameters: { focusGroupId },
      body: { name: 'A', contact: 'a@b.se', consent: true },
    })
    expect(driver.emittedNames().slice(-3)).toEqual(['team-withdrawn', 'call-cancelled', 'focus-group-ended'])
    // One that is gone cannot be reported once more.
    await refusedWith('reportedThingNotFound', 'reportContent', {
      as: resident,
      body: { about: { kind: 'call', id: callId }, reason: 'x' },
    })
  })

  it('takes no report of what the reporter cannot see, and no more than so many a day', async () => {
    const { needId } = await driver.draftNeed()
    await refusedWith('reportedThingNotFound', 'reportContent', {
      as: supplier,
      body: { about: { kind: 'need', id: needId }, reason: 'x' },
    })
    const published = await driver.publishNeed()
    for (let count = 0; count < dailyLimits.reports; count += 1) await report({ kind: 'need', id: published.needId })
    await refusedWith('dailyLimitReached', 'reportContent', {
      as: resident,
      body: { about: { kind: 'need', id: published.needId }, reason: 'Reklam' },
    })
    await refusedWith('reportNotFound', 'decideReport', {
      as: facilitator,
      parameters: { reportId: unknownId },
      body: { outcome: 'dismissed', reason: 'x' },
    })
  })
})

describe('what is not there', () => {
  it.each([
    ['readNeedAsMember', 'needNotFound', { needId: unknownId }],
    ['readTeamAsMember', 'teamNotFound', { teamId: unknownId }],
    ['readCallAsMember', 'callNotFound', { callId: unknownId }],
    ['readFocusGroupAsMember', 'focusGroupNotFound', { focusGroupId: unknownId }],
  ] as const)('%s: is refused to members too', async (operation, code, parameters) => {
    await refusedWith(code, operation, { as: facilitator, parameters })
  })
})

describe('who may', () => {
  const ids = { needId: unknownId, teamId: unknownId, callId: unknownId, focusGroupId: unknownId, reportId: unknownId }
  const parameters = { ...ids, invitationId: unknownId, signUpId: 'a'.repeat(32) }
  const declared: Readonly<
    Record<string, { access: 'public' | readonly string[]; path: string; refusals: readonly string[]; summary: Text }>
  > = {
    ...needsRoutes,
    ...communityRoutes,
  }
  const operations = Object.keys(declared) as Operation[] // the keys of both

  it.each(operations)('%s: the roles that it lists and nobody else', async (operation) => {
    const { access, path } = declared[operation]! // one of its keys
    const given = Object.fromEntries(Object.entries(parameters).filter(([name]) => path.includes(`{${name}}`)))
    for (const as of everyRole) {
      const { status, body } = await ask(operation, { as, parameters: given, ifMatch: 1 })
      const isRefused = status === 403 && (body as { code: string }).code === 'roleNotAllowed'
      expect([as.roles, isRefused]).toEqual([as.roles, access !== 'public' && !as.roles.some((role) => access.includes(role))])
    }
    const anonymous = await ask(operation, { parameters: given, ifMatch: 1 })
    expect(anonymous.status === 401).toBe(access !== 'public')
    expect(driver.emitted()).toEqual([])
  })

  it('gives what is public to every role: nobody is shut out for being signed in', () => {
    expect(roles.map(personaOf)).toEqual(everyRole)
    expect(operations.filter((operation) => declared[operation]?.access === 'public')).toEqual([
      'listNeeds',
      'readNeed',
      'listTeams',
      'listTeamsForNeed',
      'readTeam',
      'listCalls',
      'readCall',
      'listFocusGroups',
      'readFocusGroup',
      'signUp',
      'withdrawSignUp',
    ])
  })

  it('every refusal that a route declares has been seen above', () => {
    const unseen = operations.flatMap((operation) =>
      (declared[operation]?.refusals ?? []).map((code) => `${operation} ${code}`).filter((one) => !seen.has(one)),
    )
    expect(unseen).toEqual([])
  })
})
