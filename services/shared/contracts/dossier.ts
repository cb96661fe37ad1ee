import * as z from 'zod'
import { assessedLine, calculationSummary } from './assessment.ts'
import { calendarDate } from './ids.ts'

/**
 * What a case carries from phase to phase: the outputs that a later phase's rules need.
 * Each phase adds its own part when it hands the case over and changes nothing of the earlier ones.
 */
export const neededFunction = z.object({ id: z.string(), name: z.string() })
export const requirement = z.object({
  id: z.string(),
  text: z.string(),
  kind: z.string(),
  isMandatory: z.boolean(),
  functions: z.array(z.string()),
})
export const candidateSolution = z.object({ id: z.string(), name: z.string(), supplier: z.string() })

export const dossier = z.object({
  ideas: z
    .object({
      problem: z.string(),
      affectedPerYear: z.int(),
      functions: z.array(neededFunction),
      strategyGoals: z.array(z.string()),
    })
    .optional(),
  matching: z
    .object({
      requirements: z.array(requirement),
      candidates: z.array(candidateSolution),
      suppliersAble: z.int(),
      smallSuppliersAble: z.int(),
      recommendedForm: z.string(),
      /** Öre, without VAT (LOU 5:3). */
      estimatedValue: z.int(),
      dialogueHeld: z.boolean(),
      /** What suppliers were told before the procurement; all tenderers must be told the same (LOU 4:8). */
      dialogues: z.array(z.object({ company: z.string(), heldOn: calendarDate, informationGiven: z.string() })),
    })
    .optional(),
  verification: z
    .object({
      /** Those that were shown to meet every must-requirement. */
      solutions: z.array(candidateSolution),
      medicalDeviceClass: z.string(),
      benefits: z.array(assessedLine),
      /** What NV3 reckons that the service costs, and what it all comes to; left out in cases from before that was told. */
      costs: z.array(assessedLine).optional(),
      calculation: calculationSummary.optional(),
      processesPersonalData: z.boolean(),
      /** KLASSA levels 0-4. */
      informationClass: z.object({ confidentiality: z.int(), integrity: z.int(), availability: z.int() }),
      /** Share of the openness index that each solution reached, 0-100. */
      openness: z.array(z.object({ solution: z.string(), percent: z.int() })),
    })
    .optional(),
  procurement: z
    .object({
      procedure: z.string(),
      /** Öre, without VAT. */
      contractValue: z.int(),
      supplier: z.string(),
      supplierOrganisationNumber: z.string(),
      supplierSize: z.string(),
      solution: z.string(),
      tendersReceived: z.int(),
      tendersFromSmall: z.int(),
      jointTenders: z.int(),
      isDividedIntoLots: z.boolean(),
      isInnovationProcurement: z.boolean(),
      /** Standard interoperability demands that the documents made, and how many of them the winning tender meets. */
      openness: z.object({ demanded: z.int(), met: z.int() }),
      requirements: z.array(requirement),
    })
    .optional(),
  validation: z
    .object({
      contractEndsOn: calendarDate.optional(),
      rounds: z.int(),
      pilotSite: z.string(),
      usersVerdict: z.string(),
      /** Mean System Usability Scale score, 0-100, where users answered it. */
      susScore: z.number().optional(),
    })
    .optional(),
  rollout: z
    .object({
      units: z.array(z.object({ name: z.string(), startedOn: calendarDate, usersExpected: z.int() })),
      systemOwner: z.string(),
      /** Percent of the expected users that the plan aims at. */
      usageGoalPercent: z.int(),
      goLiveCompletedOn: calendarDate,
    })
    .optional(),
})
export type Dossier = z.infer<typeof dossier>
