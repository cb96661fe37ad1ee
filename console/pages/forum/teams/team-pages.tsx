import type { Text } from '#contracts/language.ts'
import { at, refuseAsNotFound } from '../../../api/client.ts'
import { needView, teamList, teamView } from '../../../api/forum-views.ts'
import type { TeamView } from '../../../api/forum-views.ts'
import { ActionForm, RevealedForm } from '../../../forms/action-form.tsx'
import type { FailedForm, FormFields } from '../../../forms/action-form.tsx'
import { words } from '../../../language/words.ts'
import { Alert } from '../../../layout/alert.tsx'
import { DataTable } from '../../../layout/data-table.tsx'
import { Page, show } from '../../../layout/page.tsx'
import { isSupplier } from '../../../session/user.ts'
import { visitOf } from '../../../visit.ts'
import type { PageContext, Visit } from '../../../visit.ts'
import {
  Button,
  FormPage,
  forumCrumbs,
  goOn,
  HiddenAlert,
  RefusedAlert,
  ReportLink,
  sendForm,
  showForm,
  statusOf,
  Version,
} from '../forum-form.tsx'
import { Markdown } from '../markdown.tsx'
import { memberAddress } from '../member-address.ts'
import { text } from '../words.ts'
import { bodyOfTeam, enteredOf, membershipFields, teamFields } from './team-form.ts'
import { TeamItems, TeamTags } from './team-list.tsx'

/** Teams of companies that want to meet a need together. */

const own = {
  lead: {
    sv: 'Här hittar företag varandra för att tillsammans möta ett behov. Ett samarbete visas för alla först när medlemmarna vill det.',
    en: 'Here companies find each other to meet a need together. A team is shown to everybody only when its members want it.',
  },
  mine: { sv: 'Dina samarbeten', en: 'Your teams' },
  all: { sv: 'Samarbeten som visas för alla', en: 'Teams shown to everybody' },
  none: { sv: 'Inga samarbeten visas just nu.', en: 'No teams are shown at the moment.' },
  noneMine: { sv: 'Du är inte med i något samarbete.', en: 'You are not in any team.' },
  how: { sv: 'Öppna ett behov för att bilda ett samarbete kring det.', en: 'Open a need to form a team for it.' },
  form: { sv: 'Bilda ett samarbete', en: 'Form a team' },
  change: { sv: 'Ändra samarbetet', en: 'Change the team' },
  for: { sv: 'Kring behovet', en: 'For the need' },
  toNeed: { sv: 'Till behovet', en: 'To the need' },
  competition: {
    sv: 'Konkurrensreglerna gäller också här. Använd inte ett samarbete för att utbyta uppgifter om priser eller anbud med företag som ni konkurrerar med. Sök råd om ni är osäkra.',
    en: 'The competition rules apply here too. Do not use a team to exchange prices or tenders with companies that you compete with. Seek advice if you are unsure.',
  },
  competitionTitle: { sv: 'Tänk på', en: 'Please note' },
  members: { sv: 'Medlemmar', en: 'Members' },
  company: { sv: 'Företag', en: 'Company' },
  role: { sv: 'Bidrar med', en: 'Contributes' },
  person: { sv: 'Kontaktperson', en: 'Contact person' },
  you: { sv: 'du', en: 'you' },
  seeks: { sv: 'Kompetenser som söks', en: 'Skills sought' },
  invitations: { sv: 'Öppna inbjudningar', en: 'Open invitations' },
  invite: { sv: 'Bjud in ett företag', en: 'Invite a company' },
  inviteHelp: {
    sv: 'Du får en länk att skicka till företaget. Den gäller för ett företag och används en gång.',
    en: 'You get a link to send to the company. It holds for one company and is used once.',
  },
  link: { sv: 'Länk', en: 'Link' },
  takeBack: { sv: 'Ta tillbaka inbjudan till', en: 'Take back the invitation of' },
  invited: { sv: 'Ni är inbjudna som', en: 'You are invited as' },
  join: { sv: 'Gå med', en: 'Join' },
  joinAs: { sv: 'Logga in som leverantör för att gå med.', en: 'Sign in as a supplier to join.' },
  leave: { sv: 'Lämna samarbetet', en: 'Leave the team' },
  leaveHelp: {
    sv: 'När den sista medlemmen lämnar upplöses samarbetet.',
    en: 'When the last member leaves the team is dissolved.',
  },
  noNeed: { sv: 'Välj först ett behov', en: 'Choose a need first' },
} as const satisfies Record<string, Text>

const page = '/forum/samarbeten'
const crumbOf = ({ locale }: Visit) => ({ href: page, label: locale.t(text.teams) })

const Competition = ({ visit }: { visit: Visit }) => (
  <Alert color="info" title={visit.locale.t(own.competitionTitle)}>
    <p class="ds-paragraph">{visit.locale.t(own.competition)}</p>
  </Alert>
)

export const teamsPage = async (c: PageContext) => {
  const visit = visitOf(c)
  const { api, locale, user } = visit
  const { t } = locale
  const [{ value: all }, mine] = await Promise.all([
    api.read('/v1/forum/teams?limit=100', teamList),
    isSupplier(user) ? api.read('/v1/forum/own-teams?limit=100', teamList) : undefined,
  ])
  return show(
    c,
    <Page visit={visit} title={t(text.teams)} crumbs={forumCrumbs(visit)}>
      <h1 class="ds-heading" data-size="lg">
        {t(text.teams)}
      </h1>
      <p class="lead">{t(own.lead)}</p>
      {mine && (
        <section aria-labelledby="dina">
          <h2 class="ds-heading" data-size="sm" id="dina">
            {t(own.mine)}
          </h2>
          <TeamItems visit={visit} teams={mine.value.teams} empty={t(own.noneMine)} />
          <p class="note">{t(own.how)}</p>
        </section>
      )}
      <section aria-labelledby="alla">
        <h2 class="ds-heading" data-size="sm" id="alla">
          {t(own.all)}
        </h2>
        <TeamItems visit={visit} teams={all.teams} empty={t(own.none)} />
      </section>
    </Page>,
  )
}

const formScope = 'samarbete'
const newFields: FormFields = { ...teamFields, ...membershipFields }

const presentNew = async (c: PageContext, failed?: FailedForm) => {
  const visit = visitOf(c)
  const { t } = visit.locale
  const needId = visit.query.get('behov') ?? ''
  if (needId === '') refuseAsNotFound('needNotFound', own.noNeed, own.how)
  const { value: need } = await visit.api.read(at`/v1/forum/needs/${needId}`, needView)
  return showForm(
    c,
    <FormPage
      visit={visit}
      title={t(own.form)}
      lead={
        <>
          <p class="measure">
            {t(own.for)}{' '}
            <a class="ds-link" href={at`/forum/behov/${needId}`}>
              {need.title}
            </a>
          </p>
          <Competition visit={visit} />
        </>
      }
      crumbs={forumCrumbs(visit, crumbOf(visit))}
      scope={formScope}
      action={at`/forum/samarbeten/nytt?behov=${needId}`}
      fields={newFields}
      submit={t(own.form)}
      failed={failed}
    />,
    failed,
  )
}

export const newTeamPage = (c: PageContext) => presentNew(c)

export const formTeam = async (c: PageContext) => {
  const needId = visitOf(c).query.get('behov') ?? ''
  const sent = await sendForm(c, {
    scope: formScope,
    fields: newFields,
    method: 'POST',
    path: '/v1/forum/teams',
    schema: teamView,
    bodyOf: (content) => {
      const body = bodyOfTeam(content)
      return 'content' in body ? { content: { ...(body.content as object), needId } } : body // bodyOfTeam makes an object
    },
    lines: ['rolesSought'],
  })
  return sent.ok ? goOn(c, at`/forum/samarbeten/${sent.value.teamId}`, 'teamSaved') : presentNew(c, sent.failed)
}

const teamIdOf = (c: PageContext): string => c.req.param('teamId') ?? ''
const hrefOf = (c: PageContext): string => at`/forum/samarbeten/${teamIdOf(c)}`
const apiOf = (c: PageContext): string => at`/v1/forum/teams/${teamIdOf(c)}`

const inviteScope = 'inbjudan'
const inviteFields: FormFields = {
  company: { kind: 'text', label: own.company, help: own.inviteHelp, maxLength: 200, isRequired: true },
}
const joinScope = 'medlem'
const leaveScope = 'uttrade'

const invitationLink = (c: PageContext, code: string): string => new URL(`${hrefOf(c)}?kod=${code}`, visitOf(c).consoleUrl).href

const Members = ({ visit, team }: { visit: Visit; team: TeamView }) => {
  const { t } = visit.locale
  const columns = team.isMember ? [own.company, own.role, own.person] : [own.company, own.role]
  return (
    <DataTable
      caption={t(own.members)}
      columns={columns.map((label) => ({ label: t(label) }))}
      rows={team.members.map(({ company, role, person, isYou }) => [
        isYou ? `${company} (${t(own.you)})` : company,
        role,
        ...(team.isMember ? [person ?? '–'] : []),
      ])}
    />
  )
}

const Invitations = ({
  c,
  visit,
  team,
  failed,
}: {
  c: PageContext
  visit: Visit
  team: TeamView
  failed: FailedForm | undefined
}) => {
  const { t } = visit.locale
  const open = team.invitations ?? []
  return (
    <section aria-labelledby="inbjudningar" class="no-print">
      <h2 class="ds-heading" data-size="sm" id="inbjudningar">
        {t(own.invitations)}
      </h2>
      {open.length > 0 && (
        <ul class="market-list">
          {open.map(({ invitationId, company, code }) => (
            <li>
              <p>
                <strong>{company}</strong>
              </p>
              <p class="note hash">{invitationLink(c, code)}</p>
              <Button
                action={`${hrefOf(c)}/inbjudningar/${encodeURIComponent(invitationId)}/aterkallelse`}
                label={`${t(own.takeBack)} ${company}`}
                isQuiet
              />
            </li>
          ))}
        </ul>
      )}
      <RevealedForm title={t(own.invite)} isOpen={failed?.scope === inviteScope}>
        <ActionForm
          visit={visit}
          scope={inviteScope}
          action={`${hrefOf(c)}/inbjudningar`}
          fields={inviteFields}
          submit={t(own.invite)}
          failed={failed}
        />
      </RevealedForm>
    </section>
  )
}

const Join = ({
  c,
  visit,
  team,
  code,
  failed,
}: {
  c: PageContext
  visit: Visit
  team: TeamView
  code: string
  failed: FailedForm | undefined
}) => {
  const { t } = visit.locale
  return (
    <section aria-labelledby="ga-med">
      <h2 class="ds-heading" data-size="sm" id="ga-med">
        {t(own.join)}
      </h2>
      <p>
        {t(own.invited)} {team.invitedAs}.
      </p>
      {isSupplier(visit.user) ? (
        <ActionForm
          visit={visit}
          scope={joinScope}
          action={`${hrefOf(c)}/medlemmar?kod=${code}`}
          fields={membershipFields}
          entered={new URLSearchParams({ '/company': team.invitedAs ?? '' })}
          submit={t(own.join)}
          failed={failed}
        />
      ) : (
        <p>{t(own.joinAs)}</p>
      )}
    </section>
  )
}

const codeOf = (c: PageContext): string | undefined => {
  const code = visitOf(c).query.get('kod')
  return code !== null && /^[\w-]{32}$/.test(code) ? code : undefined
}

const present = async (c: PageContext, failed?: FailedForm) => {
  const visit = visitOf(c)
  const { t } = visit.locale
  const code = codeOf(c)
  const { value: team } = await visit.api.read(`${memberAddress(visit, apiOf(c))}${code ? `?code=${code}` : ''}`, teamView)
  return show(
    c,
    <Page visit={visit} title={team.name} crumbs={forumCrumbs(visit, crumbOf(visit))}>
      <h1 class="ds-heading" data-size="lg">
        {team.name}
      </h1>
      <p class="case-head">
        <TeamTags visit={visit} team={team} />
        <a class="ds-link" href={at`/forum/behov/${team.needId}`}>
          {t(own.toNeed)}
        </a>
      </p>
      <HiddenAlert visit={visit} hidden={team.hidden} />
      <RefusedAlert failed={failed} scope={leaveScope} />
      <Markdown text={team.purpose} />
      {team.rolesSought.length > 0 && (
        <section aria-labelledby="soks">
          <h2 class="ds-heading" data-size="sm" id="soks">
            {t(own.seeks)}
          </h2>
          <ul class="plain">
            {team.rolesSought.map((role) => (
              <li>{role}</li>
            ))}
          </ul>
        </section>
      )}
      <p>
        {t(text.contact)}:{' '}
        <a class="ds-link" href={`mailto:${team.contact}`}>
          {team.contact}
        </a>
      </p>
      {team.members.length > 0 && <Members visit={visit} team={team} />}
      {team.invitedAs && code && <Join c={c} visit={visit} team={team} code={code} failed={failed} />}
      <Competition visit={visit} />
      {team.isMember && (
        <>
          <Invitations c={c} visit={visit} team={team} failed={failed} />
          <section class="no-print">
            <p>
              <a class="ds-link" href={`${hrefOf(c)}/andra`}>
                {t(own.change)}
              </a>
            </p>
            <p class="note">{t(own.leaveHelp)}</p>
            <Button action={`${hrefOf(c)}/uttrade`} label={t(own.leave)} isQuiet />
          </section>
        </>
      )}
      {!team.isMember && <ReportLink visit={visit} kind="team" id={team.teamId} />}
    </Page>,
    statusOf(failed),
  )
}

export const teamPage = (c: PageContext) => present(c)

const presentEdit = async (c: PageContext, failed?: FailedForm) => {
  const visit = visitOf(c)
  const { t } = visit.locale
  const { value: team, version } = await visit.api.read(memberAddress(visit, apiOf(c)), teamView)
  return showForm(
    c,
    <FormPage
      visit={visit}
      title={t(own.change)}
      crumbs={forumCrumbs(visit, crumbOf(visit), { href: hrefOf(c), label: team.name })}
      scope={formScope}
      action={`${hrefOf(c)}/andra`}
      fields={teamFields}
      entered={enteredOf(team)}
      submit={t(words.save)}
      failed={failed}
    >
      <Version version={failed ? Number(failed.entered.get('version')) : version} />
    </FormPage>,
    failed,
  )
}

export const editTeamPage = (c: PageContext) => presentEdit(c)

export const changeTeam = async (c: PageContext) => {
  const sent = await sendForm(c, {
    scope: formScope,
    fields: teamFields,
    method: 'PUT',
    path: apiOf(c),
    schema: teamView,
    bodyOf: bodyOfTeam,
    lines: ['rolesSought'],
  })
  return sent.ok ? goOn(c, hrefOf(c), 'teamSaved') : presentEdit(c, sent.failed)
}

export const inviteToTeam = async (c: PageContext) => {
  const sent = await sendForm(c, {
    scope: inviteScope,
    fields: inviteFields,
    method: 'POST',
    path: `${apiOf(c)}/invitations`,
    schema: teamView,
  })
  return sent.ok ? goOn(c, hrefOf(c), 'teamInvited') : present(c, sent.failed)
}

export const withdrawInvitation = async (c: PageContext) => {
  const sent = await sendForm(c, {
    scope: leaveScope,
    fields: {},
    method: 'POST',
    path: `${apiOf(c)}/invitations/${encodeURIComponent(c.req.param('invitationId') ?? '')}/withdrawals`,
    schema: teamView,
    bodyOf: () => ({ content: undefined }),
  })
  return sent.ok ? goOn(c, hrefOf(c), 'invitationWithdrawn') : present(c, sent.failed)
}

export const joinTeam = async (c: PageContext) => {
  const code = codeOf(c)
  const sent = await sendForm(c, {
    scope: joinScope,
    fields: membershipFields,
    method: 'POST',
    path: `${apiOf(c)}/members`,
    schema: teamView,
    bodyOf: (content) => ({ content: { ...content, code } }),
  })
  return sent.ok ? goOn(c, hrefOf(c), 'teamJoined') : present(c, sent.failed)
}

export const leaveTeam = async (c: PageContext) => {
  const sent = await sendForm(c, {
    scope: leaveScope,
    fields: {},
    method: 'POST',
    path: `${apiOf(c)}/departures`,
    schema: teamView,
    bodyOf: () => ({ content: undefined }),
  })
  return sent.ok ? goOn(c, page, 'teamLeft') : present(c, sent.failed)
}
