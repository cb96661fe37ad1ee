import { backTo } from '../../back-to.ts'
import { later } from '../../later.ts'
import type { Doors } from '../../pages.ts'
import { exportFormats } from './export-formats.ts'

const check = () => import('./check-page.tsx')
const fromFile = () => import('./import-page.tsx')
const library = () => import('./library-page.tsx')
const form = () => import('./requirement-form-page.tsx')
const requirement = () => import('./requirement-page.tsx')
const suggestions = () => import('./suggestions-page.tsx')

/** The addresses of the requirement library. The service decides who may: the doors only ask people to sign in. */
export const registerLibraryPages = ({ open, staff }: Doors): void => {
  open.read(
    '/kravbibliotek',
    later(library, ({ libraryPage }) => libraryPage),
  )
  for (const format of exportFormats)
    open.read(
      `/kravbibliotek/export.${format}`,
      later(
        () => import('./requirement-export.ts'),
        ({ libraryExport }) => libraryExport(format),
      ),
    )
  open.read(
    '/kravbibliotek/kontroll',
    later(check, ({ checkPage }) => checkPage),
  )
  open.write(
    '/kravbibliotek/kontroll',
    later(check, ({ checkRequirements }) => checkRequirements),
  )

  staff.read(
    '/kravbibliotek/nytt',
    later(form, ({ newRequirementPage }) => newRequirementPage),
  )
  staff.write(
    '/kravbibliotek/nytt',
    later(form, ({ addRequirement }) => addRequirement),
  )
  staff.read(
    '/kravbibliotek/import',
    later(fromFile, ({ importPage }) => importPage),
  )
  staff.write(
    '/kravbibliotek/import',
    later(fromFile, ({ confirmImport }) => confirmImport),
  )
  staff.write(
    '/kravbibliotek/import/granskning',
    later(fromFile, ({ checkImport }) => checkImport),
  )
  staff.read(
    '/kravbibliotek/forslag',
    later(suggestions, ({ suggestionsPage }) => suggestionsPage),
  )
  staff.read(
    '/kravbibliotek/forslag/nytt',
    later(suggestions, ({ newSuggestionPage }) => newSuggestionPage),
  )
  staff.write(
    '/kravbibliotek/forslag/nytt',
    later(suggestions, ({ makeSuggestion }) => makeSuggestion),
  )
  staff.read(
    '/kravbibliotek/forslag/:suggestionId',
    later(suggestions, ({ suggestionPage }) => suggestionPage),
  )
  staff.write(
    '/kravbibliotek/forslag/:suggestionId/intag',
    later(suggestions, ({ acceptSuggestion }) => acceptSuggestion),
  )
  staff.write(
    '/kravbibliotek/forslag/:suggestionId/avbojt',
    later(suggestions, ({ declineSuggestion }) => declineSuggestion),
  )

  // After the names above: what is left in this place is a requirement's number.
  open.read(
    '/kravbibliotek/:requirementId',
    later(requirement, ({ requirementPage }) => requirementPage),
  )
  staff.read(
    '/kravbibliotek/:requirementId/andra',
    later(form, ({ changeRequirementPage }) => changeRequirementPage),
  )
  staff.write(
    '/kravbibliotek/:requirementId/andra',
    later(form, ({ changeRequirement }) => changeRequirement),
  )
  staff.write(
    '/kravbibliotek/:requirementId/avslut',
    later(requirement, ({ retireRequirement }) => retireRequirement),
  )
  staff.write(
    '/kravbibliotek/:requirementId/utgava',
    later(requirement, ({ answerOffer }) => answerOffer),
  )

  staff.read('/kravbibliotek/import/granskning', (c) => backTo(c, 'kravbibliotek', 'import'))
  for (const way of ['intag', 'avbojt'])
    staff.read(`/kravbibliotek/forslag/:suggestionId/${way}`, (c) =>
      backTo(c, 'kravbibliotek', 'forslag', c.req.param('suggestionId') ?? ''),
    )
  for (const way of ['avslut', 'utgava'])
    staff.read(`/kravbibliotek/:requirementId/${way}`, (c) => backTo(c, 'kravbibliotek', c.req.param('requirementId') ?? ''))
}
