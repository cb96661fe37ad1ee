import type { Handlers } from '#lambda/api.ts'
import { createLibraryTable } from '../../adapters/library-table.ts'
import {
  createAddRequirement,
  createChangeRequirement,
  createRetireRequirement,
} from '../../application/library/change-library.ts'
import { checkRequirements } from '../../application/library/check-requirements.ts'
import { createImportRequirements, createPreviewImport } from '../../application/library/import-requirements.ts'
import { createProposeRequirements } from '../../application/library/propose-requirements.ts'
import {
  createListRequirements,
  createListRequirementVersions,
  createReadRequirement,
} from '../../application/library/read-library.ts'
import {
  createAcceptSuggestion,
  createDeclineSuggestion,
  createListSuggestions,
  createMakeSuggestion,
  createReadSuggestion,
} from '../../application/library/suggestions.ts'
import type { CatalogueRefusalCode } from '../../refusals.ts'
import type { LibraryRoutes } from '../../routes/library.ts'
import type { CatalogueParts } from '../parts.ts'

/** From a parsed request to one use case. */
export const libraryHandlers = ({ table, unitOfWork }: CatalogueParts): Handlers<LibraryRoutes, CatalogueRefusalCode> => {
  const parts = { library: createLibraryTable(table, unitOfWork) }
  const listRequirements = createListRequirements(parts)
  const readRequirement = createReadRequirement(parts)
  const listVersions = createListRequirementVersions(parts)
  const addRequirement = createAddRequirement(parts)
  const changeRequirement = createChangeRequirement(parts)
  const retireRequirement = createRetireRequirement(parts)
  const previewImport = createPreviewImport(parts)
  const importRequirements = createImportRequirements(parts)
  const makeSuggestion = createMakeSuggestion(parts)
  const listSuggestions = createListSuggestions(parts)
  const readSuggestion = createReadSuggestion(parts)
  const acceptSuggestion = createAcceptSuggestion(parts)
  const declineSuggestion = createDeclineSuggestion(parts)
  const proposeRequirements = createProposeRequirements(parts)
  return {
    listLibraryRequirements: ({ query: { limit, cursor, ...filter }, context }) =>
      listRequirements(filter, { limit, cursor }, context.now),
    readLibraryRequirement: ({ parameters, context }) => readRequirement(parameters.requirementId, context.now),
    listLibraryRequirementVersions: ({ parameters, context }) => listVersions(parameters.requirementId, context.now),
    addLibraryRequirement: ({ body, actor, context }) => addRequirement(body, actor, context),
    changeLibraryRequirement: ({ parameters, body, actor, ifMatch, context }) =>
      changeRequirement({ id: parameters.requirementId, ifMatch, actor }, body, context),
    retireLibraryRequirement: ({ parameters, body, actor, ifMatch, context }) =>
      retireRequirement({ id: parameters.requirementId, ifMatch, actor }, body, context),
    previewLibraryImport: ({ body }) => previewImport(body),
    importLibraryRequirements: ({ body, actor, context }) => importRequirements(body, actor, context),
    makeLibrarySuggestion: ({ body, actor, context }) => makeSuggestion(body, actor, context),
    listLibrarySuggestions: ({ query: { status, ...page } }) => listSuggestions({ status }, page),
    listOwnLibrarySuggestions: ({ query, actor }) => listSuggestions({ madeBy: actor.subject }, query),
    readLibrarySuggestion: ({ parameters, actor }) => readSuggestion(parameters.suggestionId, actor),
    acceptLibrarySuggestion: ({ parameters, body, actor, context }) =>
      acceptSuggestion(parameters.suggestionId, body, actor, context),
    declineLibrarySuggestion: ({ parameters, body, actor, context }) =>
      declineSuggestion(parameters.suggestionId, body.reason, actor, context),
    proposeLibraryRequirements: ({ body, context }) => proposeRequirements(body, context.now),
    checkRequirementBarriers: ({ body }) => checkRequirements(body),
  }
}
