import type { Text } from '#contracts/language.ts'

/** What a line organisation needs in its hands before it takes over from a project (RUVeS 5.6). */
export const checklist = {
  documentation: { sv: 'Dokumentation av lösningen', en: 'Documentation of the solution' },
  contract: { sv: 'Avtalet och kontakten med leverantören', en: 'The contract and the contact with the supplier' },
  operation: { sv: 'Drift, övervakning och återställning', en: 'Operation, monitoring and recovery' },
  support: { sv: 'Stöd till användarna', en: 'Support to the users' },
  security: { sv: 'Informationssäkerhet och behörigheter', en: 'Information security and access rights' },
  risks: { sv: 'Riskanalysen med öppna risker', en: 'The risk analysis with open risks' },
  training: { sv: 'Utbildning för nya medarbetare', en: 'Training for new staff' },
  benefits: {
    sv: 'Mått, nollmätning och plan för uppföljning av nyttan',
    en: 'Measures, baseline and plan for following up the benefit',
  },
  budget: { sv: 'Budget för förvaltningen', en: 'Budget of the line organisation' },
} as const satisfies Readonly<Record<string, Text>>

export type ChecklistItem = keyof typeof checklist

// Object.keys widens the literal keys to string.
export const checklistItems = Object.keys(checklist) as ChecklistItem[]

/** The items that are not on the list or not done. */
export const itemsNotDone = (
  rows: readonly { readonly item: ChecklistItem; readonly isDone: boolean }[],
): readonly ChecklistItem[] => checklistItems.filter((item) => !rows.some((row) => row.item === item && row.isDone))
