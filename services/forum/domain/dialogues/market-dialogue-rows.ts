import type { DialogueKind } from '#contracts/dialogue.ts'
import type { Dialogue } from './dialogue.ts'
import { entriesOf } from './log-entry.ts'
import { heldOn } from './plan.ts'
import { priorInvolvement } from './prior-involvement.ts'

/** As the section marketDialogue of matching names them. */
const formOf = {
  meeting: 'meeting',
  hearing: 'forum',
  rfi: 'rfi',
  draftReview: 'draftReview',
} as const satisfies Record<DialogueKind, string>

/** The longest texts that the section takes. */
const longest = { company: 150, participants: 300, informationGiven: 600, learnt: 800 } as const

const shortened = (text: string, length: number): string => (text.length > length ? `${text.slice(0, length - 1)}…` : text)

export interface MarketDialogueRow {
  readonly company: string
  readonly heldOn: string
  readonly form: (typeof formOf)[DialogueKind]
  readonly participants: string
  readonly informationGiven: string
  readonly learnt: string
}

/** One talk for each company that took part, as a proposal for the section marketDialogue: people look through it. */
export const marketDialogueRows = ({ state, log }: Dialogue): MarketDialogueRow[] => {
  if (state.status !== 'open' && state.status !== 'closed') return []
  const { plan } = state
  const meetings = entriesOf(log, 'met')
  const titles = [...plan.documents, ...entriesOf(log, 'documentAdded').map(({ document }) => document)].map(({ title }) => title)
  const told = [...meetings.map(({ shown }) => shown), ...titles]
  const learnt = entriesOf(log, 'closed').at(-1)?.summary ?? entriesOf(log, 'answersSummarised').at(-1)?.text ?? ''
  return priorInvolvement(log)
    .filter(({ how }) => how.some((part) => part !== 'registered'))
    .map(({ company }) => ({
      company: shortened(company.name, longest.company),
      heldOn: heldOn(plan),
      form: formOf[plan.kind],
      participants: shortened([...new Set(meetings.map(({ ours }) => ours))].join('; '), longest.participants),
      informationGiven: shortened(told.join('\n') || plan.purpose, longest.informationGiven),
      learnt: shortened(learnt, longest.learnt),
    }))
}
