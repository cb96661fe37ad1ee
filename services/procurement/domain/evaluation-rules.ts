import type { FieldProblem } from '#lambda/field-problem.ts'
import { coverageProblems } from '#phase/domain/coverage.ts'
import { isInContention, rankTenders, unevaluated } from './evaluation-ranking.ts'
import type { ScoredTender, WeightedCriterion } from './evaluation-ranking.ts'
import { lateIn } from './opening-rules.ts'
import type { Deadline, OpeningFacts } from './opening-rules.ts'

export interface EvaluatedTender {
  readonly id: string
  readonly tenderer: string
  readonly price: number
  readonly isQualified: boolean
  readonly unmetRequirements: readonly string[]
  readonly rejectionReason?: string | undefined
  readonly scores: readonly { readonly criterion: string; readonly evaluator: string; readonly score: number }[]
  readonly consensus: readonly { readonly criterion: string; readonly score: number }[]
}

export interface EvaluationFacts {
  readonly evaluators: readonly { readonly id: string; readonly hasNoConflict: boolean }[]
  readonly tenders: readonly EvaluatedTender[]
  readonly ranking: readonly { readonly tender: string; readonly rank: number; readonly points: number }[]
}

export interface EvaluationTerms {
  readonly requirements: readonly { readonly id: string; readonly level: 'must' | 'weighted' }[]
  readonly awardCriteria: readonly WeightedCriterion[]
  readonly maxScore: number
}

export const scoredTender = (tender: EvaluatedTender): ScoredTender => ({
  ...tender,
  isRejected: tender.rejectionReason !== undefined,
})

const evaluatorProblems = ({ evaluators }: EvaluationFacts): FieldProblem[] =>
  evaluators.flatMap(({ hasNoConflict }, index) =>
    hasNoConflict
      ? []
      : [
          {
            pointer: `/evaluators/${index}/hasNoConflict`,
            code: 'conflictOfInterest',
            message: {
              sv: 'Den som kan vara jävig får inte bedöma anbud (KL 6:28-32, 7:4). Byt bedömare.',
              en: 'Whoever may have a conflict of interest may not evaluate (KL 6:28-32, 7:4). Replace the evaluator.',
            },
          },
        ],
  )

const tenderProblems = (
  tender: EvaluatedTender,
  index: number,
  evaluation: EvaluationFacts,
  terms: EvaluationTerms,
): FieldProblem[] => {
  const at = `/tenders/${index}`
  const musts = terms.requirements.filter((requirement) => requirement.level === 'must').map(({ id }) => id)
  const knownCriteria = new Set(terms.awardCriteria.map(({ id }) => id))
  const knownEvaluators = new Set(evaluation.evaluators.map(({ id }) => id))
  const isOut = !tender.isQualified || tender.unmetRequirements.length > 0
  return [
    ...tender.unmetRequirements.flatMap((id, row) =>
      musts.includes(id)
        ? []
        : [
            {
              pointer: `${at}/unmetRequirements/${row}`,
              code: 'notAMust',
              message: {
                sv: `Dokumenten har inget ska-krav ${id}. Rätta beteckningen.`,
                en: `The documents have no must-requirement ${id}. Correct the label.`,
              },
            },
          ],
    ),
    ...(isOut && tender.rejectionReason === undefined
      ? [
          {
            pointer: `${at}/rejectionReason`,
            code: 'rejectionReasonMissing',
            message: {
              sv: 'Anbudet uppfyller inte kraven. Skriv skälet för att det förkastas.',
              en: 'The tender does not meet the demands. Write the reason for its rejection.',
            },
          },
        ]
      : []),
    ...tender.scores.flatMap(({ criterion, evaluator, score }, row) =>
      knownCriteria.has(criterion) && knownEvaluators.has(evaluator) && score <= terms.maxScore
        ? []
        : [
            {
              pointer: `${at}/scores/${row}`,
              code: 'wrongScore',
              message: {
                sv: `Ange ett kriterium och en bedömare som finns, och högst ${terms.maxScore} poäng.`,
                en: `Give a criterion and an evaluator that exist, and at most ${terms.maxScore} points.`,
              },
            },
          ],
    ),
    ...tender.consensus.flatMap(({ criterion, score }, row) =>
      knownCriteria.has(criterion) && score <= terms.maxScore
        ? []
        : [
            {
              pointer: `${at}/consensus/${row}`,
              code: 'wrongScore',
              message: {
                sv: `Ange ett kriterium som finns, och högst ${terms.maxScore} poäng.`,
                en: `Give a criterion that exists, and at most ${terms.maxScore} points.`,
              },
            },
          ],
    ),
    ...(isInContention(scoredTender(tender))
      ? unevaluated(scoredTender(tender), terms.awardCriteria).map(({ criterion, why }) =>
          why === 'noConsensus'
            ? {
                pointer: `${at}/consensus`,
                code: why,
                message: {
                  sv: `Skriv den gemensamma bedömningen för ${criterion}.`,
                  en: `Write the consensus for ${criterion}.`,
                },
              }
            : {
                pointer: `${at}/scores`,
                code: why,
                message: {
                  sv: `${criterion} behöver poäng från minst två bedömare.`,
                  en: `${criterion} needs scores from at least two evaluators.`,
                },
              },
        )
      : []),
  ]
}

const pointsTolerance = 0.01

const rankingProblems = (evaluation: EvaluationFacts, terms: EvaluationTerms): FieldProblem[] => {
  const contenders = evaluation.tenders.map(scoredTender).filter(isInContention)
  const computed = rankTenders(contenders, terms.awardCriteria, terms)
  return [
    ...coverageProblems({
      pointer: '/ranking',
      field: 'tender',
      what: { sv: 'anbudet', en: 'the tender' },
      expected: contenders.map(({ id }) => ({ id, name: id })),
      named: evaluation.ranking.map((row) => row.tender),
    }),
    ...evaluation.ranking.flatMap(({ tender, rank, points }, index) => {
      const right = computed.find((row) => row.tender === tender)
      return right === undefined || (right.rank === rank && Math.abs(right.points - points) <= pointsTolerance + Number.EPSILON)
        ? []
        : [
            {
              pointer: `/ranking/${index}`,
              code: 'rankingWrong',
              message: {
                sv: `Kriterierna ger plats ${right.rank} med ${right.points} poäng. Rätta raden.`,
                en: `The criteria give rank ${right.rank} with ${right.points} points. Correct the row.`,
              },
            },
          ]
    }),
  ]
}

const openingAgreement = (
  evaluation: EvaluationFacts,
  opening: OpeningFacts | undefined,
  deadline: Deadline | undefined,
): FieldProblem[] => {
  if (opening === undefined) return []
  const late = deadline === undefined ? [] : lateIn(opening, deadline)
  return [
    ...coverageProblems({
      pointer: '/tenders',
      field: 'id',
      what: { sv: 'anbudet', en: 'the tender' },
      expected: opening.tenders.map(({ id }) => ({ id, name: id })),
      named: evaluation.tenders.map(({ id }) => id),
    }),
    ...evaluation.tenders.flatMap(({ id, rejectionReason }, index) =>
      late.includes(id) && rejectionReason === undefined
        ? [
            {
              pointer: `/tenders/${index}/rejectionReason`,
              code: 'cameLate',
              message: {
                sv: 'Anbudet kom in för sent och får inte utvärderas. Skriv att det förkastas.',
                en: 'The tender came too late and may not be evaluated. Write that it is rejected.',
              },
            },
          ]
        : [],
    ),
  ]
}

/** What must be put right in an evaluation: conflicts of interest, each tender, the ranking, and the list of the opening. */
export const evaluationProblems = (
  evaluation: EvaluationFacts,
  {
    documents,
    opening,
    notice,
  }: {
    readonly documents: EvaluationTerms | undefined
    readonly opening: OpeningFacts | undefined
    readonly notice: Deadline | undefined
  },
): FieldProblem[] => [
  ...evaluatorProblems(evaluation),
  ...openingAgreement(evaluation, opening, notice),
  ...(documents === undefined
    ? [
        {
          pointer: '',
          code: 'documentsFirst',
          message: {
            sv: 'Klarmarkera upphandlingsdokumenten först: utvärderingen följer deras kriterier.',
            en: 'Mark the procurement documents complete first: the evaluation follows their criteria.',
          },
        },
      ]
    : [
        ...evaluation.tenders.flatMap((tender, index) => tenderProblems(tender, index, evaluation, documents)),
        ...rankingProblems(evaluation, documents),
      ]),
]
