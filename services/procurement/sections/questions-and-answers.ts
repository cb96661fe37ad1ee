import { date, group, list, prose, yesNo } from '#phase/field.ts'
import { defineSection } from '#phase/section.ts'
import { lastAnswerDay } from '../domain/answers-to-questions.ts'
import { notice } from './notice.ts'
import { procedure } from './procedure.ts'

export const questionsAndAnswers = defineSection({
  key: 'questionsAndAnswers',
  name: { sv: 'Frågor och svar', en: 'Questions and answers' },
  help: {
    sv: 'Alla frågor under anbudstiden och de svar som alla fick.',
    en: 'All questions during the tender period and the answers that everybody got.',
  },
  component: 'acquisition',
  isMandatory: false,
  writers: ['procurementOfficer', 'specialist'],
  fields: {
    areSentToAll: yesNo({ label: { sv: 'Alla svar är skickade till alla', en: 'All answers were sent to all' } }),
    questions: list({
      label: { sv: 'Frågor', en: 'Questions' },
      min: 0,
      item: group({
        label: { sv: 'Fråga', en: 'Question' },
        fields: {
          question: prose({ label: { sv: 'Fråga, utan avsändare', en: 'Question, without its sender' }, max: 1_000 }),
          askedOn: date({ label: { sv: 'Ställd', en: 'Asked' } }),
          answer: prose({ label: { sv: 'Svar', en: 'Answer' }, max: 1_000 }),
          answeredOn: date({ label: { sv: 'Besvarad', en: 'Answered' } }),
        },
      }),
    }),
  },
  rules: ({ areSentToAll, questions }, { completed }) => {
    const sent = completed(notice)
    const latest = sent && lastAnswerDay(sent.tendersDueOn, completed(procedure)?.shortening ?? 'none')
    return [
      ...(areSentToAll
        ? []
        : [
            {
              pointer: '/areSentToAll',
              code: 'notToAll',
              message: {
                sv: 'Skicka svaren till alla som deltar (LOU 12:11, 19:13).',
                en: 'Send the answers to all who take part (LOU 12:11, 19:13).',
              },
            },
          ]),
      ...questions.flatMap(({ askedOn, answeredOn }, index) => [
        ...(answeredOn < askedOn
          ? [
              {
                pointer: `/questions/${index}/answeredOn`,
                code: 'datesOutOfOrder',
                message: { sv: 'Svaret kan inte vara äldre än frågan.', en: 'The answer cannot be older than the question.' },
              },
            ]
          : []),
        ...(latest !== undefined && answeredOn > latest
          ? [
              {
                pointer: `/questions/${index}/answeredOn`,
                code: 'answeredTooLate',
                message: {
                  sv: `Svar ska ha lämnats senast ${latest}. Förläng anbudstiden i annonsen (LOU 11:8, 19:14).`,
                  en: `Answers are due by ${latest}. Extend the tender period in the notice (LOU 11:8, 19:14).`,
                },
              },
            ]
          : []),
      ]),
    ]
  },
})
