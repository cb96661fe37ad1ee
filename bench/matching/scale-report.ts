/** What a process measured of one catalogue. Times in milliseconds, memory in bytes. */
export interface ScaleReport {
  readonly products: number
  /** To read every product into an empty index, as a function does when it starts cold. */
  readonly build: number
  /** The first question after that, which makes the dictionary of compounds. */
  readonly firstQuestion: number
  readonly heap: number
  /** Typed arrays, beside the heap. */
  readonly arrays: number
  readonly plain: Times
  /** The same needs with sixty requirements each. */
  readonly demanding: Times
  /** MiniSearch, the same needs; left out where it would take too long. */
  readonly peer?: Times
}

export interface Times {
  readonly p50: number
  readonly p95: number
  /** Of the thread's own time, without waiting for a core. */
  readonly cpuP95: number
}
