import type { CompanyId, OrganisationId, SystemId } from '#contracts/ids.ts'
import { pointerTo } from '#lambda/field-problem.ts'
import type { FieldProblem } from '#lambda/field-problem.ts'
import { checkContract } from './check-contract.ts'
import { folded } from './folded-text.ts'
import type { SystemContent } from './system.ts'

/** What a system is held against: where it belongs, and what else there is. */
export interface Surroundings {
  readonly own: OrganisationId
  readonly organisations: ReadonlySet<OrganisationId>
  /** Of the systems that the integrations lead to, those that exist. */
  readonly existing: ReadonlySet<SystemId>
  /** Of the companies that the suppliers are said to be, those that the catalogue has. */
  readonly companies: ReadonlySet<CompanyId>
  /** Undefined for one that is new. */
  readonly self?: SystemId | undefined
}

const integrationProblems = ({ integrations }: SystemContent, { existing, self }: Surroundings): FieldProblem[] =>
  integrations.flatMap(({ systemId, standard }, index): FieldProblem[] => {
    const pointer = pointerTo(['integrations', index, 'systemId'])
    if (systemId === self)
      return [
        {
          pointer,
          code: 'integrationWithItself',
          message: {
            sv: 'Ett system kan inte integrera med sig självt. Välj ett annat system.',
            en: 'A system cannot integrate with itself. Choose another system.',
          },
        },
      ]
    if (!existing.has(systemId))
      return [
        {
          pointer,
          code: 'integrationUnknown',
          message: {
            sv: 'Systemet finns inte på kartan. Lägg in det först, eller välj ett annat.',
            en: 'The system is not on the map. Register it first, or choose another.',
          },
        },
      ]
    const isRepeated = integrations
      .slice(0, index)
      .some((earlier) => earlier.systemId === systemId && folded(earlier.standard) === folded(standard))
    return isRepeated
      ? [
          {
            pointer,
            code: 'integrationRepeated',
            message: {
              sv: 'Samma system och standard står redan i listan. Behåll den ena.',
              en: 'The same system and standard already stand in the list. Keep one.',
            },
          },
        ]
      : []
  })

const numberProblems = ({ contracts }: SystemContent): FieldProblem[] =>
  contracts.flatMap(({ contractNumber }, index): FieldProblem[] => {
    const isRepeated =
      contractNumber !== undefined &&
      contracts.slice(0, index).some((earlier) => folded(earlier.contractNumber ?? '') === folded(contractNumber))
    return isRepeated
      ? [
          {
            pointer: pointerTo(['contracts', index, 'contractNumber']),
            code: 'contractRepeated',
            message: {
              sv: 'Avtalsnumret står redan på ett annat avtal. Ändra det, eller ta bort det ena avtalet.',
              en: 'The contract number already stands on another contract. Change it, or remove one of them.',
            },
          },
        ]
      : []
  })

/** Every company that the system and its contracts point at. */
export const companiesOf = ({ supplier, contracts }: Pick<SystemContent, 'supplier' | 'contracts'>): CompanyId[] =>
  [supplier.companyId, ...contracts.map(({ companyId }) => companyId)].flatMap((one) => one ?? [])

const companyProblems = ({ supplier, contracts }: SystemContent, { companies }: Surroundings): FieldProblem[] =>
  [
    { place: ['supplier', 'companyId'], companyId: supplier.companyId },
    ...contracts.map(({ companyId }, index) => ({ place: ['contracts', index, 'companyId'], companyId })),
  ].flatMap(({ place, companyId }): FieldProblem[] =>
    companyId === undefined || companies.has(companyId)
      ? []
      : [
          {
            pointer: pointerTo(place),
            code: 'companyUnknown',
            message: {
              sv: 'Företaget finns inte i katalogen. Välj ett som finns, eller ange bara leverantörens namn.',
              en: 'The company is not in the catalogue. Choose one that is, or give only the name of the supplier.',
            },
          },
        ],
  )

/** Everything that cannot be so, with how to put it right; integrations may go round in a circle. */
export const checkSystem = (content: SystemContent, surroundings: Surroundings): FieldProblem[] => [
  ...companyProblems(content, surroundings),
  ...integrationProblems(content, surroundings),
  ...numberProblems(content),
  ...content.contracts.flatMap((contract, index) => checkContract(contract, ['contracts', index], surroundings)),
]
