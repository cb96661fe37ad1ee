import { group, integer, list, prose, text } from '#phase/field.ts'
import { defineSection } from '#phase/section.ts'

export const training = defineSection({
  key: 'training',
  name: { sv: 'Utbildning inför pilot', en: 'Training for the pilot' },
  help: {
    sv: 'Vilka som utbildades för pilot och test, och hur det gick.',
    en: 'Who was trained for pilot and test, and how it went.',
  },
  component: 'needUnderstanding',
  isMandatory: true,
  fields: {
    goalPercent: integer({
      label: { sv: 'Mål: andel utbildade', en: 'Goal: share trained' },
      unit: { sv: '%', en: '%' },
      min: 1,
      max: 100,
    }),
    groups: list({
      label: { sv: 'Grupper', en: 'Groups' },
      max: 30,
      item: group({
        label: { sv: 'Grupp', en: 'Group' },
        fields: {
          name: text({ label: { sv: 'Grupp', en: 'Group' }, max: 120 }),
          people: integer({
            label: { sv: 'Antal som behöver utbildning', en: 'People who need training' },
            min: 1,
            max: 100_000,
          }),
          trained: integer({ label: { sv: 'Antal utbildade', en: 'People trained' }, max: 100_000 }),
          how: text({ label: { sv: 'Hur', en: 'How' } }),
        },
      }),
    }),
    evaluation: prose({
      label: { sv: 'Vad deltagarna tyckte och vad som ändras', en: 'What the participants thought and what changes' },
      max: 2_000,
    }),
  },
  rules: ({ groups }) =>
    groups.flatMap(({ people, trained }, index) =>
      trained > people
        ? [
            {
              pointer: `/groups/${index}/trained`,
              code: 'moreThanAll',
              message: {
                sv: 'Fler är utbildade än gruppen har. Rätta antalet.',
                en: 'More are trained than the group holds. Correct the number.',
              },
            },
          ]
        : [],
    ),
})
