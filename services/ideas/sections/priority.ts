import { group, integer, list, reference, text } from '#phase/field.ts'
import { defineSection } from '#phase/section.ts'
import { highestScore, unscoredCriteria } from '../domain/priority-score.ts'

export const priority = defineSection({
  key: 'priority',
  name: { sv: 'Prioritering', en: 'Priority' },
  help: {
    sv: 'Poäng enligt länets viktade kriterier. Rangen bland alla ärenden vid BP1 räknas fram.',
    en: 'Scores under the county’s weighted criteria. The rank among all cases at BP1 follows.',
  },
  component: 'needUnderstanding',
  isMandatory: true,
  fields: {
    scores: list({
      label: { sv: 'Poäng', en: 'Scores' },
      max: 20,
      item: group({
        label: { sv: 'Poäng', en: 'Score' },
        fields: {
          criterion: reference({ label: { sv: 'Kriterium', en: 'Criterion' }, source: 'priorityCriteria' }),
          score: integer({
            label: { sv: 'Poäng, 0–5', en: 'Score, 0–5' },
            help: { sv: '0 = inte alls, 5 = i mycket hög grad.', en: '0 = not at all, 5 = to a very high degree.' },
            min: 0,
            max: highestScore,
          }),
          reason: text({ label: { sv: 'Motivering', en: 'Reason' }, max: 500 }),
        },
      }),
    }),
  },
  rules: ({ scores }, { county }) => [
    ...scores.flatMap(({ criterion }, index) => {
      const pointer = `/scores/${index}/criterion`
      if (!county.priorityCriteria.some(({ id }) => id === criterion))
        return [
          {
            pointer,
            code: 'unknownCriterion',
            message: {
              sv: 'Länet har inget sådant kriterium. Välj ett av länets.',
              en: 'The county has no such criterion. Choose one of its own.',
            },
          },
        ]
      if (scores.findIndex((other) => other.criterion === criterion) !== index)
        return [
          {
            pointer,
            code: 'scoredTwice',
            message: {
              sv: 'Kriteriet har redan poäng. Ta bort en av raderna.',
              en: 'The criterion has its score already. Remove one of the rows.',
            },
          },
        ]
      return []
    }),
    ...unscoredCriteria(county.priorityCriteria, scores).map(({ name }) => ({
      pointer: '/scores',
      code: 'notScored',
      message: { sv: `Sätt poäng för ${name.sv}.`, en: `Give a score for ${name.en}.` },
    })),
  ],
})
