import * as z from 'zod'
import { explainIssues } from '#lambda/field-problem.ts'
import type { FieldProblem } from '#lambda/field-problem.ts'

/** What is wrong in a draft, in both languages, as a request's own faults are told. */
export const explainDraft = (wrong: unknown): readonly FieldProblem[] => (wrong instanceof z.ZodError ? explainIssues(wrong) : [])
