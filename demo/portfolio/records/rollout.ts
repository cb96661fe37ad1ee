import type { PhaseContent } from '../../ak-brev/phase-content.ts'
import { checklistItems } from '../../../services/rollout/domain/handover-checklist.ts'
import { assume } from '../facts.ts'
import type { RolloutFacts, RolloutUnit } from '../facts.ts'
import type { Milestone } from '../timeline.ts'
import { inside } from '../swedish.ts'
import { isTouched } from './ideas.ts'
import { contractDates, later } from './procurement-dates.ts'

const trainingGoalPercent = 85

/** The units as all phases from here on name them. */
export const unitName = ({ name }: RolloutUnit): string => assume(name)

const startOf = ({ wave }: RolloutUnit): Milestone => (wave === 1 ? 'firstUnits' : 'secondUnits')
const trainingOf = ({ wave }: RolloutUnit): Milestone => (wave === 1 ? 'lastTraining' : 'secondTraining')

const yearlyCost = ({ costs }: RolloutFacts): number => costs.reduce((sum, { kronor }) => sum + kronor, 0)

export const rolloutRecord = (facts: RolloutFacts): PhaseContent => {
  const on = (milestone: Milestone): string => later(facts, milestone)
  const { rollout } = facts
  const year = on('rolloutApproved').slice(0, 4)
  const touched = facts.process.steps.filter(isTouched)
  return {
    sections: {
      plan: {
        units: rollout.units.map((unit) => ({
          name: unitName(unit),
          organisation: facts.organisation,
          wave: unit.wave,
          startsOn: on(startOf(unit)),
          staff: unit.staff,
          usersExpected: unit.usersExpected,
        })),
        trainingGoalPercent,
        usageGoalPercent: rollout.usagePercent,
        stepBack: assume(rollout.stepBack),
        risks: assume(rollout.risk),
      },
      approvals: {
        management: {
          approvedBy: assume('förvaltningschef'),
          approvedOn: on('rolloutApproved'),
          reference: assume(`dnr ${year}-${facts.key}-plan`),
        },
        negotiations: rollout.unions.map((union, index) => ({
          union: assume(union),
          calledOn: on('unionsCalled'),
          heldOn: on('unionsMet'),
          outcome: 'agreed',
          isCentralAskedFor: false,
          protocolOn: on('protocolSigned'),
          protocolReference: assume(`dnr ${year}-${facts.key}-mbl${index + 1}`),
        })),
        planCountsFrom: on('planCounts'),
        comments: assume('handledning på plats lades till under de två första veckorna.'),
      },
      supplierAgreement: {
        reference: `${contractDates(facts).number}, bilaga`,
        agreedOn: on('supplierAgreed'),
        duties: [
          { what: assume('ansluter enheterna i den andra vågen.'), dueOn: on('secondTraining') },
          { what: assume('är på plats den första dagen vid varje enhet.'), dueOn: on('secondUnits') },
        ],
        support: assume('svar inom en timme på vardagar under de fyra första veckorna.'),
      },
      training: {
        units: rollout.units.map((unit) => ({
          unit: unitName(unit),
          staff: unit.staff,
          trained: unit.trained,
          lastOn: on(trainingOf(unit)),
        })),
        newcomers: assume('ingår i introduktionen, med ett övningsfall i testmiljön.'),
      },
      workingMethods: {
        newWays: touched.map(([who, , tomorrow]) => ({
          what: assume(`${inside(who)}: ${tomorrow}`),
          fromOn: on('firstUnits'),
          responsible: assume('enhetschef'),
        })),
        oldWays: [{ what: assume(facts.ends), outOn: on('oldWaysOut'), how: assume(rollout.oldWayOut) }],
      },
      goLive: {
        units: rollout.units.map((unit) => ({
          unit: unitName(unit),
          startedOn: on(startOf(unit)),
          users: unit.users[0],
          measuredOn: on('usersCounted'),
        })),
      },
      lineOrganisation: {
        systemOwner: assume(rollout.systemOwner),
        organisation: facts.organisation,
        itOperation: assume('IT-förvaltningen, gruppen för vård och omsorg'),
        support: assume('servicedesk, och en superanvändare vid varje enhet'),
        benefitOwner: assume('verksamhetscontroller'),
        budgetPerYear: yearlyCost(facts) * 100,
        budgetFrom: on('lineBudget'),
        agreement: assume(`förvaltningsplan ${on('lineBudget').slice(0, 4)}`),
        development: assume(facts.wished.demand),
      },
      handover: {
        checklist: checklistItems.map((item) => ({ item, isDone: true })),
        remaining: assume(
          `användningen följs varje månad tills den når ${rollout.usagePercent} procent; verksamhetscontrollern svarar för det.`,
        ),
        project: { name: assume('projektledaren'), title: 'Projektledare', signedOn: on('projectSigned') },
        line: { name: assume('systemägaren'), title: 'Systemägare', signedOn: on('lineSigned') },
      },
    },
    opinions: [],
  }
}
