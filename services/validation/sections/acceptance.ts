import { choice, date, decimal, group, list, optional, prose, text } from '#phase/field.ts'
import { defineSection } from '#phase/section.ts'
import { susAnswersOf } from '../domain/sus-score.ts'

const groups = {
  staff: { sv: 'Medarbetare', en: 'Staff' },
  residents: { sv: 'Patienter och invånare', en: 'Patients and residents' },
  relatives: { sv: 'Anhöriga', en: 'Relatives' },
} as const

export const acceptance = defineSection({
  key: 'acceptance',
  name: { sv: 'Användarnas omdöme', en: 'The users’ verdict' },
  help: {
    sv: 'Om de som ska använda lösningen godtar den, och varför.',
    en: 'Whether those who are to use the solution accept it, and why.',
  },
  component: 'needUnderstanding',
  isMandatory: true,
  writers: ['specialist'],
  fields: {
    verdict: choice({
      label: { sv: 'Omdöme', en: 'Verdict' },
      options: {
        accepted: { sv: 'Godtagen', en: 'Accepted' },
        withReservations: { sv: 'Godtagen med förbehåll', en: 'Accepted with reservations' },
        notAccepted: { sv: 'Inte godtagen', en: 'Not accepted' },
      },
    }),
    reservations: optional(
      prose({ label: { sv: 'Förbehåll och hur de tas om hand', en: 'Reservations and how they are met' }, max: 1_500 }),
    ),
    statements: list({
      label: { sv: 'Vad grupperna säger', en: 'What the groups say' },
      max: 20,
      item: group({
        label: { sv: 'Grupp', en: 'Group' },
        fields: {
          group: choice({ label: { sv: 'Grupp', en: 'Group' }, options: groups }),
          how: text({ label: { sv: 'Hur de tillfrågades', en: 'How they were asked' } }),
          said: prose({ label: { sv: 'Vad de sade', en: 'What they said' }, max: 1_500 }),
        },
      }),
    }),
    susGoal: optional(
      decimal({
        label: { sv: 'Mål för SUS', en: 'SUS goal' },
        help: { sv: 'Medelvärde 0-100, bestämt före mätningen.', en: 'Mean 0-100, set before the measurement.' },
        max: 100,
      }),
    ),
    susResponses: list({
      label: { sv: 'SUS-svar', en: 'SUS answers' },
      help: {
        sv: 'System Usability Scale: en rad per svarande, tio svar 1-5 i ordning med mellanslag, till exempel 5 1 4 2 5 1 4 2 5 1.',
        en: 'System Usability Scale: one row per respondent, ten answers 1-5 in order with spaces, for example 5 1 4 2 5 1 4 2 5 1.',
      },
      min: 0,
      max: 200,
      item: group({
        label: { sv: 'Svar', en: 'Answer' },
        fields: {
          group: choice({ label: { sv: 'Grupp', en: 'Group' }, options: groups }),
          answers: text({ label: { sv: 'Tio svar', en: 'Ten answers' }, max: 20 }),
        },
      }),
    }),
    askedOn: date({ label: { sv: 'Tillfrågade den', en: 'Asked on' } }),
  },
  rules: ({ verdict, reservations, statements, susGoal, susResponses }) => [
    ...(verdict === 'withReservations' && reservations === undefined
      ? [
          {
            pointer: '/reservations',
            code: 'reservationsMissing',
            message: { sv: 'Skriv förbehållen och hur de tas om hand.', en: 'Write the reservations and how they are met.' },
          },
        ]
      : []),
    ...(statements.some((row) => row.group === 'staff')
      ? []
      : [
          {
            pointer: '/statements',
            code: 'staffNotAsked',
            message: { sv: 'Lägg till vad medarbetarna säger.', en: 'Add what the staff say.' },
          },
        ]),
    ...(susResponses.length > 0 && susGoal === undefined
      ? [
          {
            pointer: '/susGoal',
            code: 'goalMissing',
            message: { sv: 'Ange målet som svaren jämförs med.', en: 'Give the goal that the answers are compared with.' },
          },
        ]
      : []),
    ...susResponses.flatMap(({ answers }, index) =>
      susAnswersOf(answers) === undefined
        ? [
            {
              pointer: `/susResponses/${index}/answers`,
              code: 'wrongAnswers',
              message: { sv: 'Skriv tio svar 1-5 med mellanslag emellan.', en: 'Write ten answers 1-5 with spaces between.' },
            },
          ]
        : [],
    ),
  ],
})
