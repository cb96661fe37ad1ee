import type { ServiceDeclaration } from '#lambda/declaration.ts'

/** An inbox and what it takes of a service's events; with a phase, only those that carry that phase. */
interface InboxRoutes {
  readonly queueUrl: string
  readonly events: readonly { readonly type: string; readonly phase?: string }[]
}

/**
 * Where the relay of a service sends each event that it emits: every inbox that says it accepts it, but for a phase that
 * the event is never for. This is the value of EVENT_ROUTES; grouped by inbox, because Lambda gives all variables of a function 4 kB together.
 */
export const eventRoutes = (
  emitter: ServiceDeclaration,
  services: readonly ServiceDeclaration[],
  queueUrlOf: (service: string) => string,
): readonly InboxRoutes[] => {
  const emitted = new Set<string>(emitter.emits.map(({ type }) => type))
  const onlyFor = new Map<string, string>(emitter.emitsOnlyFor?.map(({ event, phase }) => [event.type, phase]))
  return services.flatMap((receiver) => {
    const events = receiver.accepts
      .filter(
        ({ event, phase }) => emitted.has(event.type) && (phase === undefined || (onlyFor.get(event.type) ?? phase) === phase),
      )
      .map(({ event, phase }) => ({ type: event.type, ...(phase && { phase }) }))
    return events.length === 0 ? [] : [{ queueUrl: queueUrlOf(receiver.name), events }]
  })
}
