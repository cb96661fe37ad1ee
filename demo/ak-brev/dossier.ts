import type { Dossier } from '#contracts/dossier.ts'
import { akBrevAssessments } from './assessments.ts'

/** What the case carries when it leaves each phase; every phase's test holds its own part against its `handOver`. */

const requirements = [
  {
    id: 'K1',
    text: 'Patienten ska själv kunna välja och avsluta digitala doseringsbrev.',
    kind: 'functional',
    isMandatory: true,
    functions: ['N1'],
  },
  {
    id: 'K2',
    text: 'Patienten ska få en avisering via sms eller e-post när ett nytt doseringsbrev finns att läsa.',
    kind: 'functional',
    isMandatory: true,
    functions: ['N2'],
  },
  {
    id: 'K3',
    text: 'Doseringsbrevet ska kunna läsas i inkorgen på 1177 efter inloggning.',
    kind: 'functional',
    isMandatory: true,
    functions: ['N3'],
  },
  {
    id: 'K4',
    text: 'Kvittens på att brevet är läst ska visas för mottagningen i AK-systemet.',
    kind: 'functional',
    isMandatory: true,
    functions: ['N4'],
  },
  {
    id: 'K5',
    text: 'Vid akut ändring ska mottagningen kunna skicka en länk och se om ordinationen är läst.',
    kind: 'functional',
    isMandatory: true,
    functions: ['N5'],
  },
  {
    id: 'K6',
    text: 'Antagande: den som inte valt digitalt brev ska få sitt doseringsbrev på papper utan extra handgrepp.',
    kind: 'functional',
    isMandatory: true,
    functions: ['N6'],
  },
  {
    id: 'K7',
    text: 'Antagande: gränssnittet mellan AK-systemet och brevtjänsten ska vara öppet dokumenterat och fritt att använda för andra leverantörer.',
    kind: 'interoperability',
    isMandatory: true,
    functions: ['N3', 'N4'],
  },
  {
    id: 'K8',
    text: 'Antagande: all läsning av doseringsbrev ska loggas och kunna följas upp.',
    kind: 'informationSecurity',
    isMandatory: true,
    functions: ['N3', 'N4'],
  },
  {
    id: 'K9',
    text: 'Samma lösning bör kunna användas för brev från andra verksamhetssystem.',
    kind: 'interoperability',
    isMandatory: false,
    functions: ['N3'],
  },
]

/** What the standard interoperability demands added when the draft became final. */
const addedInProcurement = [
  {
    id: 'K10',
    text: 'Antagande: doseringsbrev och kvittenser ska kunna utbytas i öppna standardformat, HL7 FHIR eller likvärdigt.',
    kind: 'interoperability',
    isMandatory: true,
    functions: ['N3', 'N4'],
  },
  {
    id: 'K11',
    text: 'Antagande: alla brev, kvittenser och loggar ska kunna hämtas ut kostnadsfritt i ett läsbart format när avtalet upphör.',
    kind: 'interoperability',
    isMandatory: true,
    functions: ['N3', 'N4'],
  },
  {
    id: 'K12',
    text: 'Antagande: en testmiljö med påhittade uppgifter ska finnas för andra leverantörer.',
    kind: 'interoperability',
    isMandatory: true,
    functions: ['N3'],
  },
  {
    id: 'K13',
    text: 'Antagande: ett nytt verksamhetssystem ska kunna anslutas på högst 60 dagar till ett pris som anges i anbudet.',
    kind: 'interoperability',
    isMandatory: true,
    functions: ['N3'],
  },
]

const letterService = {
  id: 'L2',
  name: 'Antagande: fristående brevtjänst mot 1177',
  supplier: 'Antagande: ett mindre e-hälsoföretag',
}
const letterModule = {
  id: 'L1',
  name: 'Antagande: brevmodul till AK-systemet',
  supplier: 'Antagande: leverantören av AK-systemet',
}

export const akBrevDossier = {
  ideas: {
    problem:
      'Patienter som behandlas med warfarin får besked om ny dosering i ett brev på papper. Brevet kommer sent, når inte den som är på annan ort, och mottagningen vet inte om ändringen är läst.',
    affectedPerYear: 3_600,
    functions: [
      { id: 'N1', name: 'Välja digitalt doseringsbrev' },
      { id: 'N2', name: 'Få avisering om nytt brev' },
      { id: 'N3', name: 'Läsa doseringsbrevet var man än är' },
      { id: 'N4', name: 'Se att patienten har läst brevet' },
      { id: 'N5', name: 'Nå patienten vid akut ändring' },
      { id: 'N6', name: 'Antagande: brev på papper till den som vill' },
    ],
    strategyGoals: ['safety', 'access', 'time'],
  },
  matching: {
    requirements,
    candidates: [letterService, letterModule],
    suppliersAble: 2,
    smallSuppliersAble: 1,
    recommendedForm: 'belowThreshold',
    estimatedValue: 114_000_000,
    dialogueHeld: true,
    dialogues: [
      {
        company: 'Antagande: leverantören av AK-systemet',
        heldOn: '2023-04-18',
        informationGiven: 'Antagande: behovsbeskrivningen, funktionerna N1-N6 och antalet brev per år.',
      },
      {
        company: 'Antagande: ett mindre e-hälsoföretag',
        heldOn: '2023-04-20',
        informationGiven: 'Antagande: samma underlag som vid det första mötet.',
      },
    ],
  },
  verification: {
    solutions: [letterService],
    medicalDeviceClass: 'notMedicalDevice',
    benefits: akBrevAssessments.NV3.lines.filter((line) => line.side === 'benefit'),
    costs: akBrevAssessments.NV3.lines.filter((line) => line.side === 'cost'),
    ...(akBrevAssessments.NV3.calculation && { calculation: akBrevAssessments.NV3.calculation }),
    processesPersonalData: true,
    informationClass: { confidentiality: 3, integrity: 3, availability: 2 },
    openness: [
      { solution: 'L1', percent: 50 },
      { solution: 'L2', percent: 89 },
    ],
  },
  procurement: {
    procedure: 'belowThreshold',
    contractValue: 109_400_000,
    supplier: 'Exempelbolaget Doseringsbrev AB (exempel)',
    supplierOrganisationNumber: '555555-5555',
    supplierSize: 'small',
    solution: 'Antagande: fristående brevtjänst mot 1177',
    tendersReceived: 3,
    tendersFromSmall: 2,
    jointTenders: 1,
    isDividedIntoLots: false,
    isInnovationProcurement: true,
    openness: { demanded: 8, met: 7 },
    requirements: [...requirements, ...addedInProcurement],
  },
  validation: {
    contractEndsOn: '2027-05-31',
    rounds: 2,
    pilotSite: 'Antagande: AK-mottagningen i Kalmar',
    usersVerdict: 'accepted',
    susScore: 82.5,
  },
  rollout: {
    units: [
      { name: 'Antagande: AK-mottagningen i Kalmar', startedOn: '2025-01-20', usersExpected: 1_500 },
      { name: 'Antagande: AK-mottagningen i Oskarshamn', startedOn: '2025-02-17', usersExpected: 1_000 },
      { name: 'Antagande: AK-mottagningen i Västervik', startedOn: '2025-02-17', usersExpected: 1_100 },
    ],
    systemOwner: 'Antagande: verksamhetschefen för AK-mottagningarna',
    usageGoalPercent: 55,
    goLiveCompletedOn: '2025-02-17',
  },
} satisfies Dossier
