/** A column of a table: what stands over it, and whether it holds numbers. */
export interface Column {
  readonly title: string
  readonly isNumber: boolean
}

export const text = (title: string): Column => ({ title, isNumber: false })
export const number = (title: string): Column => ({ title, isNumber: true })

/** As Markdown, so that what a terminal shows can stand in a document as it is. */
export const markdownTable = (columns: readonly Column[], rows: readonly (readonly string[])[]): string => {
  const widths = columns.map(({ title }, index) => Math.max(3, title.length, ...rows.map((row) => row[index]?.length ?? 0)))
  const lineOf = (cells: readonly string[]): string =>
    `| ${columns.map(({ isNumber }, index) => (isNumber ? (cells[index] ?? '').padStart(widths[index] ?? 0) : (cells[index] ?? '').padEnd(widths[index] ?? 0))).join(' | ')} |`
  const rule = columns.map(({ isNumber }, index) =>
    isNumber ? `${'-'.repeat((widths[index] ?? 0) - 1)}:` : '-'.repeat(widths[index] ?? 0),
  )
  return [lineOf(columns.map(({ title }) => title)), `| ${rule.join(' | ')} |`, ...rows.map(lineOf)].join('\n')
}

export const whole = (value: number): string => Math.round(value).toLocaleString('en')

export const usd = (value: number | undefined, digits: number): string =>
  value === undefined ? 'unknown' : value.toFixed(digits)

/** A share or a number of times, with as many digits as say something. */
export const few = (value: number): string => (value >= 100 ? whole(value) : value.toPrecision(2))
