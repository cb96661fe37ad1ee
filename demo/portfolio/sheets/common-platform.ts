import { saved, time } from '../benefit-facts.ts'
import { companies } from '../companies.ts'
import { fromNetwork, supposed } from '../evidence.ts'
import type { MatchingFacts } from '../facts.ts'

/** One technical platform for all welfare technology (SIV 2019). The dialogue showed that nobody can deliver it: it ends at BP2. */
export const commonPlatform: MatchingFacts = {
  key: 'teknisk-plattform',
  title: 'En gemensam plattform för all välfärdsteknik',
  sender: 'forum',
  organisation: 'torsas-kommun',
  begun: '2026-02-16',
  problem:
    'Varje lås, larm, kamera och läkemedelsautomat kommer med ett eget system. Personalen loggar in på sju ställen, och uppgifter måste skrivas av mellan dem.',
  wish: 'Forumet har sett behovet i hela länet: en plattform som tar emot data från all välfärdsteknik och är öppen för alla företag.',
  affected: 'cirka 3 200 medarbetare i länets hemtjänst och de omkring 4 000 personer som har välfärdsteknik.',
  affectedPerYear: 4_000,
  frequency: 'daily',
  severity: 3,
  ifNothingIsDone: 'kommunerna köper fler system som inte talar med varandra.',
  process: {
    name: 'Arbete med välfärdsteknik i hemtjänsten',
    actor: 'Person med välfärdsteknik hemma',
    goal: 'Få hjälp utan att tekniken kommer i vägen',
    steps: [
      ['Undersköterska i hemtjänsten', 'loggar in på ett system per produkt.', 'ser larm och händelser i en och samma vy.'],
      ['Enhetschef', 'skriver av uppgifter mellan systemen.', 'får uppgifterna överförda.'],
      ['Hjälpmedelstekniker', 'konfigurerar varje produkt för sig.', 'ansluter nya produkter till plattformen.'],
    ],
  },
  staffConsequences: 'färre inloggningar och ett system att lära sig.',
  systems: [
    ['Verksamhetssystemen i tolv kommuner', 'ska ta emot händelser.'],
    ['Larmmottagningarna', 'ska ta emot larm.'],
  ],
  evidence: [
    fromNetwork(
      'punkt 7 (SIV)',
      'En teknisk plattform med användarportal, som samlar digitala lås, dosett, sensorer, GPS och kamera, finns i förstudiens skiss för gemensam upphandling och förvaltning.',
    ),
    supposed('observation', 'en arbetsdag i tre hemtjänstgrupper', 'sju inloggningar per pass och person.'),
  ],
  confirmedBy: [
    ['assistantNurse', 'hemtjänsten i tre kommuner'],
    ['manager', 'socialchefsnätverket'],
  ],
  functions: [
    {
      name: 'Visa allt på ett ställe',
      because: 'larm får inte missas mellan system.',
      step: 1,
      demand: 'larm och händelser från minst fem slags produkter ska visas i en vy.',
    },
    {
      name: 'Föra över uppgifter',
      because: 'ingen ska skriva av.',
      step: 2,
      demand: 'uppgifter ska föras över till tolv verksamhetssystem.',
    },
    {
      name: 'Ansluta nya produkter',
      because: 'små företag ska kunna komma med.',
      step: 3,
      demand: 'en ny produkt ska kunna anslutas på trettio dagar av företaget självt.',
    },
  ],
  known: [
    {
      name: 'Leverantörernas egna plattformar',
      availability: 'onMarket',
      fit: 'hardly',
      comment: 'öppna bara för egna produkter.',
    },
  ],
  knownConclusion: 'ingen plattform är öppen för andras produkter i drift.',
  goals: ['market', 'time', 'independence'],
  contribution: 'små företag kan komma med, och personalen får ett system.',
  timingReason: 'flera kommuners avtal går ut de närmaste två åren.',
  scores: [4, 4, 5, 2],
  feasibility: 'ingen leverantör har visat helheten.',
  benefits: [
    time({ name: 'Färre inloggningar', measure: 'Tid för inloggningar per pass', times: 120_000, from: 9, to: 3 }),
    saved({
      name: 'Färre licenser',
      measure: 'Kostnad för parallella system per år',
      from: 6_200_000,
      to: 4_000_000,
      because: 'fem system per kommun blir två.',
    }),
  ],
  costs: [{ name: 'Plattform och förvaltning', kronor: 3_400_000, because: 'delas av tolv kommuner.' }],
  market: {
    suppliers: [
      {
        company: companies.safety,
        solution: 'egen plattform för larm',
        ability: 'no',
        learnt: 'öppnas inte för andras produkter.',
        comment: 'vill inte ansluta konkurrenter.',
      },
      {
        company: companies.sensors,
        solution: 'gränssnitt för sensorer',
        ability: 'no',
        learnt: 'klarar sin egen del men inte helheten.',
        comment: 'kan inte ta ansvar för andras produkter.',
      },
      { company: companies.careSystems, solution: 'omsorgsmodul', ability: 'no', comment: 'tar emot egna larm men inte andras.' },
    ],
    maturity: 'none',
    gaps: 'ingen kan ta emot andras produkter med samma ansvar.',
    conclusion:
      'ingen leverantör kan leverera det som behövs. Kraven bör prövas i ett innovationspartnerskap eller vänta på nationella profiler.',
  },
  wished: { kind: 'interoperability', demand: 'plattformen bör följa nationella profiler när de finns.' },
  purchase: { value: 18_000_000, form: 'open', because: 'om något köps är öppet förfarande det som släpper in flest.' },
  together: [{ organisation: 'Länets övriga kommuner', need: 'samma behov.', interest: 'yes' }],
}
