import { completedContent } from '#phase/domain/completed-content.ts'
import { definePhase } from '#phase/phase.ts'
import { criteria } from './criteria.ts'
import { opennessPercent } from './domain/openness-index.ts'
import { solutionsMeetingAllMusts } from './domain/verified-requirements.ts'
import { essentialRequirements } from './sections/essential-requirements.ts'
import { informationClass } from './sections/information-class.ts'
import { intellectualProperty } from './sections/intellectual-property.ts'
import { openness } from './sections/openness.ts'
import { processFit } from './sections/process-fit.ts'
import { procurementRisk } from './sections/procurement-risk.ts'
import { regulatory } from './sections/regulatory.ts'
import { riskAnalysis } from './sections/risk-analysis.ts'
import { trials } from './sections/trials.ts'

/** The verification phase (RUVeS 5.3): is the benefit real, lawful and safe? Ends at BP3, whose rule is in criteria.ts. */
export const verification = definePhase({
  phase: 'verification',
  purpose: {
    sv: 'Verifiera att lösningen ger nyttan, att lagen uppfylls och att riskerna går att hantera.',
    en: 'Verify that the solution gives the benefit, that the law is met and that the risks can be handled.',
  },
  components: ['acquisition'],
  sections: [
    intellectualProperty,
    regulatory,
    trials,
    riskAnalysis,
    informationClass,
    processFit,
    essentialRequirements,
    openness,
    procurementRisk,
  ],
  opinions: ['mta', 'it', 'law'],
  followsDialogues: true,
  criteria,
  // The likely costs a year of NV3: no contract value is known yet.
  valueOf: ({ assessment }) => assessment?.totals.costs,
  handOver: (evidence) => {
    const { requirements = [], candidates = [] } = evidence.dossier.matching ?? {}
    const { verifications } = completedContent(evidence, essentialRequirements)
    const { measurements } = completedContent(evidence, openness)
    const classified = completedContent(evidence, informationClass)
    const meetingAll = solutionsMeetingAllMusts(requirements, verifications)
    return {
      verification: {
        solutions: candidates.filter(({ id }) => meetingAll.includes(id)),
        medicalDeviceClass: completedContent(evidence, regulatory).medicalDevice.deviceClass,
        benefits: (evidence.assessment?.lines ?? []).filter(({ side }) => side === 'benefit'),
        costs: (evidence.assessment?.lines ?? []).filter(({ side }) => side === 'cost'),
        ...(evidence.assessment?.calculation && { calculation: evidence.assessment.calculation }),
        processesPersonalData: classified.personalData !== 'none',
        informationClass: {
          confidentiality: Number(classified.confidentiality),
          integrity: Number(classified.integrity),
          availability: Number(classified.availability),
        },
        openness: measurements.map((measurement) => ({
          solution: measurement.solution,
          // A measurement older than the index is refused when its section is marked complete.
          percent: opennessPercent(measurement, measurement.measuredOn) ?? 0,
        })),
      },
    }
  },
})
