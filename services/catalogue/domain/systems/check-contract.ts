import type { OrganisationId } from '#contracts/ids.ts'
import type { Text } from '#contracts/language.ts'
import { pointerTo } from '#lambda/field-problem.ts'
import type { FieldProblem } from '#lambda/field-problem.ts'
import { reckonOptions } from './contract.ts'
import type { Contract, ContractOption, ReckonedOption } from './contract.ts'

/** What cannot be so in a contract, each with its field and how to put it right. */

type Place = readonly PropertyKey[]

const problem = (place: Place, code: string, message: Text): FieldProblem => ({ pointer: pointerTo(place), code, message })

const lengthProblems = (option: ContractOption, place: Place): FieldProblem[] => {
  if ((option.until === undefined) === (option.months === undefined))
    return [
      problem([...place, option.until === undefined ? 'until' : 'months'], 'optionLengthUnclear', {
        sv: 'Ange antingen till vilket datum optionen gäller eller hur många månader den är.',
        en: 'Give either the day that the option lasts until or the number of months.',
      }),
    ]
  if (option.decideBy !== undefined && option.noticeMonths !== undefined)
    return [
      problem([...place, 'noticeMonths'], 'optionNoticeUnclear', {
        sv: 'Ange antingen sista dag att avropa optionen eller hur många månader före avtalsslut, inte båda.',
        en: 'Give either the last day to call the option or the months before the end, not both.',
      }),
    ]
  return []
}

const dateProblems = (reckoned: ReckonedOption, place: Place): FieldProblem[] => [
  ...(reckoned.until !== undefined && reckoned.until <= reckoned.from
    ? [
        problem([...place, 'until'], 'optionBeforeEnd', {
          sv: `Optionen slutar inte efter avtalet, som löper till ${reckoned.from}. Ange en senare dag.`,
          en: `The option does not end after the contract, which runs until ${reckoned.from}. Give a later day.`,
        }),
      ]
    : []),
  ...(reckoned.decideBy !== undefined && reckoned.decideBy > reckoned.from
    ? [
        problem([...place, 'decideBy'], 'optionDecidedTooLate', {
          sv: `Optionen måste avropas senast när avtalet slutar, ${reckoned.from}. Ange en tidigare dag.`,
          en: `The option must be called no later than the contract ends, ${reckoned.from}. Give an earlier day.`,
        }),
      ]
    : []),
]

const outOfOrder = (reckoned: readonly ReckonedOption[], index: number): boolean => {
  const earlier = reckoned.slice(0, index).map(({ status }) => status)
  const status = reckoned[index]?.status
  if (status === 'taken') return earlier.some((one) => one !== 'taken')
  return status === 'open' && earlier.includes('declined')
}

const orderProblem = (place: Place): FieldProblem =>
  problem([...place, 'status'], 'optionOutOfOrder', {
    sv: 'En option kan inte utnyttjas eller vara öppen när en tidigare inte har utnyttjats. Rätta läget på optionerna.',
    en: 'An option cannot be taken up, or be open, when an earlier one has not been taken up. Put the statuses right.',
  })

const optionProblems = (given: Contract, place: Place): FieldProblem[] => {
  if (given.end === undefined)
    return given.options.length === 0
      ? []
      : [
          problem([...place, 'end'], 'optionWithoutEnd', {
            sv: 'Ange när avtalet slutar utan optioner, eller ta bort optionerna.',
            en: 'Give when the contract ends without its options, or remove the options.',
          }),
        ]
  // Whether an option is overdue is no matter here.
  const reckoned = reckonOptions(given, given.start)
  return given.options.flatMap((option, index) => {
    const at = [...place, 'options', index]
    const dates = reckoned[index]
    return [
      ...lengthProblems(option, at),
      ...(dates ? dateProblems(dates, at) : []),
      ...(outOfOrder(reckoned, index) ? [orderProblem(at)] : []),
    ]
  })
}

const callOffProblems = (
  { kind, callOff }: Contract,
  place: Place,
  { own, organisations }: { own: OrganisationId; organisations: ReadonlySet<OrganisationId> },
): FieldProblem[] => {
  const at = [...place, 'callOff']
  if (callOff.length > 0 && kind !== 'framework' && kind !== 'joint')
    return [
      problem(at, 'callOffNeedsFramework', {
        sv: 'Bara ett ramavtal eller en samordnad upphandling kan avropas av andra (LOU 7 kap. 3 §). Ändra avtalsformen, eller ta bort organisationerna.',
        en: 'Only a framework agreement or a joint procurement lets others call off (LOU 7:3). Change the kind, or remove the organisations.',
      }),
    ]
  const unknown = callOff.filter((one) => !organisations.has(one))
  if (unknown.length > 0)
    return [
      problem(at, 'organisationUnknown', {
        sv: `Organisationen finns inte i länet: ${unknown.join(', ')}. Välj bland länets organisationer.`,
        en: `There is no such organisation in the county: ${unknown.join(', ')}. Choose among the county's own.`,
      }),
    ]
  return callOff.includes(own) || new Set(callOff).size < callOff.length
    ? [
        problem(at, 'callOffRepeated', {
          sv: 'Ange varje annan organisation en gång. Den egna behöver inte stå med.',
          en: 'Give each other organisation once. One’s own need not be there.',
        }),
      ]
    : []
}

/** @param place where the contract stands in the body. */
export const checkContract = (
  given: Contract,
  place: Place,
  county: { readonly own: OrganisationId; readonly organisations: ReadonlySet<OrganisationId> },
): FieldProblem[] => [
  ...(given.end !== undefined && given.end < given.start
    ? [
        problem([...place, 'end'], 'contractEndsBeforeStart', {
          sv: `Avtalet slutar före ${given.start}, då det börjar. Rätta den ena dagen.`,
          en: `The contract ends before ${given.start}, when it starts. Put one of the days right.`,
        }),
      ]
    : optionProblems(given, place)),
  ...callOffProblems(given, place, county),
]
