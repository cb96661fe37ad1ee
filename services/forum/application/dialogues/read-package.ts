import * as z from 'zod'
import { informationPackage } from '#contracts/dialogue.ts'
import { caseId } from '#contracts/ids.ts'
import type { CaseId, DialogueId } from '#contracts/ids.ts'
import { digest as digestSchema } from '#contracts/ids.ts'
import { digestOf } from '#lambda/digest.ts'
import { answer, refused } from '#lambda/outcome.ts'
import { informationPart, informationPartOf } from '../../domain/dialogues/information-part.ts'
import type { DialogueParts } from './dialogue-parts.ts'

/** `package` says what the parts are and what their digests must be; whoever has both can check that nothing is missing. */
export const packageView = z.object({ caseId, package: informationPackage, parts: z.array(informationPart) })

/** A dialogue's part of the package, with its own digest. */
export const partView = z.object({ part: informationPart, digest: digestSchema })

/** Everything that any supplier has been told in the case's dialogues (LOU 4:8): the latest version, or as it was then. */
export const createReadCasePackage =
  ({ dialogues }: DialogueParts) =>
  async ({ caseId: id, version }: { caseId: CaseId; version?: number | undefined }) => {
    const found = version === undefined ? await dialogues.findPackage(id) : await dialogues.findPackageVersion(id, version)
    if (!found) return refused('packageNotFound')
    const parts = await Promise.all(
      found.dialogues.map(async ({ dialogueId, entries }) => {
        const dialogue = await dialogues.find(dialogueId)
        const part = dialogue && informationPartOf(dialogue.state, dialogue.log.slice(0, entries))
        if (!part) throw new Error(`the package of case ${id} names a dialogue that is not there`)
        return part
      }),
    )
    return answer({ caseId: id, package: found, parts })
  }

export const createReadDialoguePart =
  ({ dialogues }: DialogueParts) =>
  async ({ dialogueId }: { dialogueId: DialogueId }) => {
    const dialogue = await dialogues.find(dialogueId)
    const part = dialogue && informationPartOf(dialogue.state, dialogue.log)
    return part ? answer({ part, digest: digestOf(part) }) : refused('packageNotFound')
  }
