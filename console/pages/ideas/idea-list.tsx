import { senderNames } from '#contracts/words.ts'
import type { Text } from '#contracts/language.ts'
import { ideaStatuses, submissionList } from '../../api/idea-views.ts'
import type { IdeaStatus } from '../../api/idea-views.ts'
import { words } from '../../language/words.ts'
import { DataTable } from '../../layout/data-table.tsx'
import { Due } from '../../layout/due.tsx'
import { organisationName } from '../../layout/names.ts'
import { Page, show } from '../../layout/page.tsx'
import { visitOf } from '../../visit.ts'
import type { PageContext } from '../../visit.ts'

/** What has come in, and what became of it. */

export const ideaStatusNames = {
  submitted: { sv: 'Väntar på svar', en: 'Awaiting an answer' },
  accepted: { sv: 'Blev ärende', en: 'Became a case' },
  merged: { sv: 'Sammanslagen', en: 'Merged' },
  answered: { sv: 'Besvarad', en: 'Answered' },
} as const satisfies Record<IdeaStatus, Text>

const text = {
  lead: {
    sv: 'Idéer som har kommit in. Varje avsändare är lovad ett första svar inom',
    en: 'Ideas that have come in. Every sender is promised a first answer within',
  },
  none: { sv: 'Inga idéer här.', en: 'No ideas here.' },
  from: { sv: 'Från', en: 'From' },
  submitted: { sv: 'Kom in', en: 'Received' },
  answerBy: { sv: 'Svar senast', en: 'Answer by' },
} as const satisfies Record<string, Text>

export const ideaListPage = async (c: PageContext) => {
  const visit = visitOf(c)
  const { locale, query, county } = visit
  const { t } = locale
  const status = ideaStatuses.find((candidate) => candidate === query.get('visa')) ?? 'submitted'
  const cursor = query.get('sida')
  const read = await visit.api.read(
    `/v1/ideas/submissions?status=${status}&limit=50${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`,
    submissionList,
  )
  const { submissions } = read.value
  return show(
    c,
    <Page visit={visit} title={t(words.ideas)}>
      <h1 class="ds-heading" data-size="lg">
        {t(words.ideas)}
      </h1>
      <p class="measure">
        {t(text.lead)} {county.promises.ideaAnswer} {t(words.workingDays)}.
      </p>
      <nav aria-label={t(words.ideas)}>
        <ul class="links">
          {ideaStatuses.map((candidate) => (
            <li>
              <a class="ds-link" href={`/ideer?visa=${candidate}`} aria-current={candidate === status ? 'page' : undefined}>
                {t(ideaStatusNames[candidate])}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {submissions.length === 0 ? (
        <p class="empty">{t(text.none)}</p>
      ) : (
        <DataTable
          caption={t(ideaStatusNames[status])}
          columns={[words.title, text.from, words.organisation, text.submitted, text.answerBy].map((label) => ({
            label: t(label),
          }))}
          rows={submissions.map((idea) => [
            <a class="ds-link" href={`/ideer/${idea.ideaId}`}>
              {idea.title}
            </a>,
            t(senderNames[idea.sender]),
            idea.organisation ? organisationName(visit, idea.organisation) : '–',
            locale.moment(idea.submittedAt),
            <Due
              date={idea.answerDueOn}
              isOverdue={idea.status === 'submitted' && idea.answerDueOn < locale.today}
              locale={locale}
            />,
          ])}
        />
      )}
      {read.nextCursor && (
        <p>
          <a
            class="ds-button"
            data-variant="secondary"
            href={`/ideer?visa=${status}&sida=${encodeURIComponent(read.nextCursor)}`}
          >
            {t(words.nextPage)}
          </a>
        </p>
      )}
    </Page>,
  )
}
