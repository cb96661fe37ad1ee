import type { FormField } from '#phase/field.ts'
import { child } from './pointer.ts'
import { rowsOf } from './read-form.ts'
import type { Entered } from './read-form.ts'

/**
 * Adding, removing and moving the rows of a list by submit buttons: the form comes back with a row more or less
 * and everything else as it was typed. Works without JavaScript.
 */
export type RowAction =
  | { readonly do: 'add'; readonly list: string }
  | { readonly do: 'remove' | 'up'; readonly list: string; readonly row: string }

export const addAction = (list: string): string => `add:${list}`
export const removeAction = (list: string, row: string): string => `remove:${child(list, row)}`
export const upAction = (list: string, row: string): string => `up:${child(list, row)}`

export const rowActionOf = (action: string | null): RowAction | undefined => {
  const [, verb, pointer] = action?.match(/^(add|remove|up):(\/.{1,500})$/) ?? []
  if (!verb || !pointer) return undefined
  if (verb === 'add') return { do: 'add', list: pointer }
  const cut = pointer.lastIndexOf('/')
  return { do: verb === 'up' ? 'up' : 'remove', list: pointer.slice(0, cut), row: pointer.slice(cut + 1) }
}

const maxRows = 200

/** The pointer of the row that was added, so that the page can put the cursor there. */
export const editRows = (entered: Entered, action: RowAction): string | undefined => {
  const rows = rowsOf(entered, action.list)
  const put = (changed: readonly string[]): void => {
    entered.delete(action.list)
    for (const row of changed) entered.append(action.list, row)
  }
  if (action.do === 'add') {
    if (rows.length >= maxRows) return undefined
    const row = String(Math.max(-1, ...rows.map(Number)) + 1)
    put([...rows, row])
    return child(action.list, row)
  }
  const position = rows.indexOf(action.row)
  if (action.do === 'remove') put(rows.filter((row) => row !== action.row))
  else if (position > 0) put(rows.with(position, rows[position - 1]!).with(position - 1, action.row)) // position > 0 has a row before it
  return undefined
}

/** How many rows a new row may still be added to. */
export const roomLeft = (field: Extract<FormField, { kind: 'list' }>, rows: number): number => Math.min(field.max, maxRows) - rows
