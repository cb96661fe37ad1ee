import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { caseView } from '../../api/case-views.ts'
import { at } from '../../api/client.ts'
import type { FormFields } from '../../forms/action-form.tsx'
import { readForm } from '../../forms/read-form.ts'
import type { Entered } from '../../forms/read-form.ts'
import { refusalOfErrors, refusalOfProblem } from '../../forms/refusal.tsx'
import type { Refusal } from '../../forms/refusal.tsx'
import type { Notice } from '../../language/words.ts'
import { show } from '../../layout/page.tsx'
import { visitOf } from '../../visit.ts'
import type { PageContext, Visit } from '../../visit.ts'
import { CasePage, requestScope, takeOnScope, wakeScope } from './case-page.tsx'
import { loadCase } from './load-case.ts'
import { answerFields, askFields, reasonFields } from './opinion-forms.ts'
import { askScope } from './opinion-list.tsx'

/** What is done to a case from its page. A refusal shows the page again, with the form as it was written. */
interface CaseAction {
  readonly scope: string
  readonly fields: FormFields
  /** Below the case in its phase's API. */
  readonly path: string
  readonly notice: Notice
  /** The case's version, where the service wants to know which one was read. */
  readonly ifMatch?: number | undefined
  /** Where on the page the result is seen. */
  readonly anchor?: string
}

const showRefused = async (c: PageContext, visit: Visit, scope: string, entered: Entered, refusal: Refusal) => {
  const loaded = await loadCase(visit, c.req.param('caseId') ?? '', c.req.param('phase'))
  // A refusal's status from a service is one that a page can carry too.
  return show(
    c,
    <CasePage visit={visit} loaded={loaded} failed={{ scope, entered, refusal }} />,
    refusal.status as ContentfulStatusCode,
  )
}

const perform = async (c: PageContext, actionOf: (visit: Visit, entered: Entered) => CaseAction) => {
  const visit = visitOf(c)
  const entered = new URLSearchParams(await c.req.text())
  const { scope, fields, path, notice, ifMatch, anchor } = actionOf(visit, entered)
  const { content, errors } = readForm(fields, entered)
  if (errors.length > 0) return showRefused(c, visit, scope, entered, refusalOfErrors(errors, visit.locale))
  const { caseId = '', phase = '' } = c.req.param()
  const body = Object.keys(fields).length > 0 ? content : path === 'assignments' ? {} : undefined
  const done = await visit.api.write('POST', at`/v1/${phase}/cases/${caseId}/` + path, body, caseView, { ifMatch })
  if (!done.ok) return showRefused(c, visit, scope, entered, refusalOfProblem(done.problem, visit.locale, fields))
  return c.redirect(`${at`/arenden/${caseId}/${phase}`}?klart=${notice}${anchor ? `#${anchor}` : ''}`, 303)
}

export const takeOnCase = (c: PageContext) =>
  perform(c, () => ({ scope: takeOnScope, fields: {}, path: 'assignments', notice: 'takenOn' }))

export const askOpinion = (c: PageContext) =>
  perform(c, (visit) => ({
    scope: askScope,
    fields: askFields(visit),
    path: 'opinions',
    notice: 'opinionAsked',
    anchor: 'yttranden',
  }))

export const answerOpinion = (c: PageContext) => {
  const opinionId = c.req.param('opinionId') ?? ''
  return perform(c, () => ({
    scope: `svar-${opinionId}`,
    fields: answerFields,
    path: at`opinions/${opinionId}/answers`,
    notice: 'opinionGiven',
    anchor: 'yttranden',
  }))
}

export const withdrawOpinion = (c: PageContext) => {
  const opinionId = c.req.param('opinionId') ?? ''
  return perform(c, () => ({
    scope: `ater-${opinionId}`,
    fields: reasonFields,
    path: at`opinions/${opinionId}/withdrawals`,
    notice: 'opinionWithdrawn',
    anchor: 'yttranden',
  }))
}

export const requestDecision = (c: PageContext) =>
  perform(c, (_, entered) => ({
    scope: requestScope,
    fields: {},
    path: 'decision-requests',
    notice: 'decisionRequested',
    ifMatch: Number(entered.get('_version')),
  }))

export const wakeCase = (c: PageContext) =>
  perform(c, () => ({ scope: wakeScope, fields: reasonFields, path: 'wake-ups', notice: 'woken' }))
