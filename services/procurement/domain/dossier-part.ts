import { isSmallCompany } from '#contracts/company-sizes.ts'
import type { CompanySize } from '#contracts/company-sizes.ts'
import type { Dossier } from '#contracts/dossier.ts'
import type { ProcedureId } from '#procurement-law/procedures.ts'
import type { InteroperabilityDemand } from './interoperability-demands.ts'

export interface Outcome {
  readonly form: { readonly procedure: ProcedureId; readonly innovation: string }
  readonly papers: {
    readonly isDivided: boolean
    readonly requirements: readonly {
      readonly id: string
      readonly text: string
      readonly kind: string
      readonly level: 'must' | 'weighted'
      readonly functions: string[]
    }[]
    readonly interoperability: readonly { readonly demand: InteroperabilityDemand; readonly requirement?: string | undefined }[]
  }
  readonly evaluated: {
    readonly tenders: readonly {
      readonly id: string
      readonly size: CompanySize
      readonly isJoint: boolean
      readonly solution: string
    }[]
  }
  readonly checked: {
    readonly demands: readonly { readonly demand: InteroperabilityDemand; readonly outcome: 'met' | 'inPart' | 'notMet' }[]
  }
  readonly proposal: {
    readonly tender: string
    readonly supplier: string
    readonly organisationNumber: string
    readonly contractValue: number
  }
}

/** What later phases need of an awarded procurement. All tenders count, whether they could win or not (eForms BT-759, BT-760). */
export const dossierPart = ({ form, papers, evaluated, checked, proposal }: Outcome): NonNullable<Dossier['procurement']> => {
  const winner = evaluated.tenders.find(({ id }) => id === proposal.tender)
  if (winner === undefined) throw new Error('The proposed tender is not in the evaluation')
  const demanded = papers.interoperability.filter((row) => row.requirement !== undefined).map((row) => row.demand)
  return {
    procedure: form.procedure,
    contractValue: proposal.contractValue,
    supplier: proposal.supplier,
    supplierOrganisationNumber: proposal.organisationNumber,
    supplierSize: winner.size,
    solution: winner.solution,
    tendersReceived: evaluated.tenders.length,
    tendersFromSmall: evaluated.tenders.filter((tender) => isSmallCompany(tender.size)).length,
    jointTenders: evaluated.tenders.filter((tender) => tender.isJoint).length,
    isDividedIntoLots: papers.isDivided,
    isInnovationProcurement: form.innovation !== 'none',
    openness: {
      demanded: demanded.length,
      met: checked.demands.filter((row) => row.outcome === 'met' && demanded.includes(row.demand)).length,
    },
    requirements: papers.requirements.map(({ id, text, kind, level, functions }) => ({
      id,
      text,
      kind,
      isMandatory: level === 'must',
      functions,
    })),
  }
}
