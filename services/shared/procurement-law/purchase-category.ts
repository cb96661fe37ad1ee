import type { Text } from '#contracts/language.ts'

/** What is bought, as far as LOU asks: the services of annex 2 have their own threshold and their own rules (LOU 1:4, 19:1). */
export const purchaseCategories = {
  ordinary: { sv: 'Varor eller tjänster i allmänhet', en: 'Goods or services in general' },
  annex2: {
    sv: 'Sociala och andra särskilda tjänster (LOU bilaga 2)',
    en: 'Social and other specific services (LOU annex 2)',
  },
} as const satisfies Readonly<Record<string, Text>>

export type PurchaseCategory = keyof typeof purchaseCategories
