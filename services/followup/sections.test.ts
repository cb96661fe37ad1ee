import { describeRefusals } from '#phase/testing/refusal-suite.ts'
import type { Refusal } from '#phase/testing/refusal-suite.ts'
import { akBrevFollowup } from '../../demo/ak-brev/followup.ts'
import { followup } from './phase.ts'

const { sections } = akBrevFollowup

const { benefits } = sections.measurements
const { meetings } = sections.supplierDialogue

/** Every way in which a section of the phase is refused: what is changed, and the pointer and code that come back. */
const refusals: readonly Refusal<keyof typeof sections>[] = [
  ['measurements', 'a benefit passed over', { benefits: benefits.slice(1) }, ['/benefits missingRows']],
  [
    'measurements',
    'too early without a next day',
    { benefits: benefits.map((row, index) => (index === 0 ? { ...row, outcome: 'tooEarly', nextOn: undefined } : row)) },
    ['/benefits/0/nextOn nextMeasurementMissing'],
  ],
  [
    'measurements',
    'a next measurement before the latest',
    { benefits: benefits.map((row, index) => (index === 0 ? { ...row, nextOn: '2026-09-30' } : row)) },
    ['/benefits/0/nextOn datesOutOfOrder'],
  ],
  [
    'measurements',
    'measured before anybody began',
    { benefits: benefits.map((row, index) => (index === 0 ? { ...row, measuredOn: '2025-01-19' } : row)) },
    ['/benefits/0/measuredOn beforeUse'],
  ],

  ['uptake', 'a unit passed over', { units: sections.uptake.units.slice(1) }, ['/units missingRows']],
  [
    'uptake',
    'a unit that was never rolled out',
    { units: [...sections.uptake.units, { unit: 'x', users: 1, measuredOn: '2026-09-30' }] },
    ['/units/3/unit notInCase'],
  ],
  [
    'uptake',
    'counted before it began',
    { units: sections.uptake.units.map((row, index) => (index === 0 ? { ...row, measuredOn: '2025-01-19' } : row)) },
    ['/units/0/measuredOn beforeUse'],
  ],

  ['technology', 'a period that ends before it begins', { periodTo: '2025-02-17' }, ['/periodTo datesOutOfOrder']],
  ['technology', 'below the agreed without remedy', { availability: 99.4 }, ['/availabilityRemedy remedyMissing']],
  [
    'technology',
    'a failing neighbour without remedy',
    { neighbours: sections.technology.neighbours.map((row, index) => (index === 1 ? { ...row, works: 'badly' } : row)) },
    ['/neighbours/1/remedy remedyMissing'],
  ],

  [
    'projectEvaluation',
    'a cost that differs, unexplained',
    { costDifference: undefined },
    ['/costDifference differenceUnexplained'],
  ],

  [
    'supplierDialogue',
    'no meeting since it went live',
    { meetings: [{ ...meetings[0], heldOn: '2025-02-16' }] },
    ['/meetings noMeetingAfterLive'],
  ],
  ['supplierDialogue', 'goes on without a next day', { nextFollowUpOn: undefined }, ['/nextFollowUpOn nextFollowUpMissing']],
  [
    'supplierDialogue',
    'a next follow-up before the latest meeting',
    { nextFollowUpOn: '2026-10-14' },
    ['/nextFollowUpOn datesOutOfOrder'],
  ],
  ['supplierDialogue', 'nothing open to remedy', { continuation: 'remedyFirst' }, ['/deficiencies nothingToRemedy']],

  [
    'marketEvaluation',
    'more small tenders than tenders',
    { tendersFromSmall: 4 },
    ['/tendersFromSmall moreThanAll', '/tendersFromSmall differsFromProcurement'],
  ],
  [
    'marketEvaluation',
    'another count than in the procurement',
    { tendersReceived: 4 },
    ['/tendersReceived differsFromProcurement'],
  ],

  [
    'forumFeedback',
    'silence about the market',
    { points: sections.forumFeedback.points.filter(({ about }) => about !== 'market') },
    ['/points marketMissing'],
  ],
]

describeRefusals({ phase: followup, content: akBrevFollowup, refusals })
