import * as z from 'zod'
import { choice, choices, group, integer, optional, prose, text, url } from '#phase/field.ts'
import type { Field, Labels } from '#phase/field.ts'
import { regions } from './regions.ts'
import { legalForms, registrations } from './registration.ts'
import { ownerships } from './size-class.ts'

/** What a supplier says of its company. One declaration gives the schema and the form. */

const emailLimit = 200
const numberLimit = 40
const largestThousands = 1_000_000_000

const email = (labels: Labels): Field<z.ZodEmail> => ({
  complete: z.email().max(emailLimit),
  draft: z.string().max(emailLimit),
  form: { ...labels, kind: 'text', maxLength: emailLimit, isRequired: true },
})

const thousandsOfEuro = (label: Labels['label'], help: Labels['help']) =>
  integer({ label, ...(help && { help }), max: largestThousands, unit: { sv: 'tusen euro', en: 'thousand euro' } })

const sizeFields = {
  accountingYear: integer({
    label: { sv: 'Bokslutsår', en: 'Accounting year' },
    help: { sv: 'Det senaste som är fastställt.', en: 'The latest that has been approved.' },
    min: 2_000,
    max: 2_100,
  }),
  headcount: integer({
    label: { sv: 'Antal årsarbetskrafter', en: 'Annual work units' },
    max: 1_000_000,
  }),
  turnover: thousandsOfEuro({ sv: 'Omsättning', en: 'Turnover' }, undefined),
  balanceSheet: thousandsOfEuro({ sv: 'Balansomslutning', en: 'Balance sheet total' }, undefined),
  ownership: choice({ label: { sv: 'Ägande', en: 'Ownership' }, options: ownerships }),
}

export const companyContent = group({
  label: { sv: 'Företaget', en: 'The company' },
  fields: {
    name: text({ label: { sv: 'Företagets namn', en: 'Name of the company' }, max: 120 }),
    registration: choice({ label: { sv: 'Registrering', en: 'Registration' }, options: registrations }),
    number: optional(
      text({
        label: { sv: 'Organisationsnummer', en: 'Organisation number' },
        help: {
          sv: 'Bara för juridiska personer. En enskild firmas nummer är ett personnummer och lämnas inte här. Ett utländskt företag anger sitt registreringsnummer.',
          en: 'For legal persons only. The number of a sole trader is a personal identity number and is not given here. A foreign company gives its registration number.',
        },
        max: numberLimit,
      }),
    ),
    country: optional(
      text({
        label: { sv: 'Land', en: 'Country' },
        help: {
          sv: 'Två bokstäver, till exempel DK. Bara för utländska företag.',
          en: 'Two letters, for example DK. For foreign companies only.',
        },
        max: 2,
      }),
    ),
    legalForm: choice({ label: { sv: 'Företagsform', en: 'Legal form' }, options: legalForms }),
    size: optional(
      group({
        label: { sv: 'Storlek', en: 'Size' },
        help: {
          sv: 'Ger storleksklassen enligt EU:s definition. Räkna med partnerföretagens andel och hela anknutna företag. Bara klassen visas för andra.',
          en: 'Gives the size class by the EU definition. Count in the share of partner companies and the whole of linked ones. Others see the class only.',
        },
        fields: sizeFields,
      }),
    ),
    email: optional(
      email({
        label: { sv: 'Funktionsbrevlåda', en: 'Shared mailbox' },
        help: { sv: 'En gemensam e-postadress, inte en persons.', en: "A shared e-mail address, not a person's." },
      }),
    ),
    web: optional(url({ label: { sv: 'Webbplats', en: 'Website' } })),
    regions: choices({ label: { sv: 'Levererar till', en: 'Delivers to' }, options: regions }),
    about: optional(prose({ label: { sv: 'Om företaget', en: 'About the company' }, max: 1_500 })),
  },
})
export type CompanyContent = z.infer<typeof companyContent.complete>
