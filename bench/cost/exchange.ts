/** One request that a function's AWS client made, with its answer. */
export interface Exchange {
  /** As the service names it, for example `TransactWriteItems`. */
  readonly operation: string
  readonly request: unknown
  readonly status: number
  readonly answer: unknown
}
