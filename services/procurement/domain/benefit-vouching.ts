import type { Dossier } from '#contracts/dossier.ts'
import { promisedBenefits } from '#phase/domain/promised-benefits.ts'

export interface Vouching {
  readonly benefits: readonly { readonly benefit: string; readonly verdict: 'vouched' | 'inPart' | 'notVouched' }[]
  readonly functions: readonly { readonly function: string; readonly isMet: boolean }[]
}

/** Names of the benefits and functions that the vouching leaves out or does not stand for (RUVeS 5.4). */
export const notVouchedFor = ({ benefits, functions }: Vouching, dossier: Dossier): readonly string[] => {
  const isVouched = (id: string) => benefits.some((row) => row.benefit === id && row.verdict !== 'notVouched')
  const isMet = (id: string) => functions.some((row) => row.function === id && row.isMet)
  return [
    ...promisedBenefits(dossier).filter((line) => !isVouched(line.id)),
    ...(dossier.ideas?.functions ?? []).filter(({ id }) => !isMet(id)),
  ].map(({ name }) => name)
}
