import type { Actor } from '#contracts/actor.ts'
import type { OrganisationId } from '#contracts/ids.ts'
import { opinionUnits, roles } from '#contracts/words.ts'
import type { OpinionUnit, Role } from '#contracts/words.ts'
import { kalmar } from '#counties/kalmar.ts'

/** People of the county kalmar, one or more for each role. Names are made up; nobody has a personal identity number. */

const region = kalmar.leadOrganisation
const municipality = 'vasterviks-kommun' as OrganisationId // one of the county's municipalities, checked in personas.test.ts
const otherMunicipality = 'kalmar-kommun' as OrganisationId // as above

const person = (subject: string, name: string, role: Role, more: Partial<Actor> = {}): Actor => ({
  subject,
  name,
  roles: [role],
  organisation: region,
  offices: [],
  ...more,
})

/** Of the county's lead organisation: works in every case. */
export const caseOfficer = person('maria', 'Maria Lindqvist', 'caseOfficer')
/** Another one of the same organisation, for races and hand-overs. */
export const colleague = person('jonas', 'Jonas Ek', 'caseOfficer')
/** Works in the municipality's own cases only. */
export const municipalOfficer = person('amira', 'Amira Haddad', 'caseOfficer', { organisation: municipality })
export const otherMunicipalOfficer = person('lars', 'Lars Nyberg', 'caseOfficer', { organisation: otherMunicipality })
export const procurementOfficer = person('petra', 'Petra Sjöholm', 'procurementOfficer', { unit: 'procurement' })
export const resident = person('ingrid', 'Ingrid Holm', 'resident', { organisation: undefined })
/** Of another company than `supplier`. */
export const otherSupplier = person('other-company', 'Nora Omsorg-IT AB', 'supplier', { organisation: undefined })
export const supplier = person('supplier-company', 'Erik Vård-IT AB', 'supplier', { organisation: undefined })
export const facilitator = person('fatima', 'Fatima Berg', 'forumFacilitator')
export const curator = person('ravi', 'Ravi Kumar', 'curator')
export const systemMapEditor = person('tove', 'Tove Sand', 'systemMapEditor')
/** Keeps the system map of a municipality. */
export const municipalMapEditor = person('anton', 'Anton Ny', 'systemMapEditor', { organisation: municipality })
export const operations = person('drift', 'Olle Drift', 'operations')

/** A specialist who answers opinions for each unit. */
export const specialists = Object.fromEntries(
  opinionUnits.map((unit) => [unit, person(`specialist-${unit}`, `Specialist ${unit}`, 'specialist', { unit })]),
) as Record<OpinionUnit, Actor> // one for every unit of the list above

const decider = (office: string, organisation: OrganisationId): Actor =>
  person(`decider-${office}-${organisation}`, `Beslutsfattare ${office}`, 'decisionMaker', { offices: [office], organisation })

const officeHolder = (organisation: OrganisationId) => (office: string) => {
  if (!kalmar.offices.some(({ id }) => id === office)) throw new Error(`the county has no office ${office}`)
  return decider(office, organisation)
}

/** Whoever holds an office of the delegation order in the region, for example `decisionMaker('healthDirector')`. */
export const decisionMaker = officeHolder(region)
/** As above, in the municipality of `municipalOfficer`. */
export const municipalDecisionMaker = officeHolder(municipality)

/** Signed in, with no role at all. */
export const nobody = person('nobody', 'Ingen Roll', 'resident', { roles: [], organisation: undefined })

const byRole: Record<Role, Actor> = {
  resident,
  caseOfficer,
  procurementOfficer,
  specialist: specialists.it,
  decisionMaker: decisionMaker('healthDirector'),
  supplier,
  forumFacilitator: facilitator,
  curator,
  systemMapEditor,
  operations,
}

/** Somebody of each role, for tests of who may and of everybody else. */
export const personaOf = (role: Role): Actor => byRole[role]

export const everyRole: readonly Actor[] = roles.map(personaOf)
