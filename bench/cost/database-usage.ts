import type { TableIndex } from '#lambda/declaration.ts'
import { indexWrites, readUnits, rowBytes, tableWriteUnits } from './dynamo-units.ts'
import type { Row } from './dynamo-units.ts'
import type { Exchange } from './exchange.ts'
import type { Tally } from './tally.ts'

interface Put {
  readonly TableName: string
  readonly Item: Row
}

/** A partition of a table or of an index, with everything that was written to it. */
export interface WrittenPartition {
  readonly table: string
  readonly place: string
  readonly partition: string
  readonly units: number
}

/** All rows of one kind in a table, with everything that was written of them. */
export interface WrittenRows {
  readonly table: string
  /** What both keys begin with, for example `CASE REC#HEAD`. */
  readonly row: string
  readonly writes: number
  readonly bytes: number
  readonly tableUnits: number
  readonly indexUnits: number
}

const textOf = (row: Row, name: string): string => {
  const value = row[name]
  return value && 'S' in value ? value.S : ''
}

/** Names are in capitals, and what comes after them says which row it is. */
const rowKind = (row: Row): string =>
  [textOf(row, 'pk'), textOf(row, 'sk')].map((key) => /^[A-Z]+(?:#[A-Z]+(?=#|$))*/.exec(key)?.[0] ?? '?').join(' ')

const keyOf = ({ TableName, Item }: Put): string => JSON.stringify([TableName, Item['pk'], Item['sk']])

/**
 * Counts what the functions' requests take of DynamoDB. It has to see every write from the first on, because a write
 * is charged by the row that was there before, too.
 */
export const createDatabaseUsage = (indexesOf: (table: string) => readonly TableIndex[]) => {
  const rows = new Map<string, Row>()
  const written = new Map<string, WrittenPartition>()
  const kinds = new Map<string, WrittenRows>()

  const note = (table: string, place: string, partition: string, units: number): number => {
    const key = JSON.stringify([table, place, partition])
    written.set(key, { table, place, partition, units: (written.get(key)?.units ?? 0) + units })
    return units
  }

  const writeUnitsOf = (put: Put): number => {
    const { TableName: table, Item: after } = put
    const before = rows.get(keyOf(put))
    const tableUnits = note(table, 'table', textOf(after, 'pk'), tableWriteUnits(before, after))
    const indexUnits = indexesOf(table)
      .flatMap((index) => indexWrites(index, before, after).map((write) => ({ ...write, index })))
      .reduce((sum, write) => sum + note(table, write.index.name, write.partition, write.units), 0)
    const row = rowKind(after)
    const known = kinds.get(`${table} ${row}`)
    kinds.set(`${table} ${row}`, {
      table,
      row,
      writes: (known?.writes ?? 0) + 1,
      bytes: (known?.bytes ?? 0) + rowBytes(after),
      tableUnits: (known?.tableUnits ?? 0) + tableUnits,
      indexUnits: (known?.indexUnits ?? 0) + indexUnits,
    })
    return tableUnits + indexUnits
  }

  return {
    /** A transaction that was cancelled has taken its units all the same. */
    tallyOf: ({ operation, request, status, answer }: Exchange): Partial<Tally> => {
      switch (operation) {
        case 'TransactWriteItems': {
          // What services/shared/lambda/dynamo-table.ts sends.
          const puts = (request as { TransactItems: readonly { Put: Put }[] }).TransactItems.map((item) => item.Put)
          const writeUnits = puts.reduce((sum, put) => sum + writeUnitsOf(put), 0)
          if (status === 200) for (const put of puts) rows.set(keyOf(put), put.Item)
          return { transactions: 1, writeUnits }
        }
        case 'GetItem': {
          const { Item: row } = answer as { Item?: Row }
          return { readUnits: readUnits(row ? [row] : [], true) }
        }
        case 'Query': {
          const { Items: found = [] } = answer as { Items?: readonly Row[] }
          return { readUnits: readUnits(found, (request as { ConsistentRead?: boolean }).ConsistentRead === true) }
        }
        default:
          throw new Error(`no rule for what ${operation} takes of DynamoDB`)
      }
    },
    written: (): readonly WrittenPartition[] => [...written.values()],
    writtenRows: (): readonly WrittenRows[] => [...kinds.values()],
  }
}
