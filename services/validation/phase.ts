import { completedContent } from '#phase/domain/completed-content.ts'
import { definePhase } from '#phase/phase.ts'
import { criteria } from './criteria.ts'
import { meanSusScore } from './domain/sus-score.ts'
import { acceptance } from './sections/acceptance.ts'
import { benefitCheck } from './sections/benefit-check.ts'
import { communication } from './sections/communication.ts'
import { contractStart } from './sections/contract-start.ts'
import { infrastructure } from './sections/infrastructure.ts'
import { pilot } from './sections/pilot.ts'
import { plan } from './sections/plan.ts'
import { requirementsValidation } from './sections/requirements-validation.ts'
import { rounds } from './sections/rounds.ts'
import { training } from './sections/training.ts'

/** The validation phase (RUVeS 5.5): development, training and pilot in rounds. It ends at BP5, whose rule is in criteria.ts. */
export const validation = definePhase({
  phase: 'validation',
  purpose: {
    sv: 'Utveckla och pröva lösningen i varv tills den möter kraven, ger nyttan och godtas av dem som använder den.',
    en: 'Develop and try the solution in rounds until it meets the requirements, gives the benefit and is accepted by its users.',
  },
  components: ['needUnderstanding', 'acquisition', 'technicalOpenness'],
  sections: [
    contractStart,
    plan,
    communication,
    rounds,
    training,
    pilot,
    acceptance,
    requirementsValidation,
    benefitCheck,
    infrastructure,
  ],
  criteria,
  valueOf: ({ dossier }) => dossier.procurement?.contractValue,
  handOver: (evidence) => {
    const { verdict, susResponses } = completedContent(evidence, acceptance)
    const susScore = meanSusScore(susResponses)
    return {
      validation: {
        contractEndsOn: completedContent(evidence, contractStart).endsOn,
        rounds: completedContent(evidence, rounds).rounds.length,
        pilotSite: completedContent(evidence, pilot).site,
        usersVerdict: verdict,
        ...(susScore !== undefined && { susScore }),
      },
    }
  },
})
