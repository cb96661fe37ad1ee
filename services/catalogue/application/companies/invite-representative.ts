import * as z from 'zod'
import { authorOf } from '#contracts/actor.ts'
import type { Actor } from '#contracts/actor.ts'
import { timestamp } from '#contracts/ids.ts'
import type { CompanyId } from '#contracts/ids.ts'
import { sha256 } from '#lambda/digest.ts'
import { answer, refused } from '#lambda/outcome.ts'
import { performOn } from '#lambda/perform.ts'
import type { Context } from '#lambda/unit-of-work.ts'
import { addRepresentative, isRepresentative } from '../../domain/companies/company.ts'
import type { CompanyState } from '../../domain/companies/company.ts'
import { newInvitation, useInvitation } from '../../domain/companies/invitation.ts'
import type { Invitation } from '../../domain/companies/invitation.ts'
import type { OfferParts } from '../offer-parts.ts'
import { presentOwnCompany } from './present-company.ts'

/** The code is told once: the table has its digest only. */
export const invitationView = z.object({ code: z.string(), expiresAt: timestamp })

/** A representative gets a code to hand to a colleague. */
export const createInviteRepresentative =
  ({ companies, newCode }: OfferParts) =>
  async ({ companyId, actor }: { companyId: CompanyId; actor: Actor }, context: Context) => {
    const held = await companies.find(companyId)
    if (!held) return refused('companyNotFound')
    if (!isRepresentative(held.company, actor.subject)) return refused('notYourCompany')
    if (held.company.status === 'deactivated') return refused('companyDeactivated')
    const code = newCode()
    const invitation = newInvitation(sha256(code), companyId, context.now)
    const value = { code, expiresAt: invitation.expiresAt }
    const saved = await companies.saveInvitation(invitation, context, context.once?.(value, undefined))
    if (saved === 'repeated') return { kind: 'repeated' as const }
    return saved === 'saved' ? answer(value) : refused('busy')
  }

interface Loaded {
  readonly state: CompanyState
  readonly invitation: Invitation
}

/** Another supplier hands in the code, once, and represents the company from then on. */
export const createRedeemInvitation =
  ({ companies }: OfferParts) =>
  async ({ code, actor }: { code: string; actor: Actor }, context: Context) =>
    performOn(
      {
        load: async (): Promise<Loaded | undefined> => {
          const invitation = await companies.findInvitation(sha256(code))
          const state = invitation && (await companies.find(invitation.companyId))
          return invitation && state && { state, invitation }
        },
        missing: 'invitationNotFound' as const,
        decide: (loaded) => {
          const used = useInvitation(loaded.invitation, context.now)
          if ('kind' in used) return used
          const joined = addRepresentative(loaded.state, { by: authorOf(actor), now: context.now })
          return joined.kind === 'applied' ? { ...joined, state: { state: joined.state, invitation: used } } : joined
        },
        save: (before, { state, facts }, once) =>
          companies.save(before.state, { kind: 'applied', state: state.state, facts }, context, {
            once,
            products: [],
            joined: actor.subject,
            used: state.invitation,
          }),
        present: ({ state }) => ({ value: presentOwnCompany(state), version: state.version }),
      },
      context,
    )
