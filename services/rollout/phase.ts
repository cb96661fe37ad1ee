import { completedContent } from '#phase/domain/completed-content.ts'
import { definePhase } from '#phase/phase.ts'
import { criteria } from './criteria.ts'
import { rolledOut } from './domain/rolled-out.ts'
import { approvals } from './sections/approvals.ts'
import { goLive } from './sections/go-live.ts'
import { handover } from './sections/handover.ts'
import { lineOrganisation } from './sections/line-organisation.ts'
import { plan } from './sections/plan.ts'
import { supplierAgreement } from './sections/supplier-agreement.ts'
import { training } from './sections/training.ts'
import { workingMethods } from './sections/working-methods.ts'

/** The rollout phase (RUVeS 5.6): from project to line management. It ends at handover, whose rule is in criteria.ts. */
export const rollout = definePhase({
  phase: 'rollout',
  purpose: {
    sv: 'Ta lösningen i bruk i varje enhet, fasa ut det gamla och lämna över till förvaltningen.',
    en: 'Take the solution into use in every unit, phase out the old and hand over to the line organisation.',
  },
  components: ['needUnderstanding', 'acquisition'],
  sections: [plan, approvals, supplierAgreement, training, workingMethods, goLive, lineOrganisation, handover],
  criteria,
  valueOf: ({ dossier }) => dossier.procurement?.contractValue,
  handOver: (evidence) => ({
    rollout: rolledOut({
      plan: completedContent(evidence, plan),
      goLive: completedContent(evidence, goLive),
      systemOwner: completedContent(evidence, lineOrganisation).systemOwner,
    }),
  }),
})
