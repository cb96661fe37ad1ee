import { better, saved, time } from '../benefit-facts.ts'
import { companies } from '../companies.ts'
import { fromArena, fromNetwork, supposed } from '../evidence.ts'
import type { ProcurementFacts } from '../facts.ts'

/** "Digitala träningsprogram" (SIV 2019) and the county's work on rehabilitation (eHealth Arena). */
export const trainingProgrammes: ProcurementFacts = {
  key: 'traningsprogram',
  title: 'Digitala träningsprogram hemma',
  sender: 'staff',
  organisation: 'monsteras-kommun',
  begun: '2025-07-07',
  problem:
    'Den som ska träna efter ett fall eller en operation får ett papper med streckgubbar. Många gör övningarna fel eller slutar, och fysioterapeuten märker det först vid nästa besök.',
  wish: 'Vi vill kunna ge varje person ett program med film och se om träningen blir av.',
  affected: 'cirka 260 personer med rehabilitering i hemmet, och kommunens arbetsterapeuter och fysioterapeuter.',
  affectedPerYear: 260,
  frequency: 'weekly',
  severity: 3,
  ifNothingIsDone: 'fler faller igen, och hembesöken räcker bara till dem som hörs mest.',
  process: {
    name: 'Rehabilitering i hemmet',
    actor: 'Person som tränar efter fall eller operation',
    goal: 'Klara vardagen igen utan hjälp',
    steps: [
      ['Fysioterapeut', 'bedömer och visar övningar i hemmet.'],
      ['Fysioterapeut', 'lämnar ett papper med övningar.', 'väljer ett program med film och ändrar det på distans.'],
      ['Person som tränar', 'tränar ur minnet.', 'följer filmen och markerar vad som gick bra.'],
      ['Fysioterapeut', 'kör ut för att fråga hur det går.', 'ser vem som har slutat träna och ringer den först.'],
    ],
  },
  staffConsequences: 'fysioterapeuterna får färre korta hembesök och mer tid för dem som inte kommer i gång.',
  systems: [['Verksamhetssystemet för rehabilitering', 'ska få program och genomförd träning.']],
  evidence: [
    fromNetwork(
      'punkt 7 (SIV)',
      'Digitala träningsprogram ingår i den verktygslåda av välfärdsteknik som kommunerna vill upphandla gemensamt.',
    ),
    fromArena(
      'Framtidens habilitering och rehabilitering är ett av de projekt där länets kommuner, regionen och företag har arbetat tillsammans.',
    ),
    supposed(
      'statistics',
      'fallregistreringar under två år',
      'var femte person som fått rehabilitering faller igen inom ett år.',
    ),
  ],
  confirmedBy: [
    ['therapist', 'rehabenheten i Mönsterås'],
    ['assistantNurse', 'hemtjänsten Blomstermåla'],
  ],
  functions: [
    {
      name: 'Ge ett eget program med film',
      because: 'övningen blir rätt utförd.',
      step: 2,
      demand: 'fysioterapeuten ska kunna sätta ihop ett program med film ur ett bibliotek och ändra det på distans.',
    },
    {
      name: 'Markera genomförd träning',
      because: 'personen ser sina framsteg.',
      step: 3,
      demand: 'personen ska kunna markera övning, antal och smärta utan att skriva.',
    },
    {
      name: 'Se vem som behöver stöd',
      because: 'tiden går till den som har slutat.',
      step: 4,
      demand: 'den som inte har tränat på fem dagar ska visas överst i fysioterapeutens lista.',
    },
  ],
  known: [
    { name: 'Träningsprogram med film', availability: 'onMarket', fit: 'wholly' },
    { name: 'Övningar på papper', availability: 'inUse', fit: 'hardly' },
  ],
  knownConclusion: 'färdiga bibliotek finns; uppföljningen skiljer dem åt.',
  goals: ['independence', 'time'],
  contribution: 'fler klarar sig själva, och tiden går till den som behöver mest.',
  timingReason: 'rehabenheten anställer inte fler, men uppdraget växer.',
  scores: [3, 4, 4, 5],
  feasibility: 'enkla program som personalen redan har sett.',
  benefits: [
    time({
      name: 'Färre hembesök för uppföljning',
      measure: 'Tid för uppföljning per person och månad',
      times: 3_100,
      from: 75,
      to: 40,
    }),
    saved({
      name: 'Kortare körsträckor',
      measure: 'Kostnad för resor i rehabiliteringen per år',
      from: 310_000,
      to: 190_000,
      because: 'var tredje uppföljning görs på distans.',
    }),
    better({
      name: 'Träningen blir av',
      area: 'residents',
      measure: 'Andel som tränar minst fyra dagar i veckan',
      unit: '%',
      from: 29,
      to: 60,
      level: 4,
      because: 'träning som görs minskar risken att falla.',
    }),
  ],
  costs: [
    { name: 'Program och licenser', kronor: 195_000, because: '260 personer, 750 kronor per program.' },
    { name: 'Surfplattor till utlån', kronor: 60_000, because: 'tjugo plattor på tre år.' },
  ],
  market: {
    suppliers: [
      {
        company: companies.training,
        solution: 'bibliotek med uppföljning',
        ability: 'now',
        price: [150, 210],
        learnt: 'personen kan träna utan uppkoppling; markeringar skickas när nätet är tillbaka.',
      },
      {
        company: companies.therapy,
        solution: 'program med fysioterapeutvy',
        ability: 'adaptation',
        price: [190, 260],
        learnt: 'byggt för ångest men kan anpassas.',
        meetsInPart: [1],
      },
      {
        company: companies.devices,
        solution: 'sensor som mäter rörelse',
        ability: 'development',
        price: [400, 600],
        comment: 'mer än behovet kräver.',
        meetsInPart: [2],
      },
    ],
    maturity: 'emerging',
    gaps: 'bara en lösning fungerar utan uppkoppling.',
    conclusion: 'ett mindre företag kan leverera i år för 150 000 till 210 000 kronor om året.',
  },
  wished: { kind: 'usability', demand: 'filmerna bör kunna visas på tv.' },
  purchase: {
    value: 640_000,
    form: 'directProcurement',
    because: 'värdet ligger under gränsen för direktupphandling, och fem företag tillfrågas skriftligt.',
  },
  together: [{ organisation: 'Region Kalmar län, rehabilitering', need: 'samma bibliotek i öppenvården.', interest: 'maybe' }],
  device: {
    hasMedicalPurpose: true,
    actsOnData: false,
    decisionImpact: 'none',
    monitoring: 'none',
    reasons: 'programmet visar övningar som fysioterapeuten har valt och bearbetar inga uppgifter.',
  },
  nationalSystem: { isForSharedUse: true, carriesPatientInformation: false },
  information: {
    what: 'Ordinerade övningar och genomförd träning',
    levels: ['2', '2', '1'],
    personalData: 'sensitive',
    harm: 'att någon tränar efter ett fall är känsligt; ett avbrott innebär papper.',
  },
  trial: {
    tier: 'B',
    site: 'åtta hem i Blomstermåla',
    plan: 'åtta personer tränar med film i fyra veckor; träningsdagar och besök jämförs med månaden före.',
    worked: 'alla åtta kunde starta programmet, två med hjälp av anhörig.',
    result: 'confirmed',
    because: 'träningsdagarna per vecka ökade från två till fyra.',
  },
  risks: [
    {
      kind: 'operational',
      risk: 'den som inte är van vid skärm får ingen träning.',
      size: [3, 3],
      action: 'platta till utlån och en genomgång i hemmet.',
    },
    {
      kind: 'patientSafety',
      risk: 'någon tränar för hårt utan att märka det.',
      size: [2, 3],
      action: 'smärta över sju på skalan pausar programmet och larmar.',
    },
    { kind: 'it', risk: 'filmerna laddar långsamt på landsbygden.', size: [3, 2], action: 'filmerna hämtas i förväg.' },
  ],
  ends: 'träningsprogram på papper delas inte ut till den som har valt digitalt.',
  workEnvironment: 'färre korta resor; mer tid för svåra fall.',
  tenders: [
    {
      company: companies.training,
      solution: 'bibliotek med uppföljning',
      price: 560_000,
      scores: [4.5, 4, 4],
      because: 'fungerar utan uppkoppling, och listan visar vem som slutat.',
    },
    {
      company: companies.therapy,
      solution: 'program med fysioterapeutvy',
      price: 590_000,
      scores: [3.5, 4, 3.5],
      because: 'bra program, men utan träning utanför nätet.',
    },
  ],
  cpv: ['48190000'],
  innovation: 'process',
  question: ['måste programmet fungera på kommunens gamla plattor?', 'ja, om de har en webbläsare från de senaste tre åren.'],
  smallCompanies: 'värdet gör att flera små företag kan tillfrågas och svara kort.',
}
