import type { Ruling } from '#contracts/decision.ts'
import type { Phase } from '#contracts/words.ts'
import { applied, unchanged } from '#lambda/outcome.ts'
import type { Transition } from '#lambda/outcome.ts'
import type { IdeaState, Progress } from './idea.ts'

/** News of the case that the idea has become, kept so that the submitter can be told. Late news changes nothing. */
const withProgress = ({ idea, version }: IdeaState, progress: Progress): Transition<IdeaState, never> =>
  idea.status !== 'accepted' || (idea.progress && idea.progress.asOf >= progress.asOf)
    ? unchanged
    : applied({ idea: { ...idea, progress }, version: version + 1 })

export const caseWentOn = (state: IdeaState, phase: Phase, asOf: string) =>
  withProgress(state, { asOf, phase, status: 'ongoing' })

export const caseRests = (state: IdeaState, phase: Phase, asOf: string) => withProgress(state, { asOf, phase, status: 'onHold' })

export const caseIsCompleted = (state: IdeaState, phase: Phase, asOf: string) =>
  withProgress(state, { asOf, phase, status: 'completed' })

export const caseWasStopped = (state: IdeaState, phase: Phase, ruling: Ruling, asOf: string) =>
  withProgress(state, {
    asOf,
    phase,
    status: 'stopped',
    ...(ruling.outcome === 'stop' && { stopped: { reason: ruling.stopReason, explanation: ruling.reason } }),
  })
