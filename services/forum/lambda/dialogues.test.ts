import { beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '#contracts/actor.ts'
import { equalInformationChanged } from '#contracts/forum-events.ts'
import { staffRoles } from '#contracts/words.ts'
import { digestOf, sha256 } from '#lambda/digest.ts'
import {
  caseOfficer,
  everyRole,
  facilitator,
  municipalOfficer,
  otherSupplier,
  personaOf,
  procurementOfficer,
  specialists,
  supplier,
} from '#lambda/testing/personas.ts'
import { dialoguesRoutes } from '../routes/dialogues.ts'
import type { DialoguesRoutes } from '../routes/dialogues.ts'
import { createDialogueDriver, dialogueCase, omsorgIt, plans, vardIt } from '../testing/dialogue-driver.ts'
import type { DialogueDriver } from '../testing/dialogue-driver.ts'

let driver: DialogueDriver
beforeEach(async () => {
  driver = createDialogueDriver()
  await driver.hearOfCase()
})

const unknownId = '01a0ffff-0000-7000-8000-000000000001'
const { caseId } = dialogueCase
const codeOf = ({ body }: { body: unknown }) => (body as { code?: string }).code
const on = (dialogueId: string, as: Actor, body?: unknown) => ({
  as,
  parameters: { dialogueId },
  ...(body !== undefined && { body }),
})
const answer = (dialogueId: string, as: Actor = supplier, text = 'Med ett API.') =>
  driver.ask(
    'answerRequestForInformation',
    on(dialogueId, as, { company: as === supplier ? vardIt : omsorgIt, answers: [{ question: 1, text }] }),
  )
const askQuestion = async (dialogueId: string, text = 'När ska det vara klart?', as: Actor = supplier) => {
  const view = await driver.must('askInDialogue', on(dialogueId, as, { text }))
  return view.own?.questions.at(-1)?.number ?? 0
}
const answerQuestion = (dialogueId: string, question: number, body: unknown, as: Actor = facilitator) =>
  driver.ask('answerDialogueQuestion', { as, parameters: { dialogueId, question: String(question) }, body })
const packageOf = async () =>
  (await driver.ask('readCasePackage', { parameters: { caseId } })).body as {
    package: { version: number; digest: string; dialogues: { digest: string; status: string }[] }
    parts: { questions: unknown[]; documents: { digest: string }[] }[]
  }
const packageEvents = () => driver.emitted().filter(({ type }) => type === equalInformationChanged.type)

describe('a dialogue on its way', () => {
  it('is planned in quiet, opened to all at once, and closed with a summary that all read', async () => {
    const id = await driver.plan('rfi')
    expect((await driver.ask('readDialogueAsMember', on(id, supplier))).status).toBe(404)
    expect(driver.emitted()).toEqual([])
    await driver.lead('openDialogue', id)
    expect((await driver.read(id)).information).toMatchObject({
      status: 'open',
      title: plans.rfi.title,
      rfiQuestions: plans.rfi.questions,
    })
    await answer(id)
    await driver.must('summariseDialogueAnswers', on(id, facilitator, { text: 'Ett företag når 1177.' }))
    driver.runtime.clock.set('2026-12-12T08:00:00.000Z')
    expect((await driver.lead('closeDialogue', id, { summary: 'Det finns lösningar.' })).status).toBe(201)
    expect((await driver.read(id)).information).toMatchObject({
      status: 'closed',
      closing: { summary: 'Det finns lösningar.', companies: 1 },
      answerSummaries: [{ text: 'Ett företag når 1177.' }],
    })
    expect(driver.emitted().map(({ type, subject }) => [type.split('.')[2], subject])).toEqual([
      ['dialogue-opened', caseId],
      ['equal-information-changed', caseId],
      ['equal-information-changed', caseId],
      ['dialogue-closed', caseId],
      ['equal-information-changed', caseId],
    ])
  })

  it('is rewritten while it is planned and not after', async () => {
    const id = await driver.plan('rfi')
    expect((await driver.lead('rewriteDialoguePlan', id, { ...plans.hearing, title: 'Ny rubrik' })).status).toBe(200)
    expect((await driver.read(id, facilitator)).staff?.plan).toMatchObject({ kind: 'hearing', title: 'Ny rubrik' })
    await driver.lead('openDialogue', id)
    expect(codeOf(await driver.lead('rewriteDialoguePlan', id, plans.rfi))).toBe('dialogueNotPlanned')
    expect(codeOf(await driver.lead('openDialogue', id))).toBe('dialogueNotPlanned')
  })

  it('can be cancelled with a reason that all are told, once', async () => {
    const id = await driver.open('hearing')
    expect((await driver.lead('cancelDialogue', id, { reason: 'Sjukdom.' })).status).toBe(201)
    expect((await driver.read(id)).information).toMatchObject({ status: 'cancelled', cancellation: { reason: 'Sjukdom.' } })
    expect(codeOf(await driver.lead('cancelDialogue', id, { reason: 'Igen.' }))).toBe('dialogueNotOpen')
  })

  it('that was only planned is cancelled without anybody outside hearing of it', async () => {
    const id = await driver.plan('hearing')
    await driver.lead('cancelDialogue', id, { reason: 'Behövs inte.' })
    expect((await driver.ask('readDialogueAsMember', on(id, supplier))).status).toBe(404)
    expect(driver.emitted()).toEqual([])
    const { body } = await driver.ask('listDialogues', { query: { status: 'cancelled' } })
    expect(body).toEqual({ dialogues: [] })
    expect((await driver.read(id, facilitator)).status).toBe('cancelled')
  })

  it('can get a later day and another place, and keeps what was said before', async () => {
    const id = await driver.open('hearing')
    const schedule = { startsAt: '2026-12-03T12:00:00.000Z', onlineAt: 'https://moten.example.se/1', lastDay: '2026-11-30' }
    expect((await driver.lead('rescheduleDialogue', id, { schedule, reason: 'Lokalen är upptagen.' })).status).toBe(201)
    const { information } = await driver.read(id)
    expect(information?.schedule).toEqual(schedule)
    expect(information?.changes).toMatchObject([{ reason: 'Lokalen är upptagen.' }])
    const earlier = { ...schedule, lastDay: '2026-11-25' }
    expect(codeOf(await driver.lead('rescheduleDialogue', id, { schedule: earlier, reason: 'x' }))).toBe('lastDayEarlier')
  })

  it('standing alone is a journal of its own, with a part and no package of a case', async () => {
    const id = await driver.open('rfi', {}, {})
    expect(driver.emitted().map(({ type, subject }) => [type.split('.')[2], subject])).toEqual([['dialogue-opened', id]])
    const { body } = await driver.ask('readDialoguePackage', { parameters: { dialogueId: id } })
    const { part, digest } = body as { part: unknown; digest: string }
    expect(digestOf(part)).toBe(digest)
  })

  it('is listed for everybody when it is published, and among the plans for those who work with it', async () => {
    const planned = await driver.plan('rfi')
    const open = await driver.open('hearing')
    const ids = ({ body }: { body: unknown }) =>
      (body as { dialogues: { dialogueId: string }[] }).dialogues.map(({ dialogueId }) => dialogueId)
    expect(ids(await driver.ask('listDialogues'))).toEqual([open])
    const plans = async (as: Actor) => ids(await driver.ask('listDialoguePlans', { as }))
    expect(await plans(municipalOfficer)).toEqual([])
    expect(await plans(caseOfficer)).toEqual([planned])
    expect(codeOf(await driver.ask('listDialogues', { query: { status: 'planned' } }))).toBe('invalidRequest')
  })
})

describe('a dialogue is not opened', () => {
  it.each([
    ['rfi', { lastDay: '2026-11-19' }, '/lastDay dayHasPassed'],
    ['rfi', { questions: [] }, '/questions required'],
    ['rfi', { startsAt: '2026-12-01T12:00:00.000Z' }, '/startsAt notAMeeting'],
    ['rfi', { limit: { seats: 5, ground: 'lot' } }, '/limit openToAll'],
    ['hearing', { startsAt: undefined }, '/startsAt required'],
    ['hearing', { startsAt: '2026-11-20T07:00:00.000Z', lastDay: '2026-11-20' }, '/startsAt timeHasPassed'],
    ['hearing', { endsAt: '2026-12-01T11:00:00.000Z' }, '/endsAt endsBeforeStart'],
    ['hearing', { lastDay: '2026-12-02' }, '/lastDay afterMeeting'],
    ['hearing', { place: undefined }, '/place required'],
    ['draftReview', { documents: [] }, '/documents required'],
  ] as const)('%s with %o', async (kind, change, expected) => {
    const id = await driver.plan(kind, change)
    const { status, body } = await driver.lead('openDialogue', id)
    expect(status).toBe(422)
    const { code, errors } = body as { code: string; errors: { pointer: string; code: string }[] }
    expect([code, ...errors.map((error) => `${error.pointer} ${error.code}`)]).toEqual(['planInvalid', expected])
    expect((await driver.read(id, facilitator)).staff?.problems.map(({ pointer }) => pointer)).toEqual([expected.split(' ')[0]])
  })
})

describe('a dialogue is not closed', () => {
  const close = (id: string, more: object = {}) => driver.lead('closeDialogue', id, { summary: 'Slut.', ...more })
  const early = { earlyBecause: 'Alla har svarat.' }

  it('before its time is over, unless all are told why', async () => {
    const id = await driver.open('rfi')
    expect(codeOf(await close(id))).toBe('notOverYet')
    expect((await close(id, early)).status).toBe(201)
    expect((await driver.read(id)).information?.closing?.earlyBecause).toBe('Alla har svarat.')
  })

  it('while a question waits', async () => {
    const id = await driver.open('rfi')
    const question = await askQuestion(id)
    expect(codeOf(await close(id, early))).toBe('questionsUnanswered')
    const { status } = await driver.ask('setDialogueQuestionAside', {
      as: facilitator,
      parameters: { dialogueId: id, question: String(question) },
      body: { reason: 'Redan besvarad.' },
    })
    expect(status).toBe(201)
    expect((await close(id, early)).status).toBe(201)
  })

  it('while the latest answer to an RFI is not summarised', async () => {
    const id = await driver.open('rfi')
    await answer(id)
    expect(codeOf(await close(id, early))).toBe('answersNotSummarised')
    await driver.must('summariseDialogueAnswers', on(id, facilitator, { text: 'Ett svar.' }))
    await answer(id, otherSupplier)
    expect(codeOf(await close(id, early))).toBe('answersNotSummarised')
  })

  it('while nobody has noted what those who came were shown', async () => {
    const id = await driver.open('hearing')
    await driver.register(id)
    driver.runtime.clock.set('2026-12-01T15:00:00.000Z')
    expect(codeOf(await close(id))).toBe('meetingNotNoted')
    const [registration] = (await driver.read(id, facilitator)).staff?.registrations ?? []
    const note = { shown: 'Vi visade flödet.', ours: 'Handläggare, upphandlare', registrations: [registration?.number] }
    await driver.must('noteDialogueMeeting', on(id, facilitator, note))
    expect((await close(id)).status).toBe(201)
    expect(codeOf(await close(id))).toBe('dialogueNotOpen')
  })

  it('by somebody who has not seen the latest', async () => {
    const id = await driver.open('rfi')
    const { version } = await driver.read(id, facilitator)
    await askQuestion(id)
    const closing = { ...on(id, facilitator, { summary: 'Slut.' }), headers: { 'if-match': `"${version}"` } }
    expect(await driver.ask('closeDialogue', closing)).toMatchObject({ status: 412, body: { code: 'staleVersion' } })
    expect(codeOf(await driver.ask('closeDialogue', on(id, facilitator, { summary: 'Slut.' })))).toBe('preconditionRequired')
  })
})

describe('questions and answers', () => {
  it('go out together to everybody, without a name, and the asker is told what was edited', async () => {
    const id = await driver.open('rfi')
    const question = await askQuestion(id, 'Vi på Vård-IT AB undrar över drift.')
    expect((await driver.read(id, otherSupplier)).information?.questions).toEqual([])
    const { staff } = await driver.read(id, facilitator)
    expect(staff?.waiting).toMatchObject([{ number: question, text: 'Vi på Vård-IT AB undrar över drift.' }])
    expect(JSON.stringify(staff)).not.toContain(supplier.subject)
    const edited = { text: 'Vem sköter driften?', because: 'Företagets namn är borttaget.' }
    expect((await answerQuestion(id, question, { answer: 'Leverantören.', edited })).status).toBe(201)
    const seen = (await driver.read(id, otherSupplier)).information?.questions
    expect(seen).toMatchObject([{ question: 'Vem sköter driften?', isEdited: true, answer: 'Leverantören.' }])
    expect((await driver.read(id, supplier)).own?.questions).toMatchObject([
      { text: 'Vi på Vård-IT AB undrar över drift.', published: 'Vem sköter driften?', because: 'Företagets namn är borttaget.' },
    ])
    expect(JSON.stringify(await driver.read(id))).not.toContain('Vård-IT')
  })

  it('are answered once, if they are there', async () => {
    const id = await driver.open('rfi')
    const question = await askQuestion(id)
    expect(codeOf(await answerQuestion(id, 99, { answer: 'x' }))).toBe('questionNotFound')
    await answerQuestion(id, question, { answer: 'Ja.' })
    expect(codeOf(await answerQuestion(id, question, { answer: 'Nej.' }))).toBe('questionAlreadyHandled')
  })

  it('of one supplier cannot fill the list', async () => {
    const id = await driver.open('rfi')
    for (let count = 0; count < 20; count += 1) await askQuestion(id, `Fråga ${count}`)
    expect(codeOf(await driver.ask('askInDialogue', on(id, supplier, { text: 'En till' })))).toBe('tooManyQuestions')
    expect((await driver.ask('askInDialogue', on(id, otherSupplier, { text: 'Min första' }))).status).toBe(201)
  })

  it('and answers of one supplier cannot fill the log', async () => {
    const id = await driver.open('rfi')
    for (let count = 0; count < 40; count += 1) await answer(id)
    expect(codeOf(await answer(id))).toBe('logFull')
    expect(codeOf(await driver.ask('askInDialogue', on(id, supplier, { text: 'En till' })))).toBe('logFull')
    expect((await answer(id, otherSupplier)).status).toBe(201)
  })

  it('once published are corrected by a new entry that all read; the old one stands', async () => {
    const id = await driver.open('rfi')
    const question = await askQuestion(id)
    await answerQuestion(id, question, { answer: 'I mars.' })
    const entry = (await driver.read(id)).information?.questions[0]?.entry
    await driver.must('correctDialogueLog', on(id, facilitator, { entry, text: 'I april.' }))
    const { information } = await driver.read(id)
    expect(information?.questions[0]?.answer).toBe('I mars.')
    expect(information?.corrections).toMatchObject([{ corrects: entry, text: 'I april.' }])
    expect(codeOf(await driver.ask('correctDialogueLog', on(id, facilitator, { entry: 99, text: 'x' })))).toBe('entryNotFound')
  })
})

describe('seats', () => {
  const seat = async (id: string, as: Actor) => (await driver.read(id, as)).own?.registration?.seat

  it('go in the order of registration, and one that is left goes to the next', async () => {
    const third: Actor = { ...supplier, subject: 'third-company' }
    const id = await driver.open('hearing', { limit: { seats: 2, ground: 'orderOfRegistration' } })
    await driver.register(id)
    await driver.register(id, otherSupplier)
    await driver.register(id, third, { name: 'Tredje AB' })
    expect(await seat(id, third)).toBe('reserve')
    await driver.must('withdrawDialogueRegistration', on(id, otherSupplier))
    expect(await seat(id, third)).toBe('seat')
    expect(codeOf(await driver.ask('withdrawDialogueRegistration', on(id, otherSupplier)))).toBe('notRegistered')
  })

  it('by lot wait for the draw, which is made once, after the last day, and can be done again by anybody', async () => {
    const id = await driver.open('hearing', { limit: { seats: 2, ground: 'lot' } })
    const companies = ['a', 'b', 'c', 'd'].map((name): Actor => ({ ...supplier, subject: `company-${name}` }))
    for (const as of companies) await driver.register(id, as, { name: as.subject })
    expect(await seat(id, companies[0] ?? supplier)).toBe('awaitsDraw')
    expect(codeOf(await driver.ask('drawDialogueLots', on(id, facilitator)))).toBe('registrationStillOpen')
    driver.runtime.clock.set('2026-11-28T08:00:00.000Z')
    await driver.must('drawDialogueLots', on(id, facilitator))
    expect(codeOf(await driver.ask('drawDialogueLots', on(id, facilitator)))).toBe('lotsAlreadyDrawn')
    const seats = await Promise.all(companies.map((as) => seat(id, as)))
    expect(seats.toSorted()).toEqual(['reserve', 'reserve', 'seat', 'seat'])
    const draw = (await driver.read(id)).information?.draw
    const again = draw?.order.toSorted((a, b) => (sha256(`${draw.seed}:${a}`) < sha256(`${draw.seed}:${b}`) ? -1 : 1))
    expect(again).toEqual(draw?.order)
  })

  it('are one for a company, whoever signs in from it, and none after the last day', async () => {
    const id = await driver.open('hearing')
    await driver.register(id)
    const colleague: Actor = { ...supplier, subject: 'colleague-of-supplier' }
    const sameNumber = { name: 'Vård-IT', organisationNumber: '5560360793' }
    expect(codeOf(await driver.register(id, colleague, sameNumber))).toBe('alreadyRegistered')
    expect(codeOf(await driver.register(id))).toBe('alreadyRegistered')
    driver.runtime.clock.set('2026-11-28T08:00:00.000Z')
    expect(codeOf(await driver.register(id, otherSupplier))).toBe('tooLate')
  })

  it('are not drawn where the ground is another', async () => {
    const id = await driver.open('hearing')
    expect(codeOf(await driver.ask('drawDialogueLots', on(id, facilitator)))).toBe('lotsNotUsed')
  })

  it('need a right organisation number, where one is given', async () => {
    const id = await driver.open('hearing')
    const answered = await driver.register(id, supplier, { name: 'Vård-IT AB', organisationNumber: '556036-0794' })
    expect(answered).toMatchObject({ status: 400, body: { code: 'invalidRequest' } })
  })
})

describe('what belongs to another kind of dialogue', () => {
  it('is refused', async () => {
    const [rfi, hearing] = [await driver.open('rfi'), await driver.open('hearing')]
    const text = { text: 'x' }
    const note = { shown: 'x', ours: 'x', registrations: [] }
    const codes = [
      await driver.register(rfi),
      await answer(hearing),
      await driver.ask('commentOnDraft', on(hearing, supplier, { company: vardIt, ...text })),
      await driver.ask('summariseDialogueAnswers', on(hearing, facilitator, text)),
      await driver.ask('noteDialogueMeeting', on(rfi, facilitator, note)),
    ].map(codeOf)
    expect(codes).toEqual(['notThatKind', 'notThatKind', 'notThatKind', 'notThatKind', 'notThatKind'])
  })

  it('answers to an RFI fit its questions, and come in time', async () => {
    const id = await driver.open('rfi')
    const given = (answers: object[]) => driver.ask('answerRequestForInformation', on(id, supplier, { company: vardIt, answers }))
    expect(codeOf(await given([{ question: 3, text: 'x' }]))).toBe('answerIncomplete')
    const twice = { question: 1, text: 'x' }
    expect(codeOf(await given([twice, twice]))).toBe('answerIncomplete')
    driver.runtime.clock.set('2026-12-12T08:00:00.000Z')
    expect(codeOf(await answer(id))).toBe('tooLate')
  })

  it('a meeting is noted with those who registered', async () => {
    const id = await driver.open('hearing')
    const note = { shown: 'x', ours: 'x', registrations: [7] }
    expect(codeOf(await driver.ask('noteDialogueMeeting', on(id, facilitator, note)))).toBe('registrationNotFound')
  })
})

describe('a declared tie', () => {
  const declare = (id: string, as: Actor, company = 'Vård-IT AB') =>
    driver.ask('declareDialogueConflict', on(id, as, { company, tie: 'Min make arbetar där.' }))

  it('is on the log for those who work with the dialogue, and keeps the person from deciding', async () => {
    const id = await driver.open('rfi')
    const question = await askQuestion(id)
    expect((await declare(id, facilitator)).status).toBe(201)
    expect(codeOf(await declare(id, facilitator))).toBe('alreadyDeclared')
    const codes = [
      await driver.lead('closeDialogue', id, { summary: 'Slut.' }),
      await driver.lead('cancelDialogue', id, { reason: 'x' }),
      await answerQuestion(id, question, { answer: 'x' }),
      await driver.ask('summariseDialogueAnswers', on(id, facilitator, { text: 'x' })),
    ].map(codeOf)
    expect(new Set(codes)).toEqual(new Set(['conflictOfInterest']))
    expect((await answerQuestion(id, question, { answer: 'Ja.' }, caseOfficer)).status).toBe(201)
    expect((await driver.read(id, caseOfficer)).staff?.log.at(-2)).toMatchObject({
      kind: 'conflictDeclared',
      by: { name: facilitator.name },
    })
    for (const as of [supplier, undefined]) expect(JSON.stringify(await driver.read(id, as))).not.toContain('Min make')
    expect(packageEvents()).toHaveLength(2)
    expect(JSON.stringify(driver.emitted())).not.toContain('Min make')
  })

  it('is declared by anybody who works for the organisation, and by nobody of another', async () => {
    const id = await driver.open('rfi')
    expect((await declare(id, specialists.it)).status).toBe(201)
    expect(codeOf(await declare(id, municipalOfficer))).toBe('notYourDialogue')
  })
})

describe('the information package', () => {
  it('has the next version whenever suppliers are told more, and only then', async () => {
    const id = await driver.open('rfi')
    expect((await packageOf()).package.version).toBe(1)
    await answer(id)
    await askQuestion(id)
    await driver.register(await driver.open('hearing'))
    expect((await packageOf()).package).toMatchObject({ version: 2, dialogues: [{ status: 'open' }, { status: 'open' }] })
    await driver.must('addDialogueDocument', on(id, facilitator, { title: 'Mer', text: 'Nya uppgifter' }))
    expect((await packageOf()).package.version).toBe(3)
    expect(packageEvents().map(({ data }) => (data['package'] as { version: number }).version)).toEqual([1, 2, 3])
  })

  it('proves itself: digests of documents, of parts and of the whole', async () => {
    await driver.open('rfi')
    await driver.open('draftReview')
    const { package: manifest, parts } = await packageOf()
    expect(parts.map(digestOf)).toEqual(manifest.dialogues.map(({ digest }) => digest))
    expect(digestOf(manifest.dialogues)).toBe(manifest.digest)
    expect(parts[0]?.documents[0]?.digest).toBe(sha256('Brevet kommer för sent.'))
  })

  it('can be read as it was: an old version is made again from the log', async () => {
    const id = await driver.open('rfi')
    await answerQuestion(id, await askQuestion(id), { answer: 'Ja.' })
    const { body } = await driver.ask('readCasePackage', { parameters: { caseId }, query: { version: '1' } })
    expect(body).toMatchObject({ package: { version: 1 }, parts: [{ questions: [] }] })
    expect((await packageOf()).parts[0]?.questions).toHaveLength(1)
    const none = await driver.ask('readCasePackage', { parameters: { caseId }, query: { version: '9' } })
    expect(codeOf(none)).toBe('packageNotFound')
  })

  it('counts up one at a time when two dialogues of a case change at the same moment', async () => {
    const ids = [await driver.open('rfi'), await driver.open('hearing'), await driver.open('draftReview')]
    const answers = await Promise.all(
      ids.map((id) => driver.ask('addDialogueDocument', on(id, facilitator, { title: 'Mer', text: `Till ${id}` }))),
    )
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201])
    expect((await packageOf()).package.version).toBe(6)
  })

  it('is not there while nothing has been opened', async () => {
    const id = await driver.plan('rfi')
    expect(codeOf(await driver.ask('readCasePackage', { parameters: { caseId } }))).toBe('packageNotFound')
    expect(codeOf(await driver.ask('readDialoguePackage', { parameters: { dialogueId: id } }))).toBe('packageNotFound')
  })
})

describe('who sees what', () => {
  /** All that a supplier reads, but what is its own. */
  const seenBy = async (id: string, as: Actor | undefined) => {
    const { own: _, ...shared } = await driver.read(id, as)
    const { body: whole } = await driver.ask('readCasePackage', { as, parameters: { caseId } })
    const { body: list } = await driver.ask('listDialogues', { as })
    return { shared, whole, list }
  }

  it('supplier A, supplier B and the public see the same, but for what they have said themselves', async () => {
    const rfi = await driver.open('rfi')
    const hearing = await driver.open('hearing')
    await answer(rfi, supplier, 'Affärshemlighet A')
    await answer(rfi, otherSupplier, 'Affärshemlighet B')
    await driver.register(hearing)
    await askQuestion(hearing, 'Hemlig fråga A')
    for (const id of [rfi, hearing]) {
      const [a, b, everybody] = [await seenBy(id, supplier), await seenBy(id, otherSupplier), await seenBy(id, undefined)]
      expect(b).toEqual(a)
      expect(everybody).toEqual(a)
      expect(JSON.stringify(a)).not.toMatch(/hemlig/i)
    }
    const ownOfA = JSON.stringify((await driver.read(rfi, supplier)).own)
    expect(ownOfA).toContain('Affärshemlighet A')
    expect(ownOfA).not.toContain('Affärshemlighet B')
  })

  it('the log is for the organisation and the lead organisation, not for staff of others', async () => {
    const id = await driver.open('rfi')
    await answer(id, supplier, 'Affärshemlighet A')
    expect(JSON.stringify((await driver.read(id, procurementOfficer)).staff)).toContain('Affärshemlighet A')
    for (const as of [municipalOfficer, supplier, otherSupplier, undefined])
      expect((await driver.read(id, as)).staff).toBeUndefined()
    expect(JSON.stringify(driver.emitted())).not.toContain('Affärshemlighet')
  })

  it('whoever wants no name in the package is counted there', async () => {
    const id = await driver.open('hearing')
    await driver.register(id)
    await driver.register(id, otherSupplier)
    const registrations = (await driver.read(id, facilitator)).staff?.registrations.map(({ number }) => number)
    await driver.must('noteDialogueMeeting', on(id, facilitator, { shown: 'Flödet.', ours: 'Handläggare', registrations }))
    const { information, staff } = await driver.read(id, facilitator)
    expect(information?.meetings).toMatchObject([{ companies: [vardIt.name], unnamed: 1 }])
    expect(staff?.priorInvolvement.map(({ company, how }) => [company.name, how])).toEqual([
      [vardIt.name, ['attended']],
      [omsorgIt.name, ['attended']],
    ])
  })

  it('comments on a draft are read by all where the rule says so, and by the organisation alone where it does not', async () => {
    const [open, closed] = [await driver.open('draftReview'), await driver.open('draftReview', { commentsArePublic: false })]
    for (const id of [open, closed])
      await driver.must('commentOnDraft', on(id, supplier, { company: vardIt, text: 'Stycke nio säger emot sig självt.' }))
    expect((await driver.read(open)).information?.comments).toMatchObject([
      { company: vardIt.name, text: 'Stycke nio säger emot sig självt.' },
    ])
    expect(JSON.stringify(await driver.read(closed, otherSupplier))).not.toContain('Stycke nio')
    expect((await driver.read(closed, supplier)).own?.comments).toMatchObject([{ isPublic: false }])
  })

  it('the proposal for the section marketDialogue names the companies, for those who work with the case', async () => {
    const id = await driver.open('rfi')
    await answer(id)
    await driver.must('summariseDialogueAnswers', on(id, facilitator, { text: 'Ett företag når 1177.' }))
    const ask = (as: Actor) => driver.ask('proposeMarketDialogue', { as, parameters: { caseId } })
    expect((await ask(caseOfficer)).body).toMatchObject({
      talks: [
        {
          company: vardIt.name,
          form: 'rfi',
          heldOn: plans.rfi.lastDay,
          informationGiven: 'Bakgrund',
          learnt: 'Ett företag når 1177.',
        },
      ],
    })
    expect(codeOf(await ask(municipalOfficer))).toBe('notYourDialogue')
    const unknown = await driver.ask('proposeMarketDialogue', { as: caseOfficer, parameters: { caseId: unknownId } })
    expect(codeOf(unknown)).toBe('caseUnknown')
  })
})

describe('who may', () => {
  const bodies: Partial<Record<keyof DialoguesRoutes, unknown>> = {
    planDialogue: { caseId, plan: plans.rfi },
    rewriteDialoguePlan: plans.rfi,
    rescheduleDialogue: { schedule: { lastDay: '2026-12-12' }, reason: 'x' },
    closeDialogue: { summary: 'x' },
    cancelDialogue: { reason: 'x' },
    addDialogueDocument: { title: 'x', text: 'x' },
    registerForDialogue: { company: vardIt, roles: 'x', mayBeNamed: true },
    noteDialogueMeeting: { shown: 'x', ours: 'x', registrations: [] },
    askInDialogue: { text: 'x' },
    answerDialogueQuestion: { answer: 'x' },
    setDialogueQuestionAside: { reason: 'x' },
    answerRequestForInformation: { company: vardIt, answers: [{ question: 1, text: 'x' }] },
    summariseDialogueAnswers: { text: 'x' },
    commentOnDraft: { company: vardIt, text: 'x' },
    correctDialogueLog: { entry: 1, text: 'x' },
    declareDialogueConflict: { company: 'x', tie: 'x' },
  }
  const leaders = ['caseOfficer', 'procurementOfficer', 'forumFacilitator']
  const expected: Record<keyof DialoguesRoutes, readonly string[] | 'public'> = {
    listDialogues: 'public',
    readDialogue: 'public',
    readDialogueAsMember: ['supplier', ...staffRoles],
    listDialoguePlans: staffRoles,
    readDialoguePackage: 'public',
    readCasePackage: 'public',
    planDialogue: leaders,
    rewriteDialoguePlan: leaders,
    openDialogue: leaders,
    rescheduleDialogue: leaders,
    closeDialogue: leaders,
    cancelDialogue: leaders,
    addDialogueDocument: leaders,
    drawDialogueLots: leaders,
    noteDialogueMeeting: leaders,
    answerDialogueQuestion: leaders,
    setDialogueQuestionAside: leaders,
    summariseDialogueAnswers: leaders,
    correctDialogueLog: leaders,
    registerForDialogue: ['supplier'],
    withdrawDialogueRegistration: ['supplier'],
    askInDialogue: ['supplier'],
    answerRequestForInformation: ['supplier'],
    commentOnDraft: ['supplier'],
    declareDialogueConflict: staffRoles,
    proposeMarketDialogue: staffRoles,
  }
  // Every route has an entry above, since the record is typed by the routes.
  const operationIds = Object.keys(expected) as (keyof DialoguesRoutes)[]

  const callAs = (operationId: keyof DialoguesRoutes, dialogueId: string, as: Actor | undefined) => {
    const { path } = dialoguesRoutes[operationId]
    const parameters = Object.fromEntries(
      Object.entries({ dialogueId, caseId, question: '1' }).filter(([name]) => path.includes(`{${name}}`)),
    )
    return driver.ask(operationId, {
      as,
      parameters,
      ...(operationId in bodies && { body: bodies[operationId] }),
      headers: { 'if-match': '"1"' },
    })
  }

  it.each(operationIds)('%s: as the table says, and nobody else', async (operationId) => {
    const id = await driver.open('rfi')
    const may = expected[operationId]
    for (const as of everyRole) {
      const allowed = may === 'public' || as.roles.some((role) => may.includes(role))
      expect([as.roles, codeOf(await callAs(operationId, id, as)) === 'roleNotAllowed']).toEqual([as.roles, !allowed])
    }
    expect((await callAs(operationId, id, undefined)).status === 401).toBe(may !== 'public')
  })

  it.each(operationIds.filter((id) => expected[id] === leaders && id !== 'planDialogue'))(
    '%s: not for an officer of another organisation',
    async (operationId) => {
      const id = await driver.open('rfi')
      expect(codeOf(await callAs(operationId, id, municipalOfficer))).toBe('notYourDialogue')
    },
  )

  it.each(operationIds.filter((id) => dialoguesRoutes[id].path.includes('{dialogueId}') && id !== 'readDialoguePackage'))(
    '%s: of a dialogue that is not there',
    async (operationId) => {
      const may = expected[operationId]
      const as = may === 'public' || may === staffRoles ? caseOfficer : may.includes('supplier') ? supplier : caseOfficer
      expect(await callAs(operationId, unknownId, as)).toMatchObject({ status: 404, body: { code: 'dialogueNotFound' } })
    },
  )

  it('a dialogue of a case is planned by those whose case it is, of a case that the forum knows', async () => {
    expect(codeOf(await driver.ask('planDialogue', { as: municipalOfficer, body: { caseId, plan: plans.rfi } }))).toBe(
      'notYourDialogue',
    )
    const unknown = { caseId: unknownId, plan: plans.rfi }
    expect(codeOf(await driver.ask('planDialogue', { as: facilitator, body: unknown }))).toBe('caseUnknown')
    const need = { needId: unknownId, plan: plans.rfi }
    expect(codeOf(await driver.ask('planDialogue', { as: facilitator, body: need }))).toBe('dialogueNeedNotOpen')
  })

  it('what has ended takes nothing more, but corrections', async () => {
    const id = await driver.open('rfi')
    await driver.lead('closeDialogue', id, { summary: 'Slut.', earlyBecause: 'Klart.' })
    const codes = [
      await answer(id),
      await driver.ask('askInDialogue', on(id, supplier, { text: 'x' })),
      await driver.ask('addDialogueDocument', on(id, facilitator, { title: 'x', text: 'x' })),
      await driver.ask('summariseDialogueAnswers', on(id, facilitator, { text: 'x' })),
      await driver.lead('rescheduleDialogue', id, { schedule: { lastDay: '2026-12-24' }, reason: 'x' }),
    ].map(codeOf)
    expect(new Set(codes)).toEqual(new Set(['dialogueNotOpen']))
    expect((await driver.ask('correctDialogueLog', on(id, facilitator, { entry: 1, text: 'Rätt.' }))).status).toBe(201)
    expect(personaOf('forumFacilitator')).toBe(facilitator)
  })

  it('a plan is not corrected but rewritten', async () => {
    const id = await driver.plan('rfi')
    expect(codeOf(await driver.ask('correctDialogueLog', on(id, facilitator, { entry: 1, text: 'x' })))).toBe(
      'dialogueNotPublished',
    )
  })
})
