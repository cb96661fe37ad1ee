import type { FieldProblem } from '#lambda/field-problem.ts'

interface Period {
  readonly startsOn: string
  readonly endsOn: string
}

export interface ValidationPlan {
  readonly rounds: readonly (Period & { readonly number: number })[]
  readonly pilot: Period
  readonly rollout: { readonly startsOn: string }
}

const endsBeforeStart = ({ startsOn, endsOn }: Period, pointer: string): FieldProblem[] =>
  endsOn >= startsOn
    ? []
    : [
        {
          pointer: `${pointer}/endsOn`,
          code: 'datesOutOfOrder',
          message: { sv: 'Slutet måste ligga efter början.', en: 'The end must lie after the beginning.' },
        },
      ]

/** Rounds are numbered 1, 2, 3 ... in order of time; the wide rollout begins when the pilot has ended. */
export const planProblems = ({ rounds, pilot, rollout }: ValidationPlan): FieldProblem[] => [
  ...rounds.flatMap((round, index) => {
    const before = rounds[index - 1]
    return [
      ...(round.number === index + 1
        ? []
        : [
            {
              pointer: `/rounds/${index}/number`,
              code: 'wrongNumber',
              message: {
                sv: `Numrera varven i ordning: här ska det stå ${index + 1}.`,
                en: `Number the rounds in order: this one is ${index + 1}.`,
              },
            },
          ]),
      ...endsBeforeStart(round, `/rounds/${index}`),
      ...(before !== undefined && round.startsOn < before.startsOn
        ? [
            {
              pointer: `/rounds/${index}/startsOn`,
              code: 'datesOutOfOrder',
              message: { sv: 'Varvet kan inte börja före det förra.', en: 'The round cannot begin before the one before it.' },
            },
          ]
        : []),
    ]
  }),
  ...endsBeforeStart(pilot, '/pilot'),
  ...(rollout.startsOn > pilot.endsOn
    ? []
    : [
        {
          pointer: '/rollout/startsOn',
          code: 'rolloutBeforePilotEnds',
          message: {
            sv: 'Det breda införandet börjar när piloten är slut.',
            en: 'The wide rollout begins when the pilot has ended.',
          },
        },
      ]),
]
