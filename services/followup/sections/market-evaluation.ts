import { choice, group, integer, list, prose, text, yesNo } from '#phase/field.ts'
import { defineSection } from '#phase/section.ts'
import { marketProblems } from '../domain/market-outcome.ts'

export const marketEvaluation = defineSection({
  key: 'marketEvaluation',
  name: { sv: 'Hur marknaden fungerade', en: 'How the market worked' },
  help: {
    sv: 'Anbud, små företags andel, samleverans och teknisk öppenhet i det här ärendet.',
    en: 'Tenders, the share of small companies, joint delivery and technical openness in this case.',
  },
  component: 'acquisition',
  isMandatory: true,
  writers: ['procurementOfficer', 'forumFacilitator'],
  fields: {
    tendersReceived: integer({ label: { sv: 'Antal anbud', en: 'Tenders received' }, max: 500 }),
    tendersFromSmall: integer({
      label: { sv: 'Varav från små och medelstora företag', en: 'Of which from small and medium companies' },
      max: 500,
    }),
    jointTenders: integer({ label: { sv: 'Varav gemensamma anbud', en: 'Of which joint tenders' }, max: 500 }),
    wasJointDeliveryPossible: yesNo({ label: { sv: 'Samleverans var möjlig', en: 'Joint delivery was possible' } }),
    jointDelivery: prose({
      label: { sv: 'Vad som underlättade eller hindrade samleverans', en: 'What helped or hindered joint delivery' },
      max: 1_500,
    }),
    openness: choice({
      label: { sv: 'Erbjöd vi teknisk öppenhet', en: 'Did we offer technical openness' },
      help: {
        sv: 'Så att fler kunde ansluta sig till våra datakällor och journalsystem.',
        en: 'So that more could connect to our data sources and record systems.',
      },
      options: { yes: { sv: 'Ja', en: 'Yes' }, partly: { sv: 'Delvis', en: 'Partly' }, no: { sv: 'Nej', en: 'No' } },
    }),
    opennessReason: prose({ label: { sv: 'Hur, eller varför inte', en: 'How, or why not' }, max: 1_500 }),
    droppedOut: list({
      label: {
        sv: 'Företag som visade intresse men inte lämnade anbud',
        en: 'Companies that showed interest but did not tender',
      },
      min: 0,
      max: 30,
      item: group({
        label: { sv: 'Företag', en: 'Company' },
        fields: {
          company: text({ label: { sv: 'Företag', en: 'Company' }, max: 120 }),
          isSmall: yesNo({ label: { sv: 'Litet eller medelstort', en: 'Small or medium' } }),
          reason: choice({
            label: { sv: 'Skäl', en: 'Reason' },
            options: {
              deadline: { sv: 'För kort tid', en: 'Too short time' },
              tailored: { sv: 'Upplevdes som riktad', en: 'Felt tailored' },
              references: { sv: 'Krav på referenser', en: 'Demand for references' },
              cost: { sv: 'Kostade för mycket att svara', en: 'Too costly to answer' },
              connection: { sv: 'Anslutningen till våra system', en: 'Connecting to our systems' },
              other: { sv: 'Annat', en: 'Other' },
              unknown: { sv: 'Okänt', en: 'Unknown' },
            },
          }),
        },
      }),
    }),
    conclusion: prose({
      label: { sv: 'Slutsats inför nästa upphandling', en: 'Conclusion for the next procurement' },
      max: 2_000,
    }),
  },
  rules: (content, { dossier }) => marketProblems(content, dossier.procurement),
})
