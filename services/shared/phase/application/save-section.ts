import { authorOf } from '#contracts/actor.ts'
import type { Actor } from '#contracts/actor.ts'
import type { CaseId } from '#contracts/ids.ts'
import { refused } from '#lambda/outcome.ts'
import { perform } from '#lambda/perform.ts'
import type { Context } from '#lambda/unit-of-work.ts'
import type { CaseRecord } from '../domain/case-record.ts'
import { mayWrite } from '../domain/permissions.ts'
import { saveSection } from '../domain/save-section.ts'
import type { PhaseRefusalCode } from '../refusals.ts'
import type { PhaseParts } from './phase-parts.ts'
import { presentSection } from './read-section.ts'
import type { SectionContentView } from './read-section.ts'

export interface SaveSectionCommand {
  readonly caseId: CaseId
  readonly section: string
  readonly content: unknown
  readonly status: 'draft' | 'complete'
  readonly expectedVersion: number
  readonly actor: Actor
}

/** Saves a new version of a section, and answers with it as it was stored. */
export const createSaveSection = (parts: PhaseParts) => (command: SaveSectionCommand, context: Context) => {
  const { phase, county, repository } = parts
  const section = phase.sections.find(({ key }) => key === command.section)
  return perform<CaseRecord | undefined, SectionContentView | undefined, PhaseRefusalCode | 'staleVersion'>(
    {
      load: () => repository.find(command.caseId),
      decide: (record) => {
        if (!record) return refused('caseNotFound')
        if (!section) return refused('sectionNotFound')
        return (
          mayWrite(command.actor, record.head, { section, phase, county }) ??
          saveSection(
            record,
            { section, content: command.content, status: command.status, expectedVersion: command.expectedVersion },
            { county, now: context.now, author: authorOf(command.actor) },
          )
        )
      },
      // `decide` has refused when there was no record, so an applied change always has a state.
      save: (before, change, once) =>
        repository.save(before, { ...change, state: change.state as CaseRecord }, context, { once }),
      present: (record) => {
        const view = record && section && presentSection(record, section)
        return { value: view, ...(view && { version: view.version }) }
      },
    },
    context,
  )
}
