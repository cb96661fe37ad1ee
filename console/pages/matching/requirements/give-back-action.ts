import { libraryKind, verification } from '#contracts/requirement-library.ts'
import { suggestion as suggestionView } from '../../../api/library-views.ts'
import { readForm } from '../../../forms/read-form.ts'
import { refusalOfErrors, refusalOfProblem } from '../../../forms/refusal.tsx'
import type { PageContext } from '../../../visit.ts'
import { requirementRows } from '../section-rows.ts'
import { loadTool, sectionPath } from '../section-tool.tsx'
import { giveBackFields, isOwn, scopeOf } from './give-back.tsx'
import { present } from './proposal-page.tsx'

/** Sends one of the case's own requirements to the library; what is refused comes back at the requirement. */
export const giveBackRequirement = async (c: PageContext) => {
  const tool = await loadTool(c, 'requirements')
  const { visit, loaded, content } = tool
  const entered = new URLSearchParams(await c.req.text())
  const row = requirementRows(content.content).find((one) => isOwn(one) && one.id === entered.get('krav'))
  const path = `${sectionPath(tool)}/forslag`
  // The requirement has been taken away since the page was shown.
  if (!row) return c.redirect(path, 303)
  const scope = scopeOf(row.id ?? '')
  const { content: filled, errors } = readForm(giveBackFields, entered)
  if (errors.length > 0) return present(c, tool, { failed: { scope, entered, refusal: refusalOfErrors(errors, visit.locale) } })
  const done = await visit.api.write(
    'POST',
    '/v1/catalogue/library/suggestions',
    {
      text: { sv: row.text },
      kind: libraryKind.safeParse(filled['kind']).data,
      verification: verification.safeParse(row.verification).data,
      reason: filled['reason'],
      caseId: loaded.record.caseId,
    },
    suggestionView,
  )
  return done.ok
    ? c.redirect(`${path}?klart=requirementGivenBack`, 303)
    : present(c, tool, { failed: { scope, entered, refusal: refusalOfProblem(done.problem, visit.locale, giveBackFields) } })
}
