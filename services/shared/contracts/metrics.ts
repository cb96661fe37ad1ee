import type { Text } from './language.ts'
import type { Gate, Outcome, Phase } from './words.ts'

/**
 * What the county's work is measured by, declared once: the functions write them with their log lines
 * (services/shared/lambda/log.ts), the dashboard draws them (infra/constructs/dashboard.ts), and docs/metrics.md lists
 * them (npm run docs). A dimension has few values that are known beforehand, and never names a case or a person; the
 * county is one of every metric's.
 */
interface Metric {
  readonly name: string
  readonly unit: 'Count' | 'None'
  readonly dimensions: readonly Dimension[]
  /** How the values of a time are put together. */
  readonly statistic: 'Sum' | 'Average' | 'Maximum'
  readonly meaning: Text
}

interface DimensionValues {
  readonly phase: Phase
  readonly gate: Gate
  readonly outcome: Outcome
  /** As declared in services/services.ts. */
  readonly service: string
  /** By its name in the county. */
  readonly queue: string
  /** Of a refusal: from the closed list of the service that refused. */
  readonly code: string
}
type Dimension = keyof DimensionValues

export const metrics = {
  casesReceived: {
    name: 'CasesReceived',
    unit: 'Count',
    dimensions: ['phase'],
    statistic: 'Sum',
    meaning: { sv: 'Ärenden som fasen har tagit emot.', en: 'Cases that the phase has received.' },
  },
  casesHandedOver: {
    name: 'CasesHandedOver',
    unit: 'Count',
    dimensions: ['phase'],
    statistic: 'Sum',
    meaning: { sv: 'Ärenden som fasen har lämnat till nästa fas.', en: 'Cases that the phase has handed over to the next.' },
  },
  casesClosed: {
    name: 'CasesClosed',
    unit: 'Count',
    dimensions: ['phase'],
    statistic: 'Sum',
    meaning: { sv: 'Ärenden som har avslutats i fasen.', en: 'Cases that have been closed in the phase.' },
  },
  casesCompleted: {
    name: 'CasesCompleted',
    unit: 'Count',
    dimensions: ['phase'],
    statistic: 'Sum',
    meaning: {
      sv: 'Ärenden vars nytta har följts upp och godkänts.',
      en: 'Cases whose benefit has been followed up and approved.',
    },
  },
  decisionsMade: {
    name: 'DecisionsMade',
    unit: 'Count',
    dimensions: ['gate', 'outcome'],
    statistic: 'Sum',
    meaning: { sv: 'Beslut vid beslutspunkten, efter utfall.', en: 'Decisions at the gate, by outcome.' },
  },
  decisionWaitWorkingDays: {
    name: 'DecisionWaitWorkingDays',
    unit: 'None',
    dimensions: ['gate'],
    statistic: 'Average',
    meaning: {
      sv: 'Arbetsdagar från att beslutet begärdes till att det fattades.',
      en: 'Working days from when the decision was requested until it was made.',
    },
  },
  casesUnderWay: {
    name: 'CasesUnderWay',
    unit: 'Count',
    dimensions: ['phase'],
    statistic: 'Maximum',
    meaning: { sv: 'Ärenden i fasen, räknade en gång om dagen.', en: 'Cases in the phase, counted once a day.' },
  },
  casesOverdue: {
    name: 'CasesOverdue',
    unit: 'Count',
    dimensions: ['phase'],
    statistic: 'Maximum',
    meaning: {
      sv: 'Ärenden i fasen som har passerat regionens löfte, räknade en gång om dagen.',
      en: "Cases in the phase that have passed the county's promise, counted once a day.",
    },
  },
  longestDelayWorkingDays: {
    name: 'LongestDelayWorkingDays',
    unit: 'None',
    dimensions: ['phase'],
    statistic: 'Maximum',
    meaning: {
      sv: 'Arbetsdagar som det mest försenade ärendet i fasen har passerat regionens löfte med; noll när inget är försenat.',
      en: "Working days by which the most delayed case in the phase has passed the county's promise; zero when none has.",
    },
  },
  messagesRefused: {
    name: 'MessagesRefused',
    unit: 'Count',
    dimensions: ['service', 'code'],
    statistic: 'Sum',
    meaning: {
      sv: 'Händelser som tjänsten har avvisat för gott, efter skäl.',
      en: 'Events that the service has refused for good, by reason.',
    },
  },
  messagesRedriven: {
    name: 'MessagesRedriven',
    unit: 'Count',
    dimensions: ['queue'],
    statistic: 'Sum',
    meaning: {
      sv: 'Undanlagda meddelanden som har körts om, efter kö; räknade när omkörningen är slut.',
      en: 'Messages set aside that have been redriven, by queue; counted when the redrive has ended.',
    },
  },
} as const satisfies Readonly<Record<string, Metric>>

type DeclaredMetric = (typeof metrics)[keyof typeof metrics]

/** One value of one metric, as a log line carries it. */
export interface Measurement {
  readonly metric: Metric
  readonly value: number
  readonly dimensions: Readonly<Record<string, string>>
}

/** A value with exactly the dimensions that its metric declares. */
export const measure = <M extends DeclaredMetric>(
  metric: M,
  value: number,
  dimensions: Pick<DimensionValues, M['dimensions'][number]>,
): Measurement => ({ metric, value, dimensions })
