import { informationPackage } from '#contracts/dialogue.ts'
import type { InformationPackage } from '#contracts/dialogue.ts'
import { caseId } from '#contracts/ids.ts'
import type { CaseId, DialogueId } from '#contracts/ids.ts'
import { queryAll } from '#lambda/table.ts'
import type { Item, Put, Table } from '#lambda/table.ts'
import type { UnitOfWork } from '#lambda/unit-of-work.ts'
import type { DialogueRepository } from '../application/dialogues/dialogue-repository.ts'
import { dialogueState } from '../domain/dialogues/dialogue.ts'
import type { Dialogue } from '../domain/dialogues/dialogue.ts'
import { logEntry } from '../domain/dialogues/log-entry.ts'
import { heldOn } from '../domain/dialogues/plan.ts'

/**
 *   DIALOGUE#<id>  HEAD                where it stands   (version, status; by-listing `DIALOGUES#<status>`)
 *   DIALOGUE#<id>  LOG#<number>        an entry of the log, written once
 *   CASE#<id>      PACKAGE             the latest version of the case's information package   (version)
 *   CASE#<id>      PACKAGE#<version>   every version of it, written once
 * The head is read before the log: if somebody writes meanwhile, the version is the older one, and no decision rests on
 * an entry that was not seen.
 */
const stateKey = 'HEAD'
const logPrefix = 'LOG#'
const packageKey = 'PACKAGE'
const partition = (id: DialogueId): string => `DIALOGUE#${id}`
const casePartition = (id: CaseId): string => `CASE#${id}`
const padded = (number: number): string => String(number).padStart(6, '0')
const packageVersionKey = (version: number): string => `${packageKey}#${padded(version)}`

const stateItem = ({ state, version }: Dialogue): Item => ({
  pk: partition(state.dialogueId),
  sk: stateKey,
  version,
  status: state.status,
  attributes: {
    listing: `DIALOGUES#${state.status}`,
    listingOrder: `${state.endedAt ?? heldOn(state.plan)}#${state.dialogueId}`,
  },
  body: state,
})

const logPuts = (before: Dialogue | undefined, { state, log }: Dialogue): Put[] =>
  log.slice(before?.log.length ?? 0).map((entry) => ({
    item: { pk: partition(state.dialogueId), sk: `${logPrefix}${padded(entry.number)}`, body: entry },
    expects: 'absent',
  }))

const packagePuts = (id: CaseId, before: InformationPackage | undefined, after: InformationPackage): Put[] => [
  {
    item: { pk: casePartition(id), sk: packageKey, version: after.version, body: after },
    expects: before ? { version: before.version } : 'absent',
  },
  { item: { pk: casePartition(id), sk: packageVersionKey(after.version), body: after }, expects: 'absent' },
]

export const createDialogueTable = (table: Table, unitOfWork: UnitOfWork): DialogueRepository => ({
  find: async (id) => {
    const items = await queryAll(table, { partition: partition(id) })
    const state = items.find(({ sk }) => sk === stateKey)
    if (!state) return undefined
    const version = state.version ?? 0
    const log = items.filter(({ sk }) => sk.startsWith(logPrefix)).map(({ body }) => logEntry.parse(body))
    return { state: dialogueState.parse(state.body), version, log }
  },

  list: async (status, { limit, cursor: from }) => {
    const { items, cursor } = await table.query({
      index: 'by-listing',
      partition: `DIALOGUES#${status}`,
      isDescending: status === 'closed' || status === 'cancelled',
      limit,
      ...(from !== undefined && { cursor: from }),
    })
    return { found: items.map(({ body }) => dialogueState.parse(body)), ...(cursor !== undefined && { cursor }) }
  },

  findPackage: async (id) => {
    const item = await table.get({ pk: casePartition(id), sk: packageKey })
    return item && informationPackage.parse(item.body)
  },

  findPackageVersion: async (id, version) => {
    const item = await table.get({ pk: casePartition(id), sk: packageVersionKey(version) })
    return item && informationPackage.parse(item.body)
  },

  save: ({ before, after, package: changed, facts, once }, context) => {
    const { case: about, dialogueId } = after.state
    return unitOfWork.save(
      {
        // A dialogue of a case is part of the case's journal; one that stands alone has its own.
        caseId: about?.caseId ?? caseId.parse(dialogueId),
        puts: [
          { item: stateItem(after), expects: before ? { version: before.version } : 'absent' },
          ...logPuts(before, after),
          ...(changed && about ? packagePuts(about.caseId, changed.before, changed.after) : []),
        ],
        facts,
        once,
      },
      context,
    )
  },
})
