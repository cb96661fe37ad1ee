import { system } from '#contracts/actor.ts'
import type { Author } from '#contracts/actor.ts'
import type { AnyEvent, EventData, EventDefinition } from '#contracts/event.ts'
import type { CaseId, EventId } from '#contracts/ids.ts'
import type { Phase } from '#contracts/words.ts'
import { testNow } from './test-runtime.ts'

interface EventFields {
  readonly id: string
  readonly subject: CaseId
  readonly phase?: Phase
  readonly actor?: Author
  readonly time?: string
  readonly traceparent?: string
  /** The service that tells it. */
  readonly from?: string
}

/** An event of the published language, as another service has put it in its outbox. */
export const eventOf = <D extends EventDefinition>(
  definition: D,
  data: EventData<D>,
  { id, subject, phase, actor = system, time = testNow, traceparent, from = 'test' }: EventFields,
): AnyEvent => ({
  specversion: '1.0',
  id: id as EventId, // the inbox parses it; a test may want one that is wrong
  source: `/services/${from}`,
  type: definition.type,
  subject,
  time,
  datacontenttype: 'application/json',
  ...(traceparent !== undefined && { traceparent }),
  ...(phase && { phase }),
  actor,
  data,
})
