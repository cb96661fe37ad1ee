import { copyFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createGroupCommit } from './group-commit.ts'
import type { GroupCommit } from './group-commit.ts'

let dataDir: string
let file: string
let database: DatabaseSync
let group: GroupCommit
let failures: unknown[]

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'group-'))
  file = join(dataDir, 'group.sqlite')
  failures = []
  database = new DatabaseSync(file)
  group = createGroupCommit(database, file, (error) => failures.push(error))
  database.exec('CREATE TABLE notes (id TEXT PRIMARY KEY) STRICT')
})
afterEach(() => {
  if (database.isOpen) {
    group.close()
    database.close()
  }
  rmSync(dataDir, { recursive: true })
})

const note = (id: string): void => void group.write(() => database.prepare('INSERT INTO notes (id) VALUES (?)').run(id))

/** What a process would find that starts after this one was killed at this moment. */
const afterKill = (): unknown[] => {
  const copy = mkdtempSync(join(tmpdir(), 'group-copy-'))
  for (const name of readdirSync(dataDir)) copyFileSync(join(dataDir, name), join(copy, name))
  const copied = new DatabaseSync(join(copy, 'group.sqlite'))
  const ids = copied.prepare('SELECT id FROM notes ORDER BY id').all()
  copied.close()
  rmSync(copy, { recursive: true })
  return ids.map(({ id }) => id)
}

test('what has been written in one turn is there for the next process once it is durable, and not half before', async () => {
  note('a')
  note('b')
  expect(afterKill()).toEqual([])
  await group.durable()
  expect(afterKill()).toEqual(['a', 'b'])
  expect(group.durable()).toBeUndefined()
})

test('everybody is told who wrote while a sync was under way, and none too early', async () => {
  const told: string[] = []
  const write = async (id: string): Promise<void> => {
    note(id)
    await group.durable()
    expect(afterKill()).toContain(id)
    told.push(id)
  }
  await Promise.all(
    Array.from({ length: 30 }, async (_, index) => {
      for (let turn = 0; turn < index % 5; turn += 1) await new Promise((resolve) => setImmediate(resolve))
      await write(String(index).padStart(2, '0'))
    }),
  )
  expect(told).toHaveLength(30)
  expect(failures).toEqual([])
})

test('a write that fails takes back what stood with it, says so first, and the next group is good', async () => {
  note('a')
  const first = group.durable()?.catch((error: unknown) => String(error))
  expect(() => note('a')).toThrow('UNIQUE')
  expect(await first).toMatch('UNIQUE')
  expect(failures).toHaveLength(1)
  expect(afterKill()).toEqual([])
  note('b')
  await group.durable()
  expect(afterKill()).toEqual(['b'])
})

test('a commit that fails is told to who waits for it', async () => {
  database.exec('CREATE TABLE marks (note TEXT REFERENCES notes (id) DEFERRABLE INITIALLY DEFERRED) STRICT')
  group.write(() => database.exec(`INSERT INTO marks (note) VALUES ('missing')`))
  await expect(group.durable()).rejects.toThrow('FOREIGN KEY')
  expect(failures).toHaveLength(1)
  expect(group.durable()).toBeUndefined()
})

test('closing commits what is open', () => {
  note('a')
  group.close()
  database.close()
  expect(afterKill()).toEqual(['a'])
})
