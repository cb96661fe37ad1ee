import * as restate from '@restatedev/restate-sdk'
import { sha256 } from './event.ts'
import type { Event } from './event.ts'

/** The journal of a case: one object, whose entries hold the hash of the one before. */

interface Head {
  readonly entries: number
  readonly hash: string
}

interface Entry {
  readonly text: string
  readonly hash: string
}

const noHead: Head = { entries: 0, hash: '0'.repeat(64) }

export const journal = restate.object({
  name: 'journal',
  // Only the head is read to append; all entries are not sent along each time.
  options: { enableLazyState: true },
  handlers: {
    append: async (ctx: restate.ObjectContext, event: Event): Promise<void> => {
      const head = (await ctx.get<Head>('head')) ?? noHead
      const sequence = head.entries + 1
      const text = JSON.stringify({ event, previousHash: head.hash, recordedAt: event.time, sequence })
      const entry: Entry = { text, hash: sha256(text) }
      ctx.set(`entry-${sequence}`, entry)
      ctx.set('head', { entries: sequence, hash: entry.hash })
    },
    read: restate.handlers.object.shared(async (ctx: restate.ObjectSharedContext): Promise<{ entries: Entry[] }> => {
      const head = (await ctx.get<Head>('head')) ?? noHead
      const entries: Entry[] = []
      for (let sequence = 1; sequence <= head.entries; sequence += 1) {
        const entry = await ctx.get<Entry>(`entry-${sequence}`)
        if (entry) entries.push(entry)
      }
      return { entries }
    }),
  },
})
