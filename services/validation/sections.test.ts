import { describeRefusals } from '#phase/testing/refusal-suite.ts'
import type { Refusal } from '#phase/testing/refusal-suite.ts'
import { akBrevValidation } from '../../demo/ak-brev/validation.ts'
import { validation } from './phase.ts'

const { sections } = akBrevValidation

const [firstRound, secondRound] = sections.rounds.rounds
const [firstPlan, secondPlan] = sections.plan.rounds
const { measures } = sections.pilot
const validated = sections.requirementsValidation.requirements

/** Every way in which a section of the phase is refused: what is changed, and the pointer and code that come back. */
const refusals: readonly Refusal<keyof typeof sections>[] = [
  [
    'contractStart',
    'a contract that ends before it begins',
    { endsOn: '2024-05-31', deliveries: [{ name: 'x', dueOn: '2024-05-30' }] },
    ['/endsOn datesOutOfOrder'],
  ],
  ['contractStart', 'a start meeting before the contract', { startMeetingOn: '2024-05-20' }, ['/startMeetingOn datesOutOfOrder']],
  [
    'contractStart',
    'a delivery outside the contract',
    { deliveries: [{ name: 'x', dueOn: '2027-06-01' }] },
    ['/deliveries/0/dueOn outsideContract'],
  ],

  ['plan', 'rounds numbered with a gap', { rounds: [firstPlan, { ...secondPlan, number: 3 }] }, ['/rounds/1/number wrongNumber']],
  [
    'plan',
    'a round that ends before it begins',
    { rounds: [{ ...firstPlan, endsOn: '2024-06-09' }, secondPlan] },
    ['/rounds/0/endsOn datesOutOfOrder'],
  ],
  [
    'plan',
    'a round before the one before it',
    { rounds: [firstPlan, { ...secondPlan, startsOn: '2024-06-09' }] },
    ['/rounds/1/startsOn datesOutOfOrder'],
  ],
  [
    'plan',
    'a pilot that ends before it begins',
    { pilot: { ...sections.plan.pilot, endsOn: '2024-09-15' } },
    ['/pilot/endsOn datesOutOfOrder'],
  ],
  [
    'plan',
    'a wide rollout before the pilot has ended',
    { rollout: { ...sections.plan.rollout, startsOn: '2024-12-06' } },
    ['/rollout/startsOn rolloutBeforePilotEnds'],
  ],

  [
    'communication',
    'management not told',
    { audiences: sections.communication.audiences.filter((row) => row.audience !== 'management') },
    ['/audiences audienceMissing'],
  ],
  [
    'communication',
    'neither management nor staff told',
    { audiences: sections.communication.audiences.filter((row) => row.audience === 'residents') },
    ['/audiences audienceMissing', '/audiences audienceMissing'],
  ],

  [
    'rounds',
    'rounds numbered with a gap',
    { rounds: [firstRound, { ...secondRound, number: 3 }] },
    ['/rounds/1/number wrongNumber'],
  ],
  [
    'rounds',
    'tested before delivered',
    { rounds: [firstRound, { ...secondRound, testedOn: '2024-11-14' }] },
    ['/rounds/1/testedOn datesOutOfOrder'],
  ],
  [
    'rounds',
    'a serious finding accepted',
    {
      rounds: [firstRound, { ...secondRound, findings: [{ finding: 'x', severity: 'serious', status: 'accepted', note: 'x' }] }],
    },
    ['/rounds/1/findings/0/status seriousAccepted'],
  ],
  [
    'rounds',
    'a finding accepted without reason',
    { rounds: [firstRound, { ...secondRound, findings: [{ finding: 'x', severity: 'minor', status: 'accepted' }] }] },
    ['/rounds/1/findings/0/note reasonMissing'],
  ],

  [
    'training',
    'more trained than there are',
    { groups: [{ ...sections.training.groups[0], trained: 11 }] },
    ['/groups/0/trained moreThanAll'],
  ],

  ['pilot', 'an organisation of another county', { organisation: 'region-skane' }, ['/organisation notInCounty']],
  ['pilot', 'evaluated before it ended', { evaluatedOn: '2024-12-05' }, ['/evaluatedOn datesOutOfOrder']],
  ['pilot', 'ended before it began', { endsOn: '2024-09-16' }, ['/evaluatedOn datesOutOfOrder']],
  [
    'pilot',
    'measured before it began',
    { measures: [{ ...measures[0], measuredOn: '2024-09-15' }] },
    ['/measures/0/measuredOn beforePilot'],
  ],
  ['pilot', 'a benefit that the case lacks', { measures: [{ ...measures[0], benefit: 'x' }] }, ['/measures/0/benefit notInCase']],

  ['acceptance', 'reservations that are not told', { verdict: 'withReservations' }, ['/reservations reservationsMissing']],
  [
    'acceptance',
    'staff not asked',
    { statements: sections.acceptance.statements.filter((row) => row.group !== 'staff') },
    ['/statements staffNotAsked'],
  ],
  ['acceptance', 'answers without a goal', { susGoal: undefined }, ['/susGoal goalMissing']],
  [
    'acceptance',
    'nine answers',
    { susResponses: [{ group: 'staff', answers: '5 1 4 2 5 1 4 2 5' }] },
    ['/susResponses/0/answers wrongAnswers'],
  ],

  ['requirementsValidation', 'a requirement passed over', { requirements: validated.slice(1) }, ['/requirements missingRows']],
  [
    'requirementsValidation',
    'a must that was not offered',
    { requirements: validated.map((row) => (row.requirement === 'K1' ? { ...row, outcome: 'notOffered' } : row)) },
    ['/requirements/0/outcome mustBeOffered'],
  ],

  ['benefitCheck', 'a benefit passed over', { benefits: sections.benefitCheck.benefits.slice(1) }, ['/benefits missingRows']],
  [
    'benefitCheck',
    'a risk without action',
    { benefits: sections.benefitCheck.benefits.map((row, index) => (index === 0 ? { ...row, outlook: 'atRisk' } : row)) },
    ['/benefits/0/action actionMissing'],
  ],

  [
    'infrastructure',
    'lacking without a date',
    { items: [{ ...sections.infrastructure.items[0], isInPlace: false }] },
    ['/items/0/dueOn dateMissing'],
  ],
]

describeRefusals({ phase: validation, content: akBrevValidation, refusals })
