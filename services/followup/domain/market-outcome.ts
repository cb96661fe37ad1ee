import type { Dossier } from '#contracts/dossier.ts'
import type { FieldProblem } from '#lambda/field-problem.ts'

export interface MarketCounts {
  readonly tendersReceived: number
  readonly tendersFromSmall: number
  readonly jointTenders: number
}

const counts = ['tendersReceived', 'tendersFromSmall', 'jointTenders'] as const

/** The counts that differ from those of the procurement; none can differ before there was one. */
export const differingCounts = (stated: MarketCounts, procured: Dossier['procurement']): readonly (keyof MarketCounts)[] =>
  procured === undefined ? [] : counts.filter((count) => stated[count] !== procured[count])

/** Whole percent of the tenders that came from small and medium companies; undefined without tenders. */
export const smallShare = ({ tendersReceived, tendersFromSmall }: MarketCounts): number | undefined =>
  tendersReceived === 0 ? undefined : Math.round((tendersFromSmall / tendersReceived) * 100)

/** What must be put right in the counts: parts no greater than the whole, and the same as in the procurement. */
export const marketProblems = (stated: MarketCounts, procured: Dossier['procurement']): FieldProblem[] => [
  ...(['tendersFromSmall', 'jointTenders'] as const).flatMap((part) =>
    stated[part] > stated.tendersReceived
      ? [
          {
            pointer: `/${part}`,
            code: 'moreThanAll',
            message: {
              sv: 'Delen är större än antalet anbud. Rätta antalet.',
              en: 'The part is greater than the number of tenders. Correct the number.',
            },
          },
        ]
      : [],
  ),
  ...differingCounts(stated, procured).map((count) => ({
    pointer: `/${count}`,
    code: 'differsFromProcurement',
    message: {
      sv: `Upphandlingen har ${procured?.[count] ?? 0}. Rätta antalet.`,
      en: `The procurement has ${procured?.[count] ?? 0}. Correct the number.`,
    },
  })),
]
