import { at } from '../../api/client.ts'
import type { Redrive } from '../../api/operations-views.ts'
import { DataTable } from '../../layout/data-table.tsx'
import { Tag } from '../../layout/tag.tsx'
import type { Visit } from '../../visit.ts'
import { redriveStatusName, serviceName, text } from './words.ts'

const words = {
  moved: { sv: 'Flyttade', en: 'Moved' },
  of: { sv: 'av', en: 'of' },
  failed: { sv: 'gick inte att flytta', en: 'could not be moved' },
  status: { sv: 'Läge', en: 'Status' },
  requested: { sv: 'Begärd', en: 'Requested' },
} as const

const colorOf = ({ status, ending }: Redrive): 'info' | 'success' | 'warning' | 'danger' => {
  if (status !== 'ended') return 'info'
  return ending === 'done' ? 'success' : ending === 'stopped' ? 'warning' : 'danger'
}

export const RedriveTag = ({ visit, redrive }: { visit: Visit; redrive: Redrive }) => (
  <Tag color={colorOf(redrive)}>{visit.locale.t(redriveStatusName(redrive))}</Tag>
)

/** In figures for everybody, and as a bar beside them while it goes on. */
export const Progress = ({ visit, redrive }: { visit: Visit; redrive: Redrive }) => {
  const { t, number } = visit.locale
  const { moved, expected, failed, status } = redrive
  const told = `${number(moved)} ${t(words.of)} ${number(expected)}`
  return (
    <>
      {told}
      {status !== 'ended' && expected > 0 && (
        <progress class="block" value={Math.min(moved, expected)} max={expected} aria-label={t(words.moved)}>
          {told}
        </progress>
      )}
      {failed > 0 && (
        <span class="note block">
          {number(failed)} {t(words.failed)}
        </span>
      )}
    </>
  )
}

export const StopButton = ({ visit, redrive }: { visit: Visit; redrive: Redrive }) => (
  <form method="post" action={at`/drift/omkorningar/${redrive.redriveId}/stopp`}>
    <button class="ds-button" data-variant="secondary" data-size="sm" data-color="danger" type="submit">
      {visit.locale.t(text.stop)}
      <span class="ds-sr-only"> {visit.locale.t(serviceName(redrive.service))}</span>
    </button>
  </form>
)

export const RedriveTable = ({ visit, redrives, caption }: { visit: Visit; redrives: readonly Redrive[]; caption: string }) => {
  const { t, moment } = visit.locale
  return (
    <DataTable
      caption={caption}
      columns={[{ label: t(text.redrive) }, { label: t(words.status) }, { label: t(words.moved) }, { label: t(text.why) }]}
      rows={redrives.map((redrive) => [
        <>
          <a class="ds-link" href={at`/drift/omkorningar/${redrive.redriveId}`}>
            {t(serviceName(redrive.service))}, {moment(redrive.requestedAt)}
          </a>
          <span class="note block">{redrive.requestedBy.name}</span>
        </>,
        <>
          <RedriveTag visit={visit} redrive={redrive} />
          {redrive.status === 'running' && <StopButton visit={visit} redrive={redrive} />}
        </>,
        <Progress visit={visit} redrive={redrive} />,
        redrive.reason,
      ])}
    />
  )
}
