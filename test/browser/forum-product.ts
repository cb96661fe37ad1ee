import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Context } from 'aws-lambda'
import * as z from 'zod'
import { addDays, dayOf } from '#calendar/working-days.ts'
import { kalmar } from '#counties/kalmar.ts'
import { dialogueView } from '../../console/api/dialogue-views.ts'
import { akBrev } from '../../demo/ak-brev/case.ts'
import { createClient } from '../../demo/client.ts'
import type { Client } from '../../demo/client.ts'
import { createDriver } from '../../demo/drive-case.ts'
import { expectStatus, read, until } from '../../demo/expect.ts'
import { fillForum } from '../../demo/market/forum.ts'
import { product, startSystem } from '../../local/system.ts'
import type { AnyFunction, Contents } from '../../local/system.ts'
import { recordedContents } from '../infra/privileges/recorded-tests.ts'

/** The product with the demo's forum, and the digital dosing letter just received in the matching phase. */
export interface ForumProduct {
  readonly url: string
  /** Of the region, in matching: where dialogues prepare a procurement. */
  readonly caseId: string
  /** Publishes a need of the region. @returns its id. */
  readonly publishNeed: (content: object) => Promise<string>
  /** Opens an RFI about a need, held by the region's facilitator. @returns its id. */
  readonly openRfi: (needId: string, plan: { readonly title: string; readonly questions: readonly string[] }) => Promise<string>
  readonly ask: (dialogueId: string, question: string) => Promise<void>
  /** The facilitator answers the question that waits. */
  readonly answer: (dialogueId: string, answer: string) => Promise<void>
  /** A mail to the address that says what is looked for; what the forum has to send is sent now, not when the minute is over. */
  readonly mailTo: (address: string, said: string) => Promise<string>
  readonly stop: () => Promise<void>
}

const silent = (): void => {}
const noContext = {} as Context // no function of ours looks at it
const facilitator = 'samordnare'
const daysToAnswer = 20
const created = z.object({ needId: z.string() })

/** The same contents, and the forum's tasks in hand. */
const withTasksInHand = (contents: Contents): { readonly contents: Contents; readonly deliver: () => Promise<void> } => {
  const tasks = Promise.withResolvers<AnyFunction>()
  return {
    contents: {
      ...contents,
      createFunction: async (service, kind, runtime) => {
        const made = await contents.createFunction(service, kind, runtime)
        if (service === 'forum' && kind === 'tasks') tasks.resolve(made)
        return made
      },
    },
    deliver: async () => {
      await (
        await tasks.promise
      )({ schedule: 'deliver-notices' }, noContext)
    },
  }
}

const createForumWork = (client: Client) => {
  const pathOf = (dialogueId: string): string => `/v1/forum/dialogues/${dialogueId}`
  const publishNeed: ForumProduct['publishNeed'] = async (content) => {
    const send = client.as('handlaggare')
    const drafted = await send({ method: 'POST', path: '/v1/forum/needs', body: content })
    const { needId } = read(drafted, created, 'draft a need', 201)
    const published = await send({ method: 'POST', path: `/v1/forum/needs/${needId}/publications`, ifMatch: drafted.etag })
    expectStatus(published, 'publish a need', 200)
    return needId
  }
  const openRfi: ForumProduct['openRfi'] = async (needId, { title, questions }) => {
    const send = client.as(facilitator)
    const lastDay = addDays(dayOf(new Date().toISOString()), daysToAnswer)
    const plan = { kind: 'rfi', title, purpose: 'Vi vill veta vad som finns.', questions, documents: [], lastDay }
    const planned = await send({ method: 'POST', path: '/v1/forum/dialogues', body: { needId, plan } })
    const { dialogueId } = read(planned, dialogueView, 'plan an RFI', 201)
    const opened = await send({ method: 'POST', path: `${pathOf(dialogueId)}/openings`, ifMatch: planned.etag })
    expectStatus(opened, 'open an RFI', 201)
    return dialogueId
  }
  const ask: ForumProduct['ask'] = async (dialogueId, question) => {
    const send = client.as('leverantor')
    const asked = await send({ method: 'POST', path: `${pathOf(dialogueId)}/questions`, body: { text: question } })
    expectStatus(asked, 'ask', 201)
  }
  const answer: ForumProduct['answer'] = async (dialogueId, text) => {
    const send = client.as(facilitator)
    const seen = await send({ method: 'GET', path: `${pathOf(dialogueId)}/member-view` })
    const number = read(seen, dialogueView, 'read an RFI').staff?.waiting[0]?.number
    const path = `${pathOf(dialogueId)}/questions/${number}/answers`
    expectStatus(await send({ method: 'POST', path, body: { answer: text } }), 'answer', 201)
  }
  return { publishNeed, openRfi, ask, answer }
}

export const startForumProduct = async (): Promise<ForumProduct> => {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'behovsflodet-forum-'))
  const { contents, deliver } = withTasksInHand(recordedContents(product, kalmar.id))
  const system = await startSystem({ port: 0, dataDir, county: kalmar }, contents)
  const stop = async (): Promise<void> => {
    await system.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
  const mailTo: ForumProduct['mailTo'] = (address, said) =>
    until(`a mail to ${address} about ${said}`, async () => {
      await deliver()
      const mails = await (await fetch(system.mailboxUrl ?? '')).text()
      return mails.split('\n\n----\n\n').find((mail) => mail.includes(`Till: ${address}\n`) && mail.includes(said))
    })
  try {
    const client = createClient(system.url)
    const { drive } = createDriver({ client, say: silent })
    const { ideas } = akBrev.phases
    if (!ideas) throw new Error('the digital dosing letter begins with an idea')
    const { caseId } = await drive({
      ...akBrev,
      phases: {
        ideas: { content: ideas.content, rulings: [{ outcome: 'go', reason: 'Underlaget håller.' }] },
        matching: { content: { sections: {}, opinions: [] }, rulings: [] },
      },
    })
    await fillForum(client, silent, caseId)
    return { url: system.url, caseId, ...createForumWork(client), mailTo, stop }
  } catch (error) {
    await stop()
    throw error
  }
}
