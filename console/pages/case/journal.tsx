import type { Text } from '#contracts/language.ts'
import { at } from '../../api/client.ts'
import { journal, journalVerification } from '../../api/insight-views.ts'
import { words } from '../../language/words.ts'
import { Alert } from '../../layout/alert.tsx'
import { DataTable } from '../../layout/data-table.tsx'
import { show } from '../../layout/page.tsx'
import { visitOf } from '../../visit.ts'
import type { PageContext } from '../../visit.ts'
import { CaseSubpage } from './case-frame.tsx'
import { loadCase } from './load-case.ts'

/** The register: every entry with its place in the hash chain, and whether the chain is whole. */

const text = {
  lead: {
    sv: 'Diariet kan bara fyllas på. Varje post bär kontrollsumman för posten före, så att ingen kan ändra något i efterhand utan att det syns.',
    en: 'The register can only be added to. Each entry carries the hash of the one before, so that nobody can change anything afterwards unseen.',
  },
  intact: { sv: 'Diariet är orört', en: 'The register is intact' },
  intactText: {
    sv: 'poster kontrollerades nyss. Sista kontrollsumman är',
    en: 'entries were verified just now. The last hash is',
  },
  broken: { sv: 'Diariet är inte orört', en: 'The register is not intact' },
  brokenText: { sv: 'Felet börjar i post', en: 'The fault begins at entry' },
  entries: { sv: 'Poster i diariet', en: 'Entries of the register' },
  number: { sv: 'Nr', en: 'No.' },
  event: { sv: 'Händelse', en: 'Event' },
  hash: { sv: 'Kontrollsumma (SHA-256)', en: 'Hash (SHA-256)' },
} as const satisfies Record<string, Text>

const shortType = (type: string): string => type.replace(/^se\.behovsflodet\./, '')

export const journalPage = async (c: PageContext) => {
  const visit = visitOf(c)
  const { locale, query, api } = visit
  const { t } = locale
  const loaded = await loadCase(visit, c.req.param('caseId') ?? '')
  const { caseId } = loaded.record
  const cursor = query.get('sida')
  const path = at`/v1/insight/cases/${caseId}/journal`
  const [read, verified] = await Promise.all([
    api.read(`${path}?limit=100${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`, journal),
    api.read(`${path}/verification`, journalVerification),
  ])
  const { isIntact, entries, head, brokenAt } = verified.value
  return show(
    c,
    <CaseSubpage visit={visit} loaded={loaded} title={t(words.journal)} isWide>
      <p class="measure">{t(text.lead)}</p>
      {isIntact ? (
        <Alert color="success" title={t(text.intact)}>
          <p class="ds-paragraph">
            {entries} {t(text.intactText)} <span class="hash">{head}</span>
          </p>
        </Alert>
      ) : (
        <Alert color="danger" title={t(text.broken)}>
          <p class="ds-paragraph">{brokenAt && `${t(text.brokenText)} ${brokenAt.sequence}. ${t(brokenAt.why)}`}</p>
        </Alert>
      )}
      <DataTable
        caption={t(text.entries)}
        columns={[
          { label: t(text.number) },
          { label: t(words.when) },
          { label: t(text.event) },
          { label: t(words.who) },
          { label: t(text.hash) },
        ]}
        rows={read.value.entries.map(({ sequence, recordedAt, event, hash }) => [
          String(sequence),
          locale.moment(event.time ?? recordedAt),
          <code>{shortType(event.type)}</code>,
          event.actor?.name ?? '',
          <span class="hash">{hash}</span>,
        ])}
      />
      {read.nextCursor && (
        <p>
          <a
            class="ds-button"
            data-variant="secondary"
            href={`/arenden/${caseId}/diarium?sida=${encodeURIComponent(read.nextCursor)}`}
          >
            {t(words.nextPage)}
          </a>
        </p>
      )}
    </CaseSubpage>,
  )
}
