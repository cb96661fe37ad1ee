import { describe, expect, it } from 'vitest'
import type { FormField } from '#phase/field.ts'
import { addAction, editRows, removeAction, rowActionOf, upAction } from './edit-rows.ts'
import { readForm } from './read-form.ts'
import { writeForm } from './write-form.ts'

const label = { sv: 'Steg', en: 'Step' }
const name: FormField = { kind: 'text', label, maxLength: 100, isRequired: true }
const fields: Readonly<Record<string, FormField>> = {
  steps: {
    kind: 'list',
    label,
    min: 1,
    max: 10,
    isRequired: true,
    item: {
      kind: 'group',
      label,
      isRequired: true,
      fields: { name, parts: { kind: 'list', label, min: 0, max: 5, item: name, isRequired: false } },
    },
  },
}
const content = {
  steps: [
    { name: 'Ett', parts: ['a', 'b'] },
    { name: 'Två', parts: [] },
    { name: 'Tre', parts: ['c'] },
  ],
}

const after = (action: string) => {
  const entered = writeForm(fields, content)
  const known = rowActionOf(action)
  expect(known).toBeDefined()
  const focus = editRows(entered, known!) // just expected
  return { entered, focus, steps: readForm(fields, entered).content['steps'] }
}

describe('the rows of a list, edited by buttons', () => {
  it('adds a row last, points at it, and keeps the others as they were typed', () => {
    const { entered, focus, steps } = after(addAction('/steps'))
    expect(focus).toBe('/steps/3')
    expect(entered.getAll('/steps')).toEqual(['0', '1', '2', '3'])
    expect(steps).toEqual(content.steps)
  })

  it('adds to a list within a row', () => {
    const { entered, focus } = after(addAction('/steps/0/parts'))
    expect(focus).toBe('/steps/0/parts/2')
    entered.set('/steps/0/parts/2', 'ny')
    expect(readForm(fields, entered).content['steps']).toEqual([
      { name: 'Ett', parts: ['a', 'b', 'ny'] },
      ...content.steps.slice(1),
    ])
  })

  it('removes one row and gives no other row its values', () => {
    expect(after(removeAction('/steps', '1')).steps).toEqual([content.steps[0], content.steps[2]])
  })

  it('never reuses the number of a row that stands before it', () => {
    const { entered } = after(removeAction('/steps', '0'))
    expect(editRows(entered, { do: 'add', list: '/steps' })).toBe('/steps/3')
  })

  it('moves a row up with everything in it, and leaves the first where it is', () => {
    expect(after(upAction('/steps', '2')).steps).toEqual([content.steps[0], content.steps[2], content.steps[1]])
    expect(after(upAction('/steps', '0')).steps).toEqual(content.steps)
  })

  it('knows no other actions', () => {
    expect(rowActionOf('complete')).toBeUndefined()
    expect(rowActionOf(null)).toBeUndefined()
    expect(rowActionOf('add:')).toBeUndefined()
  })
})
