import { rankTenders } from '../../../services/procurement/domain/evaluation-ranking.ts'
import type { ScoredTender, WeightedCriterion } from '../../../services/procurement/domain/evaluation-ranking.ts'
import { assume } from '../facts.ts'
import type { ProcurementFacts, TenderFact } from '../facts.ts'

/** The tenders of a case, scored and ranked by the criteria that all cases share. */

const inOre = (kronor: number): number => kronor * 100

export const criteria = [
  { id: 'T1', kind: 'price', weight: 30 },
  { id: 'T2', kind: 'quality', weight: 30 },
  { id: 'T3', kind: 'quality', weight: 25 },
  { id: 'T4', kind: 'quality', weight: 15 },
] as const satisfies readonly WeightedCriterion[]
export const maxScore = 5

export type NumberedTender = TenderFact & { readonly id: string }

export const numberedTenders = ({ tenders }: ProcurementFacts): readonly NumberedTender[] =>
  tenders.map((tender, index) => ({ ...tender, id: `A${index + 1}` }))

const scoresByCriterion = ({ scores: [usability, openness, support] }: TenderFact) => [
  { criterion: 'T2', score: usability },
  { criterion: 'T3', score: openness },
  { criterion: 'T4', score: support },
]

const evaluators = ['B1', 'B2', 'B3'] as const

/** Two evaluators saw it as all did in the end; the third half a point lower. */
const scoresOfEach = (tender: TenderFact) =>
  scoresByCriterion(tender).flatMap(({ criterion, score }) =>
    evaluators.map((evaluator, index) => ({ criterion, evaluator, score: index === 2 && score >= 1 ? score - 0.5 : score })),
  )

const scored = (tender: NumberedTender): ScoredTender => ({
  id: tender.id,
  price: inOre(tender.price),
  isQualified: true,
  unmetRequirements: tender.fails ? [tender.fails[0]] : [],
  isRejected: tender.fails !== undefined,
  scores: scoresOfEach(tender),
  consensus: scoresByCriterion(tender),
})

export const evaluationSection = (facts: ProcurementFacts) => {
  const tenders = numberedTenders(facts)
  const inContention = tenders.filter(({ fails }) => fails === undefined)
  return {
    evaluators: [
      { id: 'B1', name: assume('medarbetare från verksamheten'), competence: 'Vård och arbetssätt', hasNoConflict: true },
      { id: 'B2', name: assume('integrationsarkitekt'), competence: 'Teknisk öppenhet', hasNoConflict: true },
      { id: 'B3', name: assume('företrädare för dem som berörs'), competence: 'Användbarhet', hasNoConflict: true },
    ],
    tenders: tenders.map((tender) => ({
      id: tender.id,
      tenderer: tender.company.name,
      organisationNumber: tender.company.organisationNumber,
      size: tender.company.size,
      isJoint: tender.isJoint ?? false,
      solution: assume(tender.solution),
      price: inOre(tender.price),
      isQualified: true,
      unmetRequirements: tender.fails ? [tender.fails[0]] : [],
      ...(tender.fails && { rejectionReason: assume(tender.fails[1]) }),
      scores: tender.fails ? [] : scoresOfEach(tender),
      consensus: tender.fails ? [] : scoresByCriterion(tender).map((row) => ({ ...row, reason: assume(tender.because) })),
    })),
    ranking: rankTenders(inContention.map(scored), criteria, { maxScore }).map(({ tender, rank, points }) => ({
      tender,
      rank,
      points,
      reason: assume(tenders.find(({ id }) => id === tender)?.because ?? ''),
    })),
  }
}

/** The tender that the criteria rank first. */
export const winnerOf = (facts: ProcurementFacts): NumberedTender => {
  const contenders = numberedTenders(facts).filter(({ fails }) => fails === undefined)
  const [best] = rankTenders(contenders.map(scored), criteria, { maxScore })
  const winner = contenders.find(({ id }) => id === best?.tender)
  if (!winner) throw new Error(`${facts.key} has no tender that may win`)
  return winner
}
