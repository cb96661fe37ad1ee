import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { librarySuggestionId } from '#contracts/ids.ts'
import { libraryKindNames, verificationNames } from '#contracts/requirement-library.ts'
import type { Text } from '#contracts/language.ts'
import { at, refuseAsNotFound } from '../../api/client.ts'
import { suggestion as suggestionView, suggestionList, suggestionStatuses } from '../../api/library-views.ts'
import type { Suggestion, SuggestionStatus } from '../../api/library-views.ts'
import { ActionForm, RevealedForm } from '../../forms/action-form.tsx'
import type { FailedForm, FormFields } from '../../forms/action-form.tsx'
import { readForm } from '../../forms/read-form.ts'
import { refusalOfErrors, refusalOfProblem } from '../../forms/refusal.tsx'
import { words } from '../../language/words.ts'
import { DataTable } from '../../layout/data-table.tsx'
import { Facts } from '../../layout/facts.tsx'
import { organisationName } from '../../layout/names.ts'
import { Page, show } from '../../layout/page.tsx'
import { Tag } from '../../layout/tag.tsx'
import { newSecret } from '../../session/pkce.ts'
import { hasRole } from '../../session/user.ts'
import { visitOf } from '../../visit.ts'
import type { PageContext, Visit } from '../../visit.ts'
import { readRequirement, requirementFields, writeSuggested } from './requirement-form.ts'
import { atItsField, FormPage } from './requirement-form-page.tsx'
import { libraryWords } from './words.ts'

/** Requirements that people give back to the library, and what curators answer. */

const text = {
  notFound: { sv: 'Förslaget finns inte', en: 'There is no such suggestion' },
  checkAddress: { sv: 'Kontrollera adressen.', en: 'Check the address.' },
  lead: {
    sv: 'Har du skrivit ett krav som fler kan ha nytta av? Föreslå det, så svarar en redaktör.',
    en: 'Have you written a requirement that others can use? Suggest it, and a curator answers.',
  },
  mine: { sv: 'Mina förslag', en: 'My suggestions' },
  none: { sv: 'Inga förslag här.', en: 'No suggestions here.' },
  suggestion: { sv: 'Förslag', en: 'Suggestion' },
  madeBy: { sv: 'Från', en: 'From' },
  madeAt: { sv: 'Lämnat', en: 'Made' },
  answer: { sv: 'Svar', en: 'Answer' },
  reason: { sv: 'Varför fler har nytta av det', en: 'Why others can use it' },
  became: { sv: 'Blev krav', en: 'Became requirement' },
  toCase: { sv: 'Skrevs i ärendet', en: 'Written in the case' },
  showCase: { sv: 'Visa ärendet', en: 'Show the case' },
  accept: { sv: 'Ta in i biblioteket', en: 'Take into the library' },
  acceptHelp: {
    sv: 'Skriv kravet som det ska stå i biblioteket. Avsändaren ser vilket krav det blev.',
    en: 'Write the requirement as it is to stand in the library. The sender sees which requirement it became.',
  },
  decline: { sv: 'Avböj', en: 'Decline' },
  send: { sv: 'Skicka förslaget', en: 'Send the suggestion' },
} as const satisfies Record<string, Text>

export const statusNames = {
  open: { sv: 'Väntar på svar', en: 'Awaiting an answer' },
  accepted: { sv: 'Intaget', en: 'Taken in' },
  declined: { sv: 'Avböjt', en: 'Declined' },
} as const satisfies Record<SuggestionStatus, Text>

const statusColors = { open: 'info', accepted: 'success', declined: 'neutral' } as const

const options = (names: Readonly<Record<string, Text>>) => Object.entries(names).map(([value, label]) => ({ value, label }))

const suggestionFields: FormFields = {
  text: {
    kind: 'group',
    label: libraryWords.requirement,
    fields: {
      sv: { kind: 'prose', label: { sv: 'Svenska', en: 'Swedish' }, maxLength: 600, isRequired: true },
      en: { kind: 'prose', label: { sv: 'Engelska', en: 'English' }, maxLength: 600, isRequired: false },
    },
    isRequired: true,
  },
  kind: { kind: 'choice', label: libraryWords.kind, options: options(libraryKindNames), isRequired: true },
  verification: { kind: 'choice', label: libraryWords.verification, options: options(verificationNames), isRequired: true },
  reason: { kind: 'prose', label: text.reason, maxLength: 1_000, isRequired: true },
  source: {
    kind: 'group',
    label: libraryWords.source,
    fields: {
      document: { kind: 'text', label: { sv: 'Dokument', en: 'Document' }, maxLength: 160, isRequired: true },
      clause: {
        kind: 'text',
        label: { sv: 'Paragraf eller avsnitt', en: 'Paragraph or clause' },
        maxLength: 120,
        isRequired: true,
      },
    },
    isRequired: false,
  },
}

const declineFields: FormFields = {
  reason: {
    kind: 'prose',
    label: { sv: 'Skäl till avsändaren', en: 'Reason to the sender' },
    maxLength: 1_000,
    isRequired: true,
  },
}

const crumbsOf = ({ locale: { t } }: Visit) => [
  { href: '/marknad', label: t(words.market) },
  { href: '/kravbibliotek', label: t(words.requirementLibrary) },
]

const StatusLinks = ({ visit, shown }: { visit: Visit; shown: SuggestionStatus | undefined }) => {
  const { t } = visit.locale
  return (
    <nav aria-label={t(libraryWords.suggestions)}>
      <ul class="links">
        <li>
          <a class="ds-link" href="/kravbibliotek/forslag?visa=mina" aria-current={shown ? undefined : 'page'}>
            {t(text.mine)}
          </a>
        </li>
        {suggestionStatuses.map((status) => (
          <li>
            <a
              class="ds-link"
              href={`/kravbibliotek/forslag?visa=${status}`}
              aria-current={status === shown ? 'page' : undefined}
            >
              {t(statusNames[status])}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

const shownIn = ({ user, query }: Visit): SuggestionStatus | undefined => {
  if (!hasRole(user, 'curator') || query.get('visa') === 'mina') return undefined
  return suggestionStatuses.find((status) => status === query.get('visa')) ?? 'open'
}

export const suggestionsPage = async (c: PageContext) => {
  const visit = visitOf(c)
  const { t, moment } = visit.locale
  const shown = shownIn(visit)
  const query = new URLSearchParams({ limit: '50', ...(shown && { status: shown }) })
  const cursor = visit.query.get('sida')
  if (cursor) query.set('cursor', cursor)
  const read = await visit.api.read(
    `/v1/catalogue/library/${shown ? 'suggestions' : 'my-suggestions'}?${query.toString()}`,
    suggestionList,
  )
  const { suggestions } = read.value
  return show(
    c,
    <Page visit={visit} title={t(libraryWords.suggestions)} crumbs={crumbsOf(visit)}>
      <h1 class="ds-heading" data-size="lg">
        {t(libraryWords.suggestions)}
      </h1>
      <p class="measure">{t(text.lead)}</p>
      <p class="no-print">
        <a class="ds-button" href="/kravbibliotek/forslag/nytt">
          {t(libraryWords.suggest)}
        </a>
      </p>
      {hasRole(visit.user, 'curator') && <StatusLinks visit={visit} shown={shown} />}
      {suggestions.length === 0 ? (
        <p class="empty">{t(text.none)}</p>
      ) : (
        <DataTable
          caption={t(shown ? statusNames[shown] : text.mine)}
          columns={[text.suggestion, libraryWords.kind, text.madeBy, text.madeAt, words.status].map((label) => ({
            label: t(label),
          }))}
          rows={suggestions.map((one) => [
            <a class="ds-link" href={at`/kravbibliotek/forslag/${one.suggestionId}`}>
              {one.text.sv}
            </a>,
            t(libraryKindNames[one.kind]),
            one.madeBy.name,
            moment(one.madeAt),
            <Tag color={statusColors[one.status]}>{t(statusNames[one.status])}</Tag>,
          ])}
        />
      )}
      {read.nextCursor && (
        <p>
          <a
            class="ds-button"
            data-variant="secondary"
            href={`/kravbibliotek/forslag?${new URLSearchParams({ visa: shown ?? 'mina', sida: read.nextCursor }).toString()}`}
          >
            {t(words.nextPage)}
          </a>
        </p>
      )}
    </Page>,
  )
}

const presentNew = (c: PageContext, failed?: FailedForm) => {
  const visit = visitOf(c)
  const { t } = visit.locale
  return show(
    c,
    <FormPage
      visit={visit}
      title={t(libraryWords.suggest)}
      lead={t(text.lead)}
      action="/kravbibliotek/forslag/nytt"
      fields={suggestionFields}
      entered={new URLSearchParams({ '/text/sv': visit.query.get('krav') ?? '' })}
      failed={failed}
      submit={t(text.send)}
    >
      <input type="hidden" name="key" value={failed?.entered.get('key') ?? newSecret()} />
      <input type="hidden" name="arende" value={failed?.entered.get('arende') ?? visit.query.get('arende') ?? ''} />
    </FormPage>,
    // A refusal's status from a service is one that a page can carry too.
    (failed?.refusal.status ?? 200) as ContentfulStatusCode,
  )
}

/** The address may carry the case (`arende`) and the words (`krav`) of a requirement that was written there. */
export const newSuggestionPage = (c: PageContext) => presentNew(c)

export const makeSuggestion = async (c: PageContext) => {
  const visit = visitOf(c)
  const entered = new URLSearchParams(await c.req.text())
  const { content, errors } = readForm(suggestionFields, entered)
  if (errors.length > 0) return presentNew(c, { scope: 'krav', entered, refusal: refusalOfErrors(errors, visit.locale) })
  const caseId = entered.get('arende')
  const done = await visit.api.write(
    'POST',
    '/v1/catalogue/library/suggestions',
    { ...content, ...(caseId && { caseId }) },
    suggestionView,
    { idempotencyKey: entered.get('key') ?? undefined },
  )
  if (!done.ok)
    return presentNew(c, { scope: 'krav', entered, refusal: refusalOfProblem(done.problem, visit.locale, suggestionFields) })
  return c.redirect(at`/kravbibliotek/forslag/${done.value.suggestionId}` + '?klart=suggestionMade', 303)
}

const pathOf = (c: PageContext): string => {
  const id = c.req.param('suggestionId') ?? ''
  if (!librarySuggestionId.safeParse(id).success) refuseAsNotFound('suggestionNotFound', text.notFound, text.checkAddress)
  return at`/v1/catalogue/library/suggestions/${id}`
}

const Answers = ({ visit, one, failed }: { visit: Visit; one: Suggestion; failed: FailedForm | undefined }) => {
  const { t, today } = visit.locale
  return (
    <section class="no-print">
      <RevealedForm title={t(text.accept)} isOpen={failed?.scope === 'intag'}>
        <p class="measure">{t(text.acceptHelp)}</p>
        <ActionForm
          visit={visit}
          scope="intag"
          action={at`/kravbibliotek/forslag/${one.suggestionId}/intag`}
          fields={requirementFields}
          entered={writeSuggested(one, today)}
          submit={t(text.accept)}
          failed={failed}
        />
      </RevealedForm>
      <RevealedForm title={t(text.decline)} isOpen={failed?.scope === 'avbojt'}>
        <ActionForm
          visit={visit}
          scope="avbojt"
          action={at`/kravbibliotek/forslag/${one.suggestionId}/avbojt`}
          fields={declineFields}
          submit={t(text.decline)}
          failed={failed}
        />
      </RevealedForm>
    </section>
  )
}

const present = async (c: PageContext, failed?: FailedForm) => {
  const visit = visitOf(c)
  const { t, moment } = visit.locale
  const { value: one } = await visit.api.read(pathOf(c), suggestionView)
  return show(
    c,
    <Page
      visit={visit}
      title={t(text.suggestion)}
      crumbs={[...crumbsOf(visit), { href: '/kravbibliotek/forslag', label: t(libraryWords.suggestions) }]}
    >
      <p class="case-head">
        <Tag color={statusColors[one.status]}>{t(statusNames[one.status])}</Tag>
        <span>{t(libraryKindNames[one.kind])}</span>
      </p>
      <h1 class="ds-heading" data-size="lg">
        {t(text.suggestion)}
      </h1>
      <p class="lead measure">{one.text.sv}</p>
      {one.text.en && (
        <p class="measure" lang="en">
          {one.text.en}
        </p>
      )}
      <Facts
        rows={[
          [t(text.reason), one.reason],
          [t(libraryWords.source), one.source && `${one.source.document}, ${one.source.clause}`],
          [t(libraryWords.verification), t(verificationNames[one.verification])],
          [
            t(text.madeBy),
            one.organisation ? `${one.madeBy.name}, ${organisationName(visit, one.organisation)}` : one.madeBy.name,
          ],
          [t(text.madeAt), moment(one.madeAt)],
          [
            t(text.toCase),
            one.caseId && (
              <a class="ds-link" href={at`/arenden/${one.caseId}`}>
                {t(text.showCase)}
              </a>
            ),
          ],
          [t(text.answer), one.answer?.reason],
          [
            t(text.became),
            one.answer?.requirementId && (
              <a class="ds-link" href={at`/kravbibliotek/${one.answer.requirementId}`}>
                {one.answer.requirementId}
              </a>
            ),
          ],
        ]}
      />
      {one.status === 'open' && hasRole(visit.user, 'curator') && <Answers visit={visit} one={one} failed={failed} />}
    </Page>,
    // As above.
    (failed?.refusal.status ?? 200) as ContentfulStatusCode,
  )
}

export const suggestionPage = (c: PageContext) => present(c)

export const acceptSuggestion = async (c: PageContext) => {
  const visit = visitOf(c)
  const entered = new URLSearchParams(await c.req.text())
  const { body, errors } = readRequirement(requirementFields, entered)
  if (errors.length > 0) return present(c, { scope: 'intag', entered, refusal: refusalOfErrors(errors, visit.locale) })
  const done = await visit.api.write('POST', `${pathOf(c)}/acceptances`, body, suggestionView)
  if (!done.ok)
    return present(c, {
      scope: 'intag',
      entered,
      refusal: atItsField(refusalOfProblem(done.problem, visit.locale, requirementFields)),
    })
  return c.redirect(at`/kravbibliotek/forslag/${done.value.suggestionId}` + '?klart=suggestionAnswered', 303)
}

export const declineSuggestion = async (c: PageContext) => {
  const visit = visitOf(c)
  const entered = new URLSearchParams(await c.req.text())
  const { content } = readForm(declineFields, entered)
  const done = await visit.api.write('POST', `${pathOf(c)}/refusals`, content, suggestionView)
  if (!done.ok)
    return present(c, { scope: 'avbojt', entered, refusal: refusalOfProblem(done.problem, visit.locale, declineFields) })
  return c.redirect(at`/kravbibliotek/forslag/${done.value.suggestionId}` + '?klart=suggestionAnswered', 303)
}
