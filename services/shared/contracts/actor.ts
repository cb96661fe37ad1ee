import * as z from 'zod'
import { organisationId } from './ids.ts'
import { opinionUnit, role, roles } from './words.ts'

/** A person (or partner system) as the identity provider vouches for them. */
export const actor = z.object({
  subject: z.string().min(1).max(200),
  name: z.string().max(200),
  roles: z.array(role).max(roles.length),
  organisation: organisationId.optional(),
  /** The unit that the person answers opinions for. */
  unit: opinionUnit.optional(),
  /** Offices held, as the delegation order names them, for example `healthDirector`. */
  offices: z.array(z.string().max(60)).max(20),
})
export type Actor = z.infer<typeof actor>

/** Who did it, as events and history remember it. `system` acts on time or on another service's event. */
export const author = z.object({ subject: z.string().max(200), name: z.string().max(200) })
export type Author = z.infer<typeof author>

export const system: Author = { subject: 'system', name: 'Behovsflödet' }

export const authorOf = ({ subject, name }: Actor): Author => ({ subject, name })
