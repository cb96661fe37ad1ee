import { createApi } from '#lambda/api.ts'
import type { Handlers } from '#lambda/api.ts'
import type { Runtime } from '#lambda/runtime.ts'
import { phaseTable } from '#phase/lambda/functions.ts'
import { phaseHandlers } from '#phase/lambda/handlers.ts'
import type { PhaseDefinition } from '#phase/phase.ts'
import type { IdeaParts } from '../application/idea-parts.ts'
import { createRankCases } from '../application/rank-cases.ts'
import { createListIdeas, createReadIdea, createReadReceipt } from '../application/read-ideas.ts'
import { createSubmitIdea } from '../application/submit-idea.ts'
import { createAcceptIdea, createAnswerIdea, createMergeIdea } from '../application/triage-idea.ts'
import { ideas } from '../phase.ts'
import { ideaProblems } from '../refusals.ts'
import { ideaRoutes } from '../routes.ts'
import type { IdeaRoutes } from '../routes.ts'
import { ideaParts } from './functions.ts'

const handlers = (parts: IdeaParts): Handlers<IdeaRoutes, keyof typeof ideaProblems> => {
  const submitIdea = createSubmitIdea(parts)
  const readReceipt = createReadReceipt(parts)
  const listIdeas = createListIdeas(parts)
  const readIdea = createReadIdea(parts)
  const acceptIdea = createAcceptIdea(parts)
  const mergeIdea = createMergeIdea(parts)
  const answerIdea = createAnswerIdea(parts)
  const rankCases = createRankCases(parts)
  return {
    ...phaseHandlers(parts),
    submitIdea: ({ body, context }) => submitIdea(body, context),
    readReceipt: ({ parameters }) => readReceipt(parameters),
    listIdeas: ({ query }) => listIdeas(query),
    readIdea: ({ parameters }) => readIdea(parameters),
    acceptIdea: ({ parameters, body, context }) => acceptIdea({ ...parameters, ...body }, context),
    mergeIdea: ({ parameters, body, context }) => mergeIdea({ ...parameters, ...body }, context),
    answerIdea: ({ parameters, body, context }) => answerIdea({ ...parameters, ...body }, context),
    rankCases: () => rankCases(),
  }
}

/** The table and the phase can be given, for tests and benchmarks. */
export const create = (runtime: Runtime, table = phaseTable(runtime), phase: PhaseDefinition = ideas) =>
  createApi({
    ...runtime,
    service: 'ideas',
    routes: ideaRoutes,
    problems: ideaProblems,
    handlers: handlers(ideaParts(runtime, table, phase)),
    table,
  })
