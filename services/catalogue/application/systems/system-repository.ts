import type { Fact } from '#contracts/event.ts'
import type { OrganisationId, SystemId } from '#contracts/ids.ts'
import type { Item } from '#lambda/table.ts'
import type { Context, Saved } from '#lambda/unit-of-work.ts'
import type { MappedSystem, SystemRegister } from '../../domain/systems/system.ts'

export interface SystemSave {
  readonly system: MappedSystem
  /** As it was read, and as it is to be: the same object where no name is new. */
  readonly registerBefore: SystemRegister
  readonly register: SystemRegister
  readonly facts: readonly Fact[]
  readonly once: Item | undefined
}

export interface SystemRepository {
  readonly find: (id: SystemId) => Promise<MappedSystem | undefined>
  /** Empty, at version 0, for an organisation that has entered nothing. */
  readonly register: (organisation: OrganisationId) => Promise<SystemRegister>
  /** Every version of a system, the newest first. */
  readonly versions: (
    id: SystemId,
    page: { readonly limit: number; readonly cursor?: string | undefined },
  ) => Promise<{ readonly versions: readonly MappedSystem[]; readonly cursor?: string }>
  /** The system, its version for the history, the register and what is told: all or nothing. */
  readonly save: (change: SystemSave, context: Context) => Promise<Saved>
}

/** All systems of the county, for what is asked of all of them: lists, the planning window, who could buy together. */
export interface SystemListing {
  readonly all: () => Promise<readonly MappedSystem[]>
  /** Read anew from the organisation's own part of the map. */
  readonly ofOrganisation: (organisation: OrganisationId) => Promise<readonly MappedSystem[]>
}
