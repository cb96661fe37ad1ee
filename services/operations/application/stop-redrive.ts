import type { RedriveId } from '#contracts/ids.ts'
import { refused } from '#lambda/outcome.ts'
import type { Context } from '#lambda/unit-of-work.ts'
import { heldBy } from '../domain/queue-status.ts'
import { requestStop } from '../domain/redrive.ts'
import { changeRedrive } from './change-redrive.ts'
import type { RedriveParts } from './operations-parts.ts'

/** What is under way is finished within seconds; then no more is moved. What has been moved stays moved. */
export const createStopRedrive =
  ({ queues, redrives }: Pick<RedriveParts, 'queues' | 'redrives'>) =>
  async ({ redriveId }: { redriveId: RedriveId }, context: Context) => {
    const stored = await redrives.find(redriveId)
    if (!stored) return refused('redriveNotFound')
    const counts = await queues.count(stored.redrive.queue)
    const left = counts ? heldBy(counts) : 0
    return changeRedrive(redrives, redriveId, (redrive) => requestStop(redrive, left, context.now), context)
  }
