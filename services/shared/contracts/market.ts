import * as z from 'zod'
import type { Text } from './language.ts'

/** The words that need and supply have in common, so that the one can be held against the other. */

export const targetGroups = [
  'allResidents',
  'children',
  'youngPeople',
  'olderPeople',
  'peopleWithDisabilities',
  'peopleWithChronicIllness',
  'peopleWithMentalIllness',
  'relatives',
  'staff',
] as const
export const targetGroup = z.enum(targetGroups)
export type TargetGroup = z.infer<typeof targetGroup>

export const targetGroupNames = {
  allResidents: { sv: 'Alla invånare', en: 'All residents' },
  children: { sv: 'Barn', en: 'Children' },
  youngPeople: { sv: 'Unga', en: 'Young people' },
  olderPeople: { sv: 'Äldre', en: 'Older people' },
  peopleWithDisabilities: { sv: 'Personer med funktionsnedsättning', en: 'People with disabilities' },
  peopleWithChronicIllness: { sv: 'Personer med långvarig sjukdom', en: 'People with long-term illness' },
  peopleWithMentalIllness: { sv: 'Personer med psykisk ohälsa', en: 'People with mental illness' },
  relatives: { sv: 'Anhöriga', en: 'Relatives' },
  staff: { sv: 'Medarbetare', en: 'Staff' },
} as const satisfies Record<TargetGroup, Text>

/** Where in a care process something is done. */
export const careSteps = [
  'prevention',
  'contact',
  'assessment',
  'planning',
  'treatment',
  'medication',
  'monitoring',
  'careAtHome',
  'rehabilitation',
  'transfer',
  'documentation',
  'administration',
  'followUp',
] as const
export const careStep = z.enum(careSteps)
export type CareStep = z.infer<typeof careStep>

export const careStepNames = {
  prevention: { sv: 'Förebygga', en: 'Prevention' },
  contact: { sv: 'Kontakt och bokning', en: 'Contact and booking' },
  assessment: { sv: 'Bedömning och diagnos', en: 'Assessment and diagnosis' },
  planning: { sv: 'Planering', en: 'Planning' },
  treatment: { sv: 'Behandling', en: 'Treatment' },
  medication: { sv: 'Läkemedel', en: 'Medication' },
  monitoring: { sv: 'Mätning och egenkontroll', en: 'Monitoring' },
  careAtHome: { sv: 'Vård och omsorg hemma', en: 'Care at home' },
  rehabilitation: { sv: 'Rehabilitering', en: 'Rehabilitation' },
  transfer: { sv: 'Övergång mellan vårdgivare', en: 'Transfer between care providers' },
  documentation: { sv: 'Dokumentation', en: 'Documentation' },
  administration: { sv: 'Administration', en: 'Administration' },
  followUp: { sv: 'Uppföljning', en: 'Follow-up' },
} as const satisfies Record<CareStep, Text>

/** A claim is the supplier's own until somebody has looked. */
export const claimStatuses = ['declared', 'verified', 'refuted'] as const
export const claimStatus = z.enum(claimStatuses)
export type ClaimStatus = z.infer<typeof claimStatus>

export const claimStatusNames = {
  declared: { sv: 'Uppgift från leverantören', en: 'Declared by the supplier' },
  verified: { sv: 'Verifierad', en: 'Verified' },
  refuted: { sv: 'Stämde inte vid kontroll', en: 'Found not to hold' },
} as const satisfies Record<ClaimStatus, Text>
