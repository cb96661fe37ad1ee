import * as z from 'zod'
import { author } from '#contracts/actor.ts'
import { digest, timestamp } from '#contracts/ids.ts'
import type { CaseId } from '#contracts/ids.ts'
import { sectionStatus } from '#contracts/words.ts'
import { answer, refused } from '#lambda/outcome.ts'
import type { SavedSection } from '../domain/case-record.ts'
import type { AnySection } from '../section.ts'
import type { PhaseParts } from './phase-parts.ts'

export const sectionContentView = z.object({
  key: z.string(),
  status: sectionStatus,
  version: z.int().nonnegative(),
  content: z.record(z.string(), z.unknown()),
  digest: digest.optional(),
  savedAt: timestamp.optional(),
  savedBy: author.optional(),
})
export type SectionContentView = z.infer<typeof sectionContentView>

const asContent = z.record(z.string(), z.unknown())

export const presentSection = ({ key }: AnySection, saved: SavedSection | undefined): SectionContentView =>
  saved ? { key, ...saved, content: asContent.parse(saved.content) } : { key, status: 'empty', version: 0, content: {} }

/** The latest version of a section, or the one asked for. An empty section is version 0. */
export const createReadSection =
  ({ phase, repository }: PhaseParts) =>
  async ({ caseId, section: key, version }: { caseId: CaseId; section: string; version?: number | undefined }) => {
    const section = phase.sections.find((candidate) => candidate.key === key)
    if (!section) return refused('sectionNotFound')
    const saved = await repository.findSection(caseId, key, version)
    if (!saved && !(await repository.hasCase(caseId))) return refused('caseNotFound')
    if (!saved && version !== undefined) return refused('versionNotFound')
    const view = presentSection(section, saved)
    return answer(view, view.version)
  }

/** Every version of a section with author and time, newest first. */
export const createListSectionVersions =
  ({ phase, repository }: PhaseParts) =>
  async ({ caseId, section }: { caseId: CaseId; section: string }) => {
    if (!phase.sections.some(({ key }) => key === section)) return refused('sectionNotFound')
    const versions = await repository.listSectionVersions(caseId, section)
    return versions.length > 0 || (await repository.hasCase(caseId)) ? answer({ versions }) : refused('caseNotFound')
  }
