import type { Handlers } from '#lambda/api.ts'
import { answer } from '#lambda/outcome.ts'
import { createAssignCase } from '../application/assign-case.ts'
import { createGiveOpinion, createRequestOpinion, createWithdrawOpinion } from '../application/opinions.ts'
import type { PhaseParts } from '../application/phase-parts.ts'
import { createListCases, createReadCase } from '../application/read-cases.ts'
import { createListSectionVersions, createReadSection } from '../application/read-section.ts'
import { createReadEvidence, createRequestDecision } from '../application/request-decision.ts'
import { createSaveSection } from '../application/save-section.ts'
import { createWakeCase } from '../application/wake-cases.ts'
import type { PhaseRefusalCode } from '../refusals.ts'
import type { PhaseRoutes } from '../routes.ts'

const describe = ({ phase, county }: PhaseParts) => ({
  phase: phase.phase,
  gate: phase.gate,
  name: phase.name,
  purpose: phase.purpose,
  owner: phase.owner,
  components: phase.components,
  opinions: phase.opinions,
  sections: phase.sections.map((section) => ({
    key: section.key,
    name: section.name,
    help: section.help,
    component: section.component,
    capability: county.capabilities[phase.phase]?.[section.key] ?? 'developing',
    isMandatory: section.isMandatory,
    isAfterDecision: section.isAfterDecision,
    writers: section.writers,
    form: section.content.form,
  })),
  criteria: phase.criteria.map(({ id, name, isMandatory, source, evidence }) => ({ id, name, isMandatory, source, evidence })),
})

/** From a parsed request to one use case, for the routes that every phase has. */
export const phaseHandlers = (parts: PhaseParts): Handlers<PhaseRoutes, PhaseRefusalCode> => {
  const listCases = createListCases(parts)
  const readCase = createReadCase(parts)
  const assignCase = createAssignCase(parts)
  const readSection = createReadSection(parts)
  const listSectionVersions = createListSectionVersions(parts)
  const saveSection = createSaveSection(parts)
  const requestOpinion = createRequestOpinion(parts)
  const giveOpinion = createGiveOpinion(parts)
  const withdrawOpinion = createWithdrawOpinion(parts)
  const requestDecision = createRequestDecision(parts)
  const readEvidence = createReadEvidence(parts)
  const wakeCase = createWakeCase(parts)
  return {
    describePhase: async () => answer(describe(parts)),
    listCases: ({ query }) => listCases(query),
    readCase: ({ parameters }) => readCase(parameters),
    assignCase: ({ parameters, body, actor, context }) => assignCase({ ...parameters, ...body, actor }, context),
    readSection: ({ parameters, query }) => readSection({ ...parameters, ...query }),
    listSectionVersions: ({ parameters }) => listSectionVersions(parameters),
    saveSection: ({ parameters, body, ifMatch, actor, context }) =>
      saveSection({ ...parameters, ...body, expectedVersion: ifMatch, actor }, context),
    requestOpinion: ({ parameters, body, actor, context }) => requestOpinion({ ...parameters, ...body, actor }, context),
    giveOpinion: ({ parameters, body, actor, context }) => giveOpinion({ ...parameters, ...body, actor }, context),
    withdrawOpinion: ({ parameters, body, actor, context }) => withdrawOpinion({ ...parameters, ...body, actor }, context),
    requestDecision: ({ parameters, ifMatch, actor, context }) =>
      requestDecision({ ...parameters, expectedVersion: ifMatch, actor }, context),
    readEvidence: ({ parameters }) => readEvidence(parameters),
    wakeCase: ({ parameters, body, actor, context }) => wakeCase({ ...parameters, ...body, actor }, context),
  }
}
