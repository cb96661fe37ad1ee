import * as restate from '@restatedev/restate-sdk'
import type { Ring } from '../../caseflow/ring.ts'
import { emit, refuse, timeOf } from './event.ts'
import { createPhaseHandlers, phaseOptions } from './phase-object.ts'
import type { Header } from './phase-object.ts'

interface Submission {
  readonly status: 'submitted' | 'accepted'
  readonly title: string
}

/** Hands out case numbers, one at a time for the whole county. */
export const caseNumbers = restate.object({
  name: 'caseNumbers',
  handlers: {
    next: async (ctx: restate.ObjectContext): Promise<number> => {
      const number = ((await ctx.get<number>('last')) ?? 0) + 1
      ctx.set('last', number)
      return number
    },
  },
})

/** The first phase, with the way in on top of what every phase has. */
export const createIdeasObject = (ring: Ring) => {
  const handlers = createPhaseHandlers('ideas', ring)
  return restate.object({
    name: 'ideas',
    options: phaseOptions,
    handlers: {
      ...handlers,

      submit: async (ctx: restate.ObjectContext, { actor, ...body }: { actor: string; title: string }) => {
        const occasion = { source: 'ideas', caseId: ctx.key, actor, time: await timeOf(ctx) }
        ctx.set('submission', { ...body, status: 'submitted' } satisfies Submission)
        emit(ctx, 'idea-submitted', occasion, { ideaId: ctx.key, title: body.title }, 'ideas')
        return { ideaId: ctx.key }
      },

      accept: async (ctx: restate.ObjectContext, { actor, organisation }: { actor: string; organisation: string }) => {
        const submission = (await ctx.get<Submission>('submission')) ?? refuse(404, 'ideaNotFound')
        if (submission.status !== 'submitted') refuse(409, 'ideaAlreadyTriaged')
        const number = await ctx.objectClient(caseNumbers, '2026').next()
        const occasion = { source: 'ideas', caseId: ctx.key, actor, time: await timeOf(ctx) }
        const caseNumber = `KLM-2026-${String(number).padStart(4, '0')}`
        const header: Header = { caseId: ctx.key, caseNumber, title: submission.title, organisation }
        ctx.set('submission', { ...submission, status: 'accepted' })
        emit(ctx, 'idea-accepted', occasion, { case: header }, 'ideas')
        await handlers.receive(ctx, { header, dossier: {}, actor })
        return { caseId: ctx.key }
      },
    },
  })
}
