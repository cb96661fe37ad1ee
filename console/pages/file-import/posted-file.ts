import * as z from 'zod'
import type { Text } from '#contracts/language.ts'
import type { ApiProblem } from '../../api/client.ts'
import type { Grid, Unreadable } from '../../tables/cells.ts'
import type { ImportText } from './import-text.ts'

/** Why a file went no further: said at its field, told by the reader of the file, or answered by the service. */
export type Unfit =
  | { readonly kind: 'fault'; readonly message: Text }
  | { readonly kind: 'unreadable'; readonly because: Unreadable }
  | { readonly kind: 'refused'; readonly problem: ApiProblem }

/** What is to be put right in a file. */
export interface RowProblem {
  /** As the reader's own program numbers rows; of JSON, the object's place. */
  readonly row: number
  /** What the column or field is called. */
  readonly place: Text
  readonly message: Text
}

type OrUnfit<Found> = ({ readonly ok: true } & Found) | { readonly ok: false; readonly unfit: Unfit }

/** Below what the console takes of any form, so that it is told at the field and not by the frame. */
const largestFileBytes = 900_000

type FieldText = Pick<ImportText, 'noFile' | 'tooLarge'>

const faultAtField = (message: Text) => ({ ok: false, unfit: { kind: 'fault', message } }) as const

/** @param posted the form's field, of which a browser without a chosen file posts one without a name. */
export const chosenFile = (
  posted: unknown,
  text: FieldText,
  largestBytes = largestFileBytes,
): OrUnfit<{ readonly file: File }> => {
  if (!(posted instanceof File) || posted.name === '') return faultAtField(text.noFile)
  return posted.size > largestBytes ? faultAtField(text.tooLarge) : { ok: true, file: posted }
}

/** The cells of a CSV or Excel file. */
export const readTableFile = async (bytes: Uint8Array): Promise<OrUnfit<{ readonly grid: Grid }>> => {
  // A file of its own in the cloud: most pages do without.
  const { readTable } = await import('../../tables/read-table.ts')
  const read = await readTable(bytes)
  return read.ok ? read : { ok: false, unfit: { kind: 'unreadable', because: read.because } }
}

/** The cells of the CSV or Excel file that a form posted. */
export const readPostedTable = async (posted: unknown, text: FieldText): Promise<OrUnfit<{ readonly grid: Grid }>> => {
  const chosen = chosenFile(posted, text)
  return chosen.ok ? readTableFile(new Uint8Array(await chosen.file.arrayBuffer())) : chosen
}

/** The rows that the preview page carried to the confirmation; undefined for anything that has not come from it. */
export const carriedRows = (sent: string | null, most = Infinity): readonly unknown[] | undefined => {
  try {
    return z
      .array(z.unknown())
      .min(1)
      .max(most)
      .parse(JSON.parse(sent ?? ''))
  } catch {
    return undefined
  }
}
