import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Bells } from './bells.ts'
import type { CaseMemory, Step, WorkAnswer, WorkRequest } from './step.ts'
import type { Target } from './target.ts'

/** "Not yet": one part of a system has not heard what another has already said. */
const isNotYet = (status: number): boolean => status === 404 || status === 409 || status === 503
const pauseMilliseconds = 5
const patienceMilliseconds = 60_000

export interface DrivenCase {
  readonly caseId: string
  readonly decisions: CaseMemory['decisions']
}

export interface Drive {
  readonly cases: readonly DrivenCase[]
  /** How often somebody came too early and had to ask again. */
  readonly askedAgain: number
}

/**
 * Takes cases through their steps in a closed loop: as many at a time as `concurrency` says, the next when one is done.
 * @param firstNumber of the first case; numbers are not used twice on one system.
 */
export const runCases = async (
  { target, bells, steps }: { target: Target; bells: Bells; steps: readonly Step[] },
  { count, concurrency, firstNumber }: { count: number; concurrency: number; firstNumber: number },
): Promise<Drive> => {
  let askedAgain = 0

  const send = async (request: WorkRequest, memory: CaseMemory): Promise<WorkAnswer> => {
    const key = randomUUID()
    const giveUpAt = performance.now() + patienceMilliseconds
    for (;;) {
      const { status, answer, text } = await target.send(request, key, memory)
      if (status < 300) return answer
      if (!isNotYet(status) || performance.now() > giveUpAt)
        throw new Error(`${request.method} ${request.path}: ${status} ${text.slice(0, 300)}`)
      askedAgain += 1
      await sleep(pauseMilliseconds)
    }
  }

  const runCase = async (number: number): Promise<DrivenCase> => {
    const memory: CaseMemory = {
      number,
      caseId: '',
      recordVersion: 0,
      evidenceDigest: '',
      opinionId: '',
      heard: '',
      decisions: [],
    }
    for (const step of steps) {
      if (step.kind === 'wait') {
        memory.heard = await bells.heard(memory.caseId, step.bell)
        continue
      }
      const request = step.request(memory)
      if (request.decides) memory.decisions.push({ phase: request.decides, sentAt: Date.now() })
      const answer = await send(request, memory)
      request.learn?.(answer, memory)
    }
    return { caseId: memory.caseId, decisions: memory.decisions }
  }

  const cases: DrivenCase[] = []
  let next = 0
  await Promise.all(
    Array.from({ length: Math.min(concurrency, count) }, async () => {
      while (next < count) {
        next += 1
        cases.push(await runCase(firstNumber + next - 1))
      }
    }),
  )
  return { cases, askedAgain }
}
