import * as z from 'zod'
import { dayOf } from '#calendar/working-days.ts'
import { calendarDate, libraryRequirementId } from '#contracts/ids.ts'
import { text } from '#contracts/language.ts'
import {
  caseTrait,
  conditionTerm,
  conditionTermNames,
  deviceClass,
  libraryKind,
  phaseKindOf,
  verification,
} from '#contracts/requirement-library.ts'
import { answer } from '#lambda/outcome.ts'
import { libraryLimits as limits } from '../../domain/library/library-limits.ts'
import { proposeRequirements } from '../../domain/library/propose-requirements.ts'
import { requirementBarrier, requirementSource } from '../../domain/library/requirement.ts'
import type { LibraryParts } from './library-parts.ts'
import { phaseKinds } from './present-requirement.ts'

/** What a case knows of itself. A trait that is left out has not been answered. */
export const proposalBody = z.strictObject({
  traits: z.partialRecord(caseTrait, z.boolean()).default({}),
  deviceClass: deviceClass.optional(),
  functions: z
    .array(
      z.strictObject({ id: z.string().trim().min(1).max(10), name: z.string().trim().min(1).max(limits.functionCharacters) }),
    )
    .max(limits.functions)
    .default([]),
  /** The day that the requirements are to be in force on; today when left out. */
  on: calendarDate.optional(),
})
export type ProposalBody = z.infer<typeof proposalBody>

const namedTerm = z.object({ term: conditionTerm, name: text })

export const proposalView = z.object({
  on: calendarDate,
  proposed: z.array(
    z.object({
      requirementId: libraryRequirementId,
      version: z.int().positive(),
      text,
      kind: libraryKind,
      phaseKind: z.enum(phaseKinds),
      sources: z.array(requirementSource),
      verification,
      barrier: requirementBarrier,
      /** The conditions that hold; empty where the requirement always applies. */
      because: z.array(namedTerm),
      serves: z.array(z.object({ functionId: z.string(), word: z.string() })),
      level: z.enum(['must', 'weighted']),
      levelReason: text,
    }),
  ),
  unanswered: z.array(namedTerm.extend({ requirements: z.int().positive() })),
  /** Functions that no proposed requirement is known to serve. */
  uncovered: z.array(z.string()),
})

const named = (term: z.infer<typeof conditionTerm>) => ({ term, name: conditionTermNames[term] })

/** Requirements of the library for a case, each with why it applies. Stores nothing. */
export const createProposeRequirements =
  ({ library }: LibraryParts) =>
  async ({ traits, deviceClass: device, functions, on }: ProposalBody, now: string) => {
    const day = on ?? dayOf(now)
    const { proposed, unanswered, uncovered } = proposeRequirements(await library.all(), {
      answers: { traits, deviceClass: device },
      functions,
      on: day,
    })
    return answer({
      on: day,
      proposed: proposed.map(({ requirement: { id, version, content }, because, serves, level, levelReason }) => ({
        requirementId: id,
        version,
        text: content.text,
        kind: content.kind,
        phaseKind: phaseKindOf[content.kind],
        sources: content.sources,
        verification: content.verification,
        barrier: content.barrier,
        because: because.map(named),
        serves: serves.map((served) => ({ functionId: served.id, word: served.word })),
        level,
        levelReason,
      })),
      unanswered: unanswered.map(({ term, requirements }) => ({ ...named(term), requirements })),
      uncovered: [...uncovered],
    })
  }
