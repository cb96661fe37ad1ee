import { better, saved, time } from '../benefit-facts.ts'
import { companies } from '../companies.ts'
import { fromAudit, supposed } from '../evidence.ts'
import type { VerificationFacts } from '../facts.ts'

/** Decision support for referrals to radiology, expected to make their handling more efficient: iGuide (EY 2018, 5.2). */
export const referralSupport: VerificationFacts = {
  key: 'remisstod-rontgen',
  title: 'Beslutsstöd för remisser till röntgen',
  sender: 'staff',
  organisation: 'region-kalmar',
  begun: '2025-12-01',
  problem:
    'Remittenten vet inte alltid vilken undersökning som besvarar frågan. Röntgenläkare lägger tid på att ringa, ändra och avvisa remisser, och patienter får undersökningar som inte behövs.',
  wish: 'Vi vill få råd om rätt undersökning redan när remissen skrivs, så att röntgenläkarna kan granska bilder i stället.',
  affected: 'cirka 58 000 patienter med remiss till röntgen, remitterande läkare och röntgenläkare.',
  affectedPerYear: 58_000,
  frequency: 'daily',
  severity: 3,
  ifNothingIsDone: 'köerna till röntgen består, och onödig strålning fortsätter.',
  process: {
    name: 'Remiss till bilddiagnostik',
    actor: 'Patient som ska undersökas',
    goal: 'Få rätt undersökning i rätt tid',
    steps: [
      ['Läkare på vårdcentral', 'väljer undersökning ur minnet.', 'får råd utifrån frågeställningen när remissen skrivs.'],
      ['Röntgenläkare', 'prioriterar, ändrar eller avvisar remissen.', 'prioriterar remisser som redan stämmer med riktlinjen.'],
      ['Röntgensjuksköterska', 'gör undersökningen.'],
      ['Röntgenläkare', 'granskar bilderna och svarar.'],
    ],
  },
  staffConsequences: 'remittenterna får ett steg till, röntgenläkarna slipper avvisa.',
  systems: [
    ['Journalsystemets remissmodul', 'stödet ska visas där remissen skrivs.'],
    ['Röntgeninformationssystemet', 'ska ta emot frågeställning och råd.'],
  ],
  evidence: [
    fromAudit(
      '5.2',
      'Beslutsstödet iGuide väntas effektivisera remisshanteringen, så att läkartiden kan användas till granskning, terapikonferenser och utbildning.',
    ),
    supposed('statistics', 'remisser till röntgen under ett år', 'var nionde remiss ändras eller avvisas.'),
  ],
  confirmedBy: [
    ['physician', 'röntgenkliniken'],
    ['physician', 'vårdcentralen Emmaboda'],
    ['nurse', 'röntgenmottagningen'],
  ],
  functions: [
    {
      name: 'Ge råd om undersökning',
      because: 'rätt val görs när remissen skrivs.',
      step: 1,
      demand: 'stödet ska föreslå undersökningar i rangordning utifrån frågeställning, ålder och tidigare undersökningar.',
    },
    {
      name: 'Visa råd och val för röntgenläkaren',
      because: 'bedömningen går fortare.',
      step: 2,
      demand: 'rådet, valet och skälet till att rådet frångås ska följa med remissen.',
    },
  ],
  known: [{ name: 'iGuide', availability: 'elsewhere', fit: 'wholly', comment: 'prövas i andra regioner.' }],
  knownConclusion: 'beslutsstöd finns; anpassningen till svenska riktlinjer är arbetet.',
  goals: ['safety', 'time'],
  contribution: 'färre onödiga undersökningar och kortare väntan för den som behöver.',
  timingReason: 'remissmodulen byts nästa år.',
  scores: [4, 4, 4, 3],
  feasibility: 'produkter finns, men de måste följa våra riktlinjer.',
  benefits: [
    time({
      name: 'Tid för granskning i stället för rättning',
      measure: 'Röntgenläkares tid per ändrad remiss',
      times: 6_400,
      from: 12,
      to: 3,
    }),
    saved({
      name: 'Färre onödiga undersökningar',
      measure: 'Kostnad för undersökningar som inte svarar på frågan per år',
      from: 3_900_000,
      to: 2_700_000,
      because: '600 färre undersökningar per år, 2 000 kronor per undersökning.',
    }),
    better({
      name: 'Mindre onödig strålning',
      area: 'qualityAndSafety',
      measure: 'Andel remisser som följer riktlinjen',
      unit: '%',
      from: 71,
      to: 88,
      level: 4,
      because: 'varje undersökning som inte behövs är en risk.',
    }),
  ],
  costs: [{ name: 'Licens och koppling', kronor: 1_250_000, because: 'avgift per remittent och integration i remissmodulen.' }],
  market: {
    suppliers: [
      {
        company: companies.decisions,
        solution: 'råd i remissmodulen',
        ability: 'adaptation',
        price: [900, 1_300],
        learnt: 'riktlinjerna kan bytas av verksamheten.',
      },
      {
        company: companies.careSystems,
        solution: 'beslutsstöd i journalen',
        ability: 'development',
        price: [1_400, 1_900],
        learnt: 'planeras till nästa version.',
        meetsInPart: [2],
      },
    ],
    maturity: 'emerging',
    gaps: 'svenska riktlinjer saknas i båda produkterna.',
    conclusion: 'marknaden kan möta behovet efter anpassning, för 0,9 till 1,9 miljoner kronor om året.',
  },
  wished: { kind: 'interoperability', demand: 'rådet bör kunna visas i andra regioners remissmoduler.' },
  purchase: { value: 5_600_000, form: 'open', because: 'kraven är klara, och flera företag kan anpassa sina produkter.' },
  device: {
    hasMedicalPurpose: true,
    actsOnData: true,
    decisionImpact: 'ordinary',
    monitoring: 'none',
    reasons: 'råd om undersökning är underlag för vårdbeslut; CE-märkt klass IIa.',
  },
  nationalSystem: { isForSharedUse: true, carriesPatientInformation: true },
  ai: {
    meetsPeople: false,
    reasons: 'rangordningen görs av en inlärd modell i en produkt av klass IIa. Tillverkarens dokumentation krävs före köp.',
  },
  information: {
    what: 'Frågeställning, ålder, tidigare undersökningar och råd',
    levels: ['3', '3', '2'],
    personalData: 'sensitive',
    harm: 'fel råd kan leda till skadlig undersökning eller missad sjukdom.',
  },
  trial: {
    tier: 'C',
    site: 'röntgenkliniken och tre vårdcentraler',
    plan: 'tvåhundra remisser bedöms med och utan råd under fyra veckor; ändringar, tid och följsamhet jämförs.',
    worked: 'rådet följdes i 74 fall av 100, och skälet att frångå det var rimligt i nästan alla.',
    result: 'confirmed',
    because: 'ändrade remisser minskade med en tredjedel, och tiden per remiss ökade inte.',
  },
  risks: [
    {
      kind: 'operational',
      risk: 'remittenterna klickar bort rådet.',
      size: [4, 3],
      action: 'följsamheten visas per vårdcentral och skrivs i remissen.',
      remaining: 'watched',
    },
    {
      kind: 'patientSafety',
      risk: 'rådet är fel för ett ovanligt fall.',
      size: [2, 5],
      action: 'röntgenläkaren beslutar alltid, och avvikelser skickas till tillverkaren.',
      remaining: 'watched',
    },
    {
      kind: 'it',
      risk: 'stödet är långsamt när remissen skrivs.',
      size: [3, 3],
      action: 'remissen kan skickas utan råd efter tre sekunder.',
    },
  ],
  ends: 'remisser avvisas inte längre utan att rådet visats.',
  workEnvironment: 'ett steg till för remittenten, färre samtal för röntgenläkaren.',
}
