import type { Child } from 'hono/jsx'
import type { FormField } from '#phase/field.ts'
import type { Locale } from '../language/locale.ts'
import { formWords } from './form-words.ts'
import { labelOf } from './reference-options.ts'
import type { ReferenceOptions } from './reference-options.ts'

/** Content as it is read and printed: every field by its name, nothing that was not filled in left unsaid. */

interface Reading {
  readonly locale: Locale
  readonly options: ReferenceOptions
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isBlank = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)

const Missing = ({ locale }: Reading) => <span class="missing">{locale.t(formWords.notAnswered)}</span>

/** A value in words, for the kinds that fit on a line. */
export const inWords = (field: FormField, value: unknown, { locale, options }: Reading): string => {
  const { t } = locale
  const optionLabel = (picked: string): string => {
    const option = 'options' in field ? field.options.find((candidate) => candidate.value === picked) : undefined
    return option ? t(option.label) : picked
  }
  switch (field.kind) {
    case 'money':
      return typeof value === 'number' ? locale.money(value) : String(value)
    case 'integer':
    case 'decimal':
      return `${typeof value === 'number' ? locale.number(value) : String(value)}${field.unit ? ` ${t(field.unit)}` : ''}`
    case 'date':
      return typeof value === 'string' ? locale.day(value) : String(value)
    case 'yesNo':
      return t(value === true ? formWords.yes : formWords.no)
    case 'choice':
      return optionLabel(String(value))
    case 'choices':
      return locale.list((Array.isArray(value) ? value : []).map((picked) => optionLabel(String(picked))))
    case 'reference':
      return labelOf(options, field.source, String(value))
    case 'references':
      return (Array.isArray(value) ? value : []).map((picked) => labelOf(options, field.source, String(picked))).join('; ')
    default:
      return typeof value === 'string' ? value : JSON.stringify(value)
  }
}

const Value = ({ field, value, reading }: { field: FormField; value: unknown; reading: Reading }): Child => {
  if (isBlank(value)) return <Missing {...reading} />
  switch (field.kind) {
    case 'group':
      return <ContentView {...reading} fields={field.fields} content={isObject(value) ? value : {}} />
    case 'list':
      return <Rows field={field} value={value} reading={reading} />
    case 'prose':
    case 'text':
      return <span class="prose">{String(value)}</span>
    case 'url':
      return (
        <a class="ds-link" href={/^https?:\/\//.test(String(value)) ? String(value) : undefined} rel="noopener noreferrer">
          {String(value)}
        </a>
      )
    case 'references':
      return (
        <ul class="plain">
          {(Array.isArray(value) ? value : []).map((picked) => (
            <li>{labelOf(reading.options, field.source, String(picked))}</li>
          ))}
        </ul>
      )
    default:
      return inWords(field, value, reading)
  }
}

const Rows = ({ field, value, reading }: { field: Extract<FormField, { kind: 'list' }>; value: unknown; reading: Reading }) => {
  const { item } = field
  const rows: unknown[] = Array.isArray(value) ? value : []
  return (
    <ol class={item.kind === 'group' ? 'read-rows' : 'plain'}>
      {rows.map((row, index) => (
        <li>
          {item.kind === 'group' && (
            <p class="read-rows__name">
              {reading.locale.t(item.label)} {index + 1}
            </p>
          )}
          <Value field={item} value={row} reading={reading} />
        </li>
      ))}
    </ol>
  )
}

const isLarge = (field: FormField): boolean => field.kind === 'list' || field.kind === 'group'

export const ContentView = ({
  locale,
  options,
  fields,
  content,
}: Reading & { fields: Readonly<Record<string, FormField>>; content: Readonly<Record<string, unknown>> }) => (
  <dl class="reading">
    {Object.entries(fields).map(([key, field]) => (
      <div class={isLarge(field) ? 'reading__large' : undefined}>
        <dt>{locale.t(field.label)}</dt>
        <dd>
          <Value field={field} value={content[key]} reading={{ locale, options }} />
        </dd>
      </div>
    ))}
  </dl>
)
