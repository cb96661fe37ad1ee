import type { DemoCase } from '../demo-case.ts'
import { akBrevBenefits, akBrevMeasurements } from './benefits.ts'
import { akBrevFollowup } from './followup.ts'
import { akBrevIdeas } from './ideas.ts'
import { akBrevMatching } from './matching.ts'
import { akBrevProcurement } from './procurement.ts'
import { akBrevRollout } from './rollout.ts'
import { akBrevValidation, akBrevValidationFirstRound } from './validation.ts'
import { akBrevVerification } from './verification.ts'

const go = (reason: string) => ({ outcome: 'go', reason }) as const

/**
 * The digital dosing letter for patients on warfarin (EY:s granskning av e-hälsa i Region Jönköpings län 2018, 5.1),
 * from idea to review. What the report does not say is filled in and begins with "Antagande: ".
 */
export const akBrev: DemoCase = {
  key: 'ak-brev',
  submission: {
    title: 'Digitalt AK-brev',
    description:
      'Patienter som behandlas med warfarin får besked om ny dosering i ett brev på papper. Det tar dagar, når inte den som är bortrest, och mottagningen vet inte om brevet är läst. Vi vill kunna lämna doseringen digitalt via 1177 och se att den har nått fram.',
    affected: 'Antagande: cirka 3 600 patienter och mottagningens sjuksköterskor.',
    sender: 'staff',
    organisation: 'region-kalmar',
  },
  phases: {
    ideas: { content: akBrevIdeas, rulings: [go('Behovet är styrkt av två yrkesgrupper och ligger i linje med strategin.')] },
    matching: { content: akBrevMatching, rulings: [go('Nyttan är kvantifierad och marknaden kan leverera.')] },
    verification: {
      content: akBrevVerification,
      rulings: [go('Potentialen är verifierad i testmiljö och riskerna går att hantera.')],
    },
    procurement: { content: akBrevProcurement, rulings: [go('Anbudet uppfyller kraven och nyttan är vidimerad mot behovet.')] },
    validation: {
      content: akBrevValidation,
      earlierRounds: [akBrevValidationFirstRound.sections],
      rulings: [
        {
          outcome: 'revise',
          reason: 'Läskvittensen når inte mottagningens arbetslista. Det är en förutsättning för patientsäkerheten.',
          missing: ['Kvittens på läst brev ska synas i arbetslistan', 'Ny pilotperiod med uppföljning av kvittenser'],
        },
        go('Andra varvet visar att kvittensen fungerar och att användarna godtar lösningen.'),
      ],
    },
    rollout: { content: akBrevRollout, rulings: [go('Alla enheter är i gång och förvaltningen har tagit över.')] },
    followup: { content: akBrevFollowup, rulings: [go('Nyttan har i huvudsak kommit. Underhållsavtalet fortsätter.')] },
  },
  benefits: { assessments: akBrevBenefits, measurements: akBrevMeasurements },
}
