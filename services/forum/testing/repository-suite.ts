import { describe, expect, it } from 'vitest'
import { authorOf } from '#contracts/actor.ts'
import { callId, focusGroupId, needId, teamId } from '#contracts/ids.ts'
import type { OrganisationId } from '#contracts/ids.ts'
import type { Put, Table } from '#lambda/table.ts'
import { supplier } from '#lambda/testing/personas.ts'
import { createTestIds, testNow } from '#lambda/testing/test-runtime.ts'
import { createUnitOfWork } from '#lambda/unit-of-work.ts'
import { createCommunityParts } from '../adapters/community-repositories.ts'
import { subjectOf } from '../application/change-stored.ts'
import { publishCall } from '../domain/community/call.ts'
import { draftFocusGroup, openFocusGroup } from '../domain/community/focus-group.ts'
import { formTeam, leaveTeam } from '../domain/community/team.ts'
import { draftNeed, endNeed, publishNeed } from '../domain/needs/need.ts'
import type { Need } from '../domain/needs/need.ts'
import { showInterest } from '../domain/needs/interest.ts'
import { aFocusGroup, aNeed, anEvent, aTeam } from './community-driver.ts'
import { callContent } from '../domain/community/call.ts'
import { focusGroupContent } from '../domain/community/focus-group.ts'
import { needDraft } from '../domain/needs/need.ts'
import { teamContent } from '../domain/community/team.ts'

/** What every table that keeps the forum's needs and community must do, whatever it is made of. */

const organisation = 'region-kalmar' as OrganisationId // one of the county's
const by = authorOf(supplier)

const stateOf = <T>(decided: { kind: string; state?: T }): T => {
  if (decided.state === undefined) throw new Error(decided.kind)
  return decided.state
}

export const describeForumRepositories = (tableOf: () => Table): void => {
  const newId = createTestIds()

  const setUp = () => {
    const table = tableOf()
    const unitOfWork = createUnitOfWork(table, 'forum')
    const parts = createCommunityParts({ table, unitOfWork })
    const save = (id: string, ...puts: Put[]) =>
      unitOfWork.save(
        { caseId: subjectOf(id), puts, facts: [] },
        { now: testNow, newId, actor: by, traceparent: `00-${'1'.repeat(32)}-${'2'.repeat(16)}-01` },
      )
    return { parts, save }
  }

  const drafted = (now = testNow): Need =>
    stateOf(draftNeed({ needId: needId.parse(newId()), organisation, draft: needDraft.parse(aNeed), case: undefined, by }, now))

  describe('a need', () => {
    it('is found as it was put, in the lists that it belongs to', async () => {
      const { parts, save } = setUp()
      const draft = drafted()
      const listed = async (list: 'open' | 'ended') =>
        (await parts.needs.list(list, { limit: 100 })).found.some((need) => need.needId === draft.needId)
      expect(await save(draft.needId, parts.needs.put(draft, 0))).toBe('saved')
      expect(await parts.needs.find(draft.needId)).toEqual({ value: draft, version: 1 })
      expect([await listed('open'), await listed('ended')]).toEqual([false, false])
      const published = stateOf(publishNeed(draft, testNow))
      await save(draft.needId, parts.needs.put(published, 1))
      expect([await listed('open'), await listed('ended')]).toEqual([true, false])
      await save(draft.needId, parts.needs.put(stateOf(endNeed(published, { why: 'closed', reason: 'Klart' }, testNow)), 2))
      expect([await listed('open'), await listed('ended')]).toEqual([false, true])
      expect((await parts.needs.listOf(organisation, { limit: 100 })).found.map((need) => need.needId)).toContain(draft.needId)
    })

    it('is not overwritten by whoever has read an older version', async () => {
      const { parts, save } = setUp()
      const draft = drafted()
      await save(draft.needId, parts.needs.put(draft, 0))
      expect(await save(draft.needId, parts.needs.put(draft, 0))).toBe('conflict')
      expect(await save(draft.needId, parts.needs.put(draft, 1))).toBe('saved')
      expect(await save(draft.needId, parts.needs.put(draft, 1))).toBe('conflict')
    })

    it('is listed page by page, the latest first', async () => {
      const { parts, save } = setUp()
      const made: string[] = []
      for (const minute of [1, 2, 3]) {
        const now = `2030-01-01T00:0${minute}:00.000Z`
        const published = stateOf(publishNeed(drafted(now), now))
        // oxlint-disable-next-line no-await-in-loop -- in order
        await save(published.needId, parts.needs.put(published, 0))
        made.unshift(published.needId)
      }
      const first = await parts.needs.list('open', { limit: 2 })
      const second = await parts.needs.list('open', { limit: 1, cursor: first.cursor })
      expect([...first.found, ...second.found].map((need) => need.needId)).toEqual(made)
    })
  })

  it('interest is counted with its row, once for each change', async () => {
    const { parts, save } = setUp()
    const need = stateOf(publishNeed(drafted(), testNow))
    const interestId = parts.interests.idOf(need.needId, by.subject)
    const interest = stateOf(showInterest(undefined, need, { interestId, supplier: by, content: { products: [] } }, testNow))
    const before = await parts.interests.findCount(need.needId)
    expect(await save(need.needId, parts.interests.put(interest, 0), parts.interests.putCount(before, 1))).toBe('saved')
    // Somebody else who has counted from the same figure is told so.
    expect(await save(need.needId, parts.interests.putCount(before, 1))).toBe('conflict')
    expect((await parts.interests.findCount(need.needId)).count).toBe(1)
    expect((await parts.interests.listIn(need.needId, { limit: 10 })).found).toEqual([interest])
    expect((await parts.interests.listBy(by.subject, { limit: 100 })).found).toContainEqual(interest)
  })

  it('a team is found by its need and by its members, as long as they are in it', async () => {
    const { parts, save } = setUp()
    const need = stateOf(publishNeed(drafted(), testNow))
    const id = teamId.parse(newId())
    const subject = `company-${id}`
    const { company, role, ...content } = aTeam
    const founder = { person: { subject, name: 'A' }, company, role }
    const team = stateOf(formTeam({ teamId: id, need, content: teamContent.parse(content), founder }, testNow))
    await save(id, parts.teams.put(team, 0), ...parts.teams.putMembers(undefined, team))
    expect((await parts.teams.listFor(need.needId, { limit: 10 })).found).toEqual([team])
    expect((await parts.teams.listOf(subject, { limit: 10 })).found).toEqual([team])
    const left = stateOf(leaveTeam(team, subject))
    await save(id, parts.teams.put(left, 1), ...parts.teams.putMembers(team, left))
    expect((await parts.teams.listOf(subject, { limit: 10 })).found).toEqual([])
    expect((await parts.teams.listFor(need.needId, { limit: 10 })).found).toEqual([])
  })

  it('a call lies in the year of its last day, in Sweden', async () => {
    const { parts, save } = setUp()
    const id = callId.parse(newId())
    const content = callContent.parse({ ...anEvent, startsAt: '2030-12-31T22:00:00.000Z', endsAt: '2030-12-31T23:30:00.000Z' })
    const call = stateOf(publishCall({ callId: id, content, by }, testNow))
    await save(id, parts.calls.put(call, 0))
    const isIn = async (year: number) => (await parts.calls.listEndingIn(year)).some((one) => one.callId === id)
    expect([await isIn(2030), await isIn(2031)]).toEqual([false, true])
  })

  it('a sign-up is gone when it is cleared or its time has passed, and seats are counted with it', async () => {
    const { parts, save } = setUp()
    const id = focusGroupId.parse(newId())
    const plan = stateOf(
      draftFocusGroup({ focusGroupId: id, organisation, content: focusGroupContent.parse(aFocusGroup), by }, testNow),
    )
    await save(id, parts.focusGroups.put(stateOf(openFocusGroup(plan, testNow)), 0))
    expect((await parts.focusGroups.list({ limit: 100 })).found.map((group) => group.focusGroupId)).toContain(id)
    const signUpId = parts.focusGroups.signUpIdOf('a receipt')
    const signUp = { signUpId, name: 'A', contact: 'a@b.example', signedUpAt: testNow, goneAt: '2027-01-01T00:00:00.000Z' }
    const seats = await parts.focusGroups.findSeats(id)
    await save(id, parts.focusGroups.putSignUp(id, signUp), parts.focusGroups.putSeats(id, seats, 1))
    expect(await parts.focusGroups.listSignUps(id, testNow)).toEqual([signUp])
    expect(await parts.focusGroups.listSignUps(id, '2027-01-01T00:00:00.000Z')).toEqual([])
    expect(await save(id, parts.focusGroups.putSeats(id, seats, 1))).toBe('conflict')
    await save(id, parts.focusGroups.clearSignUp(id, signUpId, testNow))
    expect(await parts.focusGroups.findSignUp(id, signUpId, testNow)).toBeUndefined()
  })

  it('what somebody has done today is counted apart from yesterday and from others', async () => {
    const { parts, save } = setUp()
    const subject = newId()
    const use = await parts.uses.find(subject, 'reports', testNow)
    await save(newId(), parts.uses.put(use, testNow))
    const countOf = async (who: string, now: string) => (await parts.uses.find(who, 'reports', now)).count
    expect(await countOf(subject, testNow)).toBe(1)
    expect(await countOf(subject, '2026-11-21T08:00:00.000Z')).toBe(0)
    expect(await countOf(newId(), testNow)).toBe(0)
  })

  it('topics are replaced as a whole by whoever has read them', async () => {
    const { parts, save } = setUp()
    const subject = newId()
    const topics = { targetGroups: [], careSteps: ['medication' as const], words: [] }
    expect((await parts.topics.find(subject)).version).toBe(0)
    await save(newId(), parts.topics.put(subject, topics, 0))
    expect(await parts.topics.find(subject)).toEqual({ value: topics, version: 1 })
    expect(await save(newId(), parts.topics.put(subject, topics, 0))).toBe('conflict')
  })
}
