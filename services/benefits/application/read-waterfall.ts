import * as z from 'zod'
import { dayOf } from '#calendar/working-days.ts'
import type { CaseId } from '#contracts/ids.ts'
import { assessmentKind, assessmentKinds } from '#contracts/words.ts'
import { answer, refused } from '#lambda/outcome.ts'
import { standingVersion } from '../domain/case-benefits.ts'
import { readReckoning } from '../domain/reckon.ts'
import { waterfallOf, waterfallStep, worthOf } from '../domain/waterfall.ts'
import type { BenefitsParts } from './benefits-parts.ts'

export const waterfallView = z.object({
  /** Those that have been written, in order, each as it stands. */
  assessments: z.array(
    z.object({
      kind: assessmentKind,
      version: z.int().positive(),
      isFrozen: z.boolean(),
      priceYear: z.int(),
      horizonYears: z.int().positive(),
      discountRate: z.number(),
      /** Likely net present values, öre. */
      inHand: z.int(),
      withFreedResources: z.int(),
      /** How many faults keep lines out of the calculation. */
      problems: z.int().nonnegative(),
    }),
  ),
  steps: z.array(waterfallStep),
})

/** From the first assessment to the latest: what each line added to or took from the net present value, and why. */
export const createReadWaterfall =
  ({ repository, county }: BenefitsParts) =>
  async ({ caseId }: { caseId: CaseId }, now: string) => {
    const record = await repository.find(caseId)
    if (!record) return refused('caseNotFound')
    const written = assessmentKinds.flatMap((kind) => {
      const assessment = record.assessments[kind]
      if (!assessment) return []
      const { version, content } = standingVersion(assessment)
      const reckoning = readReckoning(content, kind, county.benefitParameters, dayOf(now))
      return [{ kind, version, isFrozen: assessment.frozen !== undefined, lines: content.lines, reckoning }]
    })
    return answer({
      assessments: written.map((one): z.infer<typeof waterfallView>['assessments'][number] => {
        const { kind, version, isFrozen, reckoning } = one
        const { priceYear, horizonYears } = reckoning.basis
        const { model, problems } = reckoning.read
        return {
          kind,
          version,
          isFrozen,
          priceYear,
          horizonYears,
          discountRate: model.discountRate,
          ...worthOf(one),
          problems: problems.length,
        }
      }),
      steps: waterfallOf(written),
    })
  }
