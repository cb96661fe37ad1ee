import { better, saved, time } from '../benefit-facts.ts'
import { companies } from '../companies.ts'
import { fromAudit, supposed } from '../evidence.ts'
import type { VerificationFacts } from '../facts.ts'

/** Care planning at a distance between hospital, health centre and municipality (EY 2018, 5.1, 5.3 and 4.4). */
export const remoteCarePlanning: VerificationFacts = {
  key: 'vardplanering-distans',
  title: 'Vårdplanering på distans',
  sender: 'staff',
  organisation: 'emmaboda-kommun',
  begun: '2025-11-10',
  problem:
    'När någon ska hem från sjukhuset möts sjukhus, vårdcentral och kommun på plats. Resorna tar halva dagen, anhöriga kan inte komma, och utskrivningen skjuts upp.',
  wish: 'Vi vill kunna hålla vårdplaneringen med bild, så att alla som behövs kan vara med.',
  affected: 'cirka 340 personer per år som skrivs ut till kommunens omsorg, deras anhöriga och tre verksamheter.',
  affectedPerYear: 340,
  frequency: 'weekly',
  severity: 3,
  ifNothingIsDone: 'patienter ligger kvar på sjukhus utan att behöva det, och planen blir otydlig för den det gäller.',
  process: {
    name: 'Samordnad utskrivning från sjukhus',
    actor: 'Patient som ska hem till kommunens omsorg',
    goal: 'Komma hem med en plan som alla känner till',
    steps: [
      ['Sjuksköterska på avdelning', 'kallar till möte på sjukhuset.', 'kallar till möte med bild samma dag.'],
      ['Biståndshandläggare', 'kör till sjukhuset.', 'deltar från kontoret med patientens samtycke.'],
      ['Anhörig', 'kan sällan komma på dagtid.', 'deltar från sitt arbete eller sitt hem.'],
      ['Läkare på vårdcentral', 'får planen efteråt.', 'deltar i den del som gäller uppföljningen.'],
      ['Biståndshandläggare', 'skriver beslut om insatser.'],
    ],
  },
  staffConsequences: 'biståndshandläggarna reser mindre; mötena kräver rum med bra ljud.',
  systems: [
    ['Systemet för samordnad planering', 'kallelse och plan finns där.'],
    ['Journalsystemet', 'planens beslut ska gå att läsa.'],
  ],
  evidence: [
    fromAudit('5.1', 'Medicinsk vård ska samarbeta med primärvård och kommun om vårdplanering via distansöverbryggande teknik.'),
    fromAudit('5.3', 'På några vårdcentraler testas vårdplaneringsmöten där en eller flera parter deltar via uppkoppling.'),
    supposed('statistics', 'utskrivningar under ett år', 'var tredje utskrivning väntar på ett möte, i medeltal 1,4 dygn.'),
  ],
  confirmedBy: [
    ['careManager', 'biståndsenheten i Emmaboda'],
    ['nurse', 'medicinavdelningen'],
    ['physician', 'vårdcentralen Emmaboda'],
  ],
  functions: [
    {
      name: 'Kalla och mötas med bild',
      because: 'alla som behövs kan vara med.',
      step: 1,
      demand: 'möte ska kunna startas ur systemet för samordnad planering, med deltagare från minst fyra platser.',
    },
    {
      name: 'Låta patient och anhörig delta enkelt',
      because: 'planen handlar om dem.',
      step: 3,
      demand: 'anhörig ska kunna delta utan konto och utan att installera något.',
    },
    {
      name: 'Godkänna planen tillsammans',
      because: 'ingen ska åka hem utan plan.',
      step: 4,
      demand: 'planen ska kunna visas, ändras och godkännas av alla under mötet.',
    },
  ],
  known: [
    {
      name: 'Möten med bild i vårdplaneringen',
      availability: 'elsewhere',
      fit: 'partly',
      comment: 'prövas på flera håll utan koppling till planen.',
    },
  ],
  knownConclusion: 'mötestjänster finns; kopplingen till planen är nyckeln.',
  goals: ['safety', 'time', 'access'],
  contribution: 'patienten kommer hem i tid med en plan som alla har sett.',
  timingReason: 'överenskommelsen mellan region och kommun skrivs om i år.',
  scores: [4, 5, 5, 4],
  feasibility: 'tekniken är enkel; tre parter måste arbeta på samma sätt.',
  benefits: [
    saved({
      name: 'Färre dygn på sjukhus i väntan på möte',
      measure: 'Kostnad för dygn i väntan på planering per år',
      from: 2_060_000,
      to: 820_000,
      because: '220 färre dygn, 5 600 kronor per dygn.',
      organisation: 'region-kalmar',
    }),
    time({
      name: 'Mindre resande för biståndshandläggare',
      measure: 'Tid per vårdplanering, med resa',
      times: 340,
      from: 150,
      to: 65,
    }),
    better({
      name: 'Anhöriga är med',
      area: 'residents',
      measure: 'Andel planeringar där anhörig deltar',
      unit: '%',
      from: 38,
      to: 75,
      level: 4,
      because: 'anhöriga bär planen i vardagen.',
    }),
  ],
  costs: [
    { name: 'Mötestjänst och rum', kronor: 230_000, because: 'tjänst och utrustning i fyra rum.' },
    {
      name: 'Sjukhusets del av tjänsten',
      kronor: 120_000,
      because: 'kostnaden faller på regionen.',
      organisation: 'region-kalmar',
    },
  ],
  market: {
    suppliers: [
      {
        company: companies.meetings,
        solution: 'möte med plan i samma vy',
        ability: 'now',
        price: [210, 300],
        learnt: 'anhörig deltar via länk, och planen visas under mötet.',
      },
      {
        company: companies.careSystems,
        solution: 'möte i journalen',
        ability: 'adaptation',
        price: [320, 450],
        learnt: 'anhörig kan inte delta än.',
        meetsInPart: [2],
      },
    ],
    maturity: 'emerging',
    gaps: 'plan och möte i samma vy finns bara hos en leverantör.',
    conclusion: 'marknaden kan möta behovet i år för 210 000 till 450 000 kronor om året.',
  },
  wished: { kind: 'interoperability', demand: 'planen bör kunna läsas i andra kommuners system.' },
  purchase: {
    value: 1_400_000,
    form: 'belowThreshold',
    because: 'värdet ligger under tröskelvärdet, och tre parter ska kunna visa sina arbetssätt.',
  },
  together: [{ organisation: 'Region Kalmar län', need: 'samma möten från sjukhuset.', interest: 'yes' }],
  device: {
    hasMedicalPurpose: false,
    actsOnData: false,
    decisionImpact: 'none',
    monitoring: 'none',
    reasons: 'mötet förmedlar bild, ljud och en plan.',
  },
  nationalSystem: { isForSharedUse: true, carriesPatientInformation: true },
  information: {
    what: 'Planens beslut, deltagare och mötets bild och ljud',
    levels: ['3', '3', '2'],
    personalData: 'sensitive',
    harm: 'fel plan kan göra att ingen kommer; mötet innehåller känsliga uppgifter.',
  },
  trial: {
    tier: 'A',
    site: 'två avdelningar och kommunens biståndsenhet',
    plan: 'fyrtio planeringar hålls med bild i fyra veckor; dygn, deltagande och tid jämförs.',
    worked: 'alla parter kom in i mötet, i snitt efter fyra minuter.',
    result: 'confirmed',
    because: 'planeringen hölls i snitt ett dygn tidigare, och anhöriga deltog i tre av fyra.',
  },
  risks: [
    {
      kind: 'operational',
      risk: 'planen blir otydlig när ingen är i rummet.',
      size: [3, 4],
      action: 'planen läses upp och godkänns i mötet.',
    },
    {
      kind: 'patientSafety',
      risk: 'hjälpmedel missas när ingen har sett hemmet.',
      size: [3, 4],
      action: 'kontrollista och hembesök när behovet är nytt.',
      remaining: 'watched',
    },
    {
      kind: 'informationSecurity',
      risk: 'obehöriga hör samtalet.',
      size: [2, 4],
      action: 'mötet inleds med vilka som är i rummet.',
    },
    { kind: 'it', risk: 'ljudet är dåligt på avdelningen.', size: [3, 2], action: 'två rum med mikrofoner utrustas först.' },
  ],
  ends: 'resor till planering på sjukhuset upphör när mötet hålls med bild.',
  workEnvironment: 'mindre bilkörning, men fler möten i följd.',
}
