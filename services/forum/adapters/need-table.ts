import type { NeedId, OrganisationId } from '#contracts/ids.ts'
import type { Key, Table } from '#lambda/table.ts'
import type { NeedList, NeedRepository } from '../application/needs/need-repository.ts'
import { isOpen, need } from '../domain/needs/need.ts'
import type { Need } from '../domain/needs/need.ts'
import { createDocuments } from './documents.ts'

/** NEED#<id>  STATE   a need   (by-listing: open and ended ones; by-owner: each organisation's) */
const keyOf = (id: NeedId): Key => ({ pk: `NEED#${id}`, sk: 'STATE' })

const listingOf = (list: NeedList): string => `need#${list}`
const ownerOf = (organisation: OrganisationId): string => `organisation#${organisation}#need`

/** A draft, one that was never published, and a hidden one are in no list but their organisation's own. */
const listOf = (value: Need): NeedList | undefined => {
  if (isOpen(value)) return 'open'
  return value.publishedAt !== undefined && value.ended && !value.hidden ? 'ended' : undefined
}

export const createNeedTable = (table: Table): NeedRepository => {
  const documents = createDocuments(table, {
    schema: need,
    keyOf,
    idOf: ({ needId }: Need) => needId,
    attributesOf: (value) => {
      const list = listOf(value)
      return {
        owner: ownerOf(value.organisation),
        ownerOrder: `${value.createdAt}#${value.needId}`,
        ...(list && {
          listing: listingOf(list),
          listingOrder: `${value.ended?.at ?? value.publishedAt ?? value.createdAt}#${value.needId}`,
        }),
      }
    },
  })
  return {
    ...documents,
    list: (list, page) => documents.page({ index: 'by-listing', partition: listingOf(list), isDescending: true }, page),
    listOf: (organisation, page) =>
      documents.page({ index: 'by-owner', partition: ownerOf(organisation), isDescending: true }, page),
  }
}
