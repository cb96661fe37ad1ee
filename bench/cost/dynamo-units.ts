import type { TableIndex } from '#lambda/declaration.ts'

/**
 * How DynamoDB counts what a request takes (Developer Guide, "DynamoDB read and write operations" and "Item sizes
 * and formats"): writes by the started kilobyte of the larger of the row before and after, twice that in a
 * transaction; reads by four started kilobytes, half of it where an older answer will do.
 */

/** The product's rows hold texts and numbers, nothing else. */
export type Row = Readonly<Record<string, { readonly S: string } | { readonly N: string }>>

const writeUnitBytes = 1_024
const readUnitBytes = 4_096
const transactionFactor = 2

const numberBytes = (digits: string): number =>
  Math.ceil(digits.replaceAll(/[^\d]/g, '').replaceAll(/^0+|0+$/g, '').length / 2) + 1

const valueBytes = (value: Row[string]): number => ('S' in value ? Buffer.byteLength(value.S) : numberBytes(value.N))

export const rowBytes = (row: Row): number =>
  Object.entries(row).reduce((sum, [name, value]) => sum + Buffer.byteLength(name) + valueBytes(value), 0)

const kilobytes = (bytes: number): number => Math.max(1, Math.ceil(bytes / writeUnitBytes))

/** For one put in a transaction, on the table itself. */
export const tableWriteUnits = (before: Row | undefined, after: Row): number =>
  transactionFactor * kilobytes(Math.max(before ? rowBytes(before) : 0, rowBytes(after)))

const textOf = (row: Row | undefined, name: string): string | undefined => {
  const value = row?.[name]
  return value && 'S' in value ? value.S : undefined
}

export interface IndexWrite {
  readonly partition: string
  readonly units: number
}

/** What a put costs on one index over all attributes: a new entry, a changed one, or one taken out and one put in. */
export const indexWrites = ({ partition, sort }: TableIndex, before: Row | undefined, after: Row): readonly IndexWrite[] => {
  const entryOf = (row: Row | undefined): { key: string; partition: string; units: number } | undefined => {
    const [from, to] = [textOf(row, partition), textOf(row, sort)]
    return row === undefined || from === undefined || to === undefined
      ? undefined
      : { key: `${from}\n${to}`, partition: from, units: kilobytes(rowBytes(row)) }
  }
  const [old, now] = [entryOf(before), entryOf(after)]
  if (old && now && old.key === now.key) return [{ partition: now.partition, units: Math.max(old.units, now.units) }]
  return [old, now].flatMap((entry) => (entry ? [{ partition: entry.partition, units: entry.units }] : []))
}

/** @param rows everything that one request read. A request that finds nothing reads one unit all the same. */
export const readUnits = (rows: readonly Row[], isConsistent: boolean): number => {
  const bytes = rows.reduce((sum, row) => sum + rowBytes(row), 0)
  return Math.max(1, Math.ceil(bytes / readUnitBytes)) * (isConsistent ? 1 : 0.5)
}
