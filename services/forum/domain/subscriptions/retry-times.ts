/**
 * Minutes to wait after each attempt that failed, about as Standard Webhooks recommends ("Deliverability": retries with a
 * growing wait over a day or more). After the last one the delivery has failed.
 */
const waitsMinutes = [1, 5, 30, 120, 300, 600, 840, 1_200] as const

const minuteMilliseconds = 60_000

/** @param attempts made so far, at least one. @returns when to try again (RFC 3339), or undefined when enough has been tried. */
export const nextAttemptAt = (attempts: number, now: string): string | undefined => {
  const minutes = waitsMinutes[attempts - 1]
  return minutes === undefined ? undefined : new Date(Date.parse(now) + minutes * minuteMilliseconds).toISOString()
}
