import type * as z from 'zod'
import { staffRoles } from '#contracts/words.ts'
import type { Actor } from '#contracts/actor.ts'
import { knownNeed } from './need-repository.ts'
import type { KnownNeed } from './need-repository.ts'

/** A need as it is told beside a match: what it is and whose. */
export const knownNeedView = knownNeed.omit({ toldAt: true })
export type KnownNeedView = z.infer<typeof knownNeedView>

export const presentKnownNeed = ({ toldAt: _, ...need }: KnownNeed): KnownNeedView => need

const isStaff = ({ roles }: Actor): boolean => staffRoles.some((role) => roles.includes(role))

/** Everybody sees what is published; what stands in a case is for those who work on the public side. */
export const maySee = (actor: Actor, { visibility }: KnownNeed): boolean => visibility === 'everybody' || isStaff(actor)

export const worksOnThePublicSide = isStaff
