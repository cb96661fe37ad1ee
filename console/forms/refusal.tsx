import type { Text } from '#contracts/language.ts'
import type { ApiProblem } from '../api/client.ts'
import type { Locale } from '../language/locale.ts'
import type { FormFields } from './action-form.tsx'
import { fieldAt } from './field-labels.ts'
import { formWords } from './form-words.ts'
import { fieldId } from './pointer.ts'
import type { FieldError } from './read-form.ts'

/** Why something was not saved, as the page tells it: in the reader's language, by field. */
export interface Refusal {
  readonly title: string
  readonly detail: string
  readonly errors: readonly { readonly pointer: string; readonly message: string }[]
  readonly status: number
  readonly code: string
  readonly correlationId?: string | undefined
}

const toPutRight: Text = {
  sv: 'Rätta det som räknas upp här och försök igen.',
  en: 'Put right what is listed here and try again.',
}

/** The services' advice to partners names the member `errors`, which nobody sees on a page. */
const isForPartners = (detail: string): boolean => /\berrors\b/.test(detail)

export const refusalOfErrors = (errors: readonly FieldError[], { t }: Locale): Refusal => ({
  title: t(formWords.errorTitle),
  detail: t(toPutRight),
  errors: errors.map(({ pointer, message }) => ({ pointer, message: t(message) })),
  status: 422,
  code: 'toPutRight',
})

const adviceOf = (detail: string, onPage: string): string => (isForPartners(detail) ? onPage : detail)

/** Answered by choosing, not by writing. */
const chosenKinds = new Set(['choice', 'choices', 'yesNo', 'reference', 'references'])

/**
 * @param fields the form's, so that what has not been answered is asked for as the field is answered
 * @param under the part of the body that the form stands for, for example `/content`
 */
export const refusalOfProblem = (problem: ApiProblem, { language, t }: Locale, fields: FormFields, under = ''): Refusal => ({
  // The services' heading speaks of the request, which nobody on a page has made.
  title: problem.code === 'invalidRequest' ? t(formWords.errorTitle) : (problem.translations?.[language].title ?? problem.title),
  detail: adviceOf(problem.translations?.[language].detail ?? problem.detail, t(toPutRight)),
  errors: (problem.errors ?? []).map((error) => {
    const pointer = error.pointer.startsWith(`${under}/`) ? error.pointer.slice(under.length) : error.pointer
    const isUnchosen = error.code === 'required' && chosenKinds.has(fieldAt(fields, pointer)?.kind ?? '')
    return { pointer, message: isUnchosen ? t(formWords.chooseOne) : (error.translations?.[language] ?? error.detail) }
  }),
  status: problem.status,
  code: problem.code,
  correlationId: problem.correlationId,
})

export const errorsByField = (refusal: Refusal | undefined): Map<string, string[]> => {
  const found = new Map<string, string[]>()
  for (const { pointer, message } of refusal?.errors ?? []) found.set(pointer, [...(found.get(pointer) ?? []), message])
  return found
}

/** First on the page that comes back: what is wrong, each with a link to its field. Takes the focus when scripts run. */
export const ErrorSummary = ({
  refusal,
  labels,
  scope,
  hrefOf,
}: {
  refusal: Refusal
  labels?: ((pointer: string) => string | undefined) | undefined
  /** Where a field is that stands on another page; undefined for those of this one. */
  hrefOf?: ((pointer: string) => string | undefined) | undefined
  /** Which form on the page the fields are in. */
  scope?: string | undefined
}) => (
  <ds-error-summary class="ds-error-summary" id="fel" tabindex="-1">
    <h2 class="ds-heading">{refusal.title}</h2>
    <p class="ds-paragraph">{refusal.detail}</p>
    {refusal.errors.length > 0 && (
      <ul class="ds-list">
        {refusal.errors.map(({ pointer, message }) => {
          const label = labels?.(pointer)
          return (
            <li>
              <a class="ds-link" href={hrefOf?.(pointer) ?? `#${fieldId(pointer, scope)}`}>
                {label ? `${label}${label.endsWith('?') ? '' : ':'} ${message}` : message}
              </a>
            </li>
          )
        })}
      </ul>
    )}
    {refusal.status >= 500 && refusal.correlationId && <p class="note">{refusal.correlationId}</p>}
  </ds-error-summary>
)
