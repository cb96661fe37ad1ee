import type { Runtime } from '#lambda/runtime.ts'
import { createScheduled } from '#lambda/schedule.ts'
import type { Table } from '#lambda/table.ts'
import { createLibraryTable } from '../adapters/library-table.ts'
import { createExpireEvaluations } from '../application/evaluations/expire-evaluations.ts'
import { createInstallLibrary } from '../application/library/install-library.ts'
import { libraryRelease } from '../library/release.ts'
import { catalogueParts, catalogueTable } from './parts.ts'

/** A table can be given, for tests that need no database. The library's content is here and in no api function: it is large. */
export const create = (runtime: Runtime, table: Table = catalogueTable(runtime)) => {
  const parts = catalogueParts(runtime, table)
  const installLibrary = createInstallLibrary({ library: createLibraryTable(table, parts.unitOfWork) })
  return createScheduled({
    ...runtime,
    service: 'catalogue',
    jobs: {
      'expire-evaluations': createExpireEvaluations(parts.offer),
      'install-library': (context) => installLibrary(libraryRelease, context),
    },
  })
}
