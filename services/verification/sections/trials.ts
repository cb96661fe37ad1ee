import { coverageProblems } from '#phase/domain/coverage.ts'
import { choice, date, group, integer, list, optional, prose, references, text, yesNo } from '#phase/field.ts'
import { defineSection } from '#phase/section.ts'
import { evidenceFramework, evidenceTiers, isStandardForTier } from '../domain/evidence-standards.ts'
import { isMedicalDevice } from '../domain/medical-device-class.ts'
import { trialLawList, trialLaws } from '../domain/trial-laws.ts'
import { regulatory } from './regulatory.ts'

export const trials = defineSection({
  key: 'trials',
  name: { sv: 'Prövning', en: 'Trial' },
  help: {
    sv: 'Evidens, etik, juridik och klinisk funktion, prövade på plats eller i testbädd. Skriv inga uppgifter om patienter.',
    en: 'Evidence, ethics, law and clinical function, tried on site or in a test bed. Write nothing about single patients.',
  },
  component: 'acquisition',
  isMandatory: true,
  writers: ['specialist'],
  fields: {
    solutions: references({ label: { sv: 'Lösningar som prövats', en: 'Solutions tried' }, source: 'candidates' }),
    evidenceTier: choice({
      label: { sv: 'Evidensnivå (NICE ESF)', en: 'Evidence tier (NICE ESF)' },
      help: {
        sv: 'Ju närmare vården av patienten, desto mer evidens.',
        en: 'The closer to the care of the patient, the more evidence.',
      },
      options: evidenceTiers,
    }),
    unmetStandards: list({
      label: { sv: 'Evidenskrav som inte möts', en: 'Evidence standards not met' },
      help: { sv: 'Nummer 1–21 i NICE ESF.', en: 'Numbers 1–21 of NICE ESF.' },
      min: 0,
      max: evidenceFramework.standards,
      item: group({
        label: { sv: 'Evidenskrav', en: 'Standard' },
        fields: {
          standard: integer({ label: { sv: 'Nummer', en: 'Number' }, min: 1, max: evidenceFramework.standards }),
          reason: text({ label: { sv: 'Varför, och hur det tas om hand', en: 'Why, and how it is dealt with' }, max: 500 }),
        },
      }),
    }),
    plan: prose({
      label: { sv: 'Plan', en: 'Plan' },
      help: { sv: 'Vad som skulle visas, på vem och hur.', en: 'What was to be shown, on whom and how.' },
      max: 2_000,
    }),
    site: text({ label: { sv: 'Plats eller testbädd', en: 'Site or test bed' }, max: 200 }),
    startedOn: date({ label: { sv: 'Början', en: 'Start' } }),
    endedOn: date({ label: { sv: 'Slut', en: 'End' } }),
    isEthicsReviewNeeded: yesNo({ label: { sv: 'Etikprövning krävs', en: 'Ethics review is required' } }),
    ethicsDecision: optional(
      text({ label: { sv: 'Etikbeslut, nummer och datum', en: 'Ethics decision, number and date' }, max: 150 }),
    ),
    ethics: prose({ label: { sv: 'Etisk bedömning', en: 'Ethical judgement' }, max: 1_000 }),
    law: list({
      label: { sv: 'Lag', en: 'Law' },
      help: { sv: 'En rad för varje lag.', en: 'One row for each law.' },
      max: 5,
      item: group({
        label: { sv: 'Lag', en: 'Law' },
        fields: {
          law: choice({ label: { sv: 'Lag', en: 'Law' }, options: trialLaws }),
          isMet: choice({
            label: { sv: 'Uppfylls', en: 'Met' },
            options: {
              yes: { sv: 'Ja', en: 'Yes' },
              withMeasures: { sv: 'Ja, med åtgärder', en: 'Yes, with measures' },
              notRelevant: { sv: 'Berörs inte', en: 'Not concerned' },
              no: { sv: 'Nej', en: 'No' },
            },
          }),
          reasons: prose({ label: { sv: 'Skäl och åtgärder', en: 'Reasons and measures' }, max: 1_000 }),
        },
      }),
    }),
    clinicalFunction: prose({
      label: { sv: 'Klinisk funktion', en: 'Clinical function' },
      help: { sv: 'Fungerade det i vården som det var tänkt?', en: 'Did it work in care as intended?' },
      max: 2_000,
    }),
    result: choice({
      label: { sv: 'Resultat', en: 'Result' },
      help: {
        sv: 'Bekräftad: den nytta som nyttovärdering 3 räknar med har visat sig i prövningen.',
        en: 'Confirmed: the benefit that assessment 3 counts on has shown itself in the trial.',
      },
      options: {
        confirmed: { sv: 'Potentialen är bekräftad', en: 'The potential is confirmed' },
        partly: { sv: 'Delvis bekräftad', en: 'Partly confirmed' },
        notConfirmed: { sv: 'Inte bekräftad', en: 'Not confirmed' },
      },
    }),
    resultReason: prose({ label: { sv: 'Vad resultatet bygger på', en: 'What the result rests on' }, max: 2_000 }),
  },
  rules: (content, { dossier, completed }) => {
    const candidates = dossier.matching?.candidates ?? []
    const deviceClass = completed(regulatory)?.medicalDevice.deviceClass
    return [
      ...content.solutions.flatMap((solution, index) =>
        candidates.some(({ id }) => id === solution)
          ? []
          : [
              {
                pointer: `/solutions/${index}`,
                code: 'unknownSolution',
                message: {
                  sv: 'Lösningen kommer inte från matchningen. Välj en som gör det.',
                  en: 'The solution does not come from matching. Choose one that does.',
                },
              },
            ],
      ),
      ...(deviceClass !== undefined && isMedicalDevice(deviceClass) && content.evidenceTier !== 'C'
        ? [
            {
              pointer: '/evidenceTier',
              code: 'medicalDeviceIsTierC',
              message: {
                sv: 'En medicinteknisk produkt hör till nivå C. Välj den nivån.',
                en: 'A medical device belongs to tier C. Choose that tier.',
              },
            },
          ]
        : []),
      ...content.unmetStandards.flatMap(({ standard }, index) =>
        isStandardForTier(standard, content.evidenceTier)
          ? []
          : [
              {
                pointer: `/unmetStandards/${index}/standard`,
                code: 'standardNotForTier',
                message: {
                  sv: `Evidenskrav ${standard} gäller inte nivå ${content.evidenceTier}. Ta bort raden.`,
                  en: `Standard ${standard} is not for tier ${content.evidenceTier}. Remove the row.`,
                },
              },
            ],
      ),
      ...(content.endedOn < content.startedOn
        ? [
            {
              pointer: '/endedOn',
              code: 'endsBeforeStart',
              message: {
                sv: 'Slutet ligger före början. Rätta datumen.',
                en: 'The end lies before the start. Correct the dates.',
              },
            },
          ]
        : []),
      ...(content.isEthicsReviewNeeded && content.ethicsDecision === undefined
        ? [
            {
              pointer: '/ethicsDecision',
              code: 'ethicsDecisionMissing',
              message: { sv: 'Ange etikbeslutets nummer och datum.', en: 'Give the number and date of the ethics decision.' },
            },
          ]
        : []),
      ...coverageProblems({
        pointer: '/law',
        field: 'law',
        what: { sv: 'lagen', en: 'the law' },
        expected: trialLawList,
        named: content.law.map(({ law }) => law),
      }),
    ]
  },
})
