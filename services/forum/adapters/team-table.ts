import * as z from 'zod'
import { teamId } from '#contracts/ids.ts'
import type { NeedId, TeamId } from '#contracts/ids.ts'
import type { Key, Put, Table } from '#lambda/table.ts'
import type { TeamRepository } from '../application/community/community-parts.ts'
import { isMember, isShownToAll, team } from '../domain/community/team.ts'
import type { Team } from '../domain/community/team.ts'
import { createDocuments } from './documents.ts'

/**
 * TEAM#<id>  STATE            a team   (by-listing and, by its need, by-owner: when everybody sees it)
 * TEAM#<id>  MEMBER#<person>  who is in it   (by-owner: each member's teams)
 */
const keyOf = (id: TeamId): Key => ({ pk: `TEAM#${id}`, sk: 'STATE' })
const listing = 'team'
const needOwner = (id: NeedId): string => `need#${id}#team`
const memberOwner = (subject: string): string => `supplier#${subject}#team`

const memberRow = z.object({ teamId })

const memberPut = (of: Team, subject: string, isIn: boolean): Put => ({
  item: {
    pk: `TEAM#${of.teamId}`,
    sk: `MEMBER#${subject}`,
    ...(isIn && { attributes: { owner: memberOwner(subject), ownerOrder: `${of.createdAt}#${of.teamId}` } }),
    body: { teamId: of.teamId },
  },
  // The team itself is in the same transaction and carries the version.
  expects: 'any',
})

export const createTeamTable = (table: Table): TeamRepository => {
  const documents = createDocuments(table, {
    schema: team,
    keyOf,
    idOf: (value: Team) => value.teamId,
    attributesOf: (value) => {
      const order = `${value.createdAt}#${value.teamId}`
      return isShownToAll(value) ? { listing, listingOrder: order, owner: needOwner(value.needId), ownerOrder: order } : {} // in no list
    },
  })
  return {
    ...documents,
    putMembers: (before, after) => [
      ...after.members
        .filter(({ person }) => !before || !isMember(before, person.subject))
        .map(({ person }) => memberPut(after, person.subject, true)),
      ...(before?.members ?? [])
        .filter(({ person }) => !isMember(after, person.subject))
        .map(({ person }) => memberPut(after, person.subject, false)),
    ],
    list: (page) => documents.page({ index: 'by-listing', partition: listing, isDescending: true }, page),
    listFor: (needId, page) => documents.page({ index: 'by-owner', partition: needOwner(needId), isDescending: true }, page),
    listOf: async (subject, { limit, cursor: from }) => {
      const { items, cursor } = await table.query({
        index: 'by-owner',
        partition: memberOwner(subject),
        isDescending: true,
        limit,
        ...(from !== undefined && { cursor: from }),
      })
      const found = await Promise.all(items.map(({ body }) => documents.find(memberRow.parse(body).teamId)))
      return {
        found: found.flatMap((stored) => (stored && isMember(stored.value, subject) ? [stored.value] : [])),
        ...(cursor !== undefined && { cursor }),
      }
    },
  }
}
