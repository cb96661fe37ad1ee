import type { Child } from 'hono/jsx'
import type { FormField } from '#phase/field.ts'
import type { Visit } from '../visit.ts'
import { createFieldLabels } from './field-labels.ts'
import { Fields } from './form-field.tsx'
import type { Entered } from './read-form.ts'
import { ErrorSummary, errorsByField } from './refusal.tsx'
import type { Refusal } from './refusal.tsx'

/** A form that came back with a refusal, to be shown again where it stood, with what was written. */
export interface FailedForm {
  readonly scope: string
  readonly entered: Entered
  readonly refusal: Refusal
}

export type FormFields = Readonly<Record<string, FormField>>

/** A small form that does one thing to a case. */
export const ActionForm = ({
  visit,
  scope,
  action,
  fields,
  submit,
  failed,
  entered,
  children,
}: {
  visit: Visit
  scope: string
  action: string
  fields: FormFields
  submit: string
  failed?: FailedForm | undefined
  /** What stands in the form from the start. */
  entered?: Entered | undefined
  /** What the form carries beside its fields. */
  children?: Child
}) => {
  const { locale } = visit
  const mine = failed?.scope === scope ? failed : undefined
  return (
    <form method="post" action={`${action}#${scope}`} id={scope} novalidate>
      {mine && <ErrorSummary refusal={mine.refusal} labels={createFieldLabels(fields, locale)} scope={scope} />}
      {children}
      <div class="fields fields--single">
        <Fields
          form={{
            locale,
            entered: mine?.entered ?? entered ?? new URLSearchParams(),
            errors: errorsByField(mine?.refusal),
            options: {},
            action,
            scope,
          }}
          fields={fields}
        />
      </div>
      <p class="actions">
        <button class="ds-button" type="submit">
          {submit}
        </button>
      </p>
    </form>
  )
}

/** A form behind a line that opens it; open from the start when it has come back with a refusal. */
export const RevealedForm = ({ title, isOpen, children }: { title: string; isOpen: boolean; children: Child }) => (
  <details class="reveal" open={isOpen}>
    <summary>{title}</summary>
    {children}
  </details>
)
