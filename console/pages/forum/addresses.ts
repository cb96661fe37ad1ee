import { backTo } from '../../back-to.ts'
import { later } from '../../later.ts'
import type { Doors } from '../../pages.ts'
import { registerDialoguePages } from './dialogues/addresses.ts'

const registerNeedPages = ({ open, members, staff }: Doors): void => {
  open.read(
    '/forum',
    later(
      () => import('./forum-page.tsx'),
      ({ forumPage }) => forumPage,
    ),
  )
  const edit = () => import('./needs/edit-need.tsx')
  staff.read(
    '/forum/behov/nytt',
    later(edit, ({ newNeedPage }) => newNeedPage),
  )
  staff.write(
    '/forum/behov/nytt',
    later(edit, ({ draftNeed }) => draftNeed),
  )
  members.read(
    '/forum/behov/:needId/liknande',
    later(
      () => import('./needs/kindred-page.tsx'),
      ({ kindredOfNeedPage }) => kindredOfNeedPage,
    ),
  )
  staff.read(
    '/forum/behov/:needId/andra',
    later(edit, ({ editNeedPage }) => editNeedPage),
  )
  staff.write(
    '/forum/behov/:needId/andra',
    later(edit, ({ changeNeed }) => changeNeed),
  )
  const need = () => import('./needs/need-page.tsx')
  open.read(
    '/forum/behov/:needId',
    later(need, ({ needPage }) => needPage),
  )
  staff.write(
    '/forum/behov/:needId/publicering',
    later(need, ({ publishNeed }) => publishNeed),
  )
  staff.write(
    '/forum/behov/:needId/avslut',
    later(need, ({ endNeed }) => endNeed),
  )
  members.write(
    '/forum/behov/:needId/intresse',
    later(need, ({ showInterest }) => showInterest),
  )
  members.write(
    '/forum/behov/:needId/intresse/aterkallelse',
    later(need, ({ withdrawInterest }) => withdrawInterest),
  )
  for (const form of ['publicering', 'avslut', 'intresse', 'intresse/aterkallelse'])
    open.read(`/forum/behov/:needId/${form}`, (c) => backTo(c, 'forum', 'behov', c.req.param('needId') ?? ''))
  const topics = () => import('./needs/topics-page.tsx')
  members.read(
    '/forum/amnen',
    later(topics, ({ topicsPage }) => topicsPage),
  )
  members.write(
    '/forum/amnen',
    later(topics, ({ followTopics }) => followTopics),
  )
}

const registerTeamPages = ({ open, members }: Doors): void => {
  const teams = () => import('./teams/team-pages.tsx')
  open.read(
    '/forum/samarbeten',
    later(teams, ({ teamsPage }) => teamsPage),
  )
  members.read(
    '/forum/samarbeten/nytt',
    later(teams, ({ newTeamPage }) => newTeamPage),
  )
  members.write(
    '/forum/samarbeten/nytt',
    later(teams, ({ formTeam }) => formTeam),
  )
  open.read(
    '/forum/samarbeten/:teamId',
    later(teams, ({ teamPage }) => teamPage),
  )
  members.read(
    '/forum/samarbeten/:teamId/andra',
    later(teams, ({ editTeamPage }) => editTeamPage),
  )
  members.write(
    '/forum/samarbeten/:teamId/andra',
    later(teams, ({ changeTeam }) => changeTeam),
  )
  members.write(
    '/forum/samarbeten/:teamId/inbjudningar',
    later(teams, ({ inviteToTeam }) => inviteToTeam),
  )
  members.write(
    '/forum/samarbeten/:teamId/inbjudningar/:invitationId/aterkallelse',
    later(teams, ({ withdrawInvitation }) => withdrawInvitation),
  )
  members.write(
    '/forum/samarbeten/:teamId/medlemmar',
    later(teams, ({ joinTeam }) => joinTeam),
  )
  members.write(
    '/forum/samarbeten/:teamId/uttrade',
    later(teams, ({ leaveTeam }) => leaveTeam),
  )
  for (const form of ['inbjudningar', 'inbjudningar/:invitationId/aterkallelse', 'medlemmar', 'uttrade'])
    open.read(`/forum/samarbeten/:teamId/${form}`, (c) => backTo(c, 'forum', 'samarbeten', c.req.param('teamId') ?? ''))
}

const registerCalendarPages = ({ open, staff }: Doors): void => {
  const calendar = () => import('./calendar/calendar-pages.tsx')
  open.read(
    '/forum/kalender.ics',
    later(calendar, ({ calendarFeed }) => calendarFeed),
  )
  open.read(
    '/forum/kalender',
    later(calendar, ({ calendarPage }) => calendarPage),
  )
  staff.read(
    '/forum/kalender/nytt',
    later(calendar, ({ newCallPage }) => newCallPage),
  )
  staff.write(
    '/forum/kalender/nytt',
    later(calendar, ({ publishCall }) => publishCall),
  )
  open.read(
    '/forum/kalender/:callId',
    later(calendar, ({ callPage }) => callPage),
  )
  open.read(
    '/forum/kalender/:callId/kalender.ics',
    later(calendar, ({ calendarOfOne }) => calendarOfOne),
  )
  staff.read(
    '/forum/kalender/:callId/andra',
    later(calendar, ({ editCallPage }) => editCallPage),
  )
  staff.write(
    '/forum/kalender/:callId/andra',
    later(calendar, ({ changeCall }) => changeCall),
  )
  staff.write(
    '/forum/kalender/:callId/installning',
    later(calendar, ({ cancelCall }) => cancelCall),
  )
  open.read('/forum/kalender/:callId/installning', (c) => backTo(c, 'forum', 'kalender', c.req.param('callId') ?? ''))
}

const registerFocusGroupPages = ({ open, staff }: Doors): void => {
  const groups = () => import('./focus-groups/focus-group-pages.tsx')
  open.read(
    '/forum/fokusgrupper',
    later(groups, ({ focusGroupsPage }) => focusGroupsPage),
  )
  staff.read(
    '/forum/fokusgrupper/nytt',
    later(groups, ({ newFocusGroupPage }) => newFocusGroupPage),
  )
  staff.write(
    '/forum/fokusgrupper/nytt',
    later(groups, ({ draftFocusGroup }) => draftFocusGroup),
  )
  open.read(
    '/forum/fokusgrupper/:focusGroupId',
    later(groups, ({ focusGroupPage }) => focusGroupPage),
  )
  open.write(
    '/forum/fokusgrupper/:focusGroupId/anmalan',
    later(groups, ({ signUp }) => signUp),
  )
  open.read(
    '/forum/fokusgrupper/:focusGroupId/aterkallelse',
    later(groups, ({ withdrawalPage }) => withdrawalPage),
  )
  open.write(
    '/forum/fokusgrupper/:focusGroupId/aterkallelse',
    later(groups, ({ withdrawSignUp }) => withdrawSignUp),
  )
  staff.read(
    '/forum/fokusgrupper/:focusGroupId/andra',
    later(groups, ({ editFocusGroupPage }) => editFocusGroupPage),
  )
  staff.write(
    '/forum/fokusgrupper/:focusGroupId/andra',
    later(groups, ({ changeFocusGroup }) => changeFocusGroup),
  )
  staff.write(
    '/forum/fokusgrupper/:focusGroupId/oppning',
    later(groups, ({ openFocusGroup }) => openFocusGroup),
  )
  staff.write(
    '/forum/fokusgrupper/:focusGroupId/genomford',
    later(groups, ({ holdFocusGroup }) => holdFocusGroup),
  )
  staff.write(
    '/forum/fokusgrupper/:focusGroupId/installning',
    later(groups, ({ cancelFocusGroup }) => cancelFocusGroup),
  )
  staff.write(
    '/forum/fokusgrupper/:focusGroupId/resultat',
    later(groups, ({ publishResults }) => publishResults),
  )
  staff.write(
    '/forum/fokusgrupper/:focusGroupId/anmalningar/:signUpId/borttagning',
    later(groups, ({ removeSignUp }) => removeSignUp),
  )
  for (const form of ['anmalan', 'oppning', 'genomford', 'installning', 'resultat', 'anmalningar/:signUpId/borttagning'])
    open.read(`/forum/fokusgrupper/:focusGroupId/${form}`, (c) =>
      backTo(c, 'forum', 'fokusgrupper', c.req.param('focusGroupId') ?? ''),
    )
}

const registerReviewPages = ({ open, staff }: Doors): void => {
  const report = () => import('./review/report-page.tsx')
  open.read(
    '/forum/anmal',
    later(report, ({ reportPage }) => reportPage),
  )
  // Whoever is not signed in is asked to by the service's answer.
  open.write(
    '/forum/anmal',
    later(report, ({ sendReport }) => sendReport),
  )
  const review = () => import('./review/review-page.tsx')
  staff.read(
    '/forum/granskning',
    later(review, ({ reviewPage }) => reviewPage),
  )
  staff.write(
    '/forum/granskning/:reportId',
    later(review, ({ decideReport }) => decideReport),
  )
  staff.read('/forum/granskning/:reportId', (c) => backTo(c, 'forum', 'granskning'))
}

/** The addresses of the forum, place by place. */
export const registerForumPages = (doors: Doors): void => {
  registerDialoguePages(doors)
  registerNeedPages(doors)
  registerTeamPages(doors)
  registerCalendarPages(doors)
  registerFocusGroupPages(doors)
  registerReviewPages(doors)
}
