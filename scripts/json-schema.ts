import * as z from 'zod'

/** Long patterns that zod writes for formats that JSON Schema has names for. */
const named = new Set(['uuid', 'date', 'date-time', 'email', 'uri'])

const tidy = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(tidy)
  if (value === null || typeof value !== 'object') return value
  const entries = Object.entries(value).filter(
    ([key]) => key !== '$schema' && !(key === 'pattern' && 'format' in value && named.has(String(value.format))),
  )
  return Object.fromEntries(entries.map(([key, member]) => [key, tidy(member)]))
}

/** Removes `additionalProperties: false`: readers of answers and events tolerate fields that come later. */
const tolerant = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(tolerant)
  if (value === null || typeof value !== 'object') return value
  const entries = Object.entries(value).filter(([key, member]) => !(key === 'additionalProperties' && member === false))
  return Object.fromEntries(entries.map(([key, member]) => [key, tolerant(member)]))
}

/** JSON Schema 2020-12 of what is sent to us: unknown fields are refused. */
export const requestSchema = (schema: z.ZodType): object =>
  tidy(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })) as object

/** JSON Schema 2020-12 of what we send. */
export const answerSchema = (schema: z.ZodType): object =>
  tolerant(tidy(z.toJSONSchema(schema, { io: 'output', unrepresentable: 'any' }))) as object
