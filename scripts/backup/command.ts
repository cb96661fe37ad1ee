import { tellFault } from './instance.ts'

/** What a command is given, and where it tells of it: the process's own, or those of whoever calls it. */
export interface CommandCall {
  readonly args: readonly string[]
  readonly environment: NodeJS.ProcessEnv
  readonly printLine: (line: string) => void
  readonly printFault: (line: string) => void
}

/** 0: done. 1: done, and a journal's chain is broken. 2: refused or failed. */
export type ExitCode = 0 | 1 | 2

/** A command whose every fault is one line and exit code 2. */
export const createCommand =
  (run: (call: CommandCall) => Promise<0 | 1>) =>
  async (call: CommandCall): Promise<ExitCode> => {
    try {
      return await run(call)
    } catch (error) {
      call.printFault(tellFault(error))
      return 2
    }
  }

/** Runs a command with this process's arguments and environment; its exit code becomes the process's. */
export const runInProcess = async (command: (call: CommandCall) => Promise<ExitCode>): Promise<void> => {
  process.exitCode = await command({
    args: process.argv.slice(2),
    environment: process.env,
    printLine: (line) => void process.stdout.write(`${line}\n`),
    printFault: (line) => void process.stderr.write(`${line}\n`),
  })
}
