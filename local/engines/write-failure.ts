import type { Text } from '#contracts/language.ts'
import { oneLine } from '../one-line.ts'

/** SQLITE_FULL of SQLite's result codes. */
const diskIsFull = 13

/** Why a program that keeps its state in SQLite has ended, when SQLite could not write; ends a line that names the program. */
export const describeWriteFailure = (error: unknown): string => {
  const isFull = error instanceof Error && 'errcode' in error && error.errcode === diskIsFull
  const reason: Text = isFull ? { sv: 'disken är full', en: 'the disk is full' } : { sv: String(error), en: String(error) }
  return oneLine({
    sv: `den kunde inte skriva, ${reason.sv}; frigör utrymme och starta igen, inget som har kvitterats är förlorat`,
    en: `it could not write, ${reason.en}; make room and start again, nothing that was acknowledged is lost`,
  })
}
