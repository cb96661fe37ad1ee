import { describe, expect, it } from 'vitest'
import { applied, refused, unchanged } from './outcome.ts'
import type { Transition } from './outcome.ts'
import { perform, performOn } from './perform.ts'
import type { Item } from './table.ts'
import { createTestRuntime, testNow } from './testing/test-runtime.ts'
import type { Context, Saved } from './unit-of-work.ts'

const context: Context = {
  now: testNow,
  newId: createTestRuntime().newId,
  actor: { subject: 'maria', name: 'Maria Lindqvist' },
  traceparent: '',
}

/** A counter whose saves answer in the given order, and what it was asked to save. */
const counter = (
  answers: readonly Saved[],
  decide: (count: number) => Transition<number, 'full'> = (count) => applied(count + 1),
) => {
  const saves: { before: number; after: number; once: Item | undefined }[] = []
  let stored = 0
  return {
    saves,
    steps: {
      load: async () => stored,
      decide,
      save: async (before: number, change: { state: number }, once: Item | undefined): Promise<Saved> => {
        const result = answers[saves.length] ?? 'saved'
        saves.push({ before, after: change.state, once })
        // Somebody else's change came between.
        if (result === 'conflict') stored += 10
        return result
      },
      present: (count: number) => ({ value: `count ${count}`, version: count }),
    },
  }
}

describe('a change', () => {
  it('answers with the new state and its version', async () => {
    const { steps, saves } = counter(['saved'])
    expect(await perform(steps, context)).toEqual({ kind: 'answer', value: 'count 1', version: 1 })
    expect(saves).toHaveLength(1)
  })

  it('is decided again on what is there then, when somebody else came between', async () => {
    const { steps, saves } = counter(['conflict', 'conflict', 'saved'])
    expect(await perform(steps, context)).toEqual({ kind: 'answer', value: 'count 21', version: 21 })
    expect(saves.map(({ before, after }) => [before, after])).toEqual([
      [0, 1],
      [10, 11],
      [20, 21],
    ])
  })

  it('is refused on what is there then, when that no longer allows it', async () => {
    const { steps } = counter(['conflict'], (count) => (count > 5 ? refused('full') : applied(count + 1)))
    expect(await perform(steps, context)).toEqual({ kind: 'refused', code: 'full', details: [] })
  })

  it('gives up as busy after twelve tries', async () => {
    const { steps, saves } = counter(Array.from({ length: 20 }, () => 'conflict'))
    expect(await perform(steps, context)).toEqual({ kind: 'refused', code: 'busy', details: [] })
    expect(saves).toHaveLength(12)
  })

  it('saves nothing when it is refused, and nothing when there is nothing to change', async () => {
    const no = counter([], () => refused('full'))
    expect(await perform(no.steps, context)).toMatchObject({ kind: 'refused', code: 'full' })
    const same = counter([], () => unchanged)
    expect(await perform(same.steps, context)).toEqual({ kind: 'answer', value: 'count 0', version: 0 })
    expect([...no.saves, ...same.saves]).toEqual([])
  })

  it('tells that it has been done already', async () => {
    const { steps } = counter(['repeated'])
    expect(await perform(steps, context)).toEqual({ kind: 'repeated' })
  })

  it('saves the row that makes it happen once, made of what the caller will be told', async () => {
    const { steps, saves } = counter(['conflict', 'saved'])
    await perform(steps, { ...context, once: (value, version) => ({ pk: 'ONCE', sk: String(version), body: value }) })
    expect(saves.map(({ once }) => once)).toEqual([
      { pk: 'ONCE', sk: '1', body: 'count 1' },
      { pk: 'ONCE', sk: '11', body: 'count 11' },
    ])
  })

  it('can carry more than the new state to where it is saved', async () => {
    const saved: unknown[] = []
    await perform(
      {
        load: async () => 1,
        decide: (count) => ({ ...applied(count + 1), evidence: 'frozen' }),
        save: async (before, { state, evidence }): Promise<Saved> => {
          saved.push([before, state, evidence])
          return 'saved'
        },
        present: (count) => ({ value: count }),
      },
      context,
    )
    expect(saved).toEqual([[1, 2, 'frozen']])
  })

  it('lets a fault through, and does not try again', async () => {
    let tries = 0
    const fault = new Error('no database')
    const { steps } = counter([])
    const failing = {
      ...steps,
      save: () => {
        tries += 1
        return Promise.reject(fault)
      },
    }
    await expect(perform(failing, context)).rejects.toBe(fault)
    expect(tries).toBe(1)
  })
})

describe('a change of what must be there', () => {
  const on = (found: readonly (number | undefined)[], answers: readonly Saved[] = []) => {
    const { steps, saves } = counter(answers)
    let loads = 0
    return {
      saves,
      performed: performOn({ ...steps, missing: 'notFound', load: async () => found[loads++] }, context),
    }
  }

  it('is made as any other when it is, 0 and all', async () => {
    expect(await on([0]).performed).toEqual({ kind: 'answer', value: 'count 1', version: 1 })
  })

  it('is refused, and nothing saved, when it is not', async () => {
    const { performed, saves } = on([undefined])
    expect(await performed).toEqual({ kind: 'refused', code: 'notFound', details: [] })
    expect(saves).toEqual([])
  })

  it('is refused when somebody has taken it away between two tries', async () => {
    const { performed, saves } = on([5, undefined], ['conflict'])
    expect(await performed).toMatchObject({ code: 'notFound' })
    expect(saves).toHaveLength(1)
  })
})
