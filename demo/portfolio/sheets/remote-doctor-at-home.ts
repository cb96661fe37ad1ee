import { better, saved, time } from '../benefit-facts.ts'
import { companies } from '../companies.ts'
import { fromAudit, supposed } from '../evidence.ts'
import type { MatchingFacts } from '../facts.ts'

/** Home visits where the doctor takes part through the district nurse's tablet (EY 2018, 5.3). */
export const remoteDoctorAtHome: MatchingFacts = {
  key: 'lakare-pa-distans-hembesok',
  title: 'Läkare på distans vid hembesök',
  sender: 'staff',
  organisation: 'borgholms-kommun',
  begun: '2026-03-16',
  problem:
    'Distriktssköterskan kan inte få en läkares bedömning vid hembesöket. Den som är sjuk åker till vårdcentral eller akut för något som kunde ha bedömts hemma.',
  wish: 'Vi vill kunna koppla in läkaren när vi är på plats, med bild och värden.',
  affected: 'cirka 420 personer med hemsjukvård på norra Öland, och distriktssköterskorna.',
  affectedPerYear: 420,
  frequency: 'daily',
  severity: 4,
  ifNothingIsDone: 'ambulanser kör fyra mil för bedömningar som kunde ha gjorts hemma.',
  process: {
    name: 'Hembesök i hemsjukvården',
    actor: 'Person med hemsjukvård',
    goal: 'Få rätt bedömning hemma',
    steps: [
      ['Distriktssköterska', 'undersöker och tar värden.'],
      ['Distriktssköterska', 'ringer vårdcentralen och väntar på att bli uppringd.', 'kopplar in läkaren med bild från hemmet.'],
      ['Läkare', 'bedömer efter beskrivning i telefon.', 'bedömer med bild och värden i realtid.'],
      ['Ambulans', 'hämtar den som kunde ha stannat hemma.'],
    ],
  },
  staffConsequences: 'läkarna behöver korta tider i schemat; sköterskorna får svar direkt.',
  systems: [
    ['Journalsystemet', 'bedömningen ska dokumenteras där.'],
    ['Hemsjukvårdens planering', 'tider för läkaren ska finnas där.'],
  ],
  evidence: [
    fromAudit(
      '5.3',
      'Prov pågår med hemsjukvårdsbesök där läkare deltar via platta eller telefon som distriktssköterskan har med sig.',
    ),
    supposed(
      'statistics',
      'ambulanstransporter från hemsjukvården under ett år',
      '160 transporter; sju av tio skrevs ut samma dag.',
    ),
  ],
  confirmedBy: [
    ['nurse', 'hemsjukvården i Borgholm'],
    ['physician', 'vårdcentralen Borgholm'],
  ],
  functions: [
    {
      name: 'Koppla in läkare från hemmet',
      because: 'bedömningen görs när någon är på plats.',
      step: 2,
      demand: 'läkare ska kunna kopplas in med bild från hemmet, även med svag uppkoppling.',
    },
    {
      name: 'Dela värden under besöket',
      because: 'bild utan värden räcker inte.',
      step: 3,
      demand: 'blodtryck, syresättning och temperatur ska kunna visas för läkaren under besöket.',
    },
    {
      name: 'Dokumentera bedömningen',
      because: 'nästa besök utgår från den.',
      step: 3,
      demand: 'bedömningen ska kunna skrivas i journalen av den som deltar.',
    },
  ],
  known: [{ name: 'Läkare via platta', availability: 'elsewhere', fit: 'partly', comment: 'prövas i Region Jönköpings län.' }],
  knownConclusion: 'tekniken finns; läkartiden är det svåra.',
  goals: ['access', 'safety'],
  contribution: 'den som är sjuk bedöms hemma, och ambulanser räcker till fler.',
  timingReason: 'avtalet om sjuktransporter går ut nästa år.',
  scores: [5, 4, 5, 4],
  feasibility: 'liten utrustning och tydligt arbetssätt.',
  benefits: [
    saved({
      name: 'Färre ambulanstransporter',
      measure: 'Kostnad för transporter från hemsjukvården per år',
      from: 1_820_000,
      to: 1_090_000,
      because: '64 färre transporter per år, 11 400 kronor per transport.',
      organisation: 'region-kalmar',
    }),
    time({
      name: 'Kortare väntan för distriktssköterskan',
      measure: 'Tid från fråga till läkarens svar',
      times: 1_600,
      from: 38,
      to: 9,
    }),
    better({
      name: 'Bedömning hemma',
      area: 'residents',
      measure: 'Andel akuta besök som bedöms hemma',
      unit: '%',
      from: 22,
      to: 55,
      level: 5,
      because: 'resan är värst för den som är sjukast.',
    }),
  ],
  costs: [
    { name: 'Utrustning och tjänst', kronor: 210_000, because: 'åtta väskor med platta och mätare, och en tjänst.' },
    {
      name: 'Läkartid på distans',
      kronor: 640_000,
      because: 'en halv dag i veckan per vårdcentral.',
      organisation: 'region-kalmar',
    },
  ],
  market: {
    suppliers: [
      {
        company: companies.meetings,
        solution: 'möte från hemmet med värden',
        ability: 'adaptation',
        price: [180, 260],
        learnt: 'värden från mätare kan visas i mötet.',
      },
      {
        company: companies.monitoring,
        solution: 'väska med mätare och bild',
        ability: 'now',
        price: [240, 330],
        learnt: 'fungerar med svag uppkoppling, men saknar journalkoppling.',
        meetsInPart: [3],
      },
    ],
    maturity: 'emerging',
    gaps: 'värden och bild i samma vy finns bara hos en leverantör.',
    conclusion: 'marknaden kan möta behovet inom ett år för 180 000 till 330 000 kronor om året.',
  },
  wished: { kind: 'performance', demand: 'mötet bör fungera vid en hastighet under en megabit.' },
  purchase: {
    value: 920_000,
    form: 'belowThreshold',
    because: 'värdet ligger under tröskelvärdet, och hemsjukvård och region köper tillsammans.',
  },
  together: [{ organisation: 'Region Kalmar län, primärvården', need: 'läkarens del i mötet.', interest: 'yes' }],
}
