import { authorOf } from '#contracts/actor.ts'
import type { Actor } from '#contracts/actor.ts'
import type { CaseId } from '#contracts/ids.ts'
import { refused } from '#lambda/outcome.ts'
import { performOn } from '#lambda/perform.ts'
import type { Context } from '#lambda/unit-of-work.ts'
import { mayWrite } from '../domain/permissions.ts'
import { saveSection } from '../domain/save-section.ts'
import type { PhaseParts } from './phase-parts.ts'
import { presentSection } from './read-section.ts'

export interface SaveSectionCommand {
  readonly caseId: CaseId
  readonly section: string
  readonly content: unknown
  readonly status: 'draft' | 'complete'
  readonly expectedVersion: number
  readonly actor: Actor
}

/** Saves a new version of a section, and answers with it as it was stored. */
export const createSaveSection = (parts: PhaseParts) => async (command: SaveSectionCommand, context: Context) => {
  const { phase, county, repository } = parts
  const section = phase.sections.find(({ key }) => key === command.section)
  if (!section) return refused('sectionNotFound')
  return performOn(
    {
      load: () => repository.find(command.caseId),
      missing: 'caseNotFound',
      decide: (record) =>
        mayWrite(command.actor, record.head, { section, phase, county }) ??
        saveSection(
          record,
          { section, content: command.content, status: command.status, expectedVersion: command.expectedVersion },
          { county, now: context.now, author: authorOf(command.actor) },
        ),
      save: (before, change, once) => repository.save(before, change, context, { once }),
      present: ({ sections }) => {
        const view = presentSection(section, sections[section.key])
        return { value: view, version: view.version }
      },
    },
    context,
  )
}
