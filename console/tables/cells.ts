import type { Text } from '#contracts/language.ts'

/** A cell as its file has it: CSV has texts only, Excel tells numbers and days from texts. */
export type Cell = string | number | boolean | Date | null

export interface Grid {
  readonly kind: 'csv' | 'xlsx'
  /** Row by row as the reader's own program numbers them; blank rows are kept. */
  readonly rows: readonly (readonly Cell[])[]
}

/** Why a file cannot be read at all, and what to do about it. */
export interface Unreadable {
  readonly title: Text
  readonly remedy: Text
}

export type ReadGrid = { readonly ok: true; readonly grid: Grid } | { readonly ok: false; readonly because: Unreadable }

export const unreadable = (title: Text, remedy: Text): ReadGrid => ({ ok: false, because: { title, remedy } })

/** A column of a table that is written out: its cells are written as what they are. */
export interface WrittenColumn {
  readonly label: string
  /** In characters. */
  readonly width: number
}

export interface WrittenTable {
  /** At most 31 characters: what Excel allows of a sheet's name. */
  readonly name: string
  readonly columns: readonly WrittenColumn[]
  readonly rows: readonly (readonly (string | number | null)[])[]
}
