import { expect, it } from 'vitest'
import { applicableThreshold } from './procedure-choice.ts'
import type { ProcedureChoice } from './procedure-choice.ts'

const choice: ProcedureChoice = {
  procedure: 'belowThreshold',
  category: 'ordinary',
  estimatedValue: 1,
  statedThreshold: 5,
  statedThresholdSource: 'x',
  shortening: 'none',
  noticeOn: '2025-03-01',
  tendersDueOn: '2025-04-01',
  awardOn: '2025-05-01',
  contractStartsOn: '2025-06-01',
}

it('an announced threshold goes before a stated one', () => {
  expect(applicableThreshold(choice)?.ore).toBe(238_958_500)
})

it('a stated threshold counts where none is announced, and only with its source', () => {
  const later = { ...choice, noticeOn: '2027-03-01' }
  expect(applicableThreshold(later)).toEqual({ ore: 5, source: 'x' })
  expect(applicableThreshold({ ...later, statedThresholdSource: undefined })).toBeUndefined()
})
