import type { FieldProblem } from '#lambda/field-problem.ts'
import { baselineOf, estimateOf } from './benefit-line.ts'
import type { BenefitLine } from './benefit-line.ts'
import type { RowDemand } from './demand.ts'

type FieldCheck = (line: BenefitLine, demand: RowDemand, today: string) => readonly FieldProblem[]

const placed: FieldCheck = ({ kind, area, organisation }, demand) => [
  ...demand(
    kind !== undefined,
    ['kind'],
    'required',
    'Välj slag: pengar, frigjord resurs eller kvalitativ.',
    'Choose a kind: money, freed resource or qualitative.',
  ),
  ...demand(area !== undefined, ['area'], 'required', 'Välj område.', 'Choose an area.'),
  ...demand(
    organisation !== undefined,
    ['organisation'],
    'required',
    'Välj den organisation som får nyttan eller bär kostnaden.',
    'Choose the organisation that gains or bears it.',
  ),
]

const figures = ['low', 'likely', 'high'] as const

const inMoney: FieldCheck = (line, demand) => {
  const { kind, perYear, level, levelHorizonYears, calculation } = line
  if (kind !== 'financial' && kind !== 'redistributed') return []
  // Of a line that is reckoned the calculation itself tells what is missing.
  const estimate = estimateOf(line)
  return [
    ...figures.flatMap((figure) =>
      demand(
        calculation !== undefined || perYear?.[figure] !== undefined,
        ['perYear', figure],
        'required',
        'Ange ett belopp per år.',
        'Give an amount per year.',
      ),
    ),
    ...demand(
      !estimate || (estimate.low <= estimate.likely && estimate.likely <= estimate.high),
      ['perYear'],
      'notOrdered',
      'Lågt får inte vara över troligt, och troligt inte över högt.',
      'Low must not be above likely, nor likely above high.',
    ),
    ...demand(
      level === undefined,
      ['level'],
      'qualitativeOnly',
      'Nivå används bara för kvalitativa rader. Ta bort den.',
      'A level is for qualitative lines only. Remove it.',
    ),
    ...demand(
      levelHorizonYears === undefined,
      ['levelHorizonYears'],
      'qualitativeOnly',
      'Hur snart nivån nås anges bara för kvalitativa rader. Ta bort det.',
      'How soon the level is reached is for qualitative lines only. Remove it.',
    ),
  ]
}

const inWords: FieldCheck = ({ kind, perYear, level, levelHorizonYears, levelReason, calculation }, demand) => {
  if (kind !== 'qualitative') return []
  return [
    ...demand(
      perYear === undefined && calculation === undefined,
      [calculation === undefined ? 'perYear' : 'calculation'],
      'neverInMoney',
      'En kvalitativ rad räknas inte i pengar. Ta bort beloppen.',
      'A qualitative line is not counted in money. Remove the amounts.',
    ),
    ...demand(level !== undefined, ['level'], 'required', 'Ange nivå 1–5.', 'Give a level 1–5.'),
    ...demand(
      levelHorizonYears !== undefined,
      ['levelHorizonYears'],
      'required',
      'Ange om nivån nås inom ett eller två år.',
      'Say whether the level is reached within one or two years.',
    ),
    ...demand(Boolean(levelReason), ['levelReason'], 'required', 'Motivera nivån.', 'Give the reason for the level.'),
  ]
}

/** A group of a line that is given at all is given whole: what, and when. */
const groups = [
  ['baseline', 'value', 'takenOn'],
  ['baselinePlan', 'how', 'by'],
  ['target', 'value', 'reachedOn'],
] as const

const measured: FieldCheck = (line, demand, today) => {
  const { measure, unit, target } = line
  const given = groups.filter(([group]) => line[group] !== undefined)
  const baseline = baselineOf(line)
  return [
    ...demand(
      Boolean(measure) || (!unit && given.length === 0),
      ['measure'],
      'required',
      'Ange vad som mäts.',
      'Say what is measured.',
    ),
    ...demand(!measure || Boolean(unit), ['unit'], 'required', 'Ange måttets enhet.', "Give the measure's unit."),
    ...given.flatMap(([group, what, day]) => {
      const fields: Readonly<Record<string, unknown>> = { ...line[group] }
      return [
        ...demand(fields[what] !== undefined, [group, what], 'required', 'Fyll i fältet.', 'Fill in the field.'),
        ...demand(fields[day] !== undefined, [group, day], 'required', 'Ange ett datum.', 'Give a date.'),
      ]
    }),
    ...demand(
      !baseline || baseline.takenOn <= today,
      ['baseline', 'takenOn'],
      'inFuture',
      'Utgångsvärdet kan inte vara mätt efter i dag.',
      'The baseline cannot have been taken after today.',
    ),
    ...demand(
      !baseline || target?.reachedOn === undefined || target.reachedOn > baseline.takenOn,
      ['target', 'reachedOn'],
      'beforeBaseline',
      'Målet måste ligga efter utgångsvärdets dag.',
      "The target must lie after the baseline's day.",
    ),
  ]
}

const checks: readonly FieldCheck[] = [placed, inMoney, inWords, measured]

/** What a line lacks, or says against itself, at any stage. */
export const findIncompleteFields: FieldCheck = (line, demand, today) => checks.flatMap((check) => check(line, demand, today))
