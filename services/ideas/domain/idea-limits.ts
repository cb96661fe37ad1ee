export const ideaLimits = {
  titleCharacters: 200,
  descriptionCharacters: 6_000,
  affectedCharacters: 1_000,
  answerCharacters: 4_000,
  contactCharacters: 200,
  /** How many recent ideas a new one is compared with. */
  compared: 500,
  similarShown: 5,
  /** How many merges are followed from one idea to the case that carries it. */
  mergeDepth: 5,
} as const
