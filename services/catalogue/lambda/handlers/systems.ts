import type { Handlers } from '#lambda/api.ts'
import { createSystemListing, createSystemTable } from '../../adapters/system-table.ts'
import { createFindJointPurchases } from '../../application/systems/find-joint-purchases.ts'
import { createImportSystems, createPreviewSystemImport } from '../../application/systems/import-systems.ts'
import { createReadContractEndings } from '../../application/systems/read-contract-endings.ts'
import {
  createGroupSystems,
  createListSystemContents,
  createListSystems,
  createListSystemVersions,
  createReadSystem,
} from '../../application/systems/read-systems.ts'
import { createChangeSystem, createRegisterSystem } from '../../application/systems/save-system.ts'
import type { SystemParts } from '../../application/systems/system-parts.ts'
import type { CatalogueRefusalCode } from '../../refusals.ts'
import type { SystemsRoutes } from '../../routes/systems.ts'
import type { CatalogueParts } from '../parts.ts'

/** From a parsed request to one use case. */
export const systemsHandlers = ({
  county,
  table,
  unitOfWork,
  offer,
}: CatalogueParts): Handlers<SystemsRoutes, CatalogueRefusalCode> => {
  const parts: SystemParts = {
    county,
    systems: createSystemTable(table, unitOfWork),
    listing: createSystemListing(table),
    companies: offer.companies,
  }
  const listSystems = createListSystems(parts)
  const registerSystem = createRegisterSystem(parts)
  const readSystem = createReadSystem(parts)
  const changeSystem = createChangeSystem(parts)
  const listSystemVersions = createListSystemVersions(parts)
  const listSystemContents = createListSystemContents(parts)
  const listSystemGroups = createGroupSystems(parts)
  const listContractEndings = createReadContractEndings(parts)
  const findJointPurchases = createFindJointPurchases(parts)
  const previewSystemImport = createPreviewSystemImport(parts)
  const importSystems = createImportSystems(parts)
  return {
    listSystems: ({ query, context }) => listSystems(query, context.now),
    registerSystem: ({ body, actor, context }) => registerSystem({ content: body, actor }, context),
    readSystem: ({ parameters, context }) => readSystem(parameters, context.now),
    changeSystem: ({ parameters, body, ifMatch, actor, context }) =>
      changeSystem({ ...parameters, content: body, expectedVersion: ifMatch, actor }, context),
    listSystemVersions: ({ parameters, query }) => listSystemVersions({ ...parameters, ...query }),
    listSystemContents: ({ query }) => listSystemContents(query),
    listSystemGroups: ({ query, context }) => listSystemGroups(query, context.now),
    listContractEndings: ({ query, context }) => listContractEndings(query, context.now),
    findJointPurchases: ({ body, context }) => findJointPurchases(body, context.now),
    previewSystemImport: ({ body, actor }) => previewSystemImport({ ...body, actor }),
    importSystems: ({ body, actor, context }) => importSystems({ ...body, actor }, context),
  }
}
