import * as restate from '@restatedev/restate-sdk'
import { emit, refuse, send, timeOf } from './event.ts'

interface Head {
  readonly phase: string
  readonly status: 'open' | 'locked' | 'closed'
}

interface Assessment {
  readonly version: number
  readonly status: 'draft' | 'complete' | 'frozen'
  readonly body: Readonly<Record<string, unknown>>
}

interface Heard {
  readonly kind: string
  readonly phase: string
  readonly actor: string
  readonly requestId?: string
  readonly assessment?: { readonly kind: string; readonly version: number }
}

/** The benefit assessments of a case. */
export const benefits = restate.object({
  name: 'benefits',
  options: { enableLazyState: true },
  handlers: {
    heard: async (ctx: restate.ObjectContext, { kind, phase, actor, requestId, assessment }: Heard): Promise<void> => {
      switch (kind) {
        case 'case-received':
        case 'case-returned':
          ctx.set('head', { phase, status: 'open' } satisfies Head)
          return
        case 'case-completed':
          ctx.set('head', { phase, status: 'closed' } satisfies Head)
          return
        case 'decision-requested': {
          ctx.set('head', { phase, status: 'locked' } satisfies Head)
          if (!assessment) return
          const before = await ctx.get<Assessment>(`assessment-${assessment.kind}`)
          if (!before) return
          ctx.set(`assessment-${assessment.kind}`, { ...before, status: 'frozen' })
          const occasion = { source: 'benefits', caseId: ctx.key, actor, time: await timeOf(ctx) }
          emit(ctx, 'assessment-frozen', occasion, { kind: assessment.kind, version: assessment.version, requestId })
        }
      }
    },

    save: async (
      ctx: restate.ObjectContext,
      { kind, version: expected, actor, ...body }: { kind: string; version: number; actor: string; lines: readonly unknown[] },
    ) => {
      if ((await ctx.get<Head>('head'))?.status !== 'open') refuse(409, 'assessmentNotInTurn')
      if (((await ctx.get<Assessment>(`assessment-${kind}`))?.version ?? 0) !== expected) refuse(412, 'staleVersion')
      const occasion = { source: 'benefits', caseId: ctx.key, actor, time: await timeOf(ctx) }
      const after: Assessment = { version: expected + 1, status: 'draft', body }
      ctx.set(`assessment-${kind}`, after)
      ctx.set(`history-${kind}-${after.version}`, { ...after, savedAt: occasion.time, savedBy: actor })
      emit(ctx, 'assessment-saved', occasion, { kind, version: after.version, lines: body.lines.length })
      return { version: after.version }
    },

    complete: async (ctx: restate.ObjectContext, { kind, version, actor }: { kind: string; version: number; actor: string }) => {
      const head = await ctx.get<Head>('head')
      if (head?.status !== 'open') return refuse(409, 'assessmentNotInTurn')
      const before = await ctx.get<Assessment>(`assessment-${kind}`)
      if (before?.version !== version || before.status !== 'draft') return refuse(412, 'staleVersion')
      const occasion = { source: 'benefits', caseId: ctx.key, actor, time: await timeOf(ctx) }
      const after: Assessment = { ...before, version: version + 1, status: 'complete' }
      ctx.set(`assessment-${kind}`, after)
      ctx.set(`history-${kind}-${after.version}`, { ...after, savedAt: occasion.time, savedBy: actor })
      const snapshot = { ...after.body, kind, version: after.version }
      emit(ctx, 'assessment-completed', occasion, { phase: head.phase, snapshot }, head.phase)
      send(ctx, head.phase, ctx.key, 'noteAssessment', { snapshot })
      return { version: after.version }
    },

    measure: async (ctx: restate.ObjectContext, { actor, ...body }: { actor: string }) => {
      const occasion = { source: 'benefits', caseId: ctx.key, actor, time: await timeOf(ctx) }
      ctx.set(`measurement-${ctx.rand.uuidv4()}`, body)
      emit(ctx, 'measurement-recorded', occasion, body)
      return {}
    },
  },
})
