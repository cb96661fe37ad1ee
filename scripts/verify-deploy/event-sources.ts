import {
  GetEventSourceMappingCommand,
  paginateListEventSourceMappings,
  UpdateEventSourceMappingCommand,
} from '@aws-sdk/client-lambda'
import type { LambdaClient } from '@aws-sdk/client-lambda'
import { until } from '../../demo/expect.ts'

/** What brings messages to functions, switched as a runbook tells operations to. */

/** @param functionName of one function; all of the account without it. */
export const sourcesOf = async (client: LambdaClient, functionName?: string): Promise<readonly string[]> => {
  const found: string[] = []
  for await (const { EventSourceMappings = [] } of paginateListEventSourceMappings(
    { client },
    functionName === undefined ? {} : { FunctionName: functionName },
  ))
    for (const { UUID } of EventSourceMappings) if (UUID) found.push(UUID)
  return found
}

/** Resolves when the sources are as wanted, not when that has been asked for. */
export const switchSources = async (client: LambdaClient, sources: readonly string[], isOn: boolean): Promise<void> => {
  const wanted = isOn ? 'Enabled' : 'Disabled'
  for (const UUID of sources) await client.send(new UpdateEventSourceMappingCommand({ UUID, Enabled: isOn }))
  for (const UUID of sources)
    await until(`a source to be ${wanted}`, async () =>
      (await client.send(new GetEventSourceMappingCommand({ UUID }))).State === wanted ? true : undefined,
    )
}
