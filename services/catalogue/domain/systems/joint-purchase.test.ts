import { describe, expect, it } from 'vitest'
import type { CompanyId, OrganisationId, SystemId } from '#contracts/ids.ts'
import { isAbout, openCallOffs } from './call-off.ts'
import { contractEndings, planningWindow } from './contract-endings.ts'
import { findJointPurchase } from './joint-purchase.ts'
import { areFunctionsAlike, kinshipOf } from './kindred-systems.ts'
import type { WantedSystem } from './kindred-systems.ts'
import { systemContent } from './system.ts'
import type { MappedSystem } from './system.ts'

const today = '2026-11-20'
const kalmar = 'kalmar-kommun' as OrganisationId // one of the county's
const nybro = 'nybro-kommun' as OrganisationId // as above
const company = '01a00000-0000-7000-8000-00000000000c' as CompanyId // a UUID

let count = 0
const system = (content: object, organisation = kalmar): MappedSystem => {
  count += 1
  return {
    systemId: `01a00000-0000-7000-8000-${String(count).padStart(12, '0')}` as SystemId, // a UUID
    organisation,
    version: 1,
    registeredAt: `${today}T08:00:00.000Z`,
    changedAt: `${today}T08:00:00.000Z`,
    changedBy: { subject: 'a', name: 'A' },
    content: systemContent.parse({
      name: 'Larmet',
      purpose: 'Trygghet',
      category: 'personalAlarm',
      supplier: { name: 'Bolaget (exempel)' },
      status: 'inUse',
      ...content,
    }),
  }
}
const contract = (more: object = {}) => ({ kind: 'framework', start: '2024-01-01', end: '2027-06-30', ...more })
const nothing: WantedSystem = { functions: [], careSteps: [], targetGroups: [], cpv: [] }
const alarm: WantedSystem = { ...nothing, category: 'personalAlarm' }

describe('functions', () => {
  it.each([
    ['Ta emot larm', 'Trygghetslarm', true],
    ['Larma när någon faller', 'Fallarm i hemmet', true],
    ['Bokning av besök', 'Boka besöket', true],
    ['Digital tillsyn nattetid', 'Nattillsyn med kamera', true],
    ['Digitalt stöd', 'Digital tjänst', false],
    ['Påminna om läkemedel', 'Öppna dörren utan nyckel', false],
    ['', 'Larm', false],
  ])('“%s” and “%s” are alike: %s', (a, b, expected) => {
    expect([areFunctionsAlike(a, b), areFunctionsAlike(b, a)]).toEqual([expected, expected])
  })
})

describe('kinship', () => {
  const one = system({
    careSteps: ['careAtHome'],
    targetGroups: ['olderPeople'],
    contracts: [contract({ cpv: ['35121700-5'] })],
  })

  it.each([
    ['the same category', alarm, ['category']],
    ['a CPV code of the same class', { ...nothing, cpv: ['35120000'] }, ['cpv']],
    ['a CPV code of another class', { ...nothing, cpv: ['35800000'] }, []],
    ['care steps alone, which many share', { ...nothing, careSteps: ['careAtHome'] as const }, []],
    [
      'care steps and target groups together',
      { ...nothing, careSteps: ['careAtHome'] as const, targetGroups: ['olderPeople'] as const },
      ['careSteps', 'targetGroups'],
    ],
    ['nothing', nothing, []],
  ] as const)('by %s', (_, wanted, kinds) => {
    expect(kinshipOf(one, wanted).map(({ kind }) => kind)).toEqual(kinds)
  })
})

describe('those who could buy together', () => {
  const find = (systems: readonly MappedSystem[], from: string, to: string, except?: OrganisationId) =>
    findJointPurchase(systems, alarm, { window: { from, to }, today, except })
  const withOption = system({ contracts: [contract({ options: [{ months: 12, noticeMonths: 6, status: 'open' }] })] })

  it('are those whose contract ends in the period, and say whether an option decides it', () => {
    const ends = (from: string, to: string) => find([withOption], from, to).candidates.map(({ end }) => end)
    expect(ends('2027-01-01', '2027-12-31')).toEqual([{ on: '2027-06-30', dependsOn: 'optionNotTaken', decideBy: '2026-12-30' }])
    expect(ends('2028-01-01', '2028-12-31')).toEqual([{ on: '2028-06-30', dependsOn: 'optionTaken', decideBy: '2026-12-30' }])
    expect(ends('2027-07-01', '2028-06-29')).toEqual([])
    const settled = system({ contracts: [contract({ options: [{ months: 12, status: 'declined' }] })] })
    expect(find([settled], '2027-01-01', '2027-12-31').candidates[0]?.end).toEqual({ on: '2027-06-30', dependsOn: 'nothing' })
  })

  it('are not waited for by an option that can no longer be taken up', () => {
    const late = system({ contracts: [contract({ options: [{ months: 12, decideBy: '2026-11-19', status: 'open' }] })] })
    expect(find([late], '2028-01-01', '2028-12-31').candidates).toEqual([])
  })

  it('are others, in use, with contracts that have not ended; the soonest first', () => {
    const systems = [
      system({ contracts: [contract({ end: '2027-09-30' })] }),
      system({ contracts: [contract({ end: '2027-03-31' })] }, nybro),
      system({ status: 'retired', contracts: [contract()] }),
      system({ contracts: [contract({ end: '2026-10-31' })] }),
      system({ category: 'medication', contracts: [contract()] }),
      system({ contracts: [contract({ end: undefined })] }),
    ]
    const ends = (except?: OrganisationId) => find(systems, today, '2028-11-20', except).candidates.map(({ end }) => end.on)
    expect(ends()).toEqual(['2027-03-31', '2027-09-30'])
    expect(ends(kalmar)).toEqual(['2027-03-31'])
  })
})

describe('a call-off', () => {
  const held = system({ contracts: [contract({ callOff: [nybro] })] })

  it('is open while the framework is in force, and no longer', () => {
    const days = ['2023-12-31', '2024-01-01', '2027-06-30', '2027-07-01']
    expect(days.map((day) => openCallOffs([held], day).length)).toEqual([0, 1, 1, 0])
    expect(openCallOffs([system({ contracts: [contract()] })], today)).toEqual([])
    expect(openCallOffs([system({ status: 'retired', contracts: [contract({ callOff: [nybro] })] })], today)).toEqual([])
  })

  it('is about the product of that name from that company, by its id where the map has it', () => {
    const product = { name: 'LARMET', companyId: company, companyName: 'bolaget (exempel)' }
    const about = (more: object, asked = product) =>
      openCallOffs([system({ contracts: [contract({ callOff: [nybro] })], ...more })], today).some((one) => isAbout(one, asked))
    expect(about({})).toBe(true)
    expect(about({}, { ...product, companyName: 'Ett annat' })).toBe(false)
    expect(about({ name: 'Något annat' })).toBe(false)
    expect(about({ supplier: { name: 'Bytt namn', companyId: company } })).toBe(true)
    expect(about({ supplier: { name: 'Bolaget (exempel)', companyId: `${company.slice(0, -1)}d` } })).toBe(false)
  })
})

describe('the planning window', () => {
  const endings = (systems: readonly MappedSystem[], months?: number) =>
    contractEndings(systems, planningWindow(today, months)).map(({ firstDeadline }) => firstDeadline)

  it('has what ends and what must be decided on, the most urgent first, and is two years unless told', () => {
    const systems = [
      system({ contracts: [contract({ end: '2028-11-20' })] }),
      system({ contracts: [contract({ end: '2028-11-21' })] }),
      system({ contracts: [contract({ end: '2029-12-31', options: [{ months: 12, decideBy: '2027-01-31', status: 'open' }] })] }),
      system({ contracts: [contract({ end: '2026-11-19' }), contract({ end: undefined })] }),
      system({ status: 'retired', contracts: [contract()] }),
    ]
    expect(endings(systems)).toEqual(['2027-01-31', '2028-11-20'])
    expect(endings(systems, 2)).toEqual([])
  })

  it('goes by the end where the last day to call an option has gone', () => {
    const late = system({ contracts: [contract({ options: [{ months: 12, decideBy: '2026-11-19', status: 'open' }] })] })
    expect(endings([late])).toEqual(['2027-06-30'])
  })
})
