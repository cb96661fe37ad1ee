import { akBrevDossier } from './dossier.ts'
import type { PhaseContent } from './phase-content.ts'

/** The matching phase of "Digitalt AK-brev". The report says nothing of it: all but the requirements' origin is assumed. */

const drafted = akBrevDossier.matching.requirements.map(({ id, text, kind, isMandatory, functions }) => ({
  id,
  text,
  kind,
  level: isMandatory ? 'must' : 'weighted',
  ...(isMandatory ? {} : { weight: 5 }),
  verification: kind === 'functional' ? 'demonstration' : 'documentation',
  source: 'own',
  functions,
}))

const answers = (no: readonly string[], partly: readonly string[]) =>
  drafted.map(({ id }) => ({ requirement: id, answer: no.includes(id) ? 'no' : partly.includes(id) ? 'partly' : 'yes' }))

export const akBrevMatching = {
  sections: {
    requirements: { requirements: drafted },
    marketMatch: {
      products: [
        { candidate: 'L1', coverage: answers(['K7', 'K9'], ['K5']), comment: 'Antagande: gränssnittet är leverantörens eget.' },
        { candidate: 'L2', coverage: answers([], []) },
      ],
    },
    marketDialogue: {
      talks: [
        {
          company: 'Antagande: leverantören av AK-systemet',
          heldOn: '2023-04-18',
          form: 'meeting',
          participants: 'Verksamhetschef, sjuksköterska, upphandlare, IT-arkitekt',
          informationGiven: 'Antagande: behovsbeskrivningen, funktionerna N1-N6 och antalet brev per år.',
          learnt: 'Antagande: en brevmodul finns, men kvittens vid akut ändring måste utvecklas.',
        },
        {
          company: 'Antagande: ett mindre e-hälsoföretag',
          heldOn: '2023-04-20',
          form: 'demonstration',
          participants: 'Verksamhetschef, sjuksköterska, upphandlare, IT-arkitekt',
          informationGiven: 'Antagande: samma underlag som vid det första mötet.',
          learnt: 'Antagande: en fristående tjänst mot 1177 är i drift på annat håll och kan kopplas till flera system.',
        },
      ],
    },
    marketAssessment: {
      suppliers: [
        {
          id: 'L1',
          supplier: 'Antagande: leverantören av AK-systemet',
          solution: 'Antagande: brevmodul till AK-systemet',
          size: 'large',
          ability: 'adaptation',
          priceLow: 26_000_000,
          priceHigh: 34_000_000,
        },
        {
          id: 'L2',
          supplier: 'Antagande: ett mindre e-hälsoföretag',
          solution: 'Antagande: fristående brevtjänst mot 1177',
          size: 'small',
          ability: 'now',
          priceLow: 20_000_000,
          priceHigh: 28_000_000,
        },
        {
          id: 'L3',
          supplier: 'Antagande: en utskriftsbyrå',
          solution: 'Antagande: e-brev utan kvittens',
          size: 'medium',
          ability: 'no',
          comment: 'Antagande: kan inte visa om brevet är läst.',
        },
      ],
      maturity: 'emerging',
      gaps: 'Antagande: bara en lösning visar kvittens vid akut ändring i dag.',
      conclusion: 'Antagande: marknaden kan möta behovet inom ett år för 200 000 till 340 000 kronor om året.',
    },
    procurementForms: {
      category: 'ordinary',
      estimatedValue: 114_000_000,
      plannedNoticeOn: '2024-01-15',
      threshold: 238_958_500,
      thresholdSource: 'Tillkännagivande (2024:30) om tröskelvärden',
      hasPriorNotice: false,
      grounds: [{ ground: 'framework', reason: 'Antagande: ett ramavtal för programvara och tjänster kan avropas.' }],
      forms: [
        {
          form: 'belowThreshold',
          pros: 'Antagande: öppet för alla, med möjlighet att förhandla och begära visning.',
          cons: 'Antagande: tar några veckor längre än ett avrop.',
          fitForSmall: 'good',
          tenderDays: 30,
        },
        {
          form: 'frameworkCallOff',
          pros: 'Antagande: går fort och villkoren är klara.',
          cons: 'Antagande: bara ramavtalets leverantörer kan lämna anbud, och inget av de mindre företagen finns bland dem.',
          fitForSmall: 'poor',
          tenderDays: 20,
        },
      ],
      recommended: 'belowThreshold',
      reason: 'Antagande: fler kan lämna anbud, även mindre företag, och dialogen har visat att kraven går att beskriva.',
    },
    jointPurchase: {
      others: [
        {
          organisation: 'Antagande: en grannregion i sydöstra sjukvårdsregionen',
          need: 'Antagande: samma behov av doseringsbrev, men ett annat AK-system.',
          contract: 'Antagande: avtal om AK-system',
          contractEndsOn: '2025-12-31',
          interest: 'maybe',
        },
      ],
      conclusion: 'alone',
      reason: 'Antagande: grannregionen kan inte vänta in vår tidplan. Kraven delas så att de kan återanvändas.',
    },
  },
  opinions: [
    {
      unit: 'it',
      question: 'Går lösningen att koppla till AK-systemet och 1177 med den arkitektur vi har?',
      answer: 'yes',
      comment: 'Antagande: ja, om gränssnittet är öppet dokumenterat.',
    },
    {
      unit: 'procurement',
      question: 'Är den förordade formen laglig och öppen för mindre företag?',
      answer: 'yes',
      comment: 'Antagande: ja. Det som visats i dialogen ska bifogas upphandlingsdokumenten.',
    },
  ],
} satisfies PhaseContent
