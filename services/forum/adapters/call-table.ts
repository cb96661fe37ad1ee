import type { CallId } from '#contracts/ids.ts'
import { queryAll } from '#lambda/table.ts'
import type { Key, Table } from '#lambda/table.ts'
import type { CallRepository } from '../application/community/community-parts.ts'
import { call, daysOf } from '../domain/community/call.ts'
import type { Call } from '../domain/community/call.ts'
import { createDocuments } from './documents.ts'

/** CALL#<id>  STATE   a call, funding or an event   (by-listing: by the year of its last day) */
const keyOf = (id: CallId): Key => ({ pk: `CALL#${id}`, sk: 'STATE' })
const listingOf = (year: string | number): string => `call#${year}`
const yearLength = 4

export const createCallTable = (table: Table): CallRepository => {
  const documents = createDocuments(table, {
    schema: call,
    keyOf,
    idOf: (value: Call) => value.callId,
    attributesOf: (value) => {
      const { last } = daysOf(value.content)
      return value.hidden
        ? {} // in no list
        : { listing: listingOf(last.slice(0, yearLength)), listingOrder: `${last}#${value.callId}` }
    },
  })
  return {
    ...documents,
    listEndingIn: async (year) =>
      (await queryAll(table, { index: 'by-listing', partition: listingOf(year) })).map(({ body }) => call.parse(body)),
  }
}
