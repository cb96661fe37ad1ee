import type * as z from 'zod'
import type { County } from '#counties/county.ts'
import type { Dossier } from '#contracts/dossier.ts'
import type { Text } from '#contracts/language.ts'
import type { Component, Role } from '#contracts/words.ts'
import type { FieldProblem } from '#lambda/field-problem.ts'
import { group } from './field.ts'
import type { CompleteShape, Field, Fields } from './field.ts'

/** What a section's rules may look at beside the section itself. */
export interface RuleContext {
  readonly county: County
  readonly dossier: Dossier
  readonly completed: Completed
}

/** The content of a section of the same phase that is complete; undefined while it is empty or a draft. */
export type Completed = <S extends AnySection>(section: S) => ContentOf<S> | undefined

export interface Section<Key extends string = string, Complete extends z.ZodType = z.ZodType> {
  readonly key: Key
  readonly name: Text
  readonly help: Text
  /** Which of RUVeS' four components the activity behind this section serves. */
  readonly component: Component
  /** Must be complete for `go`. */
  readonly isMandatory: boolean
  /** Who may write it, beside the case officer of the owning organisation. */
  readonly writers: readonly Role[]
  /** Written after the gate has said `go` (procurement's standstill, contract, post-notice). */
  readonly isAfterDecision: boolean
  readonly content: Field<Complete>
  /** What no field can say alone; asked when the section is marked complete. */
  readonly rules: (content: z.infer<Complete>, context: RuleContext) => readonly FieldProblem[]
}

export type ContentOf<S extends AnySection> = z.infer<S['content']['complete']>

export const defineSection = <const Key extends string, F extends Fields>(declaration: {
  key: Key
  name: Text
  help: Text
  component: Component
  isMandatory: boolean
  writers?: readonly Role[]
  isAfterDecision?: boolean
  fields: F
  rules?: (content: z.infer<z.ZodObject<CompleteShape<F>, z.core.$strict>>, context: RuleContext) => readonly FieldProblem[]
}): Section<Key, z.ZodObject<CompleteShape<F>, z.core.$strict>> => ({
  key: declaration.key,
  name: declaration.name,
  help: declaration.help,
  component: declaration.component,
  isMandatory: declaration.isMandatory,
  writers: declaration.writers ?? [],
  isAfterDecision: declaration.isAfterDecision ?? false,
  content: group({ label: declaration.name, help: declaration.help, fields: declaration.fields }),
  rules: declaration.rules ?? (() => []),
})

/** A section of any content, for code that treats all sections alike. Rules get only content that their own schema has parsed. */
export interface AnySection extends Omit<Section, 'rules'> {
  // oxlint-disable-next-line typescript/no-explicit-any -- a rule's parameter type differs by section and is contravariant
  readonly rules: (content: any, context: RuleContext) => readonly FieldProblem[]
}
