import type * as restate from '@restatedev/restate-sdk'
import type { Ring } from '../../caseflow/ring.ts'
import { bells } from '../../caseflow/step.ts'
import { gateOf } from '../../../services/shared/contracts/flow.ts'
import type { Phase } from '../../../services/shared/contracts/words.ts'
import { nextPhase } from '../phase-names.ts'
import { emit, refuse, send, sha256, timeOf } from './event.ts'
import type { Occasion } from './event.ts'
import type { Decision, GateRequest } from './gate-workflow.ts'

/** A phase as a virtual object: one for each case, so that Restate lets one change at a time through. */

interface SectionState {
  readonly version: number
  readonly status: string
  readonly digest: string
  readonly savedAt: string
  readonly savedBy: string
}

interface Opinion {
  readonly id: string
  readonly unit: string
  readonly question: string
  readonly answer?: string
  readonly comment?: string
}

export interface Header {
  readonly caseId: string
  readonly caseNumber: string
  readonly title: string
  readonly organisation: string
}

interface CaseRecord {
  readonly version: number
  readonly status: 'received' | 'inProgress' | 'awaitingDecision' | 'handedOver' | 'closed'
  readonly header: Header
  readonly dossier: Readonly<Record<string, unknown>>
  readonly assignee?: string
  readonly sections: Readonly<Record<string, SectionState>>
  readonly opinions: readonly Opinion[]
  readonly assessment?: unknown
  readonly round: number
  readonly handsOver?: unknown
  readonly digest?: string
}

interface By {
  readonly actor: string
}

export interface HandOver extends By {
  readonly header: Header
  readonly dossier: Readonly<Record<string, unknown>>
}

export const createPhaseHandlers = (phase: Phase, ring: Ring) => {
  const occasionOf = async (ctx: restate.ObjectContext, actor: string): Promise<Occasion> => ({
    source: phase,
    caseId: ctx.key,
    actor,
    time: await timeOf(ctx),
  })

  const find = async (ctx: restate.ObjectSharedContext): Promise<CaseRecord> =>
    (await ctx.get<CaseRecord>('record')) ?? refuse(404, 'caseNotFound')

  const write = (ctx: restate.ObjectContext, before: CaseRecord, changes: Partial<CaseRecord>): CaseRecord => {
    const after = { ...before, ...changes, version: before.version + 1 }
    ctx.set('record', after)
    return after
  }

  const receive = async (ctx: restate.ObjectContext, { header, dossier, actor }: HandOver): Promise<void> => {
    if (await ctx.get('record')) return
    const occasion = await occasionOf(ctx, actor)
    ctx.set('record', {
      version: 1,
      status: 'received',
      header,
      dossier,
      sections: {},
      opinions: [],
      round: 0,
    } satisfies CaseRecord)
    emit(ctx, 'case-received', occasion, { case: header, phase }, phase)
    send(ctx, 'benefits', ctx.key, 'heard', { kind: 'case-received', phase, actor })
    ring(ctx.key, bells.received(phase))
  }

  return {
    receive,

    assign: async (ctx: restate.ObjectContext, { actor }: By) => {
      const before = await find(ctx)
      if (before.status !== 'received') refuse(409, 'wrongStatus')
      const occasion = await occasionOf(ctx, actor)
      const { version } = write(ctx, before, { status: 'inProgress', assignee: actor })
      emit(ctx, 'case-assigned', occasion, { phase, assignee: actor }, phase)
      return { version }
    },

    saveSection: async (
      ctx: restate.ObjectContext,
      {
        section,
        version: expected,
        status,
        content,
        actor,
      }: By & { section: string; version: number; status: string; content: unknown },
    ) => {
      const before = await find(ctx)
      if (before.status !== 'inProgress' && before.status !== 'handedOver') refuse(409, 'recordLocked')
      if ((before.sections[section]?.version ?? 0) !== expected) refuse(412, 'staleVersion')
      const occasion = await occasionOf(ctx, actor)
      const version = expected + 1
      const state: SectionState = {
        version,
        status,
        digest: sha256(JSON.stringify(content)),
        savedAt: occasion.time,
        savedBy: actor,
      }
      ctx.set(`section-${section}`, content)
      ctx.set(`history-${section}-${version}`, { ...state, content })
      write(ctx, before, { sections: { ...before.sections, [section]: state } })
      emit(ctx, 'section-saved', occasion, { phase, section, version, status, digest: state.digest }, phase)
      return { version }
    },

    askOpinion: async (ctx: restate.ObjectContext, { unit, question, actor }: By & { unit: string; question: string }) => {
      const before = await find(ctx)
      if (before.status !== 'inProgress') refuse(409, 'recordLocked')
      const occasion = await occasionOf(ctx, actor)
      const id = ctx.rand.uuidv4()
      const { version, opinions } = write(ctx, before, { opinions: [...before.opinions, { id, unit, question }] })
      emit(ctx, 'opinion-requested', occasion, { phase, opinionId: id, unit, question }, phase)
      return { version, opinions }
    },

    answerOpinion: async (
      ctx: restate.ObjectContext,
      { opinion: id, answer, comment, actor }: By & { opinion: string; answer: string; comment: string },
    ) => {
      const before = await find(ctx)
      const asked = before.opinions.find((opinion) => opinion.id === id) ?? refuse(404, 'opinionNotFound')
      if (before.status !== 'inProgress' || asked.answer !== undefined) refuse(409, 'recordLocked')
      const occasion = await occasionOf(ctx, actor)
      const { version, opinions } = write(ctx, before, {
        opinions: before.opinions.map((opinion) => (opinion.id === id ? { ...opinion, answer, comment } : opinion)),
      })
      emit(ctx, 'opinion-given', occasion, { phase, opinionId: id, unit: asked.unit, answer }, phase)
      return { version, opinions }
    },

    // One at a time like the changes, so that whoever reads sees the one that has just been made.
    readCase: async (ctx: restate.ObjectContext) => find(ctx),

    requestDecision: async (
      ctx: restate.ObjectContext,
      { version: expected, criteria, handsOver, actor }: By & { version: number; criteria: unknown; handsOver: unknown },
    ) => {
      const before = await find(ctx)
      if (before.status !== 'inProgress') refuse(409, 'wrongStatus')
      if (before.version !== expected) refuse(412, 'staleVersion')
      const occasion = await occasionOf(ctx, actor)
      const round = before.round + 1
      const evidence = {
        case: before.header,
        phase,
        gate: gateOf[phase],
        round,
        frozenAt: occasion.time,
        frozenBy: actor,
        sections: Object.entries(before.sections).map(([key, { version, status, digest }]) => ({ key, version, status, digest })),
        opinions: before.opinions,
        assessment: before.assessment,
        criteria,
      }
      const digest = sha256(JSON.stringify(evidence))
      const requestId = `${ctx.key}-${gateOf[phase]}-${round}`
      ctx.set(`history-evidence-${round}`, evidence)
      const { version } = write(ctx, before, { status: 'awaitingDecision', round, digest, handsOver })
      emit(ctx, 'decision-requested', occasion, { requestId, evidence, digest }, phase)
      send(ctx, 'gates', requestId, 'run', {
        caseId: ctx.key,
        phase,
        gate: gateOf[phase],
        round,
        evidence,
        digest,
      } satisfies GateRequest)
      send(ctx, 'benefits', ctx.key, 'heard', {
        kind: 'decision-requested',
        phase,
        actor,
        assessment: before.assessment,
        requestId,
      })
      return { version }
    },

    noteAssessment: async (ctx: restate.ObjectContext, { snapshot }: { snapshot: unknown }): Promise<void> => {
      const before = await find(ctx)
      if (before.status === 'inProgress') write(ctx, before, { assessment: snapshot })
      ring(ctx.key, bells.assessed(phase))
    },

    decided: async (ctx: restate.ObjectContext, { decision, round }: { decision: Decision; round: number }): Promise<void> => {
      const before = await find(ctx)
      if (before.status !== 'awaitingDecision' || before.round !== round || before.digest !== decision.evidenceDigest) return
      const actor = decision.decidedBy
      const occasion = await occasionOf(ctx, actor)
      const next = nextPhase(phase)
      const { outcome } = decision.ruling
      write(ctx, before, { status: outcome === 'go' ? 'handedOver' : 'inProgress' })
      if (outcome !== 'go') {
        emit(ctx, 'case-returned', occasion, { phase, round, why: 'revised', missing: decision.ruling.missing }, phase)
        send(ctx, 'benefits', ctx.key, 'heard', { kind: 'case-returned', phase, actor })
      } else if (next) {
        const { header } = before
        const dossier = { ...before.dossier, [phase]: before.handsOver }
        emit(ctx, 'case-handed-over', occasion, { case: header, from: phase, to: next, dossier }, next)
        send(ctx, next, ctx.key, 'receive', { header, dossier, actor } satisfies HandOver)
      } else {
        emit(ctx, 'case-completed', occasion, { phase }, phase)
        send(ctx, 'benefits', ctx.key, 'heard', { kind: 'case-completed', phase, actor })
      }
      ring(ctx.key, bells.decided(phase, round))
    },
  }
}

// Section contents and their history are many and large, and no handler reads them all.
export const phaseOptions = { enableLazyState: true } as const
