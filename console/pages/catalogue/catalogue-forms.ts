import type { FormField } from '#phase/field.ts'
import { catalogueForms } from '../../api/catalogue-views.ts'
import type { CatalogueForms } from '../../api/catalogue-views.ts'
import type { FormFields } from '../../forms/action-form.tsx'
import type { Visit } from '../../visit.ts'

/** The forms are the service's own, so that what it takes and what is drawn are the same. */
export const loadForms = async (visit: Visit): Promise<CatalogueForms> =>
  (await visit.api.read('/v1/catalogue/forms', catalogueForms)).value

interface Named {
  readonly value: string
  readonly label: string
}

/** The choices of a field, in the language of the page. */
export const optionsOf = (fields: FormFields, key: string, { locale: { t } }: Visit): Named[] => {
  const field: FormField | undefined = fields[key]
  return field && 'options' in field ? field.options.map(({ value, label }) => ({ value, label: t(label) })) : []
}

export const optionName = (fields: FormFields, key: string, value: string, visit: Visit): string =>
  optionsOf(fields, key, visit).find((option) => option.value === value)?.label ?? value

/** Only what has been filled in: a reader of the catalogue is not told of everything that was not. */
export const filledFields = (
  fields: FormFields,
  content: Readonly<Record<string, unknown>>,
  without: readonly string[],
): FormFields =>
  Object.fromEntries(
    Object.entries(fields).filter(([key]) => {
      const value = content[key]
      return !without.includes(key) && value !== undefined && !(Array.isArray(value) && value.length === 0)
    }),
  )
