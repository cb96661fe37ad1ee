import { evidence as evidenceSchema } from '#contracts/evidence.ts'
import type { DecisionRequestId } from '#contracts/ids.ts'
import type { TableIndex } from '#lambda/declaration.ts'
import type { Item, Key, Table } from '#lambda/table.ts'
import { outboxMark } from '#lambda/unit-of-work.ts'
import type { Context, UnitOfWork } from '#lambda/unit-of-work.ts'
import type { Listing, MachineCommand, RequestRepository } from '../application/request-repository.ts'
import { decisionRequest } from '../domain/decision-request.ts'
import type { DecisionRequest, RequestState } from '../domain/decision-request.ts'

/**
 *   REQUEST#<requestId>  STATE             the request              (version, status)
 *   REQUEST#<requestId>  EVIDENCE          what it is decided on, written once
 *   REQUEST#<requestId>  COMMAND#<id>      outbox rows for the state machine
 */
export const requestIndexes: readonly TableIndex[] = [{ name: 'by-listing', partition: 'listing', sort: 'listedAt' }]

/** The mark of an outbox row that is for the state machine and not for a queue. */
export const machineMark = 'state-machine'

const partition = (requestId: DecisionRequestId): string => `REQUEST#${requestId}`

/** `received` and `answered` last seconds: to a reader they are on their way in or still open. */
const listingOf = ({ status }: DecisionRequest): Listing => (status === 'received' || status === 'answered' ? 'open' : status)

/** What a listing is sorted by. */
const listedAt = (request: DecisionRequest): string =>
  listingOf(request) === 'open' ? request.dueOn : (request.decision?.decidedAt ?? request.receivedAt)

const stateItem = ({ request, version }: RequestState): Item => ({
  pk: partition(request.requestId),
  sk: 'STATE',
  version,
  status: request.status,
  attributes: { listing: listingOf(request), listedAt: listedAt(request) },
  body: request,
})

const evidenceKey = (requestId: DecisionRequestId): Key => ({ pk: partition(requestId), sk: 'EVIDENCE' })

const toState = (item: Item): RequestState => ({ request: decisionRequest.parse(item.body), version: item.version ?? 0 })

const commandItem = (command: MachineCommand, { newId, traceparent }: Context): Item => ({
  pk: partition(command.requestId),
  sk: `COMMAND#${newId()}`,
  attributes: { [outboxMark]: machineMark },
  body: { ...command, traceparent },
})

export const createRequestTable = (table: Table, unitOfWork: UnitOfWork): RequestRepository => ({
  find: async (requestId) => {
    const item = await table.get({ pk: partition(requestId), sk: 'STATE' })
    return item && toState(item)
  },

  findEvidence: async (requestId) => {
    const item = await table.get(evidenceKey(requestId))
    return item && evidenceSchema.parse(item.body)
  },

  list: async (listing, { limit, cursor }) => {
    const page = await table.query({ index: 'by-listing', partition: listing, limit, ...(cursor !== undefined && { cursor }) })
    return { states: page.items.map(toState), ...(page.cursor !== undefined && { cursor: page.cursor }) }
  },

  listDecided: async (upTo, { limit, cursor }) => {
    const page = await table.query({
      index: 'by-listing',
      partition: 'decided',
      sortUpTo: upTo,
      isDescending: true,
      limit,
      ...(cursor !== undefined && { cursor }),
    })
    return { states: page.items.map(toState), ...(page.cursor !== undefined && { cursor: page.cursor }) }
  },

  save: async (before, { state, facts }, context, { once, command, evidence }) =>
    unitOfWork.save(
      {
        caseId: state.request.case.caseId,
        puts: [
          {
            item: stateItem(state),
            expects: before ? { version: before.version, statuses: [before.request.status] } : 'absent',
          },
          ...(evidence
            ? [{ item: { ...evidenceKey(state.request.requestId), body: evidence }, expects: 'absent' } as const]
            : []),
        ],
        facts,
        commands: command ? [commandItem(command, context)] : [],
        once,
      },
      context,
    ),
})
