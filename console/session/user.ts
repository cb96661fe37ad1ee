import * as z from 'zod'
import { opinionUnit, role, staffRoles } from '#contracts/words.ts'
import type { Role } from '#contracts/words.ts'

/**
 * Who is signed in, as the token says. The console reads it to choose what to show; it decides nothing by it.
 * Every service verifies the token itself, so a forged cookie shows its owner an empty house.
 */
export interface User {
  readonly subject: string
  readonly name: string
  readonly roles: readonly Role[]
  readonly organisation: string | undefined
  readonly unit: z.infer<typeof opinionUnit> | undefined
  readonly offices: readonly string[]
  readonly expiresAt: number
}

const claimList = z
  .union([z.array(z.string()), z.string().transform((claim) => claim.split(/[\s,]+/).filter((part) => part !== ''))])
  .optional()
  .transform((claim) => claim ?? [])

const claims = z.object({
  sub: z.string(),
  exp: z.number(),
  name: z.string().optional(),
  roles: claimList,
  organisation: z.string().optional(),
  unit: opinionUnit.optional().catch(undefined),
  offices: claimList,
})

export const tokenClaims = (token: string): unknown => {
  try {
    return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString())
  } catch {
    return undefined
  }
}

/** The person behind a token that has not expired; undefined when it has, or is none of ours. */
export const userFromToken = (token: string | undefined, nowSeconds: number): User | undefined => {
  if (!token) return undefined
  const parsed = claims.safeParse(tokenClaims(token))
  if (!parsed.success || parsed.data.exp <= nowSeconds) return undefined
  const { sub, name, roles, exp, ...rest } = parsed.data
  return {
    subject: sub,
    name: name ?? sub,
    roles: roles.flatMap((candidate) => role.safeParse(candidate).data ?? []),
    organisation: rest.organisation,
    unit: rest.unit,
    offices: rest.offices,
    expiresAt: exp,
  }
}

export const hasRole = (user: User | undefined, ...wanted: readonly Role[]): boolean =>
  user !== undefined && user.roles.some((held) => wanted.includes(held))

export const isStaff = (user: User | undefined): boolean => hasRole(user, ...staffRoles)

export const isSupplier = (user: User | undefined): boolean => hasRole(user, 'supplier')

/** Who takes part in the market with a name: suppliers, and all who work on the public side. */
export const isMarketMember = (user: User | undefined): boolean => isSupplier(user) || isStaff(user)
