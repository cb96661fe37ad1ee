import type { Text } from '#contracts/language.ts'
import type { BenefitArea, BenefitKind } from '#contracts/words.ts'
import type { DriverUnit } from '../calculation/driver.ts'
import type { LineMethodId } from '../calculation/line-method.ts'
import type { UsageEffect } from '../calculation/model.ts'

/**
 * A kind of service whose benefits are much the same wherever it comes: plain questions, and the lines that their
 * answers make. A template brings no figures: those are the county's own, or assumptions that it marks as such.
 */

export interface Question {
  readonly text: Text
  readonly help?: Text
  readonly unit: DriverUnit
}

/** A driver is what a question is answered with, or what an hour costs by the county's own rates. */
export type TemplateDriver = { readonly question: string } | { readonly staffRole: string }

export interface TemplateLine {
  readonly side: 'benefit' | 'cost'
  readonly kind: BenefitKind
  readonly area: BenefitArea
  readonly name: Text
  readonly effect: string
  /** Money only; a qualitative line is judged by level. */
  readonly method?: LineMethodId
  readonly drivers?: Readonly<Record<string, TemplateDriver>>
  readonly usage?: Exclude<UsageEffect, 'until'>
  /** What is measured, so that the benefit can be checked afterwards. */
  readonly measure?: Text
  readonly unit?: Text
}

export interface ServiceTemplate {
  readonly id: string
  readonly name: Text
  readonly about: Text
  /** Whose use it is that the benefits go with. */
  readonly use: Text
  readonly change: Text
  readonly effects: Readonly<Record<string, { readonly name: Text; readonly actorGroup: string }>>
  readonly questions: Readonly<Record<string, Question>>
  readonly lines: readonly TemplateLine[]
}
