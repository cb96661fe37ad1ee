import * as z from 'zod'
import { actor } from '#contracts/actor.ts'
import type { Actor } from '#contracts/actor.ts'
import { opinionUnit, role } from '#contracts/words.ts'

/** API Gateway's JWT authorizer hands array claims on as one string: `[a b]`. */
const claimList = z
  .union([z.array(z.string()), z.string()])
  .optional()
  .transform((claim) => {
    if (claim === undefined || Array.isArray(claim)) return claim ?? []
    return claim
      .replace(/^\[|\]$/g, '')
      .split(/[\s,]+/)
      .filter((part) => part !== '')
  })

const claims = z.object({
  sub: z.string(),
  name: z.string().optional(),
  roles: claimList,
  organisation: z.string().optional(),
  unit: z.string().optional(),
  offices: claimList,
})

/** Identity providers put roles of their own, and of other systems, beside ours. */
const knownRoles = (claimed: readonly string[]) => role.options.filter((known) => claimed.includes(known))

/** The person behind a token that the gateway has verified; undefined when the claims do not describe one of ours. */
export const actorFromClaims = (raw: unknown): Actor | undefined => {
  const parsed = claims.safeParse(raw)
  if (!parsed.success) return undefined
  const { sub, name, roles, organisation, unit, offices } = parsed.data
  const result = actor.safeParse({
    subject: sub,
    name: name ?? sub,
    roles: knownRoles(roles),
    offices,
    ...(organisation && { organisation }),
    ...(opinionUnit.safeParse(unit).success && { unit }),
  })
  return result.success ? result.data : undefined
}
