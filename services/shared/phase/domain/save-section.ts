import type { County } from '#counties/county.ts'
import type { Author } from '#contracts/actor.ts'
import { fact } from '#contracts/event.ts'
import { sectionSaved } from '#contracts/events.ts'
import { digestOf } from '#lambda/digest.ts'
import { parse, pointerTo } from '#lambda/field-problem.ts'
import type { FieldProblem } from '#lambda/field-problem.ts'
import { refused } from '#lambda/outcome.ts'
import type { Refused, Transition } from '#lambda/outcome.ts'
import type { PhaseRefusalCode } from '../refusals.ts'
import type { AnySection, RuleContext } from '../section.ts'
import { caseEvidence } from './case-evidence.ts'
import { completedContents } from './case-record.ts'
import type { CaseRecord } from './case-record.ts'
import { changed } from './change-record.ts'
import { jsonBytes, limits } from './limits.ts'

export interface SaveSection {
  readonly section: AnySection
  readonly content: unknown
  readonly status: 'draft' | 'complete'
  /** The version that the writer has read; 0 for a section that was empty. */
  readonly expectedVersion: number
}

/** `isAfterDecision` sections are written once the gate has said go; all others while the phase works. */
const isWritable = (record: CaseRecord, section: AnySection): boolean =>
  record.head.status === (section.isAfterDecision ? 'handedOver' : 'inProgress')

const underContent = (problems: readonly FieldProblem[]): FieldProblem[] =>
  problems.map((problem) => ({ ...problem, pointer: `${pointerTo(['content'])}${problem.pointer}` }))

const check = (
  { section, content, status }: SaveSection,
  context: RuleContext,
): { content: unknown } | Refused<'sectionInvalid'> => {
  const parsed = parse(status === 'complete' ? section.content.complete : section.content.draft, content)
  if (!parsed.ok) return refused('sectionInvalid', underContent(parsed.problems))
  const broken = status === 'complete' ? section.rules(parsed.value, context) : []
  return broken.length > 0 ? refused('sectionInvalid', underContent(broken)) : { content: parsed.value }
}

/** A new version of a section. A draft may be incomplete; `complete` is checked whole, with the section's rules. */
export const saveSection = (
  record: CaseRecord,
  command: SaveSection,
  { county, now, author }: { county: County; now: string; author: Author },
): Transition<CaseRecord, PhaseRefusalCode | 'staleVersion'> => {
  const { head } = record
  const { section, expectedVersion } = command
  if (!isWritable(record, section)) return refused('recordLocked')
  const current = record.sections[section.key]
  if ((current?.version ?? 0) !== expectedVersion) return refused('staleVersion')
  if (jsonBytes(command.content) > limits.sectionBytes) return refused('sectionTooLarge')

  const context = caseEvidence({
    county,
    dossier: record.dossier,
    completed: completedContents(record),
    opinions: [],
    assessment: undefined,
  })
  const checked = check(command, context)
  if ('kind' in checked) return checked

  const version = expectedVersion + 1
  const digest = digestOf(checked.content)
  const saved = { version, status: command.status, digest, savedAt: now, savedBy: author, content: checked.content }
  return changed(
    record,
    {},
    [
      fact(
        sectionSaved,
        { phase: head.phase, section: section.key, version, status: command.status, digest },
        { phase: head.phase },
      ),
    ],
    { ...record.sections, [section.key]: saved },
  )
}
