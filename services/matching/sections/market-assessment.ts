import { choice, group, list, money, optional, organisationNumber, prose, text } from '#phase/field.ts'
import { defineSection } from '#phase/section.ts'
import { abilities, ableSuppliers, supplierSizes } from '../domain/supplier-ability.ts'

export const marketAssessment = defineSection({
  key: 'marketAssessment',
  name: { sv: 'Marknadsbedömning', en: 'Market assessment' },
  help: {
    sv: 'Vad marknaden kan erbjuda: vilka som kan leverera, hur moget utbudet är, vad det kostar och vad som saknas.',
    en: 'What the market can offer: who can deliver, how mature the supply is, what it costs and what is missing.',
  },
  component: 'acquisition',
  isMandatory: true,
  writers: ['procurementOfficer', 'specialist'],
  fields: {
    suppliers: list({
      label: { sv: 'Leverantörer som bedömts', en: 'Suppliers assessed' },
      help: { sv: 'Ta även med dem som inte kan leverera.', en: 'Include those who cannot deliver too.' },
      min: 0,
      max: 30,
      item: group({
        label: { sv: 'Leverantör', en: 'Supplier' },
        fields: {
          id: text({
            label: { sv: 'Nummer', en: 'Number' },
            help: { sv: 'L1, L2 och så vidare.', en: 'L1, L2 and so on.' },
            max: 3,
          }),
          supplier: text({ label: { sv: 'Leverantör', en: 'Supplier' }, max: 150 }),
          organisationNumber: optional(organisationNumber({ label: { sv: 'Organisationsnummer', en: 'Organisation number' } })),
          solution: text({ label: { sv: 'Lösning', en: 'Solution' }, max: 150 }),
          size: choice({ label: { sv: 'Storlek', en: 'Size' }, options: supplierSizes }),
          ability: choice({ label: { sv: 'Förmåga', en: 'Ability' }, options: abilities }),
          priceLow: optional(money({ label: { sv: 'Pris per år, lägst', en: 'Price a year, lowest' } })),
          priceHigh: optional(money({ label: { sv: 'Pris per år, högst', en: 'Price a year, highest' } })),
          comment: optional(text({ label: { sv: 'Kommentar', en: 'Comment' }, max: 500 })),
        },
      }),
    }),
    maturity: choice({
      label: { sv: 'Utbudets mognad', en: 'Maturity of the supply' },
      options: {
        established: { sv: 'Färdiga lösningar i bred användning', en: 'Finished solutions in wide use' },
        emerging: { sv: 'Färdiga lösningar hos några få', en: 'Finished solutions in a few places' },
        prototypes: { sv: 'Prototyper eller delar', en: 'Prototypes or parts' },
        none: { sv: 'Inget utbud ännu', en: 'No supply yet' },
      },
    }),
    gaps: prose({
      label: { sv: 'Det som saknas', en: 'What is missing' },
      help: { sv: 'Vilka krav möter ingen?', en: 'Which requirements does nobody meet?' },
      max: 1_500,
    }),
    conclusion: prose({
      label: { sv: 'Slutsats', en: 'Conclusion' },
      help: {
        sv: 'Kan marknaden möta behovet, när och till ungefär vilken kostnad?',
        en: 'Can the market meet the need, when and at about what cost?',
      },
      max: 1_500,
    }),
  },
  rules: ({ suppliers, maturity }) => [
    ...suppliers.flatMap((supplier, index) => {
      const at = `/suppliers/${index}`
      return [
        ...(/^L[1-9]\d?$/.test(supplier.id)
          ? []
          : [
              {
                pointer: `${at}/id`,
                code: 'notASupplierNumber',
                message: { sv: 'Numrera leverantörerna L1, L2 och så vidare.', en: 'Number the suppliers L1, L2 and so on.' },
              },
            ]),
        ...(suppliers.findIndex(({ id }) => id === supplier.id) === index
          ? []
          : [
              {
                pointer: `${at}/id`,
                code: 'duplicateNumber',
                message: {
                  sv: `${supplier.id} finns redan. Ge leverantören ett eget nummer.`,
                  en: `${supplier.id} exists already. Give the supplier a number of its own.`,
                },
              },
            ]),
        ...(supplier.priceLow !== undefined && supplier.priceHigh !== undefined && supplier.priceLow > supplier.priceHigh
          ? [
              {
                pointer: `${at}/priceHigh`,
                code: 'priceBelowLowest',
                message: {
                  sv: 'Högsta priset är lägre än lägsta. Byt plats på dem.',
                  en: 'The highest price is below the lowest. Swap them.',
                },
              },
            ]
          : []),
      ]
    }),
    ...(maturity !== 'none' && ableSuppliers(suppliers).length === 0
      ? [
          {
            pointer: '/maturity',
            code: 'noSupplierForMaturity',
            message: {
              sv: 'Ingen bedömd leverantör kan leverera. Lägg till en som kan, eller välj att utbud saknas.',
              en: 'No supplier assessed can deliver. Add one who can, or choose that there is no supply.',
            },
          },
        ]
      : []),
  ],
})
