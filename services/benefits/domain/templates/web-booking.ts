import { costLines, costQuestions, operationEffect } from './shared-lines.ts'
import type { ServiceTemplate } from './service-template.ts'

export const webBooking: ServiceTemplate = {
  id: 'webBooking',
  name: { sv: 'Webbtidbok', en: 'Web booking' },
  about: {
    sv: 'Invånaren bokar, ombokar och avbokar själv på webben i stället för per telefon och brev.',
    en: 'Residents book, rebook and cancel on the web themselves instead of by telephone and letter.',
  },
  use: { sv: 'Andel av bokningarna som görs på webben', en: 'Share of bookings made on the web' },
  change: { sv: 'Tider bokas på webben.', en: 'Appointments are booked on the web.' },
  effects: {
    fewerCalls: { name: { sv: 'Färre samtal om tider', en: 'Fewer calls about appointments' }, actorGroup: 'operations' },
    fewerLetters: { name: { sv: 'Färre kallelser på papper', en: 'Fewer letters' }, actorGroup: 'operations' },
    fewerNoShows: { name: { sv: 'Färre uteblivna besök', en: 'Fewer lost visits' }, actorGroup: 'operations' },
    access: { name: { sv: 'Invånaren bokar när det passar', en: 'Residents book when it suits them' }, actorGroup: 'resident' },
    ...operationEffect,
  },
  questions: {
    calls: {
      text: {
        sv: 'Hur många samtal om att boka, boka om eller avboka tas emot per år?',
        en: 'How many calls to book, rebook or cancel come in each year?',
      },
      unit: 'timesPerYear',
    },
    callMinutes: {
      text: {
        sv: 'Hur många minuter tar ett samtal, med efterarbete?',
        en: 'How many minutes does a call take, with work afterwards?',
      },
      unit: 'minutes',
    },
    letters: {
      text: { sv: 'Hur många kallelser skickas på papper per år?', en: 'How many appointments are sent on paper each year?' },
      unit: 'timesPerYear',
    },
    letterCost: {
      text: { sv: 'Vad kostar en kallelse: porto, papper, utskrift?', en: 'What does one cost: postage, paper, printing?' },
      unit: 'orePerTime',
    },
    noShows: {
      text: {
        sv: 'Hur många besök per år blir inte av för att patienten uteblir?',
        en: 'How many visits a year are lost because the patient does not come?',
      },
      unit: 'timesPerYear',
    },
    noShowShare: {
      text: {
        sv: 'Hur stor andel av dem undviks med påminnelse och enkel avbokning?',
        en: 'What share of them is avoided by reminders and easy cancelling?',
      },
      unit: 'share',
    },
    noShowCost: { text: { sv: 'Vad är en förlorad besökstid värd?', en: 'What is a lost visit worth?' }, unit: 'orePerTime' },
    ...costQuestions,
  },
  lines: [
    {
      side: 'benefit',
      kind: 'redistributed',
      area: 'efficiency',
      effect: 'fewerCalls',
      name: { sv: 'Frigjord tid i telefon', en: 'Telephone time freed' },
      method: 'staffTime',
      drivers: { volume: { question: 'calls' }, minutes: { question: 'callMinutes' }, rate: { staffRole: 'staff' } },
      usage: 'scales',
      measure: { sv: 'Samtal om tider per månad', en: 'Calls about appointments a month' },
      unit: { sv: 'samtal', en: 'calls' },
    },
    {
      side: 'benefit',
      kind: 'financial',
      area: 'efficiency',
      effect: 'fewerLetters',
      name: { sv: 'Lägre kostnad för kallelser', en: 'Lower cost of letters' },
      method: 'unitPrice',
      drivers: { volume: { question: 'letters' }, price: { question: 'letterCost' } },
      usage: 'scales',
      measure: { sv: 'Kallelser på papper per månad', en: 'Letters a month' },
      unit: { sv: 'brev', en: 'letters' },
    },
    {
      side: 'benefit',
      kind: 'redistributed',
      area: 'efficiency',
      effect: 'fewerNoShows',
      name: { sv: 'Färre uteblivna besök', en: 'Fewer lost visits' },
      method: 'avoidedEvents',
      drivers: { volume: { question: 'noShows' }, share: { question: 'noShowShare' }, price: { question: 'noShowCost' } },
      usage: 'scales',
      measure: { sv: 'Andel bokade besök som patienten uteblir från', en: 'Share of booked visits lost' },
      unit: { sv: '%', en: '%' },
    },
    {
      side: 'benefit',
      kind: 'qualitative',
      area: 'residents',
      effect: 'access',
      name: { sv: 'Lättare att nå vården', en: 'Care is easier to reach' },
      measure: { sv: 'Andel som är nöjda med hur tiden bokades', en: 'Share content with how they booked' },
      unit: { sv: '%', en: '%' },
    },
    ...costLines,
  ],
}
