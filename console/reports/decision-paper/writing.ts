import { createAmounts } from '../../language/amounts.ts'
import type { Amounts } from '../../language/amounts.ts'
import type { Locale } from '../../language/locale.ts'
import type { Visit } from '../../visit.ts'
import type { PaperMaterial } from './load-material.ts'

/** What every part of the paper is written from. */
export interface Writing {
  readonly visit: Visit
  readonly locale: Locale
  readonly amounts: Amounts
  readonly material: PaperMaterial
}

export const createWriting = (visit: Visit, material: PaperMaterial): Writing => ({
  visit,
  locale: visit.locale,
  amounts: createAmounts(visit.locale),
  material,
})
