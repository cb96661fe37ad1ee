/** What is claimed about a live installation, and what was found. */
export interface Claim {
  readonly what: string
  /** How many things were looked at. Nothing seen is nothing shown. */
  readonly seen: number
  /** One line for each that is not as claimed. */
  readonly failures: readonly string[]
}

export const holds = ({ seen, failures }: Claim): boolean => seen > 0 && failures.length === 0

const shownFailures = 5

/** One row of the table, with the first of what is wrong under it. */
export const tellClaim = (claim: Claim): readonly string[] => {
  const { what, seen, failures } = claim
  const failed = seen === 0 ? ['nothing was seen'] : failures
  return [
    `${holds(claim) ? 'ok    ' : 'FAILED'} ${String(seen).padStart(4)}  ${what}`,
    ...failed.slice(0, shownFailures).map((line) => `               ${line}`),
    ...(failed.length > shownFailures ? [`               and ${failed.length - shownFailures} more`] : []),
  ]
}

export const tellSum = (claims: readonly Claim[]): string => {
  const failed = claims.filter((claim) => !holds(claim)).length
  return `verify:deploy: ${claims.length - failed} claims hold, ${failed} failed`
}

/** Where claims are made, one after the other, and printed as they are found. */
export interface Claims {
  /** A fault while looking is a failure of the claim, not of the run. */
  readonly claim: (what: string, look: () => Promise<Pick<Claim, 'seen' | 'failures'>>) => Promise<void>
  readonly all: () => readonly Claim[]
}

export const createClaims = (printLine: (line: string) => void): Claims => {
  const made: Claim[] = []
  return {
    claim: async (what, look) => {
      let found: Pick<Claim, 'seen' | 'failures'>
      try {
        found = await look()
      } catch (error) {
        found = { seen: 1, failures: [error instanceof Error ? `${error.name}: ${error.message}` : String(error)] }
      }
      const claim = { what, ...found }
      made.push(claim)
      for (const line of tellClaim(claim)) printLine(line)
    },
    all: () => made,
  }
}

/** Looks at each of many in turn. @returns how many there were, and what was wrong, by name. */
export const eachOf = async <T>(
  all: readonly T[],
  nameOf: (one: T) => string,
  look: (one: T) => Promise<readonly string[]>,
): Promise<Pick<Claim, 'seen' | 'failures'>> => {
  const failures: string[] = []
  for (const one of all) failures.push(...(await look(one)).map((failure) => `${nameOf(one)}: ${failure}`))
  return { seen: all.length, failures }
}
