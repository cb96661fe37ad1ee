import { costLines, costQuestions, operationEffect } from './shared-lines.ts'
import type { ServiceTemplate } from './service-template.ts'

export const alarm: ServiceTemplate = {
  id: 'alarm',
  name: { sv: 'Larm', en: 'Alarm' },
  about: {
    sv: 'Trygghetslarm eller sensorlarm som säger vad som har hänt, så att rätt insats kommer.',
    en: 'Safety or sensor alarms that tell what has happened, so that the right help comes.',
  },
  use: { sv: 'Andel av dem med larm som har det nya', en: 'Share of those with alarms who have the new one' },
  change: {
    sv: 'Dagens larm byts mot larm som bedöms på distans först.',
    en: "Today's alarms are replaced by alarms that are first judged at a distance.",
  },
  effects: {
    fewerRuns: { name: { sv: 'Färre utryckningar i onödan', en: 'Fewer needless runs' }, actorGroup: 'operations' },
    sooner: { name: { sv: 'Hjälp snabbare när det behövs', en: 'Help sooner when it is needed' }, actorGroup: 'resident' },
    ...operationEffect,
  },
  questions: {
    falseAlarms: {
      text: { sv: 'Hur många utryckningar per år visar sig vara i onödan?', en: 'How many runs a year turn out to be needless?' },
      unit: 'timesPerYear',
    },
    runMinutes: {
      text: {
        sv: 'Hur många minuter tar en utryckning, resan inräknad?',
        en: 'How many minutes does a run take, travel included?',
      },
      unit: 'minutes',
    },
    serious: {
      text: {
        sv: 'Hur många gånger per år kommer hjälpen så sent att det leder till sjukhusvård?',
        en: 'How many times a year does help come so late that it leads to hospital care?',
      },
      unit: 'timesPerYear',
    },
    seriousShare: { text: { sv: 'Hur stor andel av dem undviks?', en: 'What share of them is avoided?' }, unit: 'share' },
    seriousCost: { text: { sv: 'Vad kostar ett sådant vårdtillfälle?', en: 'What does such a stay cost?' }, unit: 'orePerTime' },
    people: { text: { sv: 'Hur många har larm?', en: 'How many have an alarm?' }, unit: 'people' },
    feesPerYear: {
      text: { sv: 'Hur många månadsavgifter per person och år?', en: 'How many monthly fees per person and year?' },
      help: { sv: 'Oftast 12.', en: 'Usually 12.' },
      unit: 'timesPerPersonAndYear',
    },
    fee: {
      text: { sv: 'Hur mycket mer kostar det nya larmet per månad?', en: 'How much more does the new alarm cost a month?' },
      unit: 'orePerTime',
    },
    ...costQuestions,
  },
  lines: [
    {
      side: 'benefit',
      kind: 'redistributed',
      area: 'efficiency',
      effect: 'fewerRuns',
      name: { sv: 'Frigjord tid för utryckningar', en: 'Time for runs freed' },
      method: 'staffTime',
      drivers: { volume: { question: 'falseAlarms' }, minutes: { question: 'runMinutes' }, rate: { staffRole: 'staff' } },
      usage: 'scales',
      measure: { sv: 'Utryckningar i onödan per månad', en: 'Needless runs a month' },
      unit: { sv: 'utryckningar', en: 'runs' },
    },
    {
      side: 'benefit',
      kind: 'financial',
      area: 'qualityAndSafety',
      effect: 'sooner',
      name: { sv: 'Färre vårdtillfällen', en: 'Fewer hospital stays' },
      method: 'avoidedEvents',
      drivers: { volume: { question: 'serious' }, share: { question: 'seriousShare' }, price: { question: 'seriousCost' } },
      usage: 'scales',
      measure: { sv: 'Vårdtillfällen efter sen hjälp per år', en: 'Hospital stays after late help a year' },
      unit: { sv: 'vårdtillfällen', en: 'stays' },
    },
    {
      side: 'benefit',
      kind: 'qualitative',
      area: 'residents',
      effect: 'sooner',
      name: { sv: 'Större trygghet hemma', en: 'Safer at home' },
      measure: { sv: 'Andel som känner sig trygga hemma', en: 'Share who feel safe at home' },
      unit: { sv: '%', en: '%' },
    },
    {
      side: 'cost',
      kind: 'financial',
      area: 'efficiency',
      effect: 'operation',
      name: { sv: 'Dyrare larm', en: 'Dearer alarms' },
      method: 'pricePerPerson',
      drivers: { people: { question: 'people' }, timesPerPerson: { question: 'feesPerYear' }, price: { question: 'fee' } },
      usage: 'scales',
    },
    ...costLines,
  ],
}
