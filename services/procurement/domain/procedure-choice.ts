import type { Dossier } from '#contracts/dossier.ts'
import type { Text } from '#contracts/language.ts'
import type { FieldProblem } from '#lambda/field-problem.ts'
import { directProcurementLimitOn, thresholdOn } from '#procurement-law/amounts.ts'
import type { Amount } from '#procurement-law/amounts.ts'
import { isGroundFor } from '#procurement-law/grounds.ts'
import type { GroundId } from '#procurement-law/grounds.ts'
import { procedureOf, procedures } from '#procurement-law/procedures.ts'
import type { ProcedureId } from '#procurement-law/procedures.ts'
import type { PurchaseCategory } from '#procurement-law/purchase-category.ts'

export interface ProcedureChoice {
  readonly procedure: ProcedureId
  readonly ground?: GroundId | undefined
  readonly deviation?: string | undefined
  readonly category: PurchaseCategory
  /** Öre. */
  readonly estimatedValue: number
  readonly statedThreshold?: number | undefined
  readonly statedThresholdSource?: string | undefined
  readonly shortening: string
  readonly shorteningReason?: string | undefined
  readonly noticeOn: string
  readonly tendersDueOn: string
  readonly awardOn: string
  readonly contractStartsOn: string
}

/** The announced threshold of the day of the notice, else the one that the officer states with its source. */
export const applicableThreshold = (choice: ProcedureChoice): Amount | undefined => {
  const announced = thresholdOn(choice.noticeOn, choice.category)
  if (announced) return announced
  return choice.statedThreshold !== undefined && choice.statedThresholdSource !== undefined
    ? { ore: choice.statedThreshold, source: choice.statedThresholdSource }
    : undefined
}

/** The forms whose use depends on the threshold: chapter 19, and 19 a for the services of annex 2 (LOU 1:4, 19:1, 19 a:2). */
const dependsOnThreshold = ({ procedure, category, ground }: ProcedureChoice): boolean =>
  (procedure === 'belowThreshold' && category === 'ordinary') ||
  (procedure === 'directProcurement' && category === 'annex2' && ground === undefined)

const groundProblems = ({ procedure, ground }: ProcedureChoice): FieldProblem[] => {
  if (procedureOf(procedure).needsGround && ground === undefined)
    return [
      {
        pointer: '/ground',
        code: 'groundMissing',
        message: {
          sv: `Ange vilken grund i ${procedureOf(procedure).source} som gör formen tillåten.`,
          en: `State which ground in ${procedureOf(procedure).source} allows the form.`,
        },
      },
    ]
  if (ground !== undefined && !isGroundFor(ground, procedure))
    return [
      {
        pointer: '/ground',
        code: 'groundForOtherForm',
        message: {
          sv: 'Grunden hör till en annan form. Välj en annan grund eller lämna fältet tomt.',
          en: 'The ground belongs to another form. Choose another ground or leave the field empty.',
        },
      },
    ]
  return []
}

const valueProblems = (choice: ProcedureChoice): FieldProblem[] => {
  if (dependsOnThreshold(choice)) {
    const threshold = applicableThreshold(choice)
    if (threshold === undefined)
      return [
        {
          pointer: '/statedThreshold',
          code: 'thresholdUnknown',
          message: {
            sv: 'Tröskelvärdet för annonsdagen finns inte i systemet. Ange beloppet och källan, eller välj en form som gäller oavsett värde.',
            en: 'The system does not hold the threshold for the day of the notice. State the amount and its source, or choose a form that does not depend on the value.',
          },
        },
      ]
    if (choice.estimatedValue >= threshold.ore)
      return [
        {
          pointer: '/procedure',
          code: 'aboveThreshold',
          message: {
            sv: `Värdet når tröskelvärdet (${threshold.source}). Välj en form i LOU 6 kap.`,
            en: `The value reaches the threshold (${threshold.source}). Choose a form in LOU chapter 6.`,
          },
        },
      ]
  }
  const limit = directProcurementLimitOn(choice.noticeOn)
  if (
    choice.procedure === 'directProcurement' &&
    choice.category === 'ordinary' &&
    choice.ground === undefined &&
    limit !== undefined &&
    choice.estimatedValue >= limit.ore
  )
    return [
      {
        pointer: '/procedure',
        code: 'aboveDirectLimit',
        message: {
          sv: `Värdet når gränsen för direktupphandling (${limit.source}). Annonsera upphandlingen, eller ange ett av fallen i LOU 19 a:3-7.`,
          en: `The value reaches the limit for direct procurement (${limit.source}). Advertise, or state one of the cases in LOU 19 a:3-7.`,
        },
      },
    ]
  return []
}

const deviationProblems = ({ procedure, deviation }: ProcedureChoice, dossier: Dossier): FieldProblem[] => {
  const recommended = dossier.matching?.recommendedForm
  if (recommended === undefined || recommended === procedure || deviation !== undefined) return []
  const named: Readonly<Record<string, { readonly name: Text }>> = procedures
  const name = named[recommended]?.name ?? { sv: recommended, en: recommended }
  return [
    {
      pointer: '/deviation',
      code: 'deviationUnexplained',
      message: {
        sv: `Matchningen förordade ${name.sv}. Förklara varför en annan form är vald.`,
        en: `Matching recommended ${name.en}. Explain why another form was chosen.`,
      },
    },
  ]
}

const shorteningProblems = ({ shortening, shorteningReason }: ProcedureChoice): FieldProblem[] =>
  shortening === 'none' || shorteningReason !== undefined
    ? []
    : [
        {
          pointer: '/shorteningReason',
          code: 'reasonMissing',
          message: { sv: 'Skriv varför tiden får kortas.', en: 'Write why the time may be shortened.' },
        },
      ]

const orderProblems = ({ noticeOn, tendersDueOn, awardOn, contractStartsOn }: ProcedureChoice): FieldProblem[] => {
  const steps = [
    { pointer: '/noticeOn', on: noticeOn },
    { pointer: '/tendersDueOn', on: tendersDueOn },
    { pointer: '/awardOn', on: awardOn },
    { pointer: '/contractStartsOn', on: contractStartsOn },
  ]
  return steps.flatMap(({ pointer, on }, index) => {
    const before = steps[index - 1]
    return before !== undefined && on <= before.on
      ? [
          {
            pointer,
            code: 'datesOutOfOrder',
            message: {
              sv: 'Datumet måste ligga efter steget före. Rätta tidplanen.',
              en: 'The date must lie after the step before. Correct the time plan.',
            },
          },
        ]
      : []
  })
}

/**
 * What stands against the choice: the law's ground, value against threshold, the recommendation of matching, the
 * order of dates.
 */
export const procedureProblems = (choice: ProcedureChoice, { dossier }: { readonly dossier: Dossier }): FieldProblem[] => [
  ...groundProblems(choice),
  ...valueProblems(choice),
  ...deviationProblems(choice, dossier),
  ...shorteningProblems(choice),
  ...orderProblems(choice),
]
