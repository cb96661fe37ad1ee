import { better, saved, time } from '../benefit-facts.ts'
import { fromModel, supposed } from '../evidence.ts'
import type { IdeaFacts } from '../facts.ts'

/** A product looking for a need: what RUVeS (2019, 3) calls initiatives of suppliers instead of inventories of needs. */
export const vrAtNursingHome: IdeaFacts = {
  key: 'vr-aldreboende',
  title: 'VR-glasögon på äldreboendet',
  sender: 'supplier',
  organisation: 'torsas-kommun',
  begun: '2026-04-13',
  problem:
    'På äldreboenden saknas upplevelser och aktiviteter för den som inte kan följa med ut. Personalen hinner inte med, och dagarna blir lika.',
  wish: 'Våra VR-glasögon ger boende naturupplevelser inomhus. Vi erbjuder en kostnadsfri provperiod.',
  affected: 'cirka 120 boende på kommunens äldreboenden.',
  affectedPerYear: 120,
  frequency: 'weekly',
  severity: 2,
  ifNothingIsDone: 'boendet fortsätter med dagens aktiviteter.',
  process: {
    name: 'Aktivitet på äldreboende',
    actor: 'Boende på äldreboende',
    goal: 'Ha något att göra som ger mening',
    steps: [
      ['Undersköterska', 'håller i aktivitet när tiden räcker.', 'ställer fram glasögon och hjälper den boende.'],
      ['Boende på äldreboende', 'tittar på tv.', 'ser filmer i glasögon.'],
    ],
  },
  staffConsequences: 'personalen hjälper till med glasögonen.',
  systems: [],
  evidence: [
    {
      kind: 'views',
      source: 'Antagande: leverantörens visning på två boenden',
      finding: 'Antagande: boende och anhöriga tyckte att det var roligt.',
    },
  ],
  confirmedBy: [
    ['assistantNurse', 'äldreboendet Mariahemmet'],
    ['manager', 'särskilt boende'],
  ],
  functions: [
    {
      name: 'Uppleva naturen inomhus',
      because: 'den som inte kan gå ut får en upplevelse.',
      step: 2,
      demand: 'filmer ska kunna visas i glasögon.',
    },
  ],
  known: [{ name: 'VR-glasögon', availability: 'onMarket', fit: 'partly', comment: 'säljs till äldreboenden på flera håll.' }],
  knownConclusion: 'produkten finns, men behovet är inte kartlagt.',
  goals: ['independence'],
  contribution: 'kan ge mening i vardagen, men behovet är inte visat.',
  timingReason: 'inget i verksamheten avgör tiden.',
  scores: [1, 2, 2, 3],
  feasibility: 'enkelt att ställa fram, svårt att veta vad det ger.',
  benefits: [
    better({
      name: 'Meningsfulla dagar',
      area: 'residents',
      measure: 'Andel boende som deltar i aktivitet varje dag',
      unit: '%',
      from: 41,
      to: 55,
      level: 2,
      because: 'aktivitet påverkar aptit och sömn.',
    }),
  ],
  costs: [{ name: 'Glasögon och licens', kronor: 90_000, because: 'åtta glasögon på tre år.' }],
}

/** The same need as another case: stopped so that one case carries it. */
export const videoAppDuplicate: IdeaFacts = {
  key: 'videosamtal-app',
  title: 'Videosamtal med vårdcentralen i en egen app',
  sender: 'resident',
  organisation: 'region-kalmar',
  begun: '2026-05-18',
  problem:
    'Den som bor långt bort eller arbetar på dagtid kommer inte till vårdcentralen för enkla ärenden. Telefonrådgivning räcker inte alltid, och besöket tar en halv dag.',
  wish: 'Jag vill kunna prata med vårdcentralen med bild i en app.',
  affected: 'cirka 20 000 invånare med enkla ärenden.',
  affectedPerYear: 20_000,
  frequency: 'daily',
  severity: 2,
  ifNothingIsDone: 'behovet hanteras i det ärende som redan är på väg.',
  process: {
    name: 'Enkelt ärende i primärvården',
    actor: 'Invånare med ett enkelt ärende',
    goal: 'Få råd utan resa',
    steps: [
      ['Invånare', 'ringer och väntar på uppringning.', 'ringer upp med bild i appen.'],
      ['Sjuksköterska', 'bedömer i telefon.', 'bedömer med bild.'],
    ],
  },
  staffConsequences: 'samma som i det ärende som pågår om digitala vårdmöten.',
  systems: [['Journalsystemet', 'samtal ska dokumenteras.']],
  evidence: [
    fromModel('3', 'Behoven identifieras ofta ad hoc, och flera verksamheter söker samma sak utan att veta om varandra.'),
    supposed('statistics', 'sökorsaker på två vårdcentraler', 'var tredje kontakt bedöms kunna ske med bild.'),
  ],
  confirmedBy: [
    ['nurse', 'vårdcentralen Högsby'],
    ['physician', 'vårdcentralen Torsås'],
  ],
  functions: [
    { name: 'Samtala med bild', because: 'bild ger mer än ord.', step: 1, demand: 'samtal med bild ska kunna hållas i mobil.' },
  ],
  known: [
    {
      name: 'Digitala vårdmöten på vårdcentralen',
      availability: 'underContract',
      fit: 'wholly',
      comment: 'upphandlas redan för hela länet.',
    },
  ],
  knownConclusion: 'samma behov är på väg i ett annat ärende.',
  goals: ['access'],
  contribution: 'behovet är riktigt men finns redan i ett annat ärende.',
  timing: 'tooLate',
  timingReason: 'digitala vårdmöten är redan i validering.',
  scores: [4, 3, 4, 4],
  feasibility: 'görs redan i ett annat ärende.',
  benefits: [
    saved({
      name: 'Färre köpta digitala besök',
      measure: 'Kostnad för andra vårdgivares digitala besök per år',
      from: 6_400_000,
      to: 4_500_000,
      because: 'samma nytta räknas i det andra ärendet.',
    }),
    time({ name: 'Kortare ärenden', measure: 'Tid per enkelt ärende', times: 18_000, from: 15, to: 11 }),
  ],
  costs: [{ name: 'Egen app', kronor: 1_200_000, because: 'utveckling och underhåll av en app till.' }],
}

/** Administration that does not reach any resident: outside the eHealth strategy (SIV 2019 draws the same line). */
export const carBooking: IdeaFacts = {
  key: 'bilbokning',
  title: 'Digital bokning av tjänstebilar',
  sender: 'staff',
  organisation: 'borgholms-kommun',
  begun: '2026-06-01',
  problem: 'Bilarna bokas i ett kalkylblad som ingen uppdaterar. Bilar står kvar medan andra letar, och besök börjar sent.',
  wish: 'Vi vill kunna boka bil i mobilen och se vilka som är lediga.',
  affected: 'cirka 90 medarbetare i hemtjänst och hemsjukvård.',
  affectedPerYear: 90,
  frequency: 'daily',
  severity: 1,
  ifNothingIsDone: 'letandet efter bilar fortsätter.',
  process: {
    name: 'Bokning av bil i hemtjänsten',
    actor: 'Medarbetare som ska åka',
    goal: 'Ha en bil när turen börjar',
    steps: [
      ['Undersköterska', 'letar i ett kalkylblad.', 'bokar i mobilen.'],
      ['Enhetschef', 'ringer runt efter bilar.', 'ser lediga bilar.'],
    ],
  },
  staffConsequences: 'mindre letande efter bilar på morgonen.',
  systems: [['Fordonsregistret', 'lediga bilar ska visas.']],
  evidence: [
    supposed('statistics', 'sena starter i hemtjänsten under ett kvartal', 'var tolfte tur började sent på grund av bil.'),
    supposed('views', 'enkät till hemtjänsten', 'letandet efter bilar nämns av de flesta.'),
  ],
  confirmedBy: [
    ['assistantNurse', 'hemtjänsten Löttorp'],
    ['manager', 'hemtjänsten Borgholm'],
  ],
  functions: [
    { name: 'Boka bil i mobilen', because: 'ingen ska leta.', step: 1, demand: 'lediga bilar ska visas och bokas i mobil.' },
  ],
  known: [
    { name: 'Bokning i fordonssystem', availability: 'underContract', fit: 'wholly', comment: 'ingår i kommunens fordonsavtal.' },
  ],
  knownConclusion: 'kommunen har redan ett fordonssystem med bokning.',
  goals: ['time'],
  contribution: 'frigör tid, men gäller intern administration som inte möter invånaren.',
  timingReason: 'inget i e-hälsoarbetet avgör tiden.',
  scores: [2, 2, 0, 5],
  feasibility: 'finns redan i ett annat avtal.',
  benefits: [time({ name: 'Mindre letande', measure: 'Tid för att hitta bil per tur', times: 30_000, from: 6, to: 1 })],
  costs: [{ name: 'Bokning i befintligt system', kronor: 20_000, because: 'utbildning, ingen ny licens.' }],
}
