import type { County } from '#counties/county.ts'
import type { CaseHeader } from '#contracts/case-header.ts'
import { fact } from '#contracts/event.ts'
import { ideaAccepted, ideaAnswered, ideaMerged } from '#contracts/events.ts'
import type { CaseId, CaseNumber, OrganisationId } from '#contracts/ids.ts'
import { applied, refused } from '#lambda/outcome.ts'
import type { Applied, Refused, Transition } from '#lambda/outcome.ts'
import type { IdeaRefusalCode } from '../refusals.ts'
import type { IdeaState } from './idea.ts'

type Triage = Transition<IdeaState, IdeaRefusalCode>

const alreadyTriaged = ({ idea }: IdeaState): Refused<IdeaRefusalCode> | undefined =>
  idea.status === 'submitted' ? undefined : refused('ideaAlreadyTriaged')

export interface AcceptedIdea extends Applied<IdeaState> {
  readonly header: CaseHeader
}

/** `submitted` → `accepted`: the idea becomes a case of an organisation that will own it. */
export const acceptIdea = (
  state: IdeaState,
  { organisation, title, caseNumber }: { organisation: OrganisationId; title?: string | undefined; caseNumber: CaseNumber },
  { county, now }: { county: County; now: string },
): AcceptedIdea | Refused<IdeaRefusalCode> => {
  const refusal = alreadyTriaged(state)
  if (refusal) return refusal
  if (!county.organisations.some(({ id }) => id === organisation)) return refused('organisationUnknown')
  const { idea, version } = state
  const header: CaseHeader = {
    caseId: idea.ideaId,
    caseNumber,
    title: title ?? idea.title,
    organisation,
    submittedAt: idea.submittedAt,
    submittedBy: idea.sender,
  }
  return {
    ...applied(
      {
        version: version + 1,
        idea: {
          ...idea,
          status: 'accepted',
          organisation,
          caseNumber,
          progress: { asOf: now, phase: 'ideas', status: 'ongoing' },
        },
      },
      fact(ideaAccepted, { case: header }, { phase: 'ideas' }),
    ),
    header,
  }
}

/** `submitted` → `merged`: the same need is already on its way in another idea or case. */
export const mergeIdea = (
  state: IdeaState,
  into: IdeaState | undefined,
  { reason }: { into: CaseId; reason: string },
): Triage => {
  const refusal = alreadyTriaged(state)
  if (refusal) return refusal
  if (!into) return refused('mergeTargetNotFound')
  if (into.idea.ideaId === state.idea.ideaId) return refused('mergedIntoItself')
  if (into.idea.status === 'merged' || into.idea.status === 'answered') return refused('mergeTargetClosed')
  return applied(
    { version: state.version + 1, idea: { ...state.idea, status: 'merged', mergedInto: into.idea.ideaId, answer: reason } },
    fact(ideaMerged, { into: into.idea.ideaId, reason }, { phase: 'ideas' }),
  )
}

/** `submitted` → `answered`: told why it does not become a case. */
export const answerIdea = (state: IdeaState, answer: string): Triage =>
  alreadyTriaged(state) ??
  applied(
    { version: state.version + 1, idea: { ...state.idea, status: 'answered', answer } },
    fact(ideaAnswered, { answer }, { phase: 'ideas' }),
  )
