import type { PhaseContent } from '../../ak-brev/phase-content.ts'
import type { BenefitFact } from '../benefit-facts.ts'
import { assume } from '../facts.ts'
import type { FollowupFacts } from '../facts.ts'
import type { Milestone } from '../timeline.ts'
import { dayOfMilestone } from '../timeline.ts'
import { mainSystem } from './ideas.ts'
import { later } from './procurement-dates.ts'
import { benefitIdsOf } from './procurement.ts'
import { unitName } from './rollout.ts'

const agreedAvailability = 99.5

const hasReached = ({ from, to }: BenefitFact, measured: number): boolean => (to > from ? measured >= to : measured <= to)

export const followupRecord = (facts: FollowupFacts): PhaseContent => {
  const on = (milestone: Milestone): string => later(facts, milestone)
  const { followup, rollout, tenders } = facts
  const [budget, cost, costDifference] = followup.money
  return {
    sections: {
      measurements: {
        benefits: benefitIdsOf(facts).map((benefit) => {
          const [, measured, why] = followup.measured[benefit.name] ?? [benefit.from, benefit.from, '']
          return {
            benefit: benefit.id,
            baseline: benefit.from,
            target: benefit.to,
            measured,
            measuredOn: dayOfMilestone(facts.begun, 'secondMeasurement'),
            outcome: hasReached(benefit, measured) ? 'reached' : 'partly',
            why: assume(why),
            nextOn: on('nextMeasurement'),
          }
        }),
        sideEffects: assume(followup.sideEffects),
      },
      uptake: {
        units: rollout.units.map((unit) => ({ unit: unitName(unit), users: unit.users[1], measuredOn: on('secondMeasurement') })),
        staffView: assume(followup.staffView),
        residentView: assume(followup.residentView),
        notReached: assume(followup.notReached),
        oldWaysLeft: assume(followup.oldWaysLeft),
      },
      technology: {
        periodFrom: on('secondUnits'),
        periodTo: on('secondMeasurement'),
        agreedAvailability,
        availability: followup.availability,
        seriousIncidents: followup.availability < agreedAvailability ? 2 : 0,
        ...(followup.availability < agreedAvailability && {
          availabilityRemedy: assume('leverantören har bytt driftplats och betalar vite för månaden.'),
        }),
        neighbours: [{ system: facts.systems[0]?.[0] ?? '', works: 'well', finding: assume(followup.neighbour) }],
        security: assume('loggarna granskas varje månad. Inget otillåtet har hittats.'),
        openness: assume('ett andra system har anslutits till det pris och på den tid som stod i anbudet.'),
      },
      projectEvaluation: {
        goals: 'partly',
        time: assume(followup.time),
        budget: budget * 100,
        cost: cost * 100,
        ...(budget !== cost && { costDifference: assume(costDifference) }),
        participation: assume('medarbetare och företrädare för dem som berörs var med från behov till uppföljning.'),
        lessons: [{ lesson: assume(followup.lesson[0]), phase: followup.lesson[1], receiver: assume('innovationsslussen') }],
        evaluatedBy: assume('verksamhetscontroller'),
        evaluatedOn: on('projectEvaluated'),
      },
      supplierDialogue: {
        meetings: [
          {
            heldOn: on('firstSupplierMeeting'),
            present: assume('systemägare, IT-förvaltningen och leverantören'),
            about: assume('de första månaderna i drift.'),
          },
          {
            heldOn: on('secondSupplierMeeting'),
            present: assume('systemägare, upphandlare och leverantören'),
            about: assume('utfallet av mätningarna och nästa års plan.'),
          },
        ],
        supplierView: assume(followup.supplierView),
        deficiencies: [{ what: assume(followup.deficiency), status: 'remedied', remedyBy: on('secondMeasurement') }],
        continuation: 'goesOn',
        reasons: assume('nyttan kommer, tekniken är stabil och bristen är rättad.'),
        nextFollowUpOn: on('nextFollowUp'),
      },
      marketEvaluation: {
        tendersReceived: tenders.length,
        tendersFromSmall: tenders.filter(({ company }) => company.size !== 'large').length,
        jointTenders: tenders.filter(({ isJoint }) => isJoint).length,
        wasJointDeliveryPossible: true,
        jointDelivery: assume('dokumenten tillät anbud från flera företag tillsammans utan krav på juridisk form.'),
        openness: 'partly',
        opennessReason: assume(`gränssnittet mot ${mainSystem(facts)} var dokumenterat, men testmiljön kom sent.`),
        droppedOut: [],
        conclusion: assume(followup.market),
      },
      forumFeedback: {
        fedBackOn: on('forumTold'),
        how: assume('forummöte med rapport'),
        points: [
          { about: 'benefit', point: assume(followup.sideEffects) },
          { about: 'market', point: assume(followup.market) },
        ],
        response: assume(followup.forum),
      },
    },
    opinions: [],
  }
}
