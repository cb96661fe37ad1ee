import * as restate from '@restatedev/restate-sdk'
import type { Ring } from '../../caseflow/ring.ts'
import { bells } from '../../caseflow/step.ts'
import { gateOf } from '../../../services/shared/contracts/flow.ts'
import type { Phase } from '../../../services/shared/contracts/words.ts'
import { gatedInBare, nextPhase } from '../phase-names.ts'
import { send, timeOf } from './event.ts'

interface Carried {
  readonly text: string
}

interface AuditEntry {
  readonly name: 'entered' | 'decided'
  readonly phase: Phase
  readonly time: string
}

export const bareName = (phase: Phase): string => `bare-${phase}`

/** CASEFLOW-7/5 in Restate's own idiom: one invocation for each phase, which itself waits at the gate. */
export const createBareObject = (phase: Phase, ring: Ring) =>
  restate.object({
    name: bareName(phase),
    handlers: {
      enter: async (ctx: restate.ObjectContext, carried: Carried): Promise<void> => {
        const next = nextPhase(phase)
        ctx.set('record', carried)
        ctx.set('audit-entered', { name: 'entered', phase, time: await timeOf(ctx) } satisfies AuditEntry)
        let goesOn = carried
        if (gatedInBare.includes(phase)) {
          const { id, promise } = ctx.awakeable<Carried>()
          ring(ctx.key, bells.gateOpen(gateOf[phase], 1), id)
          goesOn = await promise
          ctx.set('record', goesOn)
          ctx.set('audit-decided', { name: 'decided', phase, time: await timeOf(ctx) } satisfies AuditEntry)
        }
        if (next) send(ctx, bareName(next), ctx.key, 'enter', goesOn)
        else ring(ctx.key, bells.completed)
      },

      audit: restate.handlers.object.shared(async (ctx: restate.ObjectSharedContext): Promise<{ entries: AuditEntry[] }> => {
        const found = [await ctx.get<AuditEntry>('audit-entered'), await ctx.get<AuditEntry>('audit-decided')]
        return { entries: found.filter((entry) => entry !== null) }
      }),
    },
  })
