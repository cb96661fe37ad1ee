import { describe, expect, it } from 'vitest'
import { kalmar } from '#counties/kalmar.ts'
import { caseId, organisationId } from '#contracts/ids.ts'
import { sha256 } from '#lambda/digest.ts'
import { testNow } from '#lambda/testing/test-runtime.ts'
import { submitIdea } from './submit-idea.ts'
import type { Submission } from './submit-idea.ts'

const ideaId = caseId.parse('01a00000-0000-7000-8000-000000000001')
const least: Submission = { title: 'Digitalt AK-brev', description: 'Breven tar dagar.', sender: 'resident' }
const submit = (more: Partial<Submission> = {}) =>
  submitIdea({ ...least, ...more }, { ideaId, receiptDigest: sha256('ord'), county: kalmar, now: testNow })

describe('an idea that is sent in', () => {
  it('waits for its first answer, by the day that the county has promised', () => {
    expect(submit()).toEqual({
      kind: 'applied',
      state: {
        version: 1,
        idea: {
          ideaId,
          status: 'submitted',
          ...least,
          submittedAt: testNow,
          answerDueOn: '2026-12-04',
          receiptDigest: sha256('ord'),
        },
      },
      facts: [
        expect.objectContaining({
          phase: 'ideas',
          data: { ideaId, title: least.title, submittedBy: 'resident', answerDueOn: '2026-12-04' },
        }),
      ],
    })
  })

  it('tells the other services nothing of what was written, nor of who wrote it', () => {
    const result = submit({ affected: 'Alla med warfarin', contact: { name: 'Ingrid Holm', email: 'ingrid@example.se' } })
    const facts = JSON.stringify(result.kind === 'applied' ? result.facts.map(({ data }) => data) : result)
    for (const secret of ['Ingrid', 'example.se', 'Breven', 'Alla med']) expect(facts).not.toContain(secret)
  })

  it.each([
    ['nothing', undefined, undefined],
    ['empty fields', { name: '', email: undefined }, undefined],
    ['a name', { name: 'Ingrid' }, { name: 'Ingrid' }],
    ['both', { name: 'Ingrid', email: 'i@example.se' }, { name: 'Ingrid', email: 'i@example.se' }],
  ])('keeps of a contact with %s what was filled in', (_, contact, kept) => {
    expect(submit({ contact })).toMatchObject({ kind: 'applied', state: { idea: kept === undefined ? {} : { contact: kept } } })
    const result = submit({ contact })
    if (result.kind === 'applied') expect('contact' in result.state.idea).toBe(kept !== undefined)
  })

  it('may name one of the county’s organisations, and no other', () => {
    expect(submit({ organisation: organisationId.parse('region-kalmar') })).toMatchObject({
      state: { idea: { organisation: 'region-kalmar' } },
    })
    expect(submit({ organisation: organisationId.parse('region-uppsala') })).toMatchObject({
      kind: 'refused',
      code: 'organisationUnknown',
    })
  })
})
