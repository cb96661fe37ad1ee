import { choice, choices, date, group, list, optional, prose, text } from '#phase/field.ts'
import { defineSection } from '#phase/section.ts'

export const marketScan = defineSection({
  key: 'marketScan',
  name: { sv: 'Omvärldsbild', en: 'Market scan' },
  help: {
    sv: 'Vad som är känt att finnas, även i den egna organisationen. En första bild räcker här.',
    en: 'What is known to exist, in your own organisation too. A first picture is enough here.',
  },
  component: 'forum',
  isMandatory: false,
  writers: ['forumFacilitator'],
  fields: {
    searchedOn: date({ label: { sv: 'Gjord den', en: 'Made on' } }),
    searchedIn: choices({
      label: { sv: 'Var ni har letat', en: 'Where you have looked' },
      options: {
        ownSystems: { sv: 'Egna system och avtal', en: 'Own systems and contracts' },
        catalogue: { sv: 'Produktkatalogen', en: 'The product catalogue' },
        otherOrganisations: { sv: 'Andra regioner och kommuner', en: 'Other regions and municipalities' },
        national: { sv: 'Nationella tjänster', en: 'National services' },
        forum: { sv: 'Samverkansforum', en: 'The forum' },
        web: { sv: 'Leverantörers egen information', en: 'Suppliers’ own information' },
        research: { sv: 'Forskning', en: 'Research' },
      },
    }),
    findings: list({
      label: { sv: 'Det som finns', en: 'What exists' },
      min: 0,
      max: 20,
      item: group({
        label: { sv: 'Fynd', en: 'Finding' },
        fields: {
          name: text({ label: { sv: 'Lösning', en: 'Solution' }, max: 150 }),
          supplier: optional(text({ label: { sv: 'Leverantör', en: 'Supplier' }, max: 150 })),
          availability: choice({
            label: { sv: 'Tillgång', en: 'Availability' },
            options: {
              inUse: { sv: 'Används redan hos oss', en: 'Already in use here' },
              underContract: { sv: 'Ingår i ett avtal vi har', en: 'Part of a contract that we have' },
              elsewhere: { sv: 'Används av andra', en: 'Used by others' },
              onMarket: { sv: 'Finns på marknaden', en: 'On the market' },
            },
          }),
          fit: choice({
            label: { sv: 'Möter behovet', en: 'Meets the need' },
            options: {
              wholly: { sv: 'Helt', en: 'Wholly' },
              partly: { sv: 'Delvis', en: 'Partly' },
              hardly: { sv: 'Knappt', en: 'Hardly' },
            },
          }),
          comment: optional(text({ label: { sv: 'Kommentar', en: 'Comment' }, max: 500 })),
        },
      }),
    }),
    conclusion: prose({ label: { sv: 'Slutsats', en: 'Conclusion' }, max: 1_000 }),
  },
})
