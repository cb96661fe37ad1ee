import * as z from 'zod'

/** An opaque page cursor: what was read, and the last key of it. It opens nothing by itself; every read is authorised anew. */

export type CursorKey = Record<string, { S: string }>

const sealed = z.strictObject({
  of: z.string().max(2_000),
  key: z.record(z.string().max(40), z.strictObject({ S: z.string().max(1_000) })),
})

const open = (cursor: string) => sealed.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()))

/** @param of what names the query, so that its cursor is not taken for another one's. */
export const sealCursor = (of: string, key: CursorKey): string => Buffer.from(JSON.stringify({ of, key })).toString('base64url')

/** Where to read on; undefined for a cursor of another query, which is then read from its start. */
export const openCursor = (of: string, cursor: string): CursorKey | undefined => {
  const opened = open(cursor)
  return opened.of === of ? opened.key : undefined
}

const isCursor = (value: string): boolean => {
  try {
    open(value)
    return true
  } catch {
    return false
  }
}

/** For the query of every route that pages. */
export const pageCursor = z
  .string()
  .max(4_000)
  .refine(isCursor, { params: { rule: 'cursor' } })

export const pageLimit = z.coerce.number().int().min(1).max(100).default(20)
