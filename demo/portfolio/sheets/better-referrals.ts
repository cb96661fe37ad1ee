import { better, time } from '../benefit-facts.ts'
import { fromAudit, supposed } from '../evidence.ts'
import type { IdeaFacts } from '../facts.ts'

/** "Förbättrade remisser och svar", with templates for answers (EY 2018, 5.2). */
export const betterReferrals: IdeaFacts = {
  key: 'remisser-och-svar',
  title: 'Bättre remisser och svar med mallar',
  sender: 'staff',
  organisation: 'region-kalmar',
  begun: '2026-08-24',
  problem:
    'Remisser saknar det som mottagaren behöver, och svar saknar råd om nästa steg. Läkare ringer varandra, och patienten väntar medan svaret kompletteras.',
  wish: 'Vi vill ha mallar för remisser och svar, så att frågan och svaret blir hela från början.',
  affected: 'cirka 92 000 remisser per år och de patienter de gäller.',
  affectedPerYear: 92_000,
  frequency: 'daily',
  severity: 2,
  ifNothingIsDone: 'kompletteringar och samtal fortsätter att ta tid från båda sidor.',
  process: {
    name: 'Remiss och svar mellan verksamheter',
    actor: 'Patient som remitteras',
    goal: 'Få svar utan omvägar',
    steps: [
      ['Läkare på vårdcentral', 'skriver fri text i remissen.', 'fyller i en mall för det som mottagaren behöver.'],
      ['Läkare på sjukhus', 'ringer när något saknas.', 'svarar i en mall med råd om nästa steg.'],
      ['Patient', 'väntar på att remissen ska kompletteras.'],
    ],
  },
  staffConsequences: 'mallen tar lite längre tid att skriva men sparar samtal.',
  systems: [['Journalsystemets remissmodul', 'mallar ska finnas där.']],
  evidence: [
    fromAudit('5.2', 'Projektet ”förbättrade remisser och svar” syftar till bättre kvalitet genom svarsmallar.'),
    supposed('observation', 'genomgång av 200 remisser under två veckor', 'var fjärde remiss kompletterades efter samtal.'),
  ],
  confirmedBy: [
    ['physician', 'medicinkliniken'],
    ['physician', 'vårdcentralen Esplanaden'],
    ['medicalSecretary', 'remissenheten'],
  ],
  functions: [
    {
      name: 'Mallar för remiss',
      because: 'rätt uppgifter från början.',
      step: 1,
      demand: 'mallar ska kunna väljas efter mottagare.',
    },
    {
      name: 'Mallar för svar',
      because: 'svaret ska säga nästa steg.',
      step: 2,
      demand: 'svarsmallar ska innehålla bedömning och råd.',
    },
  ],
  known: [
    {
      name: 'Remissmallar i journalen',
      availability: 'underContract',
      fit: 'partly',
      comment: 'finns men används på två kliniker.',
    },
  ],
  knownConclusion: 'mallar kan användas i dagens system.',
  goals: ['safety', 'time'],
  contribution: 'patienten får svar utan omvägar.',
  timingReason: 'klinikerna skriver om sina riktlinjer i höst.',
  scores: [4, 3, 4, 5],
  feasibility: 'mallar kan börja användas utan köp.',
  benefits: [
    time({ name: 'Färre samtal om remisser', measure: 'Tid per kompletterad remiss', times: 23_000, from: 9, to: 4 }),
    better({
      name: 'Fullständiga remisser',
      area: 'qualityAndSafety',
      measure: 'Andel remisser som är kompletta',
      unit: '%',
      from: 74,
      to: 92,
      level: 3,
      because: 'en komplett remiss kortar vägen till vård.',
    }),
  ],
  costs: [{ name: 'Mallar och utbildning', kronor: 240_000, because: 'en fjärdedels tjänst under ett år.' }],
}
