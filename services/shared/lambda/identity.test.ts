import { describe, expect, it } from 'vitest'
import { actorFromClaims } from './identity.ts'
import { claimsOf } from './testing/api-call.ts'
import { caseOfficer, decisionMaker, everyRole, nobody, resident, specialists } from './testing/personas.ts'

describe('the person behind a token', () => {
  it.each([...everyRole, caseOfficer, resident, specialists.mta, decisionMaker('boardChair'), nobody])(
    'is $name, as API Gateway hands the claims on',
    (person) => {
      const { organisation, unit, ...always } = person
      expect(actorFromClaims(claimsOf(person))).toEqual({
        ...always,
        ...(organisation && { organisation }),
        ...(unit && { unit }),
      })
    },
  )

  it.each([
    ['[caseOfficer specialist]', ['caseOfficer', 'specialist']],
    ['caseOfficer specialist', ['caseOfficer', 'specialist']],
    ['caseOfficer', ['caseOfficer']],
    ['[caseOfficer,specialist]', ['caseOfficer', 'specialist']],
    [
      ['specialist', 'caseOfficer'],
      ['caseOfficer', 'specialist'],
    ],
    ['[]', []],
    ['', []],
    [undefined, []],
  ])('has the roles of the claim %j', (roles, expected) => {
    expect(actorFromClaims({ sub: 'a', name: 'A', roles })?.roles).toEqual(expected)
  })

  it('is still known when the identity provider adds roles of its own, and has none of those', () => {
    expect(
      actorFromClaims({ sub: 'a', roles: '[offline_access default-roles-region caseOfficer uma_authorization caseOfficer]' })
        ?.roles,
    ).toEqual(['caseOfficer'])
    expect(actorFromClaims({ sub: 'a', roles: '[admin]' })?.roles).toEqual([])
  })

  it('answers for no unit when the claim names one that is not ours', () => {
    expect(actorFromClaims({ sub: 'a', roles: '[specialist]', unit: 'canteen' })).toEqual({
      subject: 'a',
      name: 'a',
      roles: ['specialist'],
      offices: [],
    })
  })

  it.each([
    ['no claims', undefined],
    ['null', null],
    ['no subject', { roles: '[caseOfficer]' }],
    ['an empty subject', { sub: '', roles: '[caseOfficer]' }],
    ['a subject that is no text', { sub: 7, roles: '[caseOfficer]' }],
    ['an organisation that cannot be one', { sub: 'a', organisation: 'Region Kalmar; DROP' }],
    ['a name beyond measure', { sub: 'a', name: 'x'.repeat(201) }],
  ])('is nobody where there is %s', (_, claims) => {
    expect(actorFromClaims(claims)).toBeUndefined()
  })
})
