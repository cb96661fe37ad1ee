import { dayOf } from '#calendar/working-days.ts'
import type { Actor } from '#contracts/actor.ts'
import { answer } from '#lambda/outcome.ts'
import { holdersOf } from '../domain/tasks.ts'
import type { Task } from '../domain/tasks.ts'
import type { InsightParts } from './insight-parts.ts'

/** What one person can take in; those due soonest come first, and more follow as these are done. */
const maxTasks = 100

const identityOf = ({ kind, caseId, opinionId }: Task): string => `${kind}#${caseId}#${opinionId ?? ''}`

/**
 * Everything that waits for this person: by name, by role and organisation, by unit and by office. A task that
 * reaches them in two ways is one task; a decision they have a conflict of interest in is none.
 */
export const createListTasks =
  ({ portfolio, county }: InsightParts) =>
  async (actor: Actor, now: string) => {
    const today = dayOf(now)
    const given = await Promise.all(holdersOf(actor, county).map((holder) => portfolio.listTasks(holder, maxTasks + 1)))
    const mine = given.flat().filter(({ barred }) => !barred.includes(actor.subject))
    const tasks = [...new Map(mine.map(({ task }) => [identityOf(task), task])).values()].toSorted((a, b) =>
      `${a.dueOn}${identityOf(a)}` < `${b.dueOn}${identityOf(b)}` ? -1 : 1,
    )
    return answer({
      tasks: tasks.slice(0, maxTasks).map((task) => ({ ...task, isOverdue: task.dueOn < today })),
      hasMore: tasks.length > maxTasks,
    })
  }
