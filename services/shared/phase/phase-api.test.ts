import * as z from 'zod'
import { describe, expect, it } from 'vitest'
import type { Actor } from '#contracts/actor.ts'
import { decisionMade } from '#contracts/events.ts'
import { digest } from '#contracts/ids.ts'
import { phases, roles } from '#contracts/words.ts'
import type { Role } from '#contracts/words.ts'
import { kitProblems } from '#lambda/problem.ts'
import type { ApiAnswer, ApiCall } from '#lambda/testing/api-call.ts'
import {
  caseOfficer,
  everyRole,
  municipalOfficer,
  nobody,
  otherMunicipalOfficer,
  personaOf,
  procurementOfficer,
  specialists,
} from '#lambda/testing/personas.ts'
import { testNow } from '#lambda/testing/test-runtime.ts'
import { addDays } from '#calendar/working-days.ts'
import { limits } from './domain/limits.ts'
import { phaseProblems } from './refusals.ts'
import type { PhaseRefusalCode } from './refusals.ts'
import { phaseRoutes } from './routes.ts'
import { createPhaseHarness } from './testing/phase-harness.ts'
import type { PhaseHarness } from './testing/phase-harness.ts'
import { samplePhase } from './testing/sample-phase.ts'
import { completeNeed, decided, itOpinion, readyForDecision, rulings, sampleCaseId } from './testing/sample-case.ts'

const codeOf = ({ body }: ApiAnswer): string => z.object({ code: z.string() }).parse(body).code

const staff: readonly Role[] = [
  'caseOfficer',
  'procurementOfficer',
  'specialist',
  'decisionMaker',
  'forumFacilitator',
  'curator',
  'systemMapEditor',
  'operations',
]
const carriers: readonly Role[] = ['caseOfficer', 'procurementOfficer']
const writers: readonly Role[] = ['caseOfficer', 'procurementOfficer', 'specialist']

type OperationId = keyof ReturnType<typeof phaseRoutes>

/**
 * Who may call what, written down by hand beside the declaration: whoever changes a list there must change it
 * here too, and mean it. The calls are right in all but the caller.
 */
const expectations: Record<OperationId, { may: readonly Role[]; call: Omit<ApiCall, 'method' | 'path'> }> = {
  describePhase: { may: staff, call: { parameters: {} } },
  listCases: { may: staff, call: { parameters: {} } },
  readCase: { may: staff, call: {} },
  readSection: { may: staff, call: { parameters: { section: 'need' } } },
  listSectionVersions: { may: staff, call: { parameters: { section: 'need' } } },
  readEvidence: { may: staff, call: { parameters: { round: '1' } } },
  assignCase: { may: carriers, call: { body: {} } },
  requestOpinion: { may: carriers, call: { body: { unit: 'law', question: 'Får vi?' } } },
  withdrawOpinion: { may: carriers, call: { parameters: { opinionId: itOpinion }, body: { reason: 'Behövs inte' } } },
  requestDecision: { may: carriers, call: { headers: { 'if-match': '"1"' } } },
  wakeCase: { may: carriers, call: { body: { reason: 'Dags' } } },
  saveSection: {
    may: writers,
    call: {
      parameters: { section: 'need' },
      body: { status: 'complete', content: completeNeed },
      headers: { 'if-match': '"0"' },
    },
  },
  giveOpinion: { may: writers, call: { parameters: { opinionId: itOpinion }, body: { answer: 'yes', comment: 'Ja' } } },
}

const routes = phaseRoutes('matching')
const operationIds = Object.keys(routes) as OperationId[] // the object's own keys

const callOf = (operationId: OperationId, as: Actor | undefined): ApiCall => {
  const { method, path } = routes[operationId]
  const { call } = expectations[operationId]
  const parameters = { ...(path.includes('{caseId}') && { caseId: sampleCaseId }), ...call.parameters }
  return { ...call, ...(as && { as }), method, path, parameters }
}

const started = async (): Promise<PhaseHarness> => {
  const harness = createPhaseHarness(samplePhase())
  await harness.handOver()
  await harness.call(caseOfficer, 'POST', '/assignments', { body: {} })
  return harness
}

describe('who may call what', () => {
  it('is written down for every route', () => {
    expect(operationIds.toSorted()).toEqual(Object.keys(expectations).toSorted())
  })

  it.each(operationIds)('%s: the declaration and this table agree', (operationId) => {
    const { access } = routes[operationId]
    expect([...access].toSorted()).toEqual([...expectations[operationId].may].toSorted())
  })

  const pairs = operationIds.flatMap((operationId) => everyRole.map((person) => [operationId, person.roles[0], person] as const))
  it.each(pairs)('%s as %s', async (operationId, role, person) => {
    const harness = await started()
    const answer = await harness.send(callOf(operationId, person))
    const isTurnedAway = answer.status === 403 && codeOf(answer) === 'roleNotAllowed'
    const may = expectations[operationId].may.some((allowed) => allowed === role)
    // Procurement officers pass the door and are then asked what they are in this phase, which is not theirs.
    const isAskedFurther = role === 'procurementOfficer' && expectations[operationId].may === carriers
    expect(isTurnedAway).toBe(!may || isAskedFurther)
    expect(answer.status).toBeLessThan(500)
  })

  it.each(operationIds)('%s is for nobody who is not signed in, or has no role', async (operationId) => {
    const harness = await started()
    const before = harness.rows()
    expect((await harness.send(callOf(operationId, undefined))).status).toBe(401)
    expect((await harness.send(callOf(operationId, nobody))).status).toBe(403)
    expect(harness.rows()).toEqual(before)
  })

  it(`covers ${roles.length} roles and ${operationIds.length} routes`, () => {
    expect(pairs).toHaveLength(roles.length * operationIds.length)
    expect(everyRole.map((person) => person.roles[0])).toEqual(roles.map((role) => personaOf(role).roles[0]))
  })

  it.each(phases)('is the same in %s', (phase) => {
    const others = phaseRoutes(phase)
    for (const operationId of operationIds) {
      expect(others[operationId].access).toEqual(routes[operationId].access)
      expect(others[operationId].path).toBe(routes[operationId].path.replace('matching', phase))
    }
  })
})

describe('whose case it is', () => {
  const ofMunicipality = async () => {
    const harness = createPhaseHarness(samplePhase())
    await harness.handOver()
    return harness
  }

  it('decides who carries it: officers of the owning organisation and of the lead organisation', async () => {
    const harness = await ofMunicipality()
    const other = await harness.call(otherMunicipalOfficer, 'POST', '/assignments', { body: {} })
    expect([other.status, codeOf(other)]).toEqual([403, 'notYourCase'])
    expect((await harness.call(caseOfficer, 'POST', '/assignments', { body: {} })).status).toBe(200)
    expect((await harness.call(municipalOfficer, 'GET', '')).status).toBe(200)
  })

  it("is carried by the phase's own role too, where that is another one", async () => {
    const harness = createPhaseHarness(samplePhase('procurement'))
    await harness.handOver()
    expect((await harness.call(procurementOfficer, 'POST', '/assignments', { body: {} })).status).toBe(200)
    expect((await harness.saveSection('need', completeNeed, 0, { as: procurementOfficer })).status).toBe(200)
  })

  it('lets another role write the sections that name it, and no other', async () => {
    const harness = await started()
    expect((await harness.saveSection('plan', { goal: 'Mål' }, 0, { as: specialists.law })).status).toBe(200)
    const refused = await harness.saveSection('need', completeNeed, 0, { as: specialists.law })
    expect([refused.status, codeOf(refused)]).toEqual([403, 'notYourSection'])
  })
})

describe('versions', () => {
  it('go out as ETag of the case and of the section, and must come back', async () => {
    const harness = await started()
    const saved = await harness.saveSection('need', completeNeed, 0)
    expect(saved.headers['etag']).toBe('"1"')
    expect((await harness.call(caseOfficer, 'GET', '')).headers['etag']).toBe('"3"')
    expect(
      (await harness.call(caseOfficer, 'GET', '/sections/{section}', { parameters: { section: 'plan' } })).headers['etag'],
    ).toBe('"0"')
    const { 'if-match': _, ...none } = { 'if-match': '' }
    const forgotten = await harness.call(caseOfficer, 'PUT', '/sections/{section}', {
      parameters: { section: 'need' },
      body: { status: 'draft', content: {} },
      headers: none,
    })
    expect([forgotten.status, codeOf(forgotten)]).toEqual([428, 'preconditionRequired'])
  })

  it.each([
    ['a section', (harness: PhaseHarness) => harness.saveSection('need', completeNeed, 7)],
    [
      'a section that is no longer empty',
      async (harness: PhaseHarness) => {
        await harness.saveSection('need', completeNeed, 0)
        return harness.saveSection('need', completeNeed, 0)
      },
    ],
    ['the case', (harness: PhaseHarness) => harness.requestDecision(1)],
  ])('that are stale are refused: %s', async (_, call) => {
    const harness = await started()
    const answer = await call(harness)
    expect([answer.status, codeOf(answer)]).toEqual([412, 'staleVersion'])
  })
})

describe('what is sent', () => {
  it('is refused with every field that is wrong, where a section is marked complete, and kept as a draft', async () => {
    const harness = await started()
    const answer = await harness.saveSection('need', { severity: 9, extra: 1 }, 0)
    expect([answer.status, codeOf(answer)]).toEqual([422, 'sectionInvalid'])
    const { errors } = z.object({ errors: z.array(z.object({ pointer: z.string(), code: z.string() })) }).parse(answer.body)
    expect(errors.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual([
      '/content/problem required',
      '/content/severity tooBig',
      '/content unknownField',
    ])
    expect((await harness.saveSection('need', {}, 0, { status: 'draft' })).status).toBe(200)
  })

  it('is checked against the rest of the record, where a section is marked complete', async () => {
    const harness = await started()
    await harness.saveSection('need', completeNeed, 0)
    const answer = await harness.saveSection('plan', { goal: completeNeed.problem }, 0)
    expect(answer.body).toMatchObject({ code: 'sectionInvalid', errors: [{ pointer: '/content/goal', code: 'sameAsNeed' }] })
    expect((await harness.saveSection('plan', { goal: completeNeed.problem }, 0, { status: 'draft' })).status).toBe(200)
  })

  it('must not hold a personal identity number, and then leaves no trace of it', async () => {
    const harness = await started()
    const answer = await harness.saveSection('need', { problem: 'Anna 850709-9805', severity: 3 }, 0)
    expect([answer.status, codeOf(answer)]).toEqual([422, 'personalIdentityNumber'])
    expect(`${JSON.stringify(harness.rows())}${harness.runtime.logLines.join('')}${answer.text}`).not.toContain('9805')
  })

  it('is done once where the same request comes again with its key', async () => {
    const harness = await started()
    const ask = () =>
      harness.call(caseOfficer, 'POST', '/opinions', {
        body: { unit: 'law', question: 'Får vi?' },
        headers: { 'idempotency-key': 'key-00000001' },
      })
    const [first, second] = [await ask(), await ask()]
    expect(second.body).toEqual(first.body)
    expect((await harness.readCase()).opinions).toHaveLength(1)
  })
})

describe('the description of a phase', () => {
  it('has its sections with forms, its criteria, and how far the county has come with each', async () => {
    const harness = await started()
    const { body, status } = await harness.send(callOf('describePhase', personaOf('decisionMaker')))
    expect(status).toBe(200)
    expect(routes.describePhase.response.body.parse(body)).toEqual(body)
    expect(body).toMatchObject({
      gate: 'BP2',
      sections: [
        { key: 'need', capability: 'developing', form: { kind: 'group' } },
        { key: 'plan', writers: ['specialist'] },
        { isAfterDecision: true },
      ],
    })
  })
})

describe('answers', () => {
  it('have the form that their route declares, with no field beside it', async () => {
    const harness = createPhaseHarness(samplePhase())
    await harness.handOver()
    await harness.requestDecision(await harness.makeReady())
    for (const operationId of ['listCases', 'readCase', 'readSection', 'listSectionVersions', 'readEvidence'] as const) {
      const { body, status } = await harness.send(callOf(operationId, caseOfficer))
      expect([operationId, status]).toEqual([operationId, 200])
      expect([operationId, routes[operationId].response.body.parse(body)]).toEqual([operationId, body])
    }
  })
})

/** How each refusal of the life cycle is met. Those of `inboxOnly` answer no caller: they are kept as refusals. */
const inboxOnly = ['noPendingDecision', 'evidenceChanged', 'goImpossible'] as const satisfies readonly PhaseRefusalCode[]

const longText = 'x'.repeat(2_000)
const askLaw = (harness: PhaseHarness, dueOn?: string) =>
  harness.call(caseOfficer, 'POST', '/opinions', { body: { unit: 'law', question: '?', ...(dueOn && { dueOn }) } })
const lawId = async (harness: PhaseHarness): Promise<string> =>
  (await harness.readCase()).opinions.find(({ unit }) => unit === 'law')?.id ?? ''
const answerLaw = async (harness: PhaseHarness, as: Actor = specialists.law) =>
  harness.call(as, 'POST', '/opinions/{opinionId}/answers', {
    parameters: { opinionId: await lawId(harness) },
    body: { answer: 'yes', comment: 'Ja' },
  })
const withdrawLaw = async (harness: PhaseHarness) =>
  harness.call(caseOfficer, 'POST', '/opinions/{opinionId}/withdrawals', {
    parameters: { opinionId: await lawId(harness) },
    body: { reason: 'Behövs inte' },
  })

const reached: Record<Exclude<PhaseRefusalCode, (typeof inboxOnly)[number]>, (harness: PhaseHarness) => Promise<ApiAnswer>> = {
  caseNotFound: (harness) =>
    harness.call(caseOfficer, 'GET', '', { parameters: { caseId: '01a00000-0000-7000-9000-0000000000ff' } }),
  sectionNotFound: (harness) => harness.saveSection('nothing', {}, 0),
  versionNotFound: (harness) =>
    harness.call(caseOfficer, 'GET', '/sections/{section}', { parameters: { section: 'need' }, query: { version: '9' } }),
  opinionNotFound: (harness) =>
    harness.call(specialists.it, 'POST', '/opinions/{opinionId}/answers', {
      parameters: { opinionId: itOpinion },
      body: { answer: 'yes', comment: 'Ja' },
    }),
  evidenceNotFound: (harness) => harness.call(caseOfficer, 'GET', '/decision-requests/{round}', { parameters: { round: '3' } }),
  wrongStatus: (harness) => harness.call(caseOfficer, 'POST', '/wake-ups', { body: { reason: 'Dags' } }),
  recordLocked: (harness) => harness.saveSection('aftercare', { note: 'x' }, 0),
  notYourCase: (harness) => harness.saveSection('need', completeNeed, 0, { as: otherMunicipalOfficer }),
  notYourSection: (harness) => harness.saveSection('need', completeNeed, 0, { as: specialists.it }),
  notYourUnit: async (harness) => {
    await askLaw(harness)
    return answerLaw(harness, specialists.it)
  },
  sectionInvalid: (harness) => harness.saveSection('need', {}, 0),
  sectionTooLarge: (harness) => harness.saveSection('need', { problem: longText.repeat(31) }, 0, { status: 'draft' }),
  tooManyOpinions: async (harness) => {
    for (let count = 0; count < limits.opinionsPerRecord; count += 1) expect((await askLaw(harness)).status).toBe(201)
    return askLaw(harness)
  },
  dueDateNotAhead: (harness) => askLaw(harness, '2026-11-20'),
  opinionAlreadyAnswered: async (harness) => {
    await askLaw(harness)
    expect((await answerLaw(harness)).status).toBe(201)
    return answerLaw(harness)
  },
  opinionWithdrawn: async (harness) => {
    await askLaw(harness)
    expect((await withdrawLaw(harness)).status).toBe(201)
    return answerLaw(harness)
  },
  tooManyRounds: async (harness) => {
    let version = await harness.makeReady()
    for (let round = 0; round < limits.roundsPerPhase; round += 1) {
      expect((await harness.requestDecision(version)).status).toBe(202)
      await harness.expire()
      version += 2
    }
    return harness.requestDecision(version)
  },
  recordTooLarge: async (harness) => {
    const ask = () =>
      harness.call(caseOfficer, 'POST', '/opinions', { body: { unit: 'law', question: 'å'.repeat(limits.questionCharacters) } })
    let answer = await ask()
    for (let count = 1; answer.status === 201 && count < limits.opinionsPerRecord; count += 1) {
      const open = (await harness.readCase()).opinions.find((opinion) => opinion.answer === undefined)
      answer = await harness.call(specialists.law, 'POST', '/opinions/{opinionId}/answers', {
        parameters: { opinionId: open?.id ?? '' },
        body: { answer: 'no', comment: 'å'.repeat(limits.commentCharacters) },
      })
      if (answer.status === 201) answer = await ask()
    }
    return answer
  },
  sectionOutdated: async (harness) => {
    await harness.saveSection('need', completeNeed, 0)
    expect((await harness.saveSection('plan', { goal: 'Mål' }, 0)).status).toBe(200)
    const { version } = await harness.readCase()
    expect((await harness.saveSection('need', { ...completeNeed, problem: 'Mål' }, 1)).status).toBe(200)
    return harness.requestDecision(version + 1)
  },
  dossierTooLarge: async () => {
    const large = createPhaseHarness(samplePhase('matching', () => 'x'.repeat(limits.dossierBytes)))
    await large.handOver()
    return large.requestDecision(await large.makeReady())
  },
}

describe('a refusal', () => {
  it.each(Object.entries(reached))('%s is reached, and told with its status and text', async (code, reach) => {
    const harness = await started()
    const answer = await reach(harness)
    const { status, title } = phaseProblems[code as keyof typeof reached] // a key of the very object
    expect([codeOf(answer), answer.status]).toEqual([code, status])
    expect(answer.body).toMatchObject({
      title: title.sv,
      type: `/problems/${code.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
    })
  })

  it.each(inboxOnly)('%s of a decision is kept where operations find it', async (code) => {
    const harness = createPhaseHarness(samplePhase())
    await harness.handOver()
    const ready = await harness.makeReady()
    if (code === 'goImpossible') await harness.saveSection('need', { ...completeNeed, severity: 1 }, 1)
    await harness.requestDecision(code === 'goImpossible' ? ready + 1 : ready)
    const { pending } = await harness.readCase()
    if (!pending) throw new Error('no decision is pending')
    const made = decided(
      readyForDecision(samplePhase()),
      rulings.go,
      code === 'evidenceChanged' ? digest.parse('f'.repeat(64)) : pending.digest,
    )
    if (code === 'noPendingDecision') await harness.expire()
    await harness.tell(decisionMade, { ...made, requestId: pending.requestId, round: 1, gate: 'BP2', phase: 'matching' })
    expect(await harness.refusals()).toEqual([{ code, eventType: decisionMade.type, caseId: sampleCaseId, at: testNow }])
    expect((await harness.readCase()).decisions).toEqual([])
  })

  it('has its test, whatever code there is', () => {
    expect([...Object.keys(reached), ...inboxOnly].toSorted()).toEqual(Object.keys(phaseProblems).toSorted())
  })

  it('that a route lists has a text, and none is listed twice', () => {
    for (const { refusals } of Object.values(routes)) {
      expect(new Set(refusals).size).toBe(refusals.length)
      for (const code of refusals) expect({ ...phaseProblems, ...kitProblems }).toHaveProperty(code)
    }
  })

  it('speaks both languages, as a sentence, and says what to do', () => {
    for (const [code, { title, detail }] of Object.entries({ ...phaseProblems, ...kitProblems }))
      for (const language of ['sv', 'en'] as const) {
        expect([code, title[language]]).toEqual([code, expect.stringMatching(/^[A-ZÅÄÖ`][^.]+$/)])
        expect([code, detail[language]]).toEqual([code, expect.stringMatching(/^[A-ZÅÄÖ`].+\.$/)])
      }
  })
})

describe('an opinion', () => {
  it('is due on the day that the county promises, when none is given', async () => {
    const harness = await started()
    await askLaw(harness)
    expect((await harness.readCase()).opinions).toMatchObject([
      { unit: 'law', dueOn: '2026-12-04', requestedBy: { subject: 'maria' } },
    ])
  })

  it.each([
    ['2026-11-20', 422],
    ['2026-11-21', 201],
    [addDays('2026-11-20', limits.opinionDueDays), 201],
    [addDays('2026-11-20', limits.opinionDueDays + 1), 422],
  ])('can be due on %s: %i', async (dueOn, status) => expect((await askLaw(await started(), dueOn)).status).toBe(status))

  it('that is withdrawn no longer counts, and stays in the record with its reason', async () => {
    const harness = await started()
    await askLaw(harness)
    await withdrawLaw(harness)
    const { opinions } = await harness.readCase()
    expect(opinions).toMatchObject([{ withdrawnAt: testNow, withdrawnBecause: 'Behövs inte' }])
    const again = await withdrawLaw(harness)
    expect(codeOf(again)).toBe('opinionWithdrawn')
  })
})
