/** Every limit of an assessment and its measurements, in one place. */
export const limits = {
  linesPerAssessment: 100,
  /** JSON in UTF-8. A complete assessment travels in events, which a queue limits to 256 kB with all that goes with it. */
  assessmentBytes: 120_000,
  measurementsPerLine: 200,
  /** Of one import, and of one case in it: a measurement and its event are two rows of the case's one transaction. */
  importedRows: 500,
  importedCases: 50,
  importedRowsPerCase: 45,
  /** The highest row number of a file that anybody has. */
  fileRows: 1_048_576,
  nameCharacters: 200,
  measureCharacters: 200,
  unitCharacters: 40,
  ownerCharacters: 200,
  sourceCharacters: 300,
  reasonCharacters: 1_000,
  methodCharacters: 2_000,
  commentCharacters: 2_000,
  summaryCharacters: 4_000,
  levels: 5,
  levelHorizonYears: 2,
  horizonYears: 30,
  effects: 60,
  goals: 20,
  curves: 10,
  correlations: 10,
  /** Of a driver, in its own unit. */
  driverValue: 1_000_000_000_000,
  /** Öre per year and line. A hundred such lines still sum exactly. */
  amountOre: 1_000_000_000_000,
  /** Of a baseline, a target or a measured value, either way from zero, in the line's own unit. */
  measuredValue: 1_000_000_000_000,
} as const
