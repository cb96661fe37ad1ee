import type { CareStep, TargetGroup } from '#contracts/market.ts'
import type { CaseTrait } from '#contracts/requirement-library.ts'
import { companies } from '../portfolio/companies.ts'

/** What the officers of the demo's matched cases answer about their service, by the case's key. */
export interface MatchedCase {
  readonly traits: readonly CaseTrait[]
  readonly targetGroups: readonly TargetGroup[]
  readonly careSteps: readonly CareStep[]
  /** Whom the case's own words for a supplier mean, where it does not name the company. */
  readonly meant?: Readonly<Record<string, string>>
}

/** What any service in care with data about people answers yes to. */
const care = ['personalData', 'healthData', 'externalIntegration', 'staffUsers'] as const

export const matchedCases: Readonly<Record<string, MatchedCase>> = {
  'ak-brev': {
    traits: [...care, 'patientRecords', 'recordIntegration', 'residents', 'messages'],
    targetGroups: ['peopleWithChronicIllness'],
    careSteps: ['medication'],
    meant: {
      'Antagande: leverantören av AK-systemet': companies.careSystems.name,
      'Antagande: ett mindre e-hälsoföretag': companies.messages.name,
    },
  },
  'digital-tillsyn': {
    traits: [...care, 'residents', 'camera', 'connectedDevice', 'alarm'],
    targetGroups: ['olderPeople'],
    careSteps: ['careAtHome'],
  },
  lakemedelsautomat: {
    traits: [...care, 'residents', 'medicineDispenser', 'connectedDevice', 'alarm'],
    targetGroups: ['olderPeople'],
    careSteps: ['medication', 'careAtHome'],
  },
  'webbtidbok-bvc': {
    traits: [...care, 'recordIntegration', 'publicService', 'residents', 'booking', 'messages'],
    targetGroups: ['children', 'relatives'],
    careSteps: ['contact'],
  },
  'vardmote-video': {
    traits: [...care, 'publicService', 'residents', 'video'],
    targetGroups: ['allResidents'],
    careSteps: ['contact', 'treatment'],
  },
}
