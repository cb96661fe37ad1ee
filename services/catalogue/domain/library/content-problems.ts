import type { Text } from '#contracts/language.ts'
import type { FieldProblem } from '#lambda/field-problem.ts'
import { findingsInWording, wordingRules } from '#procurement-law/requirement-wording.ts'
import type { RequirementContent } from './requirement.ts'

const problem = (pointer: string, code: string, sv: string, en: string): FieldProblem => ({ pointer, code, message: { sv, en } })

const barrierProblems = ({ barrier: { level, why, askInstead } }: RequirementContent): FieldProblem[] => {
  if (level === 'none')
    return why || askInstead
      ? [
          problem(
            '/barrier/level',
            'barrierWithoutLevel',
            'Du har skrivit om ett hinder. Ange om kravet kan stänga ute eller ofta stänger ute små företag.',
            'You have written of a barrier. Say whether the requirement may or often does shut out small suppliers.',
          ),
        ]
      : []
  return [
    ...(why ? [] : [problem('/barrier/why', 'required', 'Skriv varför kravet stänger ute.', 'Write why it shuts out.')]),
    ...(askInstead
      ? []
      : [problem('/barrier/askInstead', 'required', 'Skriv vad man kan fråga i stället.', 'Write what to ask instead.')]),
  ]
}

const wordingProblems = (words: Text): FieldProblem[] =>
  (['sv', 'en'] as const).flatMap((language) =>
    findingsInWording(words[language])
      .filter(({ rule }) => wordingRules[rule].severity === 'breach')
      .map(({ rule, quote }) => {
        const { name, source, remedy } = wordingRules[rule]
        return problem(
          `/text/${language}`,
          rule,
          `${name.sv}: ”${quote}” (${source}). ${remedy.sv}`,
          `${name.en}: “${quote}” (${source}). ${remedy.en}`,
        )
      }),
  )

/**
 * What must be put right before a requirement can stand in the library: the two languages are not the same text, the last day
 * does not come before the first, a barrier says why and what to ask instead, and the words are not against LOU 4:1, 9:4, 9:6.
 */
export const contentProblems = (content: RequirementContent): readonly FieldProblem[] => [
  ...(content.text.sv === content.text.en
    ? [problem('/text/en', 'sameAsSwedish', 'Skriv kravet på engelska också.', 'Write the requirement in English too.')]
    : []),
  ...(content.validTo !== undefined && content.validTo < content.validFrom
    ? [
        problem(
          '/validTo',
          'endsBeforeItBegins',
          'Kravet slutar gälla före det börjar. Ändra något av datumen.',
          'The requirement ends before it begins. Change one of the days.',
        ),
      ]
    : []),
  ...barrierProblems(content),
  ...wordingProblems(content.text),
]
