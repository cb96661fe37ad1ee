import { at } from '../../../api/client.ts'
import { isMarketMember } from '../../../session/user.ts'
import type { Visit } from '../../../visit.ts'

/** Members read what they have said themselves too; everybody else reads what all may. */
export const dialogueAddress = ({ user }: Visit, dialogueId: string): string =>
  isMarketMember(user) ? at`/v1/forum/dialogues/${dialogueId}/member-view` : at`/v1/forum/dialogues/${dialogueId}`
