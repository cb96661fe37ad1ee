import { describe, expect, it } from 'vitest'
import { caseHeader } from '#contracts/case-header.ts'
import { caseFares, followCase } from './known-case.ts'
import type { KnownCase } from './known-case.ts'

const header = caseHeader.parse({
  caseId: '01a00000-0000-7000-9000-0000000000c1',
  caseNumber: 'KLM-2026-0001',
  title: 'Digitalt AK-brev',
  organisation: 'region-kalmar',
  submittedAt: '2026-01-10T08:00:00.000Z',
  submittedBy: 'staff',
})
const known: KnownCase = { case: header, phase: 'matching' }
const at = (day: number) => `2026-11-${day}T08:00:00.000Z`

describe('what the forum knows of a case', () => {
  it('goes on with the case, and never back', () => {
    expect(followCase(undefined, { header, phase: 'ideas' })).toMatchObject({ state: { phase: 'ideas' } })
    expect(followCase(known, { header, phase: 'verification' })).toMatchObject({ state: { phase: 'verification' } })
    for (const phase of ['ideas', 'matching'] as const) expect(followCase(known, { header, phase }).kind).toBe('unchanged')
  })

  it('keeps how the case fares when it goes on, and takes only later news of that', () => {
    const resting = caseFares(known, { status: 'onHold', asOf: at(20) })
    if (resting.kind !== 'applied') throw new Error(resting.kind)
    expect(followCase(resting.state, { header, phase: 'verification' })).toMatchObject({
      state: { phase: 'verification', standing: { status: 'onHold' } },
    })
    expect(caseFares(resting.state, { status: 'ongoing', asOf: at(20) }).kind).toBe('unchanged')
    expect(caseFares(resting.state, { status: 'ongoing', asOf: at(21) })).toMatchObject({
      state: { standing: { status: 'ongoing' } },
    })
  })

  it('begins with its header: news of a case that nobody has told of says too little', () => {
    expect(caseFares(undefined, { status: 'completed', asOf: at(20) }).kind).toBe('unchanged')
  })
})
