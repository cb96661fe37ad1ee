import type { Child } from 'hono/jsx'
import type { Text } from '#contracts/language.ts'
import { words } from '../../language/words.ts'
import type { Crumb } from '../../layout/page.tsx'
import { Page } from '../../layout/page.tsx'
import { organisationName } from '../../layout/names.ts'
import { PhaseStrip } from '../../layout/phase-strip.tsx'
import type { Visit } from '../../visit.ts'
import { hasRecord } from './load-case.ts'
import type { LoadedCase } from './load-case.ts'

/** What stands on top of every page about a case: number, owner, title and the seven phases. */

const text = {
  pages: { sv: 'Mer om ärendet', en: 'More about the case' },
} as const satisfies Record<string, Text>

export const caseCrumbs = (visit: Visit, loaded?: LoadedCase): Crumb[] => [
  { href: '/arenden', label: visit.locale.t(words.cases) },
  ...(loaded ? [{ href: `/arenden/${loaded.record.caseId}`, label: loaded.record.caseNumber }] : []),
]

export const CaseHead = ({ visit, loaded: { record } }: { visit: Visit; loaded: LoadedCase }) => (
  <p class="case-head">
    <strong>{record.caseNumber}</strong>
    <span>{organisationName(visit, record.organisation)}</span>
  </p>
)

export const CaseStrip = ({ visit, loaded }: { visit: Visit; loaded: LoadedCase }) => {
  const { record, present, phase, overview } = loaded
  return (
    <PhaseStrip
      locale={visit.locale}
      present={present}
      shown={phase}
      isStopped={overview?.status === 'closed' || (phase === present && record.status === 'closed')}
      isCompleted={overview?.status === 'completed'}
      hrefOf={(step) => (hasRecord(loaded, step) ? `/arenden/${record.caseId}/${step}` : undefined)}
    />
  )
}

export const CaseLinks = ({ visit, caseId }: { visit: Visit; caseId: string }) => {
  const { t } = visit.locale
  const links = [
    ['nytta', words.benefits],
    ['tidslinje', words.timeline],
    ['diarium', words.journal],
  ] as const
  return (
    <nav aria-label={t(text.pages)}>
      <ul class="links">
        {links.map(([path, label]) => (
          <li>
            <a class="ds-link" href={`/arenden/${caseId}/${path}`}>
              {t(label)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** For the pages below a case: its head, one heading of their own. */
export const CaseSubpage = ({
  visit,
  loaded,
  title,
  children,
  isWide = false,
}: {
  visit: Visit
  loaded: LoadedCase
  title: string
  children: Child
  isWide?: boolean
}) => (
  <Page visit={visit} title={`${title} – ${loaded.record.caseNumber}`} crumbs={caseCrumbs(visit, loaded)} isWide={isWide}>
    <CaseHead visit={visit} loaded={loaded} />
    <p class="case-head">{loaded.record.title}</p>
    <h1 class="ds-heading" data-size="lg">
      {title}
    </h1>
    {children}
  </Page>
)
