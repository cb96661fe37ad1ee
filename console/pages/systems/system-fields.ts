import type { Text } from '#contracts/language.ts'
import { careStepNames, targetGroupNames } from '#contracts/market.ts'
import {
  contractKindNames,
  hostingNames,
  integrationDirectionNames,
  optionStatusNames,
  systemCategoryNames,
  systemStatusNames,
} from '#contracts/system-map.ts'
import type { FormField, Option } from '#phase/field.ts'
import type { FormFields } from '../../forms/action-form.tsx'

/** The form of a system. Limits as in services/catalogue/domain/systems/limits.ts. */

interface Described {
  readonly label: Text
  readonly help?: Text
}

const asOptions = (names: Readonly<Record<string, Text>>): Option[] =>
  Object.entries(names).map(([value, label]) => ({ value, label }))

const text = (described: Described, maxLength: number): FormField => ({ ...described, kind: 'text', maxLength, isRequired: true })
const date = (described: Described): FormField => ({ ...described, kind: 'date', isRequired: true })
const integer = (described: Described & { readonly unit?: Text }, min: number, max: number): FormField => ({
  ...described,
  kind: 'integer',
  min,
  max,
  isRequired: true,
})
const choice = (described: Described, options: readonly Option[]): FormField => ({
  ...described,
  kind: 'choice',
  options,
  isRequired: true,
})
const choices = (described: Described, options: readonly Option[]): FormField => ({
  ...described,
  kind: 'choices',
  options,
  isRequired: false,
})
const group = (described: Described, fields: FormFields): FormField => ({ ...described, kind: 'group', fields, isRequired: true })
const list = (described: Described, item: FormField, max: number): FormField => ({
  ...described,
  kind: 'list',
  item,
  min: 0,
  max,
  isRequired: false,
})
const optional = (field: FormField): FormField => ({ ...field, isRequired: false })

const option = group(
  { label: { sv: 'Option', en: 'Option' } },
  {
    months: optional(
      integer(
        {
          label: { sv: 'Längd', en: 'Length' },
          help: { sv: 'Eller ange slutdagen.', en: 'Or give the last day.' },
          unit: { sv: 'månader', en: 'months' },
        },
        1,
        120,
      ),
    ),
    until: optional(date({ label: { sv: 'Sista dag med optionen', en: 'Last day with the option' } })),
    noticeMonths: optional(
      integer(
        {
          label: { sv: 'Avropas senast', en: 'To be called' },
          help: { sv: 'Eller ange dagen.', en: 'Or give the day.' },
          unit: { sv: 'månader före avtalsslut', en: 'months before the end' },
        },
        1,
        36,
      ),
    ),
    decideBy: optional(date({ label: { sv: 'Sista dag att avropa optionen', en: 'Last day to call the option' } })),
    status: choice({ label: { sv: 'Läge', en: 'Status' } }, asOptions(optionStatusNames)),
  },
)

const companyField = (companies: readonly Option[]): FormField =>
  optional(
    choice(
      {
        label: { sv: 'Företag i katalogen', en: 'Company in the catalogue' },
        help: { sv: 'Om leverantören finns där.', en: 'If the supplier is there.' },
      },
      companies,
    ),
  )

const contractOf = (companies: readonly Option[]): FormField =>
  group(
    { label: { sv: 'Avtal', en: 'Contract' } },
    {
      contractNumber: optional(text({ label: { sv: 'Avtalsnummer', en: 'Contract number' } }, 60)),
      diaryNumber: optional(text({ label: { sv: 'Diarienummer', en: 'Register number' } }, 60)),
      supplier: optional(
        text(
          {
            label: { sv: 'Avtalsleverantör', en: 'Contract supplier' },
            help: { sv: 'Om den är en annan än systemets leverantör.', en: "If it is another than the system's supplier." },
          },
          150,
        ),
      ),
      companyId: companyField(companies),
      kind: choice({ label: { sv: 'Avtalsform', en: 'Kind of contract' } }, asOptions(contractKindNames)),
      value: {
        label: { sv: 'Avtalets värde', en: 'Value of the contract' },
        help: { sv: 'Med optioner.', en: 'With its options.' },
        kind: 'money',
        min: 0,
        max: 10_000_000_000_000,
        isRequired: false,
      },
      start: date({ label: { sv: 'Gäller från', en: 'Valid from' } }),
      end: optional(
        date({
          label: { sv: 'Sista dag utan optioner', en: 'Last day without options' },
          help: { sv: 'Lämna tomt om avtalet gäller tills vidare.', en: 'Leave empty if it runs until further notice.' },
        }),
      ),
      options: list({ label: { sv: 'Optioner', en: 'Options' } }, option, 5),
      callOff: {
        label: { sv: 'Får avropas av', en: 'May be called off by' },
        help: {
          sv: 'Bara de som angavs när ramavtalet annonserades (LOU 7 kap. 3 §).',
          en: 'Only those who were named when the framework was announced (LOU 7:3).',
        },
        kind: 'references',
        source: 'organisations',
        isRequired: false,
      },
      cpv: list({ label: { sv: 'CPV-koder', en: 'CPV codes' } }, text({ label: { sv: 'Kod', en: 'Code' } }, 10), 20),
    },
  )

const integrationOf = (systems: readonly Option[]): FormField =>
  group(
    { label: { sv: 'Integration', en: 'Integration' } },
    {
      systemId: choice({ label: { sv: 'Till system', en: 'With system' } }, systems),
      standard: text(
        {
          label: { sv: 'Standard eller gränssnitt', en: 'Standard or interface' },
          help: { sv: 'Till exempel HL7 FHIR R4.', en: 'For example HL7 FHIR R4.' },
        },
        100,
      ),
      direction: choice({ label: { sv: 'Riktning', en: 'Direction' } }, asOptions(integrationDirectionNames)),
    },
  )

const classLevel = (label: Text): FormField => integer({ label }, 0, 4)

const informationClass = optional(
  group(
    { label: { sv: 'Informationsklass enligt KLASSA', en: 'Information class by KLASSA' } },
    {
      confidentiality: classLevel({ sv: 'Konfidentialitet', en: 'Confidentiality' }),
      integrity: classLevel({ sv: 'Riktighet', en: 'Integrity' }),
      availability: classLevel({ sv: 'Tillgänglighet', en: 'Availability' }),
    },
  ),
)

/** What a field can point at: systems that an integration leads to, and companies that suppliers are. */
export interface FieldTargets {
  readonly systems: readonly Option[]
  readonly companies: readonly Option[]
}

export const systemFields = ({ systems, companies }: FieldTargets): FormFields => ({
  name: text({ label: { sv: 'Systemets namn', en: 'Name of the system' } }, 150),
  purpose: {
    label: { sv: 'Vad systemet används till', en: 'What the system is used for' },
    kind: 'prose',
    maxLength: 1_000,
    isRequired: true,
  },
  category: choice({ label: { sv: 'Kategori', en: 'Category' } }, asOptions(systemCategoryNames)),
  status: choice({ label: { sv: 'Läge', en: 'Status' } }, asOptions(systemStatusNames)),
  functions: list({ label: { sv: 'Funktioner', en: 'Functions' } }, text({ label: { sv: 'Funktion', en: 'Function' } }, 150), 30),
  careSteps: choices({ label: { sv: 'Steg i vården och omsorgen', en: 'Steps of care' } }, asOptions(careStepNames)),
  targetGroups: choices({ label: { sv: 'Målgrupper', en: 'Target groups' } }, asOptions(targetGroupNames)),
  supplier: group(
    { label: { sv: 'Leverantör', en: 'Supplier' } },
    {
      name: text({ label: { sv: 'Leverantörens namn', en: 'Name of the supplier' } }, 150),
      companyId: companyField(companies),
    },
  ),
  owner: optional(
    text(
      {
        label: { sv: 'Systemägare', en: 'System owner' },
        help: { sv: 'En roll eller enhet, inte en person.', en: 'A role or a unit, not a person.' },
      },
      150,
    ),
  ),
  users: optional(integer({ label: { sv: 'Antal användare', en: 'Number of users' } }, 0, 10_000_000)),
  inUseSince: optional(date({ label: { sv: 'I drift sedan', en: 'In use since' } })),
  hosting: optional(choice({ label: { sv: 'Drift', en: 'Hosting' } }, asOptions(hostingNames))),
  informationClass,
  integrations: list(
    {
      label: { sv: 'Integrationer', en: 'Integrations' },
      help: {
        sv: 'Välj bland den egna organisationens system och regionens. En integration som den andra har skrivit in visas hos båda.',
        en: "Choose among one's own organisation's systems and the region's. An integration that the other has entered is shown at both.",
      },
    },
    integrationOf(systems),
    50,
  ),
  contracts: list({ label: { sv: 'Avtal', en: 'Contracts' } }, contractOf(companies), 20),
})
