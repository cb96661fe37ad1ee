import { choice, prose, references } from '#phase/field.ts'
import { defineSection } from '#phase/section.ts'

export const strategy = defineSection({
  key: 'strategy',
  name: { sv: 'Strategi', en: 'Strategy' },
  help: {
    sv: 'Håll idén mot e-hälsostrategin: löser den det som önskas, och kommer den vid rätt tid?',
    en: 'Hold the idea against the eHealth strategy: does it meet what is wanted, and does it come at the right time?',
  },
  component: 'needUnderstanding',
  isMandatory: true,
  fields: {
    goals: references({ label: { sv: 'Mål som idén bidrar till', en: 'Goals that the idea serves' }, source: 'strategyGoals' }),
    contribution: prose({ label: { sv: 'På vilket sätt', en: 'In what way' }, max: 1_500 }),
    timing: choice({
      label: { sv: 'Tidpunkt', en: 'Timing' },
      options: {
        now: { sv: 'Rätt tid nu', en: 'The right time now' },
        later: { sv: 'Bättre senare', en: 'Better later' },
        tooLate: { sv: 'Behovet är på väg att lösas ändå', en: 'The need is about to be met anyway' },
      },
    }),
    timingReason: prose({
      label: { sv: 'Varför den tidpunkten', en: 'Why that timing' },
      help: {
        sv: 'Till exempel avtal som går ut, andra projekt eller ny lag.',
        en: 'For example contracts that end, other projects or new law.',
      },
      max: 1_000,
    }),
  },
  rules: ({ goals }, { county }) =>
    goals.flatMap((goal, index) =>
      county.strategy.goals.some(({ id }) => id === goal)
        ? []
        : [
            {
              pointer: `/goals/${index}`,
              code: 'unknownGoal',
              message: {
                sv: `Målet finns inte i ${county.strategy.name}. Välj ett av strategins mål.`,
                en: `The goal is not in ${county.strategy.name}. Choose one of the goals of the strategy.`,
              },
            },
          ],
    ),
})
