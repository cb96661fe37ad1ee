import { pointerTo } from '#lambda/field-problem.ts'
import type { FieldProblem } from '#lambda/field-problem.ts'

/** The problem at a place when something does not hold; nothing when it does. */
export const demand = (holds: boolean, path: readonly PropertyKey[], code: string, sv: string, en: string): FieldProblem[] =>
  holds ? [] : [{ pointer: pointerTo(path), code, message: { sv, en } }]

/** `demand` for places inside one row. */
export type RowDemand = (holds: boolean, field: readonly PropertyKey[], code: string, sv: string, en: string) => FieldProblem[]

export const demandIn =
  (row: readonly PropertyKey[]): RowDemand =>
  (holds, field, code, sv, en) =>
    demand(holds, [...row, ...field], code, sv, en)
