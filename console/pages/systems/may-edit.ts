import { hasRole } from '../../session/user.ts'
import type { Visit } from '../../visit.ts'

/** The organisation whose systems the visitor keeps: one's own and no other, as the service sees to. */
export const keptOrganisation = ({ user, county }: Visit): string | undefined =>
  hasRole(user, 'systemMapEditor') ? county.organisations.find(({ id }) => id === user?.organisation)?.id : undefined
