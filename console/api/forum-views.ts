import * as z from 'zod'
import { calendarDate, timestamp } from '#contracts/ids.ts'
import { careStep, targetGroup } from '#contracts/market.ts'
import { phase, stopReason } from '#contracts/words.ts'

/** What the console reads of the forum's needs, teams, calendar, focus groups and review queue. */

const hidden = z.object({ at: timestamp, reason: z.string() }).optional()

export const needStatuses = ['draft', 'published', 'closed', 'withdrawn'] as const
export type NeedStatus = (typeof needStatuses)[number]

const summary = {
  needId: z.string(),
  title: z.string(),
  summary: z.string().optional(),
  organisation: z.string(),
  status: z.enum(needStatuses),
  targetGroups: z.array(targetGroup),
  careSteps: z.array(careStep),
  functions: z.array(z.object({ id: z.string(), name: z.string() })),
  wantedFrom: calendarDate.optional(),
  wantedTo: calendarDate.optional(),
  caseNumber: z.string().optional(),
  publishedAt: timestamp.optional(),
  changedAt: timestamp.optional(),
  interested: z.number(),
  hidden,
}
export const needSummary = z.object(summary)
export type NeedSummary = z.infer<typeof needSummary>
export const needList = z.object({ needs: z.array(needSummary) })

const feedback = z.object({
  fedBackOn: calendarDate,
  how: z.string(),
  points: z.array(z.object({ about: z.string(), point: z.string() })),
  response: z.string(),
  publishedAt: z.string().optional(),
})
export type Feedback = z.infer<typeof feedback>

const caseOfNeed = z.object({
  caseId: z.string(),
  caseNumber: z.string(),
  phase,
  standing: z
    .object({
      status: z.enum(['ongoing', 'onHold', 'stopped', 'completed']),
      asOf: timestamp,
      reason: stopReason.optional(),
      feedback: feedback.optional(),
    })
    .optional(),
})
export type CaseOfNeed = z.infer<typeof caseOfNeed>

export const needView = z.object({
  ...summary,
  description: z.string().optional(),
  contact: z.object({ name: z.string(), email: z.string() }).optional(),
  ended: z.object({ at: timestamp, reason: z.string() }).optional(),
  case: caseOfNeed.optional(),
})
export type NeedView = z.infer<typeof needView>

export const ownInterest = z.object({
  isShown: z.boolean(),
  company: z.string().optional(),
  products: z.array(z.string()),
  message: z.string().optional(),
  hidden,
})
export type OwnInterest = z.infer<typeof ownInterest>

export const interestList = z.object({
  interests: z.array(
    z.object({
      interestId: z.string(),
      supplier: z.string(),
      company: z.string().optional(),
      products: z.array(z.string()),
      message: z.string().optional(),
      shownAt: timestamp,
      isHidden: z.boolean(),
    }),
  ),
})
export type Interests = z.infer<typeof interestList>['interests']

export const ownInterestList = z.object({ interests: z.array(z.object({ needId: z.string(), title: z.string() })) })

export const topicsView = z.object({
  targetGroups: z.array(targetGroup),
  careSteps: z.array(careStep),
  words: z.array(z.string()),
})

export const teamView = z.object({
  teamId: z.string(),
  needId: z.string(),
  status: z.enum(['active', 'dissolved']),
  name: z.string(),
  purpose: z.string(),
  rolesSought: z.array(z.string()),
  isPublic: z.boolean(),
  contact: z.string(),
  members: z.array(z.object({ company: z.string(), role: z.string(), person: z.string().optional(), isYou: z.boolean() })),
  isMember: z.boolean(),
  invitedAs: z.string().optional(),
  invitations: z
    .array(z.object({ invitationId: z.string(), company: z.string(), code: z.string(), invitedAt: timestamp }))
    .optional(),
  hidden,
})
export type TeamView = z.infer<typeof teamView>
export const teamList = z.object({ teams: z.array(teamView) })

export const callKinds = ['call', 'funding', 'event'] as const
export type CallKind = (typeof callKinds)[number]

export const callView = z.object({
  callId: z.string(),
  kind: z.enum(callKinds),
  title: z.string(),
  text: z.string(),
  organiser: z.string(),
  audience: z.string(),
  opensOn: calendarDate.optional(),
  closesOn: calendarDate.optional(),
  startsAt: timestamp.optional(),
  endsAt: timestamp.optional(),
  place: z.string().optional(),
  link: z.string().optional(),
  status: z.enum(['published', 'cancelled']),
  publishedAt: timestamp,
  changedAt: timestamp,
  sequence: z.number(),
  cancelled: z.object({ reason: z.string() }).optional(),
  hidden,
})
export type CallView = z.infer<typeof callView>
export const callList = z.object({ calls: z.array(callView) })

export const focusGroupStatuses = ['draft', 'open', 'held', 'cancelled'] as const
export type FocusGroupStatus = (typeof focusGroupStatuses)[number]

export const focusGroupView = z.object({
  focusGroupId: z.string(),
  organisation: z.string(),
  status: z.enum(focusGroupStatuses),
  title: z.string(),
  description: z.string(),
  targetGroups: z.array(targetGroup),
  startsAt: timestamp,
  endsAt: timestamp,
  place: z.string(),
  seats: z.number(),
  seatsLeft: z.number(),
  signUpBy: calendarDate,
  keepDays: z.number(),
  needId: z.string().optional(),
  cancelledBecause: z.string().optional(),
  results: z.object({ text: z.string(), publishedAt: timestamp }).optional(),
  hidden,
})
export type FocusGroupView = z.infer<typeof focusGroupView>
export const focusGroupList = z.object({ focusGroups: z.array(focusGroupView) })

export const signUpReceipt = z.object({ receipt: z.string(), goneAt: timestamp })
export const signUpList = z.object({
  signUps: z.array(
    z.object({ signUpId: z.string(), name: z.string(), contact: z.string(), signedUpAt: timestamp, goneAt: timestamp }),
  ),
})
export type SignUps = z.infer<typeof signUpList>['signUps']

export const reportedKinds = ['need', 'interest', 'team', 'call', 'focusGroup'] as const
export type ReportedKind = (typeof reportedKinds)[number]

export const reportList = z.object({
  reports: z.array(
    z.object({
      reportId: z.string(),
      about: z.object({ kind: z.string(), id: z.string() }),
      title: z.string(),
      text: z.string(),
      reason: z.string(),
      reportedBy: z.string(),
      reportedAt: timestamp,
      decided: z
        .object({ outcome: z.enum(['hidden', 'dismissed']), reason: z.string(), by: z.string(), at: timestamp })
        .optional(),
    }),
  ),
})
export type Report = z.infer<typeof reportList>['reports'][number]

/** An answer of which nothing is read. */
export const anything = z.unknown()
