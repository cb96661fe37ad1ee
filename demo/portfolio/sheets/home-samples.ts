import { better, saved, time } from '../benefit-facts.ts'
import { companies } from '../companies.ts'
import { fromAudit, supposed } from '../evidence.ts'
import type { VerificationFacts } from '../facts.ts'

/** "Patientens egen provtagning och hemtester" (EY 2018, 4.4). */
export const homeSamples: VerificationFacts = {
  key: 'egen-provtagning',
  title: 'Egen provtagning hemma',
  sender: 'resident',
  organisation: 'region-kalmar',
  begun: '2026-01-07',
  problem:
    'Den som behöver lämna ett enkelt prov måste boka tid och resa till vårdcentralen under kontorstid. Många kommer för sent eller inte alls, och svaret ringer någon om först efter flera dagar.',
  wish: 'Jag vill kunna beställa ett prov hem, ta det när det passar och se svaret själv.',
  affected: 'cirka 15 000 invånare per år som lämnar enkla prover, och laboratoriet.',
  affectedPerYear: 15_000,
  frequency: 'daily',
  severity: 2,
  ifNothingIsDone: 'prover som borde tas tas inte, och vårdcentralernas provtagning räcker inte till.',
  process: {
    name: 'Provtagning på egen begäran',
    actor: 'Invånare som behöver lämna prov',
    goal: 'Få svar i tid utan att resa',
    steps: [
      ['Invånare', 'ringer vårdcentralen och bokar tid.', 'beställer provet på nätet och får det hem.'],
      ['Undersköterska', 'tar provet.', 'kontrollerar det inskickade provet.'],
      ['Biomedicinsk analytiker', 'analyserar provet.'],
      ['Sjuksköterska', 'ringer med svaret.', 'ringer bara den som behöver ett samtal.'],
      ['Invånare', 'väntar på svaret i flera dagar.', 'läser svaret när det är klart, med råd om vad det betyder.'],
    ],
  },
  staffConsequences: 'provtagningen avlastas; laboratoriet får fler prover utan remiss.',
  systems: [
    ['1177 Vårdguidens e-tjänster', 'beställning och svar sker där.'],
    ['Laboratoriets datorsystem', 'prover ska kopplas till beställningen.'],
  ],
  evidence: [
    fromAudit('4.4', 'Patientens egen provtagning och hemtester finns bland de invånartjänster vars nytta regionen har bedömt.'),
    supposed('statistics', 'provtagning på vårdcentraler under ett år', 'var femte bokad provtagning uteblir.'),
  ],
  confirmedBy: [
    ['biomedicalScientist', 'laboratoriet'],
    ['nurse', 'vårdcentralen Torsås'],
    ['physician', 'infektionskliniken'],
  ],
  functions: [
    {
      name: 'Beställa prov hem',
      because: 'invånaren slipper resa.',
      step: 1,
      demand: 'invånaren ska kunna beställa prov efter inloggning, med svar på frågor om symtom först.',
    },
    {
      name: 'Koppla provet till beställningen',
      because: 'svaret ska höra till rätt person.',
      step: 2,
      demand: 'provröret ska läsas av med kod som hör till beställningen.',
    },
    {
      name: 'Läsa svaret med råd',
      because: 'ingen ska behöva ringa för att förstå.',
      step: 5,
      demand: 'svaret ska visas med förklaring, och ett samtal erbjudas när det behövs.',
    },
  ],
  known: [
    {
      name: 'Beställning av klamydiatest på nätet',
      availability: 'elsewhere',
      fit: 'wholly',
      comment: 'används i Region Jönköpings län.',
    },
    { name: 'Provtagning på vårdcentral', availability: 'inUse', fit: 'partly' },
  ],
  knownConclusion: 'beställning och svar finns redan för ett slags prov.',
  goals: ['access', 'time'],
  contribution: 'invånaren får svar i tid, och provtagningen räcker till dem som måste komma.',
  timingReason: 'laboratoriets datorsystem byts nästa år.',
  scores: [3, 4, 4, 4],
  feasibility: 'beprövad kedja som behöver kopplas till laboratoriet.',
  benefits: [
    time({ name: 'Färre tider för enkel provtagning', measure: 'Tid per enkelt prov', times: 15_000, from: 14, to: 4 }),
    saved({
      name: 'Lägre kostnad för provtagning',
      measure: 'Kostnad för lokaler och material per år',
      from: 1_250_000,
      to: 870_000,
      because: 'en tredjedel av proverna tas hemma.',
    }),
    better({
      name: 'Fler lämnar prov i tid',
      area: 'residents',
      measure: 'Andel prover som lämnas i tid',
      unit: '%',
      from: 79,
      to: 92,
      level: 3,
      because: 'prov i tid ger svar i tid.',
    }),
  ],
  costs: [{ name: 'Beställning, utskick och returer', kronor: 690_000, because: '15 000 prover, 46 kronor per prov.' }],
  market: {
    suppliers: [
      {
        company: companies.samples,
        solution: 'beställning, provrör och svar i ett',
        ability: 'now',
        price: [520, 720],
        learnt: 'svar visas i 1177 med förklaring per prov.',
      },
      {
        company: companies.messages,
        solution: 'beställning med utskick',
        ability: 'adaptation',
        price: [430, 600],
        learnt: 'svar måste byggas.',
        meetsInPart: [3],
      },
    ],
    maturity: 'established',
    gaps: 'förklaring på lättläst svenska saknas hos båda.',
    conclusion: 'marknaden kan möta behovet i år för 430 000 till 720 000 kronor om året.',
  },
  wished: { kind: 'usability', demand: 'svaret bör finnas på lättläst svenska och fem andra språk.' },
  purchase: { value: 2_750_000, form: 'open', because: 'värdet ligger över tröskelvärdet, och kraven är enkla.' },
  device: {
    hasMedicalPurpose: true,
    actsOnData: false,
    decisionImpact: 'none',
    monitoring: 'none',
    reasons: 'tjänsten förmedlar beställning och svar; analysen görs av laboratoriet.',
  },
  nationalSystem: { isForSharedUse: true, carriesPatientInformation: true },
  information: {
    what: 'Beställda prover, svar och kontaktuppgifter',
    levels: ['3', '3', '2'],
    personalData: 'sensitive',
    harm: 'ett provsvar till fel person är allvarligt.',
  },
  trial: {
    tier: 'A',
    site: 'laboratoriet och tre vårdcentraler',
    plan: 'femhundra prover beställs och tas hemma under fyra veckor; tid, felmärkning och oro jämförs.',
    worked: 'inget prov blev felmärkt, och nio av tio läste svaret samma dag.',
    result: 'confirmed',
    because: 'proverna kom in i tid i 91 fall av 100, mot 79 före.',
  },
  risks: [
    {
      kind: 'operational',
      risk: 'provtagningen lämnas öppen för den som ändå behöver komma.',
      size: [2, 2],
      action: 'tider för provtagning finns kvar.',
    },
    {
      kind: 'patientSafety',
      risk: 'ett allvarligt svar läses utan stöd.',
      size: [2, 4],
      action: 'avvikande svar ringer någon före det visas.',
      remaining: 'watched',
    },
    {
      kind: 'informationSecurity',
      risk: 'brevet avslöjar vad provet gäller.',
      size: [2, 4],
      action: 'neutralt kuvert och ingen text utanpå.',
    },
  ],
  ends: 'enkla prover för egen begäran tas inte på bokad tid.',
  workEnvironment: 'lugnare provtagning på förmiddagen.',
}
