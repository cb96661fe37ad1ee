import type { FormField } from '#phase/field.ts'
import type { Text } from '#contracts/language.ts'
import type { Figures, ServiceTemplate } from '../../../api/reckoning-views.ts'
import type { FormFields } from '../../../forms/action-form.tsx'
import { organisationName } from '../../../layout/names.ts'
import type { Visit } from '../../../visit.ts'
import { asStored, hasFigures, threePointFields } from '../three-point.ts'
import type { ForAllLines } from './merge-proposal.ts'

/** The questions of a template. Limits as in services/benefits/domain/limits.ts. */

/** The years that are asked about; after the last the use stays as it is. */
export const askedYears = [1, 2, 3, 4, 5] as const

const text = {
  organisation: { sv: 'Hos vem kommer nyttorna och kostnaderna?', en: 'At whom do the benefits and costs arise?' },
  organisationHelp: {
    sv: 'Du kan ändra det rad för rad efteråt.',
    en: 'You can change it line by line afterwards.',
  },
  owner: { sv: 'Vem i linjen ansvarar för att nyttorna uppnås?', en: 'Who in the line answers for the benefits coming true?' },
  ownerHelp: { sv: 'En funktion eller roll, inte ett namn.', en: 'A function or role, not a name.' },
  by: { sv: 'När mäts läget före införandet, senast?', en: 'By when is the situation before the introduction measured?' },
  how: { sv: 'Hur mäts det?', en: 'How is it measured?' },
  howHelp: {
    sv: 'Till exempel: uttag ur journalsystemet för två veckor. Utan ett läge före går nyttan inte att visa efteråt.',
    en: 'For example: two weeks taken from the record system. Without the situation before, the benefit cannot be shown afterwards.',
  },
  source: { sv: 'Källa', en: 'Source' },
  answers: { sv: 'Frågor', en: 'Questions' },
  use: { sv: 'Användning', en: 'Use' },
  year: { sv: 'År', en: 'Year' },
} as const satisfies Record<string, Text>

const group = (label: Text, fields: FormFields): FormField => ({ kind: 'group', label, fields, isRequired: false })

export const templateFields = (visit: Visit, template: ServiceTemplate): FormFields => ({
  organisation: {
    kind: 'choice',
    label: text.organisation,
    help: text.organisationHelp,
    options: visit.county.organisations.map(({ id }) => {
      const name = organisationName(visit, id)
      return { value: id, label: { sv: name, en: name } }
    }),
    isRequired: true,
  },
  answers: group(
    text.answers,
    Object.fromEntries(
      template.questions.map((question): [string, FormField] => [
        question.key,
        group(question.text, {
          ...threePointFields,
          source: { kind: 'text', label: text.source, maxLength: 300, isRequired: false },
        }),
      ]),
    ),
  ),
  use: group(
    text.use,
    Object.fromEntries(
      askedYears.map((year): [string, FormField] => [
        String(year),
        group({ sv: `${text.year.sv} ${year}`, en: `${text.year.en} ${year}` }, threePointFields),
      ]),
    ),
  ),
  owner: { kind: 'text', label: text.owner, help: text.ownerHelp, maxLength: 200, isRequired: false },
  baselinePlan: group(
    { sv: 'Läget före', en: 'The situation before' },
    {
      by: { kind: 'date', label: text.by, isRequired: false },
      how: { kind: 'text', label: text.how, help: text.howHelp, maxLength: 1_000, isRequired: false },
    },
  ),
})

/** What the form holds; as `templateFields` describes it. */
interface FormContent extends ForAllLines {
  readonly organisation?: string
  readonly answers?: Readonly<Record<string, Figures & { readonly source?: string }>>
  readonly use?: Readonly<Record<string, Figures>>
}

/** Asked for by the service in its own words; sums in öre, shares 0 to 1. */
export interface TemplateAnswers {
  readonly organisation: string
  readonly language: Visit['locale']['language']
  readonly answers: Readonly<Record<string, Figures>>
  readonly use: readonly Figures[]
}

/** A figure with a source has been taken from it today; one without is an assumption. */
const provenance = (source: string | undefined, today: string) =>
  source === undefined ? { isAssumption: true } : { source, takenOn: today }

export const answersOfForm = (
  { locale: { language, today } }: Visit,
  template: ServiceTemplate,
  content: Readonly<Record<string, unknown>>,
): TemplateAnswers => {
  const { organisation = '', answers = {}, use = {} }: FormContent = content
  const given = template.questions.flatMap(({ key, unit }) => {
    const { source, ...figures } = answers[key] ?? {}
    return hasFigures(figures) ? [[key, { ...asStored(unit, figures), ...provenance(source, today) }] as const] : []
  })
  const shares = askedYears.map((year) => asStored('share', use[String(year)] ?? {}))
  return {
    organisation,
    language,
    answers: Object.fromEntries(given),
    use: shares.slice(0, shares.findLastIndex(hasFigures) + 1),
  }
}

export const saidOfAll = (content: Readonly<Record<string, unknown>>): ForAllLines => {
  const { owner, baselinePlan }: FormContent = content
  return { owner, baselinePlan }
}
