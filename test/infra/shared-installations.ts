import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    readonly installations: string
  }
}

const folder = mkdtempSync(path.join(tmpdir(), 'behovsflodet-installations-'))

/**
 * A folder of the test run's own: the file that first needs a county's templates leaves them there for the others, so that
 * each is synthesised once. Emptied before tests run again, for then the code has changed.
 */
export const setup = (project: TestProject): void => {
  project.provide('installations', folder)
  project.onTestsRerun(async () => {
    for (const file of readdirSync(folder)) rmSync(path.join(folder, file), { force: true })
  })
}

export const teardown = (): void => rmSync(folder, { recursive: true, force: true })
