import { dialogueKindNames } from '#contracts/dialogue.ts'
import type { DialogueStatus } from '#contracts/dialogue.ts'
import type { Text } from '#contracts/language.ts'
import { at } from '../../../api/client.ts'
import { dialogueList } from '../../../api/dialogue-views.ts'
import type { DialogueSummary } from '../../../api/dialogue-views.ts'
import { words } from '../../../language/words.ts'
import { organisationName } from '../../../layout/names.ts'
import { Page, show } from '../../../layout/page.tsx'
import { Tag } from '../../../layout/tag.tsx'
import { hasRole, isStaff } from '../../../session/user.ts'
import { visitOf } from '../../../visit.ts'
import type { PageContext, Visit } from '../../../visit.ts'
import { text } from './words.ts'

/** All dialogues with the market: what comes, what is open for answers, and what has been held. */

const own = {
  lead: {
    sv: 'Här talar vården och omsorgen med företag innan något upphandlas. Alla ser samma program, dokument, frågor och svar.',
    en: 'Here care talks with companies before anything is procured. Everybody sees the same programme, documents, questions and answers.',
  },
  plan: { sv: 'Planera en dialog', en: 'Plan a dialogue' },
  coming: { sv: 'Kommande möten', en: 'Meetings to come' },
  open: { sv: 'Öppna för svar', en: 'Open for answers' },
  planned: { sv: 'Planerade, ses bara av er', en: 'Planned, seen by you only' },
  ended: { sv: 'Avslutade', en: 'Closed' },
  cancelled: { sv: 'Inställda', en: 'Cancelled' },
  none: { sv: 'Inga just nu.', en: 'None at the moment.' },
  older: { sv: 'Visa äldre', en: 'Show older ones' },
} as const satisfies Record<string, Text>

const shownAtMost = 50

const read = async ({ api }: Visit, status: DialogueStatus, cursor?: string) => {
  const from = cursor === undefined ? '' : `&cursor=${encodeURIComponent(cursor)}`
  const list = status === 'planned' ? '/v1/forum/dialogue-plans?' : `/v1/forum/dialogues?status=${status}&`
  const { value, nextCursor } = await api.read(`${list}limit=${shownAtMost}${from}`, dialogueList)
  return { dialogues: value.dialogues, nextCursor }
}

const Rows = ({
  visit,
  id,
  title,
  dialogues,
}: {
  visit: Visit
  id: string
  title: Text
  dialogues: readonly DialogueSummary[]
}) => {
  const { t, moment, day } = visit.locale
  return (
    <section aria-labelledby={id}>
      <h2 class="ds-heading" data-size="sm" id={id}>
        {t(title)}
      </h2>
      {dialogues.length === 0 ? (
        <p class="empty">{t(own.none)}</p>
      ) : (
        <ul class="opinions">
          {dialogues.map((dialogue) => (
            <li>
              <div class="opinions__head">
                <Tag color="neutral">{t(dialogueKindNames[dialogue.kind])}</Tag>
                <a class="ds-link" href={at`/forum/dialoger/${dialogue.dialogueId}`}>
                  {dialogue.title}
                </a>
              </div>
              <p class="note">
                {organisationName(visit, dialogue.organisation)}
                {' · '}
                {dialogue.startsAt === undefined
                  ? `${t(text.lastDayToAnswer).toLowerCase()} ${day(dialogue.lastDay)}`
                  : moment(dialogue.startsAt)}
              </p>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

export const dialogueListPage = async (c: PageContext) => {
  const visit = visitOf(c)
  const { t } = visit.locale
  const cursor = visit.query.get('fran') ?? undefined
  const none = { dialogues: [], nextCursor: undefined }
  const [open, ended, cancelled, planned] = await Promise.all([
    read(visit, 'open'),
    read(visit, 'closed', cursor),
    read(visit, 'cancelled'),
    isStaff(visit.user) ? read(visit, 'planned') : none,
  ])
  const isComing = ({ startsAt }: DialogueSummary): boolean => startsAt !== undefined
  return show(
    c,
    <Page
      visit={visit}
      title={t(text.dialogues)}
      crumbs={[
        { href: '/marknad', label: t(words.market) },
        { href: '/forum', label: t(words.forum) },
      ]}
    >
      <h1 class="ds-heading" data-size="lg">
        {t(text.dialogues)}
      </h1>
      <p class="lead">{t(own.lead)}</p>
      {hasRole(visit.user, 'caseOfficer', 'procurementOfficer', 'forumFacilitator') && (
        <p class="no-print">
          <a class="ds-button" href="/forum/dialoger/ny">
            {t(own.plan)}
          </a>
        </p>
      )}
      <Rows visit={visit} id="kommande" title={own.coming} dialogues={open.dialogues.filter(isComing)} />
      <Rows visit={visit} id="oppna" title={own.open} dialogues={open.dialogues.filter((one) => !isComing(one))} />
      {planned.dialogues.length > 0 && <Rows visit={visit} id="planerade" title={own.planned} dialogues={planned.dialogues} />}
      <Rows visit={visit} id="avslutade" title={own.ended} dialogues={ended.dialogues} />
      {ended.nextCursor !== undefined && (
        <p>
          <a class="ds-link" href={`/forum/dialoger?fran=${encodeURIComponent(ended.nextCursor)}`}>
            {t(own.older)}
          </a>
        </p>
      )}
      {cancelled.dialogues.length > 0 && (
        <Rows visit={visit} id="installda" title={own.cancelled} dialogues={cancelled.dialogues} />
      )}
    </Page>,
  )
}
