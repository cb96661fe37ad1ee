import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { caseId, caseNumber, dialogueId, digest, organisationId } from '#contracts/ids.ts'
import { packageAfter } from './case-package.ts'
import type { Dialogue } from './dialogue.ts'
import { informationPart, informationPartOf } from './information-part.ts'
import type { Happening, LogEntry } from './log-entry.ts'
import { plan } from './plan.ts'

const planned = plan.parse({ kind: 'draftReview', title: 'Remiss', purpose: 'Syfte', lastDay: '2026-12-04', documents: [] })
const state: Dialogue['state'] = {
  dialogueId: dialogueId.parse('01a00000-0000-7000-9000-0000000000d1'),
  status: 'open',
  organisation: organisationId.parse('region-kalmar'),
  case: { caseId: caseId.parse('01a00000-0000-7000-9000-0000000000c1'), caseNumber: caseNumber.parse('KLM-2026-0007') },
  plan: planned,
  plannedAt: '2026-11-20T08:00:00.000Z',
  plannedBy: { subject: 'fatima', name: 'Fatima Berg' },
}

const logOf = (happenings: readonly Happening[]): LogEntry[] =>
  happenings.map((happening, index) => ({
    ...happening,
    number: index + 1,
    at: '2026-11-20T08:00:00.000Z',
    by: { subject: 'x', name: 'X' },
  }))

const secret = 'HEMLIGT'
const company = { name: secret }

/** What nobody outside may read. */
const privateHappening: fc.Arbitrary<Happening> = fc.constantFrom<Happening>(
  { kind: 'registered', company, roles: secret, mayBeNamed: true },
  { kind: 'questionAsked', text: secret },
  { kind: 'answersGiven', company, answers: [{ question: 1, text: secret }] },
  { kind: 'commentGiven', company, text: secret, isPublic: false },
  { kind: 'conflictDeclared', company: secret, tie: secret },
)

/** What everybody is told. */
const publicHappening: fc.Arbitrary<Happening> = fc.constantFrom<Happening>(
  { kind: 'documentAdded', document: { title: 'Mer', text: 'Text', digest: digest.parse('a'.repeat(64)) } },
  { kind: 'answersSummarised', text: 'I korthet' },
  { kind: 'commentGiven', company: { name: 'Öppet AB' }, text: 'Synpunkt', isPublic: true },
  { kind: 'met', shown: 'Flödet', ours: 'Handläggare', registrations: [] },
)

const opened: Happening = { kind: 'opened', plan: planned }

describe('what all are told', () => {
  it('never holds what one company has said in confidence, whatever is in the log', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(privateHappening, publicHappening), { maxLength: 20 }), (happenings) => {
        const part = informationPartOf(state, logOf([opened, ...happenings]))
        expect(JSON.stringify(part)).not.toContain(secret)
        expect(informationPart.parse(part)).toEqual(part)
      }),
    )
  })

  it('is changed by everything that is told, and by nothing that is not', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(privateHappening, publicHappening), { maxLength: 12 }),
        fc.oneof(
          privateHappening.map((next) => ({ next, isTold: false })),
          publicHappening.map((next) => ({ next, isTold: true })),
        ),
        (happenings, { next, isTold }) => {
          const before = logOf([opened, ...happenings])
          const after = logOf([opened, ...happenings, next])
          const known = packageAfter(undefined, { state, version: 1, log: before }, 'now')?.package
          expect(known?.version).toBe(1)
          expect(packageAfter(known, { state, version: 2, log: after }, 'now')?.package.version).toBe(isTold ? 2 : undefined)
        },
      ),
    )
  })

  it('is nothing before the dialogue is opened', () => {
    expect(informationPartOf(state, logOf([{ kind: 'cancelled', reason: 'x' }]))).toBeUndefined()
    expect(packageAfter(undefined, { state, version: 1, log: [] }, 'now')).toBeUndefined()
  })

  it('corrects what was told, and tells nothing of a correction of what was not', () => {
    const log = logOf([
      opened,
      { kind: 'answersGiven', company, answers: [] },
      { kind: 'corrected', entry: 2, text: secret },
      { kind: 'corrected', entry: 1, text: 'Rätt' },
    ])
    expect(informationPartOf(state, log)?.corrections).toMatchObject([{ corrects: 1, text: 'Rätt' }])
  })
})
