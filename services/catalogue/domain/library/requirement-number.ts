import { libraryRequirementId } from '#contracts/ids.ts'
import type { LibraryRequirementId } from '#contracts/ids.ts'
import type { LibraryKind } from '#contracts/requirement-library.ts'
import { libraryLimits } from './library-limits.ts'

/** A requirement is named after its kind: `KB-SEC-012`. It keeps its name although its kind is changed later. */
export const areaOfKind = {
  functional: 'FUN',
  technicalInteroperability: 'INT',
  semanticInteroperability: 'SEM',
  informationSecurity: 'SEC',
  privacy: 'PRI',
  accessibility: 'ACC',
  medicalDevice: 'MED',
  operation: 'OPE',
  exit: 'EXI',
} as const satisfies Record<LibraryKind, string>

/** The number before the first that a county gives: its own begin where the library's releases never come. */
export const noOwnNumber: number = libraryLimits.firstOwnNumber - 1

/** The name of a county's next own requirement of a kind; undefined when the numbers are used up. */
export const ownIdAfter = (kind: LibraryKind, last: number): LibraryRequirementId | undefined =>
  last >= libraryLimits.lastNumber ? undefined : libraryRequirementId.parse(`KB-${areaOfKind[kind]}-${last + 1}`)
