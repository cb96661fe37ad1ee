import type { Fact } from '#contracts/event.ts'
import { applied } from '#lambda/outcome.ts'
import type { Applied } from '#lambda/outcome.ts'
import type { CaseRecord, RecordHead } from './case-record.ts'

/** The record with some of its head changed, one version on. */
export const changed = (
  record: CaseRecord,
  head: Partial<RecordHead>,
  facts: readonly Fact[],
  sections: CaseRecord['sections'] = record.sections,
): Applied<CaseRecord> =>
  applied({ ...record, head: { ...record.head, ...head }, version: record.version + 1, sections }, ...facts)
