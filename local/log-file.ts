import { closeSync, openSync, writeSync } from 'node:fs'
import { describeDiskFault } from './disk-fault.ts'
import { oneLine } from './one-line.ts'
import { settingError } from './settings.ts'

export interface LogFile {
  readonly writeLine: (line: string) => void
  /** What is written after this is lost. */
  readonly close: () => void
}

/**
 * The log of the product. When it cannot be written (the disk is full) the product goes on: the lines are lost, which
 * `tell` is told once, in one readable line, and the log goes on by itself when it can be written again.
 * Throws a setting error when the file cannot be opened.
 */
export const openLogFile = (file: string, tell: (line: string) => void): LogFile => {
  let descriptor: number
  try {
    descriptor = openSync(file, 'a')
  } catch (error) {
    const { sv, en } = describeDiskFault(error)
    throw settingError({ sv: `Loggen ${file} kan inte öppnas: ${sv}.`, en: `The log ${file} cannot be opened: ${en}.` })
  }
  let isFailing = false
  let isClosed = false

  const write = (text: string): void => {
    const bytes = Buffer.from(text)
    for (let written = 0; written < bytes.length;) written += writeSync(descriptor, bytes, written)
  }
  return {
    writeLine: (line) => {
      if (isClosed) return
      try {
        // The line that failed may stand there in part.
        write(isFailing ? `\n${line}\n` : `${line}\n`)
        isFailing = false
      } catch (error) {
        const { sv, en } = describeDiskFault(error)
        if (!isFailing)
          tell(
            oneLine({
              sv: `Loggen ${file} kan inte skrivas: ${sv}. Behovsflödet går vidare utan den tills det går igen.`,
              en: `The log ${file} cannot be written: ${en}. Behovsflödet goes on without it until it can.`,
            }),
          )
        isFailing = true
      }
    },
    close: () => {
      isClosed = true
      closeSync(descriptor)
    },
  }
}
