import type { InformationPackage } from '#contracts/dialogue.ts'
import type { CaseId } from '#contracts/ids.ts'
import { assessmentCompleted, assessmentReopened, caseHandedOver, decisionExpired, decisionMade } from '#contracts/events.ts'
import { equalInformationChanged } from '#contracts/forum-events.ts'
import { on } from '#lambda/inbox.ts'
import type { Consumed, Consumer } from '#lambda/inbox.ts'
import { applied, refused, unchanged } from '#lambda/outcome.ts'
import type { Transition } from '#lambda/outcome.ts'
import { perform } from '#lambda/perform.ts'
import type { Context } from '#lambda/unit-of-work.ts'
import { applyDecision, expireDecision } from '../domain/apply-decision.ts'
import type { MadeDecision } from '../domain/apply-decision.ts'
import { noteAssessmentCompleted, noteAssessmentReopened } from '../domain/note-assessment.ts'
import { isNewerPackage, noteInformationPackage } from '../domain/note-information-package.ts'
import { receiveCase } from '../domain/receive-case.ts'
import type { PhaseRefusalCode } from '../refusals.ts'
import { changeCase } from './change-case.ts'
import type { PhaseParts } from './phase-parts.ts'

const createReceiveCase = (parts: PhaseParts) =>
  on(caseHandedOver, async ({ subject, data }, context) =>
    perform(
      {
        load: () => parts.repository.find(subject),
        decide: (record) =>
          receiveCase(record, {
            header: data.case,
            dossier: data.dossier,
            phase: parts.phase.phase,
            county: parts.county,
            now: context.now,
          }),
        save: (before, change, once) => parts.repository.save(before, change, context, { once }),
        present: () => ({ value: undefined }),
      },
      context,
    ),
  )

const followDecision = async (parts: PhaseParts, caseId: CaseId, made: MadeDecision, context: Context) => {
  const { phase, county, repository } = parts
  const frozen = await repository.findEvidence(caseId, made.round)
  return changeCase<PhaseRefusalCode>(parts, caseId, context, (record) =>
    frozen ? applyDecision(record, made, { phase, county, now: context.now, frozen }) : refused('evidenceNotFound'),
  )
}

/** Benefits may have heard of the case before the phase has: then the message comes again. */
const onceReceived = async (consumed: ReturnType<typeof changeCase>): Promise<Consumed> => {
  const result = await consumed
  return result.kind === 'refused' && result.code === 'caseNotFound' ? { kind: 'retry', reason: 'tooEarly' } : result
}

/** What the forum has told of a case that the phase does not have yet waits there for it; see case-table.ts. */
const keepForLater = ({ repository }: PhaseParts, caseId: CaseId, told: InformationPackage, context: Context) =>
  perform(
    {
      load: () => repository.findInformationPackage(caseId),
      decide: (known): Transition<InformationPackage | undefined, never> =>
        isNewerPackage(known, told) ? applied(told) : unchanged,
      save: (known, _, once) => repository.keepInformationPackage(caseId, known, told, once, context),
      present: () => ({ value: undefined }),
    },
    context,
  )

const followDialogues = (parts: PhaseParts): Consumer =>
  on(equalInformationChanged, async ({ subject, data }, context): Promise<Consumed> => {
    const noted = await changeCase(parts, subject, context, (record) => noteInformationPackage(record, data.package))
    return noted.kind === 'refused' && noted.code === 'caseNotFound' ? keepForLater(parts, subject, data.package, context) : noted
  })

/** Everything that a phase's inbox takes. */
export const createPhaseConsumers = (parts: PhaseParts): Consumer[] => {
  const { phase, county } = parts
  const always: Consumer[] = [
    on(decisionMade, ({ subject, data }, context) => followDecision(parts, subject, data, context)),
    on(decisionExpired, ({ subject, data }, context) =>
      changeCase(parts, subject, context, (record) => expireDecision(record, data, { county, now: context.now })),
    ),
  ]
  const assessed: Consumer[] = [
    on(assessmentCompleted, ({ subject, data }, context) =>
      onceReceived(changeCase(parts, subject, context, (record) => noteAssessmentCompleted(record, data.snapshot))),
    ),
    on(assessmentReopened, ({ subject, data }, context) =>
      onceReceived(changeCase(parts, subject, context, (record) => noteAssessmentReopened(record, data))),
    ),
  ]
  return [
    ...(phase.phase === 'ideas' ? [] : [createReceiveCase(parts)]),
    ...always,
    ...(phase.assessment ? assessed : []),
    ...(phase.followsDialogues ? [followDialogues(parts)] : []),
  ]
}
