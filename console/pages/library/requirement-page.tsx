import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { libraryRequirementId } from '#contracts/ids.ts'
import { barrierLevelNames, forceNames, libraryKindNames, verificationNames } from '#contracts/requirement-library.ts'
import type { Text } from '#contracts/language.ts'
import { at, refuseAsNotFound } from '../../api/client.ts'
import { requirement as requirementView, versionList } from '../../api/library-views.ts'
import type { Requirement, RequirementContent, RequirementVersion } from '../../api/library-views.ts'
import { ActionForm, RevealedForm } from '../../forms/action-form.tsx'
import type { FailedForm, FormFields } from '../../forms/action-form.tsx'
import { readForm } from '../../forms/read-form.ts'
import { refusalOfErrors, refusalOfProblem } from '../../forms/refusal.tsx'
import { words } from '../../language/words.ts'
import { Alert } from '../../layout/alert.tsx'
import { DataTable } from '../../layout/data-table.tsx'
import { Facts } from '../../layout/facts.tsx'
import { Page, show } from '../../layout/page.tsx'
import { Tag } from '../../layout/tag.tsx'
import { hasRole } from '../../session/user.ts'
import { visitOf } from '../../visit.ts'
import type { PageContext, Visit } from '../../visit.ts'
import { sayCondition } from './condition-text.ts'
import { libraryWords, standingColors, standingNames } from './words.ts'

/** One requirement: what it says, where it comes from, when it applies, and every version that it has had. */

const text = {
  notFound: { sv: 'Kravet finns inte', en: 'There is no such requirement' },
  checkNumber: { sv: 'Kontrollera numret.', en: 'Check the number.' },
  inOther: { sv: 'På engelska', en: 'In Swedish' },
  appliesLead: { sv: 'Kravet gäller när tjänsten', en: 'The requirement applies when the service' },
  appliesAny: {
    sv: 'Kravet gäller när tjänsten gör något av detta:',
    en: 'The requirement applies when the service does any of this:',
  },
  versions: { sv: 'Versioner', en: 'Versions' },
  version: { sv: 'Version', en: 'Version' },
  changed: { sv: 'Ändrad', en: 'Changed' },
  origin: { sv: 'Från', en: 'From' },
  why: { sv: 'Varför', en: 'Why' },
  release: { sv: 'Bibliotekets utgåva', en: "The library's release" },
  curator: { sv: 'Länets redaktör', en: "The county's curator" },
  suggestion: { sv: 'Ett förslag', en: 'A suggestion' },
  retired: { sv: 'Kravet avslutas', en: 'The requirement is to end' },
  successor: { sv: 'Ersätts av', en: 'Replaced by' },
  edit: { sv: 'Ge kravet en ny version', en: 'Give the requirement a new version' },
  retire: { sv: 'Avsluta kravet', en: 'Retire the requirement' },
  offered: { sv: 'En ny utgåva av biblioteket har en annan lydelse', en: 'A new release of the library has other words' },
  offeredHelp: {
    sv: 'Länet har ändrat kravet, och det har utgåvan också. Er version gäller tills ni väljer.',
    en: 'The county has changed the requirement, and so has the release. Your version stands until you choose.',
  },
  takeOver: { sv: 'Ta över utgåvans lydelse', en: 'Take over the words of the release' },
  keepOurs: { sv: 'Behåll vår version', en: 'Keep our version' },
} as const satisfies Record<string, Text>

const originNames = { release: text.release, curator: text.curator, suggestion: text.suggestion } as const

export const retireFields: FormFields = {
  validTo: { kind: 'date', label: { sv: 'Sista dag som kravet gäller', en: 'Last day in force' }, isRequired: true },
  reason: { kind: 'prose', label: { sv: 'Varför', en: 'Why' }, maxLength: 1_000, isRequired: true },
  successor: {
    kind: 'text',
    label: { sv: 'Nummer på kravet som ersätter det', en: 'Number of the requirement that takes over' },
    maxLength: 12,
    isRequired: false,
  },
}

export const idOf = (c: PageContext): string => {
  const id = c.req.param('requirementId') ?? ''
  return libraryRequirementId.safeParse(id).success
    ? id
    : refuseAsNotFound('requirementNotFound', text.notFound, text.checkNumber)
}

const Conditions = ({ visit, content }: { visit: Visit; content: RequirementContent }) => {
  const { locale } = visit
  const { t } = locale
  const [first, ...others] = sayCondition(content.appliesWhen, locale)
  if (first === undefined) return <>{t(libraryWords.always)}</>
  if (others.length === 0)
    return (
      <>
        {t(text.appliesLead)} {first}.
      </>
    )
  return (
    <>
      {t(text.appliesAny)}
      <ul>
        {[first, ...others].map((alternative) => (
          <li>{alternative}</li>
        ))}
      </ul>
    </>
  )
}

const Content = ({ visit, content }: { visit: Visit; content: RequirementContent }) => {
  const { locale } = visit
  const { t } = locale
  return (
    <Facts
      rows={[
        [
          t(text.inOther),
          <span lang={locale.language === 'sv' ? 'en' : 'sv'}>
            {locale.language === 'sv' ? content.text.en : content.text.sv}
          </span>,
        ],
        [t(libraryWords.kind), t(libraryKindNames[content.kind])],
        [t(libraryWords.force), t(forceNames[content.force])],
        [
          t(libraryWords.sources),
          <>
            {content.sources.map(({ document, clause }) => (
              <span class="block">
                {document}, {clause}
              </span>
            ))}
          </>,
        ],
        [t(libraryWords.condition), <Conditions visit={visit} content={content} />],
        [t(libraryWords.verification), t(verificationNames[content.verification])],
        [t(libraryWords.validFrom), locale.day(content.validFrom)],
        [t(libraryWords.validTo), content.validTo && locale.day(content.validTo)],
        [t(libraryWords.barrier), t(barrierLevelNames[content.barrier.level])],
        [t(libraryWords.why), content.barrier.why && t(content.barrier.why)],
        [t(libraryWords.askInstead), content.barrier.askInstead && t(content.barrier.askInstead)],
        [t(libraryWords.servesWords), content.servesWords.length > 0 ? content.servesWords.join(', ') : undefined],
      ]}
    />
  )
}

const originOf = ({ origin }: RequirementVersion, { locale: { t } }: Visit): string =>
  origin.release === undefined ? t(originNames[origin.kind]) : `${t(originNames[origin.kind])} ${origin.release}`

const Versions = ({ visit, versions }: { visit: Visit; versions: readonly RequirementVersion[] }) => {
  const { t, moment } = visit.locale
  return (
    <section aria-labelledby="versioner">
      <h2 class="ds-heading" data-size="sm" id="versioner">
        {t(text.versions)}
      </h2>
      <DataTable
        caption={t(text.versions)}
        isCaptionHidden
        columns={[text.version, text.changed, text.origin, libraryWords.requirement, text.why].map((label) => ({
          label: t(label),
        }))}
        rows={versions.map((version) => [
          String(version.version),
          moment(version.changedAt),
          originOf(version, visit),
          t(version.text),
          version.note ?? '–',
        ])}
      />
    </section>
  )
}

const Offer = ({ visit, one, revision }: { visit: Visit; one: Requirement; revision: number | undefined }) => {
  const { t } = visit.locale
  if (!one.offer || !hasRole(visit.user, 'curator')) return null
  return (
    <section aria-labelledby="utgava">
      <h2 class="ds-heading" data-size="sm" id="utgava">
        {t(text.offered)} ({one.offer.release})
      </h2>
      <p>{t(text.offeredHelp)}</p>
      <p class="lead measure">{t(one.offer.content.text)}</p>
      <Content visit={visit} content={one.offer.content} />
      <form method="post" action={at`/kravbibliotek/${one.id}/utgava`} class="no-print">
        <input type="hidden" name="revision" value={String(revision ?? '')} />
        <p class="actions">
          <button class="ds-button" type="submit" name="val" value="utgavans">
            {t(text.takeOver)}
          </button>
          <button class="ds-button" data-variant="secondary" type="submit" name="val" value="var">
            {t(text.keepOurs)}
          </button>
        </p>
      </form>
    </section>
  )
}

const CuratorsWork = ({
  visit,
  one,
  revision,
  failed,
}: {
  visit: Visit
  one: Requirement
  revision: number | undefined
  failed: FailedForm | undefined
}) => {
  const { t } = visit.locale
  if (!hasRole(visit.user, 'curator') || one.retirement) return null
  return (
    <section class="no-print">
      <p>
        <a class="ds-button" href={at`/kravbibliotek/${one.id}/andra`}>
          {t(text.edit)}
        </a>
      </p>
      <RevealedForm title={t(text.retire)} isOpen={failed !== undefined}>
        <ActionForm
          visit={visit}
          scope="avslut"
          action={at`/kravbibliotek/${one.id}/avslut`}
          fields={retireFields}
          submit={t(text.retire)}
          failed={failed}
        >
          <input type="hidden" name="revision" value={String(revision ?? '')} />
        </ActionForm>
      </RevealedForm>
    </section>
  )
}

const present = async (c: PageContext, failed?: FailedForm) => {
  const visit = visitOf(c)
  const { t, day } = visit.locale
  const id = idOf(c)
  const path = at`/v1/catalogue/library/requirements/${id}`
  const [{ value: one, version: revision }, { value: history }] = await Promise.all([
    visit.api.read(path, requirementView),
    visit.api.read(`${path}/versions`, versionList),
  ])
  return show(
    c,
    <Page
      visit={visit}
      title={one.id}
      crumbs={[
        { href: '/marknad', label: t(words.market) },
        { href: '/kravbibliotek', label: t(words.requirementLibrary) },
      ]}
    >
      <p class="case-head">
        <Tag color={standingColors[one.standing]}>{t(standingNames[one.standing])}</Tag>
        <span>{t(libraryKindNames[one.kind])}</span>
      </p>
      <h1 class="ds-heading" data-size="lg">
        {one.id}
      </h1>
      <p class="lead measure">{t(one.text)}</p>
      {one.retirement && (
        <Alert color="warning" title={`${t(text.retired)}${one.validTo ? ` ${day(one.validTo)}` : ''}`}>
          <p class="ds-paragraph">{one.retirement.reason}</p>
          {one.retirement.successor && (
            <p class="ds-paragraph">
              {t(text.successor)}{' '}
              <a class="ds-link" href={at`/kravbibliotek/${one.retirement.successor}`}>
                {one.retirement.successor}
              </a>
            </p>
          )}
        </Alert>
      )}
      <Content visit={visit} content={one} />
      <Offer visit={visit} one={one} revision={revision} />
      <CuratorsWork visit={visit} one={one} revision={revision} failed={failed} />
      <Versions visit={visit} versions={history.versions} />
    </Page>,
    // A refusal's status from a service is one that a page can carry too.
    (failed?.refusal.status ?? 200) as ContentfulStatusCode,
  )
}

export const requirementPage = (c: PageContext) => present(c)

const revisionOf = (entered: URLSearchParams): number | undefined => {
  const revision = Number(entered.get('revision'))
  return Number.isInteger(revision) && revision > 0 ? revision : undefined
}

export const retireRequirement = async (c: PageContext) => {
  const visit = visitOf(c)
  const id = idOf(c)
  const entered = new URLSearchParams(await c.req.text())
  const { content, errors } = readForm(retireFields, entered)
  if (errors.length > 0) return present(c, { scope: 'avslut', entered, refusal: refusalOfErrors(errors, visit.locale) })
  const done = await visit.api.write('POST', at`/v1/catalogue/library/requirements/${id}/retirements`, content, requirementView, {
    ifMatch: revisionOf(entered),
  })
  if (!done.ok)
    return present(c, { scope: 'avslut', entered, refusal: refusalOfProblem(done.problem, visit.locale, retireFields) })
  return c.redirect(at`/kravbibliotek/${id}` + '?klart=requirementRetired', 303)
}

const contentOf = ({
  text: words_,
  kind,
  force,
  sources,
  validFrom,
  validTo,
  appliesWhen,
  verification,
  barrier,
  servesWords,
}: RequirementContent) => ({
  text: words_,
  kind,
  force,
  sources,
  validFrom,
  ...(validTo !== undefined && { validTo }),
  appliesWhen,
  verification,
  barrier,
  servesWords,
})

/** The curator's choice between the county's own words and those of the release. */
export const answerOffer = async (c: PageContext) => {
  const visit = visitOf(c)
  const id = idOf(c)
  const entered = new URLSearchParams(await c.req.text())
  const path = at`/v1/catalogue/library/requirements/${id}`
  const { value: one } = await visit.api.read(path, requirementView)
  const chosen = entered.get('val') === 'utgavans' && one.offer ? one.offer.content : one
  const done = await visit.api.write('PUT', path, contentOf(chosen), requirementView, { ifMatch: revisionOf(entered) })
  if (done.ok) return c.redirect(at`/kravbibliotek/${id}` + '?klart=requirementSaved', 303)
  return present(c, { scope: 'utgava', entered, refusal: refusalOfProblem(done.problem, visit.locale, {}) })
}
