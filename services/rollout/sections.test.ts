import { describeRefusals } from '#phase/testing/refusal-suite.ts'
import type { Refusal } from '#phase/testing/refusal-suite.ts'
import { akBrevRollout } from '../../demo/ak-brev/rollout.ts'
import { rollout } from './phase.ts'

const { sections } = akBrevRollout

const { units } = sections.plan
const [first, second] = sections.approvals.negotiations
const negotiated = (change: object) => ({ negotiations: [{ ...first, ...change }, second] })

/** Every way in which a section of the phase is refused: what is changed, and the pointer and code that come back. */
const refusals: readonly Refusal<keyof typeof sections>[] = [
  ['plan', 'a unit named twice', { units: [...units, units[1]] }, ['/units/3/name repeated']],
  [
    'plan',
    'an organisation of another county',
    { units: units.map((unit) => ({ ...unit, organisation: unit.wave === 1 ? 'region-skane' : unit.organisation })) },
    ['/units/0/organisation notInCounty'],
  ],
  ['plan', 'waves numbered with a gap', { units: [units[0], { ...units[1], wave: 3 }] }, ['/units/1/wave waveMissing']],
  [
    'plan',
    'a wave before the one before it',
    { units: [units[0], { ...units[1], startsOn: '2025-01-19' }] },
    ['/units/1/startsOn waveBeforeTheLast'],
  ],

  [
    'approvals',
    'a plan that counts before it is approved',
    { management: { ...sections.approvals.management, approvedOn: '2025-01-08' } },
    ['/planCountsFrom notApprovedYet'],
  ],
  ['approvals', 'held before called', negotiated({ calledOn: '2024-12-18' }), ['/negotiations/0/heldOn heldBeforeCalled']],
  [
    'approvals',
    'a protocol before the negotiation',
    negotiated({ protocolOn: '2024-12-16' }),
    ['/negotiations/0/protocolOn protocolBeforeHeld'],
  ],
  [
    'approvals',
    'central negotiation asked for and not held',
    negotiated({ isCentralAskedFor: true }),
    ['/negotiations/0/centralHeldOn centralNotHeld'],
  ],
  [
    'approvals',
    'central before local',
    negotiated({ isCentralAskedFor: true, centralHeldOn: '2024-12-16' }),
    ['/negotiations/0/centralHeldOn centralBeforeLocal'],
  ],
  [
    'approvals',
    'a plan that counts before the protocol',
    negotiated({ protocolOn: '2025-01-08' }),
    ['/negotiations/0/protocolOn planCountsTooEarly'],
  ],

  ['supplierAgreement', 'agreed after the first unit begins', { agreedOn: '2025-01-21' }, ['/agreedOn agreedTooLate']],

  ['training', 'a unit passed over', { units: sections.training.units.slice(1) }, ['/units missingRows']],
  [
    'training',
    'more trained than there are',
    { units: sections.training.units.map((row, index) => (index === 0 ? { ...row, trained: 25 } : row)) },
    ['/units/0/trained moreThanAll'],
  ],

  [
    'workingMethods',
    'the old out before anything new is in',
    { oldWays: [{ ...sections.workingMethods.oldWays[0], outOn: '2025-01-19' }] },
    ['/oldWays/0/outOn gapInWork'],
  ],

  ['goLive', 'a unit passed over', { units: sections.goLive.units.slice(1) }, ['/units missingRows']],
  [
    'goLive',
    'counted before it began',
    { units: sections.goLive.units.map((row, index) => (index === 0 ? { ...row, measuredOn: '2025-01-19' } : row)) },
    ['/units/0/measuredOn datesOutOfOrder'],
  ],

  ['lineOrganisation', 'an organisation of another county', { organisation: 'region-skane' }, ['/organisation notInCounty']],

  ['handover', 'an item passed over', { checklist: sections.handover.checklist.slice(1) }, ['/checklist missingRows']],
  [
    'handover',
    'one person on both sides',
    { line: { ...sections.handover.line, name: ` ${sections.handover.project.name.toUpperCase()}` } },
    ['/line/name samePerson'],
  ],
  [
    'handover',
    'signed before the last unit began',
    { project: { ...sections.handover.project, signedOn: '2025-02-16' } },
    ['/project/signedOn signedBeforeLive'],
  ],
]

describeRefusals({ phase: rollout, content: akBrevRollout, refusals })
