import type { Text } from '#contracts/language.ts'
import type { ConditionTerm } from '#contracts/requirement-library.ts'
import { applicabilityOf } from './conditions.ts'
import type { CaseAnswers } from './conditions.ts'
import { isInForceOn } from './requirement.ts'
import type { LibraryEntry, RequirementContent, RequirementVersion } from './requirement.ts'

export interface ProposalFacts {
  readonly answers: CaseAnswers
  /** The functions of the idea phase, N1 and so on, in the case's own words. */
  readonly functions: readonly { readonly id: string; readonly name: string }[]
  /** The day that the requirements are to be in force on. */
  readonly on: string
}

export interface ServedFunction {
  readonly id: string
  /** The word of the library that the function holds. */
  readonly word: string
}

export interface ProposedRequirement {
  readonly requirement: RequirementVersion
  /** The terms that hold; empty where the requirement always applies. */
  readonly because: readonly ConditionTerm[]
  readonly serves: readonly ServedFunction[]
  readonly level: 'must' | 'weighted'
  readonly levelReason: Text
}

export interface RequirementProposal {
  readonly proposed: readonly ProposedRequirement[]
  /** What the case has not answered, with how many more requirements could apply if it answered yes; the most first. */
  readonly unanswered: readonly { readonly term: ConditionTerm; readonly requirements: number }[]
  /** Functions that no proposed requirement is known to serve: somebody must write one. */
  readonly uncovered: readonly string[]
}

const sourceOf = ({ sources: [first] }: RequirementContent): string => (first ? `${first.document}, ${first.clause}` : '')

const levelOf = (content: RequirementContent): { level: 'must' | 'weighted'; levelReason: Text } => {
  if (content.force === 'binding')
    return {
      level: 'must',
      levelReason: {
        sv: `Ska-krav: det följer av ${sourceOf(content)}.`,
        en: `A must: it follows from ${sourceOf(content)}.`,
      },
    }
  if (content.force === 'essential')
    return {
      level: 'must',
      levelReason: {
        sv: 'Ska-krav: utan detta fyller tjänsten inte sin uppgift.',
        en: 'A must: without it the service does not do its task.',
      },
    }
  return content.barrier.level === 'none'
    ? {
        level: 'weighted',
        levelReason: {
          sv: 'Viktat krav: det är bra men inte nödvändigt, så låt anbuden tävla om det.',
          en: 'Weighted: it is good but not necessary, so let the tenders compete on it.',
        },
      }
    : {
        level: 'weighted',
        levelReason: {
          sv: 'Viktat krav: som ska-krav kan det stänga ute små företag.',
          en: 'Weighted: as a must it may shut out small companies.',
        },
      }
}

/** A word serves within a compound too: `larm` in `trygghetslarm`. */
const servedBy = ({ servesWords }: RequirementContent, functions: ProposalFacts['functions']): ServedFunction[] =>
  functions.flatMap(({ id, name }) => {
    const folded = name.toLocaleLowerCase('sv')
    const word = servesWords.find((candidate) => folded.includes(candidate))
    return word === undefined ? [] : [{ id, word }]
  })

/**
 * The requirements of the library for a case: those that are in force on the day and apply by what the case has answered. The
 * words of the functions tell which of them a requirement serves; they never propose one. What has not been answered is told,
 * not guessed.
 */
export const proposeRequirements = (entries: readonly LibraryEntry[], facts: ProposalFacts): RequirementProposal => {
  const inForce = entries.filter(({ current }) => isInForceOn(current.content, facts.on))
  const judged = inForce.map(({ current }) => ({ current, found: applicabilityOf(current.content.appliesWhen, facts.answers) }))
  const proposed = judged.flatMap(({ current, found }): ProposedRequirement[] =>
    found.applies === true
      ? [
          {
            requirement: current,
            because: found.because,
            serves: servedBy(current.content, facts.functions),
            ...levelOf(current.content),
          },
        ]
      : [],
  )
  const asked = new Map<ConditionTerm, number>()
  for (const { found } of judged)
    if (found.applies === 'unknown') for (const term of found.asks) asked.set(term, (asked.get(term) ?? 0) + 1)
  const served = new Set(proposed.flatMap(({ serves }) => serves.map(({ id }) => id)))
  return {
    proposed: proposed.toSorted((a, b) => (a.requirement.id < b.requirement.id ? -1 : 1)),
    unanswered: [...asked]
      .map(([term, requirements]) => ({ term, requirements }))
      .toSorted((a, b) => b.requirements - a.requirements || (a.term < b.term ? -1 : 1)),
    uncovered: facts.functions.map(({ id }) => id).filter((id) => !served.has(id)),
  }
}
