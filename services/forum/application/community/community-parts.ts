import type { NeedId, OrganisationId, CallId, FocusGroupId, TeamId } from '#contracts/ids.ts'
import type { Put } from '#lambda/table.ts'
import type { Call } from '../../domain/community/call.ts'
import type { FocusGroup } from '../../domain/community/focus-group.ts'
import type { Report } from '../../domain/community/report.ts'
import type { SeatsTaken, SignUp } from '../../domain/community/sign-up.ts'
import type { Team } from '../../domain/community/team.ts'
import type { Documents, Page, PageOf } from '../documents.ts'
import type { NeedsParts } from '../needs/needs-parts.ts'

export interface TeamRepository extends Documents<Team, TeamId> {
  /** The rows by which each member finds the team: of those who are in it and of those who were. */
  readonly putMembers: (before: Team | undefined, after: Team) => readonly Put[]
  /** Shown to everybody; the newest first. */
  readonly list: (page: PageOf) => Promise<Page<Team>>
  /** Shown to everybody, of one need. */
  readonly listFor: (needId: NeedId, page: PageOf) => Promise<Page<Team>>
  /** That somebody is a member of. */
  readonly listOf: (subject: string, page: PageOf) => Promise<Page<Team>>
}

export interface CallRepository extends Documents<Call, CallId> {
  /** Whose last day is in the year, in the order of their last days; without the hidden. */
  readonly listEndingIn: (year: number) => Promise<readonly Call[]>
}

export interface FocusGroupRepository extends Documents<FocusGroup, FocusGroupId> {
  /** Opened, held or cancelled, in the order of their meetings, the latest first. */
  readonly list: (page: PageOf) => Promise<Page<FocusGroup>>
  /** All of an organisation, drafts too. */
  readonly listOf: (organisation: OrganisationId, page: PageOf) => Promise<Page<FocusGroup>>
  readonly findSeats: (id: FocusGroupId) => Promise<SeatsTaken>
  readonly putSeats: (id: FocusGroupId, before: SeatsTaken, change: 1 | -1) => Put
  /** The id that belongs to a receipt. */
  readonly signUpIdOf: (receipt: string) => string
  readonly findSignUp: (id: FocusGroupId, signUpId: string, now: string) => Promise<SignUp | undefined>
  readonly putSignUp: (id: FocusGroupId, signUp: SignUp) => Put
  /** Leaves no name and no contact behind. */
  readonly clearSignUp: (id: FocusGroupId, signUpId: string, now: string) => Put
  /** Those that are not gone. */
  readonly listSignUps: (id: FocusGroupId, now: string) => Promise<readonly SignUp[]>
}

export interface ReportRepository extends Documents<Report, string> {
  /** Those that wait for a decision the oldest first, the decided ones the latest first. */
  readonly list: (isDecided: boolean, page: PageOf) => Promise<Page<Report>>
}

export interface CommunityParts extends NeedsParts {
  readonly teams: TeamRepository
  readonly calls: CallRepository
  readonly focusGroups: FocusGroupRepository
  readonly reports: ReportRepository
  /** A secret that nobody can guess, for invitations and receipts. */
  readonly newSecret: () => string
}
