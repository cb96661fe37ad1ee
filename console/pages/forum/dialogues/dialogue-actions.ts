import { HTTPException } from 'hono/http-exception'
import { at } from '../../../api/client.ts'
import type { ApiProblem } from '../../../api/client.ts'
import { dialogueView } from '../../../api/dialogue-views.ts'
import { readForm } from '../../../forms/read-form.ts'
import { refusalOfErrors, refusalOfProblem } from '../../../forms/refusal.tsx'
import { dialogueAddress } from './dialogue-address.ts'
import { visitOf } from '../../../visit.ts'
import type { PageContext } from '../../../visit.ts'
import { actionNamed, schedulePointers, scopeOf } from './dialogue-forms.ts'
import { showDialogue } from './dialogue-page.tsx'

/** The services point at what was sent; the form may ask for it in other parts. */
export const inFormsOwnParts = (problem: ApiProblem): ApiProblem => ({
  ...problem,
  ...(problem.errors && {
    errors: problem.errors.map((error) => {
      const [, last = ''] = /\/([^/]+)$/.exec(error.pointer) ?? []
      const isOfSchedule = error.pointer === `/${last}` || error.pointer === `/schedule/${last}`
      return isOfSchedule ? { ...error, pointer: `/${schedulePointers[last] ?? last}` } : error
    }),
  }),
})

/** Every form on a dialogue's page comes here: read, send, and back to the page. */
export const actOnDialogue = async (c: PageContext) => {
  const visit = visitOf(c)
  const name = c.req.param('action') ?? ''
  const id = c.req.param('dialogueId') ?? ''
  const action = actionNamed(name)
  if (!action) throw new HTTPException(404)
  const entered = new URLSearchParams(await c.req.text())
  const question = entered.get('_question') ?? undefined
  const scope = scopeOf(name, question)
  const { value: dialogue } = await visit.api.read(dialogueAddress(visit, id), dialogueView)
  const fields = action.fields(dialogue)
  const { content, errors } = readForm(fields, entered)
  const wrong = [...errors, ...(action.errors?.(content) ?? [])]
  if (wrong.length > 0) return showDialogue(c, { scope, entered, refusal: refusalOfErrors(wrong, visit.locale) })
  const body = Object.keys(fields).length === 0 ? undefined : (action.body?.(content) ?? content)
  const done = await visit.api.write(
    'POST',
    `${at`/v1/forum/dialogues/${id}`}/${action.path.replace('{question}', encodeURIComponent(question ?? ''))}`,
    body,
    dialogueView,
    action.isDecision ? { ifMatch: Number(entered.get('_version') ?? 0) } : {},
  )
  if (!done.ok)
    return showDialogue(c, { scope, entered, refusal: refusalOfProblem(inFormsOwnParts(done.problem), visit.locale, fields) })
  return c.redirect(at`/forum/dialoger/${id}` + `?klart=${action.notice}`, 303)
}
