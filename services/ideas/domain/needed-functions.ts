/** N1, N2, ...: what the rest of the flow calls a needed function. It keeps its number when others are taken away. */
const functionId = /^N[1-9]\d?$/

export const isFunctionId = (id: string): boolean => functionId.test(id)

export interface NeededFunction {
  readonly id: string
  /** The number of the step in the care process, counted from 1. */
  readonly step: number
}

export interface ProcessStep {
  readonly isAffected: boolean
}

/**
 * The functions that do not belong to a step where the idea cuts in. Such a function is not tied to the need:
 * it may be good to have, but nothing in the described process asks for it (RUVeS 5.1).
 */
export const functionsOutsideProcess = <F extends NeededFunction>(functions: readonly F[], steps: readonly ProcessStep[]): F[] =>
  functions.filter(({ step }) => steps[step - 1]?.isAffected !== true)
