import { better, time } from '../benefit-facts.ts'
import { fromAudit, supposed } from '../evidence.ts'
import type { IdeaFacts } from '../facts.ts'

/** Psychiatry's own support for patients with psychosis before their follow-up (EY 2018, 5.2). */
export const psychosisSupport: IdeaFacts = {
  key: 'stod-psykosvard',
  title: 'Självskattning inför besök i psykosvården',
  sender: 'relative',
  organisation: 'region-kalmar',
  begun: '2026-09-07',
  problem:
    'Patienter i psykosvården kommer till uppföljningen utan att ha kunnat förbereda sig. Det viktigaste blir inte sagt, och anhöriga får veta för sent att något förändras.',
  wish: 'Min bror glömmer vad han vill säga. Låt honom skriva och skatta sitt mående hemma före besöket.',
  affected: 'cirka 900 patienter i psykosvården, deras anhöriga och teamen.',
  affectedPerYear: 900,
  frequency: 'weekly',
  severity: 4,
  ifNothingIsDone: 'försämring upptäcks när den redan är allvarlig.',
  process: {
    name: 'Uppföljning i psykosvården',
    actor: 'Patient i psykosvården',
    goal: 'Delta i sin egen uppföljning',
    steps: [
      ['Patient', 'kommer till besöket utan förberedelse.', 'skattar sitt mående och skriver vad som är viktigt före besöket.'],
      ['Sjuksköterska', 'frågar igenom allt på plats.', 'ser skattningarna i förväg och börjar där det behövs.'],
      ['Läkare', 'beslutar om behandling.'],
    ],
  },
  staffConsequences: 'besöken blir kortare och handlar mer om patientens mål.',
  systems: [
    ['Journalsystemet', 'skattningar ska kunna läsas.'],
    ['Plattformen för stöd och behandling', 'stödet ges där.'],
  ],
  evidence: [
    fromAudit(
      '5.2',
      'Psykiatrins stöd för psykospatienter ger större delaktighet i uppföljningen: patienten skattar sig själv och förbereder besöket.',
    ),
    supposed('statistics', 'uppföljningar under ett år', 'var tredje uppföljning saknar skattning.'),
  ],
  confirmedBy: [
    ['psychosocial', 'psykosmottagningen'],
    ['physician', 'vuxenpsykiatrin'],
  ],
  functions: [
    {
      name: 'Skatta sitt mående hemma',
      because: 'det som är svårt att säga kan skrivas.',
      step: 1,
      demand: 'skattning ska kunna göras i korta steg och sparas.',
    },
    {
      name: 'Visa förändring för teamet',
      because: 'besöket kan börja där det behövs.',
      step: 2,
      demand: 'förändring sedan förra besöket ska visas.',
    },
  ],
  known: [
    { name: 'Eget stöd i en annan region', availability: 'elsewhere', fit: 'wholly', comment: 'utvecklat av psykiatrin själv.' },
  ],
  knownConclusion: 'stödet finns och kan delas eller köpas.',
  goals: ['safety', 'access'],
  contribution: 'patienten deltar mer, och försämring upptäcks tidigare.',
  timingReason: 'psykosteamen byter arbetssätt i höst.',
  scores: [4, 4, 4, 4],
  feasibility: 'stödet är prövat på annat håll.',
  benefits: [
    time({ name: 'Förberedda besök', measure: 'Tid för genomgång per besök', times: 5_400, from: 20, to: 12 }),
    better({
      name: 'Försämring upptäcks tidigt',
      area: 'qualityAndSafety',
      measure: 'Andel försämringar som upptäcks före akutkontakt',
      unit: '%',
      from: 24,
      to: 50,
      level: 5,
      because: 'tidig hjälp minskar tvångsvård.',
    }),
  ],
  costs: [{ name: 'Stöd och anpassning', kronor: 180_000, because: 'innehåll och licens för 900 patienter.' }],
}
