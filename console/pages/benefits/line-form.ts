import { benefitAreaNames, benefitKindNames } from '#contracts/words.ts'
import type { FormField } from '#phase/field.ts'
import type { FormFields } from '../../forms/action-form.tsx'
import type { Visit } from '../../visit.ts'

/** The form of a benefit assessment. Limits as in services/benefits/domain/limits.ts; what must be filled in is the service's to say. */

const amountLimitOre = 1_000_000_000_000
const valueLimit = 1_000_000_000_000

type Named = Pick<FormField, 'label'> & { readonly help?: FormField['label'] }

const prose = (maxLength: number, named: Named): FormField => ({ ...named, kind: 'prose', maxLength, isRequired: false })
const line = (maxLength: number, named: Named): FormField => ({ ...named, kind: 'text', maxLength, isRequired: false })
const date = (named: Named): FormField => ({ ...named, kind: 'date', isRequired: false })
const amount = (named: Named): FormField => ({ ...named, kind: 'money', min: 0, max: amountLimitOre, isRequired: false })
const value = (named: Named): FormField => ({ ...named, kind: 'decimal', min: -valueLimit, max: valueLimit, isRequired: false })
const group = (fields: FormFields, named: Named): FormField => ({ ...named, kind: 'group', fields, isRequired: false })

const lineFields = ({ county }: Visit): FormFields => ({
  side: {
    kind: 'choice',
    label: { sv: 'Nytta eller kostnad', en: 'Benefit or cost' },
    options: [
      { value: 'benefit', label: { sv: 'Nytta', en: 'Benefit' } },
      { value: 'cost', label: { sv: 'Kostnad', en: 'Cost' } },
    ],
    isRequired: true,
  },
  name: { kind: 'text', label: { sv: 'Benämning', en: 'Name' }, maxLength: 200, isRequired: true },
  kind: {
    kind: 'choice',
    label: { sv: 'Slag', en: 'Kind' },
    options: Object.entries(benefitKindNames).map(([key, label]) => ({ value: key, label })),
    isRequired: true,
  },
  area: {
    kind: 'choice',
    label: { sv: 'Område', en: 'Area' },
    options: Object.entries(benefitAreaNames).map(([key, label]) => ({ value: key, label })),
    isRequired: true,
  },
  organisation: {
    kind: 'choice',
    label: { sv: 'Vem som får nyttan eller bär kostnaden', en: 'Who gains or bears it' },
    options: county.organisations.map(({ id, name }) => ({ value: id, label: { sv: name, en: name } })),
    isRequired: true,
  },
  owner: line(200, {
    label: { sv: 'Ansvarig i linjen', en: 'Owner in the line' },
    help: { sv: 'En funktion eller roll, inte ett namn.', en: 'A function or role, not a name.' },
  }),
  perYear: group(
    {
      low: amount({ label: { sv: 'Lågt', en: 'Low' } }),
      likely: amount({ label: { sv: 'Troligt', en: 'Likely' } }),
      high: amount({ label: { sv: 'Högt', en: 'High' } }),
    },
    {
      label: { sv: 'Kronor per år', en: 'Kronor per year' },
      help: {
        sv: 'För pengar och frigjord resurs. En kvalitativ nytta räknas inte i pengar.',
        en: 'For money and freed resource. A qualitative benefit is not counted in money.',
      },
    },
  ),
  level: {
    kind: 'integer',
    label: { sv: 'Nivå, 1–5', en: 'Level, 1–5' },
    help: {
      sv: 'Bara kvalitativ: 1 märks knappt, 5 är avgörande.',
      en: 'Qualitative only: 1 is barely noticeable, 5 is decisive.',
    },
    min: 1,
    max: 5,
    isRequired: false,
  },
  levelHorizonYears: {
    kind: 'integer',
    label: { sv: 'Inom hur många år nivån nås, 1–2', en: 'Within how many years the level is reached, 1–2' },
    help: {
      sv: 'Bara kvalitativ. Skalan ser ett till två år framåt. Kommer mer senare, skriv det i skälet.',
      en: 'Qualitative only. The scale looks one to two years ahead. If more comes later, say so in the reason.',
    },
    min: 1,
    max: 2,
    isRequired: false,
  },
  levelReason: prose(1_000, { label: { sv: 'Skäl för nivån', en: 'Reason for the level' } }),
  measure: line(200, { label: { sv: 'Mått', en: 'Measure' }, help: { sv: 'Vad som mäts.', en: 'What is measured.' } }),
  unit: line(40, { label: { sv: 'Måttets enhet', en: 'Unit of the measure' } }),
  baseline: group(
    { value: value({ label: { sv: 'Värde', en: 'Value' } }), takenOn: date({ label: { sv: 'Mätt den', en: 'Taken on' } }) },
    { label: { sv: 'Utgångsvärde', en: 'Baseline' } },
  ),
  baselinePlan: group(
    { how: prose(1_000, { label: { sv: 'Hur', en: 'How' } }), by: date({ label: { sv: 'Senast', en: 'By' } }) },
    { label: { sv: 'Plan för att mäta utgångsvärdet', en: 'Plan for taking the baseline' } },
  ),
  target: group(
    { value: value({ label: { sv: 'Värde', en: 'Value' } }), reachedOn: date({ label: { sv: 'Nås den', en: 'Reached on' } }) },
    { label: { sv: 'Mål', en: 'Target' } },
  ),
  startsOn: date({ label: { sv: 'Börjar den', en: 'Starts on' } }),
  horizonYears: { kind: 'integer', label: { sv: 'Antal år', en: 'Number of years' }, min: 1, max: 30, isRequired: false },
  method: prose(2_000, { label: { sv: 'Hur siffrorna är uppskattade', en: 'How the figures were estimated' } }),
  changeReason: prose(1_000, {
    label: { sv: 'Varför raden har ändrats', en: 'Why the line has changed' },
    help: {
      sv: 'Om den säger något annat än i den förra nyttovärderingen.',
      en: 'If it says something else than in the assessment before.',
    },
  }),
  isRemoved: {
    kind: 'yesNo',
    label: { sv: 'Gäller inte längre', en: 'No longer holds' },
    help: { sv: 'Raden står kvar men räknas inte.', en: 'The line stays but does not count.' },
    isRequired: false,
  },
  removalReason: prose(1_000, { label: { sv: 'Varför den inte gäller', en: 'Why it no longer holds' } }),
  notMeasuredReason: prose(1_000, { label: { sv: 'Varför den inte har mätts', en: 'Why it has not been measured' } }),
  // Carried along, so that a line keeps its id through all four assessments. Last: the cursor goes to the first field.
  id: line(36, { label: { sv: 'Id', en: 'Id' } }),
})

export const assessmentFields = (visit: Visit): FormFields => ({
  summary: { kind: 'prose', label: { sv: 'Sammanfattning', en: 'Summary' }, maxLength: 4_000, isRequired: true },
  lines: {
    kind: 'list',
    label: { sv: 'Nyttor och kostnader', en: 'Benefits and costs' },
    item: { kind: 'group', label: { sv: 'Rad', en: 'Line' }, fields: lineFields(visit), isRequired: true },
    min: 0,
    max: 100,
    isRequired: false,
  },
  noCostsReason: prose(1_000, {
    label: { sv: 'Om det inte finns några kostnader, varför?', en: 'If there are no costs, why?' },
  }),
})

export const isLineId = (pointer: string): boolean => /^\/lines\/\d+\/id$/.test(pointer)

export const fieldNames = (visit: Visit): Readonly<Record<string, FormField['label']>> =>
  Object.fromEntries(Object.entries(lineFields(visit)).map(([key, { label }]) => [key, label]))
