import { caseId } from '#contracts/ids.ts'
import type { CaseId } from '#contracts/ids.ts'
import { createDynamoTable } from '#lambda/dynamo-table.ts'
import { entryPrefix, headKey, insightIndexes, partitionOf } from '../../services/insight/adapters/insight-table.ts'
import { createVerifyJournal } from '../../services/insight/application/verify-journal.ts'
import { insightParts } from '../../services/insight/lambda/functions.ts'
import type { Instance } from './instance.ts'
import { readRows, textOf } from './stored-row.ts'

export interface JournalSum {
  readonly journals: number
  readonly entries: number
  /** One line for each chain that is not as it was written. */
  readonly broken: readonly string[]
}

/** Every case that has a journal or a part of one; by the rows themselves, for an index may come after. */
const findJournals = async ({ dynamo, tableOf }: Instance): Promise<readonly CaseId[]> => {
  const start = partitionOf('' as CaseId) // the part of the key that all cases share
  const found = new Set<CaseId>()
  for await (const row of readRows(dynamo, tableOf('insight'))) {
    const isOfJournal = textOf(row, 'sk') === headKey || textOf(row, 'sk').startsWith(entryPrefix)
    if (isOfJournal) found.add(caseId.parse(textOf(row, 'pk').slice(start.length)))
  }
  return [...found].toSorted()
}

/** Verifies the chain of every case's journal, by the function that insight answers verifications with. */
export const verifyJournals = async (instance: Instance): Promise<JournalSum> => {
  const { dynamo, tableOf, county } = instance
  const verify = createVerifyJournal(insightParts({ county }, createDynamoTable(dynamo, tableOf('insight'), insightIndexes)))
  const journals = await findJournals(instance)
  let entries = 0
  const broken: string[] = []
  for (const id of journals) {
    const verdict = await verify({ caseId: id })
    if (verdict.kind !== 'answer') broken.push(`${id}  BROKEN  the journal could not be verified.`)
    else {
      entries += verdict.value.entries
      const { brokenAt } = verdict.value
      if (brokenAt) broken.push(`${id}  BROKEN  at entry ${brokenAt.sequence}: ${brokenAt.why.en}`)
    }
  }
  return { journals: journals.length, entries, broken }
}

export const tellJournals = ({ journals, entries, broken }: JournalSum): readonly string[] => [
  ...broken,
  `${journals} journals, ${entries} entries, ${broken.length === 0 ? 'all intact' : `${broken.length} BROKEN`}.`,
]
