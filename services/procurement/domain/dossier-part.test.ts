import { describe, expect, it } from 'vitest'
import { dossierPart } from './dossier-part.ts'
import type { Outcome } from './dossier-part.ts'

const outcome: Outcome = {
  form: { procedure: 'open', innovation: 'none' },
  papers: {
    isDivided: true,
    requirements: [{ id: 'K1', text: 't', kind: 'legal', level: 'weighted', functions: ['N1'] }],
    interoperability: [{ demand: 'dataExport', requirement: 'K1' }, { demand: 'openFormats' }],
  },
  evaluated: {
    tenders: [
      { id: 'A1', size: 'large', isJoint: false, solution: 's1' },
      { id: 'A2', size: 'medium', isJoint: true, solution: 's2' },
      { id: 'A3', size: 'micro', isJoint: false, solution: 's3' },
    ],
  },
  checked: {
    demands: [
      { demand: 'dataExport', outcome: 'met' },
      { demand: 'openFormats', outcome: 'met' },
    ],
  },
  proposal: { tender: 'A2', supplier: 'S', organisationNumber: '555555-5555', contractValue: 1 },
}

describe('what procurement hands over', () => {
  it('counts all tenders, the small ones and the joint ones, and names the winner’s solution', () => {
    expect(dossierPart(outcome)).toMatchObject({
      tendersReceived: 3,
      tendersFromSmall: 2,
      jointTenders: 1,
      solution: 's2',
      supplierSize: 'medium',
    })
  })

  it('counts only the interoperability demands that the documents made', () => {
    expect(dossierPart(outcome).openness).toEqual({ demanded: 1, met: 1 })
  })

  it('tells a weighted requirement from a must', () => {
    expect(dossierPart(outcome).requirements).toEqual([
      { id: 'K1', text: 't', kind: 'legal', isMandatory: false, functions: ['N1'] },
    ])
  })

  it('cannot hand over a winner that was never evaluated', () => {
    expect(() => dossierPart({ ...outcome, proposal: { ...outcome.proposal, tender: 'A9' } })).toThrow()
  })
})
