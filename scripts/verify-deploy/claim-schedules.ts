import { InvokeCommand } from '@aws-sdk/client-lambda'
import { services } from '../../services/services.ts'
import { eachOf } from './claims.ts'
import type { Claims } from './claims.ts'
import type { Live } from './live.ts'

/** That the deployed functions do what the clock will ask of them; whether the clock asks is AWS's. */
export const claimSchedules = async ({ lambda, named }: Live, { claim }: Claims): Promise<void> => {
  const schedules = services.flatMap(({ name: service, schedules: own }) => own.map(({ name }) => ({ service, name })))
  await claim('schedules whose call the deployed function carries out', () =>
    eachOf(
      schedules,
      ({ service, name }) => named.schedule(service, name),
      async ({ service, name }) => {
        const FunctionName = named.function(service, 'tasks')
        const { FunctionError, Payload } = await lambda.send(
          new InvokeCommand({ FunctionName, Payload: JSON.stringify({ schedule: name }) }),
        )
        return FunctionError === undefined ? [] : [`${FunctionError}: ${Payload?.transformToString()}`]
      },
    ),
  )
}
