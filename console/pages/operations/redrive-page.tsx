import type { Text } from '#contracts/language.ts'
import { at } from '../../api/client.ts'
import { timeline } from '../../api/insight-views.ts'
import { redrive as redriveView } from '../../api/operations-views.ts'
import { refusalOfProblem } from '../../forms/refusal.tsx'
import { words } from '../../language/words.ts'
import { Alert } from '../../layout/alert.tsx'
import { DataTable } from '../../layout/data-table.tsx'
import { Facts } from '../../layout/facts.tsx'
import { Page, show } from '../../layout/page.tsx'
import { visitOf } from '../../visit.ts'
import type { PageContext } from '../../visit.ts'
import { Progress, RedriveTag, StopButton } from './redrive-table.tsx'
import { serviceName, text } from './words.ts'

/** How one redrive goes, and what the journal says of it. */

const own = {
  moved: { sv: 'Flyttade', en: 'Moved' },
  left: { sv: 'Ligger kvar i kön', en: 'Left in the queue' },
  rate: { sv: 'Högst i sekunden', en: 'At most a second' },
  requestedBy: { sv: 'Begärd av', en: 'Requested by' },
  requestedAt: { sv: 'Begärd', en: 'Requested' },
  endedAt: { sv: 'Slut', en: 'Ended' },
  journal: { sv: 'I journalen', en: 'In the journal' },
  notYet: { sv: 'Journalen har inte hört av den än.', en: 'The journal has not heard of it yet.' },
  toQueue: { sv: 'Till kön', en: 'To the queue' },
} as const satisfies Record<string, Text>

const shownEvents = 100

const load = async (c: PageContext) => {
  const { api } = visitOf(c)
  const id = c.req.param('redriveId') ?? ''
  const [{ value: redrive }, told] = await Promise.all([
    api.read(at`/v1/operations/redrives/${id}`, redriveView),
    api.find(at`/v1/insight/cases/${id}/timeline` + `?limit=${shownEvents}`, timeline),
  ])
  return { redrive, events: told?.value.events ?? [] }
}

export const redrivePage = async (c: PageContext) => {
  const visit = visitOf(c)
  const { t, moment, number } = visit.locale
  const { redrive, events } = await load(c)
  const title = `${t(text.redrive)}: ${t(serviceName(redrive.service))}`
  return show(
    c,
    <Page visit={visit} title={title} crumbs={[{ href: '/drift', label: t(words.operations) }]}>
      <h1 class="ds-heading" data-size="lg">
        {title}
      </h1>
      <p>
        <RedriveTag visit={visit} redrive={redrive} />{' '}
        <a class="ds-link" href={at`/drift/omkorningar/${redrive.redriveId}`}>
          {t(text.refresh)}
        </a>
      </p>
      <Facts
        rows={[
          [t(own.moved), <Progress visit={visit} redrive={redrive} />],
          [t(own.left), redrive.left === undefined ? undefined : number(redrive.left)],
          [t(own.rate), number(redrive.ratePerSecond)],
          [t(text.why), redrive.reason],
          [t(own.requestedBy), redrive.requestedBy.name],
          [t(own.requestedAt), moment(redrive.requestedAt)],
          [t(own.endedAt), redrive.endedAt && moment(redrive.endedAt)],
          [
            t(text.queue),
            <a class="ds-link hash" href={at`/drift/koer/${redrive.queue}`}>
              {redrive.queue}
            </a>,
          ],
        ]}
      />
      {redrive.status === 'running' && <StopButton visit={visit} redrive={redrive} />}
      <section aria-labelledby="journal">
        <h2 class="ds-heading" data-size="sm" id="journal">
          {t(own.journal)}
        </h2>
        {events.length === 0 ? (
          <p class="empty">{t(own.notYet)}</p>
        ) : (
          <DataTable
            caption={t(own.journal)}
            isCaptionHidden
            columns={[{ label: t(text.event) }, { label: t(words.who) }, { label: t(words.when) }]}
            rows={events.map(({ name, actor, time }) => [t(name), actor.name, moment(time)])}
          />
        )}
      </section>
    </Page>,
  )
}

export const stopRedrive = async (c: PageContext) => {
  const visit = visitOf(c)
  const id = c.req.param('redriveId') ?? ''
  const done = await visit.api.write('POST', at`/v1/operations/redrives/${id}/stop`, undefined, redriveView)
  if (done.ok) return c.redirect(at`/drift/omkorningar/${id}` + '?klart=redriveStopped', 303)
  const { t } = visit.locale
  const { title, detail } = refusalOfProblem(done.problem, visit.locale, {})
  return show(
    c,
    <Page visit={visit} title={title} crumbs={[{ href: '/drift', label: t(words.operations) }]}>
      <h1 class="ds-heading" data-size="lg">
        {title}
      </h1>
      <Alert color="warning">
        <p class="ds-paragraph">{detail}</p>
      </Alert>
      <p>
        <a class="ds-link" href={at`/drift/omkorningar/${id}`}>
          {t(text.redrive)}
        </a>
      </p>
    </Page>,
    done.problem.status as 409, // as the service answers, which a page can carry too
  )
}
