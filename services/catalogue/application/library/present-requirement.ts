import * as z from 'zod'
import { libraryRequirementId, timestamp } from '#contracts/ids.ts'
import { phaseKindOf } from '#contracts/requirement-library.ts'
import { requirementContent, requirementOrigin, retirement } from '../../domain/library/requirement.ts'
import type { LibraryEntry, RequirementContent, RequirementVersion } from '../../domain/library/requirement.ts'

/** Whether a requirement is in force today, is yet to be, or has ended. */
const standings = ['inForce', 'planned', 'ended'] as const

/** The values of the one mapping, each once. */
export const phaseKinds = [...new Set(Object.values(phaseKindOf))]

const versionFields = {
  id: libraryRequirementId,
  version: z.int().positive(),
  standing: z.enum(standings),
  ...requirementContent.shape,
  /** The kind in a case's own list of requirements. */
  phaseKind: z.enum(phaseKinds),
  origin: requirementOrigin,
  changedAt: timestamp,
  note: z.string().optional(),
  retirement: retirement.optional(),
}

export const requirementView = z.object({
  ...versionFields,
  /** What a release has changed beside the county's own version, until a curator has chosen. */
  offer: z.object({ release: z.int().positive(), content: requirementContent }).optional(),
})
export type RequirementView = z.infer<typeof requirementView>

export const requirementList = z.object({ requirements: z.array(requirementView) })
export const requirementVersionList = z.object({ versions: z.array(z.object(versionFields)) })

const standingOn = ({ validFrom, validTo }: RequirementContent, day: string): (typeof standings)[number] => {
  if (day < validFrom) return 'planned'
  return validTo !== undefined && validTo < day ? 'ended' : 'inForce'
}

export const presentVersion = (
  { id, version, content, origin, changedAt, note, retirement: ended }: RequirementVersion,
  today: string,
): z.infer<z.ZodObject<typeof versionFields>> => ({
  id,
  version,
  standing: standingOn(content, today),
  ...content,
  phaseKind: phaseKindOf[content.kind],
  origin,
  changedAt,
  ...(note !== undefined && { note }),
  ...(ended && { retirement: ended }),
})

export const presentRequirement = (entry: LibraryEntry, today: string): RequirementView => ({
  ...presentVersion(entry.current, today),
  ...(entry.offer && { offer: entry.offer }),
})
