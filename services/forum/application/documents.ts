import type { Put } from '#lambda/table.ts'

/** What is kept, with the version that a later write must give back. */
export interface Stored<T> {
  readonly value: T
  readonly version: number
}

/** One kind of thing that the forum keeps: found by its id, and put in its place as a part of a transaction. */
export interface Documents<T, Id> {
  readonly find: (id: Id) => Promise<Stored<T> | undefined>
  /** @param version of what is there; 0 when nothing is. */
  readonly put: (value: T, version: number) => Put
}

export interface Page<T> {
  readonly found: readonly T[]
  readonly cursor?: string
}

export interface PageOf {
  readonly limit: number
  readonly cursor?: string | undefined
}

/** Pages are read until so many fit, or until there are no more: a filter leaves no half-empty pages. */
export const pageWhere = async <T>(
  read: (page: PageOf) => Promise<Page<T>>,
  fits: (found: T) => boolean,
  { limit, cursor: from }: PageOf,
): Promise<Page<T>> => {
  const found: T[] = []
  for (let cursor = from, isFirst = true; isFirst || (cursor !== undefined && found.length < limit); isFirst = false) {
    // Each page needs the cursor of the one before.
    // oxlint-disable-next-line no-await-in-loop
    const page: Page<T> = await read({ limit: limit - found.length, cursor })
    found.push(...page.found.filter(fits))
    cursor = page.cursor
    if (cursor === undefined || found.length >= limit) return { found, ...(cursor !== undefined && { cursor }) }
  }
  return { found }
}
