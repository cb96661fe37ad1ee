import { runInProcess } from './backup/command.ts'
import { importCommand } from './backup/import-command.ts'

/**
 * `npm run import -- --from <folder> [--county <id>]`: restores an export into an empty instance
 * (docs/runbooks/restore.md). Exit 0: restored. 1: restored, and a journal's chain is broken, as it was when it was
 * exported. 2: refused or failed, and nothing has been written.
 */

await runInProcess(importCommand)
