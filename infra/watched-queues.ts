import type { ServiceDeclaration } from '#lambda/declaration.ts'
import type { WatchedService } from '#lambda/runtime.ts'
import type { names } from './names.ts'

type Named = ReturnType<typeof names>

const hasRelay = ({ functions }: ServiceDeclaration): boolean => functions.includes('relay')

/** The inboxes of a county in the order of the flow, and who fills the others' from which service. */
export const watchedInboxes = (services: readonly ServiceDeclaration[], named: Named): readonly WatchedService[] =>
  services
    .filter(({ functions }) => functions.includes('inbox'))
    .map((service) => ({
      name: service.name,
      inbox: named.inbox(service.name),
      deadLetters: named.deadLetters(service.name),
      ...(hasRelay(service) && { relay: named.function(service.name, 'relay') }),
    }))

/** Those of the cloud, where relays and schedules have queues of their own for what they give up. */
export const watchedQueues = (services: readonly ServiceDeclaration[], named: Named): readonly WatchedService[] =>
  watchedInboxes(services, named).map((watched) => ({
    ...watched,
    ...(watched.relay !== undefined && { relayFailures: named.relayFailures(watched.name) }),
    ...(services.some(({ name, schedules }) => name === watched.name && schedules.length > 0) && {
      scheduleFailures: named.scheduleFailures(watched.name),
    }),
  }))
