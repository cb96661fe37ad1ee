import type * as z from 'zod'
import type { Item, Key, Query, Table } from '#lambda/table.ts'
import type { Documents, Page, PageOf } from '../application/documents.ts'

interface Kept<S extends z.ZodType, Id> {
  readonly schema: S
  readonly keyOf: (id: Id) => Key
  readonly idOf: (value: z.infer<S>) => Id
  /** Under what it is listed; an index that is not named does not have it. */
  readonly attributesOf?: (value: z.infer<S>) => Readonly<Record<string, string>>
  /** Epoch seconds after which the row may disappear. */
  readonly expiresAt?: (value: z.infer<S>) => number
}

export const itemOf = <S extends z.ZodType, Id>(
  { keyOf, idOf, attributesOf, expiresAt }: Kept<S, Id>,
  value: z.infer<S>,
  version: number,
): Item => ({
  ...keyOf(idOf(value)),
  version,
  ...(attributesOf && { attributes: attributesOf(value) }),
  ...(expiresAt && { expiresAt: expiresAt(value) }),
  body: value,
})

/** Things of one kind in the service's table, each a row of its own with a version. */
export const createDocuments = <S extends z.ZodType, Id>(
  table: Table,
  kept: Kept<S, Id>,
): Documents<z.infer<S>, Id> & {
  readonly page: (query: Omit<Query, 'limit' | 'cursor'>, page: PageOf) => Promise<Page<z.infer<S>>>
} => ({
  find: async (id) => {
    const item = await table.get(kept.keyOf(id))
    return item && { value: kept.schema.parse(item.body), version: item.version ?? 0 }
  },

  put: (value, version) => ({
    item: itemOf(kept, value, version + 1),
    expects: version === 0 ? 'absent' : { version },
  }),

  page: async (query, { limit, cursor: from }) => {
    const { items, cursor } = await table.query({ ...query, limit, ...(from !== undefined && { cursor: from }) })
    return { found: items.map(({ body }) => kept.schema.parse(body)), ...(cursor !== undefined && { cursor }) }
  },
})
