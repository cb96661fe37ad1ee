import * as z from 'zod'
import type { AssessmentSnapshot } from '#contracts/assessment.ts'
import type { Evidence } from '#contracts/evidence.ts'
import { assessmentOf } from '#contracts/flow.ts'
import type { Gate } from '#contracts/words.ts'
import { digestOf } from '#lambda/digest.ts'
import type { FormField } from '#phase/field.ts'
import { caseView, phaseDescription, sectionContent } from '../../api/case-views.ts'
import type { CaseView } from '../../api/case-views.ts'
import { at } from '../../api/client.ts'
import { requestView } from '../../api/gate-views.ts'
import type { RequestView } from '../../api/gate-views.ts'
import { caseOverview } from '../../api/insight-views.ts'
import { sourcesOf } from '../../forms/reference-options.ts'
import type { ReferenceOptions } from '../../forms/reference-options.ts'
import { loadOptions } from '../../pages/case/section-options.ts'
import type { Visit } from '../../visit.ts'

/**
 * Everything that a decision paper tells, read with the reader's own rights. All of it was fixed when the evidence was
 * frozen: sections are read in the version that the evidence names, and held against its digest.
 */

export interface FrozenSection {
  readonly evidence: Evidence['sections'][number]
  readonly form: Extract<FormField, { kind: 'group' }> | undefined
  /** Undefined for a section that nobody has written, or that can no longer be read. */
  readonly content: Readonly<Record<string, unknown>> | undefined
  /** Whether what was read is what was frozen. */
  readonly isIntact: boolean
}

/** A benefit assessment, and the gate that it was frozen for. */
export interface FrozenAssessment {
  readonly snapshot: AssessmentSnapshot
  readonly gate: Gate
  readonly frozenAt: string
}

export interface PaperMaterial {
  readonly request: RequestView
  readonly sections: readonly FrozenSection[]
  readonly options: ReferenceOptions
  /** As the idea phase handed it over; at BP1, as its own section says. */
  readonly need: Need | undefined
  /** This gate's own; where the model has none (BP4, BP5, handover), the one that BP3 was decided on. */
  readonly assessment: FrozenAssessment | undefined
  /** The risk analysis of the verification phase, in the version that BP3 was decided on or is to be. */
  readonly risks: FrozenSection | undefined
}

const riskSection = 'riskAnalysis'

const frozenAssessmentOf = ({ evidence }: RequestView): FrozenAssessment | undefined =>
  evidence.assessment && { snapshot: evidence.assessment, gate: evidence.gate, frozenAt: evidence.frozenAt }

const loadSections = async (
  { api }: Visit,
  {
    evidence: {
      phase,
      case: { caseId },
      sections,
    },
  }: Pick<RequestView, 'evidence'>,
  keys?: ReadonlySet<string>,
): Promise<FrozenSection[]> => {
  const wanted = sections.filter(({ key }) => keys === undefined || keys.has(key))
  const { value: description } = await api.read(`/v1/${phase}/description`, phaseDescription)
  return Promise.all(
    wanted.map(async (section) => {
      const form = description.sections.find(({ key }) => key === section.key)?.form
      if (section.version === 0) return { evidence: section, form, content: undefined, isIntact: true }
      const found = await api.find(
        at`/v1/${phase}/cases/${caseId}/sections/${section.key}?version=${section.version}`,
        sectionContent,
      )
      const content = found?.value.content
      return { evidence: section, form, content, isIntact: content !== undefined && digestOf(content) === section.digest }
    }),
  )
}

/** Lists that the case itself writes down are read as they were when the evidence was frozen. */
const loadFrozenOptions = async (
  visit: Visit,
  { evidence }: RequestView,
  { record, sections }: { record: CaseView; sections: readonly FrozenSection[] },
): Promise<ReferenceOptions> => {
  const sources = [...new Set(sections.flatMap(({ form }) => (form ? sourcesOf(form) : [])))]
  const versions = new Map(evidence.sections.map(({ key, version }) => [key, version]))
  return loadOptions(visit, { record: { ...record, assessment: evidence.assessment }, phase: evidence.phase }, sources, versions)
}

/** What the case is about, in the words of the idea phase. */
export interface Need {
  readonly problem: string
  readonly affectedPerYear: number
}

const needContent = z.object({ problem: z.string(), affectedPerYear: z.number() })

const needOf = ({ dossier }: CaseView, sections: readonly FrozenSection[]): Need | undefined =>
  dossier.ideas ?? needContent.safeParse(sections.find(({ evidence: { key } }) => key === 'need')?.content).data

const verificationGate: Gate = 'BP3'

/** What BP3 was decided on, for the gates after it. */
const loadVerified = async ({ api }: Visit, { caseId }: { caseId: string }): Promise<RequestView | undefined> => {
  const overview = await api.find(at`/v1/insight/cases/${caseId}`, caseOverview)
  const passed = overview?.value.passedGates.findLast(({ gate, outcome }) => gate === verificationGate && outcome === 'go')
  if (!passed) return undefined
  const found = await api.find(at`/v1/gates/decision-requests/${`${caseId}-${verificationGate}-${passed.round}`}`, requestView)
  return found?.value
}

const isBeforeVerification = (gate: Gate): boolean => gate === 'BP1' || gate === 'BP2'

export const loadMaterial = async (visit: Visit, request: RequestView): Promise<PaperMaterial> => {
  const { evidence } = request
  const verified =
    evidence.gate === verificationGate
      ? request
      : isBeforeVerification(evidence.gate)
        ? undefined
        : await loadVerified(visit, evidence.case)
  const [{ value: record }, sections, risks] = await Promise.all([
    visit.api.read(at`/v1/${evidence.phase}/cases/${evidence.case.caseId}`, caseView),
    loadSections(visit, request),
    verified && loadSections(visit, verified, new Set([riskSection])),
  ])
  const own = frozenAssessmentOf(request)
  const isAssessedElsewhere = assessmentOf[evidence.phase] === undefined
  return {
    request,
    sections,
    options: await loadFrozenOptions(visit, request, { record, sections }),
    need: needOf(record, sections),
    assessment: own ?? (verified && isAssessedElsewhere ? frozenAssessmentOf(verified) : undefined),
    risks: risks?.[0],
  }
}

const riskRow = z.looseObject({
  kind: z.string().optional(),
  risk: z.string(),
  likelihood: z.number().optional(),
  consequence: z.number().optional(),
  action: z.string().optional(),
  owner: z.string().optional(),
  remaining: z.string().optional(),
})
export type RiskRow = z.infer<typeof riskRow>

const weightOf = ({ likelihood = 0, consequence = 0 }: RiskRow): number => likelihood * consequence

/** The risks of a risk analysis, the greatest first: likelihood times consequence. */
export const risksOf = (section: FrozenSection | undefined): readonly RiskRow[] =>
  z
    .object({ risks: z.array(riskRow) })
    .catch({ risks: [] })
    .parse(section?.content ?? {})
    .risks.toSorted((one, other) => weightOf(other) - weightOf(one))
