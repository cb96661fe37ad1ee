import { at } from '../../../api/client.ts'
import type { Visit } from '../../../visit.ts'
import { memberAddress } from '../member-address.ts'

/** Members read what they have said themselves too; everybody else reads what all may. */
export const dialogueAddress = (visit: Visit, dialogueId: string): string =>
  memberAddress(visit, at`/v1/forum/dialogues/${dialogueId}`)
