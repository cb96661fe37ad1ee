/** Texts in characters. A dialogue is read whole, so its log has an end. */
export const limits = {
  title: 150,
  purpose: 2_000,
  place: 200,
  link: 500,
  documents: 10,
  documentText: 15_000,
  rfiQuestions: 30,
  question: 2_000,
  answer: 4_000,
  note: 6_000,
  reason: 1_000,
  company: 150,
  roles: 200,
  leastSeats: 2,
  mostSeats: 500,
  participants: 200,
  /** Of one supplier: nobody can fill the log for the others. */
  entriesOfOne: 40,
  /** Suppliers add no more after this; the organisation can always answer, correct and close. */
  logEntries: 1_000,
  /** Of one person, waiting for an answer at the same time. */
  openQuestions: 20,
} as const
