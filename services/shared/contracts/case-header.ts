import * as z from 'zod'
import { caseId, caseNumber, organisationId, timestamp } from './ids.ts'
import { sender } from './words.ts'

/** What every service knows of a case. */
export const caseHeader = z.object({
  caseId,
  caseNumber,
  title: z.string().min(1).max(200),
  organisation: organisationId,
  submittedAt: timestamp,
  submittedBy: sender,
})
export type CaseHeader = z.infer<typeof caseHeader>
