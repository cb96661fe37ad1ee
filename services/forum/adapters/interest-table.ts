import * as z from 'zod'
import type { NeedId } from '#contracts/ids.ts'
import { digestOf } from '#lambda/digest.ts'
import type { Key, Table } from '#lambda/table.ts'
import type { InterestKey, InterestRepository } from '../application/needs/need-repository.ts'
import { interest } from '../domain/needs/interest.ts'
import type { Interest } from '../domain/needs/interest.ts'
import { createDocuments } from './documents.ts'

/**
 * NEED#<id>  INTEREST#<id>   one supplier's interest   (by-owner: each supplier's)
 * NEED#<id>  INTERESTED      how many there are
 */
const prefix = 'INTEREST#'
const keyOf = ({ needId, interestId }: InterestKey): Key => ({ pk: `NEED#${needId}`, sk: `${prefix}${interestId}` })
const countKey = (needId: NeedId): Key => ({ pk: `NEED#${needId}`, sk: 'INTERESTED' })
const ownerOf = (subject: string): string => `supplier#${subject}#interest`

const storedCount = z.object({ count: z.int().nonnegative() })
const idLength = 32

export const createInterestTable = (table: Table): InterestRepository => {
  const documents = createDocuments(table, {
    schema: interest,
    keyOf,
    idOf: ({ needId, interestId }: Interest): InterestKey => ({ needId, interestId }),
    attributesOf: ({ supplier, shownAt, needId }) => ({
      owner: ownerOf(supplier.subject),
      ownerOrder: `${shownAt}#${needId}`,
    }),
  })
  return {
    ...documents,
    idOf: (needId, subject) => digestOf({ needId, subject }).slice(0, idLength),
    listIn: (needId, page) => documents.page({ partition: `NEED#${needId}`, sortPrefix: prefix }, page),
    listBy: (subject, page) => documents.page({ index: 'by-owner', partition: ownerOf(subject), isDescending: true }, page),
    findCount: async (needId) => {
      const item = await table.get(countKey(needId))
      return { needId, count: item ? storedCount.parse(item.body).count : 0, version: item?.version ?? 0 }
    },
    putCount: ({ needId, count, version }, change) => ({
      item: { ...countKey(needId), version: version + 1, body: { count: count + change } },
      expects: version === 0 ? 'absent' : { version },
    }),
  }
}
