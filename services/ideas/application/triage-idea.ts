import type { CaseId, CaseNumber, OrganisationId } from '#contracts/ids.ts'
import { refused } from '#lambda/outcome.ts'
import type { Applied, Transition } from '#lambda/outcome.ts'
import { perform } from '#lambda/perform.ts'
import type { Context } from '#lambda/unit-of-work.ts'
import type { CaseRecord } from '#phase/domain/case-record.ts'
import { receiveCase } from '#phase/domain/receive-case.ts'
import { numberCase, yearOf } from '../domain/case-number.ts'
import type { IdeaState } from '../domain/idea.ts'
import { acceptIdea, answerIdea, mergeIdea } from '../domain/triage-idea.ts'
import type { IdeaRefusalCode } from '../refusals.ts'
import type { IdeaParts } from './idea-parts.ts'
import type { CaseCounter } from './idea-repository.ts'
import { presentIdea } from './present-idea.ts'

interface Loaded {
  readonly idea: IdeaState | undefined
  readonly counter: CaseCounter
}

/** The idea becomes a case with the next number; idea, case and counter change in one transaction. */
export const createAcceptIdea =
  ({ ideas, county }: IdeaParts) =>
  (command: { ideaId: CaseId; organisation: OrganisationId; title?: string | undefined }, context: Context) => {
    const { now } = context
    let record: Applied<CaseRecord> | undefined
    return perform<Loaded, { caseId: CaseId; caseNumber: CaseNumber | undefined }, IdeaRefusalCode>(
      {
        load: async () => ({ idea: await ideas.find(command.ideaId), counter: await ideas.findCounter(yearOf(now)) }),
        decide: ({ idea, counter }) => {
          if (!idea) return refused('ideaNotFound')
          const caseNumber = numberCase(county, counter.year, counter.used + 1)
          const accepted = acceptIdea(idea, { ...command, caseNumber }, { county, now })
          if (accepted.kind === 'refused') return accepted
          const received = receiveCase(undefined, { header: accepted.header, dossier: {}, phase: 'ideas', county, now })
          record = received.kind === 'applied' ? received : undefined
          return { kind: 'applied', state: { idea: accepted.state, counter }, facts: accepted.facts }
        },
        save: (before, { state, facts }, once) =>
          // `decide` has refused when there was no idea, and a case is always received anew here.
          ideas.save(before.idea, { kind: 'applied', state: state.idea as IdeaState, facts }, context, {
            once,
            ...(record && { accepted: { record, counter: state.counter } }),
          }),
        present: ({ idea }) => ({ value: { caseId: command.ideaId, caseNumber: idea?.idea.caseNumber } }),
      },
      context,
    )
  }

const changeIdea = (
  { ideas }: IdeaParts,
  ideaId: CaseId,
  context: Context,
  decide: (state: IdeaState) => Transition<IdeaState, IdeaRefusalCode>,
) =>
  perform<IdeaState | undefined, ReturnType<typeof presentIdea> | undefined, IdeaRefusalCode>(
    {
      load: () => ideas.find(ideaId),
      decide: (state) => (state ? decide(state) : refused('ideaNotFound')),
      // `decide` has refused when there was no idea.
      save: (before, change, once) => ideas.save(before, { ...change, state: change.state as IdeaState }, context, { once }),
      present: (state) => (state ? { value: presentIdea(state), version: state.version } : { value: undefined }),
    },
    context,
  )

export const createMergeIdea =
  (parts: IdeaParts) => async (command: { ideaId: CaseId; into: CaseId; reason: string }, context: Context) => {
    const into = await parts.ideas.find(command.into)
    return changeIdea(parts, command.ideaId, context, (state) => mergeIdea(state, into, command))
  }

export const createAnswerIdea = (parts: IdeaParts) => (command: { ideaId: CaseId; answer: string }, context: Context) =>
  changeIdea(parts, command.ideaId, context, (state) => answerIdea(state, command.answer))
