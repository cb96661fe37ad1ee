import { kalmar } from '#counties/kalmar.ts'
import type { Dossier } from '#contracts/dossier.ts'
import { phases } from '#contracts/words.ts'
import type { Phase } from '#contracts/words.ts'
import { caseEvidence } from '#phase/domain/case-evidence.ts'
import { judgeCriteria } from '#phase/domain/judge-criteria.ts'
import type { PhaseDefinition } from '#phase/phase.ts'
import { akBrevAssessments } from '../../demo/ak-brev/assessments.ts'
import { akBrev } from '../../demo/ak-brev/case.ts'
import { akBrevDossier } from '../../demo/ak-brev/dossier.ts'
import type { DemoPhase, DemoRuling } from '../../demo/demo-case.ts'
import { answererOf, carrierOf, caseOfficer, writerOf } from '../../demo/personas.ts'
import { followup } from '../../services/followup/phase.ts'
import { ideas } from '../../services/ideas/phase.ts'
import { matching } from '../../services/matching/phase.ts'
import { procurement } from '../../services/procurement/phase.ts'
import { rollout } from '../../services/rollout/phase.ts'
import { validation } from '../../services/validation/phase.ts'
import { verification } from '../../services/verification/phase.ts'
import { emptyPhase } from './empty-phase.ts'
import { bells, request, wait } from './step.ts'
import type { CaseMemory, Judged, Step } from './step.ts'

/** The demo's own case, the digital dosing letter, as a list of steps: every section, opinion, assessment and decision. */

const definitions: Readonly<Record<Phase, PhaseDefinition>> = {
  ideas,
  matching,
  verification,
  procurement,
  validation,
  rollout,
  followup,
}

/** The county's health director may decide at every gate of this case. */
const decider = 'direktor'
const firstPhase: Phase = 'ideas'
const lastPhase: Phase = 'followup'

const casePath = (phase: Phase, { caseId }: CaseMemory): string => `/v1/${phase}/cases/${caseId}`

const submission = (): Step[] => [
  request(['idea-submitted'], ({ number }) => ({
    as: caseOfficer,
    method: 'POST',
    path: '/v1/ideas/submissions',
    body: { ...akBrev.submission, title: `${akBrev.submission.title} ${number}` },
    // oxlint-disable-next-line no-param-reassign -- the memory is there to be written
    learn: ({ ideaId = '' }, memory) => void (memory.caseId = ideaId),
  })),
  request(['idea-accepted', 'case-received'], ({ caseId }) => ({
    as: caseOfficer,
    method: 'POST',
    path: `/v1/ideas/submissions/${caseId}/acceptances`,
    body: { organisation: akBrev.submission.organisation },
  })),
]

const assignment = (phase: Phase): Step =>
  request(['case-assigned'], (memory) => ({
    as: carrierOf(phase),
    method: 'POST',
    path: `${casePath(phase, memory)}/assignments`,
    body: {},
  }))

/** @param versions by section, counted up as they are written. */
const sectionsOf = (
  definition: PhaseDefinition,
  contents: Readonly<Record<string, unknown>>,
  isAfterDecision: boolean,
  versions: Map<string, number>,
): Step[] =>
  definition.sections
    .filter((section) => section.isAfterDecision === isAfterDecision && contents[section.key] !== undefined)
    .map((section) => {
      const version = versions.get(section.key) ?? 0
      versions.set(section.key, version + 1)
      return request(['section-saved'], (memory) => ({
        as: writerOf(definition.phase, section),
        method: 'PUT',
        path: `${casePath(definition.phase, memory)}/sections/${section.key}`,
        body: { status: 'complete', content: contents[section.key] },
        ifMatch: version,
      }))
    })

const opinionsOf = (phase: Phase, { content }: DemoPhase): Step[] =>
  content.opinions.flatMap(({ unit, question, answer, comment }) => [
    request(['opinion-requested'], (memory) => ({
      as: carrierOf(phase),
      method: 'POST',
      path: `${casePath(phase, memory)}/opinions`,
      body: { unit, question },
      learn: ({ opinions = [] }, learner) => {
        // oxlint-disable-next-line no-param-reassign -- the memory is there to be written
        learner.opinionId = opinions.findLast((opinion) => opinion.unit === unit && opinion.answer === undefined)?.id ?? ''
      },
    })),
    request(['opinion-given'], (memory) => ({
      as: answererOf[unit],
      method: 'POST',
      path: `${casePath(phase, memory)}/opinions/${memory.opinionId}/answers`,
      body: { answer, comment },
    })),
  ])

const assessmentSteps = ({ phase, assessment: kind }: PhaseDefinition): Step[] => {
  if (kind === undefined) return []
  const at = ({ caseId }: CaseMemory): string => `/v1/benefits/cases/${caseId}`
  const measurements = kind === 'NV4' ? akBrev.benefits.measurements : []
  return [
    ...measurements.map((body) =>
      request(['measurement-recorded'], (memory) => ({
        as: caseOfficer,
        method: 'POST',
        path: `${at(memory)}/measurements`,
        body,
      })),
    ),
    request(['assessment-saved'], (memory) => ({
      as: caseOfficer,
      method: 'PUT',
      path: `${at(memory)}/assessments/${kind}`,
      body: akBrev.benefits.assessments[kind],
      ifMatch: 0,
    })),
    request(['assessment-completed'], (memory) => ({
      as: caseOfficer,
      method: 'POST',
      path: `${at(memory)}/assessments/${kind}/completions`,
      ifMatch: 1,
    })),
    wait(bells.assessed(phase)),
  ]
}

/** What the phase's rules say of the content: made here once, by the product's own pure functions. */
const judge = (definition: PhaseDefinition, plan: DemoPhase): Judged => {
  const { phase, assessment: kind } = definition
  const dossier: Dossier = Object.fromEntries(
    phases
      .slice(0, phases.indexOf(phase))
      .flatMap((earlier) => (earlier === 'followup' ? [] : [[earlier, akBrevDossier[earlier]]])),
  )
  const evidence = caseEvidence({
    county: kalmar,
    dossier,
    completed: plan.content.sections,
    opinions: plan.content.opinions,
    assessment: kind && akBrevAssessments[kind],
  })
  return {
    criteria: judgeCriteria(definition, evidence),
    handsOver: phase === 'followup' ? {} : akBrevDossier[phase],
  }
}

/** What a ruling leads to, beside itself. */
const consequences = (phase: Phase, outcome: DemoRuling['outcome']): string[] => {
  if (outcome !== 'go') return ['case-returned']
  return phase === lastPhase ? ['case-completed'] : ['case-handed-over', 'case-received']
}

const decisionSteps = (
  { phase, gate, assessment }: PhaseDefinition,
  round: number,
  ruling: DemoRuling,
  judged: Judged,
): Step[] => {
  const at = ({ caseId }: CaseMemory): string => `/v1/gates/decision-requests/${caseId}-${gate}-${round}`
  return [
    request([], (memory) => ({
      as: carrierOf(phase),
      method: 'GET',
      path: casePath(phase, memory),
      // oxlint-disable-next-line no-param-reassign -- the memory is there to be written
      learn: ({ version = 0 }, learner) => void (learner.recordVersion = version),
    })),
    request(['decision-requested', 'decision-opened', ...(assessment ? ['assessment-frozen'] : [])], (memory) => ({
      as: carrierOf(phase),
      method: 'POST',
      path: `${casePath(phase, memory)}/decision-requests`,
      ifMatch: memory.recordVersion,
      judged,
    })),
    wait(bells.gateOpen(gate, round)),
    request([], (memory) => ({
      as: decider,
      method: 'GET',
      path: at(memory),
      // oxlint-disable-next-line no-param-reassign -- the memory is there to be written
      learn: ({ digest = '' }, learner) => void (learner.evidenceDigest = digest),
    })),
    request(['decision-made', ...consequences(phase, ruling.outcome)], (memory) => ({
      as: decider,
      method: 'POST',
      path: `${at(memory)}/decisions`,
      body: { ruling, evidenceDigest: memory.evidenceDigest, hasConflictOfInterest: false },
      decides: phase,
    })),
    wait(bells.decided(phase, round)),
  ]
}

const phaseSteps = (definition: PhaseDefinition, plan: DemoPhase): Step[] => {
  const { phase } = definition
  const { sections } = plan.content
  const versions = new Map<string, number>()
  const judged = judge(definition, plan)
  return [
    ...(phase === firstPhase ? [] : [wait(bells.received(phase))]),
    assignment(phase),
    ...plan.rulings.flatMap((ruling, index) => {
      const contents = { ...sections, ...plan.earlierRounds?.[index] }
      const before = index === 0 ? {} : { ...sections, ...plan.earlierRounds?.[index - 1] }
      // In a later round only what has been changed is written again.
      const changed = Object.fromEntries(
        Object.entries(contents).filter(([key, content]) => JSON.stringify(content) !== JSON.stringify(before[key])),
      )
      return [
        ...sectionsOf(definition, changed, false, versions),
        ...(index === 0 ? [...opinionsOf(phase, plan), ...assessmentSteps(definition)] : []),
        ...decisionSteps(definition, index + 1, ruling, judged),
      ]
    }),
    ...sectionsOf(definition, sections, true, versions),
  ]
}

const planOf = (phase: Phase): DemoPhase => {
  const plan = akBrev.phases[phase]
  if (!plan) throw new Error(`the demo's case has no ${phase}`)
  return plan
}

/** The whole case: seven phases, eight decisions (validation goes two rounds), four assessments. */
export const caseWorkload = (): Step[] => [
  ...submission(),
  ...phases.flatMap((phase) => phaseSteps(definitions[phase], planOf(phase))),
]

const emptyPlan: DemoPhase = {
  content: { sections: {}, opinions: [] },
  rulings: [{ outcome: 'go', reason: 'Mätning' }],
}

/** The same way through seven phases with nothing to write in them: only the flow is left. */
export const flowWorkload = (): Step[] => [
  ...submission(),
  ...phases.flatMap((phase) => phaseSteps(emptyPhase(phase), emptyPlan)),
]
