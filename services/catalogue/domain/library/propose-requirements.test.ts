import { describe, expect, it } from 'vitest'
import { libraryRequirementId } from '#contracts/ids.ts'
import { proposeRequirements } from './propose-requirements.ts'
import type { ProposedRequirement } from './propose-requirements.ts'
import { requirementContent } from './requirement.ts'
import type { RequirementContent } from './requirement.ts'

const content = (more: Partial<RequirementContent>): RequirementContent => ({
  ...requirementContent.parse({
    text: { sv: 'Tjänsten ska larma.', en: 'The service must alarm.' },
    kind: 'functional',
    force: 'recommended',
    sources: [{ document: 'Rutin', clause: '2.1' }],
    validFrom: '2026-01-01',
    appliesWhen: [],
    verification: 'demonstration',
    barrier: { level: 'none' },
  }),
  ...more,
})

const proposedFor = (more: Partial<RequirementContent>): ProposedRequirement | undefined =>
  proposeRequirements(
    [
      {
        journalId: '00000000-0000-4000-8000-000000000001',
        current: {
          id: libraryRequirementId.parse('KB-FUN-001'),
          version: 1,
          content: content(more),
          origin: { kind: 'release', release: 1 },
          changedAt: '2026-01-01T00:00:00.000Z',
          changedBy: { subject: 'library', name: 'Library' },
        },
      },
    ],
    { answers: { traits: {} }, functions: [{ id: 'N1', name: 'Trygghetslarm' }], on: '2026-11-20' },
  ).proposed[0]

const why = { sv: 'Dyrt.', en: 'Costly.' }
const barrier = { level: 'often', why, askInstead: why } as const

describe('the level that is proposed', () => {
  it.each([
    ['binding', { level: 'none' }, 'must', 'A must: it follows from Rutin, 2.1.'],
    ['binding', barrier, 'must', 'A must: it follows from Rutin, 2.1.'],
    ['essential', { level: 'none' }, 'must', 'A must: without it the service does not do its task.'],
    ['recommended', { level: 'none' }, 'weighted', 'Weighted: it is good but not necessary, so let the tenders compete on it.'],
    ['recommended', barrier, 'weighted', 'Weighted: as a must it may shut out small companies.'],
  ] as const)('of one that is %s with barrier %j is %s', (force, itsBarrier, level, reason) => {
    const proposed = proposedFor({ force, barrier: itsBarrier })
    expect(proposed?.level).toBe(level)
    expect(proposed?.levelReason.en).toBe(reason)
  })
})

it('a word serves within a compound, whatever the capitals', () => {
  expect(proposedFor({ servesWords: ['besök', 'larm', 'trygg'] })?.serves).toEqual([{ id: 'N1', word: 'larm' }])
  expect(proposedFor({ servesWords: ['besök'] })?.serves).toEqual([])
})

it('the first and the last day are in force', () => {
  expect(proposedFor({ validFrom: '2026-11-20', validTo: '2026-11-20' })).toBeDefined()
  expect(proposedFor({ validTo: '2026-11-19' })).toBeUndefined()
  expect(proposedFor({ validFrom: '2026-11-21' })).toBeUndefined()
})
