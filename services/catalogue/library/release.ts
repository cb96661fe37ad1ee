import type { LibraryRelease } from '../domain/library/install-release.ts'
import { accessibility } from './accessibility.ts'
import { exit } from './exit.ts'
import { functional } from './functional.ts'
import { informationSecurity } from './information-security.ts'
import { medicalDevice } from './medical-device.ts'
import { operation } from './operation.ts'
import { privacy } from './privacy.ts'
import { semanticInteroperability } from './semantic-interoperability.ts'
import { technicalInteroperability } from './technical-interoperability.ts'

/**
 * The library as it ships. Count the release up with every change of its content: a county that has a newer one does not go
 * back. A number is never used for another requirement; one that is no longer wanted gets a last day.
 */
export const libraryRelease: LibraryRelease = {
  release: 1,
  requirements: [
    ...functional,
    ...technicalInteroperability,
    ...semanticInteroperability,
    ...informationSecurity,
    ...privacy,
    ...accessibility,
    ...medicalDevice,
    ...operation,
    ...exit,
  ],
}
