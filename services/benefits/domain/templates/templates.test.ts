import { describe, expect, it } from 'vitest'
import { kalmar } from '#counties/kalmar.ts'
import { organisationId } from '#contracts/ids.ts'
import { idOf } from '../../testing/lines.ts'
import { calculationOf, readReckoning } from '../reckon.ts'
import { findChainProblems } from '../effect-chain.ts'
import { proposeFromTemplate } from './propose-from-template.ts'
import type { TemplateAnswers } from './propose-from-template.ts'
import { serviceTemplates } from './templates.ts'

const today = '2026-11-20'

const surroundings = () => {
  let made = 0
  return { county: kalmar, today, newLineId: () => idOf((made += 1)) }
}

const answered = (keys: readonly string[]): TemplateAnswers => ({
  organisation: organisationId.parse('region-kalmar'),
  language: 'sv',
  answers: Object.fromEntries(keys.map((key) => [key, { low: 0.5, likely: 0.5, high: 0.5, source: 'Prov', takenOn: today }])),
  use: [
    { low: 0.1, likely: 0.2, high: 0.3 },
    { low: 0.4, likely: 0.5, high: 0.6 },
  ],
})

it('are those that the assessment offers', () => {
  expect(serviceTemplates.map(({ id }) => id)).toEqual([
    'videoVisit',
    'nightSupervision',
    'medicineDispenser',
    'webBooking',
    'internetTreatment',
    'alarm',
  ])
})

describe.each(serviceTemplates.map((template) => [template.id, template] as const))('%s', (_, template) => {
  const keys = Object.keys(template.questions)

  it('gives lines that can all be reckoned, on effects of its own chain, when every question is answered', () => {
    const proposal = proposeFromTemplate(template, answered(keys), surroundings())
    const reckoning = readReckoning(proposal, 'NV2', kalmar.benefitParameters, today)
    expect(reckoning.read.problems).toEqual([])
    expect(findChainProblems(proposal, kalmar)).toEqual([])
    const inMoney = proposal.lines.filter(({ kind }) => kind !== 'qualitative')
    expect(calculationOf(reckoning).lines.map(({ lineId }) => lineId)).toEqual(inMoney.map(({ id }) => id))
  })

  it('asks no question that no line needs', () => {
    const used = template.lines.flatMap(({ drivers = {} }) =>
      Object.values(drivers).flatMap((source) => ('question' in source ? [source.question] : [])),
    )
    expect([...new Set(used)].toSorted()).toEqual(keys.toSorted())
  })

  it('says what is measured of every benefit', () => {
    for (const { side, measure, unit, name } of template.lines)
      if (side === 'benefit') expect([measure?.sv, unit?.sv], name.sv).not.toContain(undefined)
  })

  it('without answers tells what is missing, question by question', () => {
    const proposal = proposeFromTemplate(template, { ...answered([]), use: [] }, surroundings())
    const { problems } = readReckoning(proposal, 'NV2', kalmar.benefitParameters, today).read
    expect(problems.length).toBeGreaterThanOrEqual(keys.length)
  })
})

it('speaks the language that is asked for', () => {
  const [first] = serviceTemplates
  if (!first) throw new Error('there are templates')
  const spoken = (language: 'sv' | 'en') =>
    proposeFromTemplate(first, { ...answered([]), language }, surroundings()).lines.map(({ name }) => name)
  expect(spoken('sv')[0]).toBe('Frigjord restid')
  expect(spoken('en')[0]).toBe('Travel time freed')
})
