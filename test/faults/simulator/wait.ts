import type { Phase } from '#contracts/words.ts'
import type { Errand } from './errand.ts'

/** What may wait while everything else rests: as data, so that a county at rest can be kept and gone on with many times. */
export type Wait =
  /** Somebody thinks, and then does this. */
  | { readonly kind: 'errand'; readonly errand: Errand }
  /** The time of an attempt that waits for its token runs out. */
  | { readonly kind: 'timeout'; readonly execution: string; readonly token: string }
  /** The schedule of a phase is due. */
  | { readonly kind: 'schedule'; readonly phase: Phase }
