/** What the system map takes. Texts in characters. */
export const systemLimits = {
  nameCharacters: 150,
  purposeCharacters: 1_000,
  functionCharacters: 150,
  functions: 30,
  standardCharacters: 100,
  referenceCharacters: 60,
  contracts: 20,
  /** A file has columns for as many. */
  options: 5,
  integrations: 50,
  cpvCodes: 20,
  users: 10_000_000,
  /** Öre. */
  contractValue: 10_000_000_000_000,
  optionMonths: 120,
  noticeMonths: 36,
  /** Of one organisation: its names stand in one row of the table. */
  systems: 1_000,
  /** Systems of one file: each is a transaction of its own, and all are stored within one request. */
  importedSystems: 100,
  fileRows: 10_000,
} as const

/** Longest a planning window can be: beyond it few contracts are known. */
export const longestWindowMonths = 120

/**
 * How far ahead to look for contracts that run out when nobody says: two years. A need that is taken up today is in use
 * after the promised times of the phases up to and including rollout - 510 working days in the example county - which is
 * two years. A contract that ends sooner is already in a hurry.
 */
export const usualWindowMonths = 24
