import type { Item, Table } from '#lambda/table.ts'

/**
 * A table whose rows somebody has got at: `tamper` sees each stored row with its body as text, exactly as the
 * database keeps it, and gives it back changed, or nothing for a row that is gone. A body that is no JSON any
 * more throws when it is read, as the real table does.
 */
export const tamperedTable = (
  table: Table,
  tamper: (row: { pk: string; sk: string; text: string }) => string | undefined,
): Table => {
  const changed = (item: Item): Item[] => {
    const before = JSON.stringify(item.body)
    const after = tamper({ pk: item.pk, sk: item.sk, text: before })
    return after === undefined ? [] : [{ ...item, body: JSON.parse(after) }]
  }
  return {
    get: async (key) => {
      const item = await table.get(key)
      return item && changed(item)[0]
    },
    query: async (request) => {
      const page = await table.query(request)
      return { ...page, items: page.items.flatMap(changed) }
    },
    commit: table.commit,
  }
}
