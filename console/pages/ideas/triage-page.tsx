import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { caseId } from '#contracts/ids.ts'
import { senderNames } from '#contracts/words.ts'
import type { Text } from '#contracts/language.ts'
import { acceptance, submissionView } from '../../api/idea-views.ts'
import type { SubmissionView } from '../../api/idea-views.ts'
import { at, refuseAsNotFound } from '../../api/client.ts'
import { ActionForm, RevealedForm } from '../../forms/action-form.tsx'
import type { FailedForm, FormFields } from '../../forms/action-form.tsx'
import { readForm } from '../../forms/read-form.ts'
import type { Entered } from '../../forms/read-form.ts'
import { refusalOfProblem } from '../../forms/refusal.tsx'
import { words } from '../../language/words.ts'
import { Alert } from '../../layout/alert.tsx'
import { DataTable } from '../../layout/data-table.tsx'
import { Due } from '../../layout/due.tsx'
import { Facts } from '../../layout/facts.tsx'
import { organisationName } from '../../layout/names.ts'
import { Page, show } from '../../layout/page.tsx'
import { Tag } from '../../layout/tag.tsx'
import { hasRole } from '../../session/user.ts'
import { visitOf } from '../../visit.ts'
import type { PageContext, Visit } from '../../visit.ts'
import { ideaStatusNames } from './idea-list.tsx'

/** An idea that has come in: what it says, what it resembles, and the three ways to answer it. */

const text = {
  noIdea: { sv: 'Idén finns inte', en: 'There is no such idea' },
  checkAddress: { sv: 'Kontrollera adressen.', en: 'Check the address.' },
  idea: { sv: 'Idé', en: 'Idea' },
  affected: { sv: 'Vilka berörs', en: 'Who is affected' },
  contact: { sv: 'Kontakt', en: 'Contact' },
  noContact: {
    sv: 'Avsändaren har inte lämnat några kontaktuppgifter, men följer idén med sitt kvitto.',
    en: 'The sender has left no contact details, but follows the idea by the receipt.',
  },
  similar: { sv: 'Liknande idéer', en: 'Similar ideas' },
  noneSimilar: { sv: 'Ingen liknande idé hittades.', en: 'No similar idea was found.' },
  similarLead: {
    sv: 'Förslag efter hur lika texterna är. Läs innan du slår ihop.',
    en: 'Suggested by how alike the texts are. Read before you merge.',
  },
  likeness: { sv: 'Likhet', en: 'Likeness' },
  wayTitle: { sv: 'Vad händer med idén?', en: 'What becomes of the idea?' },
  accept: { sv: 'Gör idén till ett ärende', en: 'Make the idea a case' },
  merge: { sv: 'Slå ihop med en annan idé', en: 'Merge with another idea' },
  answer: { sv: 'Besvara utan att gå vidare', en: 'Answer without going on' },
  answered: { sv: 'Svaret till avsändaren', en: 'The answer to the sender' },
  toCase: { sv: 'Till ärendet', en: 'To the case' },
  mergedInto: { sv: 'Sammanslagen med', en: 'Merged into' },
  onlyOfficers: { sv: 'Det är handläggare som svarar på idéer.', en: 'It is case officers who answer ideas.' },
  submitted: { sv: 'Kom in', en: 'Received' },
  from: { sv: 'Från', en: 'From' },
  answerBy: { sv: 'Svar senast', en: 'Answer by' },
} as const satisfies Record<string, Text>

type Way = 'bli-arende' | 'sla-ihop' | 'besvara'

const acceptFields = ({ county }: Visit): FormFields => ({
  organisation: {
    kind: 'choice',
    label: { sv: 'Ägande organisation', en: 'Owning organisation' },
    help: { sv: 'Den organisation vars verksamhet har behovet.', en: 'The organisation whose operation has the need.' },
    options: county.organisations.map(({ id, name }) => ({ value: id, label: { sv: name, en: name } })),
    isRequired: true,
  },
  title: {
    kind: 'text',
    label: { sv: 'Ärendets rubrik', en: 'Title of the case' },
    help: { sv: 'Lämna tomt för att behålla idéns.', en: "Leave empty to keep the idea's." },
    maxLength: 200,
    isRequired: false,
  },
})

const mergeFields = (similar: SubmissionView['similar']): FormFields => ({
  into: {
    kind: 'choice',
    label: { sv: 'Slå ihop med', en: 'Merge into' },
    options: similar.map(({ ideaId, title, caseNumber }) => {
      const name = caseNumber ? `${title} (${caseNumber})` : title
      return { value: ideaId, label: { sv: name, en: name } }
    }),
    isRequired: true,
  },
  reason: {
    kind: 'prose',
    label: { sv: 'Varför är det samma behov?', en: 'Why is it the same need?' },
    maxLength: 4_000,
    isRequired: true,
  },
})

const answerFields: FormFields = {
  answer: {
    kind: 'prose',
    label: { sv: 'Svar till avsändaren', en: 'Answer to the sender' },
    help: {
      sv: 'Skriv så att den som lämnade idén förstår varför den inte går vidare. Svaret visas på kvittot.',
      en: 'Write so that whoever sent the idea understands why it does not go on. The answer is shown on the receipt.',
    },
    maxLength: 4_000,
    isRequired: true,
  },
}

const Similar = ({ visit, similar }: { visit: Visit; similar: SubmissionView['similar'] }) => {
  const { locale } = visit
  const { t } = locale
  return (
    <section aria-labelledby="liknande">
      <h2 class="ds-heading" data-size="sm" id="liknande">
        {t(text.similar)}
      </h2>
      {similar.length === 0 ? (
        <p class="empty">{t(text.noneSimilar)}</p>
      ) : (
        <>
          <p>{t(text.similarLead)}</p>
          <DataTable
            caption={t(text.similar)}
            isCaptionHidden
            columns={[
              { label: t(text.idea) },
              { label: t(words.status) },
              { label: t(words.case) },
              { label: t(text.likeness), isNumber: true },
            ]}
            rows={similar.map(({ ideaId, title, status, caseNumber, likeness }) => [
              <a class="ds-link" href={`/ideer/${ideaId}`}>
                {title}
              </a>,
              t(ideaStatusNames[status]),
              caseNumber ? (
                <a class="ds-link" href={`/arenden/${ideaId}`}>
                  {caseNumber}
                </a>
              ) : (
                '–'
              ),
              locale.share(likeness),
            ])}
          />
        </>
      )}
    </section>
  )
}

const Ways = ({ visit, idea, failed }: { visit: Visit; idea: SubmissionView; failed: FailedForm | undefined }) => {
  const { t } = visit.locale
  if (!hasRole(visit.user, 'caseOfficer'))
    return (
      <Alert color="info">
        <p class="ds-paragraph">{t(text.onlyOfficers)}</p>
      </Alert>
    )
  const action = (way: Way): string => `/ideer/${idea.ideaId}/${way}`
  return (
    <section aria-labelledby="vagar">
      <h2 class="ds-heading" data-size="sm" id="vagar">
        {t(text.wayTitle)}
      </h2>
      <RevealedForm title={t(text.accept)} isOpen={failed === undefined || failed.scope === 'bli-arende'}>
        <ActionForm
          visit={visit}
          scope="bli-arende"
          action={action('bli-arende')}
          fields={acceptFields(visit)}
          entered={new URLSearchParams(idea.organisation && { '/organisation': idea.organisation })}
          submit={t(text.accept)}
          failed={failed}
        />
      </RevealedForm>
      {idea.similar.length > 0 && (
        <RevealedForm title={t(text.merge)} isOpen={failed?.scope === 'sla-ihop'}>
          <ActionForm
            visit={visit}
            scope="sla-ihop"
            action={action('sla-ihop')}
            fields={mergeFields(idea.similar)}
            submit={t(text.merge)}
            failed={failed}
          />
        </RevealedForm>
      )}
      <RevealedForm title={t(text.answer)} isOpen={failed?.scope === 'besvara'}>
        <ActionForm
          visit={visit}
          scope="besvara"
          action={action('besvara')}
          fields={answerFields}
          submit={t(text.answer)}
          failed={failed}
        />
      </RevealedForm>
    </section>
  )
}

const Outcome = ({ visit, idea }: { visit: Visit; idea: SubmissionView }) => {
  const { t } = visit.locale
  return (
    <>
      {idea.answer && (
        <section>
          <h2 class="ds-heading" data-size="sm">
            {t(text.answered)}
          </h2>
          <p class="prose measure">{idea.answer}</p>
        </section>
      )}
      {idea.status === 'accepted' && (
        <p>
          <a class="ds-button" href={`/arenden/${idea.ideaId}`}>
            {t(text.toCase)} {idea.caseNumber}
          </a>
        </p>
      )}
      {idea.mergedInto && (
        <p>
          {t(text.mergedInto)}{' '}
          <a class="ds-link" href={`/ideer/${idea.mergedInto}`}>
            {t(text.idea).toLowerCase()} {idea.mergedInto.slice(-8)}
          </a>
        </p>
      )}
    </>
  )
}

const TriagePage = ({ visit, idea, failed }: { visit: Visit; idea: SubmissionView; failed?: FailedForm | undefined }) => {
  const { locale } = visit
  const { t } = locale
  const contact = [idea.contact?.name, idea.contact?.email].filter(Boolean).join(', ')
  return (
    <Page visit={visit} title={idea.title} crumbs={[{ href: '/ideer', label: t(words.ideas) }]}>
      <p class="case-head">
        <Tag color={idea.status === 'submitted' ? 'info' : 'neutral'}>{t(ideaStatusNames[idea.status])}</Tag>
        <span>{t(senderNames[idea.sender])}</span>
        {idea.organisation && <span>{organisationName(visit, idea.organisation)}</span>}
      </p>
      <h1 class="ds-heading" data-size="lg">
        {idea.title}
      </h1>
      <div class="paper">
        <p class="prose measure">{idea.description}</p>
        {idea.affected && (
          <>
            <h2 class="ds-heading" data-size="2xs">
              {t(text.affected)}
            </h2>
            <p class="prose measure">{idea.affected}</p>
          </>
        )}
      </div>
      <Facts
        rows={[
          [t(text.submitted), locale.moment(idea.submittedAt)],
          [
            t(text.answerBy),
            <Due
              date={idea.answerDueOn}
              isOverdue={idea.status === 'submitted' && idea.answerDueOn < locale.today}
              locale={locale}
            />,
          ],
          [t(text.contact), contact || t(text.noContact)],
        ]}
      />
      <Outcome visit={visit} idea={idea} />
      <Similar visit={visit} similar={idea.similar} />
      {idea.status === 'submitted' && <Ways visit={visit} idea={idea} failed={failed} />}
    </Page>
  )
}

const pathOf = (c: PageContext): string => {
  const ideaId = c.req.param('ideaId') ?? ''
  if (!caseId.safeParse(ideaId).success) refuseAsNotFound('ideaNotFound', text.noIdea, text.checkAddress)
  return at`/v1/ideas/submissions/${ideaId}`
}

export const triagePage = async (c: PageContext) => {
  const visit = visitOf(c)
  const { value } = await visit.api.read(pathOf(c), submissionView)
  return show(c, <TriagePage visit={visit} idea={value} />)
}

const showRefused = async (c: PageContext, visit: Visit, failed: FailedForm) => {
  const { value } = await visit.api.read(pathOf(c), submissionView)
  // A refusal's status from a service is one that a page can carry too.
  return show(c, <TriagePage visit={visit} idea={value} failed={failed} />, failed.refusal.status as ContentfulStatusCode)
}

const enteredOf = async (c: PageContext): Promise<Entered> => new URLSearchParams(await c.req.text())

export const acceptIdea = async (c: PageContext) => {
  const visit = visitOf(c)
  const entered = await enteredOf(c)
  const fields = acceptFields(visit)
  const { content } = readForm(fields, entered)
  const done = await visit.api.write('POST', `${pathOf(c)}/acceptances`, content, acceptance)
  if (!done.ok)
    return showRefused(c, visit, { scope: 'bli-arende', entered, refusal: refusalOfProblem(done.problem, visit.locale, fields) })
  return c.redirect(`/arenden/${done.value.caseId}?klart=ideaAccepted`, 303)
}

export const mergeIdea = async (c: PageContext) => {
  const visit = visitOf(c)
  const entered = await enteredOf(c)
  const { value } = await visit.api.read(pathOf(c), submissionView)
  const fields = mergeFields(value.similar)
  const { content } = readForm(fields, entered)
  const done = await visit.api.write('POST', `${pathOf(c)}/merges`, content, submissionView)
  if (!done.ok)
    return showRefused(c, visit, { scope: 'sla-ihop', entered, refusal: refusalOfProblem(done.problem, visit.locale, fields) })
  return c.redirect(`/ideer/${value.ideaId}?klart=ideaMerged`, 303)
}

export const answerIdea = async (c: PageContext) => {
  const visit = visitOf(c)
  const entered = await enteredOf(c)
  const { content } = readForm(answerFields, entered)
  const done = await visit.api.write('POST', `${pathOf(c)}/answers`, content, submissionView)
  if (!done.ok)
    return showRefused(c, visit, {
      scope: 'besvara',
      entered,
      refusal: refusalOfProblem(done.problem, visit.locale, answerFields),
    })
  return c.redirect(`/ideer/${done.value.ideaId}?klart=ideaAnswered`, 303)
}
