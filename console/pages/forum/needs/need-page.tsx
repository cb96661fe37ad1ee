import { careStepNames, targetGroupNames } from '#contracts/market.ts'
import type { Text } from '#contracts/language.ts'
import { at } from '../../../api/client.ts'
import { interestList, needView, ownInterest, teamList } from '../../../api/forum-views.ts'
import type { NeedView, TeamView } from '../../../api/forum-views.ts'
import { ActionForm, RevealedForm } from '../../../forms/action-form.tsx'
import type { FailedForm, FormFields } from '../../../forms/action-form.tsx'
import { words } from '../../../language/words.ts'
import { Facts } from '../../../layout/facts.tsx'
import { organisationName } from '../../../layout/names.ts'
import { Page, show } from '../../../layout/page.tsx'
import { Tag } from '../../../layout/tag.tsx'
import { hasRole, isMarketMember, isStaff, isSupplier } from '../../../session/user.ts'
import type { User } from '../../../session/user.ts'
import { visitOf } from '../../../visit.ts'
import type { PageContext, Visit } from '../../../visit.ts'
import { Button, forumCrumbs, goOn, HiddenAlert, RefusedAlert, ReportLink, sendForm, statusOf, Version } from '../forum-form.tsx'
import { Markdown } from '../markdown.tsx'
import { memberAddress } from '../member-address.ts'
import { TeamItems } from '../teams/team-list.tsx'
import { needStatusColors, needStatusNames, text } from '../words.ts'
import { CasePart } from './case-of-need.tsx'
import { bodyOfInterest, interestFields, InterestPart, interestScope } from './interest.tsx'
import { needFields } from './need-form.ts'
import { periodInWords } from './need-list.tsx'

/** A need: what, for whom and when; where its case stands; who can answer it and how. */

const own = {
  functions: { sv: 'Vad någon måste kunna göra', en: 'What somebody must be able to do' },
  ended: { sv: 'Varför behovet är avslutat', en: 'Why the need has ended' },
  publish: { sv: 'Publicera för alla', en: 'Publish to everybody' },
  publishHelp: {
    sv: 'Utkastet syns bara för er organisation. När det publiceras ser alla samma text vid samma tid.',
    en: 'Only your organisation sees the draft. When it is published everybody sees the same text at the same time.',
  },
  end: { sv: 'Avsluta behovet', en: 'End the need' },
  why: { sv: 'Hur det slutar', en: 'How it ends' },
  closed: { sv: 'Avslutat: behovet är mött eller går vidare på annat sätt', en: 'Closed: the need is met or goes on otherwise' },
  withdrawn: { sv: 'Tillbakadraget: behovet finns inte längre', en: 'Withdrawn: the need is no more' },
  endHelp: { sv: 'Alla kan läsa skälet.', en: 'Everybody can read the reason.' },
  teamsLead: {
    sv: 'Små företag kan gå samman om det som inget av dem klarar ensamt.',
    en: 'Small companies can join for what none of them manages alone.',
  },
  noTeams: { sv: 'Inget samarbete visas för det här behovet än.', en: 'No team is shown for this need yet.' },
  formTeam: { sv: 'Bilda ett samarbete', en: 'Form a team' },
  kindred: { sv: 'Liknande behov i andra organisationer', en: 'Kindred needs of other organisations' },
  planDialogue: { sv: 'Planera en dialog med marknaden om behovet', en: 'Plan a dialogue with the market about the need' },
  signIn: {
    sv: 'Logga in som leverantör för att visa intresse eller bilda samarbete.',
    en: 'Sign in as a supplier to show interest or to form a team.',
  },
} as const satisfies Record<string, Text>

const endScope = 'avslut'
const publishScope = 'publicering'
const endFields: FormFields = {
  why: {
    kind: 'choice',
    label: own.why,
    options: [
      { value: 'closed', label: own.closed },
      { value: 'withdrawn', label: own.withdrawn },
    ],
    isRequired: true,
  },
  reason: { kind: 'prose', label: text.reason, help: own.endHelp, maxLength: 1_000, isRequired: true },
}

const mayWrite = (user: User | undefined, need: NeedView): boolean =>
  hasRole(user, 'caseOfficer', 'forumFacilitator') && user?.organisation === need.organisation

const load = async (c: PageContext) => {
  const visit = visitOf(c)
  const { api, user } = visit
  const needId = c.req.param('needId') ?? ''
  const path = at`/v1/forum/needs/${needId}`
  const { value: need, version } = await api.read(memberAddress(visit, path), needView)
  const [teams, interest, interests] = await Promise.all([
    // Of a need that is not for all - a draft, or hidden - there are none to show.
    api.find(`${path}/teams?limit=50`, teamList),
    isSupplier(user) ? api.read(`${path}/interest`, ownInterest) : undefined,
    mayWrite(user, need) ? api.read(`${path}/interests?limit=100`, interestList) : undefined,
  ])
  return { need, version, teams: teams?.value.teams ?? [], interest: interest?.value, interests: interests?.value.interests }
}

const Tools = ({
  visit,
  need,
  version,
  failed,
}: {
  visit: Visit
  need: NeedView
  version: number | undefined
  failed: FailedForm | undefined
}) => {
  const { t } = visit.locale
  const path = at`/forum/behov/${need.needId}`
  if (!mayWrite(visit.user, need) || (need.status !== 'draft' && need.status !== 'published')) return null
  return (
    <div class="no-print">
      {need.status === 'draft' && (
        <>
          <p class="measure">{t(own.publishHelp)}</p>
          <RefusedNeed visit={visit} failed={failed} />
          <Button action={`${path}/publicering`} label={t(own.publish)} version={version} />
        </>
      )}
      <p>
        <a class="ds-link" href={`${path}/andra`}>
          {t(text.edit)}
        </a>
      </p>
      {need.status === 'published' && (
        <p>
          <a
            class="ds-link"
            href={`/forum/dialoger/ny?${new URLSearchParams({ behov: need.needId, ...(need.case && { arende: need.case.caseId }) }).toString()}`}
          >
            {t(own.planDialogue)}
          </a>
        </p>
      )}
      <RevealedForm title={t(own.end)} isOpen={failed?.scope === endScope}>
        <ActionForm
          visit={visit}
          scope={endScope}
          action={`${path}/avslut`}
          fields={endFields}
          submit={t(own.end)}
          failed={failed}
        >
          <Version version={version} />
        </ActionForm>
      </RevealedForm>
    </div>
  )
}

/** What a draft still lacks, each by the name of its field. */
const RefusedNeed = ({ visit, failed }: { visit: Visit; failed: FailedForm | undefined }) => {
  if (failed?.scope !== publishScope) return null
  const named = failed.refusal.errors.map(({ pointer, message }) => {
    const label = needFields[pointer.slice(1)]?.label
    return { pointer, message: label ? `${visit.locale.t(label)}: ${message}` : message }
  })
  return <RefusedAlert failed={{ ...failed, refusal: { ...failed.refusal, errors: named } }} scope={publishScope} />
}

const Teams = ({ visit, need, teams }: { visit: Visit; need: NeedView; teams: readonly TeamView[] }) => {
  const { t } = visit.locale
  return (
    <section aria-labelledby="samarbeten">
      <h2 class="ds-heading" data-size="sm" id="samarbeten">
        {t(text.teams)}
      </h2>
      <p class="measure">{t(own.teamsLead)}</p>
      <TeamItems visit={visit} teams={teams} empty={t(own.noTeams)} />
      {need.status === 'published' && isSupplier(visit.user) && (
        <p class="no-print">
          <a class="ds-button" data-variant="secondary" href={at`/forum/samarbeten/nytt?behov=${need.needId}`}>
            {t(own.formTeam)}
          </a>
        </p>
      )}
    </section>
  )
}

const present = async (c: PageContext, failed?: FailedForm) => {
  const visit = visitOf(c)
  const { t, list, day, swedishDay } = visit.locale
  const { need, version, teams, interest, interests } = await load(c)
  const period = periodInWords(visit, need)
  return show(
    c,
    <Page visit={visit} title={need.title} crumbs={forumCrumbs(visit)}>
      <p class="case-head">
        <Tag color={needStatusColors[need.status]}>{t(needStatusNames[need.status])}</Tag>
        <span>{organisationName(visit, need.organisation)}</span>
      </p>
      <h1 class="ds-heading" data-size="lg">
        {need.title}
      </h1>
      <HiddenAlert visit={visit} hidden={need.hidden} />
      {need.summary && <p class="lead">{need.summary}</p>}
      {need.ended && (
        <p class="measure">
          <strong>{t(own.ended)}:</strong> {need.ended.reason}
        </p>
      )}
      {need.description && <Markdown text={need.description} />}
      {need.functions.length > 0 && (
        <section aria-labelledby="funktioner">
          <h2 class="ds-heading" data-size="sm" id="funktioner">
            {t(own.functions)}
          </h2>
          <ul class="plain measure">
            {need.functions.map(({ name }) => (
              <li>{name}</li>
            ))}
          </ul>
        </section>
      )}
      {need.status === 'published' && isMarketMember(visit.user) && (
        <p class="no-print">
          <a class="ds-link" href={`/forum/behov/${need.needId}/liknande`}>
            {t(own.kindred)}
          </a>
        </p>
      )}
      <Facts
        rows={[
          [
            t(text.targetGroups),
            need.targetGroups.length > 0 ? list(need.targetGroups.map((group) => t(targetGroupNames[group]))) : undefined,
          ],
          [t(text.careSteps), need.careSteps.length > 0 ? list(need.careSteps.map((step) => t(careStepNames[step]))) : undefined],
          [t(text.wanted), period],
          [
            t(text.contact),
            need.contact && (
              <>
                {need.contact.name},{' '}
                <a class="ds-link" href={`mailto:${need.contact.email}`}>
                  {need.contact.email}
                </a>
              </>
            ),
          ],
          [t(text.published), need.publishedAt && day(swedishDay(need.publishedAt))],
          [t(text.changed), need.changedAt && day(swedishDay(need.changedAt))],
        ]}
      />
      <Tools visit={visit} need={need} version={version} failed={failed} />
      {need.case && <CasePart visit={visit} of={need.case} />}
      {need.publishedAt && (
        <>
          <InterestPart visit={visit} need={need} interest={interest} interests={interests} failed={failed} />
          <Teams visit={visit} need={need} teams={teams} />
        </>
      )}
      {!isStaff(visit.user) && !isSupplier(visit.user) && need.status === 'published' && <p class="note">{t(own.signIn)}</p>}
      {need.publishedAt && <ReportLink visit={visit} kind="need" id={need.needId} />}
      <p class="no-print">
        <a class="ds-link" href="/forum">
          {t(words.forum)}
        </a>
      </p>
    </Page>,
    statusOf(failed),
  )
}

export const needPage = (c: PageContext) => present(c)

const hrefOf = (c: PageContext): string => at`/forum/behov/${c.req.param('needId') ?? ''}`
const apiOf = (c: PageContext): string => at`/v1/forum/needs/${c.req.param('needId') ?? ''}`

export const publishNeed = async (c: PageContext) => {
  const sent = await sendForm(c, {
    scope: publishScope,
    fields: {},
    method: 'POST',
    path: `${apiOf(c)}/publications`,
    schema: needView,
    bodyOf: () => ({ content: undefined }),
  })
  return sent.ok ? goOn(c, hrefOf(c), 'needPublished') : present(c, sent.failed)
}

export const endNeed = async (c: PageContext) => {
  const sent = await sendForm(c, {
    scope: endScope,
    fields: endFields,
    method: 'POST',
    path: `${apiOf(c)}/endings`,
    schema: needView,
  })
  return sent.ok ? goOn(c, hrefOf(c), 'needEnded') : present(c, sent.failed)
}

export const showInterest = async (c: PageContext) => {
  const sent = await sendForm(c, {
    scope: interestScope,
    fields: interestFields,
    method: 'PUT',
    path: `${apiOf(c)}/interest`,
    schema: ownInterest,
    bodyOf: bodyOfInterest,
    lines: ['products'],
  })
  return sent.ok ? goOn(c, hrefOf(c), 'interestShown') : present(c, sent.failed)
}

export const withdrawInterest = async (c: PageContext) => {
  const sent = await sendForm(c, {
    scope: interestScope,
    fields: {},
    method: 'POST',
    path: `${apiOf(c)}/interest/withdrawals`,
    schema: ownInterest,
    bodyOf: () => ({ content: undefined }),
  })
  return sent.ok ? goOn(c, hrefOf(c), 'interestWithdrawn') : present(c, sent.failed)
}
