import type { Text } from '#contracts/language.ts'
import { words } from '../language/words.ts'

export interface MarketPlace {
  readonly href: string
  readonly label: Text
  readonly about: Text
  /** The system map is for the public side alone; the rest is open. */
  readonly isForStaff?: true
}

/** The areas of the market, as the market's start page lists them. */
export const marketPlaces: readonly MarketPlace[] = [
  {
    href: '/forum',
    label: words.forum,
    about: {
      sv: 'Behov som vården och omsorgen söker lösningar på, dialoger med frågor och svar, samarbeten, utlysningar och händelser.',
      en: 'Needs that care seeks solutions for, dialogues with questions and answers, teams, calls and events.',
    },
  },
  {
    href: '/katalog',
    label: words.catalogue,
    about: {
      sv: 'Företag, produkter och tjänster, vad de gör och vad som är visat om dem.',
      en: 'Companies, products and services, what they do and what has been shown of them.',
    },
  },
  {
    href: '/kravbibliotek',
    label: words.requirementLibrary,
    about: {
      sv: 'Krav att återanvända, med källa och hur de verifieras.',
      en: 'Requirements to reuse, with their source and how they are verified.',
    },
  },
  {
    href: '/systemkarta',
    label: words.systemMap,
    about: {
      sv: 'Vilka system organisationerna har, av vilken leverantör, och när avtalen går ut.',
      en: 'Which systems the organisations have, from which supplier, and when the contracts end.',
    },
    isForStaff: true,
  },
]
