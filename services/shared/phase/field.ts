import * as z from 'zod'
import type { Text } from '#contracts/language.ts'
import { isOrganisationNumber } from '#lambda/swedish-numbers.ts'

/**
 * The fields that sections are made of. One declaration gives three things: the schema of a finished
 * section (`complete`), the schema of a draft - the same types and limits, but anything may still be
 * missing (`draft`) - and the description that a form is drawn from (`form`).
 */
export interface Field<Complete extends z.ZodType = z.ZodType> {
  readonly complete: Complete
  readonly draft: z.ZodType
  readonly form: FormField
}

export interface Labels {
  readonly label: Text
  readonly help?: Text
}

/** Lists that a choice can be made from and that only the case knows: filled in by whoever draws the form. */
export type ReferenceSource =
  | 'functions'
  | 'requirements'
  | 'candidates'
  | 'solutions'
  | 'benefits'
  | 'costs'
  | 'organisations'
  | 'strategyGoals'
  | 'priorityCriteria'

export interface Option {
  readonly value: string
  readonly label: Text
}

export type FormField = Labels & { readonly isRequired: boolean } & (
    | { readonly kind: 'text' | 'prose' | 'organisationNumber' | 'url'; readonly maxLength: number }
    | { readonly kind: 'integer' | 'decimal' | 'money'; readonly min: number; readonly max: number; readonly unit?: Text }
    | { readonly kind: 'date' | 'yesNo' }
    | { readonly kind: 'choice' | 'choices'; readonly options: readonly Option[] }
    | { readonly kind: 'reference' | 'references'; readonly source: ReferenceSource }
    | { readonly kind: 'group'; readonly fields: Readonly<Record<string, FormField>> }
    | { readonly kind: 'list'; readonly item: FormField; readonly min: number; readonly max: number }
  )

const textLimit = 300
const proseLimit = 4_000
const urlLimit = 500
const listLimit = 50
const choicesLimit = 30
const referenceLimit = 60
const moneyLimitOre = 1_000_000_000_000

const required = true as const

export const text = ({ max = textLimit, ...labels }: Labels & { max?: number }): Field<z.ZodString> => ({
  complete: z.string().trim().min(1).max(max),
  draft: z.string().max(max),
  form: { ...labels, kind: 'text', maxLength: max, isRequired: required },
})

/** Several lines of running text. */
export const prose = ({ max = proseLimit, ...labels }: Labels & { max?: number }): Field<z.ZodString> => ({
  complete: z.string().trim().min(1).max(max),
  draft: z.string().max(max),
  form: { ...labels, kind: 'prose', maxLength: max, isRequired: required },
})

interface Range {
  readonly min?: number
  readonly max?: number
  readonly unit?: Text
}

const numberForm = (
  kind: 'integer' | 'decimal' | 'money',
  { min, max, unit, ...labels }: Labels & Range,
  limit: number,
): FormField => ({
  ...labels,
  kind,
  min: min ?? 0,
  max: max ?? limit,
  ...(unit && { unit }),
  isRequired: required,
})

export const integer = (options: Labels & Range): Field<z.ZodInt> => {
  const schema = z
    .int()
    .min(options.min ?? 0)
    .max(options.max ?? 100_000_000)
  return { complete: schema, draft: schema, form: numberForm('integer', options, 100_000_000) }
}

export const decimal = (options: Labels & Range): Field<z.ZodNumber> => {
  const schema = z
    .number()
    .min(options.min ?? 0)
    .max(options.max ?? 100_000_000)
  return { complete: schema, draft: schema, form: numberForm('decimal', options, 100_000_000) }
}

/** Integer öre. */
export const money = (options: Labels & Range): Field<z.ZodInt> => {
  const schema = z
    .int()
    .min(options.min ?? 0)
    .max(options.max ?? moneyLimitOre)
  return { complete: schema, draft: schema, form: numberForm('money', options, moneyLimitOre) }
}

export const date = (labels: Labels): Field<z.ZodISODate> => ({
  complete: z.iso.date(),
  draft: z.iso.date(),
  form: { ...labels, kind: 'date', isRequired: required },
})

export const yesNo = (labels: Labels): Field<z.ZodBoolean> => ({
  complete: z.boolean(),
  draft: z.boolean(),
  form: { ...labels, kind: 'yesNo', isRequired: required },
})

type Options = Readonly<Record<string, Text>>
type KeysOf<O extends Options> = { [K in keyof O & string]: K }

const optionsOf = (options: Options): Option[] => Object.entries(options).map(([value, label]) => ({ value, label }))

export const choice = <const O extends Options>({ options, ...labels }: Labels & { options: O }): Field<z.ZodEnum<KeysOf<O>>> => {
  // Object.keys loses the literal types that `options` carries.
  const schema = z.enum(Object.keys(options)) as unknown as z.ZodEnum<KeysOf<O>>
  return {
    complete: schema,
    draft: schema,
    form: { ...labels, kind: 'choice', options: optionsOf(options), isRequired: required },
  }
}

const hasEachOnce = (values: readonly unknown[]): boolean => new Set(values).size === values.length

/** Any number of the options, each once; at least one when complete. */
export const choices = <const O extends Options>({
  options,
  ...labels
}: Labels & { options: O }): Field<z.ZodArray<z.ZodEnum<KeysOf<O>>>> => {
  // As in `choice`.
  const schema = z.enum(Object.keys(options)) as unknown as z.ZodEnum<KeysOf<O>>
  return {
    complete: z
      .array(schema)
      .min(1)
      .max(choicesLimit)
      .refine(hasEachOnce, { params: { rule: 'repeated' } }),
    draft: z.array(schema).max(choicesLimit),
    form: { ...labels, kind: 'choices', options: optionsOf(options), isRequired: required },
  }
}

const referenceId = z.string().min(1).max(80)

/** The id of something that the case already holds. That it exists is a rule of the section, not of the type. */
export const reference = ({ source, ...labels }: Labels & { source: ReferenceSource }): Field<z.ZodString> => ({
  complete: referenceId,
  draft: referenceId,
  form: { ...labels, kind: 'reference', source, isRequired: required },
})

export const references = ({ source, ...labels }: Labels & { source: ReferenceSource }): Field<z.ZodArray<z.ZodString>> => ({
  complete: z.array(referenceId).min(1).max(referenceLimit),
  draft: z.array(referenceId).max(referenceLimit),
  form: { ...labels, kind: 'references', source, isRequired: required },
})

/** A Swedish organisation number with a right check digit. */
export const organisationNumber = (labels: Labels): Field<z.ZodString> => ({
  complete: z.string().refine(isOrganisationNumber, { params: { rule: 'organisationNumber' } }),
  draft: z.string().max(13),
  form: { ...labels, kind: 'organisationNumber', maxLength: 13, isRequired: required },
})

export const url = (labels: Labels): Field<z.ZodURL> => ({
  complete: z.url({ protocol: /^https?$/ }).max(urlLimit),
  draft: z.string().max(urlLimit),
  form: { ...labels, kind: 'url', maxLength: urlLimit, isRequired: required },
})

/** A field that may be left out of a complete section too. */
export const optional = <C extends z.ZodType>(field: Field<C>): Field<z.ZodOptional<C>> => ({
  complete: z.optional(field.complete),
  draft: field.draft,
  form: { ...field.form, isRequired: false },
})

export type Fields = Readonly<Record<string, Field>>
export type CompleteShape<F extends Fields> = { [K in keyof F]: F[K]['complete'] }

const mapFields = <T>(fields: Fields, map: (field: Field) => T): Record<string, T> =>
  Object.fromEntries(Object.entries(fields).map(([key, field]) => [key, map(field)]))

export const group = <F extends Fields>({
  fields,
  ...labels
}: Labels & { fields: F }): Field<z.ZodObject<CompleteShape<F>, z.core.$strict>> => ({
  // Object.entries loses the keys' own types that `fields` carries.
  complete: z.strictObject(mapFields(fields, (field) => field.complete)) as unknown as z.ZodObject<
    CompleteShape<F>,
    z.core.$strict
  >,
  draft: z.strictObject(mapFields(fields, (field) => field.draft.optional())),
  form: { ...labels, kind: 'group', fields: mapFields(fields, (field) => field.form), isRequired: required },
})

/** At least `min` (1 unless told) when complete; a draft may hold fewer. */
export const list = <C extends z.ZodType>({
  item,
  min = 1,
  max = listLimit,
  ...labels
}: Labels & { item: Field<C>; min?: number; max?: number }): Field<z.ZodArray<C>> => ({
  complete: z.array(item.complete).min(min).max(max),
  draft: z.array(item.draft).max(max),
  form: { ...labels, kind: 'list', item: item.form, min, max, isRequired: min > 0 },
})
