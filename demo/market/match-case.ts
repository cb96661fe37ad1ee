import * as z from 'zod'
import { libraryRequirementId } from '#contracts/ids.ts'
import { caseView } from '#phase/application/present-case.ts'
import { proposalView } from '../../services/catalogue/application/library/propose-requirements.ts'
import { marketAssessmentView } from '../../services/catalogue/application/matching/assess-market.ts'
import type { MarketAssessmentView } from '../../services/catalogue/application/matching/assess-market.ts'
import { rankingView } from '../../services/catalogue/application/matching/match-need.ts'
import type { RankingView } from '../../services/catalogue/application/matching/match-need.ts'
import type { Client } from '../client.ts'
import { read } from '../expect.ts'
import { caseOfficer } from '../personas.ts'
import { matchedCases } from './matched-cases.ts'
import type { MatchedCase } from './matched-cases.ts'

/**
 * What a case's officers write in matching, with the catalogue's own answers in it: which requirements are the library's, which
 * products rank where and what their coverage rests on. Their judgements - yes, partly, no and who is able - stay theirs.
 */

type Sections = Readonly<Record<string, unknown>>

const requirement = z.looseObject({
  id: z.string(),
  text: z.string(),
  kind: z.string(),
  level: z.enum(['must', 'weighted']),
  weight: z.int().optional(),
  functions: z.array(z.string()),
})
const supplier = z.looseObject({ id: z.string(), supplier: z.string(), solution: z.string() })
const product = z.looseObject({
  candidate: z.string(),
  coverage: z.array(z.looseObject({ requirement: z.string(), answer: z.string().optional() })),
  comment: z.string().optional(),
})
const written = z.looseObject({
  requirements: z.looseObject({ requirements: z.array(requirement) }),
  marketMatch: z.looseObject({ products: z.array(product) }).optional(),
  marketDialogue: z.looseObject({ talks: z.array(z.looseObject({ company: z.string() })) }),
  marketAssessment: z.looseObject({ suppliers: z.array(supplier), gaps: z.string() }),
})
type Written = z.infer<typeof written>
type Requirement = z.infer<typeof requirement>
type Ranked = RankingView['products'][number]

/** What a drafted must of a kind is in the library. */
const libraryNumbers = new Map<string, z.infer<typeof libraryRequirementId>>(
  Object.entries({
    interoperability: libraryRequirementId.parse('KB-INT-001'),
    informationSecurity: libraryRequirementId.parse('KB-SEC-005'),
    accessibility: libraryRequirementId.parse('KB-ACC-013'),
  }),
)

const asLibrary = (row: Requirement, proposed: ReadonlySet<string>): Requirement & { libraryReference?: string } => {
  const number = row.level === 'must' ? libraryNumbers.get(row.kind) : undefined
  return number !== undefined && proposed.has(number) ? { ...row, source: 'library', libraryReference: number } : row
}

const percent = (share: number): number => Math.round(share * 100)

const inRank = ({ rank, relevance }: Ranked, outOf: number): string =>
  `Plats ${rank} av ${outOf} i produktkatalogen; svarar mot behovet till ${percent(relevance)} procent.`

const longestComment = 500
const longestGaps = 1_500

const joined = (longest: number, separator: string, ...parts: readonly (string | undefined)[]): string =>
  parts
    .filter((part) => part !== undefined && part !== '')
    .join(separator)
    .slice(0, longest)

/** Below this, the best that a company has in the catalogue is for something else than the need. */
const leastRelevance = 0.25

/** The best ranked product of the company that a row means, if it is for the need at all. */
const productOf = (row: { supplier: string }, { products }: RankingView, { meant = {} }: MatchedCase): Ranked | undefined => {
  const company = meant[row.supplier] ?? row.supplier
  return products.find(({ companyName, relevance }) => companyName === company && relevance >= leastRelevance)
}

const withCatalogue = (
  row: z.infer<typeof supplier>,
  found: Ranked | undefined,
  numbers: ReadonlyMap<string, string>,
  outOf: number,
) =>
  found
    ? {
        ...row,
        supplier: found.companyName,
        ...(numbers.has(found.companyId) && { organisationNumber: numbers.get(found.companyId) }),
        solution: found.name,
        ...(found.companySize && { size: found.companySize }),
        ...(found.priceFrom !== undefined && { priceLow: found.priceFrom }),
        ...(found.priceTo !== undefined && { priceHigh: found.priceTo }),
        comment: joined(
          longestComment,
          ' ',
          inRank(found, outOf),
          typeof row['comment'] === 'string' ? row['comment'] : undefined,
        ),
      }
    : row

/** Of those that rank here and cannot deliver, the assessment tells why. */
const toldOfAtMost = 5

/** Those that the catalogue ranks among the best and that cannot deliver stand in the assessment too. */
const unableOnes = (assessment: MarketAssessmentView, known: readonly string[], first: number) =>
  assessment.suppliers
    .filter(({ ability, rank, companyName }) => ability === 'no' && rank <= toldOfAtMost && !known.includes(companyName))
    .map(({ companyName, organisationNumber, companySize, productName, rank }, index) => ({
      id: `L${first + index}`,
      supplier: companyName,
      ...(organisationNumber !== undefined && { organisationNumber }),
      solution: productName,
      size: companySize ?? 'micro',
      ability: 'no',
      comment: `Plats ${rank} av ${assessment.outOf} i produktkatalogen; beskriver för få av funktionerna eller uppfyller inte ett ska-krav.`,
    }))

const gapsTold = ({ gaps }: MarketAssessmentView): string | undefined => {
  const all = [...gaps.functions, ...gaps.requirements]
  return all.length > 0 ? `Enligt produktkatalogen erbjuder ingen: ${all.join(', ')}.` : undefined
}

/** What an answer rests on: on the catalogue only where the catalogue says the same. */
const basisOf = (answer: string | undefined, coverage: Ranked['requirements'][number]['coverage'] | undefined): string => {
  if (answer === 'yes' && (coverage === 'verified' || coverage === 'declared')) return coverage
  return answer === 'no' && coverage === 'missing' ? 'verified' : 'ownJudgement'
}

const withBasis = (row: z.infer<typeof product>, found: Ranked | undefined, outOf: number) => ({
  ...row,
  coverage: row.coverage.map((one) => ({
    ...one,
    basis: basisOf(one.answer, found?.requirements.find(({ id }) => id === one.requirement)?.coverage),
  })),
  ...(found && { comment: joined(longestComment, ' ', inRank(found, outOf), row.comment) }),
})

const filled = (
  sections: Written,
  requirements: readonly Requirement[],
  { ranking, assessment, setting }: { ranking: RankingView; assessment: MarketAssessmentView; setting: MatchedCase },
): Sections => {
  const numbers = new Map(
    assessment.suppliers.flatMap(({ companyId, organisationNumber }) =>
      organisationNumber === undefined ? [] : [[companyId as string, organisationNumber] as const],
    ),
  )
  const before = sections.marketAssessment.suppliers
  const found = new Map(before.map((row) => [row.id, productOf(row, ranking, setting)]))
  const suppliers = before.map((row) => withCatalogue(row, found.get(row.id), numbers, ranking.outOf))
  const { marketMatch } = sections
  return {
    ...sections,
    requirements: { ...sections.requirements, requirements },
    ...(marketMatch && {
      marketMatch: {
        ...marketMatch,
        products: marketMatch.products
          .toSorted((a, b) => (found.get(a.candidate)?.rank ?? Infinity) - (found.get(b.candidate)?.rank ?? Infinity))
          .map((row) => withBasis(row, found.get(row.candidate), ranking.outOf)),
      },
    }),
    marketAssessment: {
      ...sections.marketAssessment,
      suppliers: [
        ...suppliers,
        ...unableOnes(
          assessment,
          suppliers.map((row) => row.supplier),
          suppliers.length + 1,
        ),
      ],
      gaps: joined(longestGaps, '\n', sections.marketAssessment.gaps, gapsTold(assessment)),
    },
  }
}

/** @returns the sections as they are to be written; those of a case that is not matched in the demo, as they were. */
export const createCaseMatcher = (client: Client, say: (line: string) => void) => {
  const officer = client.as(caseOfficer)
  const ask = async <S extends z.ZodType>(path: string, body: unknown, schema: S): Promise<z.infer<S>> =>
    read(await officer({ method: 'POST', path, body }), schema, path)

  return async (caseId: string, key: string, content: Sections): Promise<Sections> => {
    const setting = matchedCases[key]
    if (!setting || content['marketAssessment'] === undefined) return content
    const sections = written.parse(content)
    const record = read(await officer({ method: 'GET', path: `/v1/matching/cases/${caseId}` }), caseView, 'read the case')
    const { problem = '', functions = [] } = record.dossier.ideas ?? {}

    const { proposed } = await ask(
      '/v1/catalogue/library/proposals',
      { traits: Object.fromEntries(setting.traits.map((trait) => [trait, true])), functions },
      proposalView,
    )
    const numbers = new Set<string>(proposed.map(({ requirementId }) => requirementId))
    const requirements = sections.requirements.requirements.map((row) => asLibrary(row, numbers))
    const need = {
      needId: caseId,
      title: record.title,
      description: problem,
      functions,
      targetGroups: setting.targetGroups,
      careSteps: setting.careSteps,
      requirements: requirements.map(({ id, text, level, weight, functions: served, ...row }) => ({
        id,
        text,
        level,
        ...(weight !== undefined && { weight }),
        ...('libraryReference' in row && { libraryId: row.libraryReference }),
        functions: served,
      })),
    }
    const ranking = await ask('/v1/catalogue/matches', { need, limit: 50 }, rankingView)
    const talks = sections.marketDialogue.talks.map(({ company }) => ({ company: setting.meant?.[company] ?? company }))
    const assessment = await ask('/v1/catalogue/market-assessments', { need, talks }, marketAssessmentView)
    const best = ranking.products
      .slice(0, 3)
      .map(({ rank, name }) => `${rank}. ${name}`)
      .join(', ')
    say(`  Matchning: ${best}; ${assessment.able} leverantörer kan leverera`)
    return filled(sections, requirements, { ranking, assessment, setting })
  }
}
