import { runInProcess } from './backup/command.ts'
import { exportCommand } from './backup/export-command.ts'

/**
 * `npm run export -- --to <folder> [--county <id>] [--restored]`: the county's whole state as files
 * (docs/runbooks/restore.md). `--restored` reads the tables that were restored beside the county's own, `<table>-restored`.
 * Exit 0: written. 1: written, and a journal's chain is broken. 2: not written.
 */

await runInProcess(exportCommand)
