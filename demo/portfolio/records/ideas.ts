import type { PhaseContent } from '../../ak-brev/phase-content.ts'
import { assume } from '../facts.ts'
import type { IdeaFacts, ProcessStep } from '../facts.ts'
import { dayOfMilestone } from '../timeline.ts'
import type { Milestone } from '../timeline.ts'
import { inWords, inside, quoted } from '../swedish.ts'

const frequencies = {
  daily: 'varje dag',
  weekly: 'varje vecka',
  monthly: 'varje månad',
  yearly: 'några gånger om året',
  rarely: 'mer sällan',
} as const satisfies Record<IdeaFacts['frequency'], string>

/** The step becomes another one with the idea. */
export const isTouched = (step: ProcessStep): step is Extract<ProcessStep, readonly [string, string, string]> => step.length === 3

export const functionIds = ({ functions }: IdeaFacts) => functions.map(({ name }, index) => ({ id: `N${index + 1}`, name }))

/** The system that a solution must above all work with, as it stands inside a sentence. */
export const mainSystem = ({ systems }: IdeaFacts): string => inside(systems[0]?.[0] ?? 'Verksamhetssystemet')

/** The benefit that weighs most: the first that the facts tell of. */
export const mainBenefit = ({ benefits }: IdeaFacts): string => quoted(benefits[0]?.name ?? 'Nyttan')

const priorityReasons = (facts: IdeaFacts): readonly string[] => [
  `${facts.affectedPerYear.toLocaleString('sv-SE')} personer berörs ${frequencies[facts.frequency]}; allvaret är ${facts.severity} av 5.`,
  `störst vikt har ${mainBenefit(facts)}.`,
  facts.goals.length === 1
    ? 'bidrar till ett av strategins mål.'
    : `bidrar till ${inWords(facts.goals.length)} av strategins mål.`,
  facts.feasibility,
]

export const ideasRecord = (facts: IdeaFacts): PhaseContent => {
  const on = (milestone: Milestone): string => dayOfMilestone(facts.begun, milestone)
  const reasons = priorityReasons(facts)
  return {
    sections: {
      need: {
        problem: facts.problem,
        affected: assume(facts.affected),
        affectedPerYear: facts.affectedPerYear,
        frequency: facts.frequency,
        severity: facts.severity,
        ifNothingIsDone: assume(facts.ifNothingIsDone),
      },
      process: {
        careProcess: facts.process.name,
        actor: facts.process.actor,
        goal: facts.process.goal,
        steps: facts.process.steps.map((step) => ({ who: step[0], what: assume(step[1]), isAffected: isTouched(step) })),
        staffConsequences: assume(facts.staffConsequences),
        systems: facts.systems.map(([name, consequence]) => ({ name, consequence: assume(consequence) })),
      },
      substantiation: {
        evidence: facts.evidence.map((piece) => ({
          ...piece,
          ...(piece.source.startsWith(assume('')) && { collectedOn: on('evidenceCollected') }),
        })),
        confirmations: facts.confirmedBy.map(([profession, unit], index) => ({
          profession,
          unit: assume(unit),
          confirmedOn: on(index === 0 ? 'needConfirmed' : 'needConfirmedAgain'),
        })),
      },
      functions: {
        functions: facts.functions.map(({ name, because, step }, index) => ({
          id: `N${index + 1}`,
          name,
          meetsNeed: assume(because),
          step,
        })),
      },
      marketScan: {
        searchedOn: on('marketScanned'),
        searchedIn: ['ownSystems', 'otherOrganisations', 'national'],
        findings: facts.known.map(({ comment, ...finding }) => ({
          ...finding,
          ...(comment !== undefined && { comment: assume(comment) }),
        })),
        conclusion: assume(facts.knownConclusion),
      },
      strategy: {
        goals: facts.goals,
        contribution: assume(facts.contribution),
        timing: facts.timing ?? 'now',
        timingReason: assume(facts.timingReason),
      },
      priority: {
        scores: (['need', 'benefit', 'strategy', 'feasibility'] as const).map((criterion, index) => ({
          criterion,
          score: facts.scores[index],
          reason: assume(reasons[index] ?? ''),
        })),
      },
    },
    opinions: [
      {
        unit: 'operations',
        question: 'Stämmer beskrivningen av behovet med er vardag?',
        answer: 'yes',
        comment: assume(`ja, och så här skulle det bli för oss: ${facts.staffConsequences}`),
      },
    ],
  }
}
