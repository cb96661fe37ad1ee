import { libraryRequirementId } from '#contracts/ids.ts'
import type { Text } from '#contracts/language.ts'
import type { AppliesWhen, BarrierLevel, Force, LibraryKind, Verification } from '#contracts/requirement-library.ts'
import type { ReleasedRequirement } from '../domain/library/install-release.ts'
import { requirementContent } from '../domain/library/requirement.ts'
import type { DatedSource } from './sources.ts'

/** A requirement as the library's own files write it: what is left out has its usual value. */
export interface Written {
  readonly id: string
  readonly force: Force
  readonly text: Text
  readonly sources: readonly [DatedSource, ...DatedSource[]]
  /** Left out: always. */
  readonly appliesWhen?: AppliesWhen
  readonly verification: Verification
  readonly barrier?: { readonly level: Exclude<BarrierLevel, 'none'>; readonly why: Text; readonly askInstead: Text }
  readonly servesWords?: readonly string[]
  /** Left out: from the latest day of its sources. */
  readonly validFrom?: string
}

const latestOf = (sources: readonly DatedSource[]): string =>
  sources.map(({ validFrom }) => validFrom).reduce((latest, day) => (day > latest ? day : latest))

/** Throws where something written does not parse: the content's own test reads every file. */
export const released = (kind: LibraryKind, rows: readonly Written[]): readonly ReleasedRequirement[] =>
  rows.map(({ id, sources, appliesWhen = [], barrier, servesWords = [], validFrom, ...written }) => ({
    id: libraryRequirementId.parse(id),
    content: requirementContent.parse({
      ...written,
      kind,
      sources: sources.map(({ document, clause }) => ({ document, clause })),
      validFrom: validFrom ?? latestOf(sources),
      appliesWhen,
      barrier: barrier ?? { level: 'none' },
      servesWords,
    }),
  }))
