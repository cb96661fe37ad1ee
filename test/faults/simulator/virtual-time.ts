/** A clock that jumps to what is next, so that a wait of weeks takes no time. */
export interface VirtualTime<Wait> {
  /** Milliseconds since 1970. */
  readonly now: () => number
  /**
   * Calls back when so much time has passed; two that are due at once go in the order that they were asked for.
   * While any such action is due, something is in motion. @returns what takes it back.
   */
  readonly after: (milliseconds: number, action: () => void) => Cancel
  /** As `after`, for what may wait while everything rests: said as data, so that it can be kept and begun again elsewhere. */
  readonly keep: (milliseconds: number, wait: Wait) => Cancel
  readonly pause: (milliseconds: number) => Promise<void>
  readonly isAtRest: () => boolean
  /** What waits, in the order in which it is due. */
  readonly waits: () => readonly Waiting<Wait>[]
  /** Goes on until nothing is due any more, `isEnough` says so or the next thing is due after `until`. */
  readonly run: (isEnough: () => boolean, until: () => number) => Promise<'idle' | 'enough' | 'late'>
}

export type Cancel = () => void

export interface Waiting<Wait> {
  readonly at: number
  readonly wait: Wait
}

interface Due<Wait> {
  readonly at: number
  readonly order: number
  readonly action: () => void
  readonly wait: Wait | undefined
  isCancelled: boolean
}

const isBefore = (a: Due<unknown>, b: Due<unknown>): boolean => a.at < b.at || (a.at === b.at && a.order < b.order)

/** Every promise that can go on has gone on, and what they asked for stands in the list of what is due. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** What is due, the earliest first. */
const createHeap = <Wait>() => {
  const heap: Due<Wait>[] = []
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
  return {
    all: (): readonly Due<Wait>[] => heap,
    first: (): Due<Wait> | undefined => heap[0],
    push: (due: Due<Wait>): void => {
      heap.push(due)
      for (let at = heap.length - 1; at > 0;) {
        const parent = (at - 1) >> 1
        if (!isAhead(at, parent)) return
        swap(at, parent)
        at = parent
      }
    },
    pop: (): void => {
      const last = heap.pop()
      if (heap.length === 0 || !last) return
      heap[0] = last
      for (let at = 0; ;) {
        const left = 2 * at + 1
        const right = left + 1
        let ahead = at
        if (isAhead(left, ahead)) ahead = left
        if (isAhead(right, ahead)) ahead = right
        if (ahead === at) return
        swap(at, ahead)
        at = ahead
      }
    },
  }
}

/**
 * @param start milliseconds since 1970.
 * @param wake takes up again what was kept.
 */
export const createVirtualTime = <Wait>(start: number, wake: (wait: Wait) => void): VirtualTime<Wait> => {
  let now = start
  let order = 0
  let inMotion = 0
  const heap = createHeap<Wait>()

  const add = (milliseconds: number, action: () => void, wait: Wait | undefined): Cancel => {
    order += 1
    const due = { at: now + milliseconds, order, action, wait, isCancelled: false }
    heap.push(due)
    if (wait === undefined) inMotion += 1
    return () => {
      if (due.isCancelled) return
      due.isCancelled = true
      if (wait === undefined) inMotion -= 1
    }
  }

  const next = (): Due<Wait> | undefined => {
    while (heap.first()?.isCancelled) heap.pop()
    return heap.first()
  }

  return {
    now: () => now,
    after: (milliseconds, action) => add(milliseconds, action, undefined),
    keep: (milliseconds, wait) => add(milliseconds, () => wake(wait), wait),
    pause: (milliseconds) => new Promise((resolve) => void add(milliseconds, resolve, undefined)),
    isAtRest: () => inMotion === 0,
    waits: () =>
      heap
        .all()
        .filter(({ isCancelled }) => !isCancelled)
        .toSorted((a, b) => (isBefore(a, b) ? -1 : 1))
        .flatMap(({ at, wait }) => (wait === undefined ? [] : [{ at, wait }])),
    run: async (isEnough, until) => {
      await settled()
      for (;;) {
        if (isEnough()) return 'enough'
        const due = next()
        if (!due) return 'idle'
        if (due.at > until()) return 'late'
        heap.pop()
        now = due.at
        // Cancelled from now on: whoever takes it back later changes nothing.
        due.isCancelled = true
        if (due.wait === undefined) inMotion -= 1
        due.action()
        // oxlint-disable-next-line no-await-in-loop -- one thing happens after the other
        await settled()
      }
    },
  }
}
