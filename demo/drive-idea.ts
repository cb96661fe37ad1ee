import * as z from 'zod'
import { ideaRoutes } from '../services/ideas/routes.ts'
import type { ApiAnswer, Client } from './client.ts'
import type { DemoCase, DemoTriage } from './demo-case.ts'
import { expectStatus, read } from './expect.ts'
import { caseOfficer } from './personas.ts'

const ideaStatuses = ['submitted', 'accepted', 'merged', 'answered'] as const
type IdeaStatus = (typeof ideaStatuses)[number]

const standings = {
  submitted: 'Idén väntar på triage',
  accepted: 'Idén är ett ärende',
  merged: 'Idén är sammanslagen med en annan',
  answered: 'Idén är besvarad',
} as const satisfies Record<IdeaStatus, string>

interface FoundIdea {
  readonly ideaId: string
  readonly status: IdeaStatus
}

const submissions = ideaRoutes.listIdeas.response.body
const received = z.object({ ideaId: z.string() })

/** The way in: an idea is sent in by anybody, and triaged by a case officer. */
export const createIdeaDriver = (client: Client, say: (line: string) => void) => {
  const officer = client.as(caseOfficer)

  const find = async (wanted: string, ...statuses: readonly IdeaStatus[]): Promise<FoundIdea | undefined> => {
    for (const status of statuses) {
      let path: string | undefined = `/v1/ideas/submissions?status=${status}&limit=100`
      while (path !== undefined) {
        // oxlint-disable-next-line no-await-in-loop -- each page tells where the next one is
        const page: ApiAnswer = await officer({ method: 'GET', path })
        const found = read(page, submissions, 'list ideas').submissions.find(({ title }) => title === wanted)
        if (found) return found
        path = page.next
      }
    }
    return undefined
  }

  const send = async ({ key, submission }: DemoCase): Promise<FoundIdea> => {
    const path = '/v1/ideas/submissions'
    const sent = await client.as(undefined)({ method: 'POST', path, body: submission, idempotencyKey: `demo-${key}-submit` })
    say(`  Idén är inskickad: ${submission.title}`)
    return { status: 'submitted', ideaId: read(sent, received, 'submit the idea', 201).ideaId }
  }

  const triage = async ({ key }: DemoCase, ideaId: string, noun: string, body: unknown): Promise<void> => {
    const path = `/v1/ideas/submissions/${ideaId}/${noun}`
    const answer = await officer({ method: 'POST', path, body, idempotencyKey: `demo-${key}-${noun}-${ideaId}` })
    expectStatus(answer, `triage the idea by ${noun}`, 201, 409)
  }

  /** @returns the id of the case that the idea has become. */
  const makeCase = async (demo: DemoCase): Promise<string> => {
    const idea = (await find(demo.submission.title, 'accepted', 'submitted')) ?? (await send(demo))
    if (idea.status !== 'accepted') await triage(demo, idea.ideaId, 'acceptances', { organisation: demo.submission.organisation })
    return idea.ideaId
  }

  /** An idea that becomes no case: left for triage, answered, or merged into another. */
  const leaveIdea = async (demo: DemoCase, wanted: DemoTriage): Promise<FoundIdea> => {
    const idea = (await find(demo.submission.title, ...ideaStatuses)) ?? (await send(demo))
    let { status } = idea
    if (wanted !== 'leave' && status === 'submitted') {
      if ('answer' in wanted) await triage(demo, idea.ideaId, 'answers', wanted)
      else {
        const target = await find(wanted.mergeInto, 'accepted', 'submitted')
        if (!target) throw new Error(`There is no idea ${wanted.mergeInto} to merge into.`)
        await triage(demo, idea.ideaId, 'merges', { into: target.ideaId, reason: wanted.reason })
      }
      status = 'answer' in wanted ? 'answered' : 'merged'
    }
    say(`  ${standings[status]}`)
    return { ...idea, status }
  }

  return { makeCase, leaveIdea }
}
