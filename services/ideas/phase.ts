import { completedContent } from '#phase/domain/completed-content.ts'
import { definePhase } from '#phase/phase.ts'
import { criteria } from './criteria.ts'
import { functions } from './sections/functions.ts'
import { marketScan } from './sections/market-scan.ts'
import { need } from './sections/need.ts'
import { priority } from './sections/priority.ts'
import { process } from './sections/process.ts'
import { strategy } from './sections/strategy.ts'
import { substantiation } from './sections/substantiation.ts'

/** The idea phase (RUVeS 5.1). Care operations own it alone; it ends at BP1, whose rule is in criteria.ts. */
export const ideas = definePhase({
  phase: 'ideas',
  purpose: {
    sv: 'Styrk behovet bakom idén, sätt in det i vårdprocessen och avgör om det ska prioriteras.',
    en: 'Substantiate the need behind the idea, place it in the care process and decide whether it has priority.',
  },
  components: ['needUnderstanding', 'forum'],
  sections: [need, process, substantiation, functions, marketScan, strategy, priority],
  criteria,
  // The likely costs a year of NV1: no contract value is known yet.
  valueOf: ({ assessment }) => assessment?.totals.costs,
  handOver: (evidence) => {
    const { problem, affectedPerYear } = completedContent(evidence, need)
    return {
      ideas: {
        problem,
        affectedPerYear,
        functions: completedContent(evidence, functions).functions.map(({ id, name }) => ({ id, name })),
        strategyGoals: completedContent(evidence, strategy).goals,
      },
    }
  },
})
