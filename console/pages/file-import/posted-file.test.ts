import { describe, expect, it } from 'vitest'
import { importText } from './import-text.ts'
import { carriedRows, chosenFile, readPostedTable } from './posted-file.ts'

const fault = (message: object) => ({ ok: false, unfit: { kind: 'fault', message } })

describe('the file that a form posted', () => {
  it.each([
    ['no file field', undefined],
    ['a field with text', 'fil.csv'],
    ['the nameless file of a form without a choice', new File([], '')],
  ])('is asked for at its field when there is %s', (_, posted) => {
    expect(chosenFile(posted, importText)).toEqual(fault(importText.noFile))
  })

  it('may be as large as the page says and no larger', () => {
    expect(chosenFile(new File(['12345'], 'a.csv'), importText, 5).ok).toBe(true)
    expect(chosenFile(new File(['123456'], 'a.csv'), importText, 5)).toEqual(fault(importText.tooLarge))
  })

  it('gives its cells, or why it cannot be read', async () => {
    expect(await readPostedTable(new File(['Namn;Antal\nA;1\n'], 'a.csv'), importText)).toMatchObject({
      ok: true,
      grid: {
        kind: 'csv',
        rows: [
          ['Namn', 'Antal'],
          ['A', '1'],
        ],
      },
    })
    expect(await readPostedTable(new File([], 'a.csv'), importText)).toMatchObject({
      ok: false,
      unfit: { kind: 'unreadable', because: { title: { en: 'The file is empty' } } },
    })
  })
})

describe('the rows that a preview carried', () => {
  it('are what it sent', () => {
    expect(carriedRows('[{"row":2},{"row":3}]', 2)).toEqual([{ row: 2 }, { row: 3 }])
  })

  it.each([
    ['nothing', null],
    ['no JSON', '[{'],
    ['no list', '{"row":2}'],
    ['an empty list', '[]'],
    ['more than a file may hold', '[1,2,3]'],
  ])('are not taken from %s', (_, sent) => {
    expect(carriedRows(sent, 2)).toBeUndefined()
  })
})
