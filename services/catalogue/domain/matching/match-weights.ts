/**
 * What a match is made of and how much each part weighs: the method's figures, all of them here, each with its reason. They
 * were set on the tuning half of the bench's labelled needs (docs/decisions/0035-matching.md) and are no rule of law.
 */
export const matchMethod = {
  validFrom: '2026-11-20',

  /** How much a word counts, by where in the product's description it stands. Whole numbers; 0 adds no length either. */
  passages: {
    /** Said in the fewest words, and kept apart function by function. */
    function: 3,
    /** What need it meets is what is asked for. */
    needMet: 3,
    summary: 2,
    /** The name of a standard answers a requirement or a function, and says nothing of what the product is for. */
    interface: 0,
  },

  /** How much a word counts, by where in the need it stands. */
  question: { title: 3, function: 2, description: 1 },

  words: {
    /** The share of a compound's weight that is the word itself; its parts have the rest. */
    wholeCompound: 0.45,
    sameMeaning: 0.75,
    kinMeaning: 0.35,
    misspelling: 0.6,
    /** BM25's k1: how soon more passages with the same word add nothing. */
    saturation: 1.2,
    /** BM25's b: how far a longer description must say more to count the same. */
    lengthNormalisation: 0.5,
  },

  /** A passage of more words than this was not written about one function. */
  passageWords: { full: 12, lossPerWord: 0.02 },

  /** From here on a function is held to be offered; below, it is shown as a gap. */
  offered: 0.45,

  /**
   * What the products that answer best say alike is asked for too: it is how suppliers name what the need names otherwise.
   * Only what at least two of them say, so that nobody's own words pull itself up.
   */
  neighbours: { products: 5, saidByAtLeast: 2, words: 40, weight: 2 },

  /**
   * How well what the product is for is what is needed. The words are the measure; each of these takes at most its share off,
   * where the need states something and the product has nothing of it.
   */
  relevance: {
    /** Function by function; the words have counted them once already. */
    functions: 0.08,
    targetGroups: 0.15,
    /** The step of care tells better than the words whether it is the same sort of thing. */
    careSteps: 0.27,
  },

  /**
   * What is known of the product beside what it is for. Each takes at most its share off, when nothing speaks for the
   * product: what is well proven and answers another need is never first.
   */
  assurance: {
    /** Musts and weighted requirements, of the case: what decides in the end. */
    requirements: 0.35,
    /** Open interfaces keep neighbours and successors possible. */
    openness: 0.02,
    /** An evaluation to reuse saves a pilot. */
    evaluations: 0.02,
    /** A contract that lets others call off saves a procurement. That there is one counts, never how many. */
    callOff: 0.01,
  },
} as const

/** Less than this is not an answer: a word or two in common. */
export const leastRelevance = 0.05

export type PassageKind = keyof typeof matchMethod.passages
export type RelevancePart = keyof typeof matchMethod.relevance
export type AssurancePart = keyof typeof matchMethod.assurance
