import { completedContent } from '#phase/domain/completed-content.ts'
import { definePhase } from '#phase/phase.ts'
import { criteria } from './criteria.ts'
import { rankByCoverage } from './domain/requirement-coverage.ts'
import { ableSmallSuppliers, ableSuppliers } from './domain/supplier-ability.ts'
import { jointPurchase } from './sections/joint-purchase.ts'
import { marketAssessment } from './sections/market-assessment.ts'
import { marketDialogue } from './sections/market-dialogue.ts'
import { marketMatch } from './sections/market-match.ts'
import { procurementForms } from './sections/procurement-forms.ts'
import { requirements } from './sections/requirements.ts'

/** The matching phase (RUVeS 5.2): what is needed against what the market can do. Ends at BP2, whose rule is in criteria.ts. */
export const matching = definePhase({
  phase: 'matching',
  purpose: {
    sv: 'Skriv kraven, ta reda på vad marknaden kan erbjuda och sätt mått på nyttan.',
    en: 'Write the requirements, find out what the market can offer and put figures on the benefit.',
  },
  components: ['needUnderstanding', 'acquisition', 'technicalOpenness', 'forum'],
  sections: [requirements, marketMatch, marketDialogue, marketAssessment, procurementForms, jointPurchase],
  opinions: ['it', 'procurement'],
  followsDialogues: true,
  criteria,
  // The likely costs a year of NV2: no contract value is known yet.
  valueOf: ({ assessment }) => assessment?.totals.costs,
  handOver: (evidence) => {
    const drafted = completedContent(evidence, requirements).requirements
    const { suppliers } = completedContent(evidence, marketAssessment)
    const { talks } = completedContent(evidence, marketDialogue)
    const { recommended, estimatedValue } = completedContent(evidence, procurementForms)
    const able = ableSuppliers(suppliers)
    const ranked = rankByCoverage(evidence.completed(marketMatch)?.products ?? [], drafted).map(({ candidate }) => candidate)
    // Those compared come in the order of their rank, the others after them.
    const rankOf = (id: string): number => (ranked.includes(id) ? ranked.indexOf(id) : ranked.length)
    return {
      matching: {
        requirements: drafted.map(({ id, text, kind, level, functions }) => ({
          id,
          text,
          kind,
          isMandatory: level === 'must',
          functions,
        })),
        candidates: able
          .toSorted((a, b) => rankOf(a.id) - rankOf(b.id))
          .map(({ id, solution, supplier }) => ({ id, name: solution, supplier })),
        suppliersAble: able.length,
        smallSuppliersAble: ableSmallSuppliers(suppliers).length,
        recommendedForm: recommended,
        estimatedValue,
        dialogueHeld: talks.length > 0,
        dialogues: talks.map(({ company, heldOn, informationGiven }) => ({ company, heldOn, informationGiven })),
      },
    }
  },
})
