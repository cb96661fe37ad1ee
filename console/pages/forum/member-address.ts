import { isMarketMember } from '../../session/user.ts'
import type { Visit } from '../../visit.ts'

/**
 * Where somebody reads a thing of the forum. Nobody is asked for a token at a public address, so whoever may see more than
 * all - a draft, a team of one's own, what is hidden - reads it at another.
 */
export const memberAddress = ({ user }: Visit, path: string): string => (isMarketMember(user) ? `${path}/member-view` : path)
