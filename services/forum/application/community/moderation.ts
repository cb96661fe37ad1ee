import { authorOf } from '#contracts/actor.ts'
import type { Actor } from '#contracts/actor.ts'
import { callId, focusGroupId, teamId } from '#contracts/ids.ts'
import { answer, refused } from '#lambda/outcome.ts'
import type { Applied, Refused, Transition } from '#lambda/outcome.ts'
import { performOn } from '#lambda/perform.ts'
import type { Put } from '#lambda/table.ts'
import type { Context } from '#lambda/unit-of-work.ts'
import type { Fact } from '#contracts/event.ts'
import { hideCall } from '../../domain/community/call.ts'
import { hideFocusGroup } from '../../domain/community/focus-group.ts'
import { decideReport } from '../../domain/community/report.ts'
import type { Report, ReportDecision, ReportedThing } from '../../domain/community/report.ts'
import { hideTeam } from '../../domain/community/team.ts'
import { hideInterest, isShown } from '../../domain/needs/interest.ts'
import { hideNeed } from '../../domain/needs/need.ts'
import { isOfItsOrganisation, maySeeNeed } from '../../domain/needs/permissions.ts'
import { createStored, subjectOf } from '../change-stored.ts'
import type { Stored } from '../documents.ts'
import type { CommunityParts } from './community-parts.ts'
import { maySeeTeam } from './teams.ts'

/** Something that can be reported and hidden, whatever kind it is. */
interface Moderated {
  readonly title: string
  /** What the facilitator reads of it in the queue. */
  readonly text: string
  /** A caller can only report what the caller sees. */
  readonly isSeenBy: (actor: Actor) => boolean
  /** What is written and told when it is hidden; nothing when it is already. */
  readonly hide: (reason: string, now: string) => { puts: readonly Put[]; facts: readonly Fact[] }
}

const hiding =
  <T>(
    { value, version }: Stored<T>,
    hide: (value: T, reason: string, now: string) => Transition<T, never>,
    put: (value: T, version: number) => Put,
  ): Moderated['hide'] =>
  (reason, now) => {
    const hidden = hide(value, reason, now)
    return hidden.kind === 'applied' ? { puts: [put(hidden.state, version)], facts: hidden.facts } : { puts: [], facts: [] }
  }

const findModerated = async (parts: CommunityParts, about: ReportedThing): Promise<Moderated | undefined> => {
  switch (about.kind) {
    case 'need': {
      const found = await parts.needs.find(about.id)
      return (
        found && {
          title: found.value.draft.title,
          text: found.value.draft.description ?? '',
          isSeenBy: (actor) => maySeeNeed(found.value, actor),
          hide: hiding(found, hideNeed, parts.needs.put),
        }
      )
    }
    case 'interest': {
      const [need, found] = await Promise.all([
        parts.needs.find(about.id),
        parts.interests.find({ needId: about.id, interestId: about.interestId }),
      ])
      return (
        need &&
        found && {
          title: need.value.draft.title,
          text: found.value.content.message ?? '',
          isSeenBy: (actor) => isOfItsOrganisation(need.value, actor) && isShown(found.value),
          hide: hiding(found, hideInterest, parts.interests.put),
        }
      )
    }
    case 'team': {
      const found = await parts.teams.find(teamId.parse(about.id))
      return (
        found && {
          title: found.value.content.name,
          text: found.value.content.purpose,
          isSeenBy: (actor) => maySeeTeam(found.value, actor),
          hide: hiding(found, hideTeam, parts.teams.put),
        }
      )
    }
    case 'call': {
      const found = await parts.calls.find(callId.parse(about.id))
      return (
        found && {
          title: found.value.content.title,
          text: found.value.content.text,
          isSeenBy: () => !found.value.hidden,
          hide: hiding(found, hideCall, parts.calls.put),
        }
      )
    }
    case 'focusGroup': {
      const found = await parts.focusGroups.find(focusGroupId.parse(about.id))
      return (
        found && {
          title: found.value.content.title,
          text: found.value.content.description,
          isSeenBy: () => found.value.openedAt !== undefined && !found.value.hidden,
          hide: hiding(found, hideFocusGroup, parts.focusGroups.put),
        }
      )
    }
  }
}

/** Anyone who is signed in can say that something should not stand there; its author is told nothing of who. */
export const createReportContent =
  (parts: CommunityParts) =>
  async ({ about, reason }: { about: ReportedThing; reason: string }, actor: Actor, context: Context) => {
    const thing = await findModerated(parts, about)
    if (!thing?.isSeenBy(actor)) return refused('reportedThingNotFound')
    const reportId = context.newId()
    return createStored(
      {
        unitOfWork: parts.unitOfWork,
        subject: subjectOf(reportId),
        uses: parts.uses,
        by: actor.subject,
        act: 'reports',
        create: (): Applied<Report> | Refused<never> => ({
          kind: 'applied',
          state: { reportId, about, title: thing.title, reason, reportedBy: authorOf(actor), reportedAt: context.now },
          facts: [],
        }),
        puts: (created) => [parts.reports.put(created, 0)],
        present: () => ({ reportId }),
      },
      context,
    )
  }

/** The facilitator's queue, with what is complained about. */
export const createListReports =
  (parts: CommunityParts) =>
  async ({ isDecided, ...page }: { isDecided: boolean; limit: number; cursor?: string | undefined }) => {
    const { found, cursor } = await parts.reports.list(isDecided, page)
    const texts = await Promise.all(found.map(({ about }) => findModerated(parts, about)))
    return {
      ...answer({
        reports: found.map(({ reportedBy, decided, ...report }, index) => ({
          ...report,
          text: texts[index]?.text ?? '',
          reportedBy: reportedBy.name,
          ...(decided && { decided: { ...decided, by: decided.by.name } }),
        })),
      }),
      ...(cursor !== undefined && { cursor }),
    }
  }

interface Loaded {
  readonly report: Report
  readonly version: number
  readonly thing: Moderated | undefined
  readonly alsoPuts: readonly Put[]
}

/** Hides the thing and settles the report in one, or dismisses the report. What is hidden is gone for others at once. */
export const createDecideReport =
  (parts: CommunityParts) => (decision: ReportDecision, reportId: string, actor: Actor, context: Context) => {
    return performOn(
      {
        load: async (): Promise<Loaded | undefined> => {
          const stored = await parts.reports.find(reportId)
          if (!stored) return undefined
          const { value: report, version } = stored
          return { report, version, thing: await findModerated(parts, report.about), alsoPuts: [] }
        },
        missing: 'reportNotFound' as const,
        decide: (loaded): Transition<Loaded, 'reportDecidedAlready'> => {
          const decided = decideReport(loaded.report, { ...decision, by: authorOf(actor), at: context.now })
          if (decided.kind !== 'applied') return decided
          const hidden = decision.outcome === 'hidden' ? loaded.thing?.hide(decision.reason, context.now) : undefined
          return {
            kind: 'applied',
            state: { ...loaded, report: decided.state, alsoPuts: hidden?.puts ?? [] },
            facts: hidden?.facts ?? [],
          }
        },
        save: (before, { state, facts }, once) =>
          parts.unitOfWork.save(
            {
              // Told in the journal of what is hidden.
              caseId: subjectOf(state.report.about.id),
              puts: [parts.reports.put(state.report, before.version), ...state.alsoPuts],
              facts,
              once,
            },
            context,
          ),
        present: ({ report }) => ({ value: { reportId, outcome: report.decided?.outcome ?? decision.outcome } }),
      },
      context,
    )
  }
