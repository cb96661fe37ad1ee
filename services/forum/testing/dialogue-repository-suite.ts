import { describe, expect, it } from 'vitest'
import { system } from '#contracts/actor.ts'
import type { InformationPackage } from '#contracts/dialogue.ts'
import { anyEvent } from '#contracts/event.ts'
import { caseId, caseNumber, dialogueId, organisationId } from '#contracts/ids.ts'
import { queryAll } from '#lambda/table.ts'
import type { Table } from '#lambda/table.ts'
import { createUnitOfWork } from '#lambda/unit-of-work.ts'
import type { Context } from '#lambda/unit-of-work.ts'
import { createDialogueTable } from '../adapters/dialogue-table.ts'
import type { DialogueRepository } from '../application/dialogues/dialogue-repository.ts'
import { packageAfter } from '../domain/dialogues/case-package.ts'
import { openDialogue } from '../domain/dialogues/change-course.ts'
import type { Dialogue } from '../domain/dialogues/dialogue.ts'
import { addDocument } from '../domain/dialogues/keep-log.ts'
import { planBody, planOf } from '../domain/dialogues/plan.ts'
import { plans } from './dialogue-driver.ts'

const now = '2026-11-20T08:00:00.000Z'
const doer = { now, author: system }

const context = (): Context => ({
  now,
  newId: () => crypto.randomUUID(),
  actor: system,
  traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
})

const planned = (about = caseId.parse(crypto.randomUUID())): Dialogue => ({
  state: {
    dialogueId: dialogueId.parse(crypto.randomUUID()),
    status: 'planned',
    organisation: organisationId.parse('region-kalmar'),
    case: { caseId: about, caseNumber: caseNumber.parse('KLM-2026-0007') },
    plan: planOf(planBody.parse(plans.rfi)),
    plannedAt: now,
    plannedBy: system,
  },
  version: 1,
  log: [],
})

const caseOf = ({ state }: Dialogue) => {
  if (!state.case) throw new Error('the dialogue is of a case')
  return state.case.caseId
}

const stateOf = (transition: ReturnType<typeof openDialogue>): Dialogue => {
  if (transition.kind !== 'applied') throw new Error(transition.kind)
  return transition.state
}
const opened = (dialogue: Dialogue): Dialogue => stateOf(openDialogue(dialogue, dialogue.version, doer))
const withDocument = (dialogue: Dialogue, text: string): Dialogue => stateOf(addDocument(dialogue, { title: 'Mer', text }, doer))

/** What the repository promises, on whatever table it stands. Each test has dialogues of its own. */
export const describeDialogueRepository = (tableOf: () => Table): void => {
  const repository = (): DialogueRepository => createDialogueTable(tableOf(), createUnitOfWork(tableOf(), 'forum'))

  const save = (
    before: Dialogue | undefined,
    after: Dialogue,
    told?: { before: InformationPackage | undefined; after: InformationPackage },
  ) => repository().save({ before, after, package: told, facts: [], once: undefined }, context())

  const packageOf = (after: Dialogue, before?: InformationPackage) => {
    const next = packageAfter(before, after, now)
    if (!next) throw new Error('nothing was told')
    return { before, after: next.package }
  }

  describe('a dialogue', () => {
    it('is found as it was saved, its log in order', async () => {
      const first = planned()
      expect(await repository().find(first.state.dialogueId)).toBeUndefined()
      await save(undefined, first)
      let dialogue = opened(first)
      await save(first, dialogue)
      for (let count = 2; count <= 12; count += 1) {
        const next = withDocument(dialogue, `Text ${count}`)
        expect(await save(dialogue, next)).toBe('saved')
        dialogue = next
      }
      const found = await repository().find(first.state.dialogueId)
      expect(found).toEqual(JSON.parse(JSON.stringify(dialogue)))
      expect(found?.log.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
    })

    it('is saved once from each version: who comes second must look again, and nothing of theirs is there', async () => {
      const first = planned()
      await save(undefined, first)
      const dialogue = opened(first)
      expect(await save(first, dialogue)).toBe('saved')
      expect(await save(first, opened(first))).toBe('conflict')
      expect(await save(undefined, first)).toBe('conflict')
      expect(await save(dialogue, withDocument(dialogue, 'A'))).toBe('saved')
      expect(await save(dialogue, withDocument(dialogue, 'B'))).toBe('conflict')
      expect(JSON.stringify(await repository().find(first.state.dialogueId))).not.toContain('"B"')
    })

    it('whose plan two have rewritten keeps the first', async () => {
      const first = planned()
      await save(undefined, first)
      const titled = (title: string): Dialogue => ({
        ...first,
        version: 2,
        state: { ...first.state, plan: { ...first.state.plan, title } },
      })
      expect(await save(first, titled('Den ena'))).toBe('saved')
      expect(await save(first, titled('Den andra'))).toBe('conflict')
      expect((await repository().find(first.state.dialogueId))?.state.plan.title).toBe('Den ena')
    })

    it('is listed under its status alone', async () => {
      const first = planned()
      await save(undefined, first)
      await save(first, opened(first))
      const idsOf = async (status: 'planned' | 'open') =>
        (await repository().list(status, { limit: 100 })).found.map(({ dialogueId: id }) => id)
      expect(await idsOf('open')).toContain(first.state.dialogueId)
      expect(await idsOf('planned')).not.toContain(first.state.dialogueId)
    })

    it('tells what it tells in the journal of its case', async () => {
      const first = planned()
      await save(undefined, first)
      const transition = openDialogue(first, first.version, doer)
      if (transition.kind !== 'applied') throw new Error(transition.kind)
      await repository().save({ before: first, after: transition.state, facts: transition.facts, once: undefined }, context())
      const rows = await queryAll(tableOf(), { partition: `CASE#${caseOf(first)}`, sortPrefix: 'OUT#' })
      expect(rows.map(({ body }) => anyEvent.parse(body).subject)).toEqual([caseOf(first)])
    })
  })

  describe('a package', () => {
    it('is found in its latest version and in each that was', async () => {
      const first = planned()
      await save(undefined, first)
      const dialogue = opened(first)
      const one = packageOf(dialogue)
      await save(first, dialogue, one)
      const next = withDocument(dialogue, 'Text')
      const two = packageOf(next, one.after)
      await save(dialogue, next, two)
      expect(await repository().findPackage(caseOf(first))).toEqual(two.after)
      expect(await repository().findPackageVersion(caseOf(first), 1)).toEqual(one.after)
      expect(await repository().findPackageVersion(caseOf(first), 3)).toBeUndefined()
    })

    it('of a case with two dialogues is not overwritten by whoever has read an older version: nothing is saved', async () => {
      const first = planned()
      const second = planned(caseOf(first))
      await save(undefined, first)
      await save(undefined, second)
      const [a, b] = [opened(first), opened(second)]
      expect(await save(first, a, packageOf(a))).toBe('saved')
      expect(await save(second, b, packageOf(b))).toBe('conflict')
      expect((await repository().find(second.state.dialogueId))?.state.status).toBe('planned')
      expect((await repository().findPackage(caseOf(first)))?.dialogues).toHaveLength(1)
    })
  })
}
