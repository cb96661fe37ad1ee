/**
 * The System Usability Scale: ten statements answered 1 (disagree) to 5 (agree); the odd ones praise, the even
 * ones complain. Source: J. Brooke, SUS: a quick and dirty usability scale, 1996.
 */
const statements = 10
const lowest = 1
const highest = 5
const pointsPerStep = 2.5

/**
 * The ten answers of a respondent, or undefined if the text is not ten answers with space between. The spaces
 * matter: ten digits in a row could read as a personal identity number and be refused.
 */
export const susAnswersOf = (text: string): readonly number[] | undefined => {
  const answers = text.trim().split(/\s+/)
  return answers.length === statements && answers.every((answer) => /^[1-5]$/.test(answer)) ? answers.map(Number) : undefined
}

/** The score of one respondent, 0-100: how far each answer lies from the worst one, times 2.5. */
export const susScore = (answers: readonly number[]): number =>
  answers.reduce((sum, answer, index) => sum + (index % 2 === 0 ? answer - lowest : highest - answer), 0) * pointsPerStep

/**
 * The mean score of all respondents, rounded to one decimal; undefined when nobody has answered. Unreadable
 * answers are left out.
 */
export const meanSusScore = (responses: readonly { readonly answers: string }[]): number | undefined => {
  const scores = responses.flatMap(({ answers }) => {
    const read = susAnswersOf(answers)
    return read === undefined ? [] : [susScore(read)]
  })
  return scores.length === 0 ? undefined : Math.round((scores.reduce((sum, score) => sum + score, 0) / scores.length) * 10) / 10
}
