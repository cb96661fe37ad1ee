import type { CaseId, OrganisationId } from '#contracts/ids.ts'
import { applied } from '#lambda/outcome.ts'
import type { Transition } from '#lambda/outcome.ts'
import { performOn } from '#lambda/perform.ts'
import type { Context } from '#lambda/unit-of-work.ts'
import { openRecord } from '#phase/domain/receive-case.ts'
import { numberCase, yearOf } from '../domain/case-number.ts'
import type { IdeaState } from '../domain/idea.ts'
import { acceptIdea, answerIdea, mergeIdea } from '../domain/triage-idea.ts'
import type { IdeaRefusalCode } from '../refusals.ts'
import type { IdeaParts } from './idea-parts.ts'
import { presentIdea } from './present-idea.ts'

/** The idea becomes a case with the next number; idea, case and counter change in one transaction. */
export const createAcceptIdea =
  ({ ideas, county }: IdeaParts) =>
  (command: { ideaId: CaseId; organisation: OrganisationId; title?: string | undefined }, context: Context) => {
    const { now } = context
    return performOn(
      {
        load: async () => {
          const [idea, counter] = await Promise.all([ideas.find(command.ideaId), ideas.findCounter(yearOf(now))])
          return idea && { idea, counter }
        },
        missing: 'ideaNotFound',
        decide: ({ idea, counter }) => {
          const caseNumber = numberCase(county, counter.year, counter.used + 1)
          const accepted = acceptIdea(idea, { ...command, caseNumber }, { county, now })
          if (accepted.kind === 'refused') return accepted
          const record = openRecord({ header: accepted.header, dossier: {}, phase: 'ideas', county, now })
          return { ...applied({ idea: accepted.state, counter }, ...accepted.facts), record }
        },
        save: (before, { state, facts, record }, once) =>
          ideas.save(before.idea, applied(state.idea, ...facts), context, { once, accepted: { record, counter: state.counter } }),
        present: ({ idea }) => ({ value: { caseId: command.ideaId, caseNumber: idea.idea.caseNumber } }),
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
  performOn(
    {
      load: () => ideas.find(ideaId),
      missing: 'ideaNotFound',
      decide,
      save: (before, change, once) => ideas.save(before, change, context, { once }),
      present: (state) => ({ value: presentIdea(state), version: state.version }),
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
