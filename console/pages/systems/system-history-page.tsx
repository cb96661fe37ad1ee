import type { Text } from '#contracts/language.ts'
import { systemVersions } from '../../api/system-views.ts'
import type { SystemVersion } from '../../api/system-views.ts'
import { differencesBetween } from '../../forms/differences.ts'
import { words } from '../../language/words.ts'
import { Page, show } from '../../layout/page.tsx'
import { visitOf } from '../../visit.ts'
import type { PageContext, Visit } from '../../visit.ts'
import { DifferenceTable } from '../case/difference-table.tsx'
import { loadSystem, loadTargets, systemApi } from './load-system.ts'
import { withQuery } from './map-filter.tsx'
import { systemFields } from './system-fields.ts'
import { mapCrumbs, systemPath } from './system-words.ts'

/** What has been changed in a system, version by version. */

const text = {
  first: { sv: 'Inlagt på kartan', en: 'Entered on the map' },
  changes: { sv: 'Ändringar', en: 'Changes' },
  before: { sv: 'Före', en: 'Before' },
  after: { sv: 'Efter', en: 'After' },
} as const satisfies Record<string, Text>

const Versions = ({
  visit,
  versions,
  fields,
}: {
  visit: Visit
  versions: readonly SystemVersion[]
  fields: ReturnType<typeof systemFields>
}) => {
  const { locale } = visit
  const { t, moment } = locale
  const organisations = visit.county.organisations.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <>
      {versions.map((version, index) => {
        const before = versions[index + 1]
        return (
          <section aria-labelledby={`version-${version.version}`}>
            <h2 class="ds-heading" data-size="sm" id={`version-${version.version}`}>
              {t(words.version)} {version.version}
            </h2>
            <p class="note">
              {moment(version.changedAt)}, {version.changedBy.name}
            </p>
            {before ? (
              <DifferenceTable
                locale={locale}
                caption={t(text.changes)}
                before={t(text.before)}
                after={t(text.after)}
                differences={differencesBetween(fields, before.content, version.content, { locale, options: { organisations } })}
              />
            ) : (
              version.version === 1 && <p>{t(text.first)}.</p>
            )}
          </section>
        )
      })}
    </>
  )
}

const pageSize = '50'

export const systemHistoryPage = async (c: PageContext) => {
  const visit = visitOf(c)
  const { t } = visit.locale
  const system = await loadSystem(visit, c.req.param('systemId') ?? '')
  const path = `${systemPath(system.systemId)}/historik`
  const [read, targets] = await Promise.all([
    visit.api.read(
      withQuery(`${systemApi(system.systemId)}/versions`, { limit: pageSize, cursor: visit.query.get('sida') ?? undefined }),
      systemVersions,
    ),
    loadTargets(visit, system.organisation, system),
  ])
  const title = `${t(words.history)}: ${system.content.name}`
  return show(
    c,
    <Page
      visit={visit}
      title={title}
      crumbs={[...mapCrumbs(t), { href: systemPath(system.systemId), label: system.content.name }]}
    >
      <h1 class="ds-heading" data-size="lg">
        {title}
      </h1>
      <Versions visit={visit} versions={read.value.versions} fields={systemFields(targets)} />
      {read.nextCursor && (
        <p class="no-print">
          <a class="ds-button" data-variant="secondary" href={withQuery(path, { sida: read.nextCursor })}>
            {t(words.nextPage)}
          </a>
        </p>
      )}
    </Page>,
  )
}
