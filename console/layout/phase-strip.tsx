import { phaseNames, phases } from '#contracts/words.ts'
import type { Phase } from '#contracts/words.ts'
import type { Text } from '#contracts/language.ts'
import type { Locale } from '../language/locale.ts'
import { Icon } from './icons.tsx'

/** The seven phases in order, with where the case is. Phases that have a record are links. */

const strip = {
  label: { sv: 'Ärendets väg genom faserna', en: "The case's way through the phases" },
  passed: { sv: 'passerad', en: 'passed' },
  present: { sv: 'ärendet är här', en: 'the case is here' },
  ahead: { sv: 'återstår', en: 'ahead' },
  stopped: { sv: 'avslutat här', en: 'closed here' },
} as const satisfies Record<string, Text>

export interface StripProps {
  readonly locale: Locale
  readonly present: Phase
  /** The phase whose record is shown, where that is one of them. */
  readonly shown?: Phase | undefined
  readonly isStopped?: boolean
  /** The whole flow is behind the case. */
  readonly isCompleted?: boolean
  readonly hrefOf?: ((phase: Phase) => string | undefined) | undefined
}

export const PhaseStrip = ({ locale, present, shown, isStopped = false, isCompleted = false, hrefOf }: StripProps) => {
  const { t } = locale
  const at = phases.indexOf(present)
  return (
    <nav class="strip" aria-label={t(strip.label)}>
      <ol>
        {phases.map((phase, index) => {
          const isPassed = index < at || isCompleted
          const isPresent = index === at && !isCompleted
          const state = isPassed ? 'passed' : isPresent ? (isStopped ? 'stopped' : 'present') : 'ahead'
          const href = hrefOf?.(phase)
          const name = t(phaseNames[phase])
          return (
            <li
              class={`strip__step strip__step--${state}${phase === shown ? ' strip__step--shown' : ''}`}
              aria-current={isPresent ? 'step' : undefined}
            >
              <span class="strip__dot" aria-hidden="true">
                {isPassed ? <Icon name="check" /> : state === 'stopped' ? <Icon name="cross" /> : index + 1}
              </span>
              {href ? (
                <a class="ds-link strip__name" href={href} aria-current={phase === shown ? 'page' : undefined}>
                  {name}
                </a>
              ) : (
                <span class="strip__name">{name}</span>
              )}
              <span class="strip__state">{t(strip[state])}</span>
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
