import type { Language } from '#contracts/language.ts'
import type { FormField, ReferenceSource } from '#phase/field.ts'

/** What can be pointed at: an id and what it is called, already in the language of the page. */
export interface ReferenceOption {
  readonly value: string
  readonly label: string
}

export type ReferenceOptions = Readonly<Partial<Record<ReferenceSource, readonly ReferenceOption[]>>>

/** Every source that a form takes its choices from. */
export const sourcesOf = (field: FormField): ReferenceSource[] => {
  switch (field.kind) {
    case 'reference':
    case 'references':
      return [field.source]
    case 'group':
      return [...new Set(Object.values(field.fields).flatMap(sourcesOf))]
    case 'list':
      return sourcesOf(field.item)
    default:
      return []
  }
}

export const labelOf = (options: ReferenceOptions, source: ReferenceSource, value: string): string =>
  options[source]?.find((option) => option.value === value)?.label ?? value

export const sourceNames: Readonly<Record<ReferenceSource, Readonly<Record<Language, string>>>> = {
  functions: { sv: 'funktioner', en: 'functions' },
  requirements: { sv: 'krav', en: 'requirements' },
  candidates: { sv: 'leverantörer och lösningar', en: 'suppliers and solutions' },
  solutions: { sv: 'verifierade lösningar', en: 'verified solutions' },
  benefits: { sv: 'nyttor', en: 'benefits' },
  costs: { sv: 'kostnader', en: 'costs' },
  organisations: { sv: 'organisationer', en: 'organisations' },
  strategyGoals: { sv: 'strategimål', en: 'strategy goals' },
  priorityCriteria: { sv: 'prioriteringskriterier', en: 'priority criteria' },
}
