import { unreadable } from './cells.ts'
import type { ReadGrid } from './cells.ts'
import { readCsv } from './read-csv.ts'
import { readXlsx } from './read-xlsx.ts'

const zip = [0x50, 0x4b] as const
/** Excel before 2007, and files protected by a password. */
const compoundFile = [0xd0, 0xcf, 0x11, 0xe0] as const

const begins = (bytes: Uint8Array, mark: readonly number[]): boolean => mark.every((byte, index) => bytes[index] === byte)

/** A CSV or Excel file by what is in it, whatever it is called. */
export const readTable = async (bytes: Uint8Array): Promise<ReadGrid> => {
  if (bytes.length === 0)
    return unreadable(
      { sv: 'Filen är tom', en: 'The file is empty' },
      { sv: 'Välj filen som du har fyllt i.', en: 'Choose the file that you have filled in.' },
    )
  if (begins(bytes, compoundFile))
    return unreadable(
      { sv: 'Filen är i ett gammalt Excelformat eller har lösenord', en: 'The file is old Excel or has a password' },
      { sv: 'Spara den som .xlsx utan lösenord.', en: 'Save it as .xlsx without a password.' },
    )
  return begins(bytes, zip) ? readXlsx(bytes) : readCsv(bytes)
}
