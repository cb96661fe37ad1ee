import { saved, time } from '../benefit-facts.ts'
import { fromAudit, supposed } from '../evidence.ts'
import type { IdeaFacts } from '../facts.ts'

/** Operation planning in all operating units (EY 2018, 6.2). */
export const operationPlanning: IdeaFacts = {
  key: 'operationsplanering',
  title: 'Operationsplanering över klinikgränser',
  sender: 'management',
  organisation: 'region-kalmar',
  begun: '2026-09-14',
  problem:
    'Tre kliniker planerar operationer var för sig. Salar står tomma på ett sjukhus medan patienter väntar på ett annat, och personal kallas in sent.',
  wish: 'Ledningen vill se alla salar i en plan, och kunna flytta operationer innan de ställs in.',
  affected: 'cirka 24 000 patienter per år, tre kliniker och operationspersonalen.',
  affectedPerYear: 24_000,
  frequency: 'daily',
  severity: 3,
  ifNothingIsDone: 'salar står tomma och vårdgarantin bryts.',
  process: {
    name: 'Planering av operationer',
    actor: 'Patient som väntar på operation',
    goal: 'Bli opererad på utlovad tid',
    steps: [
      ['Operationskoordinator', 'planerar i klinikens egen lista.', 'planerar i en gemensam vy över alla salar.'],
      ['Narkosläkare', 'får ändringar per telefon.', 'ser ändringar när de görs.'],
      ['Patient', 'får återbud samma morgon.'],
    ],
  },
  staffConsequences: 'koordinatorerna samarbetar i stället för att konkurrera om tider.',
  systems: [
    ['Operationsplaneringen', 'vyn ska hämta salar och tider.'],
    ['Schemasystemet', 'personal ska finnas där.'],
  ],
  evidence: [
    fromAudit(
      '6.2',
      'Planering av operationer i vårdsystemet infördes under våren 2017 i alla verksamheter som opererar; effekterna redovisades inte.',
    ),
    supposed('statistics', 'inställda operationer under ett år', 'var tionde operation ställs in inom ett dygn.'),
  ],
  confirmedBy: [
    ['physician', 'anestesikliniken'],
    ['manager', 'operationsavdelningen'],
  ],
  functions: [
    {
      name: 'Visa alla salar',
      because: 'en tom sal ska kunna fyllas.',
      step: 1,
      demand: 'salar och tider ska visas för alla koordinatorer.',
    },
    {
      name: 'Flytta en operation',
      because: 'inställda ska bli flyttade.',
      step: 2,
      demand: 'operation ska kunna flyttas med samma krav på sal och personal.',
    },
  ],
  known: [
    { name: 'Planeringsmodul i journalsystemet', availability: 'inUse', fit: 'partly', comment: 'används klinik för klinik.' },
  ],
  knownConclusion: 'modulen finns men delas inte mellan klinikerna.',
  goals: ['time', 'access'],
  contribution: 'fler operationer blir av på utlovad tid.',
  timing: 'later',
  timingReason: 'planeringsmodulen uppgraderas till sommaren.',
  scores: [4, 4, 3, 3],
  feasibility: 'tekniken finns, men tre kliniker ska enas.',
  benefits: [
    saved({
      name: 'Färre sena återbud',
      measure: 'Kostnad för inställda operationer per år',
      from: 9_400_000,
      to: 6_800_000,
      because: '145 färre inställda, 18 000 kronor per operation.',
    }),
    time({
      name: 'Mindre telefon mellan klinikerna',
      measure: 'Tid för omplanering per operation',
      times: 2_600,
      from: 35,
      to: 12,
    }),
  ],
  costs: [{ name: 'Vy och anpassning', kronor: 900_000, because: 'utveckling i befintlig modul och införande på tre kliniker.' }],
}
