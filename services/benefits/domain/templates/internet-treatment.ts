import { costLines, costQuestions, operationEffect } from './shared-lines.ts'
import type { ServiceTemplate } from './service-template.ts'

export const internetTreatment: ServiceTemplate = {
  id: 'internetTreatment',
  name: { sv: 'Internetbehandling', en: 'Internet treatment' },
  about: {
    sv: 'Ett behandlingsprogram på internet, med stöd av en behandlare, i stället för besök.',
    en: 'A treatment programme on the internet, supported by a therapist, instead of visits.',
  },
  use: { sv: 'Andel av patienterna som behandlas på internet', en: 'Share of the patients treated on the internet' },
  change: { sv: 'En del av patienterna behandlas på internet.', en: 'Some of the patients are treated on the internet.' },
  effects: {
    lessTime: {
      name: { sv: 'Mindre behandlartid per patient', en: 'Less therapist time for each patient' },
      actorGroup: 'operations',
    },
    sooner: { name: { sv: 'Fler får behandling tidigare', en: 'More are treated sooner' }, actorGroup: 'resident' },
    ...operationEffect,
  },
  questions: {
    patients: {
      text: {
        sv: 'Hur många patienter per år skulle kunna behandlas på internet?',
        en: 'How many patients a year could be treated on the internet?',
      },
      unit: 'people',
    },
    visitsPerPatient: {
      text: {
        sv: 'Hur många besök får en patient i vanlig behandling?',
        en: 'How many visits does a patient have in ordinary treatment?',
      },
      unit: 'timesPerPersonAndYear',
    },
    visitMinutes: {
      text: {
        sv: 'Hur många minuter av behandlarens tid tar ett besök?',
        en: 'How many minutes of the therapist’s time does a visit take?',
      },
      unit: 'minutes',
    },
    modulesPerPatient: {
      text: {
        sv: 'Hur många gånger per patient ger behandlaren stöd på internet?',
        en: 'How many times does the therapist give support on the internet to each patient?',
      },
      unit: 'timesPerPersonAndYear',
    },
    supportMinutes: {
      text: { sv: 'Hur många minuter tar det varje gång?', en: 'How many minutes does it take each time?' },
      unit: 'minutes',
    },
    programmes: {
      text: { sv: 'Hur många program per patient?', en: 'How many programmes for each patient?' },
      help: { sv: 'Oftast 1.', en: 'Usually 1.' },
      unit: 'timesPerPersonAndYear',
    },
    programmeFee: {
      text: { sv: 'Vad kostar programmet per patient?', en: 'What does the programme cost for each patient?' },
      unit: 'orePerTime',
    },
    ...costQuestions,
  },
  lines: [
    {
      side: 'benefit',
      kind: 'redistributed',
      area: 'efficiency',
      effect: 'lessTime',
      name: { sv: 'Frigjord behandlartid', en: 'Therapist time freed' },
      method: 'staffTimePerPerson',
      drivers: {
        people: { question: 'patients' },
        timesPerPerson: { question: 'visitsPerPatient' },
        minutes: { question: 'visitMinutes' },
        rate: { staffRole: 'staff' },
      },
      usage: 'scales',
      measure: { sv: 'Behandlartid per avslutad behandling', en: 'Therapist time for each finished treatment' },
      unit: { sv: 'minuter', en: 'minutes' },
    },
    {
      side: 'cost',
      kind: 'redistributed',
      area: 'efficiency',
      effect: 'lessTime',
      name: { sv: 'Behandlarens stöd på internet', en: "Therapist's support on the internet" },
      method: 'staffTimePerPerson',
      drivers: {
        people: { question: 'patients' },
        timesPerPerson: { question: 'modulesPerPatient' },
        minutes: { question: 'supportMinutes' },
        rate: { staffRole: 'staff' },
      },
      usage: 'scales',
    },
    {
      side: 'benefit',
      kind: 'qualitative',
      area: 'residents',
      effect: 'sooner',
      name: { sv: 'Kortare väntan på behandling', en: 'Shorter wait for treatment' },
      measure: { sv: 'Väntetid till behandling, median', en: 'Median wait for treatment' },
      unit: { sv: 'dagar', en: 'days' },
    },
    {
      side: 'cost',
      kind: 'financial',
      area: 'efficiency',
      effect: 'operation',
      name: { sv: 'Programavgift', en: 'Programme fee' },
      method: 'pricePerPerson',
      drivers: {
        people: { question: 'patients' },
        timesPerPerson: { question: 'programmes' },
        price: { question: 'programmeFee' },
      },
      usage: 'scales',
    },
    ...costLines,
  ],
}
