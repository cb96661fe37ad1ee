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
    ['0', { value: 0 }, true],
    ['a value that nobody knows', { value: 'unknown' }, false],
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
    for (const value of [Number.MAX_SAFE_INTEGER, 'unknown'] as const)
      expect(linesFor(withRules(unlimited), { phase: 'matching', value })).toEqual(['L 1 unitManager'])
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
    ['matching', region, 'unknown', ['D 2.3 boardChair']],
    ['verification', municipality, 'unknown', ['D 2.3 boardChair']],
    ['procurement', municipality, 'unknown', ['D 3.3 boardChair']],
    ['ideas', municipality, 'unknown', ['D 1.1 unitManager', 'D 1.1 healthDirector', 'D 1.1 socialDirector']],
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
  ] as const)('%s of %s, %s öre', (phase, organisation, value, lines) => {
    expect(linesFor(kalmar, { phase, organisation, value })).toEqual(lines)
  })
})

describe.each([kalmar, jonkoping])('the delegation order of $name', (county) => {
  it('lets somebody decide at every gate, for every organisation, whatever the value', () => {
    const values = [
      'unknown' as const,
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
  const owner = 'vasterviks-kommun'
  const agreement = { source: 'Samverkansavtal' }
  const own = { id: 'L 1', gates: ['BP2'], organisations: 'all', offices: ['socialDirector', 'boardChair'] }
  const shared = { ...own, id: 'L 2', alsoLeadOrganisation: agreement, offices: ['healthDirector', 'boardChair'] }
  const county = withRules(own, shared)
  const rightsIn = (organisation: string) => rightsToDecide(evidenceOf({ phase: 'matching', organisation, value: 10 }), county)
  const rightFor = (actor: Actor, organisation = owner) => {
    const right = rightOf(actor, rightsIn(organisation))
    return right && `${right.rule} ${right.office}`
  }
  const elsewhere = (actor: Actor, organisation: string | undefined): Actor => ({
    ...actor,
    organisation: organisation as Actor['organisation'],
  })

  it('an office of the organisation that owns the case', () => {
    expect(rightFor(municipalDecisionMaker('socialDirector'))).toBe('L 1 socialDirector')
    expect(rightFor(municipalDecisionMaker('boardChair'))).toBe('L 1 boardChair')
    expect(rightFor(decisionMaker('boardChair'), 'region-kalmar')).toBe('L 1 boardChair')
  })

  it("an office of the county's lead organisation, only by a line that names an agreement", () => {
    expect(rightFor(decisionMaker('socialDirector'))).toBeUndefined()
    expect(rightFor(decisionMaker('healthDirector'))).toBe('L 2 healthDirector')
    expect(rightFor(decisionMaker('boardChair'))).toBe('L 2 boardChair')
  })

  it('no municipality in the cases of the lead organisation, agreement or not', () => {
    for (const { id } of kalmar.offices) expect(rightFor(municipalDecisionMaker(id), 'region-kalmar')).toBeUndefined()
  })

  it('as each right says', () => {
    expect(rightsIn(owner)).toEqual([
      { rule: 'L 1', office: 'socialDirector', organisations: [owner] },
      { rule: 'L 1', office: 'boardChair', organisations: [owner] },
      { rule: 'L 2', office: 'healthDirector', organisations: [owner, 'region-kalmar'] },
      { rule: 'L 2', office: 'boardChair', organisations: [owner, 'region-kalmar'] },
    ])
    expect(rightsIn('region-kalmar').map(({ organisations }) => organisations)).toEqual(
      Array.from({ length: 4 }, () => ['region-kalmar']),
    )
  })

  it('nobody of another organisation, whatever the office', () => {
    for (const { id } of kalmar.offices) expect(rightFor(elsewhere(decisionMaker(id), 'kalmar-kommun'))).toBeUndefined()
    expect(rightFor(elsewhere(decisionMaker('boardChair'), undefined))).toBeUndefined()
  })

  it('nobody by an office that no line gives the right to, and nobody without an office', () => {
    expect(rightFor(municipalDecisionMaker('unitManager'))).toBeUndefined()
    expect(rightFor(caseOfficer)).toBeUndefined()
  })

  it('by the first line that gives one of several offices the right', () => {
    const both = { ...municipalDecisionMaker('boardChair'), offices: ['unitManager', 'healthDirector', 'boardChair'] }
    expect(rightFor(both)).toBe('L 1 boardChair')
  })
})
