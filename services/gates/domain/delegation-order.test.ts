import { describe, expect, it } from 'vitest'
import { jonkoping } from '#counties/jonkoping.ts'
import { kalmar } from '#counties/kalmar.ts'
import { county as countySchema } from '#counties/county.ts'
import type { County } from '#counties/county.ts'
import type { Actor } from '#contracts/actor.ts'
import { gateOf } from '#contracts/flow.ts'
import { phases } from '#contracts/words.ts'
import { caseOfficer, decisionMaker, municipalDecisionMaker } from '#lambda/testing/personas.ts'
import { evidenceOf } from '../testing/requests.ts'
import { rightOf, rightsToDecide } from './delegation-order.ts'

const withRules = (...rules: object[]): County =>
  countySchema.parse({ ...kalmar, delegationOrder: { ...kalmar.delegationOrder, rules } })

const linesFor = (county: County, fields: Parameters<typeof evidenceOf>[0]): string[] =>
  rightsToDecide(evidenceOf(fields), county).map(({ rule, office }) => `${rule} ${office}`)

describe('a line of the delegation order', () => {
  const line = { id: 'L 1', gates: ['BP2'], organisations: ['vasterviks-kommun'], valueBelow: 1_000, offices: ['unitManager'] }
  const county = withRules(line)

  it.each([
    ['its gate, organisation and value', {}, true],
    ['another gate', { phase: 'ideas' }, false],
    ['another organisation', { organisation: 'kalmar-kommun' }, false],
    ['one öre below its value', { value: 999 }, true],
    ['its value, which is not below it', { value: 1_000 }, false],
    ['one öre above', { value: 1_001 }, false],
    ['no value', { value: 0 }, true],
  ] as const)('for %s: %3$s', (_, fields, holds) => {
    expect(linesFor(county, { phase: 'matching', value: 10, ...fields })).toEqual(holds ? ['L 1 unitManager'] : [])
  })

  it('for all organisations holds for each', () => {
    const all = withRules({ ...line, organisations: 'all' })
    for (const { id } of kalmar.organisations)
      expect(linesFor(all, { phase: 'matching', organisation: id, value: 10 })).toEqual(['L 1 unitManager'])
  })

  it('without a limit holds for any value', () => {
    const { valueBelow: _, ...unlimited } = line
    expect(linesFor(withRules(unlimited), { phase: 'matching', value: Number.MAX_SAFE_INTEGER })).toEqual(['L 1 unitManager'])
  })

  it('gives the right to each of its offices, and every line that holds counts', () => {
    const county = withRules({ ...line, offices: ['unitManager', 'boardChair'] }, { ...line, id: 'L 2', offices: ['boardChair'] })
    expect(linesFor(county, { phase: 'matching', value: 10 })).toEqual(['L 1 unitManager', 'L 1 boardChair', 'L 2 boardChair'])
  })
})

describe('Kalmar: gate x organisation x value', () => {
  const region = 'region-kalmar'
  const municipality = 'vasterviks-kommun'
  it.each([
    ['ideas', municipality, 0, ['D 1.1 unitManager', 'D 1.1 healthDirector', 'D 1.1 socialDirector']],
    [
      'matching',
      region,
      499_999_999,
      ['D 2.1 healthDirector', 'D 2.2 socialDirector', 'D 2.2 healthDirector', 'D 2.3 boardChair'],
    ],
    ['matching', region, 500_000_000, ['D 2.1 healthDirector', 'D 2.3 boardChair']],
    ['matching', region, 999_999_999, ['D 2.1 healthDirector', 'D 2.3 boardChair']],
    ['matching', region, 1_000_000_000, ['D 2.3 boardChair']],
    ['matching', municipality, 499_999_999, ['D 2.2 socialDirector', 'D 2.2 healthDirector', 'D 2.3 boardChair']],
    ['verification', municipality, 500_000_000, ['D 2.3 boardChair']],
    [
      'procurement',
      region,
      69_999_999,
      ['D 3.1 procurementManager', 'D 3.2 healthDirector', 'D 3.2 socialDirector', 'D 3.3 boardChair'],
    ],
    ['procurement', region, 70_000_000, ['D 3.2 healthDirector', 'D 3.2 socialDirector', 'D 3.3 boardChair']],
    ['procurement', municipality, 1_000_000_000, ['D 3.3 boardChair']],
    ['validation', municipality, 5, ['D 4.1 healthDirector', 'D 4.1 socialDirector', 'D 4.1 unitManager']],
    ['rollout', region, 5, ['D 4.1 healthDirector', 'D 4.1 socialDirector', 'D 4.1 unitManager']],
    ['followup', region, 5, ['D 5.1 healthDirector', 'D 5.1 socialDirector']],
  ] as const)('%s of %s, %i öre', (phase, organisation, value, lines) => {
    expect(linesFor(kalmar, { phase, organisation, value })).toEqual(lines)
  })
})

describe.each([kalmar, jonkoping])('the delegation order of $name', (county) => {
  it('lets somebody decide at every gate, for every organisation, whatever the value', () => {
    const values = [
      0,
      ...county.delegationOrder.rules.flatMap(({ valueBelow = 0 }) => [valueBelow, valueBelow + 1]),
      1_000_000_000_000,
    ]
    const orphans = phases.flatMap((phase) =>
      county.organisations.flatMap(({ id }) =>
        values
          .filter((value) => linesFor(county, { phase, organisation: id, value }).length === 0)
          .map((value) => `${gateOf[phase]} ${id} ${value}`),
      ),
    )
    expect(orphans).toEqual([])
  })

  it('names only offices and organisations that the county has', () => {
    const offices = new Set(county.offices.map(({ id }) => id))
    const organisations = new Set<string>(county.organisations.map(({ id }) => id))
    for (const rule of county.delegationOrder.rules) {
      expect(rule.offices.filter((office) => !offices.has(office))).toEqual([])
      expect(rule.organisations === 'all' ? [] : rule.organisations.filter((id) => !organisations.has(id))).toEqual([])
    }
  })
})

describe('who decides', () => {
  const evidence = evidenceOf({ phase: 'matching', organisation: 'vasterviks-kommun', value: 10 })
  const rights = rightsToDecide(evidence, kalmar)
  const rightFor = (actor: Actor) => rightOf(actor, rights, evidence, kalmar)
  const elsewhere = (actor: Actor, organisation: string | undefined): Actor => ({
    ...actor,
    organisation: organisation as Actor['organisation'],
  })

  it('an office of the organisation that owns the case', () => {
    expect(rightFor(municipalDecisionMaker('socialDirector'))).toEqual({ rule: 'D 2.2', office: 'socialDirector' })
  })

  it("an office of the county's lead organisation", () => {
    expect(rightFor(decisionMaker('healthDirector'))).toEqual({ rule: 'D 2.2', office: 'healthDirector' })
  })

  it('nobody of another organisation, whatever the office', () => {
    for (const { id } of kalmar.offices) expect(rightFor(elsewhere(decisionMaker(id), 'kalmar-kommun'))).toBeUndefined()
    expect(rightFor(elsewhere(decisionMaker('boardChair'), undefined))).toBeUndefined()
  })

  it('nobody by an office that no line gives the right to, and nobody without an office', () => {
    expect(rightFor(decisionMaker('unitManager'))).toBeUndefined()
    expect(rightFor(caseOfficer)).toBeUndefined()
  })

  it('by the first line that gives one of several offices the right', () => {
    const both = { ...decisionMaker('boardChair'), offices: ['unitManager', 'boardChair', 'healthDirector'] }
    expect(rightFor(both)).toEqual({ rule: 'D 2.2', office: 'healthDirector' })
  })
})
