import type { CaseId } from '#contracts/ids.ts'
import { answer, refused } from '#lambda/outcome.ts'
import { noHash } from '../domain/journal-chain.ts'
import { breaches, verifyChain } from '../domain/verify-chain.ts'
import type { InsightParts } from './insight-parts.ts'

/** Walks the whole chain of a case and compares it with its head; names the first entry that is not as it was written. */
export const createVerifyJournal =
  ({ journal }: InsightParts) =>
  async ({ caseId }: { caseId: CaseId }) => {
    const inspected = await journal.inspect(caseId)
    if (inspected === 'changing') return refused('busy')
    const { head, links } = inspected
    if (!head && links.length === 0) return refused('journalNotFound')
    const broken = verifyChain(links, head)
    return answer({
      isIntact: broken === undefined,
      entries: head?.entries ?? links.length,
      head: head?.hash ?? links.at(-1)?.hash ?? noHash,
      ...(broken && { brokenAt: { sequence: broken.sequence, code: broken.breach, why: breaches[broken.breach] } }),
    })
  }
