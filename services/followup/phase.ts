import { definePhase } from '#phase/phase.ts'
import { criteria } from './criteria.ts'
import { nextFollowUpOn } from './domain/next-follow-up.ts'
import { forumFeedback } from './sections/forum-feedback.ts'
import { marketEvaluation } from './sections/market-evaluation.ts'
import { measurements } from './sections/measurements.ts'
import { projectEvaluation } from './sections/project-evaluation.ts'
import { supplierDialogue } from './sections/supplier-dialogue.ts'
import { technology } from './sections/technology.ts'
import { uptake } from './sections/uptake.ts'

/**
 * The follow-up phase (RUVeS 5.7): did the benefit come, and how did the market work? It ends at review, whose
 * rule is in criteria.ts.
 */
export const followup = definePhase({
  phase: 'followup',
  purpose: {
    sv: 'Visa om nyttan blev verklig och hur marknaden fungerade, och avgör om tjänsten fortsätter.',
    en: 'Show whether the benefit came true and how the market worked, and decide whether the service goes on.',
  },
  components: ['acquisition', 'forum'],
  sections: [measurements, uptake, technology, projectEvaluation, supplierDialogue, marketEvaluation, forumFeedback],
  criteria,
  valueOf: ({ dossier }) => dossier.procurement?.contractValue,
  nextFollowUpOn,
  forumFeedback: (evidence) => evidence.completed(forumFeedback),
  // The flow ends here: no later phase reads the dossier.
  handOver: () => ({}),
})
