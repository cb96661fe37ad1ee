import type { Child } from 'hono/jsx'

export interface Column {
  readonly label: string
  readonly isNumber?: boolean
}

/**
 * A table that says what it holds. On a narrow screen each row becomes a small card, with the column's name before
 * each value; the first column is the row's heading. The roles are spelled out because browsers forget them when a
 * table is laid out as something else.
 */
export const DataTable = ({
  caption,
  columns,
  rows,
  isCaptionHidden = false,
}: {
  caption: string
  columns: readonly Column[]
  rows: readonly (readonly Child[])[]
  isCaptionHidden?: boolean
}) => (
  <div class="table-frame">
    <table class="ds-table data" data-size="sm" data-color="neutral" role="table">
      <caption class={isCaptionHidden ? 'ds-sr-only' : undefined}>{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map(({ label, isNumber }) => (
            <th scope="col" role="columnheader" class={isNumber ? 'number' : undefined}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((cells) => (
          <tr role="row">
            {cells.map((cell, index) => {
              const column = columns[index]
              return index === 0 ? (
                <th scope="row" role="rowheader">
                  {cell}
                </th>
              ) : (
                <td role="cell" data-label={column?.label} class={column?.isNumber ? 'number' : undefined}>
                  <div>{cell}</div>
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)
