import { date, group, list, prose, text, yesNo } from '#phase/field.ts'
import { defineSection } from '#phase/section.ts'

export const requestForInformation = defineSection({
  key: 'requestForInformation',
  name: { sv: 'Informationsförfrågan (RFI)', en: 'Request for information (RFI)' },
  help: {
    sv: 'Vad marknaden tillfrågades om före annonsen och vad svaren ändrade.',
    en: 'What the market was asked before the notice, and what the answers changed.',
  },
  component: 'acquisition',
  isMandatory: false,
  writers: ['procurementOfficer', 'specialist'],
  fields: {
    publishedOn: date({ label: { sv: 'Publicerad', en: 'Published' } }),
    channel: text({
      label: { sv: 'Var', en: 'Where' },
      help: { sv: 'Öppet, så att alla företag kan se den.', en: 'Openly, so that every company can see it.' },
    }),
    answersDueOn: date({ label: { sv: 'Sista dag för svar', en: 'Last day for answers' } }),
    questions: prose({ label: { sv: 'Frågor', en: 'Questions' } }),
    answers: list({
      label: { sv: 'Svar', en: 'Answers' },
      min: 0,
      item: group({
        label: { sv: 'Svar', en: 'Answer' },
        fields: {
          supplier: text({ label: { sv: 'Företag', en: 'Company' }, max: 120 }),
          isSmall: yesNo({ label: { sv: 'Litet eller medelstort', en: 'Small or medium' } }),
          summary: prose({ label: { sv: 'I korthet', en: 'In short' }, max: 1_000 }),
        },
      }),
    }),
    effect: prose({ label: { sv: 'Vad svaren ändrade', en: 'What the answers changed' }, max: 2_000 }),
  },
  rules: ({ publishedOn, answersDueOn }) =>
    answersDueOn > publishedOn
      ? []
      : [
          {
            pointer: '/answersDueOn',
            code: 'datesOutOfOrder',
            message: {
              sv: 'Sista dag för svar måste ligga efter publiceringen.',
              en: 'The last day for answers must lie after the publication.',
            },
          },
        ],
})
