import {
  capabilityStatusNames,
  criterionStatusNames,
  opinionAnswerNames,
  outcomeNames,
  sectionStatusNames,
} from '#contracts/words.ts'
import type { CapabilityStatus, CriterionStatus, OpinionAnswer, Outcome, SectionStatus } from '#contracts/words.ts'
import type { CaseStatus } from '../api/insight-views.ts'
import type { Locale } from '../language/locale.ts'
import { caseStatusNames, words } from '../language/words.ts'
import { Icon } from './icons.tsx'
import type { IconName } from './icons.tsx'

/** A status is always its word; colour and mark only help the eye. */

type Color = 'neutral' | 'info' | 'success' | 'warning' | 'danger' | 'extra'

export const Tag = ({ color, icon, children }: { color: Color; icon?: IconName; children: string }) => (
  <span class="ds-tag" data-color={color} data-size="sm">
    {icon && <Icon name={icon} />}
    {children}
  </span>
)

const caseColors = {
  received: 'info',
  inProgress: 'info',
  awaitingDecision: 'extra',
  onHold: 'neutral',
  closed: 'neutral',
  completed: 'success',
} as const satisfies Record<CaseStatus, Color>

export const CaseStatusTag = ({ status, locale }: { status: CaseStatus; locale: Locale }) => (
  <Tag color={caseColors[status]}>{locale.t(caseStatusNames[status])}</Tag>
)

const sectionLooks = {
  empty: { color: 'neutral', icon: undefined },
  draft: { color: 'warning', icon: 'pen' },
  complete: { color: 'success', icon: 'check' },
} as const satisfies Record<SectionStatus, { color: Color; icon: IconName | undefined }>

export const SectionTag = ({ status, locale }: { status: SectionStatus; locale: Locale }) => {
  const { color, icon } = sectionLooks[status]
  return (
    <Tag color={color} {...(icon && { icon })}>
      {locale.t(sectionStatusNames[status])}
    </Tag>
  )
}

const criterionLooks = {
  met: { color: 'success', icon: 'check' },
  notMet: { color: 'danger', icon: 'cross' },
  unknown: { color: 'warning', icon: 'question' },
} as const satisfies Record<CriterionStatus, { color: Color; icon: IconName }>

export const CriterionTag = ({ status, locale }: { status: CriterionStatus; locale: Locale }) => (
  <Tag {...criterionLooks[status]}>{locale.t(criterionStatusNames[status])}</Tag>
)

const answerColors = { yes: 'success', partially: 'warning', no: 'danger' } as const satisfies Record<OpinionAnswer, Color>

export const AnswerTag = ({ answer, locale }: { answer: OpinionAnswer; locale: Locale }) => (
  <Tag color={answerColors[answer]}>{locale.t(opinionAnswerNames[answer])}</Tag>
)

const outcomeColors = { go: 'success', revise: 'warning', hold: 'neutral', stop: 'danger' } as const satisfies Record<
  Outcome,
  Color
>

export const OutcomeTag = ({ outcome, locale }: { outcome: Outcome; locale: Locale }) => (
  <Tag color={outcomeColors[outcome]}>{locale.t(outcomeNames[outcome])}</Tag>
)

export const OverdueTag = ({ locale }: { locale: Locale }) => (
  <Tag color="danger" icon="clock">
    {locale.t(words.overdue)}
  </Tag>
)

export const CapabilityTag = ({ status, locale }: { status: CapabilityStatus; locale: Locale }) => (
  <span class={`capability capability--${status}`}>{locale.t(capabilityStatusNames[status])}</span>
)
