import type { RedriveId } from '#contracts/ids.ts'
import type { Transition } from '#lambda/outcome.ts'
import { performOn } from '#lambda/perform.ts'
import type { Context } from '#lambda/unit-of-work.ts'
import type { Redrive } from '../domain/redrive.ts'
import { presentRedrive } from './present-redrive.ts'
import type { QueueUse, RedriveRepository, StoredRedrive } from './redrive-repository.ts'

interface Loaded extends StoredRedrive {
  readonly use: QueueUse
}

/** One change of a redrive; with its end the queue is free for the next. */
export const changeRedrive = <Code extends string>(
  redrives: RedriveRepository,
  id: RedriveId,
  decide: (redrive: Redrive) => Transition<Redrive, Code>,
  context: Context,
) =>
  performOn(
    {
      load: async (): Promise<Loaded | undefined> => {
        const stored = await redrives.find(id)
        return stored && { ...stored, use: await redrives.findUse(stored.redrive.queue) }
      },
      missing: 'redriveNotFound' as const,
      decide: (before) => {
        const decided = decide(before.redrive)
        return decided.kind === 'applied' ? { ...decided, state: { ...before, redrive: decided.state } } : decided
      },
      save: ({ version, use }, { state: { redrive }, facts }, once) =>
        redrives.save(
          {
            redrive,
            version,
            use: redrive.status === 'ended' && use.redriveId === id ? { ...use, redriveId: undefined } : use,
            facts,
            once,
          },
          context,
        ),
      present: ({ redrive }) => ({ value: presentRedrive(redrive) }),
    },
    context,
  )
