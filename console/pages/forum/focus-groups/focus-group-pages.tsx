import { targetGroupNames } from '#contracts/market.ts'
import type { Text } from '#contracts/language.ts'
import { at } from '../../../api/client.ts'
import { anything, focusGroupList, focusGroupView, signUpList, signUpReceipt } from '../../../api/forum-views.ts'
import type { FocusGroupView, SignUps } from '../../../api/forum-views.ts'
import { ActionForm, RevealedForm } from '../../../forms/action-form.tsx'
import type { FailedForm, FormFields } from '../../../forms/action-form.tsx'
import { words } from '../../../language/words.ts'
import { Alert } from '../../../layout/alert.tsx'
import { DataTable } from '../../../layout/data-table.tsx'
import { Facts } from '../../../layout/facts.tsx'
import { organisationName } from '../../../layout/names.ts'
import { Page, show } from '../../../layout/page.tsx'
import { hasRole } from '../../../session/user.ts'
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
import { bodyOfFocusGroup, enteredOf, focusGroupFields, focusGroupPointers } from './focus-group-form.ts'
import { FocusGroupItems, FocusGroupTag, meetingOf } from './focus-group-list.tsx'

/** Focus groups: what they are about, to sign up, and what came of them. */

const own = {
  lead: {
    sv: 'Här kan invånare, anhöriga och medarbetare vara med och beskriva vad som behövs. Du behöver inget konto.',
    en: 'Here residents, relatives and staff can help to describe what is needed. You need no account.',
  },
  none: { sv: 'Inga fokusgrupper än.', en: 'No focus groups yet.' },
  ours: { sv: 'Er organisations utkast', en: "Your organisation's drafts" },
  plan: { sv: 'Planera en fokusgrupp', en: 'Plan a focus group' },
  when: { sv: 'När', en: 'When' },
  place: { sv: 'Plats', en: 'Place' },
  forWhom: { sv: 'För vem', en: 'For whom' },
  seats: { sv: 'Platser kvar', en: 'Seats left' },
  of: { sv: 'av', en: 'of' },
  signUpBy: { sv: 'Sista anmälningsdag', en: 'Last day to sign up' },
  signUp: { sv: 'Anmäl dig', en: 'Sign up' },
  use: {
    sv: 'Vi använder namn och kontaktuppgift bara för den här fokusgruppen. Bara samordnaren ser dem. De raderas automatiskt så många dagar efter mötet:',
    en: 'We use name and contact details only for this focus group. Only the facilitator sees them. They are deleted by themselves so many days after the meeting:',
  },
  full: { sv: 'Alla platser är tagna just nu.', en: 'All seats are taken at the moment.' },
  late: { sv: 'Sista anmälningsdag har passerat.', en: 'The last day to sign up has passed.' },
  done: { sv: 'Du är anmäld', en: 'You are signed up' },
  receipt: {
    sv: 'Spara länken nedan. Med den tar du tillbaka anmälan när du vill, och då raderas dina uppgifter genast.',
    en: 'Keep the link below. With it you take your sign-up back whenever you want, and your details are deleted at once.',
  },
  gone: { sv: 'Uppgifterna raderas senast', en: 'The details are deleted by' },
  takeBack: { sv: 'Ta tillbaka anmälan', en: 'Take the sign-up back' },
  results: { sv: 'Vad som kom fram', en: 'What was said' },
  cancelled: { sv: 'Inställd', en: 'Cancelled' },
  participants: { sv: 'Anmälda', en: 'Signed up' },
  nobody: { sv: 'Ingen har anmält sig än.', en: 'Nobody has signed up yet.' },
  remove: { sv: 'Ta bort', en: 'Remove' },
  open: { sv: 'Öppna för anmälan', en: 'Open for sign-up' },
  openHelp: {
    sv: 'Därefter kan tider, platser och gallring inte ändras, eftersom deltagarna har samtyckt till dem.',
    en: 'After that times, seats and deletion cannot be changed, since the participants have consented to them.',
  },
  held: { sv: 'Markera som genomförd', en: 'Mark as held' },
  cancel: { sv: 'Ställ in', en: 'Cancel' },
  publishResults: { sv: 'Publicera vad som kom fram', en: 'Publish what was said' },
  change: { sv: 'Ändra', en: 'Change' },
  toNeed: { sv: 'Till behovet', en: 'To the need' },
} as const satisfies Record<string, Text>

const page = '/forum/fokusgrupper'
const crumbOf = ({ locale }: Visit) => ({ href: page, label: locale.t(text.focusGroups) })
const isFacilitator = ({ user }: Visit): boolean => hasRole(user, 'forumFacilitator')
const isHolder = (visit: Visit, group: FocusGroupView): boolean =>
  isFacilitator(visit) && visit.user?.organisation === group.organisation

export const focusGroupsPage = async (c: PageContext) => {
  const visit = visitOf(c)
  const { t } = visit.locale
  const [{ value: all }, mine] = await Promise.all([
    visit.api.read('/v1/forum/focus-groups?limit=100', focusGroupList),
    isFacilitator(visit) ? visit.api.read('/v1/forum/own-focus-groups?limit=100', focusGroupList) : undefined,
  ])
  const drafts = mine?.value.focusGroups.filter(({ status }) => status === 'draft') ?? []
  return show(
    c,
    <Page visit={visit} title={t(text.focusGroups)} crumbs={forumCrumbs(visit)}>
      <h1 class="ds-heading" data-size="lg">
        {t(text.focusGroups)}
      </h1>
      <p class="lead">{t(own.lead)}</p>
      {isFacilitator(visit) && (
        <p class="actions no-print">
          <a class="ds-button" href={`${page}/nytt`}>
            {t(own.plan)}
          </a>
        </p>
      )}
      {drafts.length > 0 && (
        <section aria-labelledby="utkast">
          <h2 class="ds-heading" data-size="sm" id="utkast">
            {t(own.ours)}
          </h2>
          <FocusGroupItems visit={visit} groups={drafts} empty="" />
        </section>
      )}
      <section aria-labelledby="alla">
        <h2 class="ds-heading" data-size="sm" id="alla">
          {t(words.all)}
        </h2>
        <FocusGroupItems visit={visit} groups={all.focusGroups} empty={t(own.none)} />
      </section>
    </Page>,
  )
}

const idOf = (c: PageContext): string => c.req.param('focusGroupId') ?? ''
const hrefOf = (c: PageContext): string => at`/forum/fokusgrupper/${idOf(c)}`
const apiOf = (c: PageContext): string => at`/v1/forum/focus-groups/${idOf(c)}`

const signUpScope = 'anmalan'
const signUpFields: FormFields = {
  name: { kind: 'text', label: { sv: 'Namn', en: 'Name' }, maxLength: 200, isRequired: true },
  contact: {
    kind: 'text',
    label: { sv: 'E-postadress eller telefonnummer', en: 'E-mail address or telephone number' },
    maxLength: 200,
    isRequired: true,
  },
  consent: {
    kind: 'choices',
    label: { sv: 'Samtycke', en: 'Consent' },
    options: [
      {
        value: 'yes',
        label: {
          sv: 'Jag samtycker till att uppgifterna används för fokusgruppen.',
          en: 'I consent to the details being used for the focus group.',
        },
      },
    ],
    isRequired: true,
  },
}

const endScope = 'avslut'
const cancelFields: FormFields = { reason: { kind: 'prose', label: text.reason, maxLength: 1_000, isRequired: true } }
const resultScope = 'resultat'
const resultFields: FormFields = {
  text: {
    kind: 'prose',
    label: own.results,
    help: {
      sv: 'Nämn ingen deltagare. Du kan använda rubriker, listor och länkar.',
      en: 'Name no participant. You can use headings, lists and links.',
    },
    maxLength: 8_000,
    isRequired: true,
  },
}

const SignUpPart = ({ visit, group, failed }: { visit: Visit; group: FocusGroupView; failed: FailedForm | undefined }) => {
  const { t, today, number } = visit.locale
  if (group.status !== 'open') return null
  const isLate = today > group.signUpBy
  return (
    <section aria-labelledby="anmal" class="no-print">
      <h2 class="ds-heading" data-size="sm" id="anmal">
        {t(own.signUp)}
      </h2>
      {isLate || (group.seatsLeft === 0 && !failed) ? (
        <p>{t(isLate ? own.late : own.full)}</p>
      ) : (
        <>
          <p class="measure">
            {t(own.use)} {number(group.keepDays)}.
          </p>
          <ActionForm
            visit={visit}
            scope={signUpScope}
            action={at`/forum/fokusgrupper/${group.focusGroupId}/anmalan`}
            fields={signUpFields}
            submit={t(own.signUp)}
            failed={failed}
          />
        </>
      )}
    </section>
  )
}

const Participants = ({ visit, group, signUps }: { visit: Visit; group: FocusGroupView; signUps: SignUps }) => {
  const { t, moment } = visit.locale
  return (
    <section aria-labelledby="anmalda">
      <h2 class="ds-heading" data-size="sm" id="anmalda">
        {t(own.participants)}
      </h2>
      {signUps.length === 0 ? (
        <p class="empty">{t(own.nobody)}</p>
      ) : (
        <DataTable
          caption={t(own.participants)}
          isCaptionHidden
          columns={[{ sv: 'Namn', en: 'Name' }, text.contact, own.gone, own.remove].map((label) => ({ label: t(label) }))}
          rows={signUps.map(({ signUpId, name, contact, goneAt }) => [
            name,
            contact,
            moment(goneAt),
            <form
              method="post"
              action={at`/forum/fokusgrupper/${group.focusGroupId}/anmalningar/${signUpId}/borttagning`}
              class="no-print"
            >
              <button class="ds-button" data-variant="tertiary" data-size="sm" type="submit">
                {t(own.remove)}
                <span class="ds-sr-only"> {name}</span>
              </button>
            </form>,
          ])}
        />
      )}
    </section>
  )
}

const Tools = ({
  visit,
  group,
  version,
  failed,
}: {
  visit: Visit
  group: FocusGroupView
  version: number | undefined
  failed: FailedForm | undefined
}) => {
  const { t } = visit.locale
  const path = at`/forum/fokusgrupper/${group.focusGroupId}`
  return (
    <section class="no-print" aria-label={t(own.change)}>
      <RefusedAlert failed={failed} scope="steg" />
      {group.status === 'draft' && (
        <>
          <p class="measure">{t(own.openHelp)}</p>
          <Button action={`${path}/oppning`} label={t(own.open)} version={version} />
        </>
      )}
      {group.status === 'open' && <Button action={`${path}/genomford`} label={t(own.held)} version={version} isQuiet />}
      {(group.status === 'draft' || group.status === 'open') && (
        <>
          <p>
            <a class="ds-link" href={`${path}/andra`}>
              {t(own.change)}
            </a>
          </p>
          <RevealedForm title={t(own.cancel)} isOpen={failed?.scope === endScope}>
            <ActionForm
              visit={visit}
              scope={endScope}
              action={`${path}/installning`}
              fields={cancelFields}
              submit={t(own.cancel)}
              failed={failed}
            >
              <Version version={version} />
            </ActionForm>
          </RevealedForm>
        </>
      )}
      {group.status === 'held' && (
        <RevealedForm title={t(own.publishResults)} isOpen={failed?.scope === resultScope || !group.results}>
          <ActionForm
            visit={visit}
            scope={resultScope}
            action={`${path}/resultat`}
            fields={resultFields}
            entered={new URLSearchParams(group.results ? { '/text': group.results.text } : {})}
            submit={t(own.publishResults)}
            failed={failed}
          >
            <Version version={version} />
          </ActionForm>
        </RevealedForm>
      )}
    </section>
  )
}

const present = async (c: PageContext, failed?: FailedForm) => {
  const visit = visitOf(c)
  const { t, list, number, day } = visit.locale
  const { value: group, version } = await visit.api.read(memberAddress(visit, apiOf(c)), focusGroupView)
  const signUps = isHolder(visit, group) ? (await visit.api.read(`${apiOf(c)}/sign-ups`, signUpList)).value.signUps : undefined
  return show(
    c,
    <Page visit={visit} title={group.title} crumbs={forumCrumbs(visit, crumbOf(visit))}>
      <p class="case-head">
        <FocusGroupTag visit={visit} group={group} />
        <span>{organisationName(visit, group.organisation)}</span>
      </p>
      <h1 class="ds-heading" data-size="lg">
        {group.title}
      </h1>
      <HiddenAlert visit={visit} hidden={group.hidden} />
      {group.cancelledBecause && (
        <Alert color="warning" title={t(own.cancelled)}>
          <p class="ds-paragraph">{group.cancelledBecause}</p>
        </Alert>
      )}
      <Facts
        rows={[
          [t(own.when), meetingOf(visit, group)],
          [t(own.place), group.place],
          [t(own.forWhom), list(group.targetGroups.map((one) => t(targetGroupNames[one])))],
          [t(own.seats), `${number(group.seatsLeft)} ${t(own.of)} ${number(group.seats)}`],
          [t(own.signUpBy), day(group.signUpBy)],
        ]}
      />
      <Markdown text={group.description} />
      {group.needId && (
        <p>
          <a class="ds-link" href={at`/forum/behov/${group.needId}`}>
            {t(own.toNeed)}
          </a>
        </p>
      )}
      {group.results && (
        <section aria-labelledby="resultat-rubrik">
          <h2 class="ds-heading" data-size="sm" id="resultat-rubrik">
            {t(own.results)}
          </h2>
          <Markdown text={group.results.text} level="h3" />
        </section>
      )}
      <SignUpPart visit={visit} group={group} failed={failed?.scope === signUpScope ? failed : undefined} />
      {signUps && group.status !== 'draft' && <Participants visit={visit} group={group} signUps={signUps} />}
      {isHolder(visit, group) && <Tools visit={visit} group={group} version={version} failed={failed} />}
      {group.status !== 'draft' && <ReportLink visit={visit} kind="focusGroup" id={group.focusGroupId} />}
    </Page>,
    statusOf(failed),
  )
}

export const focusGroupPage = (c: PageContext) => present(c)

export const signUp = async (c: PageContext) => {
  const sent = await sendForm(c, {
    scope: signUpScope,
    fields: signUpFields,
    method: 'POST',
    path: `${apiOf(c)}/sign-ups`,
    schema: signUpReceipt,
    bodyOf: ({ consent, ...rest }) => ({ content: { ...rest, ...(Array.isArray(consent) && { consent: true }) } }),
  })
  if (!sent.ok) return present(c, sent.failed)
  const visit = visitOf(c)
  const { t, moment } = visit.locale
  const { receipt, goneAt } = sent.value
  const href = `${hrefOf(c)}/aterkallelse?kvitto=${receipt}`
  return show(
    c,
    <Page visit={visit} title={t(own.done)} crumbs={forumCrumbs(visit, crumbOf(visit))}>
      <h1 class="ds-heading" data-size="lg">
        {t(own.done)}
      </h1>
      <p class="measure">{t(own.receipt)}</p>
      <p>
        <a class="ds-link receipt-link hash" href={href}>
          {new URL(href, visitOf(c).consoleUrl).href}
        </a>
      </p>
      <p class="note">
        {t(own.gone)} {moment(goneAt)}.
      </p>
    </Page>,
    201,
  )
}

const withdrawScope = 'aterkallelse'

const presentWithdrawal = async (c: PageContext, receipt: string, failed?: FailedForm) => {
  const visit = visitOf(c)
  const { t } = visit.locale
  const { value: group } = await visit.api.read(memberAddress(visit, apiOf(c)), focusGroupView)
  return show(
    c,
    <Page
      visit={visit}
      title={t(own.takeBack)}
      crumbs={forumCrumbs(visit, crumbOf(visit), { href: hrefOf(c), label: group.title })}
    >
      <h1 class="ds-heading" data-size="lg">
        {t(own.takeBack)}
      </h1>
      <RefusedAlert failed={failed} scope={withdrawScope} />
      <p>{group.title}</p>
      <Button action={`${hrefOf(c)}/aterkallelse?kvitto=${encodeURIComponent(receipt)}`} label={t(own.takeBack)} />
    </Page>,
    statusOf(failed),
  )
}

const receiptOf = (c: PageContext): string => visitOf(c).query.get('kvitto') ?? ''

export const withdrawalPage = (c: PageContext) => presentWithdrawal(c, receiptOf(c))

export const withdrawSignUp = async (c: PageContext) => {
  const receipt = receiptOf(c)
  const sent = await sendForm(c, {
    scope: withdrawScope,
    fields: {},
    method: 'POST',
    path: `${apiOf(c)}/sign-up-withdrawals`,
    schema: anything,
    bodyOf: () => ({ content: { receipt } }),
  })
  return sent.ok ? goOn(c, hrefOf(c), 'signUpWithdrawn') : presentWithdrawal(c, receipt, sent.failed)
}

export const removeSignUp = async (c: PageContext) => {
  const sent = await sendForm(c, {
    scope: 'steg',
    fields: {},
    method: 'POST',
    path: `${apiOf(c)}/sign-ups/${encodeURIComponent(c.req.param('signUpId') ?? '')}/removals`,
    schema: anything,
    bodyOf: () => ({ content: undefined }),
  })
  return sent.ok ? goOn(c, hrefOf(c), 'signUpWithdrawn') : present(c, sent.failed)
}

export const openFocusGroup = async (c: PageContext) => {
  const sent = await sendForm(c, {
    scope: 'steg',
    fields: {},
    method: 'POST',
    path: `${apiOf(c)}/openings`,
    schema: focusGroupView,
    bodyOf: () => ({ content: undefined }),
  })
  return sent.ok ? goOn(c, hrefOf(c), 'focusGroupOpened') : present(c, sent.failed)
}

export const holdFocusGroup = async (c: PageContext) => {
  const sent = await sendForm(c, {
    scope: 'steg',
    fields: {},
    method: 'POST',
    path: `${apiOf(c)}/endings`,
    schema: focusGroupView,
    bodyOf: () => ({ content: { why: 'held' } }),
  })
  return sent.ok ? goOn(c, hrefOf(c), 'focusGroupSaved') : present(c, sent.failed)
}

export const cancelFocusGroup = async (c: PageContext) => {
  const sent = await sendForm(c, {
    scope: endScope,
    fields: cancelFields,
    method: 'POST',
    path: `${apiOf(c)}/endings`,
    schema: focusGroupView,
    bodyOf: (content) => ({ content: { ...content, why: 'cancelled' } }),
  })
  return sent.ok ? goOn(c, hrefOf(c), 'focusGroupSaved') : present(c, sent.failed)
}

export const publishResults = async (c: PageContext) => {
  const sent = await sendForm(c, {
    scope: resultScope,
    fields: resultFields,
    method: 'PUT',
    path: `${apiOf(c)}/results`,
    schema: focusGroupView,
  })
  return sent.ok ? goOn(c, hrefOf(c), 'focusGroupSaved') : present(c, sent.failed)
}

const formScope = 'fokusgrupp'
const sending = {
  scope: formScope,
  fields: focusGroupFields,
  schema: focusGroupView,
  bodyOf: bodyOfFocusGroup,
  pointers: focusGroupPointers,
} as const

const presentNew = (c: PageContext, failed?: FailedForm) => {
  const visit = visitOf(c)
  const { t } = visit.locale
  return showForm(
    c,
    <FormPage
      visit={visit}
      title={t(own.plan)}
      lead={<p class="measure">{t(text.noPersonalData)}</p>}
      crumbs={forumCrumbs(visit, crumbOf(visit))}
      scope={formScope}
      action={`${page}/nytt`}
      fields={focusGroupFields}
      submit={t(words.save)}
      failed={failed}
    />,
    failed,
  )
}

export const newFocusGroupPage = (c: PageContext) => presentNew(c)

export const draftFocusGroup = async (c: PageContext) => {
  const sent = await sendForm(c, { ...sending, method: 'POST', path: '/v1/forum/focus-groups' })
  return sent.ok ? goOn(c, at`/forum/fokusgrupper/${sent.value.focusGroupId}`, 'focusGroupSaved') : presentNew(c, sent.failed)
}

const presentEdit = async (c: PageContext, failed?: FailedForm) => {
  const visit = visitOf(c)
  const { t } = visit.locale
  const { value: group, version } = await visit.api.read(memberAddress(visit, apiOf(c)), focusGroupView)
  return showForm(
    c,
    <FormPage
      visit={visit}
      title={t(own.change)}
      crumbs={forumCrumbs(visit, crumbOf(visit), { href: hrefOf(c), label: group.title })}
      scope={formScope}
      action={`${hrefOf(c)}/andra`}
      fields={focusGroupFields}
      entered={enteredOf(group)}
      submit={t(words.save)}
      failed={failed}
    >
      <Version version={failed ? Number(failed.entered.get('version')) : version} />
    </FormPage>,
    failed,
  )
}

export const editFocusGroupPage = (c: PageContext) => presentEdit(c)

export const changeFocusGroup = async (c: PageContext) => {
  const sent = await sendForm(c, { ...sending, method: 'PUT', path: apiOf(c) })
  return sent.ok ? goOn(c, hrefOf(c), 'focusGroupSaved') : presentEdit(c, sent.failed)
}
