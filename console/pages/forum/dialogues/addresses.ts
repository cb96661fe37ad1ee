import { backTo } from '../../../back-to.ts'
import { later } from '../../../later.ts'
import type { Doors } from '../../../pages.ts'

const list = () => import('./dialogue-list.tsx')
const dialogue = () => import('./dialogue-page.tsx')
const actions = () => import('./dialogue-actions.ts')
const plans = () => import('./plan-page.tsx')
const packages = () => import('./package-page.tsx')

/** Dialogues with the market. What was told to all is open to all; to take part one signs in. */
export const registerDialoguePages = ({ open, members, staff }: Doors): void => {
  open.read(
    '/forum/dialoger',
    later(list, ({ dialogueListPage }) => dialogueListPage),
  )
  staff.read(
    '/forum/dialoger/ny',
    later(plans, ({ newPlanPage }) => newPlanPage),
  )
  staff.write(
    '/forum/dialoger/ny',
    later(plans, ({ planDialogue }) => planDialogue),
  )
  open.read(
    '/forum/dialoger/:dialogueId',
    later(dialogue, ({ dialoguePage }) => dialoguePage),
  )
  open.read(
    '/forum/dialoger/:dialogueId/paket',
    later(packages, ({ dialoguePackagePage }) => dialoguePackagePage),
  )
  open.read(
    '/forum/dialoger/:dialogueId/paket.md',
    later(packages, ({ dialoguePackageMarkdown }) => dialoguePackageMarkdown),
  )
  open.read(
    '/forum/dialoger/:dialogueId/paket.json',
    later(packages, ({ dialoguePackageJson }) => dialoguePackageJson),
  )
  staff.read(
    '/forum/dialoger/:dialogueId/plan',
    later(plans, ({ planPage }) => planPage),
  )
  staff.write(
    '/forum/dialoger/:dialogueId/plan',
    later(plans, ({ rewritePlan }) => rewritePlan),
  )
  members.write(
    '/forum/dialoger/:dialogueId/:action',
    later(actions, ({ actOnDialogue }) => actOnDialogue),
  )
  open.read('/forum/dialoger/:dialogueId/:action', (c) => backTo(c, 'forum', 'dialoger', c.req.param('dialogueId') ?? ''))
  open.read(
    '/forum/arenden/:caseId/paket',
    later(packages, ({ casePackagePage }) => casePackagePage),
  )
  open.read(
    '/forum/arenden/:caseId/paket.md',
    later(packages, ({ casePackageMarkdown }) => casePackageMarkdown),
  )
  open.read(
    '/forum/arenden/:caseId/paket.json',
    later(packages, ({ casePackageJson }) => casePackageJson),
  )
}
