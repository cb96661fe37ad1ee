import type { Text } from '#contracts/language.ts'
import { at } from '../../../api/client.ts'
import type { CallView } from '../../../api/forum-views.ts'
import { Tag } from '../../../layout/tag.tsx'
import type { Visit } from '../../../visit.ts'
import { swedishDayAndHour } from '../swedish-time.ts'
import { callKindNames } from '../words.ts'

const own = {
  cancelled: { sv: 'Inställt', en: 'Cancelled' },
  applyBy: { sv: 'Sök senast', en: 'Apply by' },
  opens: { sv: 'Öppnar', en: 'Opens' },
} as const satisfies Record<string, Text>

/** When something is, as people say it: day and hours of an event, the last day of a call. */
export const whenOf = ({ locale }: Visit, { startsAt, endsAt, opensOn, closesOn }: CallView): string => {
  const { t, day } = locale
  if (startsAt && endsAt) {
    const [begins, ends] = [swedishDayAndHour(startsAt), swedishDayAndHour(endsAt)]
    return begins.day === ends.day
      ? `${day(begins.day)} ${begins.hour}–${ends.hour}`
      : `${day(begins.day)} ${begins.hour} – ${day(ends.day)} ${ends.hour}`
  }
  return [
    ...(opensOn && opensOn > locale.today ? [`${t(own.opens)} ${day(opensOn)}.`] : []),
    ...(closesOn ? [`${t(own.applyBy)} ${day(closesOn)}`] : []),
  ].join(' ')
}

export const CancelledTag = ({ visit, call }: { visit: Visit; call: CallView }) =>
  call.status === 'cancelled' ? <Tag color="danger">{visit.locale.t(own.cancelled)}</Tag> : null

export const CallItems = ({ visit, calls, empty }: { visit: Visit; calls: readonly CallView[]; empty: string }) =>
  calls.length === 0 ? (
    <p class="empty">{empty}</p>
  ) : (
    <ul class="market-list">
      {calls.map((call) => (
        <li>
          <p>
            <a class="ds-link" href={at`/forum/kalender/${call.callId}`}>
              {call.title}
            </a>{' '}
            <CancelledTag visit={visit} call={call} />
          </p>
          <p class="note">
            {visit.locale.t(callKindNames[call.kind])} · {whenOf(visit, call)}
            {call.place && ` · ${call.place}`}
          </p>
        </li>
      ))}
    </ul>
  )
