import type { Locale } from '../language/locale.ts'
import { OverdueTag } from './tag.tsx'

/** A day by which something is promised, how far off it is, and whether it has passed. */
export const Due = ({ date, isOverdue, locale }: { date: string | undefined; isOverdue: boolean; locale: Locale }) =>
  date === undefined ? null : (
    <span class="due">
      <time datetime={date}>{locale.shortDay(date)}</time> <span class="note">({locale.distance(date)})</span>
      {isOverdue && (
        <>
          {' '}
          <OverdueTag locale={locale} />
        </>
      )}
    </span>
  )
