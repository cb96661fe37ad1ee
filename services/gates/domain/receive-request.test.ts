import { describe, expect, it } from 'vitest'
import { kalmar } from '#counties/kalmar.ts'
import { digestOf } from '#lambda/digest.ts'
import { testNow } from '#lambda/testing/test-runtime.ts'
import { criterion, dueOn, evidenceOf, frozen, requestIn } from '../testing/requests.ts'
import { receiveRequest } from './receive-request.ts'

const around = { county: kalmar, now: testNow }

describe('evidence that a phase hands over', () => {
  it('becomes a request, with the offices that may decide and the day that is promised', () => {
    const evidence = evidenceOf()
    const { requestId, digest } = frozen(evidence)
    expect(receiveRequest(undefined, { requestId, evidence, digest }, around)).toMatchObject({
      kind: 'applied',
      facts: [],
      evidence,
      state: {
        version: 1,
        request: {
          requestId,
          status: 'received',
          case: evidence.case,
          phase: 'ideas',
          gate: 'BP1',
          round: 1,
          digest,
          unmet: [],
          receivedAt: testNow,
          dueOn,
          reminders: 0,
          conflicts: [],
          rights: [
            { rule: 'D 1.1', office: 'unitManager' },
            { rule: 'D 1.1', office: 'healthDirector' },
            { rule: 'D 1.1', office: 'socialDirector' },
          ],
        },
      },
    })
  })

  it('remembers which mandatory criteria stand in the way of go, and why, and no others', () => {
    const unmet = criterion('needSubstantiated', { status: 'unknown' })
    const evidence = evidenceOf({ criteria: [unmet, criterion('timely', { isMandatory: false, status: 'notMet' })] })
    const { id, name, because } = unmet
    expect(receiveRequest(undefined, frozen(evidence), around)).toMatchObject({
      state: { request: { unmet: [{ id, name, because }] } },
    })
  })

  it.each([
    ['a criterion', { criteria: [criterion('needSubstantiated', { status: 'notMet' })] }],
    ['the value', { value: 1 }],
    ['the organisation', { organisation: 'kalmar-kommun' }],
    ['the round', { round: 2 }],
  ])('is refused when %s is not what the digest was taken of', (_, change) => {
    const { digest } = frozen(evidenceOf())
    const changed = evidenceOf(change)
    expect(receiveRequest(undefined, { ...frozen(changed), digest }, around)).toMatchObject({
      kind: 'refused',
      code: 'staleEvidence',
    })
    expect(receiveRequest(undefined, { ...frozen(changed), digest: digestOf(changed) }, around).kind).toBe('applied')
  })

  it('is taken once, whatever comes after', () => {
    for (const status of ['received', 'open', 'decided', 'expired'] as const) {
      const handed = { ...frozen(evidenceOf()), digest: digestOf('something else') }
      expect(receiveRequest(requestIn(status), handed, around)).toEqual({ kind: 'unchanged' })
    }
  })
})
