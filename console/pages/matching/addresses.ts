import { backTo } from '../../back-to.ts'
import { later } from '../../later.ts'
import type { Doors } from '../../pages.ts'

/** The pages that help to fill in the sections of the matching phase. Which section each belongs to: section-aids.ts. */
export const registerMatchingPages = ({ staff: { read, write } }: Doors): void => {
  const ofPhase = '/arenden/:caseId/matching'

  const proposals = () => import('./requirements/proposal-page.tsx')
  read(
    `${ofPhase}/requirements/forslag`,
    later(proposals, ({ requirementProposalPage }) => requirementProposalPage),
  )
  write(
    `${ofPhase}/requirements/forslag`,
    later(proposals, ({ addProposedRequirements }) => addProposedRequirements),
  )
  write(
    `${ofPhase}/requirements/forslag/aterlamning`,
    later(
      () => import('./requirements/give-back-action.ts'),
      ({ giveBackRequirement }) => giveBackRequirement,
    ),
  )
  read(`${ofPhase}/requirements/forslag/aterlamning`, (c) =>
    backTo(c, 'arenden', c.req.param('caseId') ?? '', 'matching', 'requirements', 'forslag'),
  )

  const match = () => import('./match/match-page.tsx')
  read(
    `${ofPhase}/marknadsmatch`,
    later(match, ({ marketMatchPage }) => marketMatchPage),
  )
  write(
    `${ofPhase}/marknadsmatch`,
    later(match, ({ bringInProducts }) => bringInProducts),
  )

  const assessment = () => import('./assessment/assessment-page.tsx')
  read(
    `${ofPhase}/marketAssessment/forslag`,
    later(assessment, ({ assessmentProposalPage }) => assessmentProposalPage),
  )
  write(
    `${ofPhase}/marketAssessment/forslag`,
    later(assessment, ({ takeOverAssessment }) => takeOverAssessment),
  )

  const dialogue = () => import('./dialogue/dialogue-page.tsx')
  read(
    `${ofPhase}/marketDialogue/fran-forumet`,
    later(dialogue, ({ forumDialoguePage }) => forumDialoguePage),
  )
  write(
    `${ofPhase}/marketDialogue/fran-forumet`,
    later(dialogue, ({ bringInTalks }) => bringInTalks),
  )

  read(
    `${ofPhase}/jointPurchase/liknande-behov`,
    later(
      () => import('./kindred/kindred-page.tsx'),
      ({ kindredNeedsPage }) => kindredNeedsPage,
    ),
  )

  const joint = () => import('./joint/joint-page.tsx')
  read(
    `${ofPhase}/jointPurchase/kandidater`,
    later(joint, ({ jointCandidatesPage }) => jointCandidatesPage),
  )
  write(
    `${ofPhase}/jointPurchase/kandidater`,
    later(joint, ({ bringInOthers }) => bringInOthers),
  )
}
