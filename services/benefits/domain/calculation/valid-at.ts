/** A row of a dated table. */
interface Dated {
  readonly id: string
  readonly validFrom: string
  readonly validTo?: string | undefined
}

export const isValidAt = ({ validFrom, validTo }: Dated, day: string): boolean =>
  validFrom <= day && (validTo === undefined || day <= validTo)

/** The row that holds on a day: of several, the one that began last. */
export const rowAt = <Row extends Dated>(rows: readonly Row[], day: string): Row | undefined =>
  rows.filter((row) => isValidAt(row, day)).toSorted((a, b) => b.validFrom.localeCompare(a.validFrom))[0]
