import { claimStatusNames } from '#contracts/market.ts'
import type { FormFields } from '../../forms/action-form.tsx'

/** What a curator is asked for, of a claim and of a registration alike. */
export const judgeFields: FormFields = {
  status: {
    kind: 'choice',
    label: { sv: 'Stämmer det?', en: 'Does it hold?' },
    options: [
      { value: 'verified', label: claimStatusNames.verified },
      { value: 'refuted', label: claimStatusNames.refuted },
    ],
    isRequired: true,
  },
  reason: {
    kind: 'prose',
    label: { sv: 'Hur det kontrollerades', en: 'How it was checked' },
    help: { sv: 'Visas för alla. Skriv inga personuppgifter.', en: 'Shown to everybody. Write no personal data.' },
    maxLength: 1_000,
    isRequired: true,
  },
}
