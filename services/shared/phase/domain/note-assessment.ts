import type { AssessmentSnapshot } from '#contracts/assessment.ts'
import type { AssessmentKind } from '#contracts/words.ts'
import { unchanged } from '#lambda/outcome.ts'
import type { Transition } from '#lambda/outcome.ts'
import type { CaseRecord, RecordHead } from './case-record.ts'
import { changed } from './change-record.ts'

/**
 * What benefits has told of the phase's assessment, until the phase is left. Late and repeated messages change
 * nothing. News while a decision is pending is for the next round: what is decided on was frozen apart.
 */
const isNews = (head: RecordHead, version: number): boolean =>
  head.status !== 'handedOver' && head.status !== 'closed' && version > (head.assessment?.version ?? 0)

export const noteAssessmentCompleted = (record: CaseRecord, snapshot: AssessmentSnapshot): Transition<CaseRecord, never> =>
  isNews(record.head, snapshot.version) ? changed(record, { assessment: snapshot }, []) : unchanged

export const noteAssessmentReopened = (
  record: CaseRecord,
  { kind, version }: { kind: AssessmentKind; version: number },
): Transition<CaseRecord, never> => {
  const { assessment, ...head } = record.head
  return assessment?.kind === kind && isNews(record.head, version)
    ? { kind: 'applied', state: { ...record, head, version: record.version + 1 }, facts: [] }
    : unchanged
}
