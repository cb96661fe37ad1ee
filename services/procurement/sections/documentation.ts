import { date, optional, prose, text } from '#phase/field.ts'
import { defineSection } from '#phase/section.ts'
import { documentationProblems } from '../domain/after-contract-rules.ts'
import { contract } from './contract.ts'
import { procedure } from './procedure.ts'

export const documentation = defineSection({
  key: 'documentation',
  name: { sv: 'Dokumentation', en: 'Documentation' },
  help: {
    sv: 'Den samlade dokumentationen och den individuella rapporten: klara inom 30 dagar från avtalet.',
    en: 'The whole documentation and the individual report: finished within 30 days of the contract.',
  },
  component: 'acquisition',
  isMandatory: false,
  isAfterDecision: true,
  writers: ['procurementOfficer'],
  fields: {
    completedOn: date({ label: { sv: 'Slutförd', en: 'Finished' } }),
    lateReason: optional(
      prose({ label: { sv: 'Skäl om den blev klar för sent', en: 'Reason if it was finished too late' }, max: 600 }),
    ),
    diaryReference: text({ label: { sv: 'Diarienummer', en: 'Register number' }, max: 60 }),
    notAwarded: prose({
      label: { sv: 'Skäl till att andra inte fick kontraktet', en: 'Reasons why others did not get the contract' },
      help: { sv: 'LOU 12:16 p. 2.', en: 'LOU 12:16, 2.' },
      max: 2_000,
    }),
    abnormallyLow: optional(
      prose({ label: { sv: 'Onormalt låga anbud som förkastats', en: 'Abnormally low tenders rejected' }, max: 1_000 }),
    ),
    procedureReasons: optional(
      prose({ label: { sv: 'Skäl för förhandling eller dialog', en: 'Reasons for negotiation or dialogue' }, max: 1_000 }),
    ),
    notElectronic: optional(
      prose({
        label: { sv: 'Skäl för anbud på annat sätt än elektroniskt', en: 'Reasons for tenders by other than electronic means' },
        max: 1_000,
      }),
    ),
    conflicts: prose({
      label: { sv: 'Intressekonflikter och åtgärder', en: 'Conflicts of interest and measures' },
      help: { sv: 'Skriv ”inga” om det inte fanns några.', en: 'Write “none” if there were none.' },
      max: 1_000,
    }),
  },
  rules: (content, { completed }) =>
    documentationProblems(content, { procedure: completed(procedure), contract: completed(contract) }),
})
