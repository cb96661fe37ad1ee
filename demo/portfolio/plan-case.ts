import { assessmentOf } from '#contracts/flow.ts'
import { phases } from '#contracts/words.ts'
import type { Phase, Sender, StopReason } from '#contracts/words.ts'
import { confirmingProfessions } from '../../services/ideas/domain/substantiation.ts'
import { ableSuppliers } from '../../services/matching/domain/supplier-ability.ts'
import type { DemoBenefits, DemoCase, DemoPhase, DemoRuling, DemoTriage } from '../demo-case.ts'
import type { PhaseContent } from '../ak-brev/phase-content.ts'
import type { FactsOf, IdeaFacts, OpenQuestion } from './facts.ts'
import { measurementsOf, nv1, nv2, nv3, nv4 } from './records/assessments.ts'
import { followupRecord } from './records/followup.ts'
import { ideasRecord, mainBenefit } from './records/ideas.ts'
import { matchingRecord } from './records/matching.ts'
import { procurementRecord } from './records/procurement.ts'
import { rolloutRecord } from './records/rollout.ts'
import { winnerOf } from './records/tenders.ts'
import { validationRecord } from './records/validation.ts'
import { verificationRecord } from './records/verification.ts'
import { beginning, inWords } from './swedish.ts'

/** Where a case of the portfolio stands: its earlier phases passed with go, its own as told here. */

/** What each phase makes of the facts, and why its gate says go. */
const parts = {
  ideas: {
    record: ideasRecord,
    go: (facts: FactsOf['ideas']) =>
      `Behovet är styrkt av ${inWords(confirmingProfessions(facts.confirmedBy.map(([profession]) => ({ profession }))).length)} yrkesgrupper, och idén bidrar till e-hälsostrategin. Störst vikt har ${mainBenefit(facts)}.`,
  },
  matching: {
    record: matchingRecord,
    go: ({ market }: FactsOf['matching']) =>
      `Nyttan är kvantifierad och har ansvariga. ${beginning(inWords(ableSuppliers(market.suppliers.map(({ company: { size }, ability }) => ({ size, ability }))).length))} av ${inWords(market.suppliers.length)} bedömda leverantörer kan leverera.`,
  },
  verification: {
    record: verificationRecord,
    go: (facts: FactsOf['verification']) =>
      `Prövningen bekräftar nyttan, framför allt ${mainBenefit(facts)}, och riskerna går att hantera.`,
  },
  procurement: {
    record: procurementRecord,
    go: (facts: FactsOf['procurement']) =>
      `${winnerOf(facts).company.name} är först i rangordningen, uppfyller kraven, och nyttan är vidimerad mot behovet.`,
  },
  validation: {
    record: validationRecord,
    go: ({ pilot }: FactsOf['validation']) =>
      `Piloten med ${inWords(pilot.users)} användare är utvärderad, och användarna godtar lösningen.`,
  },
  rollout: {
    record: rolloutRecord,
    go: ({ rollout }: FactsOf['rollout']) =>
      `Tjänsten är i bruk i alla ${inWords(rollout.units.length)} enheter, och förvaltningen har tagit över.`,
  },
  followup: {
    record: followupRecord,
    go: (_: FactsOf['followup']) => 'Nyttan har i huvudsak kommit. Underhållsavtalet fortsätter.',
  },
} as const satisfies { readonly [P in Phase]: { record: (facts: FactsOf[P]) => PhaseContent; go: (facts: FactsOf[P]) => string } }

const assessmentMakers = {
  ideas: ['NV1', nv1],
  matching: ['NV2', nv2],
  verification: ['NV3', nv3],
  followup: ['NV4', nv4],
} as const

type PhasePart = { readonly record: (facts: IdeaFacts) => PhaseContent; readonly go: (facts: IdeaFacts) => string }

// Each phase reads only the facts of its own depth, which whoever plans a case that far has been made to give.
const partOf = (phase: Phase): PhasePart => parts[phase] as unknown as PhasePart

const assessmentsUntil = (last: Phase, facts: IdeaFacts): DemoBenefits['assessments'] =>
  Object.fromEntries(
    phases
      .slice(0, phases.indexOf(last) + 1)
      .filter((phase): phase is keyof typeof assessmentMakers => assessmentOf[phase] !== undefined)
      .map((phase) => {
        const [kind, make] = assessmentMakers[phase]
        return [kind, (make as (facts: IdeaFacts) => DemoBenefits['assessments']['NV1'])(facts)] // as in partOf
      }),
  )

const before = (phase: Phase): readonly Phase[] => phases.slice(0, phases.indexOf(phase))

const passed = (phase: Phase, facts: IdeaFacts): DemoPhase => {
  const { record, go } = partOf(phase)
  return { content: record(facts), rulings: [{ outcome: 'go', reason: go(facts) }] }
}

const planned = <P extends Phase>(phase: P, facts: FactsOf[P], own: DemoPhase, isAssessed: boolean): DemoCase => {
  const earlier = before(phase)
  const lastAssessed = isAssessed ? phase : earlier.at(-1)
  return {
    key: facts.key,
    submission: {
      title: facts.title,
      description: `${facts.problem} ${facts.wish}`,
      affected: `Antagande: ${facts.affected}`,
      sender: facts.sender,
      organisation: facts.organisation,
    },
    phases: Object.fromEntries([...earlier.map((done) => [done, passed(done, facts)] as const), [phase, own]]),
    benefits: {
      assessments: lastAssessed ? assessmentsUntil(lastAssessed, facts) : {},
      // Only a case in follow-up has facts about what was measured.
      measurements: phase === 'followup' ? measurementsOf(facts as FactsOf['followup']) : [],
    },
  }
}

const firstSections = ({ sections }: PhaseContent, count: number): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(sections).slice(0, count))

/** Being worked on: so many sections of the phase are complete, and some opinions may be waited for. */
export const inWork = <P extends Phase>(
  phase: P,
  facts: FactsOf[P],
  { sections, asked = [] }: { sections: number; asked?: readonly OpenQuestion[] },
): DemoCase => {
  const content = partOf(phase).record(facts)
  return planned(
    phase,
    facts,
    {
      content: { sections: firstSections(content, sections), opinions: [] },
      openOpinions: asked.map(([unit, question]) => ({ unit, question })),
      rulings: [],
    },
    false,
  )
}

/** Everything is in place, the decision is requested, and nobody has decided yet. */
export const awaitingDecision = <P extends Phase>(phase: P, facts: FactsOf[P]): DemoCase =>
  planned(phase, facts, { content: partOf(phase).record(facts), rulings: [], leaveUndecided: true }, true)

const ruled = <P extends Phase>(phase: P, facts: FactsOf[P], ruling: DemoRuling): DemoCase =>
  planned(phase, facts, { content: partOf(phase).record(facts), rulings: [ruling] }, true)

/** Ended at the phase's gate, with the reason in the plain words that the sender of the idea is told. */
export const stopped = <P extends Phase>(phase: P, facts: FactsOf[P], stopReason: StopReason, reason: string): DemoCase =>
  ruled(phase, facts, { outcome: 'stop', stopReason, reason })

export const onHold = <P extends Phase>(phase: P, facts: FactsOf[P], reason: string, restDays: number): DemoCase =>
  ruled(phase, facts, { outcome: 'hold', reason, restDays })

/** Reviewed, and going on under its maintenance contract. */
export const completed = (facts: FactsOf['followup']): DemoCase =>
  ruled('followup', facts, { outcome: 'go', reason: parts.followup.go(facts) })

export interface SubmittedIdea {
  readonly key: string
  readonly title: string
  readonly description: string
  readonly affected?: string
  readonly sender: Sender
  readonly organisation: string
}

/** An idea that is no case: waiting for triage, answered, or merged into another. */
export const onlyIdea = ({ key, ...submission }: SubmittedIdea, triage: DemoTriage): DemoCase => ({
  key,
  submission,
  triage,
  phases: {},
  benefits: { assessments: {}, measurements: [] },
})
