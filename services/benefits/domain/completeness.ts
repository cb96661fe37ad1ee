import type { AssessmentKind } from '#contracts/words.ts'
import type { FieldProblem } from '#lambda/field-problem.ts'
import { activeLines, isActive } from './benefit-line.ts'
import type { BenefitLine } from './benefit-line.ts'
import type { AssessmentContent, CaseHead } from './case-benefits.ts'
import { demand, demandIn } from './demand.ts'
import type { RowDemand } from './demand.ts'
import { isRestated } from './differences.ts'
import { findIncompleteFields } from './line-fields.ts'
import { isMeasured } from './progress.ts'

/** What an assessment is held against when it is marked complete. */
export interface Stage {
  readonly kind: AssessmentKind
  /** The frozen assessment before it; there is none before NV1. */
  readonly before: AssessmentContent | undefined
  readonly measured: CaseHead['measured']
  readonly today: string
  /** What keeps lines from being reckoned. */
  readonly unreckoned: readonly FieldProblem[]
}

type Check = (content: AssessmentContent, stage: Stage) => readonly FieldProblem[]

const ofEach =
  (
    isChecked: (line: BenefitLine) => boolean,
    check: (line: BenefitLine, demandOf: RowDemand, stage: Stage) => readonly FieldProblem[],
  ): Check =>
  ({ lines }, stage) =>
    lines.flatMap((line, index) => (isChecked(line) ? check(line, demandIn(['lines', index]), stage) : []))

const hasSummary: Check = ({ summary }) =>
  demand(summary.trim() !== '', ['summary'], 'required', 'Sammanfatta bedömningen.', 'Summarise the assessment.')

const hasBenefit: Check = ({ lines }) =>
  demand(
    activeLines(lines).some(({ side }) => side === 'benefit'),
    ['lines'],
    'benefitMissing',
    'Ange minst en nytta.',
    'Give at least one benefit.',
  )

const fieldsAreWhole = ofEach(isActive, (line, demandOf, { today }) => findIncompleteFields(line, demandOf, today))

const removalsHaveReasons = ofEach(
  (line) => !isActive(line),
  ({ removalReason }, demandOf) =>
    demandOf(
      Boolean(removalReason),
      ['removalReason'],
      'required',
      'Ange varför raden har tagits bort.',
      'Say why the line has been removed.',
    ),
)

const isFinancialBenefit = (line: BenefitLine): boolean => isActive(line) && line.side === 'benefit' && line.kind === 'financial'

/** RUVeS 5.2: whoever decides at BP2 must be able to see afterwards whether the money came. */
const financialBenefitsAreMeasurable = ofEach(
  isFinancialBenefit,
  ({ measure, unit, owner, baseline, baselinePlan }, demandOf) => [
    ...demandOf(Boolean(measure), ['measure'], 'required', 'Ange vad som mäts.', 'Say what is measured.'),
    ...demandOf(Boolean(unit), ['unit'], 'required', 'Ange måttets enhet.', "Give the measure's unit."),
    ...demandOf(
      Boolean(owner),
      ['owner'],
      'required',
      'Ange vem som ansvarar för att nyttan uppnås.',
      'Say who answers for the benefit coming true.',
    ),
    ...demandOf(
      baseline !== undefined || baselinePlan !== undefined,
      ['baseline'],
      'baselineMissing',
      'Ange utgångsvärdet, eller hur och när det ska mätas.',
      'Give the baseline, or how and when it will be taken.',
    ),
  ],
)

const costsAreGiven: Check = ({ lines, noCostsReason }) => {
  const hasCosts = activeLines(lines).some(({ side }) => side === 'cost')
  return [
    ...demand(
      hasCosts || Boolean(noCostsReason),
      ['noCostsReason'],
      'costsMissing',
      'Ange minst en kostnad, eller varför det inte finns några.',
      'Give at least one cost, or say why there are none.',
    ),
    ...demand(
      !hasCosts || !noCostsReason,
      ['noCostsReason'],
      'costsContradicted',
      'Det finns kostnader. Ta bort skälet till att de saknas.',
      'There are costs. Remove the reason for there being none.',
    ),
  ]
}

/** One benefit keeps one id through all four assessments: none may vanish without a word. */
const earlierLinesAreAnswered: Check = ({ lines }, { before }) =>
  activeLines(before?.lines ?? []).flatMap(({ id, name }) =>
    demand(
      lines.some((line) => line.id === id),
      ['lines'],
      'lineMissing',
      `Raden ”${name}” från den förra nyttovärderingen saknas. Ta med den, eller markera den som borttagen med ett skäl.`,
      `The line “${name}” of the assessment before is missing. Include it, or mark it removed with a reason.`,
    ),
  )

const changesHaveReasons = ofEach(isActive, (line, demandOf, { before }) => {
  const earlier = before?.lines.find(({ id }) => id === line.id)
  return demandOf(
    !earlier || !isActive(earlier) || Boolean(line.changeReason) || !isRestated(earlier, line),
    ['changeReason'],
    'required',
    'Raden säger något annat än i den förra nyttovärderingen. Ange varför.',
    'The line says something else than in the assessment before. Say why.',
  )
})

const outcomesAreMeasured = ofEach(isActive, (line, demandOf, { measured }) =>
  demandOf(
    !line.measure || Boolean(line.notMeasuredReason) || isMeasured(line, measured[line.id]),
    ['notMeasuredReason'],
    'measurementMissing',
    'Registrera en mätning efter utgångsvärdet, eller ange varför det inte har mätts.',
    'Record a measurement after the baseline, or say why it has not been measured.',
  ),
)

/** What a rough line lacks its fields tell themselves. */
const canBeReckoned: Check = (_, { unreckoned }) => unreckoned.filter(({ code }) => code !== 'notReckoned')

/** RUVeS 5.2: quantified is built from what can be counted, not typed as a sum. */
const moneyIsReckoned = ofEach(
  (line) => isActive(line) && (line.kind === 'financial' || line.kind === 'redistributed'),
  ({ calculation }, demandOf) => [
    ...demandOf(
      calculation !== undefined,
      ['calculation'],
      'calculationMissing',
      'Ange hur beloppet räknas fram: metod och faktorer.',
      'Say how the amount is reckoned: method and drivers.',
    ),
    ...Object.entries(calculation?.drivers ?? {}).flatMap(([key, { parameter, source, takenOn, isAssumption }]) =>
      demandOf(
        parameter !== undefined || isAssumption === true || Boolean(source && takenOn),
        ['calculation', 'drivers', key, 'source'],
        'sourceMissing',
        'Ange källa och datum, eller märk talet som ett antagande.',
        'Give source and date, or mark the figure as an assumption.',
      ),
    ),
  ],
)

const rough: readonly Check[] = [hasSummary, hasBenefit, fieldsAreWhole, removalsHaveReasons, canBeReckoned]
const quantified: readonly Check[] = [
  ...rough,
  moneyIsReckoned,
  financialBenefitsAreMeasurable,
  costsAreGiven,
  earlierLinesAreAnswered,
  changesHaveReasons,
]

/** Each stage asks for what the one before asked for, and more (RUVeS 5.1, 5.2, 5.3, 5.7). */
const checks: Readonly<Record<AssessmentKind, readonly Check[]>> = {
  NV1: rough,
  NV2: quantified,
  NV3: quantified,
  NV4: [...quantified, outcomesAreMeasured],
}

/** Two checks can ask for the same thing; the reader is told once. */
const toldOnce = (problems: readonly FieldProblem[]): FieldProblem[] =>
  problems.filter(
    ({ pointer, message }, index) =>
      problems.findIndex((earlier) => earlier.pointer === pointer && earlier.message.sv === message.sv) === index,
  )

/** Everything that keeps an assessment from being complete at its stage; nothing when it is whole. */
export const findIncomplete = (content: AssessmentContent, stage: Stage): FieldProblem[] =>
  toldOnce(checks[stage.kind].flatMap((check) => check(content, stage)))
