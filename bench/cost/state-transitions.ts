import { readFileSync } from 'node:fs'
import path from 'node:path'
import * as z from 'zod'

/**
 * State transitions of the decision gate, counted without its history: each step that calls the tasks function is one
 * (a retry is a call too), and the choice that follows it is one more. An execution ends with a step. AWS counts
 * "each time a step of your workflow is executed" (https://aws.amazon.com/step-functions/pricing/).
 */

const machine = z.object({
  States: z.record(
    z.string(),
    z.object({
      Type: z.enum(['Task', 'Choice']),
      Next: z.string().optional(),
      Parameters: z.object({ Payload: z.object({ step: z.string() }) }).optional(),
      Choices: z.array(z.object({ Next: z.string() })).optional(),
      Default: z.string().optional(),
    }),
  ),
})
export type Machine = z.infer<typeof machine>

/** By the step that the tasks function is called with: the step itself and the choice after it. */
export type TransitionCounts = ReadonlyMap<string, number>

/** Throws when a choice leads to a choice: then one step would not tell how many follow. */
export const countTransitions = ({ States: states }: Machine): TransitionCounts => {
  const ofStep = new Map<string, number>()
  for (const { Parameters: parameters, Next: next = '' } of Object.values(states)) {
    if (!parameters) continue
    const following = states[next]
    if (following?.Type === 'Choice')
      for (const target of [...(following.Choices ?? []).map((choice) => choice.Next), following.Default ?? ''])
        if (states[target]?.Type === 'Choice') throw new Error(`the choice ${next} leads to the choice ${target}`)
    ofStep.set(parameters.Payload.step, following?.Type === 'Choice' ? 2 : 1)
  }
  return ofStep
}

const definitionFile = path.resolve(import.meta.dirname, '..', '..', 'services', 'gates', 'decision-gate.asl.json')

export const decisionGateTransitions = (): TransitionCounts =>
  countTransitions(machine.parse(JSON.parse(readFileSync(definitionFile, 'utf8'))))
