/** Every limit of a record, in one place. */
export const limits = {
  sectionBytes: 60_000,
  /** A row holds 409,600 bytes; a decision with all its reasons must still fit on top of this. */
  headBytes: 330_000,
  dossierBytes: 150_000,
  opinionsPerRecord: 40,
  roundsPerPhase: 100,
  questionCharacters: 1_000,
  commentCharacters: 4_000,
  reasonCharacters: 1_000,
  opinionDueDays: 365,
} as const

export const jsonBytes = (value: unknown): number => Buffer.byteLength(JSON.stringify(value))
