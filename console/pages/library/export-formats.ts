import { tableFormats } from '../../tables/send-table.ts'

/** What the library can be taken home as. */
export const exportFormats = [...tableFormats, 'json'] as const
export type ExportFormat = (typeof exportFormats)[number]
