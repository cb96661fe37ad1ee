import type { FieldProblem } from '#lambda/field-problem.ts'
import { procedureOf } from '#procurement-law/procedures.ts'
import type { ProcedureId } from '#procurement-law/procedures.ts'

export interface ContractFacts {
  readonly organisationNumber: string
  readonly value: number
  readonly difference?: string | undefined
  readonly signedOn: string
  readonly startsOn: string
  readonly endsOn: string
}

export interface ContractTerms {
  readonly procedure: ProcedureId | undefined
  readonly standstill: { readonly earliestSigningOn?: string | undefined } | undefined
  readonly award: { readonly organisationNumber: string; readonly contractValue: number } | undefined
}

const signingProblems = ({ signedOn }: ContractFacts, { procedure, standstill }: ContractTerms): FieldProblem[] => {
  if (standstill === undefined)
    return procedure !== undefined && !procedureOf(procedure).hasStandstill
      ? []
      : [
          {
            pointer: '',
            code: 'standstillFirst',
            message: {
              sv: 'Klarmarkera avtalsspärren först: den säger när avtal får ingås.',
              en: 'Mark the standstill complete first: it says when the contract may be signed.',
            },
          },
        ]
  return standstill.earliestSigningOn !== undefined && signedOn < standstill.earliestSigningOn
    ? [
        {
          pointer: '/signedOn',
          code: 'signedInStandstill',
          message: {
            sv: `Avtal får tidigast ingås ${standstill.earliestSigningOn} (LOU 20:1).`,
            en: `The earliest day to sign is ${standstill.earliestSigningOn} (LOU 20:1).`,
          },
        },
      ]
    : []
}

/** What must be put right in a contract: the standstill is kept, and it is the contract that was awarded. */
export const contractProblems = (contract: ContractFacts, terms: ContractTerms): FieldProblem[] => [
  ...signingProblems(contract, terms),
  ...(contract.startsOn >= contract.signedOn && contract.endsOn > contract.startsOn
    ? []
    : [
        {
          pointer: '/endsOn',
          code: 'datesOutOfOrder',
          message: {
            sv: 'Avtalet undertecknas, börjar och slutar i den ordningen. Rätta datumen.',
            en: 'The contract is signed, begins and ends in that order. Correct the dates.',
          },
        },
      ]),
  ...(terms.award === undefined ||
  terms.award.organisationNumber.replace('-', '') === contract.organisationNumber.replace('-', '')
    ? []
    : [
        {
          pointer: '/organisationNumber',
          code: 'otherSupplier',
          message: {
            sv: 'Kontraktet är tilldelat en annan leverantör. Rätta numret.',
            en: 'The contract was awarded to another supplier. Correct the number.',
          },
        },
      ]),
  ...(terms.award === undefined || terms.award.contractValue === contract.value || contract.difference !== undefined
    ? []
    : [
        {
          pointer: '/difference',
          code: 'valueDiffers',
          message: {
            sv: 'Värdet är ett annat än i tilldelningen. Förklara skillnaden.',
            en: 'The value differs from the award. Explain the difference.',
          },
        },
      ]),
]
