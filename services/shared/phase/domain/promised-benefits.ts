import type { AssessedLine } from '#contracts/assessment.ts'
import type { Dossier } from '#contracts/dossier.ts'

/** The benefits of NV3: the promise that procurement, validation and follow-up are held against. Costs are not among them. */
export const promisedBenefits = (dossier: Dossier): readonly AssessedLine[] =>
  dossier.verification?.benefits.filter((line) => line.side === 'benefit') ?? []

/** What NV3 reckons that the service costs: what the winning tender's price is held against. */
export const reckonedCosts = (dossier: Dossier): readonly AssessedLine[] => dossier.verification?.costs ?? []
