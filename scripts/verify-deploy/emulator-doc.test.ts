import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

const root = path.resolve(import.meta.dirname, '..', '..')
const page = readFileSync(path.join(root, 'docs', 'emulator.md'), 'utf8')

/** What is not shown, and the file and name of the test that asserts it instead. */
const named = [...page.matchAll(/^\| (.+?) \| .+? \| `([^`]+\.test\.ts)`: (.+?) \|$/gm)].map(([, what, file, title]) => ({
  what: what ?? '',
  file: file ?? '',
  title: title ?? '',
}))

describe('what the emulator cannot show', () => {
  it('is told with a test for each', () => {
    const [, table = ''] = page.split('## What the emulator cannot show')
    const rows = table.split('\n## ')[0]?.match(/^\| (?!Not shown|---)/gm)?.length
    expect(named.length).toBeGreaterThan(20)
    expect(named).toHaveLength(rows ?? 0)
  })

  it.each(named)('$what: $title', ({ file, title }) => {
    const text = readFileSync(path.join(root, file), 'utf8')
    expect(text.includes(`'${title}'`) || text.includes(`"${title}"`)).toBe(true)
  })
})
