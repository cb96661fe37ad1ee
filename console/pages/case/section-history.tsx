import { phaseNames } from '#contracts/words.ts'
import type { Text } from '#contracts/language.ts'
import { sectionContent, sectionVersions } from '../../api/case-views.ts'
import { at } from '../../api/client.ts'
import { differencesBetween } from '../../forms/differences.ts'
import { sourcesOf } from '../../forms/reference-options.ts'
import { words } from '../../language/words.ts'
import { DataTable } from '../../layout/data-table.tsx'
import { Page, show } from '../../layout/page.tsx'
import { SectionTag } from '../../layout/tag.tsx'
import { visitOf } from '../../visit.ts'
import type { PageContext, Visit } from '../../visit.ts'
import { CaseHead, caseCrumbs } from './case-frame.tsx'
import { DifferenceTable } from './difference-table.tsx'
import { casePath, loadCase, sectionOf } from './load-case.ts'
import type { LoadedCase } from './load-case.ts'
import { loadOptions } from './section-options.ts'

/** Every version of a section with who and when, and what differs between two of them. */

const text = {
  versions: { sv: 'Alla versioner', en: 'All versions' },
  changed: { sv: 'Vad som ändrades', en: 'What changed' },
  compare: { sv: 'Jämför två versioner', en: 'Compare two versions' },
  from: { sv: 'Från version', en: 'From version' },
  to: { sv: 'Till version', en: 'To version' },
  show: { sv: 'Jämför', en: 'Compare' },
  read: { sv: 'Läs', en: 'Read' },
  digest: { sv: 'Kontrollsumma', en: 'Digest' },
} as const satisfies Record<string, Text>

const versionIn = (asked: string | null, allowed: readonly number[], otherwise: number | undefined): number | undefined =>
  allowed.find((version) => String(version) === asked) ?? otherwise

const Pick = ({
  visit,
  name,
  label,
  versions,
  picked,
}: {
  visit: Visit
  name: string
  label: Text
  versions: readonly number[]
  picked: number | undefined
}) => (
  <div class="ds-field">
    <label class="ds-label" for={name}>
      {visit.locale.t(label)}
    </label>
    <select class="ds-input" id={name} name={name}>
      {versions.map((version) => (
        <option value={String(version)} selected={version === picked}>
          {version}
        </option>
      ))}
    </select>
  </div>
)

const compare = async (visit: Visit, loaded: LoadedCase, key: string, from: number, to: number) => {
  const api = at`/v1/${loaded.phase}/cases/${loaded.record.caseId}/sections/${key}`
  const section = sectionOf(loaded, key)
  const [before, after, options] = await Promise.all([
    visit.api.read(`${api}?version=${from}`, sectionContent),
    visit.api.read(`${api}?version=${to}`, sectionContent),
    loadOptions(visit, loaded, sourcesOf(section.form)),
  ])
  return differencesBetween(section.form.fields, before.value.content, after.value.content, { locale: visit.locale, options })
}

export const sectionHistoryPage = async (c: PageContext) => {
  const visit = visitOf(c)
  const { locale, query } = visit
  const { t } = locale
  const { caseId = '', phase = '', section: key = '' } = c.req.param()
  const loaded = await loadCase(visit, caseId, phase)
  const section = sectionOf(loaded, key)
  const { versions } = (await visit.api.read(at`/v1/${phase}/cases/${caseId}/sections/${key}/versions`, sectionVersions)).value
  const numbers = versions.map(({ version }) => version).toSorted((a, b) => b - a)
  const to = versionIn(query.get('till'), numbers, numbers[0])
  const from = versionIn(query.get('fran'), numbers, numbers[1])
  const path = `${casePath(loaded)}/${key}`
  return show(
    c,
    <Page
      visit={visit}
      title={`${t(words.history)}: ${t(section.name)} – ${loaded.record.caseNumber}`}
      crumbs={[
        ...caseCrumbs(visit, loaded),
        { href: casePath(loaded), label: t(phaseNames[loaded.phase]) },
        { href: path, label: t(section.name) },
      ]}
    >
      <CaseHead visit={visit} loaded={loaded} />
      <h1 class="ds-heading" data-size="lg">
        {t(words.history)}: {t(section.name)}
      </h1>
      <DataTable
        caption={t(text.versions)}
        columns={[words.version, words.when, words.who, words.status, text.digest].map((label) => ({ label: t(label) }))}
        rows={versions.map((version) => [
          <a class="ds-link" href={`${path}?version=${version.version}`}>
            {t(words.version)} {version.version}
          </a>,
          locale.moment(version.savedAt),
          version.savedBy.name,
          <SectionTag status={version.status} locale={locale} />,
          <span class="hash">{version.digest.slice(0, 16)}</span>,
        ])}
      />
      {from !== undefined && to !== undefined && (
        <section aria-labelledby="jamfor">
          <h2 class="ds-heading" data-size="sm" id="jamfor">
            {t(text.compare)}
          </h2>
          <form class="filter" method="get" action={`${path}/historik`}>
            <Pick visit={visit} name="fran" label={text.from} versions={numbers} picked={from} />
            <Pick visit={visit} name="till" label={text.to} versions={numbers} picked={to} />
            <button class="ds-button" data-variant="secondary" type="submit">
              {t(text.show)}
            </button>
          </form>
          <DifferenceTable
            locale={locale}
            caption={t(text.changed)}
            before={`${t(words.version)} ${from}`}
            after={`${t(words.version)} ${to}`}
            differences={await compare(visit, loaded, key, from, to)}
          />
        </section>
      )}
    </Page>,
  )
}
