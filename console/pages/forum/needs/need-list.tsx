import type { Child } from 'hono/jsx'
import { careStepNames, targetGroupNames } from '#contracts/market.ts'
import type { Text } from '#contracts/language.ts'
import { at } from '../../../api/client.ts'
import type { NeedSummary } from '../../../api/forum-views.ts'
import { organisationName } from '../../../layout/names.ts'
import { Tag } from '../../../layout/tag.tsx'
import type { Visit } from '../../../visit.ts'
import { needStatusColors, needStatusNames } from '../words.ts'

/** Needs in a list: what, for whom, when, and how many are interested - the same for everybody. */

const own = {
  interestedOne: { sv: 'företag har visat intresse', en: 'company has shown interest' },
  interested: { sv: 'företag har visat intresse', en: 'companies have shown interest' },
  nobodyYet: { sv: 'Inget företag har visat intresse än', en: 'No company has shown interest yet' },
  from: { sv: 'från', en: 'from' },
  until: { sv: 'till', en: 'until' },
} as const satisfies Record<string, Text>

export const interestedInWords = ({ locale: { t, number } }: Visit, count: number): string =>
  count === 0 ? t(own.nobodyYet) : `${number(count)} ${t(count === 1 ? own.interestedOne : own.interested)}`

export const periodInWords = (
  { locale }: Visit,
  { wantedFrom, wantedTo }: Pick<NeedSummary, 'wantedFrom' | 'wantedTo'>,
): string =>
  [
    ...(wantedFrom ? [`${locale.t(own.from)} ${locale.day(wantedFrom)}`] : []),
    ...(wantedTo ? [`${locale.t(own.until)} ${locale.day(wantedTo)}`] : []),
  ].join(' ')

const Item = ({ visit, need, level }: { visit: Visit; need: NeedSummary; level: 'h2' | 'h3' }) => {
  const { t, list, swedishDay, shortDay } = visit.locale
  const Heading = level
  const period = periodInWords(visit, need)
  return (
    <li>
      <Heading class="ds-heading" data-size="2xs">
        <a class="ds-link" href={at`/forum/behov/${need.needId}`}>
          {need.title}
        </a>
      </Heading>
      {need.summary && <p class="measure">{need.summary}</p>}
      <p class="note">
        {need.status !== 'published' && <Tag color={needStatusColors[need.status]}>{t(needStatusNames[need.status])}</Tag>}{' '}
        {[
          organisationName(visit, need.organisation),
          ...(need.targetGroups.length > 0 ? [list(need.targetGroups.map((group) => t(targetGroupNames[group])))] : []),
          ...(need.careSteps.length > 0 ? [list(need.careSteps.map((step) => t(careStepNames[step])))] : []),
          ...(period ? [period] : []),
          ...(need.publishedAt ? [shortDay(swedishDay(need.publishedAt))] : []),
        ].join(' · ')}
      </p>
      {need.publishedAt && <p class="note">{interestedInWords(visit, need.interested)}</p>}
    </li>
  )
}

export const NeedList = ({
  visit,
  needs,
  empty,
  level = 'h2',
}: {
  visit: Visit
  needs: readonly NeedSummary[]
  empty: Child
  level?: 'h2' | 'h3'
}) =>
  needs.length === 0 ? (
    <p class="empty">{empty}</p>
  ) : (
    <ul class="market-list">
      {needs.map((need) => (
        <Item visit={visit} need={need} level={level} />
      ))}
    </ul>
  )
