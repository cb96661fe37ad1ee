import { choice, date, integer, list, optional, text, url, yesNo } from '#phase/field.ts'
import { defineSection } from '#phase/section.ts'
import { noticeProblems } from '../domain/notice-rules.ts'
import { procedure } from './procedure.ts'

export const notice = defineSection({
  key: 'notice',
  name: { sv: 'Annons', en: 'Notice' },
  help: {
    sv: 'Hur och när upphandlingen blev känd, och hur länge anbud kunde lämnas.',
    en: 'How and when the procurement became known, and how long tenders could be sent.',
  },
  component: 'acquisition',
  isMandatory: true,
  writers: ['procurementOfficer'],
  fields: {
    channel: choice({
      label: { sv: 'Kanal', en: 'Channel' },
      options: {
        ted: { sv: 'Registrerad annonsdatabas och TED', en: 'Registered notice database and TED' },
        national: { sv: 'Registrerad annonsdatabas', en: 'Registered notice database' },
        invitation: { sv: 'Direkt till tillfrågade leverantörer', en: 'Directly to the suppliers asked' },
      },
    }),
    database: optional(text({ label: { sv: 'Annonsdatabas', en: 'Notice database' }, max: 120 })),
    number: optional(text({ label: { sv: 'Annonsens nummer', en: 'Number of the notice' }, max: 60 })),
    address: optional(url({ label: { sv: 'Annonsens adress', en: 'Address of the notice' } })),
    cpv: list({
      label: { sv: 'CPV-koder', en: 'CPV codes' },
      max: 10,
      item: text({
        label: { sv: 'CPV-kod', en: 'CPV code' },
        help: { sv: 'Åtta siffror, till exempel 48180000.', en: 'Eight digits, for example 48180000.' },
        max: 10,
      }),
    }),
    sentOn: date({ label: { sv: 'Skickad för publicering', en: 'Sent for publication' } }),
    publishedOn: date({ label: { sv: 'Publicerad', en: 'Published' } }),
    requestsDueOn: optional(date({ label: { sv: 'Sista dag för anbudsansökan', en: 'Last day for requests to participate' } })),
    invitedOn: optional(date({ label: { sv: 'Inbjudan att lämna anbud skickad', en: 'Invitation to tender sent' } })),
    invited: optional(integer({ label: { sv: 'Antal inbjudna', en: 'Number invited' }, min: 1, max: 500 })),
    tendersDueOn: date({ label: { sv: 'Sista anbudsdag', en: 'Last day for tenders' } }),
    tendersDueAt: text({
      label: { sv: 'Klockslag', en: 'Time' },
      help: { sv: 'Svensk tid, till exempel 23:59.', en: 'Swedish time, for example 23:59.' },
      max: 5,
    }),
    areDocumentsElectronic: yesNo({
      label: { sv: 'Alla dokument är fritt tillgängliga elektroniskt', en: 'All documents are freely available electronically' },
      help: {
        sv: 'Från första dagen, kostnadsfritt och fullständigt. Annars förlängs tiden (LOU 11:9).',
        en: 'From the first day, free and complete. Otherwise the time is extended (LOU 11:9).',
      },
    }),
    isSuitableForSmall: yesNo({
      label: { sv: 'Anges som lämplig för små och medelstora företag', en: 'Stated as suitable for small and medium companies' },
    }),
  },
  rules: (content, { completed }) => noticeProblems(content, completed(procedure)),
})
