import * as z from 'zod'
import { frozenEvidence } from '#contracts/evidence.ts'
import { caseId } from '#contracts/ids.ts'
import type { CaseId } from '#contracts/ids.ts'
import type { TableIndex } from '#lambda/declaration.ts'
import { queryAll } from '#lambda/table.ts'
import type { Item, Put, Table } from '#lambda/table.ts'
import type { UnitOfWork } from '#lambda/unit-of-work.ts'
import type { CaseRepository } from '../application/case-repository.ts'
import { recordHead, sectionState } from '../domain/case-record.ts'
import type { CaseRecord } from '../domain/case-record.ts'

/**
 * A case in the phase's own table:
 *   CASE#<id>  REC#HEAD                      life cycle, section index, opinions        (version, status)
 *   CASE#<id>  REC#SECTION#<key>             latest content of a section
 *   CASE#<id>  HIS#SECTION#<key>#<version>   every version of a section
 *   CASE#<id>  HIS#EVIDENCE#<round>          what a decision was requested on
 */
export const caseIndexes: readonly TableIndex[] = [
  { name: 'by-status', partition: 'listing', sort: 'listedAt' },
  { name: 'by-due', partition: 'due', sort: 'dueAt' },
]

const headKey = 'REC#HEAD'
const sectionPrefix = 'REC#SECTION#'
const partition = (id: CaseId): string => `CASE#${id}`
const padded = (number: number): string => String(number).padStart(6, '0')
const versionsOf = (section: string): string => `HIS#SECTION#${section}#`
const evidenceKey = (round: number): string => `HIS#EVIDENCE#${padded(round)}`

const sectionVersion = sectionState.extend({ content: z.unknown() })

const headItem = ({ head, version }: CaseRecord): Item => ({
  pk: partition(head.case.caseId),
  sk: headKey,
  version,
  status: head.status,
  attributes: {
    listing: head.status,
    listedAt: head.receivedAt,
    ...(head.wakeOn !== undefined && { due: 'hold', dueAt: head.wakeOn }),
  },
  body: head,
})

const toRecord = (items: readonly Item[]): CaseRecord | undefined => {
  const head = items.find(({ sk }) => sk === headKey)
  if (head?.version === undefined) return undefined
  const contents = items
    .filter(({ sk }) => sk.startsWith(sectionPrefix))
    .map(({ sk, body }) => [sk.slice(sectionPrefix.length), body] as const)
  return { head: recordHead.parse(head.body), version: head.version, contents: Object.fromEntries(contents) }
}

const sectionPuts = (before: CaseRecord | undefined, { head, contents }: CaseRecord): Put[] =>
  Object.entries(contents)
    .filter(([key, content]) => before?.contents[key] !== content)
    .flatMap(([key, content]): Put[] => {
      const state = head.sections[key]
      if (!state) throw new Error('content without a section state')
      const pk = partition(head.case.caseId)
      return [
        { item: { pk, sk: `${sectionPrefix}${key}`, body: content }, expects: 'any' },
        { item: { pk, sk: `${versionsOf(key)}${padded(state.version)}`, body: { ...state, content } }, expects: 'absent' },
      ]
    })

/** The rows of a change, for services that write more than the case in the same transaction. */
export const casePuts = (before: CaseRecord | undefined, after: CaseRecord): Put[] => [
  {
    item: headItem(after),
    expects: before ? { version: before.version, statuses: [before.head.status] } : 'absent',
  },
  ...sectionPuts(before, after),
]

export const createCaseTable = (table: Table, unitOfWork: UnitOfWork): CaseRepository => ({
  find: async (id) => toRecord(await queryAll(table, { partition: partition(id), sortPrefix: 'REC#' })),

  findEvidence: async (id, round) => {
    const item = await table.get({ pk: partition(id), sk: evidenceKey(round) })
    return item && frozenEvidence.parse(item.body)
  },

  findSectionVersion: async (id, section, version) => {
    const item = await table.get({ pk: partition(id), sk: `${versionsOf(section)}${padded(version)}` })
    return item && sectionVersion.parse(item.body)
  },

  listSectionVersions: async (id, section) => {
    const items = await queryAll(table, { partition: partition(id), sortPrefix: versionsOf(section), isDescending: true })
    return items.map(({ body }) => sectionState.parse(body))
  },

  list: async (status, { limit, cursor }) => {
    const page = await table.query({ index: 'by-status', partition: status, limit, ...(cursor !== undefined && { cursor }) })
    return {
      heads: page.items.map(({ body, version = 0 }) => ({ head: recordHead.parse(body), version })),
      ...(page.cursor !== undefined && { cursor: page.cursor }),
    }
  },

  findToWake: async (today, limit) => {
    const { items } = await table.query({ index: 'by-due', partition: 'hold', sortUpTo: today, limit })
    return items.map(({ pk }) => caseId.parse(pk.slice('CASE#'.length)))
  },

  save: async (before, { state, facts }, context, { once, evidence }) =>
    unitOfWork.save(
      {
        caseId: state.head.case.caseId,
        puts: [
          ...casePuts(before, state),
          ...(evidence
            ? [
                {
                  item: { pk: partition(state.head.case.caseId), sk: evidenceKey(evidence.evidence.round), body: evidence },
                  expects: 'absent',
                } as const,
              ]
            : []),
        ],
        facts,
        once,
      },
      context,
    ),
})
