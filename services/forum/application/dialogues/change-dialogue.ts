import type { Actor } from '#contracts/actor.ts'
import { authorOf } from '#contracts/actor.ts'
import type { InformationPackage } from '#contracts/dialogue.ts'
import type { Fact } from '#contracts/event.ts'
import type { DialogueId } from '#contracts/ids.ts'
import { refused } from '#lambda/outcome.ts'
import type { Refused, Transition } from '#lambda/outcome.ts'
import { performOn } from '#lambda/perform.ts'
import type { Context } from '#lambda/unit-of-work.ts'
import { packageAfter } from '../../domain/dialogues/case-package.ts'
import type { Dialogue, Doer } from '../../domain/dialogues/dialogue.ts'
import { worksWith } from '../../domain/dialogues/permissions.ts'
import type { DialogueParts } from './dialogue-parts.ts'
import { presentDialogue } from './present-dialogue.ts'

interface Loaded {
  readonly dialogue: Dialogue
  /** Of the dialogue's case, before the change. */
  readonly known: InformationPackage | undefined
}

interface Change {
  readonly kind: 'applied'
  readonly state: Loaded
  readonly facts: readonly Fact[]
  readonly package: { readonly before: InformationPackage | undefined; readonly after: InformationPackage } | undefined
}

export interface ChangeParts {
  readonly parts: DialogueParts
  readonly dialogueId: DialogueId
  readonly actor: Actor
  readonly context: Context
}

/**
 * Load, decide, save - what every change of a dialogue has in common. What it tells suppliers goes into the case's
 * package in the same transaction, so that the package is never behind the log. A plan is not there for outsiders.
 */
export const changeDialogue = <Code extends string>(
  { parts: { county, dialogues }, dialogueId, actor, context }: ChangeParts,
  decide: (dialogue: Dialogue, doer: Doer) => Transition<Dialogue, Code>,
) =>
  performOn(
    {
      load: async (): Promise<Loaded | undefined> => {
        const dialogue = await dialogues.find(dialogueId)
        if (!dialogue || (dialogue.state.status === 'planned' && !worksWith(actor, dialogue.state, county))) return undefined
        const about = dialogue.state.case
        return { dialogue, known: about && (await dialogues.findPackage(about.caseId)) }
      },
      missing: 'dialogueNotFound' as const,
      decide: (before): Change | Refused<Code> | { readonly kind: 'unchanged' } => {
        const decided = decide(before.dialogue, { now: context.now, author: authorOf(actor) })
        if (decided.kind !== 'applied') return decided
        const next = packageAfter(before.known, decided.state, context.now)
        return {
          kind: 'applied',
          state: { ...before, dialogue: decided.state },
          facts: [...decided.facts, ...(next ? [next.fact] : [])],
          package: next && { before: before.known, after: next.package },
        }
      },
      save: (before, { state, facts, package: changed }, once) =>
        dialogues.save({ before: before.dialogue, after: state.dialogue, package: changed, facts, once }, context),
      present: ({ dialogue }) => ({
        value: presentDialogue(dialogue, { actor, county, now: context.now }),
        version: dialogue.version,
      }),
    },
    context,
  )

/** As `changeDialogue`, when somebody must be allowed to. */
export const changeAllowedDialogue = <Code extends string, Forbidden extends string>(
  change: ChangeParts,
  mayDo: (dialogue: Dialogue) => Refused<Forbidden> | undefined,
  decide: (dialogue: Dialogue, doer: Doer) => Transition<Dialogue, Code>,
) =>
  changeDialogue<Code | Forbidden>(change, (dialogue, doer) => {
    const forbidden = mayDo(dialogue)
    return forbidden ? refused(forbidden.code) : decide(dialogue, doer)
  })
