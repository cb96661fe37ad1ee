const longestSetTimeoutMs = 2 ** 31 - 1

/** One for all: nobody asks where it comes from, and an error's stack is most of what it costs. */
const cutShort = Object.assign(new Error('The sleep was cut short.'), { name: 'AbortError' })

/**
 * Resolves when `now` has reached `time` (milliseconds since 1970), however far away that is: setTimeout alone fires at once
 * when it is asked for more than 24 days. Rejects with an AbortError when aborted.
 */
export const sleepUntil = (time: number, now: () => number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    let timer: NodeJS.Timeout | undefined
    const giveUp = (): void => {
      clearTimeout(timer)
      reject(cutShort)
    }
    const wind = (): void => {
      const leftMs = time - now()
      if (leftMs > 0) {
        timer = setTimeout(wind, Math.min(leftMs, longestSetTimeoutMs))
        return
      }
      signal.removeEventListener('abort', giveUp)
      resolve()
    }
    if (signal.aborted) giveUp()
    else {
      signal.addEventListener('abort', giveUp, { once: true })
      wind()
    }
  })
