import type { Refusal } from '../../forms/refusal.tsx'

/** Short texts that are written one on each line, and kept as a list. */
export const linesOf = (written: unknown): string[] =>
  typeof written === 'string'
    ? written
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '')
    : []

/** What is wrong with one line is told at the field that all lines are written in. */
export const atWholeFields = (refusal: Refusal, fields: readonly string[]): Refusal => ({
  ...refusal,
  errors: refusal.errors.map(({ pointer, message }) => {
    const field = fields.find((name) => pointer.startsWith(`/${name}/`))
    return { pointer: field === undefined ? pointer : `/${field}`, message }
  }),
})
