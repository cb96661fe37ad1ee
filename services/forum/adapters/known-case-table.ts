import type { CaseId } from '#contracts/ids.ts'
import type { Key, Table } from '#lambda/table.ts'
import type { UnitOfWork } from '#lambda/unit-of-work.ts'
import type { KnownCaseRepository } from '../application/known-cases.ts'
import { knownCase } from '../domain/known-case.ts'

/** CASE#<id>  KNOWN   what the forum knows of a case   (version) */
const keyOf = (id: CaseId): Key => ({ pk: `CASE#${id}`, sk: 'KNOWN' })

export const createKnownCaseTable = (table: Table, unitOfWork: UnitOfWork): KnownCaseRepository => ({
  find: async (id) => {
    const item = await table.get(keyOf(id))
    return item && { known: knownCase.parse(item.body), version: item.version ?? 0 }
  },

  save: ({ known, version, once }, context) =>
    unitOfWork.save(
      {
        caseId: known.case.caseId,
        puts: [
          {
            item: { ...keyOf(known.case.caseId), version: version + 1, body: known },
            expects: version === 0 ? 'absent' : { version },
          },
        ],
        facts: [],
        once,
      },
      context,
    ),
})
