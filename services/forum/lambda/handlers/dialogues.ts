import type { Handlers } from '#lambda/api.ts'
import { createDialogueTable } from '../../adapters/dialogue-table.ts'
import { createKnownCaseTable } from '../../adapters/known-case-table.ts'
import { createNeedTable } from '../../adapters/need-table.ts'
import type { DialogueParts } from '../../application/dialogues/dialogue-parts.ts'
import { createKeepLog } from '../../application/dialogues/keep-log.ts'
import { createLeadDialogue } from '../../application/dialogues/lead-dialogue.ts'
import { createPlanDialogue, createRewritePlan } from '../../application/dialogues/plan-dialogue.ts'
import { createListDialogues, createReadDialogue } from '../../application/dialogues/read-dialogues.ts'
import { createReadMarketDialogue } from '../../application/dialogues/read-market-dialogue.ts'
import { createReadCasePackage, createReadDialoguePart } from '../../application/dialogues/read-package.ts'
import { createTakePart } from '../../application/dialogues/take-part.ts'
import type { ForumRefusalCode } from '../../refusals.ts'
import type { DialoguesRoutes } from '../../routes/dialogues.ts'
import type { ForumParts } from '../parts.ts'

/** From a parsed request to one use case. */
export const dialoguesHandlers = ({ county, table, unitOfWork }: ForumParts): Handlers<DialoguesRoutes, ForumRefusalCode> => {
  const parts: DialogueParts = {
    county,
    dialogues: createDialogueTable(table, unitOfWork),
    cases: createKnownCaseTable(table, unitOfWork),
    needs: createNeedTable(table),
  }
  const plan = createPlanDialogue(parts)
  const rewrite = createRewritePlan(parts)
  const lead = createLeadDialogue(parts)
  const takePart = createTakePart(parts)
  const keepLog = createKeepLog(parts)
  const list = createListDialogues(parts)
  const read = createReadDialogue(parts)
  const readPart = createReadDialoguePart(parts)
  const readPackage = createReadCasePackage(parts)
  const readMarketDialogue = createReadMarketDialogue(parts)
  return {
    // The gateway asks nobody for a token at a public address, so there is no telling who reads.
    listDialogues: ({ query }) => list(query, undefined),
    listDialoguePlans: ({ query, actor }) => list({ ...query, status: 'planned' }, actor),
    planDialogue: ({ body, actor, context }) => plan(body, actor, context),
    readDialogue: ({ parameters, context }) => read(parameters, undefined, context),
    readDialogueAsMember: ({ parameters, actor, context }) => read(parameters, actor, context),
    rewriteDialoguePlan: ({ parameters, body, ifMatch, actor, context }) =>
      rewrite({ ...parameters, plan: body, seen: ifMatch, actor }, context),
    openDialogue: ({ parameters, ifMatch, actor, context }) => lead.open({ ...parameters, seen: ifMatch, actor }, context),
    rescheduleDialogue: ({ parameters, body, ifMatch, actor, context }) =>
      lead.reschedule({ ...parameters, seen: ifMatch, actor }, body, context),
    closeDialogue: ({ parameters, body, ifMatch, actor, context }) =>
      lead.close({ ...parameters, seen: ifMatch, actor }, body, context),
    cancelDialogue: ({ parameters, body, ifMatch, actor, context }) =>
      lead.cancel({ ...parameters, seen: ifMatch, actor }, body, context),
    addDialogueDocument: ({ parameters, body, actor, context }) => keepLog.addDocument({ ...parameters, actor }, body, context),
    registerForDialogue: ({ parameters, body, actor, context }) => takePart.register({ ...parameters, actor }, body, context),
    withdrawDialogueRegistration: ({ parameters, actor, context }) => takePart.withdraw({ ...parameters, actor }, context),
    drawDialogueLots: ({ parameters, actor, context }) => keepLog.drawLots({ ...parameters, actor }, context),
    noteDialogueMeeting: ({ parameters, body, actor, context }) => keepLog.noteMeeting({ ...parameters, actor }, body, context),
    askInDialogue: ({ parameters, body, actor, context }) => takePart.ask({ ...parameters, actor }, body, context),
    answerDialogueQuestion: ({ parameters: { dialogueId, question }, body, actor, context }) =>
      keepLog.answerQuestion({ dialogueId, actor }, question, body, context),
    setDialogueQuestionAside: ({ parameters: { dialogueId, question }, body, actor, context }) =>
      keepLog.setQuestionAside({ dialogueId, actor }, question, body, context),
    answerRequestForInformation: ({ parameters, body, actor, context }) =>
      takePart.answer({ ...parameters, actor }, body, context),
    summariseDialogueAnswers: ({ parameters, body, actor, context }) =>
      keepLog.summariseAnswers({ ...parameters, actor }, body, context),
    commentOnDraft: ({ parameters, body, actor, context }) => takePart.comment({ ...parameters, actor }, body, context),
    correctDialogueLog: ({ parameters, body, actor, context }) => keepLog.correct({ ...parameters, actor }, body, context),
    declareDialogueConflict: ({ parameters, body, actor, context }) =>
      keepLog.declareConflict({ ...parameters, actor }, body, context),
    readDialoguePackage: ({ parameters }) => readPart(parameters),
    readCasePackage: ({ parameters, query }) => readPackage({ ...parameters, ...query }),
    proposeMarketDialogue: ({ parameters, actor }) => readMarketDialogue(parameters, actor),
  }
}
