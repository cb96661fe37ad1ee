import type { OpinionUnit, Phase, Sender } from '#contracts/words.ts'
import type { EvidenceKind, Profession } from '../../services/ideas/domain/substantiation.ts'
import type { GroundId } from '#procurement-law/grounds.ts'
import type { Ability } from '../../services/matching/domain/supplier-ability.ts'
import type { SoftwareAnswers } from '../../services/verification/domain/medical-device-class.ts'
import type { RiskKind } from '../../services/verification/domain/risk-kinds.ts'
import type { BenefitFact, CostFact } from './benefit-facts.ts'
import type { Company } from './companies.ts'
import type { Reckoning } from './reckoning-facts.ts'

/**
 * What is told of a case, compactly; records/ makes the sections of each phase from it. A case holds only the facts
 * of the phases that it comes to. The needs come from the reports that the product is built on (EY 2018, RUVeS 2019,
 * Nätverket för e-hälsa 2019, eHealth Arena); what they do not say is assumed, and the records begin it so.
 */

/** A sentence that the reports do not bear out. Written without its first capital: it stands after a colon. */
export const assume = (text: string): string => `Antagande: ${text}`

/** Who, and what they do today. A third member tells what it becomes: the steps where the idea cuts in have one. */
export type ProcessStep = readonly [who: string, today: string] | readonly [who: string, today: string, tomorrow: string]

export interface NeededFunction {
  readonly name: string
  readonly because: string
  /** The step of the process that it belongs to, counted from 1. */
  readonly step: number
  /** What a solution must do, as a requirement says it. */
  readonly demand: string
}

export interface EvidencePiece {
  readonly kind: EvidenceKind
  readonly source: string
  readonly finding: string
}

export interface IdeaFacts {
  /** Names the case in the demo's Idempotency-Keys and its benefit lines. */
  readonly key: string
  readonly title: string
  readonly sender: Sender
  readonly organisation: string
  /** The day on which the idea came in, of the story that the case tells. */
  readonly begun: string
  readonly problem: string
  /** What the sender asks for, as the sender puts it. */
  readonly wish: string
  readonly affected: string
  readonly affectedPerYear: number
  readonly frequency: 'daily' | 'weekly' | 'monthly' | 'yearly' | 'rarely'
  readonly severity: 1 | 2 | 3 | 4 | 5
  readonly ifNothingIsDone: string
  readonly process: {
    readonly name: string
    readonly actor: string
    readonly goal: string
    readonly steps: readonly ProcessStep[]
  }
  readonly staffConsequences: string
  /** The first is the one that a solution must above all work with. */
  readonly systems: readonly (readonly [name: string, consequence: string])[]
  readonly evidence: readonly EvidencePiece[]
  readonly confirmedBy: readonly (readonly [profession: Profession, unit: string])[]
  readonly functions: readonly NeededFunction[]
  readonly known: readonly {
    readonly name: string
    readonly availability: 'inUse' | 'underContract' | 'elsewhere' | 'onMarket'
    readonly fit: 'wholly' | 'partly' | 'hardly'
    readonly comment?: string
  }[]
  readonly knownConclusion: string
  readonly goals: readonly ('independence' | 'access' | 'safety' | 'time' | 'market')[]
  readonly contribution: string
  readonly timing?: 'now' | 'later' | 'tooLate'
  readonly timingReason: string
  /** Need, benefit, strategy, feasibility: 0-5. */
  readonly scores: readonly [number, number, number, number]
  readonly feasibility: string
  readonly benefits: readonly BenefitFact[]
  readonly costs: readonly CostFact[]
  /** Where the money is reckoned from drivers and use; without it each sum is told as it is. */
  readonly reckoning?: Reckoning
}

export interface SupplierFact {
  readonly company: Company
  readonly solution: string
  readonly ability: Ability
  /** Thousands of kronor a year, lowest and highest. */
  readonly price?: readonly [number, number]
  /** What was learnt in the talk with it, where there was one. */
  readonly learnt?: string
  readonly comment?: string
  /** Numbers of the functions that the solution meets only in part. */
  readonly meetsInPart?: readonly number[]
}

export type PurchaseForm = 'open' | 'negotiated' | 'belowThreshold' | 'directProcurement' | 'dynamicPurchasingSystem'

export interface MatchingFacts extends IdeaFacts {
  readonly market: {
    readonly suppliers: readonly SupplierFact[]
    readonly maturity: 'established' | 'emerging' | 'prototypes' | 'none'
    readonly gaps: string
    readonly conclusion: string
  }
  readonly wished: { readonly kind: 'usability' | 'interoperability' | 'support' | 'performance'; readonly demand: string }
  readonly purchase: {
    /** Kronor, the whole contract with extensions. */
    readonly value: number
    readonly form: PurchaseForm
    readonly ground?: { readonly ground: GroundId; readonly reason: string }
    readonly because: string
  }
  readonly together?: readonly {
    readonly organisation: string
    readonly need: string
    readonly interest: 'yes' | 'maybe' | 'no'
  }[]
}

export interface RiskFact {
  readonly kind: RiskKind
  readonly risk: string
  /** Likelihood and consequence, 1-5. */
  readonly size: readonly [number, number]
  readonly action: string
  readonly remaining?: 'acceptable' | 'watched' | 'unacceptable'
}

export interface VerificationFacts extends MatchingFacts {
  readonly device: SoftwareAnswers & { readonly reasons: string }
  /** Made for many care providers and carries what matters for single patients (HSLF-FS 2022:42). */
  readonly nationalSystem: { readonly isForSharedUse: boolean; readonly carriesPatientInformation: boolean }
  readonly ai?: { readonly meetsPeople: boolean; readonly reasons: string }
  readonly information: {
    readonly what: string
    /** KLASSA: confidentiality, integrity, availability. */
    readonly levels: readonly ['0' | '1' | '2' | '3', '0' | '1' | '2' | '3', '0' | '1' | '2' | '3']
    readonly personalData: 'none' | 'ordinary' | 'sensitive'
    readonly harm: string
  }
  readonly trial: {
    readonly tier: 'A' | 'B' | 'C'
    readonly site: string
    readonly plan: string
    readonly worked: string
    readonly result: 'confirmed' | 'partly' | 'notConfirmed'
    readonly because: string
  }
  readonly risks: readonly RiskFact[]
  readonly ends: string
  readonly workEnvironment: string
}

export interface TenderFact {
  readonly company: Company
  readonly solution: string
  /** Kronor, what the documents compare. */
  readonly price: number
  /** Agreed scores 0-5: usability, openness, support. */
  readonly scores: readonly [number, number, number]
  readonly isJoint?: boolean
  /** The number of a must-requirement that it does not meet, and why. */
  readonly fails?: readonly [requirement: string, because: string]
  readonly because: string
}

export interface ProcurementFacts extends VerificationFacts {
  /** The first is the best one. */
  readonly tenders: readonly [TenderFact, ...TenderFact[]]
  readonly cpv: readonly string[]
  readonly innovation: 'none' | 'process' | 'product' | 'market'
  readonly question: readonly [question: string, answer: string]
  readonly smallCompanies: string
  /** What the winning tender vouches for only in part, by the name of the benefit. */
  readonly vouchedInPart?: { readonly benefit: string; readonly remainder: string }
}

export interface ValidationFacts extends ProcurementFacts {
  readonly pilot: {
    readonly site: string
    readonly users: number
    /** By the name of the benefit, in its unit. */
    readonly measured: Readonly<Record<string, number>>
    readonly incidents: string
    readonly evaluation: string
    readonly finding: readonly [finding: string, handled: string]
    readonly groups: readonly (readonly [name: string, people: number, trained: number])[]
    readonly staffSay: string
    readonly residentsSay: string
    readonly sus: 'excellent' | 'good'
  }
  readonly plainBenefit: string
  readonly workaround: string
}

export interface RolloutUnit {
  readonly name: string
  readonly wave: 1 | 2
  readonly staff: number
  readonly trained: number
  readonly usersExpected: number
  /** When the last unit had begun, and at the follow-up. */
  readonly users: readonly [number, number]
}

export interface RolloutFacts extends ValidationFacts {
  readonly rollout: {
    readonly units: readonly [RolloutUnit, ...RolloutUnit[]]
    readonly usagePercent: number
    readonly systemOwner: string
    readonly stepBack: string
    readonly risk: string
    readonly unions: readonly [string, ...string[]]
    readonly oldWayOut: string
  }
}

export interface FollowupFacts extends RolloutFacts {
  readonly followup: {
    /** By the name of the benefit: two measurements in its unit, and why it came out so. */
    readonly measured: Readonly<Record<string, readonly [first: number, second: number, why: string]>>
    readonly sideEffects: string
    readonly staffView: string
    readonly residentView: string
    readonly notReached: string
    readonly oldWaysLeft: string
    readonly availability: number
    readonly neighbour: string
    readonly time: string
    /** Kronor: budget and cost of the project. */
    readonly money: readonly [budget: number, cost: number, difference: string]
    readonly lesson: readonly [lesson: string, phase: Exclude<Phase, 'followup'>]
    readonly supplierView: string
    readonly deficiency: string
    readonly market: string
    readonly forum: string
  }
}

/** The facts that a case needs to stand in a phase. */
export interface FactsOf {
  readonly ideas: IdeaFacts
  readonly matching: MatchingFacts
  readonly verification: VerificationFacts
  readonly procurement: ProcurementFacts
  readonly validation: ValidationFacts
  readonly rollout: RolloutFacts
  readonly followup: FollowupFacts
}

/** An opinion that has been asked for and is not answered yet. */
export type OpenQuestion = readonly [unit: OpinionUnit, question: string]
