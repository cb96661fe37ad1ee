import { costLines, costQuestions, operationEffect } from './shared-lines.ts'
import type { ServiceTemplate } from './service-template.ts'

export const medicineDispenser: ServiceTemplate = {
  id: 'medicineDispenser',
  name: { sv: 'Läkemedelsautomat', en: 'Medicine dispenser' },
  about: {
    sv: 'En automat i hemmet påminner och ger rätt dos, i stället för att personal kommer hem med varje dos.',
    en: 'A dispenser at home reminds and gives the right dose, instead of staff bringing every dose.',
  },
  use: { sv: 'Andel av dem med medicinbesök som har en automat', en: 'Share of those with medicine visits who have a dispenser' },
  change: {
    sv: 'Besök för att överlämna läkemedel ersätts av en automat i hemmet.',
    en: 'Visits to hand over medicine are replaced by a dispenser at home.',
  },
  effects: {
    fewerVisits: { name: { sv: 'Färre besök för läkemedel', en: 'Fewer visits for medicine' }, actorGroup: 'operations' },
    rightDose: { name: { sv: 'Rätt dos i rätt tid', en: 'The right dose at the right time' }, actorGroup: 'resident' },
    independence: {
      name: { sv: 'Den enskilde behöver inte vänta hemma', en: 'The person need not wait at home' },
      actorGroup: 'resident',
    },
    ...operationEffect,
  },
  questions: {
    people: {
      text: {
        sv: 'Hur många får i dag besök för att ta sina läkemedel och skulle klara en automat?',
        en: 'How many have visits for their medicine today and could manage a dispenser?',
      },
      unit: 'people',
    },
    visitsPerPerson: {
      text: {
        sv: 'Hur många sådana besök per person och år ersätts?',
        en: 'How many such visits per person and year are replaced?',
      },
      unit: 'timesPerPersonAndYear',
    },
    visitMinutes: {
      text: {
        sv: 'Hur många minuter tar ett besök, resan inräknad?',
        en: 'How many minutes does a visit take, travel included?',
      },
      unit: 'minutes',
    },
    fillingsPerPerson: {
      text: {
        sv: 'Hur ofta fylls automaten på, gånger per person och år?',
        en: 'How often is the dispenser filled, times per person and year?',
      },
      unit: 'timesPerPersonAndYear',
    },
    fillingMinutes: {
      text: {
        sv: 'Hur många minuter tar påfyllning och larm varje gång?',
        en: 'How many minutes do filling and alarms take each time?',
      },
      unit: 'minutes',
    },
    rentsPerYear: {
      text: { sv: 'Hur många hyresmånader per person och år?', en: 'How many months of rent per person and year?' },
      help: { sv: 'Oftast 12.', en: 'Usually 12.' },
      unit: 'timesPerPersonAndYear',
    },
    rent: { text: { sv: 'Vad kostar automaten per månad?', en: 'What does the dispenser cost a month?' }, unit: 'orePerTime' },
    ...costQuestions,
  },
  lines: [
    {
      side: 'benefit',
      kind: 'redistributed',
      area: 'efficiency',
      effect: 'fewerVisits',
      name: { sv: 'Frigjord tid i hemtjänst och hemsjukvård', en: 'Time freed in home care' },
      method: 'staffTimePerPerson',
      drivers: {
        people: { question: 'people' },
        timesPerPerson: { question: 'visitsPerPerson' },
        minutes: { question: 'visitMinutes' },
        rate: { staffRole: 'staff' },
      },
      usage: 'scales',
      measure: { sv: 'Medicinbesök per vecka', en: 'Medicine visits a week' },
      unit: { sv: 'besök', en: 'visits' },
    },
    {
      side: 'cost',
      kind: 'redistributed',
      area: 'efficiency',
      effect: 'fewerVisits',
      name: { sv: 'Tid för påfyllning och larm', en: 'Time for filling and alarms' },
      method: 'staffTimePerPerson',
      drivers: {
        people: { question: 'people' },
        timesPerPerson: { question: 'fillingsPerPerson' },
        minutes: { question: 'fillingMinutes' },
        rate: { staffRole: 'staff' },
      },
      usage: 'scales',
    },
    {
      side: 'benefit',
      kind: 'qualitative',
      area: 'qualityAndSafety',
      effect: 'rightDose',
      name: { sv: 'Rätt dos i rätt tid', en: 'The right dose at the right time' },
      measure: { sv: 'Andel doser som tas inom avtalad tid', en: 'Share of doses taken within the agreed time' },
      unit: { sv: '%', en: '%' },
    },
    {
      side: 'benefit',
      kind: 'qualitative',
      area: 'residents',
      effect: 'independence',
      name: { sv: 'Större självständighet', en: 'More independence' },
      measure: { sv: 'Andel som upplever större frihet', en: 'Share who feel freer' },
      unit: { sv: '%', en: '%' },
    },
    {
      side: 'cost',
      kind: 'financial',
      area: 'efficiency',
      effect: 'operation',
      name: { sv: 'Hyra av automater', en: 'Rent of dispensers' },
      method: 'pricePerPerson',
      drivers: { people: { question: 'people' }, timesPerPerson: { question: 'rentsPerYear' }, price: { question: 'rent' } },
      usage: 'scales',
    },
    ...costLines,
  ],
}
