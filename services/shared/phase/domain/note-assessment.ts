import type { AssessmentSnapshot } from '#contracts/assessment.ts'
import { assessmentOf } from '#contracts/flow.ts'
import type { AssessmentKind } from '#contracts/words.ts'
import { unchanged } from '#lambda/outcome.ts'
import type { Transition } from '#lambda/outcome.ts'
import type { CaseRecord, RecordHead } from './case-record.ts'
import { changed } from './change-record.ts'

/**
 * What benefits has told of the phase's assessment, until the phase is left. Late and repeated messages change
 * nothing. News while a decision is pending is for the next round: what is decided on was frozen apart.
 */
const isNews = (head: RecordHead, kind: AssessmentKind, version: number): boolean =>
  kind === assessmentOf[head.phase] &&
  head.status !== 'handedOver' &&
  head.status !== 'closed' &&
  version > (head.assessmentHeardOf ?? 0)

export const noteAssessmentCompleted = (record: CaseRecord, snapshot: AssessmentSnapshot): Transition<CaseRecord, never> =>
  isNews(record.head, snapshot.kind, snapshot.version)
    ? changed({ ...record, assessment: snapshot }, { assessmentHeardOf: snapshot.version }, [])
    : unchanged

export const noteAssessmentReopened = (
  record: CaseRecord,
  { kind, version }: { kind: AssessmentKind; version: number },
): Transition<CaseRecord, never> =>
  isNews(record.head, kind, version)
    ? changed({ ...record, assessment: undefined }, { assessmentHeardOf: version }, [])
    : unchanged
