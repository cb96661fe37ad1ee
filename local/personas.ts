import type { County } from '#counties/county.ts'
import type { OrganisationId } from '#contracts/ids.ts'
import type { OpinionUnit, Role } from '#contracts/words.ts'

/** Somebody to be while the product runs on one machine. All names are made up. */
export interface Persona {
  readonly id: string
  readonly name: string
  readonly roles: readonly Role[]
  readonly organisation?: OrganisationId
  readonly unit?: OpinionUnit
  readonly offices: readonly string[]
}

const specialists: Readonly<Record<OpinionUnit, { id: string; name: string }>> = {
  it: { id: 'it-specialist', name: 'Oskar Lindqvist' },
  procurement: { id: 'upphandlingsenhet', name: 'Birgitta Ekström' },
  mta: { id: 'mta-specialist', name: 'Jonas Hedman' },
  law: { id: 'jurist', name: 'Camilla Norén' },
  informationSecurity: { id: 'informationssakerhet', name: 'Daniel Wikström' },
  operations: { id: 'verksamhet', name: 'Helena Sandberg' },
  research: { id: 'forskare', name: 'Kristina Åkerlund' },
  economy: { id: 'ekonom', name: 'Fredrik Nyström' },
  hr: { id: 'hr-specialist', name: 'Marie Backlund' },
}

/** Offices that the counties have in common; another office is called by its own id. */
const officeHolders: Readonly<Record<string, { id: string; name: string; isMunicipal?: true }>> = {
  unitManager: { id: 'verksamhetschef', name: 'Lena Forsberg' },
  healthDirector: { id: 'direktor', name: 'Anders Bergström' },
  socialDirector: { id: 'socialchef', name: 'Ingrid Holmgren', isMunicipal: true },
  procurementManager: { id: 'upphandlingschef', name: 'Mikael Sjögren' },
  boardChair: { id: 'ordforande', name: 'Gunilla Lundin' },
}

/** Keep the system map of the municipalities after the first, in the county's own order. */
const mapEditors = [
  { id: 'systemkarta-kommun-2', name: 'Ulla Brandt' },
  { id: 'systemkarta-kommun-3', name: 'Jens Ahlgren' },
  { id: 'systemkarta-kommun-4', name: 'Mona Lidström' },
  { id: 'systemkarta-kommun-5', name: 'Pär Sandell' },
] as const

/**
 * One person for every part that somebody plays in the county: each role, each unit that answers opinions
 * and each office of the delegation order. Ids are unique, and the same in every county that has the part.
 */
export const personasOf = (county: County): Persona[] => {
  const region = county.leadOrganisation
  const municipality = municipalityOf(county)
  return [
    { id: 'invanare', name: 'Maja Söderlund', roles: ['resident'], offices: [] },
    { id: 'handlaggare', name: 'Sara Nilsson', roles: ['caseOfficer'], organisation: region, offices: [] },
    ...(municipality === undefined
      ? []
      : [
          {
            id: 'kommunhandlaggare',
            name: 'Erik Johansson',
            roles: ['caseOfficer' as const],
            organisation: municipality,
            offices: [],
          },
        ]),
    { id: 'upphandlare', name: 'Karin Dahl', roles: ['procurementOfficer'], organisation: region, offices: [] },
    ...unitsOf(county).map((unit) => ({
      ...specialists[unit],
      roles: ['specialist' as const],
      organisation: region,
      unit,
      offices: [],
    })),
    ...county.offices.map(({ id: office, name }) => {
      const { isMunicipal = false, ...holder } = officeHolders[office] ?? { id: office, name: name.sv }
      const organisation = (isMunicipal ? municipality : undefined) ?? region
      return { ...holder, roles: ['decisionMaker' as const], organisation, offices: [office] }
    }),
    { id: 'leverantor', name: 'Ali Haddad', roles: ['supplier'], offices: [] },
    { id: 'leverantor-2', name: 'Eva Strand', roles: ['supplier'], offices: [] },
    { id: 'samordnare', name: 'Emma Löfgren', roles: ['forumFacilitator'], organisation: region, offices: [] },
    { id: 'redaktor', name: 'Petter Wallin', roles: ['curator'], organisation: region, offices: [] },
    { id: 'systemkarta', name: 'Linnea Fors', roles: ['systemMapEditor'], organisation: region, offices: [] },
    ...(municipality === undefined
      ? []
      : [
          {
            id: 'kommunens-systemkarta',
            name: 'Hassan Omar',
            roles: ['systemMapEditor' as const],
            organisation: municipality,
            offices: [],
          },
        ]),
    ...county.organisations
      .filter(({ id, kind }) => kind === 'municipality' && id !== municipality)
      .flatMap(({ id: organisation }, index) => {
        const editor = mapEditors[index]
        return editor ? [{ ...editor, roles: ['systemMapEditor' as const], organisation, offices: [] }] : []
      }),
    { id: 'drift', name: 'Nils Öberg', roles: ['operations'], organisation: region, offices: [] },
  ]
}

const unitsOf = ({ units }: County): OpinionUnit[] =>
  // The county's schema lets no other keys in.
  Object.keys(units) as OpinionUnit[]

/** The municipality that shares the county's name, or the first. */
const municipalityOf = ({ id, organisations }: County): OrganisationId | undefined => {
  const municipalities = organisations.filter(({ kind }) => kind === 'municipality')
  return (municipalities.find((municipality) => municipality.id.startsWith(id)) ?? municipalities[0])?.id
}
