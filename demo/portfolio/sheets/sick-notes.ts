import { better, time } from '../benefit-facts.ts'
import { fromAudit, supposed } from '../evidence.ts'
import type { IdeaFacts } from '../facts.ts'

/** "Läs, ladda ner och skicka läkarintyg" (EY 2018, 5): held until the national service can send on. */
export const sickNotes: IdeaFacts = {
  key: 'lakarintyg',
  title: 'Skicka läkarintyg vidare själv',
  sender: 'resident',
  organisation: 'region-kalmar',
  begun: '2026-06-15',
  problem:
    'Den som får ett läkarintyg måste ta papperet till arbetsgivaren eller ringa efter en kopia. Vården skriver ut samma intyg flera gånger.',
  wish: 'Jag vill läsa mitt intyg och skicka det vidare själv.',
  affected: 'cirka 32 000 personer med läkarintyg per år, och medicinska sekreterare.',
  affectedPerYear: 32_000,
  frequency: 'weekly',
  severity: 1,
  ifNothingIsDone: 'kopior skrivs ut, och intyg kommer bort i posten.',
  process: {
    name: 'Läkarintyg till arbetsgivare',
    actor: 'Person med läkarintyg',
    goal: 'Lämna intyget till rätt mottagare',
    steps: [
      ['Läkare', 'skriver intyget.'],
      ['Person med läkarintyg', 'hämtar intyget på papper.', 'läser intyget på nätet och skickar det vidare.'],
      ['Medicinsk sekreterare', 'skriver ut kopior.', 'svarar på färre frågor om kopior.'],
    ],
  },
  staffConsequences: 'sekreterarna skriver ut färre intyg.',
  systems: [['Intygstjänsten', 'intyget ska kunna läsas och skickas därifrån.']],
  evidence: [
    fromAudit('5', 'Läs, ladda ner och skicka läkarintyg finns bland de e-tjänster som invånarna erbjuds.'),
    supposed('statistics', 'utskrivna kopior av intyg under ett år', '9 800 kopior skrevs ut på begäran.'),
  ],
  confirmedBy: [
    ['medicalSecretary', 'vårdcentralen Vimmerby'],
    ['physician', 'vårdcentralen Berga'],
  ],
  functions: [
    {
      name: 'Läsa intyget på nätet',
      because: 'den det gäller ska kunna se det.',
      step: 2,
      demand: 'intyget ska kunna läsas och laddas ner efter inloggning.',
    },
    {
      name: 'Skicka vidare till mottagare',
      because: 'papper ska inte behövas.',
      step: 2,
      demand: 'intyget ska kunna skickas till arbetsgivare på ett säkert sätt.',
    },
  ],
  known: [
    {
      name: 'Intygsvisning i 1177',
      availability: 'inUse',
      fit: 'partly',
      comment: 'intyget kan läsas men inte skickas till arbetsgivare.',
    },
  ],
  knownConclusion: 'den nationella tjänsten täcker det mesta; sändning till arbetsgivare väntar.',
  goals: ['access', 'time'],
  contribution: 'den enskilde sköter sitt intyg, och kopior försvinner.',
  timing: 'later',
  timingReason: 'den nationella tjänsten planerar sändning till arbetsgivare under nästa år.',
  scores: [2, 3, 3, 4],
  feasibility: 'det mesta finns nationellt; resten kräver väntan.',
  benefits: [
    time({ name: 'Färre kopior', measure: 'Tid per kopia av intyg', times: 9_800, from: 6, to: 1 }),
    better({
      name: 'Intyget når fram',
      area: 'residents',
      measure: 'Andel intyg som lämnas digitalt',
      unit: '%',
      from: 12,
      to: 60,
      level: 2,
      because: 'ett borttappat intyg kostar ersättning.',
    }),
  ],
  costs: [{ name: 'Information och stöd', kronor: 60_000, because: 'texter och support, ingen ny tjänst.' }],
}
