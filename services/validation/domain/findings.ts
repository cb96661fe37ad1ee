import type { FieldProblem } from '#lambda/field-problem.ts'

export interface Finding {
  readonly finding: string
  readonly severity: 'serious' | 'moderate' | 'minor'
  readonly status: 'open' | 'fixed' | 'accepted'
  readonly note?: string | undefined
}

export interface Round {
  readonly number: number
  readonly deliveredOn: string
  readonly testedOn: string
  readonly findings: readonly Finding[]
}

/**
 * Serious findings of any round that are not fixed; a serious one cannot be accepted as it is. Findings stay in the
 * round that found them and change status there, so an old one counts as much as a new one.
 */
export const openSeriousFindings = (rounds: readonly Round[]): readonly Finding[] =>
  rounds.flatMap((round) => round.findings.filter(({ severity, status }) => severity === 'serious' && status !== 'fixed'))

/** Rounds are numbered without gaps and tested after delivery; who accepts a finding as it is says why. */
export const roundProblems = (rounds: readonly Round[]): FieldProblem[] =>
  rounds.flatMap((round, index) => [
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
    ...(round.testedOn >= round.deliveredOn
      ? []
      : [
          {
            pointer: `/rounds/${index}/testedOn`,
            code: 'datesOutOfOrder',
            message: { sv: 'Provet måste ligga efter leveransen.', en: 'The test must lie after the delivery.' },
          },
        ]),
    ...round.findings.flatMap(({ severity, status, note }, row) => {
      const pointer = `/rounds/${index}/findings/${row}`
      if (status === 'accepted' && severity === 'serious')
        return [
          {
            pointer: `${pointer}/status`,
            code: 'seriousAccepted',
            message: {
              sv: 'En allvarlig iakttagelse kan inte godtas. Rätta felet, eller sänk graden med skäl.',
              en: 'A serious finding cannot be accepted. Fix it, or lower its severity with a reason.',
            },
          },
        ]
      return status === 'accepted' && note === undefined
        ? [
            {
              pointer: `${pointer}/note`,
              code: 'reasonMissing',
              message: { sv: 'Skriv varför iakttagelsen godtas.', en: 'Write why the finding is accepted.' },
            },
          ]
        : []
    }),
  ])
