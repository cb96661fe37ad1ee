import * as z from 'zod'
import type { FocusGroupId, OrganisationId } from '#contracts/ids.ts'
import { digestOf } from '#lambda/digest.ts'
import { queryAll } from '#lambda/table.ts'
import type { Item, Key, Table } from '#lambda/table.ts'
import { epochSeconds } from '#lambda/unit-of-work.ts'
import type { FocusGroupRepository } from '../application/community/community-parts.ts'
import { focusGroup } from '../domain/community/focus-group.ts'
import type { FocusGroup } from '../domain/community/focus-group.ts'
import { signUp } from '../domain/community/sign-up.ts'
import type { SignUp } from '../domain/community/sign-up.ts'
import { createDocuments } from './documents.ts'

/**
 * FOCUSGROUP#<id>  STATE        a focus group   (by-listing: by its meeting; by-owner: each organisation's)
 * FOCUSGROUP#<id>  SEATS        how many seats are taken
 * FOCUSGROUP#<id>  SIGNUP#<id>  somebody's name and contact; gone when the group said that it would be
 */
const pkOf = (id: FocusGroupId): string => `FOCUSGROUP#${id}`
const seatsKey = (id: FocusGroupId): Key => ({ pk: pkOf(id), sk: 'SEATS' })
const signUpPrefix = 'SIGNUP#'
const signUpKey = (id: FocusGroupId, signUpId: string): Key => ({ pk: pkOf(id), sk: `${signUpPrefix}${signUpId}` })
const listing = 'focusGroup'
const ownerOf = (organisation: OrganisationId): string => `organisation#${organisation}#focusGroup`

const storedSeats = z.object({ count: z.int().nonnegative() })
const idLength = 32

/** The database takes its time to remove what has expired; nobody reads it meanwhile. */
const readSignUp = (item: Item | undefined, now: string): SignUp | undefined => {
  if (!item || (item.expiresAt !== undefined && item.expiresAt <= epochSeconds(now))) return undefined
  return signUp.safeParse(item.body).data
}

export const createFocusGroupTable = (table: Table): FocusGroupRepository => {
  const documents = createDocuments(table, {
    schema: focusGroup,
    keyOf: (id: FocusGroupId): Key => ({ pk: pkOf(id), sk: 'STATE' }),
    idOf: (value: FocusGroup) => value.focusGroupId,
    attributesOf: (value) => {
      const order = `${value.content.startsAt}#${value.focusGroupId}`
      return {
        owner: ownerOf(value.organisation),
        ownerOrder: order,
        ...(value.openedAt !== undefined && !value.hidden && { listing, listingOrder: order }),
      }
    },
  })
  return {
    ...documents,
    list: (page) => documents.page({ index: 'by-listing', partition: listing, isDescending: true }, page),
    listOf: (organisation, page) =>
      documents.page({ index: 'by-owner', partition: ownerOf(organisation), isDescending: true }, page),
    findSeats: async (id) => {
      const item = await table.get(seatsKey(id))
      return { count: item ? storedSeats.parse(item.body).count : 0, version: item?.version ?? 0 }
    },
    putSeats: (id, { count, version }, change) => ({
      item: { ...seatsKey(id), version: version + 1, body: { count: count + change } },
      expects: version === 0 ? 'absent' : { version },
    }),
    signUpIdOf: (receipt) => digestOf({ receipt }).slice(0, idLength),
    findSignUp: async (id, signUpId, now) => readSignUp(await table.get(signUpKey(id, signUpId)), now),
    putSignUp: (id, value) => ({
      item: { ...signUpKey(id, value.signUpId), body: value, expiresAt: epochSeconds(value.goneAt) },
      expects: 'absent',
    }),
    clearSignUp: (id, signUpId, now) => ({
      item: { ...signUpKey(id, signUpId), body: {}, expiresAt: epochSeconds(now) },
      expects: 'any',
    }),
    listSignUps: async (id, now) =>
      (await queryAll(table, { partition: pkOf(id), sortPrefix: signUpPrefix })).flatMap((item) => readSignUp(item, now) ?? []),
  }
}
