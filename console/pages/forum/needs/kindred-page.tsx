import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Text } from '#contracts/language.ts'
import { at } from '../../../api/client.ts'
import { needView } from '../../../api/forum-views.ts'
import { kindredNeeds } from '../../../api/need-match-views.ts'
import { ErrorSummary, refusalOfProblem } from '../../../forms/refusal.tsx'
import { Page, show } from '../../../layout/page.tsx'
import { visitOf } from '../../../visit.ts'
import type { PageContext } from '../../../visit.ts'
import { KindredList } from '../../matching/kindred/kindred-list.tsx'
import { forumCrumbs } from '../forum-form.tsx'

/** Needs that are like a published one. Suppliers see those that are published; the public side those of cases too. */

const text = {
  title: { sv: 'Liknande behov', en: 'Kindred needs' },
  lead: {
    sv: 'Behov i andra organisationer som liknar det här. Flera som behöver samma sak kan göra arbetet tillsammans.',
    en: 'Needs of other organisations that are like this one. Several who need the same can do the work together.',
  },
} as const satisfies Record<string, Text>

const shown = 20

export const kindredOfNeedPage = async (c: PageContext) => {
  const visit = visitOf(c)
  const { t } = visit.locale
  const { value: need } = await visit.api.read(at`/v1/forum/needs/${c.req.param('needId') ?? ''}`, needView)
  const { needId, title, summary, description = '', functions, targetGroups, careSteps } = need
  const found = await visit.api.write(
    'POST',
    '/v1/catalogue/kindred-needs',
    {
      need: { needId, title, description: `${summary ?? ''}\n${description}`, functions, targetGroups, careSteps },
      limit: shown,
    },
    kindredNeeds,
  )
  return show(
    c,
    <Page visit={visit} title={t(text.title)} crumbs={forumCrumbs(visit, { href: at`/forum/behov/${needId}`, label: title })}>
      <h1 class="ds-heading" data-size="lg">
        {t(text.title)}
      </h1>
      <p class="case-head">{title}</p>
      <p class="measure">{t(text.lead)}</p>
      {found.ok ? (
        <KindredList visit={visit} needs={found.value.needs} />
      ) : (
        <ErrorSummary refusal={refusalOfProblem(found.problem, visit.locale, {})} />
      )}
    </Page>,
    // A refusal's status from a service is one that a page can carry too.
    (found.ok ? 200 : found.problem.status) as ContentfulStatusCode,
  )
}
