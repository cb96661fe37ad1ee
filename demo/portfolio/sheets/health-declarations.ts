import { better, saved, time } from '../benefit-facts.ts'
import { companies } from '../companies.ts'
import { fromAudit, supposed } from '../evidence.ts'
import type { MatchingFacts } from '../facts.ts'

/** "Digitala formulär/hälsodeklarationer" (EY 2018, 4.4). */
export const healthDeclarations: MatchingFacts = {
  key: 'halsodeklaration',
  title: 'Digital hälsodeklaration inför operation',
  sender: 'staff',
  organisation: 'region-kalmar',
  begun: '2026-05-04',
  problem:
    'Patienter fyller i hälsodeklarationen på papper, och sjuksköterskan skriver av den i journalen. Svar saknas eller går inte att läsa, och operationer ställs in samma morgon.',
  wish: 'Vi vill att patienten svarar på nätet i god tid, och att vi ser vad som måste följas upp.',
  affected: 'cirka 11 400 patienter per år som ska opereras, och operationsmottagningarnas sjuksköterskor.',
  affectedPerYear: 11_400,
  frequency: 'daily',
  severity: 3,
  ifNothingIsDone: 'operationer fortsätter att ställas in sent, och tid går till att skriva av papper.',
  process: {
    name: 'Förberedelse inför operation',
    actor: 'Patient som ska opereras',
    goal: 'Vara rätt förberedd på operationsdagen',
    steps: [
      ['Medicinsk sekreterare', 'skickar deklarationen på papper.', 'skickar en avisering med länk efter inloggning.'],
      ['Patient', 'svarar på papper och tar med det.', 'svarar hemma och får följdfrågor när något avviker.'],
      ['Sjuksköterska', 'skriver av svaren i journalen.', 'granskar svar som är markerade och ringer vid behov.'],
      ['Narkosläkare', 'bedömer patienten.'],
    ],
  },
  staffConsequences: 'sjuksköterskorna slutar skriva av och får tid för dem som avviker.',
  systems: [
    ['Journalsystemet', 'svaren ska finnas där i strukturerad form.'],
    ['Operationsplaneringen', 'en komplett deklaration ska synas i planen.'],
  ],
  evidence: [
    fromAudit('4.4', 'Digitala formulär och hälsodeklarationer tillkom bland de tjänster vars nytta värderades inför 2018.'),
    supposed(
      'statistics',
      'inställda operationer under ett år',
      '210 operationer ställdes in på grund av ofullständig förberedelse.',
    ),
  ],
  confirmedBy: [
    ['nurse', 'operationsmottagningen i Kalmar'],
    ['physician', 'anestesikliniken'],
  ],
  functions: [
    {
      name: 'Svara hemma på nätet',
      because: 'svaren kommer i tid och blir läsbara.',
      step: 2,
      demand: 'patienten ska kunna svara i delar, spara och lämna in med inloggning.',
    },
    {
      name: 'Markera svar som avviker',
      because: 'sjuksköterskan ringer rätt patient.',
      step: 3,
      demand: 'svar utanför klinikens gränser ska markeras och sorteras efter operationsdag.',
    },
    {
      name: 'Föra över svaren till journalen',
      because: 'ingen ska skriva av.',
      step: 3,
      demand: 'svaren ska föras över strukturerat till journalen.',
    },
  ],
  known: [
    { name: 'Formulär i 1177', availability: 'elsewhere', fit: 'partly' },
    { name: 'Deklaration på papper', availability: 'inUse', fit: 'hardly' },
  ],
  knownConclusion: 'formulär finns nationellt; gränser och överföring skiljer lösningarna åt.',
  goals: ['safety', 'time'],
  contribution: 'patienten är förberedd, och operationstiden används.',
  timingReason: 'operationsplaneringen byts i år.',
  scores: [4, 5, 4, 4],
  feasibility: 'formulären är enkla; överföringen till journalen är arbetet.',
  benefits: [
    time({ name: 'Ingen avskrivning', measure: 'Tid per hälsodeklaration', times: 11_400, from: 18, to: 6 }),
    saved({
      name: 'Färre inställda operationer',
      measure: 'Kostnad för sent inställda operationer per år',
      from: 3_800_000,
      to: 2_100_000,
      because: '94 färre inställda, 18 000 kronor per operation.',
    }),
    better({
      name: 'Fullständiga svar',
      area: 'qualityAndSafety',
      measure: 'Andel deklarationer som är kompletta tre dagar före',
      unit: '%',
      from: 58,
      to: 90,
      level: 4,
      because: 'en allergi som inte är känd är farlig.',
    }),
  ],
  costs: [
    { name: 'Formulärtjänst och koppling', kronor: 460_000, because: 'avgift per mottagning och integration mot journalen.' },
  ],
  market: {
    suppliers: [
      {
        company: companies.forms,
        solution: 'formulär med följdfrågor och gränser',
        ability: 'now',
        price: [320, 420],
        learnt: 'kliniken ändrar frågor själv, och svaren exporteras strukturerat.',
      },
      {
        company: companies.careSystems,
        solution: 'formulär i journalen',
        ability: 'adaptation',
        price: [450, 620],
        learnt: 'följdfrågor kommer nästa år.',
        meetsInPart: [2],
      },
      {
        company: companies.samples,
        solution: 'enkäter inför besök',
        ability: 'development',
        price: [300, 400],
        meetsInPart: [2, 3],
      },
    ],
    maturity: 'established',
    gaps: 'strukturerad överföring finns bara hos en leverantör.',
    conclusion: 'marknaden kan möta behovet i år för 320 000 till 620 000 kronor om året.',
  },
  wished: { kind: 'usability', demand: 'formuläret bör finnas på lättläst svenska och fem språk.' },
  purchase: {
    value: 1_950_000,
    form: 'belowThreshold',
    because: 'värdet ligger under tröskelvärdet, och visning avgör om frågorna är rätt.',
  },
}
