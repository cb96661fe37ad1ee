import { choice, date, group, integer, list, optional, prose, text } from '#phase/field.ts'
import { defineSection } from '#phase/section.ts'
import { roundProblems } from '../domain/findings.ts'

export const rounds = defineSection({
  key: 'rounds',
  name: { sv: 'Genomförda varv', en: 'Rounds done' },
  help: {
    sv: 'Vad varje varv levererade, hur det provades och vad som hittades.',
    en: 'What each round delivered, how it was tested and what was found.',
  },
  component: 'acquisition',
  isMandatory: true,
  writers: ['specialist'],
  fields: {
    rounds: list({
      label: { sv: 'Varv', en: 'Rounds' },
      max: 20,
      item: group({
        label: { sv: 'Varv', en: 'Round' },
        fields: {
          number: integer({ label: { sv: 'Nummer', en: 'Number' }, min: 1, max: 20 }),
          delivered: prose({ label: { sv: 'Levererat', en: 'Delivered' }, max: 1_500 }),
          deliveredOn: date({ label: { sv: 'Levererat den', en: 'Delivered on' } }),
          tested: prose({ label: { sv: 'Hur det provades', en: 'How it was tested' }, max: 1_500 }),
          testedBy: text({ label: { sv: 'Provat av', en: 'Tested by' }, max: 200 }),
          testedOn: date({ label: { sv: 'Provat den', en: 'Tested on' } }),
          findings: list({
            label: { sv: 'Iakttagelser', en: 'Findings' },
            min: 0,
            item: group({
              label: { sv: 'Iakttagelse', en: 'Finding' },
              fields: {
                finding: prose({ label: { sv: 'Iakttagelse', en: 'Finding' }, max: 800 }),
                severity: choice({
                  label: { sv: 'Allvar', en: 'Severity' },
                  options: {
                    serious: { sv: 'Allvarlig: går inte att införa', en: 'Serious: cannot be introduced' },
                    moderate: { sv: 'Måttlig: kan hanteras en tid', en: 'Moderate: can be handled for a time' },
                    minor: { sv: 'Liten', en: 'Minor' },
                  },
                }),
                status: choice({
                  label: { sv: 'Läge', en: 'Status' },
                  options: {
                    open: { sv: 'Öppen', en: 'Open' },
                    fixed: { sv: 'Rättad och provad', en: 'Fixed and tested' },
                    accepted: { sv: 'Godtagen', en: 'Accepted' },
                  },
                }),
                note: optional(prose({ label: { sv: 'Åtgärd eller skäl', en: 'Remedy or reason' }, max: 600 })),
              },
            }),
          }),
        },
      }),
    }),
  },
  rules: ({ rounds: done }) => roundProblems(done),
})
