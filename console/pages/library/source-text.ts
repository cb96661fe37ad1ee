/** Sources as tables and forms write them: one a line, the document and its clause with a bar between. */

export interface WrittenSource {
  readonly document: string
  readonly clause: string
}

export const writeSources = (sources: readonly WrittenSource[]): string =>
  sources.map(({ document, clause }) => `${document} | ${clause}`).join('\n')

/** Undefined for a line without a bar, or with nothing on one side of it. */
export const readSources = (written: string): WrittenSource[] | undefined => {
  const lines = written
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const read = lines.map((line) => {
    const bar = line.lastIndexOf('|')
    return { document: line.slice(0, Math.max(0, bar)).trim(), clause: bar < 0 ? '' : line.slice(bar + 1).trim() }
  })
  return read.every(({ document, clause }) => document !== '' && clause !== '') ? read : undefined
}
