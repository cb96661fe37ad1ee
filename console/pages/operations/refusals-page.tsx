import type { Text } from '#contracts/language.ts'
import { at } from '../../api/client.ts'
import { refusals as refusalsView } from '../../api/operations-views.ts'
import type { Refused } from '../../api/operations-views.ts'
import { words } from '../../language/words.ts'
import { DataTable } from '../../layout/data-table.tsx'
import { Page, show } from '../../layout/page.tsx'
import { visitOf } from '../../visit.ts'
import type { PageContext, Visit } from '../../visit.ts'
import { serviceName, text } from './words.ts'

/** Events that a service will never take: nothing waits for them, but somebody should know why. */

const own = {
  lead: {
    sv: 'En tjänst har tagit emot händelsen, prövat den mot sina regler och sagt nej. Den prövas inte igen. Här står de senaste 90 dagarnas; journalen har alla.',
    en: 'A service has received the event, tried it by its rules and said no. It is not tried again. Here are those of the past 90 days; the journal has all.',
  },
  none: { sv: 'Ingen händelse har avvisats.', en: 'No event has been refused.' },
  by: { sv: 'Avvisades av', en: 'Refused by' },
  case: { sv: 'Till ärendet', en: 'To the case' },
} as const satisfies Record<string, Text>

const pageSize = 50

/** As the service that refused explains it. */
const Why = ({ visit, refused }: { visit: Visit; refused: Refused }) => {
  const code = refused.problem.replace('/problems/', '')
  const known = Object.hasOwn(visit.assets.problems, code) ? visit.assets.problems[code] : undefined
  if (!known) return <>{refused.code}</>
  return (
    <a class="ds-link" href={at`/problems/${code}`}>
      {visit.locale.t(known.title)}
    </a>
  )
}

export const refusalsPage = async (c: PageContext) => {
  const visit = visitOf(c)
  const { t, moment } = visit.locale
  const cursor = visit.query.get('sida')
  const read = await visit.api.read(
    `/v1/operations/refusals?limit=${pageSize}${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`,
    refusalsView,
  )
  const { refusals } = read.value
  return show(
    c,
    <Page visit={visit} title={t(text.refusals)} crumbs={[{ href: '/drift', label: t(words.operations) }]} isWide>
      <h1 class="ds-heading" data-size="lg">
        {t(text.refusals)}
      </h1>
      <p class="measure">{t(own.lead)}</p>
      {refusals.length === 0 ? (
        <p class="empty">{t(own.none)}</p>
      ) : (
        <DataTable
          caption={t(text.refusals)}
          isCaptionHidden
          columns={[text.event, own.by, text.why, words.case, words.when].map((label) => ({ label: t(label) }))}
          rows={refusals.map((refused) => [
            <>
              {refused.name ? t(refused.name) : refused.eventType}
              <span class="note block hash">{refused.eventId}</span>
            </>,
            t(serviceName(refused.service)),
            <Why visit={visit} refused={refused} />,
            <a class="ds-link" href={at`/arenden/${refused.caseId}`}>
              {t(own.case)}
            </a>,
            moment(refused.refusedAt),
          ])}
        />
      )}
      {read.nextCursor && (
        <p>
          <a class="ds-button" data-variant="secondary" href={`/drift/avvisade?sida=${encodeURIComponent(read.nextCursor)}`}>
            {t(words.nextPage)}
          </a>
        </p>
      )}
    </Page>,
  )
}
