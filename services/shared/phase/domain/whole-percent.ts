/** A share in whole percent, rounded down, so that a goal is never reached by rounding. 0 where the whole is nothing. */
export const wholePercent = (part: number, whole: number): number => (whole === 0 ? 0 : Math.floor((part / whole) * 100))
