import { describe, expect, it } from 'vitest'
import { kalmar } from '#counties/kalmar.ts'
import { caseId, caseNumber, organisationId } from '#contracts/ids.ts'
import type { Transition } from '#lambda/outcome.ts'
import { sha256 } from '#lambda/digest.ts'
import { testNow } from '#lambda/testing/test-runtime.ts'
import { ideaStatuses } from './idea.ts'
import type { IdeaState, IdeaStatus } from './idea.ts'
import { submitIdea } from './submit-idea.ts'
import { acceptIdea, answerIdea, mergeIdea } from './triage-idea.ts'

const id = (number: number) => caseId.parse(`01a00000-0000-7000-8000-00000000000${number}`)
const around = { county: kalmar, now: testNow }
const vastervik = organisationId.parse('vasterviks-kommun')
const number = caseNumber.parse('KLM-2026-0001')

const submitted = (ideaId = id(1)): IdeaState => {
  const result = submitIdea(
    { title: 'Digitalt AK-brev', description: 'x', sender: 'staff' },
    { ideaId, receiptDigest: sha256('ord'), county: kalmar, now: '2026-11-18T08:00:00.000Z' },
  )
  if (result.kind !== 'applied') throw new Error(result.kind)
  return result.state
}

const accept = (state: IdeaState) => acceptIdea(state, { organisation: vastervik, caseNumber: number }, around)
const merge = (state: IdeaState, into: IdeaState | undefined = submitted(id(2))) =>
  mergeIdea(state, into, { into: id(2), reason: 'Samma behov.' })
const answer = (state: IdeaState) => answerIdea(state, 'Det finns redan i 1177.')

const stateOf = (result: Transition<IdeaState>): IdeaState => {
  if (result.kind !== 'applied') throw new Error(result.kind === 'refused' ? result.code : result.kind)
  return result.state
}

const ideaIn: Readonly<Record<IdeaStatus, (ideaId?: ReturnType<typeof id>) => IdeaState>> = {
  submitted,
  accepted: (ideaId) => stateOf(accept(submitted(ideaId))),
  merged: (ideaId) => stateOf(merge(submitted(ideaId))),
  answered: (ideaId) => stateOf(answer(submitted(ideaId))),
}

const outcomeOf = (result: Transition<IdeaState>): string =>
  result.kind === 'applied' ? `→ ${result.state.idea.status}` : result.kind === 'refused' ? result.code : result.kind

describe('triage: each command on each status', () => {
  const again = 'ideaAlreadyTriaged'
  const commands = { accept, merge, answer }
  const table: Readonly<Record<keyof typeof commands, Readonly<Record<IdeaStatus, string>>>> = {
    accept: { submitted: '→ accepted', accepted: again, merged: again, answered: again },
    merge: { submitted: '→ merged', accepted: again, merged: again, answered: again },
    answer: { submitted: '→ answered', accepted: again, merged: again, answered: again },
  }
  const cells = Object.entries(commands).flatMap(
    ([name, command]) =>
      ideaStatuses.map((status) => [name, status, table[name as keyof typeof commands][status], command] as const), // a key of the same literal
  )

  it('the table has no empty cell', () => {
    expect(cells).toHaveLength(3 * ideaStatuses.length)
  })

  it.each(cells)('%s on %s: %s', (_, status, expected, command) => {
    const state = ideaIn[status]()
    const result = command(state)
    expect(outcomeOf(result)).toBe(expected)
    if (result.kind === 'applied') expect(result.state.version).toBe(state.version + 1)
  })
})

describe('an accepted idea', () => {
  it('becomes a case of the organisation that will own it, under the idea’s own id, with a title that may be made better', () => {
    const header = {
      caseId: id(1),
      caseNumber: number,
      title: 'Digitalt AK-brev',
      organisation: vastervik,
      submittedAt: '2026-11-18T08:00:00.000Z',
      submittedBy: 'staff',
    }
    expect(accept(submitted())).toMatchObject({
      header,
      state: {
        idea: { organisation: vastervik, caseNumber: number, progress: { asOf: testNow, phase: 'ideas', status: 'ongoing' } },
      },
      facts: [{ definition: { name: 'idea-accepted' }, data: { case: header }, phase: 'ideas' }],
    })
    const retitled = acceptIdea(
      submitted(),
      { organisation: vastervik, title: 'Doseringsbrev i mobilen', caseNumber: number },
      around,
    )
    expect(retitled).toMatchObject({
      header: { title: 'Doseringsbrev i mobilen' },
      state: { idea: { title: 'Digitalt AK-brev' } },
    })
  })

  it('needs an organisation of the county', () => {
    const elsewhere = organisationId.parse('uppsala-kommun')
    expect(acceptIdea(submitted(), { organisation: elsewhere, caseNumber: number }, around)).toMatchObject({
      code: 'organisationUnknown',
    })
  })
})

describe('a merged idea', () => {
  it('points at the one that carries it, and says why', () => {
    expect(merge(submitted())).toMatchObject({
      state: { idea: { status: 'merged', mergedInto: id(2), answer: 'Samma behov.' } },
      facts: [{ definition: { name: 'idea-merged' }, data: { into: id(2), reason: 'Samma behov.' }, phase: 'ideas' }],
    })
  })

  it.each([
    ['an idea that waits', submitted(id(2)), '→ merged'],
    ['one that has become a case', ideaIn.accepted(id(2)), '→ merged'],
    [
      'one that is itself merged',
      mergeIdea(submitted(id(2)), submitted(id(3)), { into: id(3), reason: 'x' }),
      'mergeTargetClosed',
    ],
    ['one that is answered', ideaIn.answered(id(2)), 'mergeTargetClosed'],
    ['itself', submitted(id(1)), 'mergedIntoItself'],
  ])('into %s: %3$s', (_, into, expected) => {
    expect(outcomeOf(merge(submitted(), 'kind' in into ? stateOf(into) : into))).toBe(expected)
  })

  it('needs the other to be there', () => {
    expect(mergeIdea(submitted(), undefined, { into: id(2), reason: 'x' })).toMatchObject({ code: 'mergeTargetNotFound' })
  })
})
