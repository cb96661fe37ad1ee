import { actor } from '#contracts/actor.ts'
import { roles } from '#contracts/words.ts'
import { jonkoping } from '#counties/jonkoping.ts'
import { kalmar } from '#counties/kalmar.ts'
import { describe, expect, test } from 'vitest'
import { personasOf } from './personas.ts'

describe.each([kalmar, jonkoping])('the personas of $name', (county) => {
  const personas = personasOf(county)

  test('are actors as the identity provider vouches for them, each with an id of its own', () => {
    for (const { id, ...persona } of personas) expect(actor.parse({ ...persona, subject: id })).toMatchObject({ subject: id })
    expect(new Set(personas.map(({ id }) => id)).size).toBe(personas.length)
  })

  test('play every role, answer for every unit and hold every office of the county', () => {
    expect(new Set(personas.flatMap((persona) => persona.roles))).toEqual(new Set(roles))
    expect(personas.flatMap(({ unit }) => unit ?? []).toSorted()).toEqual(Object.keys(county.units).toSorted())
    expect(personas.flatMap(({ offices }) => offices)).toEqual(county.offices.map(({ id }) => id))
  })

  test('work in organisations of the county, one case officer in the region and one in a municipality', () => {
    const kindOf = (organisation: string | undefined) => county.organisations.find(({ id }) => id === organisation)?.kind
    const officers = personas.filter((persona) => persona.roles.includes('caseOfficer'))
    expect(officers.map(({ organisation }) => kindOf(organisation))).toEqual(['region', 'municipality'])
    for (const { organisation } of personas) if (organisation !== undefined) expect(kindOf(organisation)).toBeDefined()
  })
})
