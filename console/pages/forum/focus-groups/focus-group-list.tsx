import type { Text } from '#contracts/language.ts'
import { at } from '../../../api/client.ts'
import type { FocusGroupView } from '../../../api/forum-views.ts'
import { Tag } from '../../../layout/tag.tsx'
import type { Visit } from '../../../visit.ts'
import { swedishDayAndHour } from '../swedish-time.ts'
import { focusGroupStatusColors, focusGroupStatusNames } from '../words.ts'

const own = {
  signUpBy: { sv: 'anmälan senast', en: 'sign up by' },
  results: { sv: 'Resultat finns', en: 'Results available' },
} as const satisfies Record<string, Text>

export const meetingOf = ({ locale }: Visit, { startsAt, endsAt }: FocusGroupView): string => {
  const [begins, ends] = [swedishDayAndHour(startsAt), swedishDayAndHour(endsAt)]
  return `${locale.day(begins.day)} ${begins.hour}–${begins.day === ends.day ? '' : `${locale.day(ends.day)} `}${ends.hour}`
}

export const FocusGroupTag = ({ visit, group }: { visit: Visit; group: FocusGroupView }) => (
  <Tag color={focusGroupStatusColors[group.status]}>{visit.locale.t(focusGroupStatusNames[group.status])}</Tag>
)

export const FocusGroupItems = ({ visit, groups, empty }: { visit: Visit; groups: readonly FocusGroupView[]; empty: string }) => {
  const { t, shortDay } = visit.locale
  return groups.length === 0 ? (
    <p class="empty">{empty}</p>
  ) : (
    <ul class="market-list">
      {groups.map((group) => (
        <li>
          <p>
            <a class="ds-link" href={at`/forum/fokusgrupper/${group.focusGroupId}`}>
              {group.title}
            </a>{' '}
            <FocusGroupTag visit={visit} group={group} />
          </p>
          <p class="note">
            {meetingOf(visit, group)} · {group.place}
            {group.status === 'open' && ` · ${t(own.signUpBy)} ${shortDay(group.signUpBy)}`}
            {group.results && ` · ${t(own.results)}`}
          </p>
        </li>
      ))}
    </ul>
  )
}
