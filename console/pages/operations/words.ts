import { phase, phaseNames } from '#contracts/words.ts'
import type { Text } from '#contracts/language.ts'
import type { ExecutionState, QueueStatus, Redrive } from '../../api/operations-views.ts'

/** What the pages of operations have in common. */
export const text = {
  service: { sv: 'Tjänst', en: 'Service' },
  setAside: { sv: 'Undanlagda', en: 'Set aside' },
  queue: { sv: 'Kö', en: 'Queue' },
  event: { sv: 'Händelse', en: 'Event' },
  why: { sv: 'Skäl', en: 'Reason' },
  redrive: { sv: 'Omkörning', en: 'Redrive' },
  refusals: { sv: 'Avvisade händelser', en: 'Refused events' },
  refresh: { sv: 'Uppdatera', en: 'Refresh' },
  stop: { sv: 'Stoppa omkörningen', en: 'Stop the redrive' },
  taken: { sv: 'Läget', en: 'As of' },
} as const satisfies Record<string, Text>

const otherServices: Readonly<Record<string, Text>> = {
  gates: { sv: 'Beslut', en: 'Decisions' },
  benefits: { sv: 'Nyttovärdering', en: 'Benefit assessment' },
  insight: { sv: 'Journal och portfölj', en: 'Journal and portfolio' },
  operations: { sv: 'Drift', en: 'Operations' },
}

/** A service as people call it: a phase by its name, else what it is for; one that is not known yet, by its own name. */
export const serviceName = (service: string): Text => {
  const known = phase.safeParse(service)
  return known.success ? phaseNames[known.data] : (otherServices[service] ?? { sv: service, en: service })
}

export const queueStatusNames = {
  unreadable: { sv: 'Kan inte läsas', en: 'Cannot be read' },
  setAside: { sv: 'Något är undanlagt', en: 'Something is set aside' },
  late: { sv: 'Väntar länge', en: 'Has waited long' },
  working: { sv: 'Arbetar', en: 'Working' },
  calm: { sv: 'Lugnt', en: 'Calm' },
} as const satisfies Record<QueueStatus, Text>

export const executionNames = {
  running: { sv: 'Pågår', en: 'Running' },
  succeeded: { sv: 'Slutförda', en: 'Succeeded' },
  failed: { sv: 'Misslyckade', en: 'Failed' },
  timedOut: { sv: 'Tiden gick ut', en: 'Timed out' },
  aborted: { sv: 'Avbrutna', en: 'Aborted' },
} as const satisfies Record<ExecutionState, Text>

const endings = {
  done: { sv: 'Klar', en: 'Done' },
  stopped: { sv: 'Stoppad', en: 'Stopped' },
  tooManyFailures: { sv: 'Avbruten: för många gick inte att flytta', en: 'Given up: too many could not be moved' },
} as const satisfies Record<NonNullable<Redrive['ending']>, Text>

export const redriveStatusName = ({ status, ending }: Redrive): Text => {
  if (ending) return endings[ending]
  return status === 'stopping' ? { sv: 'Stoppas', en: 'Stopping' } : { sv: 'Pågår', en: 'Running' }
}
