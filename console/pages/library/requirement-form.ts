import {
  barrierLevelNames,
  conditionTermNames,
  forceNames,
  libraryKindNames,
  verificationNames,
} from '#contracts/requirement-library.ts'
import type { Language, Text } from '#contracts/language.ts'
import type { FormFields } from '../../forms/action-form.tsx'
import { readForm } from '../../forms/read-form.ts'
import type { Entered, FieldError } from '../../forms/read-form.ts'
import { writeForm } from '../../forms/write-form.ts'
import type { RequirementContent, Suggestion } from '../../api/library-views.ts'
import type { Locale } from '../../language/locale.ts'
import { readCondition, writeConditionInWords } from './condition-text.ts'
import { readSources, writeSources } from './source-text.ts'
import { libraryWords } from './words.ts'

/** A requirement as a curator fills it in. Sources, conditions and words are written as text, one line or one list. */

const options = (names: Readonly<Record<string, Text>>) => Object.entries(names).map(([value, label]) => ({ value, label }))

const listed = (language: Language): string =>
  Object.values(conditionTermNames)
    .map((name: Text) => name[language])
    .join('; ')

const swedish: Text = { sv: 'Svenska', en: 'Swedish' }
const english: Text = { sv: 'Engelska', en: 'English' }

const bothLanguages = (label: Text, maxLength: number, isRequired: boolean, help?: Text): FormFields[string] => ({
  kind: 'group',
  label,
  ...(help && { help }),
  fields: {
    sv: { kind: 'prose', label: swedish, maxLength, isRequired },
    en: { kind: 'prose', label: english, maxLength, isRequired },
  },
  isRequired,
})

export const requirementFields: FormFields = {
  text: bothLanguages(libraryWords.requirement, 600, true, {
    sv: 'Skriv vad lösningen ska klara, utan varumärken. Efter en standard ska det stå ”eller likvärdig” (LOU 9:4, 9:6).',
    en: 'Write what the solution must do, without brands. After a standard, write “or equivalent” (LOU 9:4, 9:6).',
  }),
  kind: { kind: 'choice', label: libraryWords.kind, options: options(libraryKindNames), isRequired: true },
  force: { kind: 'choice', label: libraryWords.force, options: options(forceNames), isRequired: true },
  sources: {
    kind: 'prose',
    label: libraryWords.sources,
    help: {
      sv: 'En källa per rad, dokumentet och paragrafen med ett lodstreck mellan: Patientdatalagen (2008:355) | 4 kap. 3 §',
      en: 'One source a line, the document and its clause with a bar between: Patientdatalagen (2008:355) | 4 kap. 3 §',
    },
    maxLength: 1_500,
    isRequired: true,
  },
  validFrom: { kind: 'date', label: libraryWords.validFrom, isRequired: true },
  validTo: { kind: 'date', label: libraryWords.validTo, isRequired: false },
  appliesWhen: {
    kind: 'prose',
    label: libraryWords.condition,
    help: {
      sv: `Ett alternativ per rad, med + mellan det som ska gälla samtidigt. Lämna tomt om kravet alltid gäller. Skriv: ${listed('sv')}.`,
      en: `One alternative a line, with + between what must hold at once. Leave empty if it always applies. Write: ${listed('en')}.`,
    },
    maxLength: 1_500,
    isRequired: false,
  },
  verification: { kind: 'choice', label: libraryWords.verification, options: options(verificationNames), isRequired: true },
  barrier: {
    kind: 'group',
    label: libraryWords.barrier,
    fields: {
      level: { kind: 'choice', label: { sv: 'Hinder', en: 'Barrier' }, options: options(barrierLevelNames), isRequired: true },
      why: bothLanguages(libraryWords.why, 500, false),
      askInstead: bothLanguages(libraryWords.askInstead, 500, false),
    },
    isRequired: true,
  },
  servesWords: {
    kind: 'text',
    label: libraryWords.servesWords,
    help: {
      sv: 'Svenska ord med komma mellan, till exempel: larm, tillsyn',
      en: 'Swedish words with commas between, for example: larm, tillsyn',
    },
    maxLength: 400,
    isRequired: false,
  },
}

export const changeFields: FormFields = {
  ...requirementFields,
  note: { kind: 'prose', label: { sv: 'Varför det ändras', en: 'Why it is changed' }, maxLength: 1_000, isRequired: false },
}

export const writeRequirement = (content: RequirementContent, locale: Locale): Entered =>
  writeForm(requirementFields, {
    ...content,
    sources: writeSources(content.sources),
    appliesWhen: writeConditionInWords(content.appliesWhen, locale),
    servesWords: content.servesWords.join(', '),
  })

/** What a suggestion says already of the requirement that it may become. */
export const writeSuggested = (suggested: Suggestion, today: string): Entered =>
  writeForm(requirementFields, {
    text: suggested.text,
    kind: suggested.kind,
    verification: suggested.verification,
    ...(suggested.source && { sources: writeSources([suggested.source]) }),
    force: 'recommended',
    validFrom: today,
    barrier: { level: 'none' },
  })

export interface ReadRequirement {
  /** As the API takes it, as far as it could be read. */
  readonly body: Readonly<Record<string, unknown>>
  readonly errors: readonly FieldError[]
}

const asText = (value: unknown): string => (typeof value === 'string' ? value : '')

export const readRequirement = (fields: FormFields, entered: Entered): ReadRequirement => {
  const { content, errors } = readForm(fields, entered)
  const sources = readSources(asText(content['sources']))
  const condition = readCondition(asText(content['appliesWhen']))
  const { sources: _, appliesWhen: __, servesWords, ...others } = content
  return {
    body: {
      ...others,
      ...(sources && { sources }),
      ...(condition.ok && { appliesWhen: condition.appliesWhen }),
      servesWords: asText(servesWords)
        .split(',')
        .map((word) => word.trim())
        .filter((word) => word !== ''),
    },
    errors: [
      ...errors,
      ...(sources
        ? []
        : [
            {
              pointer: '/sources',
              message: {
                sv: 'Skriv dokument och paragraf på varje rad, med | mellan.',
                en: 'Write the document and its clause on each line, with | between.',
              },
            },
          ]),
      ...(condition.ok
        ? []
        : [
            {
              pointer: '/appliesWhen',
              message: {
                sv: `Känner inte till villkoret ${condition.unknown.join(', ')}. Välj bland orden i hjälptexten.`,
                en: `Does not know the condition ${condition.unknown.join(', ')}. Choose among the words of the help text.`,
              },
            },
          ]),
    ],
  }
}
