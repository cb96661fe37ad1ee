import { describe, expect, it } from 'vitest'
import { caseId, caseNumber } from '#contracts/ids.ts'
import { stopReasons } from '#contracts/words.ts'
import { sha256 } from '#lambda/digest.ts'
import { caseIsCompleted, caseRests, caseWasStopped, caseWentOn } from './follow-case.ts'
import { ideaStatuses } from './idea.ts'
import type { IdeaState, IdeaStatus } from './idea.ts'

const accepted = (status: IdeaStatus = 'accepted'): IdeaState => ({
  version: 3,
  idea: {
    ideaId: caseId.parse('01a00000-0000-7000-8000-000000000001'),
    status,
    title: 'Digitalt AK-brev',
    description: 'x',
    sender: 'staff',
    submittedAt: '2026-11-01T08:00:00.000Z',
    answerDueOn: '2026-11-14',
    receiptDigest: sha256('ord'),
    caseNumber: caseNumber.parse('KLM-2026-0001'),
    progress: { asOf: '2026-11-20T08:00:00.000Z', phase: 'ideas', status: 'ongoing' },
  },
})
const later = '2026-11-21T08:00:00.000Z'

describe('news of the case', () => {
  it.each([
    ['it is in another phase', caseWentOn(accepted(), 'matching', later), { phase: 'matching', status: 'ongoing' }],
    ['it rests', caseRests(accepted(), 'matching', later), { phase: 'matching', status: 'onHold' }],
    ['it is completed', caseIsCompleted(accepted(), 'followup', later), { phase: 'followup', status: 'completed' }],
  ])('%s', (_, result, progress) => {
    expect(result).toMatchObject({
      kind: 'applied',
      facts: [],
      state: { version: 4, idea: { progress: { asOf: later, ...progress } } },
    })
  })

  it.each(stopReasons)('it is stopped because of %s', (stopReason) => {
    const ruling = { outcome: 'stop', reason: 'Marknaden kan inte.', stopReason } as const
    expect(caseWasStopped(accepted(), 'matching', ruling, later)).toMatchObject({
      state: { idea: { progress: { status: 'stopped', stopped: { reason: stopReason, explanation: 'Marknaden kan inte.' } } } },
    })
  })

  it.each(['2026-11-20T08:00:00.000Z', '2026-11-20T07:59:59.999Z'])('from %s comes too late and changes nothing', (asOf) => {
    expect(caseRests(accepted(), 'ideas', asOf)).toEqual({ kind: 'unchanged' })
  })

  it('means nothing to an idea that is no case', () => {
    for (const status of ideaStatuses.filter((other) => other !== 'accepted'))
      expect(caseWentOn(accepted(status), 'matching', later)).toEqual({ kind: 'unchanged' })
  })
})
