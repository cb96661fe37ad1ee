import * as z from 'zod'
import type { Text } from './language.ts'

/** The words of the flow. One word per thing, in code, URLs, events and database alike. */

export const phases = ['ideas', 'matching', 'verification', 'procurement', 'validation', 'rollout', 'followup'] as const
export const phase = z.enum(phases)
export type Phase = z.infer<typeof phase>

export const gates = ['BP1', 'BP2', 'BP3', 'BP4', 'BP5', 'handover', 'review'] as const
export const gate = z.enum(gates)
export type Gate = z.infer<typeof gate>

export const phaseStatuses = ['received', 'inProgress', 'awaitingDecision', 'onHold', 'handedOver', 'closed'] as const
export const phaseStatus = z.enum(phaseStatuses)
export type PhaseStatus = z.infer<typeof phaseStatus>

export const outcomes = ['go', 'revise', 'hold', 'stop'] as const
export const outcome = z.enum(outcomes)
export type Outcome = z.infer<typeof outcome>

export const stopReasons = [
  'needNotSubstantiated',
  'noQuantifiedBenefit',
  'marketCannotDeliver',
  'potentialNotVerified',
  'tooRisky',
  'notAffordable',
  'notInStrategy',
  'duplicate',
  'solvedOtherwise',
  'other',
] as const
export const stopReason = z.enum(stopReasons)
export type StopReason = z.infer<typeof stopReason>

export const sectionStatuses = ['empty', 'draft', 'complete'] as const
export const sectionStatus = z.enum(sectionStatuses)
export type SectionStatus = z.infer<typeof sectionStatus>

export const criterionStatuses = ['met', 'notMet', 'unknown'] as const
export const criterionStatus = z.enum(criterionStatuses)
export type CriterionStatus = z.infer<typeof criterionStatus>

/** RUVeS chapter 4: the four components of the model. Every activity of a phase names the one it serves. */
export const components = ['needUnderstanding', 'acquisition', 'technicalOpenness', 'forum'] as const
export const component = z.enum(components)
export type Component = z.infer<typeof component>

/** RUVeS figure 2: green, yellow and pink on the capability map. */
export const capabilityStatuses = ['exists', 'developing', 'missing'] as const
export const capabilityStatus = z.enum(capabilityStatuses)
export type CapabilityStatus = z.infer<typeof capabilityStatus>

export const roles = [
  'resident',
  'caseOfficer',
  'procurementOfficer',
  'specialist',
  'decisionMaker',
  'supplier',
  'forumFacilitator',
  'curator',
  'systemMapEditor',
  'operations',
] as const
export const role = z.enum(roles)
export type Role = z.infer<typeof role>

/** Everybody who works in the flow on the public side; residents and suppliers stand outside the record. */
export const staffRoles = [
  'caseOfficer',
  'procurementOfficer',
  'specialist',
  'decisionMaker',
  'forumFacilitator',
  'curator',
  'systemMapEditor',
  'operations',
] as const satisfies readonly Role[]

/** Units that are asked for opinions. A county maps its own units onto these. */
export const opinionUnits = [
  'it',
  'procurement',
  'mta',
  'law',
  'informationSecurity',
  'operations',
  'research',
  'economy',
  'hr',
] as const
export const opinionUnit = z.enum(opinionUnits)
export type OpinionUnit = z.infer<typeof opinionUnit>

export const opinionAnswers = ['yes', 'partially', 'no'] as const
export const opinionAnswer = z.enum(opinionAnswers)
export type OpinionAnswer = z.infer<typeof opinionAnswer>

export const assessmentKinds = ['NV1', 'NV2', 'NV3', 'NV4'] as const
export const assessmentKind = z.enum(assessmentKinds)
export type AssessmentKind = z.infer<typeof assessmentKind>

export const benefitKinds = ['financial', 'redistributed', 'qualitative'] as const
export const benefitKind = z.enum(benefitKinds)
export type BenefitKind = z.infer<typeof benefitKind>

/** Region Jönköping's three areas (EY audit 2018, section 4.4). */
export const benefitAreas = ['residents', 'qualityAndSafety', 'efficiency'] as const
export const benefitArea = z.enum(benefitAreas)
export type BenefitArea = z.infer<typeof benefitArea>

export const senders = ['resident', 'relative', 'staff', 'supplier', 'researcher', 'management', 'forum'] as const
export const sender = z.enum(senders)
export type Sender = z.infer<typeof sender>

export const phaseNames = {
  ideas: { sv: 'Idé', en: 'Idea' },
  matching: { sv: 'Matchning', en: 'Matching' },
  verification: { sv: 'Verifiering', en: 'Verification' },
  procurement: { sv: 'Upphandling', en: 'Procurement' },
  validation: { sv: 'Validering', en: 'Validation' },
  rollout: { sv: 'Införande', en: 'Rollout' },
  followup: { sv: 'Uppföljning', en: 'Follow-up' },
} as const satisfies Record<Phase, Text>

export const gateNames = {
  BP1: { sv: 'BP1 – Gå vidare med idén', en: 'BP1 – Go on with the idea' },
  BP2: { sv: 'BP2 – Nytta och marknad', en: 'BP2 – Benefit and market' },
  BP3: { sv: 'BP3 – Verifierad potential', en: 'BP3 – Verified potential' },
  BP4: { sv: 'BP4 – Tilldelning', en: 'BP4 – Award' },
  BP5: { sv: 'BP5 – Klar att införa', en: 'BP5 – Ready to introduce' },
  handover: { sv: 'Överlämning', en: 'Handover' },
  review: { sv: 'Granskning', en: 'Review' },
} as const satisfies Record<Gate, Text>

export const phaseStatusNames = {
  received: { sv: 'Mottaget', en: 'Received' },
  inProgress: { sv: 'Pågår', en: 'In progress' },
  awaitingDecision: { sv: 'Väntar på beslut', en: 'Awaiting decision' },
  onHold: { sv: 'Vilar', en: 'On hold' },
  handedOver: { sv: 'Överlämnat', en: 'Handed over' },
  closed: { sv: 'Avslutat', en: 'Closed' },
} as const satisfies Record<PhaseStatus, Text>

export const outcomeNames = {
  go: { sv: 'Fortsätt', en: 'Go' },
  revise: { sv: 'Återremiss', en: 'Revise' },
  hold: { sv: 'Vila', en: 'Hold' },
  stop: { sv: 'Avsluta', en: 'Stop' },
} as const satisfies Record<Outcome, Text>

/** The names are the plain words that the idea's submitter is told. */
export const stopReasonNames = {
  needNotSubstantiated: { sv: 'Behovet kunde inte styrkas', en: 'The need could not be substantiated' },
  noQuantifiedBenefit: { sv: 'Nyttan kunde inte mätas i siffror', en: 'The benefit could not be put in figures' },
  marketCannotDeliver: { sv: 'Marknaden kan inte leverera det som behövs', en: 'The market cannot deliver what is needed' },
  potentialNotVerified: {
    sv: 'Lösningens verkliga nytta kunde inte bekräftas',
    en: 'The real benefit of the solution could not be verified',
  },
  tooRisky: { sv: 'Riskerna är för stora', en: 'The risks are too great' },
  notAffordable: { sv: 'Det finns inte pengar till det', en: 'There is no money for it' },
  notInStrategy: { sv: 'Det ligger utanför strategin', en: 'It is outside the strategy' },
  duplicate: { sv: 'Samma behov hanteras redan i ett annat ärende', en: 'The same need is already handled in another case' },
  solvedOtherwise: { sv: 'Behovet har lösts på ett annat sätt', en: 'The need has been met in another way' },
  other: { sv: 'Annat skäl, se motiveringen', en: 'Another reason, see the explanation' },
} as const satisfies Record<StopReason, Text>

export const sectionStatusNames = {
  empty: { sv: 'Tomt', en: 'Empty' },
  draft: { sv: 'Utkast', en: 'Draft' },
  complete: { sv: 'Klart', en: 'Complete' },
} as const satisfies Record<SectionStatus, Text>

export const criterionStatusNames = {
  met: { sv: 'Uppfyllt', en: 'Met' },
  notMet: { sv: 'Inte uppfyllt', en: 'Not met' },
  unknown: { sv: 'Okänt', en: 'Unknown' },
} as const satisfies Record<CriterionStatus, Text>

export const componentNames = {
  needUnderstanding: { sv: 'Behovsförståelse', en: 'Need understanding' },
  acquisition: { sv: 'Anskaffningsprocess', en: 'Acquisition' },
  technicalOpenness: { sv: 'Teknisk öppenhet', en: 'Technical openness' },
  forum: { sv: 'Samverkansforum', en: 'Forum' },
} as const satisfies Record<Component, Text>

export const capabilityStatusNames = {
  exists: { sv: 'Finns', en: 'Exists' },
  developing: { sv: 'Behöver utvecklas', en: 'Developing' },
  missing: { sv: 'Saknas', en: 'Missing' },
} as const satisfies Record<CapabilityStatus, Text>

export const roleNames = {
  resident: { sv: 'Invånare', en: 'Resident' },
  caseOfficer: { sv: 'Handläggare', en: 'Case officer' },
  procurementOfficer: { sv: 'Upphandlare', en: 'Procurement officer' },
  specialist: { sv: 'Specialist', en: 'Specialist' },
  decisionMaker: { sv: 'Beslutsfattare', en: 'Decision maker' },
  supplier: { sv: 'Leverantör', en: 'Supplier' },
  forumFacilitator: { sv: 'Samordnare för forumet', en: 'Forum facilitator' },
  curator: { sv: 'Redaktör för kravbibliotek och katalog', en: 'Curator of the library and the catalogue' },
  systemMapEditor: { sv: 'Redaktör för systemkartan', en: 'Editor of the system map' },
  operations: { sv: 'Drift', en: 'Operations' },
} as const satisfies Record<Role, Text>

export const opinionUnitNames = {
  it: { sv: 'IT', en: 'IT' },
  procurement: { sv: 'Upphandling', en: 'Procurement' },
  mta: { sv: 'Medicinsk teknik (MTA)', en: 'Medical technology (MTA)' },
  law: { sv: 'Juridik', en: 'Law' },
  informationSecurity: { sv: 'Informationssäkerhet', en: 'Information security' },
  operations: { sv: 'Verksamheten', en: 'Care operations' },
  research: { sv: 'Forskning', en: 'Research' },
  economy: { sv: 'Ekonomi', en: 'Finance' },
  hr: { sv: 'HR', en: 'HR' },
} as const satisfies Record<OpinionUnit, Text>

export const opinionAnswerNames = {
  yes: { sv: 'Ja', en: 'Yes' },
  partially: { sv: 'Delvis', en: 'Partially' },
  no: { sv: 'Nej', en: 'No' },
} as const satisfies Record<OpinionAnswer, Text>

export const benefitKindNames = {
  financial: { sv: 'Finansiell (pengar)', en: 'Financial (money)' },
  redistributed: { sv: 'Omfördelning (frigjord resurs)', en: 'Redistributed (freed resource)' },
  qualitative: { sv: 'Kvalitativ', en: 'Qualitative' },
} as const satisfies Record<BenefitKind, Text>

export const benefitAreaNames = {
  residents: { sv: 'Direkt nytta för invånare', en: 'Direct benefit to residents' },
  qualityAndSafety: { sv: 'Verksamhetskvalitet och patientsäkerhet', en: 'Quality and patient safety' },
  efficiency: { sv: 'Effektivisering i verksamheten', en: 'Efficiency in operations' },
} as const satisfies Record<BenefitArea, Text>

export const senderNames = {
  resident: { sv: 'Invånare eller patient', en: 'Resident or patient' },
  relative: { sv: 'Anhörig', en: 'Relative' },
  staff: { sv: 'Medarbetare i vård eller omsorg', en: 'Staff in care' },
  supplier: { sv: 'Företag', en: 'Company' },
  researcher: { sv: 'Forskare', en: 'Researcher' },
  management: { sv: 'Ledning eller förtroendevald', en: 'Management or elected representative' },
  forum: { sv: 'Samverkansforum', en: 'Forum' },
} as const satisfies Record<Sender, Text>

export const assessmentNames = {
  NV1: { sv: 'Nyttovärdering 1', en: 'Benefit assessment 1' },
  NV2: { sv: 'Nyttovärdering 2', en: 'Benefit assessment 2' },
  NV3: { sv: 'Nyttovärdering 3', en: 'Benefit assessment 3' },
  NV4: { sv: 'Nyttovärdering 4', en: 'Benefit assessment 4' },
} as const satisfies Record<AssessmentKind, Text>
