import * as z from 'zod'
import { author } from '#contracts/actor.ts'
import { digest, timestamp } from '#contracts/ids.ts'
import type { CaseId } from '#contracts/ids.ts'
import type { AssessmentKind } from '#contracts/words.ts'
import { answer, refused } from '#lambda/outcome.ts'
import type { BenefitsParts } from './benefits-parts.ts'
import { presentAssessment, presentAssessments, presentOldVersion } from './present-assessment.ts'

/** All four assessments of a case, and which of them can be written now. */
export const createListAssessments =
  ({ repository }: BenefitsParts) =>
  async ({ caseId }: { caseId: CaseId }) => {
    const record = await repository.find(caseId)
    return record ? answer(presentAssessments(record)) : refused('caseNotFound')
  }

/** An assessment as it stands, or as it was in the version asked for. */
export const createReadAssessment =
  ({ repository }: BenefitsParts) =>
  async ({ caseId, kind, version }: { caseId: CaseId; kind: AssessmentKind; version?: number | undefined }) => {
    const record = await repository.find(caseId)
    if (!record) return refused('caseNotFound')
    if (version === undefined) {
      const view = presentAssessment(record, kind)
      return answer(view, view.version)
    }
    const old = await repository.findVersion(caseId, kind, version)
    return old ? answer(presentOldVersion(old, record), old.version) : refused('versionNotFound')
  }

export const versionSummary = z.object({
  version: z.int().positive(),
  status: z.enum(['draft', 'complete']),
  savedAt: timestamp,
  savedBy: author,
  digest: digest.optional(),
})

/** Every version of an assessment with author and time, newest first. */
export const createListAssessmentVersions =
  ({ repository }: BenefitsParts) =>
  async ({ caseId, kind, ...page }: { caseId: CaseId; kind: AssessmentKind; limit: number; cursor?: string | undefined }) => {
    if (!(await repository.find(caseId))) return refused('caseNotFound')
    const { versions, cursor } = await repository.listVersions(caseId, kind, page)
    const summaries = versions.map(({ version, status, savedAt, savedBy, snapshot }): z.infer<typeof versionSummary> => ({
      version,
      status,
      savedAt,
      savedBy,
      ...(snapshot && { digest: snapshot.digest }),
    }))
    return { ...answer({ versions: summaries }), ...(cursor !== undefined && { cursor }) }
  }
