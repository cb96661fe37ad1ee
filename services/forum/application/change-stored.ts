import { caseId } from '#contracts/ids.ts'
import type { CaseId } from '#contracts/ids.ts'
import { refused } from '#lambda/outcome.ts'
import type { Applied, Refused, Transition } from '#lambda/outcome.ts'
import { perform, performOn } from '#lambda/perform.ts'
import type { Put } from '#lambda/table.ts'
import type { Context, UnitOfWork } from '#lambda/unit-of-work.ts'
import { checkDailyUse } from '../domain/daily-use.ts'
import type { DailyUse } from '../domain/daily-use.ts'
import type { LimitedAct } from '../domain/forum-limits.ts'
import type { DailyUses } from './daily-uses.ts'
import type { Stored } from './documents.ts'

/** What belongs to no case is the subject of its own events, and has a journal of its own. */
export const subjectOf = (id: string): CaseId => caseId.parse(id)

interface Change<T, View, Code extends string, Missing extends string> {
  readonly unitOfWork: UnitOfWork
  /** What the events are about. */
  readonly subject: CaseId
  /** Undefined when it is not there, or not for the caller's eyes. */
  readonly load: () => Promise<Stored<T> | undefined>
  readonly missing: Missing
  /** The version that the caller has read; undefined where the change does not overwrite what others wrote. */
  readonly ifMatch?: number
  readonly decide: (before: T) => Transition<T, Code>
  readonly put: (value: T, version: number) => Put
  /** Rows that change in the same transaction. */
  readonly alsoPut?: (before: T, after: T) => readonly Put[]
  readonly present: (after: T) => View
}

/** One change of something that is there. */
export const changeStored = <T, View, Code extends string, Missing extends string>(
  { unitOfWork, subject, load, missing, ifMatch, decide, put, alsoPut, present }: Change<T, View, Code, Missing>,
  context: Context,
) =>
  performOn(
    {
      load,
      missing,
      decide: (before): Transition<Stored<T>, Code | 'staleVersion'> => {
        if (ifMatch !== undefined && before.version !== ifMatch) return refused('staleVersion')
        const decided = decide(before.value)
        return decided.kind === 'applied' ? { ...decided, state: { value: decided.state, version: before.version + 1 } } : decided
      },
      save: (before, { state, facts }, once) =>
        unitOfWork.save(
          {
            caseId: subject,
            puts: [put(state.value, before.version), ...(alsoPut?.(before.value, state.value) ?? [])],
            facts,
            once,
          },
          context,
        ),
      present: ({ value, version }: Stored<T>) => ({ value: present(value), version }),
    },
    context,
  )

interface Creation<T, View, Code extends string> {
  readonly unitOfWork: UnitOfWork
  readonly subject: CaseId
  readonly uses: DailyUses
  /** Counted against the person's day. */
  readonly by: string
  readonly act: LimitedAct
  readonly create: () => Applied<T> | Refused<Code>
  readonly puts: (created: T) => readonly Put[]
  readonly present: (created: T) => View
}

interface Created<T> {
  readonly use: DailyUse
  readonly created?: T
}

/** One new thing, as long as the person has not made too many today. */
export const createStored = <T, View, Code extends string>(
  { unitOfWork, subject, uses, by, act, create, puts, present }: Creation<T, View, Code>,
  context: Context,
) =>
  perform(
    {
      load: async (): Promise<Created<T>> => ({ use: await uses.find(by, act, context.now) }),
      decide: ({ use }): Applied<Created<T>> | Refused<Code | 'dailyLimitReached'> => {
        const limited = checkDailyUse(use)
        if (limited) return limited
        const decided = create()
        return decided.kind === 'applied' ? { ...decided, state: { use, created: decided.state } } : decided
      },
      save: ({ use }, { state: { created }, facts }, once) => {
        if (created === undefined) throw new Error('nothing was created')
        return unitOfWork.save({ caseId: subject, puts: [...puts(created), uses.put(use, context.now)], facts, once }, context)
      },
      present: ({ created }) => {
        if (created === undefined) throw new Error('nothing was created')
        return { value: present(created), version: 1 }
      },
    },
    context,
  )
