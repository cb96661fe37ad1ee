import { companySizes, isSmallCompany } from '#contracts/company-sizes.ts'
import type { Text } from '#contracts/language.ts'

/** Companies by size, and the public bodies that an in-house or joint solution comes from. */
export const supplierSizes = {
  ...companySizes,
  public: { sv: 'Offentlig aktör', en: 'Public body' },
} as const satisfies Record<string, Text>
export type SupplierSize = keyof typeof supplierSizes

export const abilities = {
  now: { sv: 'Kan leverera nu', en: 'Can deliver now' },
  adaptation: { sv: 'Efter anpassning', en: 'After adaptation' },
  development: { sv: 'Efter utveckling', en: 'After development' },
  no: { sv: 'Kan inte leverera', en: 'Cannot deliver' },
} as const satisfies Record<string, Text>
export type Ability = keyof typeof abilities

interface AssessedSupplier {
  readonly size: SupplierSize
  readonly ability: Ability
}

export const ableSuppliers = <S extends AssessedSupplier>(suppliers: readonly S[]): S[] =>
  suppliers.filter(({ ability }) => ability !== 'no')

/** The eSME among those able: flow's small companies are the small and medium ones. */
export const ableSmallSuppliers = <S extends AssessedSupplier>(suppliers: readonly S[]): S[] =>
  ableSuppliers(suppliers).filter(({ size }) => size !== 'public' && isSmallCompany(size))
