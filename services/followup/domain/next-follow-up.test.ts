import { describe, expect, it } from 'vitest'
import { caseEvidence } from '#phase/domain/case-evidence.ts'
import { akBrevParts, withFields, withoutSection } from '#phase/testing/evidence-fixture.ts'
import type { Break } from '#phase/testing/evidence-fixture.ts'
import { akBrevFollowup } from '../../../demo/ak-brev/followup.ts'
import { followup } from '../phase.ts'
import { nextFollowUpOn } from './next-follow-up.ts'

const after = (change: Break) => nextFollowUpOn(caseEvidence(change(akBrevParts(followup, akBrevFollowup))))

describe('the next follow-up', () => {
  it('is the day that the dialogue with the supplier set', () => {
    expect(after((parts) => parts)).toBe('2027-11-15')
  })

  it('is none while the dialogue is not complete, or where the service does not go on', () => {
    expect(after(withoutSection('supplierDialogue'))).toBeUndefined()
    expect(after(withFields('supplierDialogue', { continuation: 'remedyFirst' }))).toBeUndefined()
    expect(after(withFields('supplierDialogue', { continuation: 'phaseOut' }))).toBeUndefined()
  })
})
