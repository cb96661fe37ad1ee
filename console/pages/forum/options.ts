import { careStepNames, careSteps, targetGroupNames, targetGroups } from '#contracts/market.ts'
import type { FormField, Option } from '#phase/field.ts'
import { text } from './words.ts'

/** The words that need and supply have in common, as choices of a form. */

export const targetGroupOptions: readonly Option[] = targetGroups.map((value) => ({ value, label: targetGroupNames[value] }))
export const careStepOptions: readonly Option[] = careSteps.map((value) => ({ value, label: careStepNames[value] }))

export const targetGroupField = (isRequired: boolean): FormField => ({
  kind: 'choices',
  label: text.targetGroups,
  options: targetGroupOptions,
  isRequired,
})

export const careStepField = (isRequired: boolean): FormField => ({
  kind: 'choices',
  label: text.careSteps,
  options: careStepOptions,
  isRequired,
})
