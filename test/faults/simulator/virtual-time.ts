/** A clock that jumps to what is next, so that a wait of weeks takes no time. */
export interface VirtualTime {
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** Calls back when so much time has passed; two that are due at once go in the order that they were asked for. */
  readonly after: (milliseconds: number, action: () => void) => void
  readonly pause: (milliseconds: number) => Promise<void>
  /** Goes on until nothing is due any more, `isEnough` says so or the next thing is due after `until`. */
  readonly run: (isEnough: () => boolean, until: () => number) => Promise<'idle' | 'enough' | 'late'>
}

interface Due {
  readonly at: number
  readonly order: number
  readonly action: () => void
}

const isBefore = (a: Due, b: Due): boolean => a.at < b.at || (a.at === b.at && a.order < b.order)

/** Every promise that can go on has gone on, and what they asked for stands in the list of what is due. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

export const createVirtualTime = (start: string): VirtualTime => {
  let now = Date.parse(start)
  let order = 0
  const heap: Due[] = []

  const swap = (a: number, b: number): void => {
    // Both positions are within the heap.
    const [first, second] = [heap[a]!, heap[b]!]
    heap[a] = second
    heap[b] = first
  }
  const isAhead = (a: number, b: number): boolean => {
    const [first, second] = [heap[a], heap[b]]
    return first !== undefined && second !== undefined && isBefore(first, second)
  }
  const push = (due: Due): void => {
    heap.push(due)
    for (let at = heap.length - 1; at > 0;) {
      const parent = (at - 1) >> 1
      if (!isAhead(at, parent)) return
      swap(at, parent)
      at = parent
    }
  }
  const pop = (): Due | undefined => {
    const first = heap[0]
    const last = heap.pop()
    if (heap.length === 0 || !last) return first
    heap[0] = last
    for (let at = 0; ;) {
      const left = 2 * at + 1
      const right = left + 1
      let ahead = at
      if (isAhead(left, ahead)) ahead = left
      if (isAhead(right, ahead)) ahead = right
      if (ahead === at) return first
      swap(at, ahead)
      at = ahead
    }
  }

  const after: VirtualTime['after'] = (milliseconds, action) => {
    order += 1
    push({ at: now + milliseconds, order, action })
  }

  return {
    now: () => now,
    after,
    pause: (milliseconds) => new Promise((resolve) => after(milliseconds, resolve)),
    run: async (isEnough, until) => {
      await settled()
      for (;;) {
        if (isEnough()) return 'enough'
        const next = heap[0]
        if (!next) return 'idle'
        if (next.at > until()) return 'late'
        pop()
        now = next.at
        next.action()
        // oxlint-disable-next-line no-await-in-loop -- one thing happens after the other
        await settled()
      }
    },
  }
}
