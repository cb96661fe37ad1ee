import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openLogFile } from './log-file.ts'
import { fillDisk, mayMount, mountDisk } from './testing/small-disk.ts'

let folder: string
let told: string[]
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'behovsflodet-log-'))
  told = []
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const open = (file: string) => openLogFile(file, (line) => told.push(line))
const linesOf = (file: string): string[] => readFileSync(file, 'utf8').trimEnd().split('\n')

it('lines stand under those of earlier runs, and what comes after closing is lost quietly', () => {
  const file = join(folder, 'log')
  for (const line of ['first', 'second']) {
    const log = open(file)
    log.writeLine(line)
    log.close()
    log.writeLine('late')
  }
  expect(linesOf(file)).toEqual(['first', 'second'])
  expect(told).toEqual([])
})

it('a log that cannot be opened is told in one line', () => {
  expect(() => open(folder)).toThrow(
    `Loggen ${folder} kan inte öppnas: det är en mapp. / The log ${folder} cannot be opened: it is a folder.`,
  )
})

it.skipIf(!mayMount)(
  'on a full disk nothing is thrown and it is told once; with room again it goes on, on a line of its own',
  () => {
    const disk = mountDisk('size=64k')
    if (!disk) throw new Error('it could be mounted before')
    try {
      const file = join(disk.folder, 'log')
      const log = open(file)
      log.writeLine('before')
      const filling = fillDisk(disk.folder, 0)
      for (let count = 0; count < 3; count += 1) log.writeLine('x'.repeat(6_000))
      expect(told).toEqual([
        `Loggen ${file} kan inte skrivas: disken är full. Behovsflödet går vidare utan den tills det går igen. / ` +
          `The log ${file} cannot be written: the disk is full. Behovsflödet goes on without it until it can.`,
      ])
      rmSync(filling)
      log.writeLine('after')
      log.close()
      expect([linesOf(file)[0], linesOf(file).at(-1)]).toEqual(['before', 'after'])
      expect(told).toHaveLength(1)
    } finally {
      disk.unmount()
    }
  },
)
