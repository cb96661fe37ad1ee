import type { InformationPackage } from '#contracts/dialogue.ts'
import { fact } from '#contracts/event.ts'
import type { Fact } from '#contracts/event.ts'
import { equalInformationChanged } from '#contracts/forum-events.ts'
import type { CaseId } from '#contracts/ids.ts'
import { digestOf } from '#lambda/digest.ts'
import type { Dialogue } from './dialogue.ts'
import { informationPartOf } from './information-part.ts'

/** Where everybody reads a case's package, without signing in. */
export const packagePath = (id: CaseId): string => `/v1/forum/cases/${id}/information-package`

/**
 * The case's package after a change of one of its dialogues: the next version when the change told suppliers anything,
 * undefined when it did not - an answer to an RFI, a registration, a note for staff.
 */
export const packageAfter = (
  before: InformationPackage | undefined,
  { state, log }: Dialogue,
  now: string,
): { package: InformationPackage; fact: Fact } | undefined => {
  const part = informationPartOf(state, log)
  if (!state.case || !part) return undefined
  const digest = digestOf(part)
  const known = before?.dialogues ?? []
  if (known.some((one) => one.dialogueId === part.dialogueId && one.digest === digest)) return undefined
  const row = {
    dialogueId: part.dialogueId,
    kind: part.kind,
    title: part.title,
    status: part.status,
    heldOn: part.heldOn,
    entries: log.length,
    digest,
  }
  const dialogues = known.some(({ dialogueId: id }) => id === row.dialogueId)
    ? known.map((one) => (one.dialogueId === row.dialogueId ? row : one))
    : [...known, row]
  const after: InformationPackage = {
    version: (before?.version ?? 0) + 1,
    digest: digestOf(dialogues),
    changedAt: now,
    url: packagePath(state.case.caseId),
    dialogues,
  }
  return { package: after, fact: fact(equalInformationChanged, { package: after }) }
}
