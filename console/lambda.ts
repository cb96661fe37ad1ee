import { handle } from 'hono/aws-lambda'
import { describeFault } from '#lambda/log.ts'
import { readEnvironment } from '#lambda/runtime.ts'
import type { Runtime } from '#lambda/runtime.ts'
import { createConsole } from './app.tsx'

/** The console as one Lambda function behind the HTTP API. */
export const create = (runtime: Runtime) => {
  const environment = readEnvironment(runtime, 'API_URL', 'OPENID_ISSUER', 'OPENID_CLIENT_ID', 'CONSOLE_URL')
  const log = runtime.log.with({ service: 'console', function: 'pages' })
  // oxlint-disable-next-line typescript/no-deprecated -- hono 4 is pinned; its successor package is another dependency for the same code
  return handle(
    createConsole({
      county: runtime.county,
      apiUrl: environment.API_URL,
      openid: { issuer: environment.OPENID_ISSUER, clientId: environment.OPENID_CLIENT_ID },
      consoleUrl: environment.CONSOLE_URL,
      clock: runtime.clock,
      fetch,
      onFault: (error) => log.write('error', 'page failed', describeFault(error)),
    }),
  )
}
