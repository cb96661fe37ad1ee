import { better, saved, time } from '../benefit-facts.ts'
import { companies } from '../companies.ts'
import { fromArena, fromModel, supposed } from '../evidence.ts'
import type { MatchingFacts } from '../facts.ts'

/** "Preventiva hembesök" (eHealth Arena). */
export const preventiveVisits: MatchingFacts = {
  key: 'forebyggande-hembesok',
  title: 'Förebyggande hembesök med digitalt stöd',
  sender: 'management',
  organisation: 'hogsby-kommun',
  begun: '2026-04-20',
  problem:
    'Kommunen gör hembesök hos den som fyller åttio, men det som framkommer skrivs på papper. Ingen ser mönster, och den som behöver stöd får det för sent.',
  wish: 'Nämnden vill att besöken ger underlag för vad som ska göras, och att den enskilde får råd direkt.',
  affected: 'cirka 170 personer per år som fyller åttio, och kommunens arbetsterapeuter.',
  affectedPerYear: 170,
  frequency: 'weekly',
  severity: 3,
  ifNothingIsDone: 'behoven upptäcks när någon redan ligger på sjukhus.',
  process: {
    name: 'Förebyggande hembesök hos äldre',
    actor: 'Person som fyller åttio',
    goal: 'Få råd och stöd innan något händer',
    steps: [
      ['Arbetsterapeut', 'skickar brev och kommer på besök.'],
      ['Arbetsterapeut', 'skriver anteckningar på papper.', 'går igenom frågor på surfplatta med den enskilde.'],
      ['Enhetschef', 'läser en årsrapport.', 'ser behov per område och kan planera insatser.'],
      ['Person som fyller åttio', 'får broschyrer.', 'får sina råd sammanfattade och kan ringa.'],
    ],
  },
  staffConsequences: 'besöken tar lika lång tid, men dokumentationen blir klar på plats.',
  systems: [['Verksamhetssystemet för omsorg', 'råd och uppföljning ska kunna läsas.']],
  evidence: [
    fromArena('Preventiva hembesök är ett av de områden där länet har arbetat med behovsinventering och implementering.'),
    fromModel('4.2.2', 'Tvärprofessionella grupper behövs för att identifiera verksamhetens behov.'),
    supposed('statistics', 'hembesök under tre år', 'fyra av tio får råd som ingen följer upp.'),
  ],
  confirmedBy: [
    ['therapist', 'rehabenheten i Högsby'],
    ['nurse', 'distriktssköterskorna'],
  ],
  functions: [
    {
      name: 'Gå igenom frågor med stöd',
      because: 'samma frågor till alla ger mönster.',
      step: 2,
      demand: 'frågor ska kunna gå igenom utan uppkoppling och förklaras på skärmen.',
    },
    {
      name: 'Ge råd direkt',
      because: 'rådet glöms efter en vecka.',
      step: 4,
      demand: 'råd ska kunna skrivas ut eller skickas till den enskilde samma dag.',
    },
    {
      name: 'Visa behov per område',
      because: 'insatser kan planeras.',
      step: 3,
      demand: 'sammanställning per område ska kunna tas ut utan uppgifter om enskilda.',
    },
  ],
  known: [
    { name: 'Frågeformulär på papper', availability: 'inUse', fit: 'hardly' },
    { name: 'Digitala hembesöksformulär', availability: 'onMarket', fit: 'partly' },
  ],
  knownConclusion: 'formulär finns, men sammanställning utan uppgifter om enskilda är ovanlig.',
  goals: ['independence', 'market'],
  contribution: 'fler får råd i tid, och små företag kan lämna anbud.',
  timingReason: 'äldreplanen skrivs om i år och behöver underlaget.',
  scores: [3, 3, 4, 4],
  feasibility: 'enkelt stöd, men sammanställningen kräver tanke.',
  benefits: [
    time({ name: 'Dokumentation på plats', measure: 'Tid per hembesök, med dokumentation', times: 520, from: 150, to: 110 }),
    saved({
      name: 'Färre fallolyckor',
      measure: 'Kostnad för vård efter fall per år',
      from: 1_900_000,
      to: 1_600_000,
      because: 'två färre höftfrakturer per år.',
      organisation: 'region-kalmar',
    }),
    better({
      name: 'Råd som följs upp',
      area: 'residents',
      measure: 'Andel råd som följs upp inom tre månader',
      unit: '%',
      from: 40,
      to: 80,
      level: 3,
      because: 'ett råd som ingen följer upp hjälper sällan.',
    }),
  ],
  costs: [{ name: 'Stöd och surfplattor', kronor: 85_000, because: 'licens och sex plattor på tre år.' }],
  market: {
    suppliers: [
      {
        company: companies.forms,
        solution: 'frågor utan uppkoppling',
        ability: 'adaptation',
        price: [60, 90],
        learnt: 'sammanställning kan göras utan enskilda uppgifter.',
      },
      {
        company: companies.training,
        solution: 'råd och övningar efter besök',
        ability: 'development',
        price: [50, 80],
        learnt: 'kan kombineras med träningsprogram.',
        meetsInPart: [3],
      },
    ],
    maturity: 'emerging',
    gaps: 'ingen leverantör har allt i ett.',
    conclusion: 'marknaden kan möta behovet efter anpassning för 60 000 till 90 000 kronor om året.',
  },
  wished: { kind: 'usability', demand: 'texten bör gå att läsa på avstånd.' },
  purchase: {
    value: 340_000,
    form: 'directProcurement',
    because: 'värdet ligger under gränsen för direktupphandling, och tre företag tillfrågas.',
  },
  together: [{ organisation: 'Mönsterås kommun', need: 'samma besök, från nästa år.', interest: 'maybe' }],
}
