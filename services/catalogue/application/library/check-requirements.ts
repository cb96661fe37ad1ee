import * as z from 'zod'
import { text } from '#contracts/language.ts'
import { answer } from '#lambda/outcome.ts'
import { checkBarriers } from '../../domain/library/check-barriers.ts'
import { libraryLimits as limits } from '../../domain/library/library-limits.ts'

const ore = z.int().nonnegative().max(Number.MAX_SAFE_INTEGER)
const count = z.int().nonnegative().max(1_000_000)
const days = z.int().nonnegative().max(1_000)

/** What is to be asked for, as far as it is known. Amounts in öre without VAT. */
export const checkBody = z.strictObject({
  requirements: z
    .array(
      z.strictObject({
        id: z.string().trim().min(1).max(20).optional(),
        text: z.string().trim().min(1).max(limits.checkedCharacters),
      }),
    )
    .max(limits.checkedRequirements),
  estimatedValue: ore.optional(),
  turnoverDemanded: ore.optional(),
  referencesDemanded: count.optional(),
  employeesDemanded: count.optional(),
  yearsInBusinessDemanded: count.optional(),
  certificatesDemanded: z.array(z.string().trim().min(1).max(200)).max(20).optional(),
  demandsLocalPresence: z.boolean().optional(),
  isDivided: z.boolean().optional(),
  isWholeUndertaking: z.boolean().optional(),
  tenderDays: days.optional(),
  minimumTenderDays: days.optional(),
})
export type CheckBody = z.infer<typeof checkBody>

const severities = ['breach', 'barrier', 'notice'] as const

export const checkView = z.object({
  breaches: z.int().nonnegative(),
  barriers: z.int().nonnegative(),
  notices: z.int().nonnegative(),
  findings: z.array(
    z.object({
      code: z.string(),
      severity: z.enum(severities),
      name: text,
      source: z.string(),
      remedy: text,
      /** The place in `requirements`, from 0; left out where the finding is about the procurement as a whole. */
      requirement: z.int().nonnegative().optional(),
      requirementId: z.string().optional(),
      quote: z.string().optional(),
    }),
  ),
})

/** Tries what is to be asked for against the law and against what shuts small companies out. Stores nothing. */
export const checkRequirements = async (body: CheckBody) => {
  const findings = checkBarriers(body)
  const countOf = (severity: (typeof severities)[number]): number =>
    findings.filter((finding) => finding.severity === severity).length
  return answer({
    breaches: countOf('breach'),
    barriers: countOf('barrier'),
    notices: countOf('notice'),
    findings: findings.map((finding) => {
      const requirementId = finding.requirement === undefined ? undefined : body.requirements[finding.requirement]?.id
      return { ...finding, ...(requirementId !== undefined && { requirementId }) }
    }),
  })
}
