import { choice, date, group, list, optional, prose, text } from '#phase/field.ts'
import { namesOf } from '#phase/names-of.ts'
import { defineSection } from '#phase/section.ts'
import { confirmingProfessions, evidenceKinds, professions, professionsRequired } from '../domain/substantiation.ts'

export const substantiation = defineSection({
  key: 'substantiation',
  name: { sv: 'Styrkt behov', en: 'Substantiation' },
  help: {
    sv: 'Visa att behovet är verkligt: vad ni vet, varifrån ni vet det och vilka yrkesgrupper som bekräftar det.',
    en: 'Show that the need is real: what you know, how you know it and which professions confirm it.',
  },
  component: 'needUnderstanding',
  isMandatory: true,
  fields: {
    evidence: list({
      label: { sv: 'Belägg', en: 'Evidence' },
      help: {
        sv: 'Minst ett belägg behöver vara annat än intervjuer och enkäter för att gå vidare i BP1. Skriv inga uppgifter om patienter.',
        en: 'At least one piece must be other than interviews and surveys to pass BP1. Write nothing about single patients.',
      },
      max: 30,
      item: group({
        label: { sv: 'Belägg', en: 'Evidence' },
        fields: {
          kind: choice({
            label: { sv: 'Slag', en: 'Kind' },
            options: namesOf(evidenceKinds),
          }),
          source: text({
            label: { sv: 'Källa', en: 'Source' },
            help: { sv: 'Så att någon annan kan hitta den.', en: 'So that somebody else can find it.' },
          }),
          collectedOn: optional(date({ label: { sv: 'Datum', en: 'Date' } })),
          finding: prose({ label: { sv: 'Vad det visar', en: 'What it shows' }, max: 1_000 }),
        },
      }),
    }),
    confirmations: list({
      label: { sv: 'Bekräftat av', en: 'Confirmed by' },
      help: { sv: 'Minst två olika yrkesgrupper.', en: 'At least two different professions.' },
      max: 20,
      item: group({
        label: { sv: 'Bekräftelse', en: 'Confirmation' },
        fields: {
          profession: choice({ label: { sv: 'Yrkesgrupp', en: 'Profession' }, options: professions }),
          unit: text({ label: { sv: 'Enhet', en: 'Unit' }, max: 200 }),
          confirmedOn: date({ label: { sv: 'Datum', en: 'Date' } }),
        },
      }),
    }),
  },
  rules: ({ confirmations }) =>
    confirmingProfessions(confirmations).length >= professionsRequired
      ? []
      : [
          {
            pointer: '/confirmations',
            code: 'tooFewProfessions',
            message: {
              sv: `Behovet ska bekräftas av minst ${professionsRequired} yrkesgrupper. Lägg till en bekräftelse från en annan yrkesgrupp.`,
              en: `The need must be confirmed by at least ${professionsRequired} professions. Add a confirmation from another profession.`,
            },
          },
        ],
})
