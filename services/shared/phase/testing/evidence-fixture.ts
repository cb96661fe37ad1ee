import { kalmar } from '#counties/kalmar.ts'
import type { Dossier } from '#contracts/dossier.ts'
import { assessmentOf } from '#contracts/flow.ts'
import { phases } from '#contracts/words.ts'
import { akBrevAssessments } from '../../../../demo/ak-brev/assessments.ts'
import { akBrevDossier } from '../../../../demo/ak-brev/dossier.ts'
import type { PhaseContent } from '../../../../demo/ak-brev/phase-content.ts'
import { caseEvidence } from '../domain/case-evidence.ts'
import type { EvidenceParts } from '../domain/case-evidence.ts'
import type { CaseEvidence } from '../criterion.ts'
import type { PhaseDefinition } from '../phase.ts'
import type { AnySection, RuleContext } from '../section.ts'
import { samplePackage } from './sample-package.ts'

/** The dossier as the phase receives it: the parts of the phases before it. */
export const akBrevDossierBefore = (phase: PhaseDefinition['phase']): Dossier => {
  const before: readonly string[] = phases.slice(0, phases.indexOf(phase))
  return Object.fromEntries(Object.entries(akBrevDossier).filter(([key]) => before.includes(key)))
}

/** The digital dosing letter as it stands when the phase asks for its decision: all sections complete, all opinions given. */
export const akBrevParts = (phase: PhaseDefinition, content: PhaseContent): EvidenceParts => {
  const kind = assessmentOf[phase.phase]
  return {
    county: kalmar,
    dossier: akBrevDossierBefore(phase.phase),
    completed: content.sections,
    opinions: content.opinions,
    assessment: kind && akBrevAssessments[kind],
  }
}

export const akBrevEvidence = (phase: PhaseDefinition, content: PhaseContent): CaseEvidence =>
  caseEvidence(akBrevParts(phase, content))

/** A change to the evidence that a test breaks a criterion with. */
export type Break = (parts: EvidenceParts) => EvidenceParts

export const withoutSection =
  (key: string): Break =>
  (parts) => ({ ...parts, completed: Object.fromEntries(Object.entries(parts.completed).filter(([name]) => name !== key)) })

/** Replaces some of a completed section's fields; the result must still parse, since only rules are not asked again. */
export const withFields =
  (key: string, fields: Readonly<Record<string, unknown>>): Break =>
  (parts) => {
    const section = parts.completed[key]
    if (section === undefined) throw new Error(`No content for the section ${key}`)
    return { ...parts, completed: { ...parts.completed, [key]: { ...section, ...fields } } }
  }

export const withoutOpinionOf =
  (unit: string): Break =>
  (parts) => ({ ...parts, opinions: parts.opinions.filter((opinion) => opinion.unit !== unit) })

/** The forum has told of a closed dialogue about the case, or of one that is still open. */
export const withInformationPackage =
  (version: number, status: 'open' | 'closed' = 'closed'): Break =>
  (given) => ({ ...given, informationPackage: samplePackage(version, status) })

export const withoutAssessment: Break = (parts) => ({ ...parts, assessment: undefined })

type Lines = NonNullable<EvidenceParts['assessment']>['lines']

export const withLines =
  (change: (lines: Lines) => Lines): Break =>
  (parts) => {
    if (!parts.assessment) throw new Error('The phase has no assessment')
    return { ...parts, assessment: { ...parts.assessment, lines: change(parts.assessment.lines) } }
  }

/** What a section's rules say of a content, asked as when the section is marked complete; the content must parse. */
export const problemsOf = (section: AnySection, content: unknown, context: RuleContext) =>
  section.rules(section.content.complete.parse(content), context)
