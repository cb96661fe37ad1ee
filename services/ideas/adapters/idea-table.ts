import * as z from 'zod'
import type { CaseId } from '#contracts/ids.ts'
import { caseId } from '#contracts/ids.ts'
import type { Item, Put, Table } from '#lambda/table.ts'
import type { UnitOfWork } from '#lambda/unit-of-work.ts'
import { casePuts } from '#phase/adapters/case-table.ts'
import type { CaseCounter, IdeaRepository } from '../application/idea-repository.ts'
import { idea } from '../domain/idea.ts'
import type { IdeaState, IdeaStatus } from '../domain/idea.ts'

/**
 * Beside the rows of a case (#phase/adapters/case-table.ts), in the same table:
 *   CASE#<id>         IDEA      what was sent in                          (version, status; by-status `idea:<status>`)
 *   RECEIPT#<digest>  IDEA      from the secret word's digest to the idea
 *   COUNTER#<year>    CASES     the running number                        (version)
 */
const listingOf = (status: IdeaStatus): string => `idea:${status}`

const ideaItem = ({ idea: body, version }: IdeaState): Item => ({
  pk: `CASE#${body.ideaId}`,
  sk: 'IDEA',
  version,
  status: body.status,
  attributes: {
    listing: listingOf(body.status),
    listedAt: body.status === 'submitted' ? `${body.answerDueOn}#${body.submittedAt}` : body.submittedAt,
  },
  body,
})

const toState = (item: Item): IdeaState => ({ idea: idea.parse(item.body), version: item.version ?? 0 })

const receiptBody = z.object({ ideaId: caseId })
const counterBody = z.object({ used: z.int().nonnegative() })

const counterPut = ({ year, used }: CaseCounter): Put => ({
  item: { pk: `COUNTER#${year}`, sk: 'CASES', version: used + 1, body: { used: used + 1 } },
  expects: used === 0 ? 'absent' : { version: used },
})

export const createIdeaTable = (table: Table, unitOfWork: UnitOfWork): IdeaRepository => {
  const find = async (ideaId: CaseId): Promise<IdeaState | undefined> => {
    const item = await table.get({ pk: `CASE#${ideaId}`, sk: 'IDEA' })
    return item && toState(item)
  }

  return {
    find,

    findByReceipt: async (receiptDigest) => {
      const item = await table.get({ pk: `RECEIPT#${receiptDigest}`, sk: 'IDEA' })
      return item && find(receiptBody.parse(item.body).ideaId)
    },

    list: async (status, { limit, cursor }) => {
      const page = await table.query({
        index: 'by-status',
        partition: listingOf(status),
        isDescending: status !== 'submitted',
        limit,
        ...(cursor !== undefined && { cursor }),
      })
      return { states: page.items.map(toState), ...(page.cursor !== undefined && { cursor: page.cursor }) }
    },

    findCounter: async (year) => {
      const item = await table.get({ pk: `COUNTER#${year}`, sk: 'CASES' })
      return { year, used: item ? counterBody.parse(item.body).used : 0 }
    },

    save: async (before, { state, facts }, context, { once, accepted }) => {
      const receipt: Put = {
        item: { pk: `RECEIPT#${state.idea.receiptDigest}`, sk: 'IDEA', body: { ideaId: state.idea.ideaId } },
        expects: 'absent',
      }
      return unitOfWork.save(
        {
          caseId: state.idea.ideaId,
          puts: [
            {
              item: ideaItem(state),
              expects: before ? { version: before.version, statuses: [before.idea.status] } : 'absent',
            },
            ...(before ? [] : [receipt]),
            ...(accepted ? [...casePuts(undefined, accepted.record.state), counterPut(accepted.counter)] : []),
          ],
          facts: [...facts, ...(accepted?.record.facts ?? [])],
          once,
        },
        context,
      )
    },
  }
}
