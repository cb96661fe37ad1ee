import type { Child } from 'hono/jsx'
import type { FormField } from '#phase/field.ts'
import type { Locale } from '../language/locale.ts'
import { addAction, removeAction, roomLeft, upAction } from './edit-rows.ts'
import { writeNumber } from './figures.ts'
import { formWords } from './form-words.ts'
import { child, fieldId } from './pointer.ts'
import { rowsOf } from './read-form.ts'
import type { Entered } from './read-form.ts'
import { sourceNames } from './reference-options.ts'
import type { ReferenceOption, ReferenceOptions } from './reference-options.ts'

/** Draws a form from its description, with what has been typed and what is wrong. */

export interface FormState {
  readonly locale: Locale
  readonly entered: Entered
  /** Messages by field pointer, in the language of the page. */
  readonly errors: ReadonlyMap<string, readonly string[]>
  readonly options: ReferenceOptions
  /** Where row buttons post to, so that the page can come back at the list. */
  readonly action: string
  /** The row that was just added. */
  readonly focus?: string | undefined
  /** Tells the fields of one form from those of another on the same page. */
  readonly scope?: string
  /** Fields that the form carries along without showing them. */
  readonly isHidden?: (pointer: string) => boolean
  /** When what must be filled in depends on what is written, marking single fields as optional would mislead. */
  readonly isSilentOnOptional?: boolean
}

type Kind<K extends FormField['kind']> = Extract<FormField, { kind: K }>

interface Placed<F extends FormField = FormField> {
  readonly form: FormState
  readonly field: F
  readonly pointer: string
  /** The field's name when it differs from its label, for the rows of a list. */
  readonly label?: string
}

const describedBy = ({ form, field, pointer }: Placed): string | undefined => {
  const id = fieldId(pointer, form.scope)
  const parts = [
    ...(field.help || hintOf(form, field) ? [`${id}-help`] : []),
    ...(form.errors.has(pointer) ? [`${id}-error`] : []),
  ]
  return parts.length > 0 ? parts.join(' ') : undefined
}

/** Bounds are told before they are broken, when they are ones that a person could break. */
const hintOf = ({ locale }: FormState, field: FormField): string | undefined => {
  if (field.kind !== 'integer' && field.kind !== 'decimal') return undefined
  if (field.min <= 0 && field.max >= 100_000) return undefined
  const { t } = locale
  return `${t(formWords.between)} ${writeNumber(field.min)} ${t(formWords.and)} ${writeNumber(field.max)}.`
}

const Help = ({ form, field, pointer }: Placed) => {
  const hint = hintOf(form, field)
  if (!field.help && !hint) return null
  return (
    <div data-field="description" id={`${fieldId(pointer, form.scope)}-help`}>
      {[...(field.help ? [form.locale.t(field.help)] : []), ...(hint ? [hint] : [])].join(' ')}
    </div>
  )
}

const Errors = ({ form, pointer }: { form: FormState; pointer: string }) => {
  const messages = form.errors.get(pointer)
  if (!messages) return null
  return (
    <div class="ds-validation-message" data-field="validation" id={`${fieldId(pointer, form.scope)}-error`}>
      <span class="ds-sr-only">{form.locale.t(formWords.fieldError)} </span>
      {messages.join(' ')}
    </div>
  )
}

const OptionalMark = ({ form, field }: { form: FormState; field: FormField }) =>
  field.isRequired || form.isSilentOnOptional ? null : <span class="optional"> {form.locale.t(formWords.optional)}</span>

const Label = ({ form, field, pointer, label }: Placed) => (
  <label class="ds-label" for={fieldId(pointer, form.scope)}>
    {label ?? form.locale.t(field.label)}
    <OptionalMark form={form} field={field} />
  </label>
)

const Legend = ({ form, field, label }: Placed) => (
  <legend class="ds-label">
    {label ?? form.locale.t(field.label)}
    <OptionalMark form={form} field={field} />
  </legend>
)

const attributesOf = (placed: Placed) => ({
  id: fieldId(placed.pointer, placed.form.scope),
  name: placed.pointer,
  'aria-describedby': describedBy(placed),
  'aria-invalid': placed.form.errors.has(placed.pointer) ? ('true' as const) : undefined,
  autofocus: isFirstOf(placed) || undefined,
})

/** The first field of the row that was just added takes the cursor. */
const isFirstOf = ({ form, pointer }: Placed): boolean => form.focus === pointer

const Counter = ({ form, field, pointer }: Placed<Kind<'text' | 'prose' | 'url' | 'organisationNumber'>>) => (
  <div
    class="counter"
    id={`${fieldId(pointer, form.scope)}-count`}
    aria-live="polite"
    data-left={form.locale.t(formWords.charactersLeft)}
    data-over={form.locale.t(formWords.charactersOver)}
    hidden
  >
    {String(field.maxLength)}
  </div>
)

const proseRows = 4
/** Longer texts than this get several lines to be written on. */
const longestLine = 300
const shortText = 60

const TextField = (placed: Placed<Kind<'text' | 'prose' | 'url' | 'organisationNumber'>>) => {
  const { form, field, pointer } = placed
  const value = form.entered.get(pointer) ?? ''
  const isLong = field.kind === 'prose' || (field.kind === 'text' && field.maxLength > longestLine)
  const isShort = field.kind === 'organisationNumber' || field.maxLength <= shortText
  return (
    <div class={`ds-field${isShort ? ' field--short' : ''}`}>
      <Label {...placed} />
      <Help {...placed} />
      {isLong ? (
        <textarea
          class="ds-input"
          rows={field.kind === 'prose' ? proseRows : 2}
          data-limit={field.maxLength}
          {...attributesOf(placed)}
        >
          {/* The parser of HTML drops a line break that comes first; two keep one. */}
          {value.startsWith('\n') ? `\n${value}` : value}
        </textarea>
      ) : (
        <input
          class="ds-input"
          type={field.kind === 'url' ? 'url' : 'text'}
          inputmode={field.kind === 'organisationNumber' ? 'numeric' : undefined}
          maxlength={field.maxLength}
          value={value}
          {...attributesOf(placed)}
        />
      )}
      {isLong && <Counter {...placed} />}
      <Errors {...placed} />
    </div>
  )
}

const NumberField = (placed: Placed<Kind<'integer' | 'decimal' | 'money'>>) => {
  const { form, field, pointer } = placed
  const { t } = form.locale
  const unit = field.kind === 'money' ? t(formWords.kronor) : field.unit && t(field.unit)
  return (
    <div class="ds-field field--short">
      <Label {...placed} />
      <Help {...placed} />
      <div class="ds-field-affixes figure">
        <input
          class="ds-input"
          type="text"
          inputmode={field.kind === 'integer' ? 'numeric' : 'decimal'}
          autocomplete="off"
          value={form.entered.get(pointer) ?? ''}
          {...attributesOf(placed)}
        />
        {unit && <span class="ds-field-affix">{unit}</span>}
      </div>
      <Errors {...placed} />
    </div>
  )
}

const DateField = (placed: Placed<Kind<'date' | 'yesNo'>>) => (
  <div class="ds-field field--short">
    <Label {...placed} />
    <Help {...placed} />
    <input class="ds-input" type="date" value={placed.form.entered.get(placed.pointer) ?? ''} {...attributesOf(placed)} />
    <Errors {...placed} />
  </div>
)

const Picker = ({ placed, options }: { placed: Placed; options: readonly ReferenceOption[] }) => {
  const { form, pointer } = placed
  const picked = form.entered.get(pointer) ?? ''
  const isGone = picked !== '' && !options.some(({ value }) => value === picked)
  return (
    <div class="ds-field field--half">
      <Label {...placed} />
      <Help {...placed} />
      <select class="ds-input" {...attributesOf(placed)}>
        <option value="">{form.locale.t(placed.field.isRequired ? formWords.choose : formWords.notAnswered)}</option>
        {isGone && (
          <option value={picked} selected>
            {picked} ({form.locale.t(formWords.noLongerThere)})
          </option>
        )}
        {options.map(({ value, label }) => (
          <option value={value} selected={value === picked}>
            {label}
          </option>
        ))}
      </select>
      {options.length === 0 && <NothingToChoose placed={placed} />}
      <Errors {...placed} />
    </div>
  )
}

const NothingToChoose = ({ placed: { form, field } }: { placed: Placed }) =>
  field.kind === 'reference' || field.kind === 'references' ? (
    <p class="note">
      {form.locale.t(formWords.nothingToChoose)} {sourceNames[field.source][form.locale.language]}.
    </p>
  ) : null

/** More than these stand side by side where there is room. */
const manyBoxes = 6

const Boxes = ({
  placed,
  type,
  options,
}: {
  placed: Placed
  type: 'radio' | 'checkbox'
  options: readonly ReferenceOption[]
}) => {
  const { form, pointer } = placed
  const picked = new Set(form.entered.getAll(pointer))
  const gone = [...picked].filter((value) => value !== '' && !options.some((option) => option.value === value))
  const all = [...options, ...gone.map((value) => ({ value, label: `${value} (${form.locale.t(formWords.noLongerThere)})` }))]
  return (
    <fieldset class="ds-fieldset" id={fieldId(pointer, form.scope)} aria-describedby={describedBy(placed)} tabindex={-1}>
      <Legend {...placed} />
      <Help {...placed} />
      <div
        class={`boxes${options.length > manyBoxes ? ' boxes--many' : ''}${placed.field.kind === 'yesNo' ? ' boxes--pair' : ''}`}
      >
        {all.map(({ value, label }, index) => {
          const id = `${fieldId(pointer, form.scope)}-${index}`
          return (
            <div class="ds-field">
              <input
                class="ds-input"
                type={type}
                id={id}
                name={pointer}
                value={value}
                checked={picked.has(value)}
                aria-invalid={form.errors.has(pointer) ? 'true' : undefined}
                autofocus={(index === 0 && isFirstOf(placed)) || undefined}
              />
              <label class="ds-label" data-weight="regular" for={id}>
                {label}
              </label>
            </div>
          )
        })}
      </div>
      {all.length === 0 && <NothingToChoose placed={placed} />}
      <Errors {...placed} />
    </fieldset>
  )
}

const mostRadios = 5

const translated = ({ form, field }: Placed<Kind<'choice' | 'choices'>>): ReferenceOption[] =>
  field.options.map(({ value, label }) => ({ value, label: form.locale.t(label) }))

const yesAndNo = ({ locale: { t } }: FormState): ReferenceOption[] => [
  { value: 'yes', label: t(formWords.yes) },
  { value: 'no', label: t(formWords.no) },
]

const Group = (placed: Placed<Kind<'group'>>) => (
  <fieldset class="ds-fieldset group" id={fieldId(placed.pointer, placed.form.scope)} tabindex={-1}>
    <Legend {...placed} />
    <Help {...placed} />
    <Errors {...placed} />
    <div class="fields">
      <Fields form={placed.form} fields={placed.field.fields} pointer={placed.pointer} />
    </div>
  </fieldset>
)

const RowButton = ({
  form,
  list,
  action,
  children,
  hiddenText,
}: {
  form: FormState
  list: string
  action: string
  children: Child
  hiddenText: string
}) => (
  <button
    class="ds-button"
    data-variant="tertiary"
    data-size="sm"
    data-color={action.startsWith('remove:') ? 'danger' : 'neutral'}
    type="submit"
    name="_action"
    value={action}
    formaction={`${form.action}#${fieldId(list, form.scope)}`}
    formnovalidate
  >
    {children}
    <span class="ds-sr-only"> {hiddenText}</span>
  </button>
)

const titleLength = 70

/** What a row is called: its first words, so that closed rows can be told apart. */
const rowTitle = ({ entered, isHidden }: FormState, item: FormField, pointer: string): string => {
  if (item.kind !== 'group') return ''
  const words = Object.entries(item.fields)
    .filter(([key, { kind }]) => (kind === 'text' || kind === 'prose') && !isHidden?.(child(pointer, key)))
    .map(([key]) => (entered.get(child(pointer, key)) ?? '').trim())
    .filter((value) => value !== '')
    .slice(0, 2)
    .join(' ')
  return words.length > titleLength ? `${words.slice(0, titleLength)}…` : words
}

const openRowLimit = 4

const hasErrorsUnder = (form: FormState, pointer: string): boolean =>
  [...form.errors.keys()].some((key) => key === pointer || key.startsWith(`${pointer}/`))

const firstFieldOf = (field: FormField, pointer: string): string => {
  if (field.kind !== 'group') return pointer
  const [first] = Object.entries(field.fields)
  return first ? firstFieldOf(first[1], child(pointer, first[0])) : pointer
}

interface RowPlace {
  readonly list: Placed<Kind<'list'>>
  readonly row: string
  readonly index: number
  readonly rows: number
}

const RowTools = ({ list: { form, field, pointer }, row, index }: RowPlace) => {
  const { t } = form.locale
  const name = `${t(field.item.label)} ${index + 1}`
  return (
    <div class="row__tools">
      {index > 0 && (
        <RowButton form={form} list={pointer} action={upAction(pointer, row)} hiddenText={name}>
          {t(formWords.moveUp)}
        </RowButton>
      )}
      <RowButton form={form} list={pointer} action={removeAction(pointer, row)} hiddenText={name}>
        {t(formWords.remove)}
      </RowButton>
    </div>
  )
}

const Row = (place: RowPlace) => {
  const { list, row, index, rows } = place
  const { form, field, pointer } = list
  const at = child(pointer, row)
  const inner = form.focus === at ? { ...form, focus: firstFieldOf(field.item, at) } : form
  const name = `${form.locale.t(field.item.label)} ${index + 1}`
  const hidden = <input type="hidden" name={pointer} value={row} />
  if (field.item.kind !== 'group')
    return (
      <li class="row row--single" id={fieldId(at, form.scope)}>
        {hidden}
        <AnyField form={inner} field={field.item} pointer={at} label={name} />
        <RowTools {...place} />
      </li>
    )
  const isOpen = rows <= openRowLimit || form.focus === at || hasErrorsUnder(form, at)
  return (
    <li class="row">
      {hidden}
      <details class="row__details" open={isOpen}>
        <summary>
          <span class="row__name">{name}</span> <span class="row__title">{rowTitle(form, field.item, at)}</span>
        </summary>
        <fieldset class="ds-fieldset row__body" id={fieldId(at, form.scope)} tabindex={-1}>
          <legend class="ds-sr-only">{name}</legend>
          <Errors form={form} pointer={at} />
          <div class="fields">
            <Fields form={inner} fields={field.item.fields} pointer={at} />
          </div>
          <RowTools {...place} />
        </fieldset>
      </details>
    </li>
  )
}

const List = (placed: Placed<Kind<'list'>>) => {
  const { form, field, pointer } = placed
  const { t } = form.locale
  const rows = rowsOf(form.entered, pointer)
  return (
    <fieldset
      class="ds-fieldset list"
      id={fieldId(pointer, form.scope)}
      data-list={pointer}
      aria-describedby={describedBy(placed)}
      tabindex={-1}
    >
      <Legend {...placed} />
      <Help {...placed} />
      <Errors {...placed} />
      {rows.length === 0 ? (
        <p class="note">{t(formWords.noRows)}</p>
      ) : (
        <ol class="rows">
          {rows.map((row, index) => (
            <Row list={placed} row={row} index={index} rows={rows.length} />
          ))}
        </ol>
      )}
      {roomLeft(field, rows.length) > 0 && (
        <button
          class="ds-button list__add"
          data-variant="secondary"
          data-size="sm"
          type="submit"
          name="_action"
          value={addAction(pointer)}
          formaction={`${form.action}#${fieldId(pointer, form.scope)}`}
          formnovalidate
        >
          {t(formWords.add)} {t(field.item.label).toLocaleLowerCase(form.locale.language)}
        </button>
      )}
    </fieldset>
  )
}

const referenceOptions = ({ form, field }: Placed<Kind<'reference' | 'references'>>): readonly ReferenceOption[] =>
  form.options[field.source] ?? []

const AnyField = (placed: Placed) => {
  const { form, field, pointer } = placed
  if (form.isHidden?.(pointer)) return <input type="hidden" name={pointer} value={form.entered.get(pointer) ?? ''} />
  switch (field.kind) {
    case 'text':
    case 'prose':
    case 'url':
    case 'organisationNumber':
      return <TextField {...placed} field={field} />
    case 'integer':
    case 'decimal':
    case 'money':
      return <NumberField {...placed} field={field} />
    case 'date':
      return <DateField {...placed} field={field} />
    case 'yesNo':
      return field.isRequired ? (
        <Boxes placed={placed} type="radio" options={yesAndNo(form)} />
      ) : (
        <Picker placed={placed} options={yesAndNo(form)} />
      )
    case 'choice': {
      const options = translated({ form, field, pointer })
      const isRadio = field.isRequired && options.length <= mostRadios && pointer.split('/').length === 2
      return isRadio ? <Boxes placed={placed} type="radio" options={options} /> : <Picker placed={placed} options={options} />
    }
    case 'choices':
      return <Boxes placed={placed} type="checkbox" options={translated({ form, field, pointer })} />
    case 'reference':
      return <Picker placed={placed} options={referenceOptions({ form, field, pointer })} />
    case 'references':
      return <Boxes placed={placed} type="checkbox" options={referenceOptions({ form, field, pointer })} />
    case 'group':
      return <Group {...placed} field={field} />
    case 'list':
      return <List {...placed} field={field} />
  }
}

/** All fields of a group, in the order that its description has them. */
export const Fields = ({
  form,
  fields,
  pointer = '',
}: {
  form: FormState
  fields: Readonly<Record<string, FormField>>
  pointer?: string
}) => (
  <>
    {Object.entries(fields).map(([key, field]) => (
      <AnyField form={form} field={field} pointer={child(pointer, key)} />
    ))}
  </>
)
