import type { CompanyId, OrganisationId } from '#contracts/ids.ts'
import { reckonContract } from './contract.ts'
import type { Contract, ReckonedContract } from './contract.ts'
import { folded } from './folded-text.ts'
import type { MappedSystem } from './system.ts'

/**
 * Contracts in force that others may call off from. Only those who were named when the framework was announced may (LOU
 * 7:3), and only while it runs: the map says who was named, and the one who calls off checks it with the holder.
 */
export interface OpenCallOff {
  readonly system: MappedSystem
  readonly index: number
  readonly contract: Contract
  readonly reckoned: ReckonedContract
  /** Who has the framework. */
  readonly holder: OrganisationId
  readonly mayCallOff: readonly OrganisationId[]
}

export const openCallOffs = (systems: readonly MappedSystem[], today: string): OpenCallOff[] =>
  systems
    .filter(({ content }) => content.status !== 'retired')
    .flatMap((system) =>
      system.content.contracts.flatMap((contract, index): OpenCallOff[] => {
        const reckoned = reckonContract(contract, today)
        return contract.callOff.length > 0 && reckoned.standing === 'inForce'
          ? [{ system, index, contract, reckoned, holder: system.organisation, mayCallOff: contract.callOff }]
          : []
      }),
    )

/** A product of the catalogue, as far as a contract on the map can be told to be about it. */
export interface CalledProduct {
  readonly name: string
  readonly companyId: CompanyId
  readonly companyName: string
}

/**
 * Whether a contract on the map is about a product: the system has the product's name, and the same company - by its id
 * where the map has it, else by its name.
 */
export const isAbout = ({ system, contract }: OpenCallOff, product: CalledProduct): boolean => {
  const { name, supplier } = system.content
  const companyId = contract.companyId ?? (contract.supplier === undefined ? supplier.companyId : undefined)
  const isOfCompany =
    companyId === undefined
      ? folded(contract.supplier ?? supplier.name) === folded(product.companyName)
      : companyId === product.companyId
  return isOfCompany && folded(name) === folded(product.name)
}
