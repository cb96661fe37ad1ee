import { expect, it } from 'vitest'
import { groupsBelow } from './training-share.ts'

it('a group lies below the goal until its share, rounded down, reaches it', () => {
  expect(groupsBelow([{ name: 'a', people: 1_000, trained: 899 }], 90).map(({ name }) => name)).toEqual(['a'])
  expect(groupsBelow([{ name: 'a', people: 10, trained: 9 }], 90)).toEqual([])
})

it('a group of nobody has not reached a goal', () => {
  expect(groupsBelow([{ name: 'a', people: 0, trained: 0 }], 1).map(({ name }) => name)).toEqual(['a'])
})
