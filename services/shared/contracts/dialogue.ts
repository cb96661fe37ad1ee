import * as z from 'zod'
import { calendarDate, dialogueId, digest, timestamp } from './ids.ts'
import type { Text } from './language.ts'

/** Dialogue with the market before a procurement, and what everybody is told of it (LOU 4:8). */

export const dialogueKinds = ['meeting', 'hearing', 'rfi', 'draftReview'] as const
export const dialogueKind = z.enum(dialogueKinds)
export type DialogueKind = z.infer<typeof dialogueKind>

export const dialogueKindNames = {
  meeting: { sv: 'Dialogmöte', en: 'Dialogue meeting' },
  hearing: { sv: 'Hearing', en: 'Hearing' },
  rfi: { sv: 'Skriftlig förfrågan (RFI)', en: 'Request for information (RFI)' },
  draftReview: { sv: 'Extern remiss', en: 'External review of a draft' },
} as const satisfies Record<DialogueKind, Text>

export const dialogueStatuses = ['planned', 'open', 'closed', 'cancelled'] as const
export const dialogueStatus = z.enum(dialogueStatuses)
export type DialogueStatus = z.infer<typeof dialogueStatus>

export const dialogueStatusNames = {
  planned: { sv: 'Planerad', en: 'Planned' },
  open: { sv: 'Öppen', en: 'Open' },
  closed: { sv: 'Avslutad', en: 'Closed' },
  cancelled: { sv: 'Inställd', en: 'Cancelled' },
} as const satisfies Record<DialogueStatus, Text>

/** When there are more who want to come than there is room for, a ground that favours nobody says who comes. */
export const limitGrounds = ['orderOfRegistration', 'lot'] as const
export const limitGround = z.enum(limitGrounds)
export type LimitGround = z.infer<typeof limitGround>

export const limitGroundNames = {
  orderOfRegistration: { sv: 'I den ordning som anmälningarna kom in', en: 'In the order of registration' },
  lot: { sv: 'Lottning', en: 'By lot' },
} as const satisfies Record<LimitGround, Text>

/**
 * The equal-information package of a case, as the phases keep it: which version, what it is made of, and where
 * everybody reads it. The digest covers `dialogues`, each of which has the digest of its own part.
 */
export const informationPackage = z.object({
  version: z.int().positive(),
  digest,
  changedAt: timestamp,
  /** The path at which anybody reads it, without signing in. */
  url: z.string().max(200),
  dialogues: z
    .array(
      z.object({
        dialogueId,
        kind: dialogueKind,
        title: z.string(),
        status: dialogueStatus.exclude(['planned']),
        /** The day of the meeting, or the last day to answer. */
        heldOn: calendarDate,
        /** How many entries of the log the part is made of. */
        entries: z.int().positive(),
        digest,
      }),
    )
    .min(1),
})
export type InformationPackage = z.infer<typeof informationPackage>
