import type { RedriveId } from '#contracts/ids.ts'
import { answer, refused } from '#lambda/outcome.ts'
import { presentRedrive } from './present-redrive.ts'
import type { RedriveRepository } from './redrive-repository.ts'

export const createReadRedrive =
  (redrives: RedriveRepository) =>
  async ({ redriveId }: { redriveId: RedriveId }) => {
    const stored = await redrives.find(redriveId)
    return stored ? answer(presentRedrive(stored.redrive)) : refused('redriveNotFound')
  }

/** The newest first. */
export const createListRedrives =
  (redrives: RedriveRepository) => async (page: { limit: number; cursor?: string | undefined }) => {
    const { redrives: found, cursor } = await redrives.list(page)
    return { ...answer({ redrives: found.map(presentRedrive) }), ...(cursor !== undefined && { cursor }) }
  }
