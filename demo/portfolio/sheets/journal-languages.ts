import { better } from '../benefit-facts.ts'
import { companies } from '../companies.ts'
import { fromAudit, supposed } from '../evidence.ts'
import type { MatchingFacts } from '../facts.ts'

/** The record on the net (EY 2018, 5.1) for those who read little Swedish. Nobody could count the benefit: it ends at BP2. */
export const journalLanguages: MatchingFacts = {
  key: 'journal-flera-sprak',
  title: 'Journalen via nätet på fler språk',
  sender: 'resident',
  organisation: 'region-kalmar',
  begun: '2026-04-07',
  problem:
    'Den som inte läser svenska kan logga in och se sin journal men inte förstå den. Anhöriga tolkar, och viktiga ord missförstås.',
  wish: 'Jag vill kunna läsa min journal på mitt språk.',
  affected: 'cirka 7 500 invånare som läser lite svenska och använder journalen på nätet.',
  affectedPerYear: 7_500,
  frequency: 'weekly',
  severity: 3,
  ifNothingIsDone: 'de som behöver förstå mest förstår minst.',
  process: {
    name: 'Läsa sin journal på nätet',
    actor: 'Invånare som läser lite svenska',
    goal: 'Förstå vad som är sagt och bestämt',
    steps: [
      ['Läkare', 'skriver anteckningen på svenska.'],
      ['Invånare som läser lite svenska', 'ber en anhörig att översätta.', 'läser texten på sitt språk, med originalet bredvid.'],
      ['Sjuksköterska', 'svarar på frågor i telefon.'],
    ],
  },
  staffConsequences: 'färre frågor om ord, men nya frågor om översättningen.',
  systems: [['Journalen via nätet', 'översättningen ska visas där.']],
  evidence: [
    fromAudit('5.1', 'Användningen av Journalen på nätet följs månadsvis och ska öka.'),
    supposed('statistics', 'inloggningar per språkval', 'var tjugonde inloggning sker från ett annat språkval än svenska.'),
  ],
  confirmedBy: [
    ['nurse', 'vårdcentralen Västervik'],
    ['physician', 'infektionskliniken'],
  ],
  functions: [
    {
      name: 'Läsa på sitt språk',
      because: 'det som inte förstås kan inte följas.',
      step: 2,
      demand: 'text ska kunna visas på minst sex språk med originalet intill.',
    },
    {
      name: 'Se vad som är översatt av en maskin',
      because: 'fel måste kunna upptäckas.',
      step: 2,
      demand: 'det ska framgå att texten är maskinöversatt och vad som är originalet.',
    },
  ],
  known: [{ name: 'Telefontolk', availability: 'underContract', fit: 'partly' }],
  knownConclusion: 'maskinöversättning finns, men ingen är prövad på journaltext.',
  goals: ['access'],
  contribution: 'fler förstår sin vård.',
  timingReason: 'den nationella tjänsten planerar språkval, men utan datum.',
  scores: [3, 2, 3, 2],
  feasibility: 'översättning av journaltext är svår att säkra.',
  benefits: [
    better({
      name: 'Invånaren förstår sin journal',
      area: 'residents',
      measure: 'Andel som säger att de förstår',
      unit: '%',
      from: 34,
      to: 70,
      level: 4,
      because: 'förståelse är grunden för delaktighet.',
    }),
    better({
      name: 'Färre missförstånd',
      area: 'qualityAndSafety',
      measure: 'Andel besök med missförstånd som rättas',
      unit: '%',
      from: 19,
      to: 9,
      level: 3,
      because: 'missförstånd leder till fel behandling.',
    }),
  ],
  costs: [{ name: 'Översättningstjänst', kronor: 900_000, because: 'avgift per tecken för alla anteckningar.' }],
  market: {
    suppliers: [
      {
        company: companies.careSystems,
        solution: 'språkval i journalvisningen',
        ability: 'development',
        price: [700, 1_100],
        learnt: 'ingen tidplan kan ges.',
        meetsInPart: [1],
      },
      {
        company: companies.decisions,
        solution: 'maskinöversättning av text',
        ability: 'adaptation',
        price: [600, 900],
        learnt: 'kvaliteten på journaltext är inte mätt.',
      },
    ],
    maturity: 'prototypes',
    gaps: 'ingen lösning är prövad på journaltext.',
    conclusion: 'marknaden har delar men inget prövat.',
  },
  wished: { kind: 'usability', demand: 'texten bör kunna läsas upp.' },
  purchase: { value: 3_600_000, form: 'open', because: 'om något köps är öppet förfarande det enda rimliga.' },
}
