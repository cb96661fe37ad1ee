import { costLines, costQuestions, operationEffect } from './shared-lines.ts'
import type { ServiceTemplate } from './service-template.ts'

export const videoVisit: ServiceTemplate = {
  id: 'videoVisit',
  name: { sv: 'Videobesök', en: 'Video visit' },
  about: {
    sv: 'Besök som i dag görs på plats eller hemma hos patienten görs på distans när det passar.',
    en: 'Visits that today are made at the clinic or at home are made at a distance where that suits.',
  },
  use: { sv: 'Andel av besöken som görs på video', en: 'Share of the visits made by video' },
  change: {
    sv: 'En del av besöken görs på video i stället för på plats.',
    en: 'Some visits are made by video instead of in person.',
  },
  effects: {
    travelStaff: { name: { sv: 'Personalen reser mindre', en: 'Staff travel less' }, actorGroup: 'operations' },
    fewerNoShows: { name: { sv: 'Färre uteblir från besök', en: 'Fewer fail to come' }, actorGroup: 'operations' },
    travelResident: {
      name: { sv: 'Invånaren slipper resa och vänta', en: 'Residents need not travel or wait' },
      actorGroup: 'resident',
    },
    ...operationEffect,
  },
  questions: {
    homeVisits: {
      text: {
        sv: 'Hur många besök per år skulle kunna göras på video men kräver i dag att personalen reser?',
        en: 'How many visits a year could be made by video but today need staff to travel?',
      },
      unit: 'timesPerYear',
    },
    travelMinutes: {
      text: {
        sv: 'Hur många minuter reser personalen per besök, fram och tillbaka?',
        en: 'How many minutes do staff travel for each visit, there and back?',
      },
      unit: 'minutes',
    },
    travelKilometres: {
      text: { sv: 'Hur många kilometer är det, fram och tillbaka?', en: 'How many kilometres is it, there and back?' },
      unit: 'kilometres',
    },
    kilometreCost: {
      text: { sv: 'Vad kostar en kilometer med bil?', en: 'What does a kilometre by car cost?' },
      unit: 'orePerKilometre',
    },
    noShows: {
      text: {
        sv: 'Hur många bokade besök per år blir inte av för att patienten uteblir?',
        en: 'How many booked visits a year are lost because the patient does not come?',
      },
      unit: 'timesPerYear',
    },
    noShowMinutes: {
      text: {
        sv: 'Hur många minuter av personalens tid går förlorad varje gång?',
        en: 'How many minutes of staff time are lost each time?',
      },
      unit: 'minutes',
    },
    extraMinutes: {
      text: {
        sv: 'Hur många minuter extra tar ett videobesök, till exempel för teknikhjälp?',
        en: 'How many extra minutes does a video visit take, for technical help for example?',
      },
      unit: 'minutes',
    },
    ...costQuestions,
  },
  lines: [
    {
      side: 'benefit',
      kind: 'redistributed',
      area: 'efficiency',
      effect: 'travelStaff',
      name: { sv: 'Frigjord restid', en: 'Travel time freed' },
      method: 'staffTime',
      drivers: { volume: { question: 'homeVisits' }, minutes: { question: 'travelMinutes' }, rate: { staffRole: 'staff' } },
      usage: 'scales',
      measure: { sv: 'Restid per besök i genomsnitt', en: 'Mean travel time for each visit' },
      unit: { sv: 'minuter', en: 'minutes' },
    },
    {
      side: 'benefit',
      kind: 'financial',
      area: 'efficiency',
      effect: 'travelStaff',
      name: { sv: 'Lägre resekostnad', en: 'Lower travel cost' },
      method: 'travel',
      drivers: {
        volume: { question: 'homeVisits' },
        kilometres: { question: 'travelKilometres' },
        perKilometre: { question: 'kilometreCost' },
      },
      usage: 'scales',
      measure: { sv: 'Körda kilometer per år', en: 'Kilometres driven a year' },
      unit: { sv: 'km', en: 'km' },
    },
    {
      side: 'benefit',
      kind: 'redistributed',
      area: 'efficiency',
      effect: 'fewerNoShows',
      name: { sv: 'Färre uteblivna besök', en: 'Fewer lost visits' },
      method: 'staffTime',
      drivers: { volume: { question: 'noShows' }, minutes: { question: 'noShowMinutes' }, rate: { staffRole: 'staff' } },
      usage: 'scales',
      measure: { sv: 'Andel bokade besök som patienten uteblir från', en: 'Share of booked visits lost' },
      unit: { sv: '%', en: '%' },
    },
    {
      side: 'benefit',
      kind: 'qualitative',
      area: 'residents',
      effect: 'travelResident',
      name: { sv: 'Mindre resor och väntan för invånaren', en: 'Less travel and waiting for residents' },
      measure: { sv: 'Andel som hellre tar nästa besök på video', en: 'Share who would rather have the next visit by video' },
      unit: { sv: '%', en: '%' },
    },
    {
      side: 'cost',
      kind: 'redistributed',
      area: 'efficiency',
      effect: 'operation',
      name: { sv: 'Tid för teknik och förberedelse', en: 'Time for technology and preparation' },
      method: 'staffTime',
      drivers: { volume: { question: 'homeVisits' }, minutes: { question: 'extraMinutes' }, rate: { staffRole: 'staff' } },
      usage: 'scales',
    },
    ...costLines,
  ],
}
