import { completedContent } from '#phase/domain/completed-content.ts'
import { definePhase } from '#phase/phase.ts'
import { criteria } from './criteria.ts'
import { dossierPart } from './domain/dossier-part.ts'
import { awardProposal } from './sections/award-proposal.ts'
import { benefitVouching } from './sections/benefit-vouching.ts'
import { contract } from './sections/contract.ts'
import { documentation } from './sections/documentation.ts'
import { documents } from './sections/documents.ts'
import { evaluation } from './sections/evaluation.ts'
import { notice } from './sections/notice.ts'
import { opening } from './sections/opening.ts'
import { opennessCheck } from './sections/openness-check.ts'
import { postNotice } from './sections/post-notice.ts'
import { procedure } from './sections/procedure.ts'
import { questionsAndAnswers } from './sections/questions-and-answers.ts'
import { requestForInformation } from './sections/request-for-information.ts'
import { standstill } from './sections/standstill.ts'

/** The procurement phase (RUVeS 5.4). The procurement unit owns it; it ends at BP4, whose rule is in criteria.ts. */
export const procurement = definePhase({
  phase: 'procurement',
  purpose: {
    sv: 'Köpa den lösning som möter behovet, på lika villkor för stora och små företag.',
    en: 'Buy the solution that meets the need, on equal terms for large and small companies.',
  },
  components: ['acquisition'],
  sections: [
    procedure,
    documents,
    requestForInformation,
    notice,
    questionsAndAnswers,
    opening,
    evaluation,
    benefitVouching,
    opennessCheck,
    awardProposal,
    standstill,
    contract,
    postNotice,
    documentation,
  ],
  followsDialogues: true,
  criteria,
  valueOf: (evidence) =>
    evidence.completed(awardProposal)?.contractValue ??
    evidence.completed(procedure)?.estimatedValue ??
    evidence.dossier.matching?.estimatedValue,
  handOver: (evidence) => ({
    procurement: dossierPart({
      form: completedContent(evidence, procedure),
      papers: completedContent(evidence, documents),
      evaluated: completedContent(evidence, evaluation),
      checked: completedContent(evidence, opennessCheck),
      proposal: completedContent(evidence, awardProposal),
    }),
  }),
})
