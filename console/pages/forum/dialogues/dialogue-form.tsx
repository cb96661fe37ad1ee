import type { Child } from 'hono/jsx'
import { at } from '../../../api/client.ts'
import type { DialogueView } from '../../../api/dialogue-views.ts'
import { ActionForm, RevealedForm } from '../../../forms/action-form.tsx'
import type { FailedForm } from '../../../forms/action-form.tsx'
import type { Visit } from '../../../visit.ts'
import { dialogueActions, entriesFor, scopeOf } from './dialogue-forms.ts'
import type { ActionName, DialogueAction } from './dialogue-forms.ts'

export interface DialogueProps {
  readonly visit: Visit
  readonly dialogue: DialogueView
  readonly failed?: FailedForm | undefined
}

/** One action as a form, behind a line that opens it unless it stands open. */
export const DialogueForm = ({
  visit,
  dialogue,
  failed,
  name,
  question,
  isOpen = false,
  children,
}: DialogueProps & { name: ActionName; question?: number; isOpen?: boolean; children?: Child }) => {
  const { t, swedishDay } = visit.locale
  const { fields, submit, title = submit }: DialogueAction = dialogueActions[name]
  const scope = scopeOf(name, question)
  const form = (
    <ActionForm
      visit={visit}
      scope={scope}
      action={at`/forum/dialoger/${dialogue.dialogueId}/${name}`}
      fields={fields(dialogue)}
      submit={t(submit)}
      failed={failed}
      entered={entriesFor(name, dialogue, swedishDay)}
    >
      <input type="hidden" name="_version" value={String(dialogue.version)} />
      {question !== undefined && <input type="hidden" name="_question" value={String(question)} />}
      {children}
    </ActionForm>
  )
  return isOpen ? (
    form
  ) : (
    <RevealedForm title={t(title)} isOpen={failed?.scope === scope}>
      {form}
    </RevealedForm>
  )
}
