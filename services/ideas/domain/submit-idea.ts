import { addWorkingDays, dayOf } from '#calendar/working-days.ts'
import type { County } from '#counties/county.ts'
import { fact } from '#contracts/event.ts'
import { ideaSubmitted } from '#contracts/events.ts'
import type { CaseId, OrganisationId } from '#contracts/ids.ts'
import type { Sender } from '#contracts/words.ts'
import { applied, refused } from '#lambda/outcome.ts'
import type { Transition } from '#lambda/outcome.ts'
import type { IdeaRefusalCode } from '../refusals.ts'
import type { IdeaState } from './idea.ts'

export interface Submission {
  readonly title: string
  readonly description: string
  readonly affected?: string | undefined
  readonly sender: Sender
  readonly organisation?: OrganisationId | undefined
  readonly contact?: { name?: string | undefined; email?: string | undefined } | undefined
}

/** Everybody's way in (Innovationssluss, RUVeS 5.1): nothing → `submitted`, with a promised day for the first answer. */
export const submitIdea = (
  { title, description, affected, sender, organisation, contact }: Submission,
  { ideaId, receiptDigest, county, now }: { ideaId: CaseId; receiptDigest: string; county: County; now: string },
): Transition<IdeaState, IdeaRefusalCode> => {
  if (organisation !== undefined && !county.organisations.some(({ id }) => id === organisation))
    return refused('organisationUnknown')
  const answerDueOn = addWorkingDays(dayOf(now), county.promises.ideaAnswer)
  const { name, email } = contact ?? {}
  return applied(
    {
      version: 1,
      idea: {
        ideaId,
        status: 'submitted',
        title,
        description,
        ...(affected && { affected }),
        sender,
        ...(organisation && { organisation }),
        ...((name || email) && { contact: { ...(name && { name }), ...(email && { email }) } }),
        submittedAt: now,
        answerDueOn,
        receiptDigest,
      },
    },
    fact(ideaSubmitted, { ideaId, title, submittedBy: sender, answerDueOn }, { phase: 'ideas' }),
  )
}
