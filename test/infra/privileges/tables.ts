import { markdownTable, number, text } from '../../../bench/cost/print-table.ts'
import type { HolderRights, Violation } from './compare.ts'
import type { Right } from './right.ts'
import type { Waiver } from './waivers.ts'

/** What the comparison found, as Markdown, so that what a terminal shows can stand in a document as it is. */

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0)

const countColumns = ['granted', 'called', 'by AWS', 'waived', 'violations']

/** A line for each holder: how many rights it has, and who uses them. */
export const countTable = (holders: readonly HolderRights[]): string => {
  const counts = holders.map(({ granted, used, derived, waived, violations }) => [
    granted.length,
    used.length,
    derived.length,
    waived.length,
    violations.length,
  ])
  const totals = countColumns.map((_, column) => sum(counts.map((row) => row[column] ?? 0)))
  return markdownTable(
    [text('who'), ...countColumns.map(number)],
    [...holders.map(({ holder }, row) => [holder, ...(counts[row] ?? []).map(String)]), ['together', ...totals.map(String)]],
  )
}

const withoutPlace = (resource: string): string => resource.replace(/^arn:aws:[^:]*:[^:]*:[^:]*:/, '')

/** What the calls of each function are, by what they are made on. */
export const callTable = (holders: readonly HolderRights[]): string =>
  markdownTable(
    [text('function'), text('on'), text('calls')],
    holders.flatMap(({ holder, used }) =>
      [...Map.groupBy(used, ({ resource }) => resource)].map(([resource, rights], index) => [
        index === 0 ? holder : '',
        withoutPlace(resource),
        rights.map(({ action }) => action.replace(/^[a-z]+:/, '')).join(', '),
      ]),
    ),
  )

export const waiverTable = (waivers: readonly Waiver[]): string =>
  markdownTable(
    [text('who'), text('may'), text('on'), text('because')],
    waivers.map(({ holder, action, resource, reason }) => [holder, action, withoutPlace(resource), reason]),
  )

const meanings: Readonly<Record<Violation['kind'], string>> = {
  'not granted': 'is used and not granted: AWS would refuse it',
  'not used': 'is granted and not used',
  'too broad': 'is granted more broadly than it is used',
  'waived in vain': 'is waived and need not be',
}

const said = ({ holder, action, resource }: Right): string => `${holder}: ${action} on ${resource}`

export const violationLines = (violations: readonly Violation[]): string =>
  violations.map(({ kind, right }) => `- ${said(right)} ${meanings[kind]}`).join('\n')
