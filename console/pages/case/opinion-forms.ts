import { opinionAnswerNames, opinionUnits } from '#contracts/words.ts'
import type { FormFields } from '../../forms/action-form.tsx'
import { unitName } from '../../layout/names.ts'
import type { Visit } from '../../visit.ts'

/** The forms around opinions. The limits are those of services/shared/phase/domain/limits.ts. */

export const askFields = (visit: Visit): FormFields => ({
  unit: {
    kind: 'choice',
    label: { sv: 'Enhet', en: 'Unit' },
    // Both languages carry the county's own name of the unit.
    options: opinionUnits.map((unit) => ({ value: unit, label: { sv: unitName(visit, unit), en: unitName(visit, unit) } })),
    isRequired: true,
  },
  question: {
    kind: 'prose',
    label: { sv: 'Fråga', en: 'Question' },
    help: { sv: 'Vad ska enheten ta ställning till?', en: 'What is the unit to take a position on?' },
    maxLength: 1_000,
    isRequired: true,
  },
  dueOn: {
    kind: 'date',
    label: { sv: 'Svar senast', en: 'Answer by' },
    help: {
      sv: `Lämna tomt för länets löfte: ${visit.county.promises.opinion} arbetsdagar.`,
      en: `Leave empty for the county's promise: ${visit.county.promises.opinion} working days.`,
    },
    isRequired: false,
  },
})

export const answerFields: FormFields = {
  answer: {
    kind: 'choice',
    label: { sv: 'Ert svar', en: 'Your answer' },
    options: Object.entries(opinionAnswerNames).map(([value, label]) => ({ value, label })),
    isRequired: true,
  },
  comment: { kind: 'prose', label: { sv: 'Kommentar', en: 'Comment' }, maxLength: 4_000, isRequired: true },
}

export const reasonFields: FormFields = {
  reason: { kind: 'prose', label: { sv: 'Skäl', en: 'Reason' }, maxLength: 1_000, isRequired: true },
}
