import * as z from 'zod'
import { anyEvent } from '#contracts/event.ts'
import type { AnyEvent } from '#contracts/event.ts'
import { eventDefinitions } from '#contracts/events.ts'
import { insightRoutes } from '../../services/insight/routes.ts'
import { services } from '../../services/services.ts'
import { officer } from './flow-system.ts'
import type { FlowSystem } from './flow-system.ts'

const page = z.object({ entries: z.array(z.object({ event: anyEvent })).default([]) })

/** Every event of a case as the journal keeps it, in the order of the chain. */
export const readJournal = async ({ ask }: FlowSystem, caseId: string): Promise<AnyEvent[]> => {
  const events: AnyEvent[] = []
  for (let path: string | undefined = `/v1/insight/cases/${caseId}/journal?limit=100`; path !== undefined;) {
    const { body, next } = await ask(officer, { method: 'GET', path })
    events.push(...page.parse(body).entries.map(({ event }) => event))
    path = next
  }
  return events
}

export const namesOf = (events: readonly AnyEvent[]): string[] =>
  events.map(({ type }) => type.replace('se.behovsflodet.', '').replace(/\.v1$/, ''))

export const verifyJournal = ({ read }: FlowSystem, caseId: string) =>
  read(insightRoutes.verifyJournal.response.body, `/v1/insight/cases/${caseId}/journal/verification`)

const declared = new Set(services.flatMap(({ name, emits }) => emits.map(({ type }) => `/services/${name} ${type}`)))

/** What of these events their source has not declared, or told otherwise than the event's definition says. */
export const undeclared = (events: readonly AnyEvent[]): string[] =>
  events.flatMap((event) => {
    const definition = eventDefinitions.find(({ type }) => type === event.type)
    const isDefined = definition?.envelope.safeParse(event).success === true
    // Producers send no field that the definition does not have.
    const extra = Object.keys(event.data).filter((key) => !(key in (definition?.data.shape ?? {})))
    return declared.has(`${event.source} ${event.type}`) && isDefined && extra.length === 0
      ? []
      : [`${event.type} from ${event.source} ${extra.join(' ')}`]
  })
