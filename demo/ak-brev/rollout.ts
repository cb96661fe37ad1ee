import { akBrevDossier } from './dossier.ts'
import type { PhaseContent } from './phase-content.ts'

/** The rollout of the digital dosing letter. EY's report (2018) says only that it was introduced: the rest is assumed. */

const units = akBrevDossier.rollout.units
const staffOf = [24, 14, 16] as const
const nameOf = (index: number): string => units[index]?.name ?? ''

const plan = {
  units: units.map(({ name, startedOn, usersExpected }, index) => ({
    name,
    organisation: 'region-kalmar',
    wave: index === 0 ? 1 : 2,
    startsOn: startedOn,
    staff: staffOf[index] ?? 1,
    usersExpected,
  })),
  trainingGoalPercent: 90,
  usageGoalPercent: akBrevDossier.rollout.usageGoalPercent,
  stepBack: 'Antagande: går aviseringarna inte fram under en dag skickas alla brev på papper tills felet är rättat.',
  risks:
    'Antagande: patienter utan e-legitimation glöms bort. Varje mottagning har en lista över dem som får brev på papper, och den gås igenom varje månad.',
}

const approvals = {
  management: {
    approvedBy: 'Antagande: Hälso- och sjukvårdsdirektör',
    approvedOn: '2024-12-20',
    reference: 'Antagande: RK 2024-0420',
  },
  negotiations: [
    {
      union: 'Antagande: sjuksköterskornas fackliga organisation',
      calledOn: '2024-12-12',
      heldOn: '2024-12-17',
      outcome: 'agreed',
      isCentralAskedFor: false,
      protocolOn: '2024-12-19',
      protocolReference: 'Antagande: RK 2024-0415',
    },
    {
      union: 'Antagande: sekreterarnas fackliga organisation',
      calledOn: '2024-12-12',
      heldOn: '2024-12-18',
      outcome: 'agreed',
      isCentralAskedFor: false,
      protocolOn: '2024-12-20',
      protocolReference: 'Antagande: RK 2024-0416',
    },
  ],
  planCountsFrom: '2025-01-07',
  comments: 'Antagande: handledning på plats lades till under de två första veckorna.',
}

const supplierAgreement = {
  reference: 'Antagande: AVT 2024-044, bilaga 6',
  agreedOn: '2024-12-23',
  duties: [
    { what: 'Antagande: ansluter AK-systemet vid de två mottagningarna i våg 2.', dueOn: '2025-02-07' },
    { what: 'Antagande: är på plats första dagen vid varje mottagning.', dueOn: '2025-02-17' },
  ],
  support: 'Antagande: svar inom en timme på vardagar under de fyra första veckorna.',
}

const training = {
  units: units.map(({ name }, index) => ({
    unit: name,
    staff: staffOf[index] ?? 1,
    trained: [23, 14, 15][index] ?? 0,
    lastOn: index === 0 ? '2025-01-17' : '2025-02-14',
  })),
  newcomers: 'Antagande: ingår i introduktionen, med ett övningsfall i testmiljön.',
}

const workingMethods = {
  newWays: [
    {
      what: 'Antagande: doseringsbrev skickas digitalt till den som valt det.',
      fromOn: '2025-01-20',
      responsible: 'Antagande: Verksamhetschef',
    },
    {
      what: 'Antagande: arbetslistan visar olästa brev, och mottagningen ringer efter ett dygn.',
      fromOn: '2025-01-20',
      responsible: 'Antagande: Verksamhetschef',
    },
  ],
  oldWays: [
    {
      what: 'Antagande: utskrift och kuvertering av alla brev varje eftermiddag.',
      outOn: '2025-03-17',
      how: 'Antagande: skrivaren flyttas, och brev på papper går via utskriftstjänst.',
    },
  ],
}

const goLive = {
  units: units.map(({ name, startedOn }, index) => ({
    unit: name,
    startedOn,
    users: [640, 410, 450][index] ?? 0,
    measuredOn: '2025-04-07',
  })),
}

const lineOrganisation = {
  systemOwner: akBrevDossier.rollout.systemOwner,
  organisation: 'region-kalmar',
  itOperation: 'Antagande: IT-förvaltningen, gruppen för invånartjänster',
  support: 'Antagande: servicedesk, och superanvändare vid varje mottagning',
  benefitOwner: 'Antagande: verksamhetscontroller',
  budgetPerYear: 33_100_000,
  budgetFrom: '2025-04-01',
  agreement: 'Antagande: förvaltningsplan för invånartjänster 2025',
  development: 'Antagande: samma lösning prövas för brev från andra verksamhetssystem.',
}

const handover = {
  checklist: ['documentation', 'contract', 'operation', 'support', 'security', 'risks', 'training', 'benefits', 'budget'].map(
    (item) => ({ item, isDone: true }),
  ),
  remaining: `Antagande: en månadsvis genomgång av brev på papper vid ${nameOf(2)}.`,
  project: { name: 'Antagande: Projektledare', title: 'Projektledare', signedOn: '2025-04-14' },
  line: { name: 'Antagande: Verksamhetschef', title: 'Systemägare', signedOn: '2025-04-15' },
}

export const akBrevRollout = {
  sections: { plan, approvals, supplierAgreement, training, workingMethods, goLive, lineOrganisation, handover },
  opinions: [],
} satisfies PhaseContent
