import { date, group, list, optional, text, yesNo } from '#phase/field.ts'
import { defineSection } from '#phase/section.ts'
import { openingProblems } from '../domain/opening-rules.ts'
import { notice } from './notice.ts'

const clock = text({
  label: { sv: 'Klockslag', en: 'Time' },
  help: { sv: 'Svensk tid, till exempel 09:00.', en: 'Swedish time, for example 09:00.' },
  max: 5,
})

export const opening = defineSection({
  key: 'opening',
  name: { sv: 'Anbudsöppning', en: 'Opening of tenders' },
  help: {
    sv: 'Protokollet: när, vilka två som öppnade och förteckningen de bestyrkte.',
    en: 'The record: when, which two opened, and the list that they certified.',
  },
  component: 'acquisition',
  isMandatory: false,
  writers: ['procurementOfficer'],
  fields: {
    openedOn: date({ label: { sv: 'Öppnade den', en: 'Opened on' } }),
    openedAt: clock,
    persons: list({
      label: { sv: 'Närvarande', en: 'Present' },
      help: {
        sv: 'Minst två personer som myndigheten har utsett (LOU 12:10).',
        en: 'At least two persons whom the authority has appointed (LOU 12:10).',
      },
      min: 2,
      max: 10,
      item: group({
        label: { sv: 'Person', en: 'Person' },
        fields: {
          name: text({ label: { sv: 'Namn', en: 'Name' }, max: 120 }),
          title: text({ label: { sv: 'Befattning', en: 'Position' }, max: 120 }),
        },
      }),
    }),
    chamberWitness: optional(
      text({ label: { sv: 'Närvarande från handelskammare', en: 'Present from a chamber of commerce' }, max: 120 }),
    ),
    tenders: list({
      label: { sv: 'Förteckning över anbud', en: 'List of tenders' },
      item: group({
        label: { sv: 'Anbud', en: 'Tender' },
        fields: {
          id: text({
            label: { sv: 'Beteckning', en: 'Label' },
            help: { sv: 'Till exempel A1.', en: 'For example A1.' },
            max: 12,
          }),
          tenderer: text({ label: { sv: 'Anbudsgivare', en: 'Tenderer' }, max: 200 }),
          receivedOn: date({ label: { sv: 'Kom in den', en: 'Received on' } }),
          receivedAt: clock,
        },
      }),
    }),
    isListCertified: yesNo({
      label: { sv: 'Förteckningen är bestyrkt av de närvarande', en: 'The list is certified by those present' },
    }),
  },
  rules: (content, { completed }) => openingProblems(content, completed(notice)),
})
