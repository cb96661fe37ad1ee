import * as z from 'zod'
import type { Text } from './language.ts'

/** The size classes of companies that a notice of result reports (eForms BT-165). */
export const companySizes = {
  micro: { sv: 'Mikroföretag', en: 'Micro company' },
  small: { sv: 'Litet företag', en: 'Small company' },
  medium: { sv: 'Medelstort företag', en: 'Medium company' },
  large: { sv: 'Stort företag', en: 'Large company' },
} as const satisfies Readonly<Record<string, Text>>

export const companySize = z.enum(['micro', 'small', 'medium', 'large'])
export type CompanySize = keyof typeof companySizes

/** Counts among small and medium companies (eSME; eForms BT-760, t-sme). */
export const isSmallCompany = (size: CompanySize): boolean => size !== 'large'
