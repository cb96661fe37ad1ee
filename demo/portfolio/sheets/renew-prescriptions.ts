import { better, time } from '../benefit-facts.ts'
import { fromAudit, supposed } from '../evidence.ts'
import type { IdeaFacts } from '../facts.ts'

/** "Förnyelse av recept och hjälpmedel" (EY 2018, 5.3). */
export const renewPrescriptions: IdeaFacts = {
  key: 'fornya-recept',
  title: 'Förnya recept och hjälpmedel på nätet',
  sender: 'relative',
  organisation: 'region-kalmar',
  begun: '2026-07-06',
  problem:
    'Den som behöver nytt recept eller nytt hjälpmedel måste ringa på telefontid. Anhöriga ringer på arbetstid, recept tar slut, och mottagningen svarar på samma fråga hela dagen.',
  wish: 'Min mor behöver nya recept varje kvartal. Låt mig be om dem på nätet och se när de är klara.',
  affected: 'cirka 48 000 patienter med återkommande recept eller hjälpmedel, och vårdcentralernas personal.',
  affectedPerYear: 48_000,
  frequency: 'daily',
  severity: 2,
  ifNothingIsDone: 'telefonköerna består, och läkemedel tar slut på helgen.',
  process: {
    name: 'Förnyelse av recept och hjälpmedel',
    actor: 'Patient med återkommande recept',
    goal: 'Ha läkemedel utan avbrott',
    steps: [
      ['Patient', 'ringer under telefontid.', 'begär förnyelse på nätet när det passar.'],
      ['Sjuksköterska', 'skriver upp begäran.', 'ser begäran i sin lista med vad som gäller.'],
      ['Läkare', 'förnyar efter bedömning.', 'förnyar från listan, med det som är oklart markerat.'],
      ['Patient', 'ringer igen för att höra om det är klart.', 'ser att det är klart.'],
    ],
  },
  staffConsequences: 'sjuksköterskorna svarar i telefon till dem som behöver samtal.',
  systems: [
    ['Journalsystemet', 'recept ska förnyas där.'],
    ['1177 Vårdguidens e-tjänster', 'begäran görs där.'],
  ],
  evidence: [
    fromAudit('5.3', 'Förnyelse av recept och hjälpmedel ingår i de e-tjänster som vårdcentralerna ska erbjuda.'),
    supposed('statistics', 'samtal på sex vårdcentraler under ett år', 'var fjärde samtal gäller recept.'),
  ],
  confirmedBy: [
    ['nurse', 'vårdcentralen Ankarsrum'],
    ['physician', 'vårdcentralen Nybro'],
    ['pharmacist', 'läkemedelsenheten'],
  ],
  functions: [
    {
      name: 'Begära förnyelse på nätet',
      because: 'ingen ska behöva ringa.',
      step: 1,
      demand: 'patient och anhörig med fullmakt ska kunna begära förnyelse efter inloggning.',
    },
    {
      name: 'Se vad som är klart',
      because: 'oron minskar och samtalen med den.',
      step: 4,
      demand: 'status ska visas, med besked om när receptet kan hämtas.',
    },
    {
      name: 'Markera det som är oklart',
      because: 'läkarens tid ska räcka.',
      step: 3,
      demand: 'begäran utan aktuell uppföljning ska markeras.',
    },
  ],
  known: [
    { name: 'Förnya recept via 1177', availability: 'elsewhere', fit: 'wholly' },
    { name: 'Telefontid', availability: 'inUse', fit: 'hardly' },
  ],
  knownConclusion: 'tjänsten finns och behöver kopplas till vår journal.',
  goals: ['access', 'time'],
  contribution: 'patienten får sina läkemedel i tid, och telefontiden räcker.',
  timingReason: 'telefonrådgivningen byter system i år.',
  scores: [4, 4, 5, 5],
  feasibility: 'tjänsten används i alla regioner.',
  benefits: [
    time({ name: 'Färre samtal om recept', measure: 'Tid per receptförnyelse', times: 61_000, from: 7, to: 3 }),
    better({
      name: 'Läkemedel utan avbrott',
      area: 'residents',
      measure: 'Andel som haft läkemedel utan avbrott',
      unit: '%',
      from: 88,
      to: 97,
      level: 3,
      because: 'avbrott i behandling kan göra stor skada.',
    }),
  ],
  costs: [{ name: 'Tjänst och koppling', kronor: 380_000, because: 'avgift och integration mot journalen.' }],
}
