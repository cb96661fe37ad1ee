import { costLines, costQuestions, operationEffect } from './shared-lines.ts'
import type { ServiceTemplate } from './service-template.ts'

export const nightSupervision: ServiceTemplate = {
  id: 'nightSupervision',
  name: { sv: 'Digital nattillsyn', en: 'Digital night supervision' },
  about: {
    sv: 'Tillsyn på natten görs med kamera eller sensor i stället för med besök, när den enskilde vill det.',
    en: 'Supervision at night is made by camera or sensor instead of by visits, where the person wishes it.',
  },
  use: {
    sv: 'Andel av dem med nattillsyn som valt den digitala',
    en: 'Share of those with night supervision who have chosen the digital one',
  },
  change: {
    sv: 'Planerade besök på natten ersätts av digital tillsyn.',
    en: 'Planned visits at night are replaced by digital supervision.',
  },
  effects: {
    fewerVisits: { name: { sv: 'Färre planerade nattbesök', en: 'Fewer planned visits at night' }, actorGroup: 'operations' },
    sleep: { name: { sv: 'Den enskilde sover ostört', en: 'The person sleeps undisturbed' }, actorGroup: 'resident' },
    falls: {
      name: { sv: 'Färre fall när ingen väcks i onödan', en: 'Fewer falls when nobody is woken without need' },
      actorGroup: 'resident',
    },
    ...operationEffect,
  },
  questions: {
    people: {
      text: { sv: 'Hur många har planerad tillsyn på natten?', en: 'How many people have planned supervision at night?' },
      unit: 'people',
    },
    visitsPerPerson: {
      text: { sv: 'Hur många tillsynsbesök får var och en per år?', en: 'How many such visits does each have a year?' },
      unit: 'timesPerPersonAndYear',
    },
    visitMinutes: {
      text: {
        sv: 'Hur många minuter tar ett besök, resan inräknad?',
        en: 'How many minutes does a visit take, travel included?',
      },
      unit: 'minutes',
    },
    digitalMinutes: {
      text: { sv: 'Hur många minuter tar en digital tillsyn?', en: 'How many minutes does a digital supervision take?' },
      unit: 'minutes',
    },
    falls: {
      text: { sv: 'Hur många fall på natten leder till vård per år?', en: 'How many falls at night lead to care each year?' },
      unit: 'timesPerYear',
    },
    fallShare: { text: { sv: 'Hur stor andel av dem undviks?', en: 'What share of them is avoided?' }, unit: 'share' },
    fallCost: {
      text: { sv: 'Vad kostar ett sådant fall vården och omsorgen?', en: 'What does such a fall cost care?' },
      unit: 'orePerTime',
    },
    equipmentPerPerson: {
      text: { sv: 'Vad kostar utrustningen per person och år?', en: 'What does the equipment cost for each person and year?' },
      unit: 'orePerTime',
    },
    once: {
      text: { sv: 'Hur många uppsättningar behöver var och en per år?', en: 'How many sets does each need a year?' },
      help: { sv: 'Oftast 1.', en: 'Usually 1.' },
      unit: 'timesPerPersonAndYear',
    },
    ...costQuestions,
  },
  lines: [
    {
      side: 'benefit',
      kind: 'redistributed',
      area: 'efficiency',
      effect: 'fewerVisits',
      name: { sv: 'Frigjord tid för nattpersonalen', en: 'Time freed for night staff' },
      method: 'staffTimePerPerson',
      drivers: {
        people: { question: 'people' },
        timesPerPerson: { question: 'visitsPerPerson' },
        minutes: { question: 'visitMinutes' },
        rate: { staffRole: 'staff' },
      },
      usage: 'scales',
      measure: { sv: 'Planerade nattbesök per natt', en: 'Planned visits each night' },
      unit: { sv: 'besök', en: 'visits' },
    },
    {
      side: 'cost',
      kind: 'redistributed',
      area: 'efficiency',
      effect: 'fewerVisits',
      name: { sv: 'Tid för digital tillsyn', en: 'Time for digital supervision' },
      method: 'staffTimePerPerson',
      drivers: {
        people: { question: 'people' },
        timesPerPerson: { question: 'visitsPerPerson' },
        minutes: { question: 'digitalMinutes' },
        rate: { staffRole: 'staff' },
      },
      usage: 'scales',
    },
    {
      side: 'benefit',
      kind: 'financial',
      area: 'qualityAndSafety',
      effect: 'falls',
      name: { sv: 'Färre fall', en: 'Fewer falls' },
      method: 'avoidedEvents',
      drivers: { volume: { question: 'falls' }, share: { question: 'fallShare' }, price: { question: 'fallCost' } },
      usage: 'scales',
      measure: { sv: 'Fall på natten per år', en: 'Falls at night a year' },
      unit: { sv: 'fall', en: 'falls' },
    },
    {
      side: 'benefit',
      kind: 'qualitative',
      area: 'residents',
      effect: 'sleep',
      name: { sv: 'Ostörd sömn', en: 'Undisturbed sleep' },
      measure: { sv: 'Andel som sover bättre än före', en: 'Share who sleep better than before' },
      unit: { sv: '%', en: '%' },
    },
    {
      side: 'cost',
      kind: 'financial',
      area: 'efficiency',
      effect: 'operation',
      name: { sv: 'Utrustning per person', en: 'Equipment for each person' },
      method: 'pricePerPerson',
      drivers: {
        people: { question: 'people' },
        timesPerPerson: { question: 'once' },
        price: { question: 'equipmentPerPerson' },
      },
      usage: 'scales',
    },
    ...costLines,
  ],
}
