import type { Text } from '#contracts/language.ts'

type Named = Readonly<Record<string, { readonly name: Text }>>

/** The options of a choice among the rows of a table, under the rows' own keys. */
export const namesOf = <const T extends Named>(table: T): { readonly [K in keyof T]: Text } =>
  // Object.fromEntries loses the keys that the table carries.
  Object.fromEntries(Object.entries(table).map(([key, { name }]) => [key, name])) as { readonly [K in keyof T]: Text }
