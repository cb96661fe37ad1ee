import * as z from 'zod'
import { careStepNames, targetGroupNames } from '#contracts/market.ts'
import { choice, choices, group, integer, list, money, optional, prose, text, url } from '#phase/field.ts'
import type { Field, Labels } from '#phase/field.ts'
import { cpvCodes, cpvPattern } from './cpv-codes.ts'
import type { Text } from '#contracts/language.ts'
import { libraryRequirementId } from '#contracts/ids.ts'

/** What a supplier says of a product. One declaration gives the schema of what is published, that of a draft, and the form. */

export const productKinds = {
  product: { sv: 'Produkt', en: 'Product' },
  service: { sv: 'Tjänst', en: 'Service' },
} as const satisfies Record<string, Text>

export const evidenceKinds = {
  openApi: { sv: 'OpenAPI-beskrivning', en: 'OpenAPI description' },
  fhirProfile: { sv: 'FHIR-profil', en: 'FHIR profile' },
  certificate: { sv: 'Certifikat', en: 'Certificate' },
  testReport: { sv: 'Testrapport', en: 'Test report' },
  documentation: { sv: 'Dokumentation', en: 'Documentation' },
} as const satisfies Record<string, Text>

export const priceModels = {
  subscription: { sv: 'Abonnemang', en: 'Subscription' },
  perUser: { sv: 'Per användare', en: 'Per user' },
  perResident: { sv: 'Per invånare eller brukare', en: 'Per resident or client' },
  perUnit: { sv: 'Per enhet eller utrustning', en: 'Per unit or piece of equipment' },
  perUse: { sv: 'Per användningstillfälle', en: 'Per use' },
  oneOff: { sv: 'Engångspris', en: 'One-off price' },
  openSource: { sv: 'Öppen källkod, betalning för drift och stöd', en: 'Open source, paid for operation and support' },
} as const satisfies Record<string, Text>

/** Regulation (EU) 2017/745, annex VIII; as the supplier declares it. */
export const declaredClasses = {
  notMedicalDevice: { sv: 'Inte medicinteknisk produkt', en: 'Not a medical device' },
  I: { sv: 'Klass I', en: 'Class I' },
  IIa: { sv: 'Klass IIa', en: 'Class IIa' },
  IIb: { sv: 'Klass IIb', en: 'Class IIb' },
  III: { sv: 'Klass III', en: 'Class III' },
  inVitro: { sv: 'För in vitro-diagnostik (IVDR)', en: 'For in vitro diagnostics (IVDR)' },
} as const satisfies Record<string, Text>

const patterned = (pattern: RegExp, max: number, labels: Labels): Field<z.ZodString> => ({
  complete: z.string().trim().regex(pattern),
  draft: z.string().max(max),
  form: { ...labels, kind: 'text', maxLength: max, isRequired: true },
})

const requirementNumber: Field<typeof libraryRequirementId> = {
  complete: libraryRequirementId,
  draft: z.string().max(20),
  form: {
    label: { sv: 'Kravets nummer', en: 'Number of the requirement' },
    help: { sv: 'Som i kravbiblioteket, till exempel KB-INT-012.', en: 'As in the requirement library, for example KB-INT-012.' },
    kind: 'text',
    maxLength: 20,
    isRequired: true,
  },
}

const evidenceLink = url({
  label: { sv: 'Länk till underlag', en: 'Link to the evidence' },
  help: { sv: 'Ska gå att läsa utan inloggning.', en: 'Must be readable without signing in.' },
})

export const productContent = group({
  label: { sv: 'Produkten', en: 'The product' },
  fields: {
    kind: choice({ label: { sv: 'Slag', en: 'Kind' }, options: productKinds }),
    name: text({ label: { sv: 'Namn', en: 'Name' }, max: 120 }),
    summary: prose({
      label: { sv: 'Sammanfattning', en: 'Summary' },
      help: { sv: 'Vad den är till för, i två eller tre meningar.', en: 'What it is for, in two or three sentences.' },
      max: 800,
    }),
    needsMet: list({
      label: { sv: 'Behov som den möter', en: 'Needs that it meets' },
      item: text({ label: { sv: 'Behov', en: 'Need' }, max: 300 }),
      max: 10,
    }),
    functions: list({
      label: { sv: 'Funktioner', en: 'Functions' },
      item: text({ label: { sv: 'Funktion', en: 'Function' }, max: 200 }),
      max: 30,
    }),
    targetGroups: choices({ label: { sv: 'Målgrupper', en: 'Target groups' }, options: targetGroupNames }),
    careSteps: choices({ label: { sv: 'Steg i vårdprocessen', en: 'Steps of the care process' }, options: careStepNames }),
    cpv: optional(choices({ label: { sv: 'CPV-koder', en: 'CPV codes' }, options: cpvCodes })),
    otherCpv: optional(
      list({
        label: { sv: 'Andra CPV-koder', en: 'Other CPV codes' },
        item: patterned(cpvPattern, 10, {
          label: { sv: 'CPV-kod', en: 'CPV code' },
          help: { sv: 'Åtta siffror, till exempel 48180000.', en: 'Eight digits, for example 48180000.' },
        }),
        min: 0,
        max: 10,
      }),
    ),
    interfaces: optional(
      list({
        label: { sv: 'Gränssnitt och standarder', en: 'Interfaces and standards' },
        item: group({
          label: { sv: 'Gränssnitt', en: 'Interface' },
          fields: {
            standard: text({
              label: { sv: 'Standard eller gränssnitt', en: 'Standard or interface' },
              help: { sv: 'Till exempel HL7 FHIR R4 eller SITHS eID.', en: 'For example HL7 FHIR R4 or SITHS eID.' },
              max: 100,
            }),
            evidenceKind: optional(choice({ label: { sv: 'Underlag', en: 'Evidence' }, options: evidenceKinds })),
            evidence: optional(evidenceLink),
          },
        }),
        min: 0,
        max: 20,
      }),
    ),
    claims: optional(
      list({
        label: { sv: 'Svar på krav i kravbiblioteket', en: 'Answers to requirements of the library' },
        item: group({
          label: { sv: 'Svar', en: 'Answer' },
          fields: {
            requirementId: requirementNumber,
            statement: text({ label: { sv: 'Hur kravet uppfylls', en: 'How the requirement is met' }, max: 600 }),
            evidence: optional(evidenceLink),
          },
        }),
        min: 0,
        max: 40,
      }),
    ),
    price: optional(
      group({
        label: { sv: 'Pris', en: 'Price' },
        help: {
          sv: 'En upplysning om vad en köpare brukar betala per år, utan moms. Den binder ingen.',
          en: 'Information on what a buyer usually pays a year, without VAT. It binds nobody.',
        },
        fields: {
          model: choice({ label: { sv: 'Prismodell', en: 'Price model' }, options: priceModels }),
          from: optional(money({ label: { sv: 'Från, per år', en: 'From, a year' } })),
          to: optional(money({ label: { sv: 'Till, per år', en: 'To, a year' } })),
          note: optional(text({ label: { sv: 'Vad som ingår', en: 'What is included' }, max: 300 })),
        },
      }),
    ),
    references: optional(
      list({
        label: { sv: 'Används av', en: 'Used by' },
        help: {
          sv: 'En upplysning. Referenser är aldrig ett krav och påverkar ingen rangordning.',
          en: 'Information. References are never a requirement and change no ranking.',
        },
        item: group({
          label: { sv: 'Referens', en: 'Reference' },
          fields: {
            who: text({
              label: { sv: 'Vem och vad', en: 'Who and what' },
              help: { sv: 'Organisationen, inte en person.', en: 'The organisation, not a person.' },
              max: 200,
            }),
            link: optional(url({ label: { sv: 'Länk', en: 'Link' } })),
          },
        }),
        min: 0,
        max: 10,
      }),
    ),
    readiness: optional(
      integer({
        label: { sv: 'Teknisk mognadsgrad (TRL)', en: 'Technology readiness level (TRL)' },
        help: {
          sv: '1 är observerade grundprinciper, 9 är prövat i drift. Skalan är den i Horisont 2020, allmän bilaga G.',
          en: '1 is basic principles observed, 9 is proven in operation. The scale is that of Horizon 2020, general annex G.',
        },
        min: 1,
        max: 9,
      }),
    ),
    medicalDevice: optional(
      group({
        label: { sv: 'Medicinteknisk produkt', en: 'Medical device' },
        help: {
          sv: 'Klassen som ni själva har deklarerat enligt förordning (EU) 2017/745.',
          en: 'The class that you have declared under Regulation (EU) 2017/745.',
        },
        fields: {
          class: choice({ label: { sv: 'Klass', en: 'Class' }, options: declaredClasses }),
          evidence: optional(evidenceLink),
        },
      }),
    ),
    productVersion: optional(text({ label: { sv: 'Produktens version', en: 'Version of the product' }, max: 40 })),
    web: optional(url({ label: { sv: 'Mer om produkten', en: 'More about the product' } })),
  },
})

/** What can be published. */
export type ProductContent = z.infer<typeof productContent.complete>

export const draftLimits = { bytes: 60_000, nameCharacters: 120 } as const

export type ProductDraft = Readonly<Record<string, unknown>> & { readonly name: string }

/** Anything may still be missing of a draft but its name, by which its owner knows it. */
export const productDraft = (productContent.draft as z.ZodObject) // a group's draft is the object of its fields' drafts
  .extend({ name: z.string().trim().min(1).max(draftLimits.nameCharacters) }) as unknown as z.ZodType<ProductDraft>
