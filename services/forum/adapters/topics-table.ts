import type { Key, Table } from '#lambda/table.ts'
import type { TopicsRepository } from '../application/needs/need-repository.ts'
import { topics } from '../domain/needs/topics.ts'

/** FOLLOWER#<person>  TOPICS   what somebody follows */
const keyOf = (subject: string): Key => ({ pk: `FOLLOWER#${subject}`, sk: 'TOPICS' })

const none = topics.parse({})

export const createTopicsTable = (table: Table): TopicsRepository => ({
  find: async (subject) => {
    const item = await table.get(keyOf(subject))
    return { value: item ? topics.parse(item.body) : none, version: item?.version ?? 0 }
  },
  put: (subject, value, version) => ({
    item: { ...keyOf(subject), version: version + 1, body: value },
    expects: version === 0 ? 'absent' : { version },
  }),
})
