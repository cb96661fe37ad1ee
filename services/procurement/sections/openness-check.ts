import { choice, date, group, integer, list, money, optional, prose, text } from '#phase/field.ts'
import { coverageProblems } from '#phase/domain/coverage.ts'
import { defineSection } from '#phase/section.ts'
import { interoperabilityDemandIds, interoperabilityDemands } from '../domain/interoperability-demands.ts'

export const opennessCheck = defineSection({
  key: 'opennessCheck',
  name: { sv: 'Kontroll av teknisk öppenhet', en: 'Check of technical openness' },
  help: {
    sv: 'Det vinnande anbudet prövas mot varje standardkrav på interoperabilitet.',
    en: 'The winning tender is held against each standard interoperability demand.',
  },
  component: 'acquisition',
  isMandatory: true,
  writers: ['procurementOfficer', 'specialist'],
  fields: {
    tender: text({
      label: { sv: 'Vinnande anbud', en: 'Winning tender' },
      help: { sv: 'Beteckningen i utvärderingen, till exempel A1.', en: 'The label in the evaluation, for example A1.' },
      max: 12,
    }),
    demands: list({
      label: { sv: 'Standardkrav', en: 'Standard demands' },
      max: 12,
      item: group({
        label: { sv: 'Standardkrav', en: 'Standard demand' },
        fields: {
          demand: choice({ label: { sv: 'Standardkrav', en: 'Standard demand' }, options: interoperabilityDemands }),
          outcome: choice({
            label: { sv: 'Utfall', en: 'Outcome' },
            options: {
              met: { sv: 'Uppfyllt', en: 'Met' },
              inPart: { sv: 'Delvis', en: 'In part' },
              notMet: { sv: 'Inte uppfyllt', en: 'Not met' },
            },
          }),
          evidence: choice({
            label: { sv: 'Underlag', en: 'Evidence' },
            options: {
              tested: { sv: 'Provat av oss', en: 'Tested by us' },
              document: { sv: 'Dokumentation', en: 'Documentation' },
              declared: { sv: 'Leverantörens uppgift', en: 'Declared by the supplier' },
            },
          }),
          finding: prose({ label: { sv: 'Iakttagelse', en: 'Finding' }, max: 600 }),
          remedy: optional(
            prose({ label: { sv: 'Om delvis: vad avtalet ska säga', en: 'If in part: what the contract must say' }, max: 600 }),
          ),
        },
      }),
    }),
    connectionDays: optional(
      integer({
        label: { sv: 'Tid att ansluta ett annat system', en: 'Time to connect another system' },
        unit: { sv: 'dagar', en: 'days' },
        max: 2_000,
      }),
    ),
    connectionCost: optional(
      money({ label: { sv: 'Kostnad att ansluta ett annat system', en: 'Cost of connecting another system' } }),
    ),
    checkedBy: text({ label: { sv: 'Kontrollerat av', en: 'Checked by' }, max: 120 }),
    checkedOn: date({ label: { sv: 'Datum', en: 'Date' } }),
  },
  rules: ({ demands }) => [
    ...coverageProblems({
      pointer: '/demands',
      field: 'demand',
      what: { sv: 'standardkravet', en: 'the standard demand' },
      expected: interoperabilityDemandIds.map((id) => ({ id, name: interoperabilityDemands[id].sv })),
      named: demands.map((row) => row.demand),
    }),
    ...demands.flatMap(({ outcome, remedy }, index) =>
      outcome === 'inPart' && remedy === undefined
        ? [
            {
              pointer: `/demands/${index}/remedy`,
              code: 'remedyMissing',
              message: {
                sv: 'Skriv vad avtalet ska säga för att bristen ska rättas.',
                en: 'Write what the contract must say to remedy the lack.',
              },
            },
          ]
        : [],
    ),
  ],
})
