export const libraryLimits = {
  textCharacters: 600,
  proseCharacters: 500,
  documentCharacters: 160,
  clauseCharacters: 120,
  sources: 5,
  words: 20,
  wordCharacters: 40,
  reasonCharacters: 1_000,
  /** Of an import; the answer tells of each row. */
  importedRows: 200,
  fileRows: 10_000,
  /** Of a case that asks for proposals. */
  functions: 40,
  functionCharacters: 300,
  /** Of a check. */
  checkedRequirements: 200,
  checkedCharacters: 2_000,
  /** Of one kind. Those of the library's own releases are numbered below `firstOwnNumber`. */
  lastNumber: 999,
  firstOwnNumber: 500,
} as const
