import type { Context } from 'hono'
import type { Doors } from '../../pages.ts'
import type { ConsoleEnv } from '../../visit.ts'
import { checkPage, checkRequirements } from './check-page.tsx'
import { checkImport, confirmImport, importPage } from './import-page.tsx'
import { libraryPage } from './library-page.tsx'
import { libraryExports } from './requirement-export.ts'
import { addRequirement, changeRequirement, changeRequirementPage, newRequirementPage } from './requirement-form-page.tsx'
import { answerOffer, requirementPage, retireRequirement } from './requirement-page.tsx'
import {
  acceptSuggestion,
  declineSuggestion,
  makeSuggestion,
  newSuggestionPage,
  suggestionPage,
  suggestionsPage,
} from './suggestions-page.tsx'

/** The addresses of the requirement library. The service decides who may: the doors only ask people to sign in. */
export const registerLibraryPages = ({ open, staff }: Doors): void => {
  open.read('/kravbibliotek', libraryPage)
  for (const { format, send } of libraryExports) open.read(`/kravbibliotek/export.${format}`, send)
  open.read('/kravbibliotek/kontroll', checkPage)
  open.write('/kravbibliotek/kontroll', checkRequirements)

  staff.read('/kravbibliotek/nytt', newRequirementPage)
  staff.write('/kravbibliotek/nytt', addRequirement)
  staff.read('/kravbibliotek/import', importPage)
  staff.write('/kravbibliotek/import', confirmImport)
  staff.write('/kravbibliotek/import/granskning', checkImport)
  staff.read('/kravbibliotek/forslag', suggestionsPage)
  staff.read('/kravbibliotek/forslag/nytt', newSuggestionPage)
  staff.write('/kravbibliotek/forslag/nytt', makeSuggestion)
  staff.read('/kravbibliotek/forslag/:suggestionId', suggestionPage)
  staff.write('/kravbibliotek/forslag/:suggestionId/intag', acceptSuggestion)
  staff.write('/kravbibliotek/forslag/:suggestionId/avbojt', declineSuggestion)

  // After the names above: what is left in this place is a requirement's number.
  open.read('/kravbibliotek/:requirementId', requirementPage)
  staff.read('/kravbibliotek/:requirementId/andra', changeRequirementPage)
  staff.write('/kravbibliotek/:requirementId/andra', changeRequirement)
  staff.write('/kravbibliotek/:requirementId/avslut', retireRequirement)
  staff.write('/kravbibliotek/:requirementId/utgava', answerOffer)

  // After a refusal the browser stands at a form's own address; asked for again, it leads back to the page.
  const back = (c: Context<ConsoleEnv>, ...segments: readonly string[]) => c.redirect(`/kravbibliotek/${segments.join('/')}`)
  staff.read('/kravbibliotek/import/granskning', (c) => back(c, 'import'))
  for (const way of ['intag', 'avbojt'])
    staff.read(`/kravbibliotek/forslag/:suggestionId/${way}`, (c) => back(c, 'forslag', c.req.param('suggestionId') ?? ''))
  for (const way of ['avslut', 'utgava'])
    staff.read(`/kravbibliotek/:requirementId/${way}`, (c) => back(c, c.req.param('requirementId') ?? ''))
}
