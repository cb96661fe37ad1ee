import * as z from 'zod'
import { dialogueKindNames, dialogueStatusNames } from '#contracts/dialogue.ts'
import type { Text } from '#contracts/language.ts'
import { at } from '../../../api/client.ts'
import { casePackage, dialoguePackage } from '../../../api/dialogue-views.ts'
import { words } from '../../../language/words.ts'
import { DataTable } from '../../../layout/data-table.tsx'
import { Facts } from '../../../layout/facts.tsx'
import { Page, show } from '../../../layout/page.tsx'
import { visitOf } from '../../../visit.ts'
import type { PageContext, Visit } from '../../../visit.ts'
import { dialogueCrumbs } from './dialogue-page.tsx'
import { Information } from './information.tsx'
import { packageInMarkdown } from './package-in-markdown.ts'
import { text } from './words.ts'

/** Everything that any supplier has been told, told to all (LOU 4:8): of one dialogue, and of all of a case. */

const own = {
  lead: {
    sv: 'Allt som något företag har fått veta, i ordning. Paketet är detsamma för alla (LOU 4:8).',
    en: 'Everything that any company has been told, in order. The package is the same for all (LOU 4:8).',
  },
  changed: { sv: 'Senast ändrat', en: 'Last changed' },
  dialogues: { sv: 'Dialoger i paketet', en: 'Dialogues in the package' },
  whole: { sv: 'Hela ärendets informationspaket', en: 'The information package of the whole case' },
  asText: { sv: 'Hämta som text (Markdown)', en: 'Download as text (Markdown)' },
  asJson: { sv: 'Hämta som JSON', en: 'Download as JSON' },
  dialogue: { sv: 'Dialog', en: 'Dialogue' },
} as const satisfies Record<string, Text>

const Downloads = ({ visit, path }: { visit: Visit; path: string }) => {
  const { t } = visit.locale
  return (
    <p class="no-print">
      <a class="ds-link" href={`${path}.md`}>
        {t(own.asText)}
      </a>
      {' · '}
      <a class="ds-link" href={`${path}.json`}>
        {t(own.asJson)}
      </a>
    </p>
  )
}

const Title = ({ visit, about }: { visit: Visit; about: string }) => {
  const { t } = visit.locale
  return (
    <>
      <h1 class="ds-heading" data-size="lg">
        {t(text.package)}: {about}
      </h1>
      <p class="lead">{t(own.lead)}</p>
    </>
  )
}

const partPath = (c: PageContext): string => at`/v1/forum/dialogues/${c.req.param('dialogueId') ?? ''}/information-package`

export const dialoguePackagePage = async (c: PageContext) => {
  const visit = visitOf(c)
  const { t } = visit.locale
  const { part, digest } = (await visit.api.read(partPath(c), dialoguePackage)).value
  const here = at`/forum/dialoger/${part.dialogueId}/paket`
  return show(
    c,
    <Page
      visit={visit}
      title={`${t(text.package)}: ${part.title}`}
      crumbs={[...dialogueCrumbs(visit), { href: at`/forum/dialoger/${part.dialogueId}`, label: part.title }]}
    >
      <Title visit={visit} about={part.title} />
      <Facts
        rows={[
          [t(text.kind), t(dialogueKindNames[part.kind])],
          [t(words.status), t(dialogueStatusNames[part.status])],
          [t(text.digest), <span class="hash">{digest}</span>],
        ]}
      />
      <Downloads visit={visit} path={here} />
      <h2 class="ds-heading" data-size="sm">
        {part.title}
      </h2>
      <Information visit={visit} part={part} />
    </Page>,
  )
}

const packagePath = (c: PageContext): string => at`/v1/forum/cases/${c.req.param('caseId') ?? ''}/information-package`

export const casePackagePage = async (c: PageContext) => {
  const visit = visitOf(c)
  const { t, moment, day } = visit.locale
  const { caseId, package: manifest, parts } = (await visit.api.read(packagePath(c), casePackage)).value
  const caseNumber = parts.find((part) => part.caseNumber !== undefined)?.caseNumber ?? ''
  return show(
    c,
    <Page visit={visit} title={`${t(text.package)}: ${caseNumber}`} crumbs={dialogueCrumbs(visit)}>
      <Title visit={visit} about={caseNumber} />
      <Facts
        rows={[
          [t(words.version), String(manifest.version)],
          [t(own.changed), moment(manifest.changedAt)],
          [t(text.digest), <span class="hash">{manifest.digest}</span>],
        ]}
      />
      <Downloads visit={visit} path={at`/forum/arenden/${caseId}/paket`} />
      <DataTable
        caption={t(own.dialogues)}
        columns={[{ label: t(own.dialogue) }, { label: t(text.kind) }, { label: t(words.status) }, { label: t(text.when) }]}
        rows={manifest.dialogues.map(({ dialogueId, title, kind, status, heldOn }) => [
          <a class="ds-link" href={at`/forum/dialoger/${dialogueId}`}>
            {title}
          </a>,
          t(dialogueKindNames[kind]),
          t(dialogueStatusNames[status]),
          day(heldOn),
        ])}
      />
      {parts.map((part, index) => (
        <section aria-labelledby={`dialog-${index + 1}`}>
          <h2 class="ds-heading" data-size="sm" id={`dialog-${index + 1}`}>
            {t(dialogueKindNames[part.kind])}: {part.title}
          </h2>
          <Information visit={visit} part={part} prefix={`d${index + 1}-`} />
        </section>
      ))}
    </Page>,
  )
}

/** Every field as the service told it, so that the digests can be checked. */
const asAnswered = z.unknown()

const sendFile = (c: PageContext, body: string, type: string, name: string) =>
  c.body(body, 200, {
    'content-type': `${type}; charset=utf-8`,
    'content-disposition': `attachment; filename="${name}"`,
    'cache-control': 'no-store',
  })

export const dialoguePackageMarkdown = async (c: PageContext) => {
  const visit = visitOf(c)
  const { part, digest } = (await visit.api.read(partPath(c), dialoguePackage)).value
  return sendFile(c, packageInMarkdown(visit, { digest, parts: [part] }), 'text/markdown', 'informationspaket.md')
}

export const dialoguePackageJson = async (c: PageContext) =>
  sendFile(
    c,
    JSON.stringify((await visitOf(c).api.read(partPath(c), asAnswered)).value, undefined, 2),
    'application/json',
    'informationspaket.json',
  )

export const casePackageMarkdown = async (c: PageContext) => {
  const visit = visitOf(c)
  const { package: manifest, parts } = (await visit.api.read(packagePath(c), casePackage)).value
  return sendFile(c, packageInMarkdown(visit, { ...manifest, parts }), 'text/markdown', 'informationspaket.md')
}

export const casePackageJson = async (c: PageContext) =>
  sendFile(
    c,
    JSON.stringify((await visitOf(c).api.read(packagePath(c), asAnswered)).value, undefined, 2),
    'application/json',
    'informationspaket.json',
  )
