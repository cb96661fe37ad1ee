import { describe, expect, it } from 'vitest'
import { actor } from '#contracts/actor.ts'
import { opinionUnits, roles } from '#contracts/words.ts'
import { kalmar } from '#counties/kalmar.ts'
import { holdsPersonalIdentityNumber } from '../swedish-numbers.ts'
import {
  caseOfficer,
  decisionMaker,
  everyRole,
  municipalDecisionMaker,
  municipalOfficer,
  otherMunicipalOfficer,
  personaOf,
  specialists,
} from './personas.ts'

const everybody = [
  ...everyRole,
  ...Object.values(specialists),
  ...kalmar.offices.flatMap(({ id }) => [decisionMaker(id), municipalDecisionMaker(id)]),
]

describe('the people of the tests', () => {
  it('are actors as a token describes them, without any personal identity number', () => {
    for (const person of everybody) {
      expect(actor.parse(person)).toEqual(person)
      expect(holdsPersonalIdentityNumber(JSON.stringify(person))).toBe(false)
    }
  })

  it('are one of each role and one of each unit that is asked', () => {
    expect(roles.map((role) => personaOf(role).roles)).toEqual(roles.map((role) => [role]))
    expect(opinionUnits.map((unit) => specialists[unit].unit)).toEqual([...opinionUnits])
  })

  it('work in organisations of the county: the lead organisation and two of its municipalities', () => {
    const known = new Map<string, string>(kalmar.organisations.map(({ id, kind }) => [id, kind]))
    for (const { organisation } of everybody) if (organisation) expect(known.has(organisation)).toBe(true)
    expect(caseOfficer.organisation).toBe(kalmar.leadOrganisation)
    expect(known.get(municipalOfficer.organisation ?? '')).toBe('municipality')
    expect(known.get(otherMunicipalOfficer.organisation ?? '')).toBe('municipality')
    expect(municipalOfficer.organisation).not.toBe(otherMunicipalOfficer.organisation)
  })

  it('hold no office that the county does not have', () => {
    expect(() => decisionMaker('king')).toThrow('king')
  })
})
