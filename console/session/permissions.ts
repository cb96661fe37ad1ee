import type { Role } from '#contracts/words.ts'
import type { County } from '#counties/county.ts'
import { hasRole } from './user.ts'
import type { User } from './user.ts'

/**
 * What is worth offering a person. The services decide; these only keep buttons away from people whom the service
 * would refuse, by the same rules (services/shared/phase/domain/permissions.ts).
 */

const worksFor = (user: User, organisation: string, county: County): boolean =>
  user.organisation === organisation || user.organisation === county.leadOrganisation

export const mayCarry = (user: User | undefined, organisation: string, owner: Role, county: County): boolean =>
  user !== undefined && hasRole(user, owner, 'caseOfficer') && worksFor(user, organisation, county)

export const mayWrite = (
  user: User | undefined,
  organisation: string,
  section: { writers: readonly Role[] },
  owner: Role,
  county: County,
): boolean => user !== undefined && (hasRole(user, ...section.writers) || mayCarry(user, organisation, owner, county))
