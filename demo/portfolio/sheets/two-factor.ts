import { better, saved, time } from '../benefit-facts.ts'
import { companies } from '../companies.ts'
import { fromNetwork, supposed } from '../evidence.ts'
import type { ValidationFacts } from '../facts.ts'

/** Two-factor sign-in, as the municipalities' network has it on its table (SAMBI, Efos and 2FA 2019). */
export const twoFactor: ValidationFacts = {
  key: 'tvafaktor',
  title: 'Tvåfaktorsinloggning som fungerar i hemmen',
  sender: 'forum',
  organisation: 'vimmerby-kommun',
  begun: '2025-02-10',
  problem:
    'Omsorgens personal måste logga in med tjänstekort för att läsa nationella journaluppgifter, men kort och läsare finns bara på kontoret. Uppgifter läses för sent eller inte alls, och lösenord delas.',
  wish: 'Forumet har sett samma behov i flera kommuner: en inloggning med två faktorer som går att använda i bilen och i hemmet.',
  affected: 'cirka 430 medarbetare i kommunal vård och omsorg.',
  affectedPerYear: 430,
  frequency: 'daily',
  severity: 3,
  ifNothingIsDone:
    'personalen fortsätter att vara utan de uppgifter som säker omsorg kräver, och delade inloggningar gör loggen värdelös.',
  process: {
    name: 'Inloggning till vård- och omsorgsuppgifter',
    actor: 'Medarbetare i kommunal vård och omsorg',
    goal: 'Läsa det som behövs där arbetet sker',
    steps: [
      ['Undersköterska', 'loggar in på en gemensam dator på kontoret.', 'loggar in på sin egen telefon med två faktorer.'],
      [
        'Sjuksköterska',
        'läser nationell patientöversikt när hen är tillbaka på kontoret.',
        'läser uppgifterna i hemmet när de behövs.',
      ],
      ['Enhetschef', 'beställer kort och behörigheter per blankett.', 'ger och tar bort behörighet samma dag.'],
    ],
  },
  staffConsequences: 'personalen får en inloggning till, men slipper vänta på kort och dator.',
  systems: [
    ['Katalogen för behörigheter', 'ska styra vem som får logga in och med vilket uppdrag.'],
    ['Nationella e-tjänster', 'ska nås efter godkänd inloggning.'],
  ],
  evidence: [
    fromNetwork(
      'punkt 8 (SAMBI, Efos och 2FA)',
      'Kommunerna har olika lösningar för tvåfaktorsinloggning; rekommendationen är att upphandla system och arbeta gemensamt där det går.',
    ),
    supposed(
      'incidents',
      'avvikelser om uteblivna uppgifter under ett år',
      '18 avvikelser gällde uppgifter som inte kunde läsas i hemmet.',
    ),
  ],
  confirmedBy: [
    ['assistantNurse', 'hemtjänsten Storebro'],
    ['nurse', 'kommunal hälso- och sjukvård'],
    ['manager', 'äldreomsorgen'],
  ],
  functions: [
    {
      name: 'Logga in med två faktorer på telefonen',
      because: 'uppgifterna ska gå att nå där arbetet sker.',
      step: 1,
      demand: 'medarbetaren ska kunna logga in med två faktorer på egen telefon, även i rum utan täckning för samtal.',
    },
    {
      name: 'Läsa nationella uppgifter',
      because: 'ordination och plan finns hos regionen.',
      step: 2,
      demand: 'inloggningen ska godtas av nationella e-tjänster som ställer krav på tillit.',
    },
    {
      name: 'Ge och ta bort behörighet samma dag',
      because: 'den som slutar ska inte komma in.',
      step: 3,
      demand: 'behörighet ska följa anställning och uppdrag utan manuell beställning.',
    },
  ],
  known: [
    { name: 'Tjänstekort med läsare', availability: 'inUse', fit: 'partly', comment: 'fungerar på kontoret.' },
    { name: 'Säkerhetsnyckel', availability: 'onMarket', fit: 'partly' },
  ],
  knownConclusion: 'flera lösningar finns; kravet på tillit avgör vilken som duger.',
  goals: ['safety', 'time'],
  contribution: 'rätt uppgifter når personalen i hemmet, och loggen visar vem som läst.',
  timingReason: 'dagens kort går ut under nästa år.',
  scores: [4, 3, 4, 4],
  feasibility: 'tekniken finns; behörighetskatalogen måste städas.',
  benefits: [
    time({ name: 'Mindre väntan på inloggning', measure: 'Tid per inloggning', times: 150_000, from: 4, to: 2 }),
    saved({
      name: 'Färre kort och läsare',
      measure: 'Kostnad för kort och läsare per år',
      from: 264_000,
      to: 120_000,
      because: 'kort behövs bara för dem som signerar.',
    }),
    better({
      name: 'Uppgifter läses i hemmet',
      area: 'qualityAndSafety',
      measure: 'Andel hembesök där nationella uppgifter kan läsas',
      unit: '%',
      from: 6,
      to: 80,
      level: 4,
      because: 'sjuksköterskan kan se ordination och plan innan något görs.',
    }),
  ],
  costs: [
    { name: 'Inloggningstjänst', kronor: 310_000, because: '430 användare, 60 kronor per månad.' },
    { name: 'Katalog och support', kronor: 90_000, because: 'en tiondels tjänst på IT.' },
  ],
  market: {
    suppliers: [
      {
        company: companies.identity,
        solution: 'inloggning i telefon med godkänd tillit',
        ability: 'now',
        price: [240, 330],
        learnt: 'tillitsramverkets krav är uppfyllda, och kort kan användas parallellt.',
      },
      {
        company: companies.careSystems,
        solution: 'inloggning som del av vårdsystemet',
        ability: 'adaptation',
        price: [380, 520],
        learnt: 'fungerar bara i det egna systemet.',
        meetsInPart: [2],
      },
    ],
    maturity: 'established',
    gaps: 'inloggning utan mobiltäckning saknas hos en leverantör.',
    conclusion: 'marknaden kan möta behovet i år för 240 000 till 520 000 kronor om året.',
  },
  wished: { kind: 'interoperability', demand: 'lösningen bör kunna användas av skola och omsorg med samma avtal.' },
  purchase: {
    value: 1_150_000,
    form: 'belowThreshold',
    because: 'kraven är klara, och fem kommuner vill följa samma upphandling.',
  },
  together: [
    { organisation: 'Hultsfreds kommun', need: 'samma behov.', interest: 'yes' },
    { organisation: 'Västerviks kommun', need: 'har en egen lösning till 2027.', interest: 'maybe' },
  ],
  device: {
    hasMedicalPurpose: false,
    actsOnData: false,
    decisionImpact: 'none',
    monitoring: 'none',
    reasons: 'inloggning har inget medicinskt syfte.',
  },
  nationalSystem: { isForSharedUse: true, carriesPatientInformation: false },
  information: {
    what: 'Namn, uppdrag och inloggningar',
    levels: ['2', '3', '3'],
    personalData: 'ordinary',
    harm: 'fel behörighet öppnar journaler, och ett stopp stänger alla ute.',
  },
  trial: {
    tier: 'A',
    site: 'hemsjukvården i Storebro',
    plan: 'tjugo medarbetare använder telefonen i fyra veckor; tid, fel och läsningar jämförs.',
    worked: 'inloggningen tog arton sekunder, och läsningen fungerade i nitton hem av tjugo.',
    result: 'confirmed',
    because: 'uppgifter lästes i fyra hem av fem, mot ett av tio före.',
  },
  risks: [
    {
      kind: 'operational',
      risk: 'telefonen är urladdad när uppgifter behövs.',
      size: [3, 3],
      action: 'laddare i bilarna och ett reservsätt på kontoret.',
    },
    {
      kind: 'patientSafety',
      risk: 'fel person läser journaluppgifter.',
      size: [2, 4],
      action: 'inloggning per uppdrag och granskning av loggar varje månad.',
    },
    {
      kind: 'informationSecurity',
      risk: 'telefonen tappas bort.',
      size: [3, 3],
      action: 'fjärradering och spärr inom en timme.',
    },
  ],
  ends: 'delade datorer för inloggning tas bort.',
  workEnvironment: 'mindre köande vid datorn före passets början.',
  tenders: [
    {
      company: companies.identity,
      solution: 'inloggning i telefon med godkänd tillit',
      price: 930_000,
      scores: [4, 4.5, 4],
      because: 'tillit godkänd och inloggning utan täckning visades.',
    },
    {
      company: companies.careSystems,
      solution: 'inloggning som del av vårdsystemet',
      price: 1_080_000,
      scores: [3, 2, 3],
      because: 'dyrare och bara för det egna systemet.',
    },
  ],
  cpv: ['48730000'],
  innovation: 'none',
  question: ['räcker det med engångskod i sms som andra faktor?', 'nej. Den faktorn uppfyller inte tilliten.'],
  smallCompanies: 'avtalet kan lämnas gemensamt, och supporttiden är begränsad till vardagar.',
  pilot: {
    site: 'hemsjukvården och nattpatrullen i Vimmerby',
    users: 74,
    measured: { 'Mindre väntan på inloggning': 2.2, 'Färre kort och läsare': 170_000, 'Uppgifter läses i hemmet': 76 },
    incidents: 'sex telefoner byttes; ingen uppgift röjdes.',
    evaluation: 'uppgifter läses nu där besöket sker, även på natten.',
    finding: ['inloggningen kom bort när telefonen startade om.', 'inloggningen minns nu uppdraget i tolv timmar.'],
    groups: [
      ['undersköterskor', 52, 50],
      ['sjuksköterskor', 16, 16],
    ],
    staffSay: 'vi slipper springa tillbaka till kontoret för att läsa.',
    residentsSay: 'personalen visste vad läkaren bestämt när de kom.',
    sus: 'good',
  },
  plainBenefit: 'Personalen kan läsa det som behövs när de är hos dig.',
  workaround: 'kollegor som läser åt varandra. Loggen granskas varje månad.',
}
