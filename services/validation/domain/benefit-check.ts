import type { Dossier } from '#contracts/dossier.ts'
import { promisedBenefits } from '#phase/domain/promised-benefits.ts'

export interface CheckedBenefit {
  readonly benefit: string
  readonly outlook: 'shown' | 'atRisk' | 'lost'
}

/**
 * Names of the promised benefits that the check leaves out or holds for lost. One at risk still counts: the
 * section says what is done.
 */
export const benefitsNotComing = (checked: readonly CheckedBenefit[], dossier: Dossier): readonly string[] =>
  promisedBenefits(dossier)
    .filter(({ id }) => !checked.some((row) => row.benefit === id && row.outlook !== 'lost'))
    .map(({ name }) => name)
