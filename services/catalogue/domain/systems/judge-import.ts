import * as z from 'zod'
import type { CompanyId, OrganisationId } from '#contracts/ids.ts'
import type { Text } from '#contracts/language.ts'
import { checkSystem } from './check-system.ts'
import { reckonOptions } from './contract.ts'
import type { Contract } from './contract.ts'
import { folded } from './folded-text.ts'
import { systemLimits } from './limits.ts'
import { isSameContent } from './save-system.ts'
import { systemContent } from './system.ts'
import type { MappedSystem, SystemContent } from './system.ts'

/** Systems that come many at a time, from a file or from another system. Known again by their name. */

const fileRow = z.int().positive().max(systemLimits.fileRows)

export const importedSystem = z.strictObject({
  /** Where the system stands in the sender's file; counted from 1 when left out. */
  row: fileRow.optional(),
  /** Where each of its contracts stands, when they have rows of their own. */
  contractRows: z.array(fileRow).max(systemLimits.contracts).optional(),
  content: systemContent.omit({ integrations: true }),
})
export type ImportedSystem = z.infer<typeof importedSystem>

export const importVerdicts = ['new', 'changed', 'unchanged', 'refused'] as const

export interface ImportProblem {
  readonly row: number
  /** JSON Pointer inside the system's content. */
  readonly pointer: string
  readonly code: string
  readonly message: Text
}

export interface JudgedSystem {
  readonly row: number
  readonly verdict: (typeof importVerdicts)[number]
  readonly content: SystemContent
  /** The one of the same name that is there; undefined for one that is new. */
  readonly before: MappedSystem | undefined
  readonly problems: readonly ImportProblem[]
}

const isSameContract = (a: Contract, b: Contract): boolean =>
  a.start === b.start && folded(a.contractNumber ?? '') === folded(b.contractNumber ?? '')

const daysOf = (contract: Contract): string =>
  JSON.stringify(reckonOptions(contract, contract.start).map(({ status, until, decideBy }) => [status, until, decideBy]))

/** A file has days where the map may have months, and no ids of companies: what says the same is kept as it stands. */
const mergeContract = (imported: Contract, before: readonly Contract[]): Contract => {
  const known = before.find((one) => isSameContract(one, imported))
  if (!known) return imported
  const hasSameSupplier = folded(known.supplier ?? '') === folded(imported.supplier ?? '')
  return {
    ...imported,
    ...(daysOf(known) === daysOf(imported) && known.end === imported.end && { options: known.options }),
    ...(hasSameSupplier && imported.companyId === undefined && known.companyId !== undefined && { companyId: known.companyId }),
  }
}

/**
 * What the system is to be: the file's word for everything that a file carries. Its integrations stay, the company's id
 * stays while the supplier is the same, and a file that says nothing of contracts takes none away.
 */
const merged = ({ content }: ImportedSystem, before: MappedSystem | undefined): SystemContent => {
  if (!before) return { ...content, integrations: [] }
  const { supplier, contracts, integrations } = before.content
  const isSameSupplier = folded(supplier.name) === folded(content.supplier.name)
  return {
    ...content,
    supplier:
      isSameSupplier && content.supplier.companyId === undefined && supplier.companyId !== undefined
        ? { ...content.supplier, companyId: supplier.companyId }
        : content.supplier,
    contracts: content.contracts.length === 0 ? contracts : content.contracts.map((one) => mergeContract(one, contracts)),
    integrations,
  }
}

const repeated = (row: number, earlier: number): ImportProblem => ({
  row,
  pointer: '/name',
  code: 'systemRepeated',
  message: {
    sv: `Systemet står redan på rad ${earlier}. Behåll det ena, eller låt raderna följa på varandra om de är avtal om samma system.`,
    en: `The system already stands on row ${earlier}. Keep one, or let the rows follow each other if they are contracts of one system.`,
  },
})

/** Holds each system against the organisation's part of the map. What one row gets wrong is told with that row. */
export const judgeImport = (
  imported: readonly ImportedSystem[],
  {
    own,
    organisations,
    companies,
    systems,
  }: {
    readonly own: OrganisationId
    readonly organisations: ReadonlySet<OrganisationId>
    /** Of those that are pointed at, the ones that the catalogue has. */
    readonly companies: ReadonlySet<CompanyId>
    /** The organisation's own. */
    readonly systems: readonly MappedSystem[]
  },
): JudgedSystem[] => {
  const byName = new Map(systems.map((system) => [folded(system.content.name), system]))
  const seen = new Map<string, number>()
  return imported.map((given, index): JudgedSystem => {
    const row = given.row ?? index + 1
    const name = folded(given.content.name)
    const before = byName.get(name)
    const content = merged(given, before)
    const earlier = seen.get(name)
    if (earlier === undefined) seen.set(name, row)
    const rowOf = (pointer: string): number =>
      given.contractRows?.[Number(/^\/contracts\/(\d+)/.exec(pointer)?.[1] ?? Number.NaN)] ?? row
    // The integrations are those that were there before.
    const existing = new Set(content.integrations.map(({ systemId }) => systemId))
    const problems = [
      ...(earlier === undefined ? [] : [repeated(row, earlier)]),
      ...checkSystem(content, { own, organisations, existing, companies, self: before?.systemId }).map((one) => ({
        ...one,
        row: rowOf(one.pointer),
      })),
    ]
    if (problems.length > 0) return { row, verdict: 'refused', content, before, problems }
    const verdict = before ? (isSameContent(before.content, content) ? 'unchanged' : 'changed') : 'new'
    return { row, verdict, content, before, problems }
  })
}
