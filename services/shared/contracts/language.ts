import * as z from 'zod'

/** A text in the two languages of the product. Swedish is the default, English is always there too. */
export const text = z.strictObject({ sv: z.string(), en: z.string() })
export interface Text {
  readonly sv: string
  readonly en: string
}

export const languages = ['sv', 'en'] as const
export type Language = (typeof languages)[number]
