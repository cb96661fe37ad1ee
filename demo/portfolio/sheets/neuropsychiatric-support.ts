import { better, saved, time } from '../benefit-facts.ts'
import { companies } from '../companies.ts'
import { fromAudit, supposed } from '../evidence.ts'
import type { VerificationFacts } from '../facts.ts'

/** Psychiatry's own support before and during a neuropsychiatric assessment (EY 2018, 5.2). */
export const neuropsychiatricSupport: VerificationFacts = {
  key: 'stod-npf-utredning',
  title: 'Stöd inför och under neuropsykiatrisk utredning',
  sender: 'resident',
  organisation: 'region-kalmar',
  begun: '2025-12-09',
  problem:
    'Den som väntar på neuropsykiatrisk utredning får ingen hjälp under månaderna i kö och vet inte vad som ska hända. Många kommer oförberedda, och besök får göras om.',
  wish: 'Jag vill kunna förbereda mig hemma, förstå varje steg och få råd medan jag väntar.',
  affected: 'cirka 1 300 personer per år i kö till utredning, deras anhöriga och psykiatrins team.',
  affectedPerYear: 1_300,
  frequency: 'daily',
  severity: 3,
  ifNothingIsDone: 'väntan förvärrar skola, arbete och hälsa, och utredningarna tar längre tid.',
  process: {
    name: 'Neuropsykiatrisk utredning',
    actor: 'Person som väntar på utredning',
    goal: 'Bli utredd i tid och förstå resultatet',
    steps: [
      ['Patient', 'väntar i kö utan kontakt.', 'får stöd och information steg för steg hemma.'],
      ['Psykolog', 'samlar bakgrund på två besök.', 'har bakgrunden ifylld före första besöket.'],
      ['Anhörig', 'fyller i formulär på papper.', 'fyller i formulären på nätet när det passar.'],
      ['Läkare', 'återkopplar muntligt.', 'återkopplar med en plan som patienten kan läsa igen.'],
    ],
  },
  staffConsequences: 'teamet lägger tid på innehåll i början och sparar besök senare.',
  systems: [
    ['Journalsystemet', 'bakgrund och plan ska finnas där.'],
    ['Plattformen för stöd och behandling', 'stödet ges där.'],
  ],
  evidence: [
    fromAudit(
      '5.2',
      'Psykiatrin arbetar med ett eget stöd inför och under neuropsykiatrisk utredning; riskanalys gjordes under hösten 2015.',
    ),
    supposed('statistics', 'utredningar under ett år', 'var tredje första besök måste göras om för att underlag saknas.'),
  ],
  confirmedBy: [
    ['psychosocial', 'psykiatrins utredningsteam'],
    ['physician', 'vuxenpsykiatrin'],
    ['nurse', 'barn- och ungdomspsykiatrin'],
  ],
  functions: [
    {
      name: 'Förstå utredningens steg',
      because: 'oron minskar när man vet.',
      step: 1,
      demand: 'patienten ska se sina steg, vad som hänt och vad som återstår.',
    },
    {
      name: 'Fylla i bakgrund i förväg',
      because: 'besöken används bättre.',
      step: 2,
      demand: 'bakgrund ska kunna fyllas i i delar, sparas och godkännas före besöket.',
    },
    {
      name: 'Ta emot anhörigas svar',
      because: 'bilden blir hel.',
      step: 3,
      demand: 'anhöriga ska kunna svara på formulär utan att läsa patientens egna svar.',
    },
    {
      name: 'Läsa återkopplingen igen',
      because: 'ett samtal glöms.',
      step: 4,
      demand: 'återkopplingen ska kunna läsas efter besöket med råd om stöd.',
    },
  ],
  known: [
    {
      name: 'Eget stöd i en annan regions psykiatri',
      availability: 'elsewhere',
      fit: 'wholly',
      comment: 'utvecklat av verksamheten själv.',
    },
  ],
  knownConclusion: 'stödet finns, och det kan köpas eller delas.',
  goals: ['access', 'safety'],
  contribution: 'väntan blir användbar, och besöken blir färre och bättre.',
  timingReason: 'kön till utredning är som längst.',
  scores: [5, 4, 4, 4],
  feasibility: 'innehållet finns; en plattform krävs.',
  benefits: [
    time({ name: 'Färre besök per utredning', measure: 'Tid för psykolog per utredning', times: 1_300, from: 420, to: 310 }),
    saved({
      name: 'Färre köpta utredningar',
      measure: 'Kostnad för köpta utredningar per år',
      from: 5_900_000,
      to: 4_400_000,
      because: '110 färre köpta utredningar per år.',
    }),
    better({
      name: 'Patienten är förberedd',
      area: 'residents',
      measure: 'Andel som är väl förberedda vid första besök',
      unit: '%',
      from: 34,
      to: 75,
      level: 4,
      because: 'förberedelse avgör om utredningen kan börja.',
    }),
  ],
  costs: [{ name: 'Stöd och plattform', kronor: 540_000, because: '1 300 patienter, 420 kronor per patient.' }],
  market: {
    suppliers: [
      {
        company: companies.therapy,
        solution: 'stödprogram med svar från anhöriga',
        ability: 'now',
        price: [420, 600],
        learnt: 'stegen kan ställas in för barn och vuxna.',
      },
      {
        company: companies.forms,
        solution: 'formulär på nätet',
        ability: 'adaptation',
        price: [350, 500],
        learnt: 'formulär finns, men inga steg.',
        meetsInPart: [1],
      },
    ],
    maturity: 'emerging',
    gaps: 'stödet saknas för den som inte talar svenska.',
    conclusion: 'marknaden kan möta behovet i år för 350 000 till 600 000 kronor om året.',
  },
  wished: { kind: 'usability', demand: 'stödet bör gå att läsa upp och ha korta texter.' },
  purchase: {
    value: 2_400_000,
    form: 'negotiated',
    ground: { ground: 'adaptation', reason: 'stödet måste anpassas till utredningens steg för barn och vuxna.' },
    because: 'innehållet behöver anpassas i förhandling innan avtalet skrivs.',
  },
  device: {
    hasMedicalPurpose: true,
    actsOnData: false,
    decisionImpact: 'none',
    monitoring: 'none',
    reasons: 'stödet samlar bakgrund och visar information; bedömningen görs av teamet.',
  },
  nationalSystem: { isForSharedUse: true, carriesPatientInformation: true },
  information: {
    what: 'Bakgrund, anhörigas svar och återkoppling',
    levels: ['3', '3', '2'],
    personalData: 'sensitive',
    harm: 'uppgifterna beskriver någon i detalj, och fel svar kan ge fel diagnos.',
  },
  trial: {
    tier: 'B',
    site: 'psykiatrins utredningsteam i Västervik',
    plan: 'fyrtio patienter använder stödet i fyra veckor; besök, förberedelse och oro jämförs.',
    worked: 'bakgrunden var klar före besöket i 36 fall av 40.',
    result: 'confirmed',
    because: 'ett besök färre per utredning, och oron i kön minskade.',
  },
  risks: [
    {
      kind: 'operational',
      risk: 'teamet läser inte det som är ifyllt.',
      size: [3, 3],
      action: 'bakgrunden visas i besökets mall.',
    },
    {
      kind: 'patientSafety',
      risk: 'någon som mår sämre får bara råd på nätet.',
      size: [2, 5],
      action: 'svar som tyder på fara larmar samma dag, och telefonnummer visas alltid.',
      remaining: 'watched',
    },
    {
      kind: 'informationSecurity',
      risk: 'anhöriga läser varandras svar.',
      size: [2, 4],
      action: 'svaren visas bara för teamet.',
    },
    { kind: 'workEnvironment', risk: 'innehållet måste vårdas.', size: [3, 2], action: 'två personer ansvarar för innehållet.' },
  ],
  ends: 'formulär på papper skickas inte längre ut.',
  workEnvironment: 'färre ombokningar och lugnare första besök.',
}
