import type { LibraryRepository } from './library-repository.ts'

export interface LibraryParts {
  readonly library: LibraryRepository
}
