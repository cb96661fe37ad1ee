import * as z from 'zod'
import { addDays, addWorkingDays, dayOf } from '#calendar/working-days.ts'
import { needList, teamList } from '../../console/api/forum-views.ts'
import { momentInSweden } from '../../console/pages/forum/dialogues/swedish-moment.ts'
import type { ApiAnswer, Client } from '../client.ts'
import { expectStatus, read, until } from '../expect.ts'
import { demoCalls, demoFocusGroup, demoInterests, demoNeeds, demoTeams } from './forum-content.ts'
import type { DemoNeed } from './forum-content.ts'

/** Fills the forum over HTTP, each part by whoever does it. What is there by its title is not made again. */

const facilitator = 'samordnare'
const created = z.object({ needId: z.string() })
const madeTeam = z.object({ teamId: z.string(), invitations: z.array(z.object({ code: z.string() })).optional() })
const madeGroup = z.object({ focusGroupId: z.string() })
const refusedFor = z.object({ code: z.string() })
const titled = z.object({ title: z.string() })

interface Forum {
  readonly client: Client
  readonly say: (line: string) => void
  readonly today: string
}

const momentOf = (day: string, hour: string): string => {
  const moment = momentInSweden(day, hour)
  if (moment === undefined) throw new Error(`There is no ${hour} on ${day}.`)
  return moment
}

/** The own organisation's needs by title. */
const ownNeeds = async ({ client }: Forum, persona: string): Promise<Map<string, string>> => {
  const answer = await client.as(persona)({ method: 'GET', path: '/v1/forum/own-needs?limit=100' })
  return new Map(read(answer, needList, 'own needs').needs.map(({ title, needId }) => [title, needId]))
}

const publishNeed = async ({ client }: Forum, { by, content }: DemoNeed, caseId: string | undefined): Promise<string> => {
  const send = client.as(by)
  // The forum hears of a case over its queue.
  const drafted = await until<ApiAnswer>('the forum to know of the case', async () => {
    const answer = await send({ method: 'POST', path: '/v1/forum/needs', body: { ...content, ...(caseId && { caseId }) } })
    const isUnheardOf = answer.status === 409 && refusedFor.safeParse(answer.body).data?.code === 'caseNotYours'
    return isUnheardOf ? undefined : answer
  })
  const { needId } = read(drafted, created, `draft ${content.title}`, 201)
  const published = await send({ method: 'POST', path: `/v1/forum/needs/${needId}/publications`, ifMatch: drafted.etag })
  expectStatus(published, `publish ${content.title}`, 200)
  return needId
}

const fillNeeds = async (forum: Forum, akBrevCaseId: string): Promise<ReadonlyMap<string, string>> => {
  const known = new Map([...(await ownNeeds(forum, 'handlaggare')), ...(await ownNeeds(forum, 'kommunhandlaggare'))])
  let made = 0
  for (const need of demoNeeds) {
    if (known.has(need.content.title)) continue
    // oxlint-disable-next-line no-await-in-loop -- in the order of the list
    known.set(need.content.title, await publishNeed(forum, need, need.isAkBrev && akBrevCaseId))
    made += 1
  }
  if (made > 0) forum.say(`  ${made} behov publicerade`)
  return known
}

const idIn = (needs: ReadonlyMap<string, string>, title: string): string => {
  const id = needs.get(title)
  if (id === undefined) throw new Error(`There is no need ${title}.`)
  return id
}

const showInterests = async ({ client }: Forum, needs: ReadonlyMap<string, string>): Promise<void> => {
  for (const { by, in: title, content } of demoInterests)
    expectStatus(
      // oxlint-disable-next-line no-await-in-loop -- in the order of the list
      await client.as(by)({ method: 'PUT', path: `/v1/forum/needs/${idIn(needs, title)}/interest`, body: content }),
      `show interest in ${title}`,
      200,
    )
  const topics = { careSteps: ['careAtHome'], words: ['larm'] }
  expectStatus(await client.as('leverantor')({ method: 'PUT', path: '/v1/forum/topics', body: topics }), 'follow topics', 200)
}

const formTeams = async ({ client, say }: Forum, needs: ReadonlyMap<string, string>): Promise<void> => {
  for (const { for: title, founder, invited, content } of demoTeams) {
    // oxlint-disable no-await-in-loop -- one step after the other
    const send = client.as(founder.by)
    const mine = read(await send({ method: 'GET', path: '/v1/forum/own-teams?limit=100' }), teamList, 'own teams')
    if (mine.teams.some(({ name }) => name === content.name)) continue
    const { by: _, ...membership } = founder
    const body = { needId: idIn(needs, title), ...content, ...membership }
    const { teamId } = read(await send({ method: 'POST', path: '/v1/forum/teams', body }), madeTeam, `form ${content.name}`, 201)
    say(`  samarbete: ${content.name}`)
    if (!invited) continue
    const { by, ...joining } = invited
    const path = `/v1/forum/teams/${teamId}`
    const invitation = read(
      await send({ method: 'POST', path: `${path}/invitations`, body: { company: joining.company } }),
      madeTeam,
      `invite to ${content.name}`,
    )
    const code = invitation.invitations?.[0]?.code
    expectStatus(await client.as(by)({ method: 'POST', path: `${path}/members`, body: { ...joining, code } }), 'join', 200)
    // oxlint-enable no-await-in-loop
  }
}

const fillCalendar = async ({ client, say, today }: Forum): Promise<void> => {
  const send = client.as(facilitator)
  const there = read(
    await send({ method: 'GET', path: `/v1/forum/calls?from=${addDays(today, -365)}&to=${addDays(today, 730)}` }),
    z.object({ calls: z.array(titled) }),
    'calls',
  )
  for (const call of demoCalls) {
    if (there.calls.some(({ title }) => title === call.title)) continue
    const { kind, title, text, organiser, audience } = call
    const when =
      call.kind === 'event'
        ? {
            startsAt: momentOf(addWorkingDays(today, call.day), call.from),
            endsAt: momentOf(addWorkingDays(today, call.day), call.until),
            place: call.place,
          }
        : { closesOn: addDays(today, call.closes) }
    const body = { kind, title, text, organiser, audience, ...when }
    // oxlint-disable-next-line no-await-in-loop -- in the order of the list
    expectStatus(await send({ method: 'POST', path: '/v1/forum/calls', body }), `publish ${title}`, 201)
    say(`  kalender: ${title}`)
  }
}

const inviteToFocusGroup = async ({ client, say, today }: Forum, needs: ReadonlyMap<string, string>): Promise<void> => {
  const send = client.as(facilitator)
  const mine = read(
    await send({ method: 'GET', path: '/v1/forum/own-focus-groups?limit=100' }),
    z.object({ focusGroups: z.array(titled) }),
    'focus groups',
  )
  const { day, from, until: ends, signUpBy, ...content } = demoFocusGroup
  if (mine.focusGroups.some(({ title }) => title === content.title)) return
  const date = addWorkingDays(today, day)
  const body = {
    ...content,
    startsAt: momentOf(date, from),
    endsAt: momentOf(date, ends),
    signUpBy: addWorkingDays(today, signUpBy),
    needId: idIn(needs, 'Larma på väg till affären, inte bara hemma'),
  }
  const drafted = await send({ method: 'POST', path: '/v1/forum/focus-groups', body })
  const { focusGroupId } = read(drafted, madeGroup, 'plan a focus group', 201)
  const path = `/v1/forum/focus-groups/${focusGroupId}`
  expectStatus(await send({ method: 'POST', path: `${path}/openings`, ifMatch: drafted.etag }), 'open the focus group', 200)
  const person = { name: 'Maja Söderlund', contact: 'maja@invanare.example', consent: true }
  expectStatus(await client.as('invanare')({ method: 'POST', path: `${path}/sign-ups`, body: person }), 'sign up', 201)
  say(`  fokusgrupp: ${content.title}`)
}

/** @param akBrevCaseId the case that the first need began. */
export const fillForum = async (client: Client, say: (line: string) => void, akBrevCaseId: string): Promise<void> => {
  say('Samverkansforum')
  const forum = { client, say, today: dayOf(new Date().toISOString()) }
  const needs = await fillNeeds(forum, akBrevCaseId)
  await showInterests(forum, needs)
  await formTeams(forum, needs)
  await fillCalendar(forum)
  await inviteToFocusGroup(forum, needs)
}
