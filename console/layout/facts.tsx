import type { Child } from 'hono/jsx'

/** Name and value, in rows or side by side. Absent values are left out. */
export const Facts = ({ rows }: { rows: readonly (readonly [string, Child | undefined])[] }) => (
  <dl class="facts">
    {rows.flatMap(([name, value]) =>
      value === undefined || value === null || value === ''
        ? []
        : [
            <div>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>,
          ],
    )}
  </dl>
)
