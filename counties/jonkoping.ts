import { county } from './county.ts'
import { exampleBenefitParameters } from './benefits/example-parameters.ts'

const cooperation = { source: 'Exempel på samverkansavtal mellan länets huvudmän' }

/**
 * Jönköpings län. The organisations are the county's real ones. The strategy goals, weights, promised times and
 * delegation order are examples in the form that a county writes them; each names its source as such
 * and is to be replaced by the decided documents before use.
 */
export const jonkoping = county.parse({
  id: 'jonkoping',
  name: 'Jönköpings län',
  caseNumberPrefix: 'JKP',
  leadOrganisation: 'region-jonkoping',
  organisations: [
    { id: 'region-jonkoping', name: 'Region Jönköpings län', kind: 'region' },
    { id: 'aneby-kommun', name: 'Aneby kommun', kind: 'municipality' },
    { id: 'eksjo-kommun', name: 'Eksjö kommun', kind: 'municipality' },
    { id: 'gislaveds-kommun', name: 'Gislaveds kommun', kind: 'municipality' },
    { id: 'gnosjo-kommun', name: 'Gnosjö kommun', kind: 'municipality' },
    { id: 'habo-kommun', name: 'Habo kommun', kind: 'municipality' },
    { id: 'jonkopings-kommun', name: 'Jönköpings kommun', kind: 'municipality' },
    { id: 'mullsjo-kommun', name: 'Mullsjö kommun', kind: 'municipality' },
    { id: 'nassjo-kommun', name: 'Nässjö kommun', kind: 'municipality' },
    { id: 'savsjo-kommun', name: 'Sävsjö kommun', kind: 'municipality' },
    { id: 'tranas-kommun', name: 'Tranås kommun', kind: 'municipality' },
    { id: 'vaggeryds-kommun', name: 'Vaggeryds kommun', kind: 'municipality' },
    { id: 'vetlanda-kommun', name: 'Vetlanda kommun', kind: 'municipality' },
    { id: 'varnamo-kommun', name: 'Värnamo kommun', kind: 'municipality' },
  ],
  actorGroups: [
    { id: 'resident', name: { sv: 'Invånare och patienter', en: 'Residents and patients' } },
    { id: 'operations', name: { sv: 'Vård- och omsorgsverksamhet', en: 'Care operations' } },
    { id: 'management', name: { sv: 'Ledning och politik', en: 'Management and politicians' } },
    {
      id: 'specialist',
      name: {
        sv: 'Specialistfunktioner: IT, medicinsk teknik, juridik, forskning',
        en: 'Specialist functions: IT, medical technology, law, research',
      },
    },
    { id: 'procurement', name: { sv: 'Upphandlingsenhet', en: 'Procurement unit' } },
    { id: 'supplier', name: { sv: 'Leverantörer', en: 'Suppliers' } },
  ],
  strategy: {
    name: 'E-hälsostrategi för Jönköpings län',
    source: 'Exempel i väntan på beslutad strategi',
    validFrom: '2026-01-01',
    goals: [
      {
        id: 'independence',
        name: { sv: 'Invånaren är självständig och trygg hemma', en: 'Residents live independently and safely at home' },
      },
      { id: 'access', name: { sv: 'Vård och omsorg är lätt att nå', en: 'Care is easy to reach' } },
      { id: 'safety', name: { sv: 'Vården är säker och sammanhållen', en: 'Care is safe and coherent' } },
      { id: 'time', name: { sv: 'Medarbetarna får tid för det som skapar värde', en: 'Staff have time for what creates value' } },
      {
        id: 'market',
        name: { sv: 'Marknaden är öppen för företag av alla storlekar', en: 'The market is open to companies of every size' },
      },
    ],
  },
  priorityCriteria: [
    {
      id: 'need',
      weight: 30,
      name: { sv: 'Behovets tyngd', en: 'Weight of the need' },
      help: { sv: 'Hur många berörs, hur ofta och hur allvarligt?', en: 'How many are affected, how often and how severely?' },
    },
    {
      id: 'benefit',
      weight: 30,
      name: { sv: 'Förväntad nytta', en: 'Expected benefit' },
      help: { sv: 'För invånare, kvalitet och effektivitet.', en: 'For residents, quality and efficiency.' },
    },
    {
      id: 'strategy',
      weight: 20,
      name: { sv: 'Bidrag till strategin', en: 'Contribution to the strategy' },
      help: {
        sv: 'Löser idén det som strategin pekar ut, i rätt tid?',
        en: 'Does the idea meet what the strategy points out, at the right time?',
      },
    },
    {
      id: 'feasibility',
      weight: 20,
      name: { sv: 'Genomförbarhet', en: 'Feasibility' },
      help: { sv: 'Är det realistiskt att en lösning kommer på plats?', en: 'Is it realistic that a solution will be in place?' },
    },
  ],
  offices: [
    { id: 'unitManager', name: { sv: 'Verksamhetschef', en: 'Head of operations' } },
    { id: 'healthDirector', name: { sv: 'Hälso- och sjukvårdsdirektör', en: 'Director of health care' } },
    { id: 'socialDirector', name: { sv: 'Socialchef', en: 'Director of social services' } },
    { id: 'procurementManager', name: { sv: 'Upphandlingschef', en: 'Head of procurement' } },
    { id: 'boardChair', name: { sv: 'Nämndens presidium', en: 'Presidium of the board' } },
  ],
  delegationOrder: {
    source: 'Exempel på delegationsordning (KL 6:37-40, 7:5-8)',
    validFrom: '2026-01-01',
    rules: [
      {
        id: 'D 1.1',
        gates: ['BP1'],
        organisations: 'all',
        alsoLeadOrganisation: cooperation,
        offices: ['unitManager', 'healthDirector', 'socialDirector'],
      },
      {
        id: 'D 2.1',
        gates: ['BP2', 'BP3'],
        organisations: ['region-jonkoping'],
        valueBelow: 1_000_000_000,
        offices: ['healthDirector'],
      },
      {
        id: 'D 2.2',
        gates: ['BP2', 'BP3'],
        organisations: 'all',
        valueBelow: 500_000_000,
        alsoLeadOrganisation: cooperation,
        offices: ['socialDirector', 'healthDirector'],
      },
      { id: 'D 2.3', gates: ['BP2', 'BP3'], organisations: 'all', offices: ['boardChair'] },
      { id: 'D 3.1', gates: ['BP4'], organisations: 'all', valueBelow: 70_000_000, offices: ['procurementManager'] },
      {
        id: 'D 3.2',
        gates: ['BP4'],
        organisations: 'all',
        valueBelow: 1_000_000_000,
        alsoLeadOrganisation: cooperation,
        offices: ['healthDirector', 'socialDirector'],
      },
      { id: 'D 3.3', gates: ['BP4'], organisations: 'all', offices: ['boardChair'] },
      {
        id: 'D 4.1',
        gates: ['BP5', 'handover'],
        organisations: 'all',
        alsoLeadOrganisation: cooperation,
        offices: ['healthDirector', 'socialDirector', 'unitManager'],
      },
      { id: 'D 5.1', gates: ['review'], organisations: 'all', offices: ['healthDirector', 'socialDirector'] },
    ],
  },
  promises: {
    ideaAnswer: 10,
    opinion: 10,
    decision: 10,
    decisionReminder: 5,
    decisionExpiry: 40,
    phases: { ideas: 30, matching: 60, verification: 60, procurement: 120, validation: 120, rollout: 120, followup: 250 },
  },
  benefitParameters: exampleBenefitParameters,
  capabilities: {
    ideas: {
      need: 'developing',
      process: 'missing',
      substantiation: 'missing',
      functions: 'exists',
      marketScan: 'developing',
      strategy: 'developing',
      priority: 'missing',
    },
    matching: { requirements: 'exists', marketDialogue: 'missing', marketAssessment: 'missing', procurementForms: 'developing' },
    verification: { regulatory: 'exists', riskAnalysis: 'developing', openness: 'missing' },
    procurement: { procedure: 'exists', documents: 'exists', benefitVouching: 'missing', opennessCheck: 'missing' },
    validation: { pilot: 'exists', communication: 'developing' },
    rollout: { plan: 'developing', training: 'exists', workingMethods: 'missing' },
    followup: { measurements: 'missing', marketEvaluation: 'missing', forumFeedback: 'missing' },
  },
  units: {
    it: 'IT-förvaltningen',
    procurement: 'Upphandlingsenheten',
    mta: 'Medicinsk teknik',
    law: 'Juridiska enheten',
    informationSecurity: 'Informationssäkerhet',
    operations: 'Vård- och omsorgsverksamheten',
    research: 'Forskning och utveckling',
    economy: 'Ekonomienheten',
    hr: 'HR-enheten',
  },
  mail: { sender: 'behovsflodet@jonkoping.example', consoleUrl: 'https://behovsflodet.jonkoping.example' },
  contact: { email: 'behovsflodet@jonkoping.example', phone: '000-00 00 00', web: 'https://jonkoping.example' },
  theme: { name: 'jonkoping', colour: '#1B7F5C' },
})
