import * as z from 'zod'
import { companyId, timestamp } from '#contracts/ids.ts'
import type { CompanyId } from '#contracts/ids.ts'
import { refused } from '#lambda/outcome.ts'
import type { Refused } from '#lambda/outcome.ts'

/** A code, good once and for a week, that lets another supplier represent the company. Only its digest is stored. */
export const invitation = z.object({
  digest: z.string(),
  companyId,
  expiresAt: timestamp,
  usedAt: timestamp.optional(),
})
export type Invitation = z.infer<typeof invitation>

const invitationDays = 7
const dayMilliseconds = 86_400_000

export const newInvitation = (digest: string, of: CompanyId, now: string): Invitation => ({
  digest,
  companyId: of,
  expiresAt: new Date(Date.parse(now) + invitationDays * dayMilliseconds).toISOString(),
})

export const useInvitation = (
  held: Invitation | undefined,
  now: string,
): Invitation | Refused<'invitationNotFound' | 'invitationUsed' | 'invitationExpired'> => {
  if (!held) return refused('invitationNotFound')
  if (held.usedAt !== undefined) return refused('invitationUsed')
  return held.expiresAt <= now ? refused('invitationExpired') : { ...held, usedAt: now }
}
