import type { Child } from 'hono/jsx'
import type { Visit } from '../visit.ts'
import type { FormFields } from './action-form.tsx'
import { editRows, rowActionOf } from './edit-rows.ts'
import { createFieldLabels } from './field-labels.ts'
import { Fields } from './form-field.tsx'
import { readForm } from './read-form.ts'
import type { Entered } from './read-form.ts'
import { ErrorSummary, errorsByField, refusalOfErrors } from './refusal.tsx'
import type { Refusal } from './refusal.tsx'

/** A long form that is a page of its own: lists grow and shrink by submit buttons, and nothing written is lost. */

export interface RecordDraft {
  readonly entered: Entered
  /** What If-Match holds; undefined for something new. */
  readonly version?: number | undefined
  readonly refusal?: Refusal | undefined
  readonly focus?: string | undefined
  readonly isChanged?: boolean
}

export const RecordForm = ({
  visit,
  fields,
  action,
  draft,
  submits,
  children,
}: {
  visit: Visit
  fields: FormFields
  action: string
  draft: RecordDraft
  /** The first is what the Enter key presses. */
  submits: readonly { readonly value: string; readonly label: string; readonly isSecondary?: boolean }[]
  /** Beside the buttons. */
  children?: Child
}) => {
  const { locale } = visit
  const [first] = submits
  return (
    <form class="form" method="post" action={action} data-guard data-changed={draft.isChanged || undefined} novalidate>
      {draft.refusal && <ErrorSummary refusal={draft.refusal} labels={createFieldLabels(fields, locale)} />}
      {first && (
        <button class="ds-sr-only" type="submit" name="_action" value={first.value} tabindex={-1} aria-hidden="true">
          {first.label}
        </button>
      )}
      {draft.version !== undefined && <input type="hidden" name="_version" value={String(draft.version)} />}
      <div class="fields">
        <Fields
          form={{
            locale,
            entered: draft.entered,
            errors: errorsByField(draft.refusal),
            options: {},
            action,
            focus: draft.focus,
          }}
          fields={fields}
        />
      </div>
      <div class="save-bar">
        {submits.map(({ value, label, isSecondary }) => (
          <button
            class="ds-button"
            type="submit"
            name="_action"
            value={value}
            data-variant={isSecondary ? 'secondary' : undefined}
          >
            {label}
          </button>
        ))}
        {children}
      </div>
    </form>
  )
}

export interface SentRecord {
  readonly content: Record<string, unknown>
  readonly action: string
  readonly version: number | undefined
}

/** What was sent; or the form as it is to be shown again, after a row more or less, or with what could not be read. */
export const readRecord = (
  fields: FormFields,
  entered: Entered,
  { locale }: Visit,
): { readonly sent: SentRecord } | { readonly again: RecordDraft; readonly status: 200 | 422 } => {
  const typed = entered.get('_version')
  const version = typed === null ? undefined : Number(typed)
  const rowAction = rowActionOf(entered.get('_action'))
  if (rowAction) return { again: { entered, version, focus: editRows(entered, rowAction), isChanged: true }, status: 200 }
  const { content, errors } = readForm(fields, entered)
  return errors.length > 0
    ? { again: { entered, version, refusal: refusalOfErrors(errors, locale), isChanged: true }, status: 422 }
    : { sent: { content, action: entered.get('_action') ?? '', version } }
}
