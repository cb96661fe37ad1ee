import { choice, choices, date, group, list, prose, text } from '#phase/field.ts'
import { defineSection } from '#phase/section.ts'

export const intellectualProperty = defineSection({
  key: 'intellectualProperty',
  name: { sv: 'Patent och immaterialrätt', en: 'Patents and intellectual property' },
  help: {
    sv: 'Får lösningen användas fritt, och vem äger det som tas fram och uppgifterna i den?',
    en: 'May the solution be used freely, and who owns what is made and the data in it?',
  },
  component: 'acquisition',
  isMandatory: true,
  writers: ['specialist', 'procurementOfficer'],
  fields: {
    searchedOn: date({ label: { sv: 'Undersökt den', en: 'Looked into on' } }),
    searchedIn: choices({
      label: { sv: 'Var ni har letat', en: 'Where you have looked' },
      options: {
        patents: { sv: 'Patentregister', en: 'Patent registers' },
        trademarks: { sv: 'Varumärken och mönster', en: 'Trademarks and designs' },
        licences: { sv: 'Licenser för öppen källkod', en: 'Open-source licences' },
        contracts: { sv: 'Egna avtal', en: 'Own contracts' },
        supplier: { sv: 'Leverantörernas uppgifter', en: 'What suppliers say' },
      },
    }),
    findings: list({
      label: { sv: 'Rättigheter som påverkar', en: 'Rights that matter' },
      min: 0,
      max: 20,
      item: group({
        label: { sv: 'Rättighet', en: 'Right' },
        fields: {
          kind: choice({
            label: { sv: 'Slag', en: 'Kind' },
            options: {
              patent: { sv: 'Patent', en: 'Patent' },
              copyright: { sv: 'Upphovsrätt', en: 'Copyright' },
              trademark: { sv: 'Varumärke eller mönster', en: 'Trademark or design' },
              database: { sv: 'Databasskydd', en: 'Database right' },
              openSource: { sv: 'Öppen källkod', en: 'Open source' },
            },
          }),
          holder: text({ label: { sv: 'Rättighetshavare', en: 'Holder' }, max: 150 }),
          concerns: text({ label: { sv: 'Vad den gäller', en: 'What it concerns' }, max: 500 }),
          handling: choice({
            label: { sv: 'Hantering', en: 'Handling' },
            options: {
              none: { sv: 'Ingen åtgärd behövs', en: 'No action needed' },
              licence: { sv: 'Licens', en: 'Licence' },
              contractTerm: { sv: 'Villkor i avtalet', en: 'Term of the contract' },
              avoid: { sv: 'Annan lösning väljs', en: 'Another solution is chosen' },
              unsolved: { sv: 'Olöst', en: 'Unsolved' },
            },
          }),
        },
      }),
    }),
    resultsOwner: choice({
      label: { sv: 'Det som utvecklas ägs av', en: 'What is developed is owned by' },
      options: {
        county: { sv: 'Oss', en: 'Us' },
        supplier: { sv: 'Leverantören', en: 'The supplier' },
        shared: { sv: 'Båda', en: 'Both' },
        openLicence: { sv: 'Fri licens', en: 'Open licence' },
        nothing: { sv: 'Inget utvecklas', en: 'Nothing is developed' },
      },
    }),
    dataRights: prose({
      label: { sv: 'Rätten till uppgifterna', en: 'The right to the data' },
      help: { sv: 'Även när avtalet upphör.', en: 'When the contract ends, too.' },
      max: 1_000,
    }),
    conclusion: choice({
      label: { sv: 'Slutsats', en: 'Conclusion' },
      options: {
        free: { sv: 'Lösningen får användas', en: 'The solution may be used' },
        withTerms: { sv: 'Får användas med villkor', en: 'May be used on terms' },
        hindered: { sv: 'Hindras av annans rätt', en: 'Hindered by another’s right' },
      },
    }),
    reasons: prose({ label: { sv: 'Skäl', en: 'Reasons' }, max: 1_000 }),
  },
  rules: ({ findings, conclusion }) =>
    conclusion !== 'hindered' && findings.some(({ handling }) => handling === 'unsolved')
      ? [
          {
            pointer: '/conclusion',
            code: 'unsolvedRight',
            message: {
              sv: 'En rättighet är olöst. Ange hur den hanteras, eller att lösningen hindras.',
              en: 'A right is unsolved. Say how it is handled, or that the solution is hindered.',
            },
          },
        ]
      : [],
})
