import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { kalmar } from '#counties/kalmar.ts'
import { product, startSystem } from './system.ts'
import type { Contents } from './system.ts'

/** The parts as one: started, stopped, started again. What they do together is in test/flow. */

const contents = { ...product, createConsole: async () => () => async () => ({ statusCode: 200, body: 'console' }) }

let dataDir: string
beforeAll(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'behovsflodet-system-'))
})
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

/** Half of the time after which the definition of the gates tries a step again. */
const halfRetryMilliseconds = 2_500

const start = (port = 0) => startSystem({ port, dataDir, county: kalmar }, contents)

describe('the system', () => {
  it('on a port that is taken says so, and leaves nothing running that holds the folder', async () => {
    const other = createServer()
    const port = await new Promise<number>((resolve) => {
      other.listen(0, '127.0.0.1', () => {
        const address = other.address()
        resolve(address !== null && typeof address === 'object' ? address.port : 0)
      })
    })
    await expect(start(port)).rejects.toMatchObject({
      name: 'SettingError',
      message:
        `Port ${port} är upptagen. Stoppa det som använder den, eller sätt PORT. / ` +
        `Port ${port} is taken. Stop what uses it, or set PORT.`,
    })
    other.close()
    const system = await start()
    await system.stop()
  }, 30_000)

  it('answers as API, provider and console on one address, and no more once it is stopped', async () => {
    const system = await start()
    const get = (path: string) => fetch(`${system.url}${path}`)
    expect((await get('/v1/ideas/submissions')).status).toBe(401)
    expect(await (await get('/oidc/.well-known/openid-configuration')).json()).toMatchObject({ issuer: `${system.url}/oidc` })
    expect(await (await get('/')).text()).toBe('console')
    await system.stop()
    await expect(get('/')).rejects.toThrow()
  }, 30_000)

  it('started again on its folder knows what it was told', async () => {
    const first = await start()
    const sent = await fetch(`${first.url}/v1/ideas/submissions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ title: 'Digitalt AK-brev', description: 'Breven tar dagar.', sender: 'staff' }),
    })
    expect(sent.status).toBe(201)
    const { receipt } = (await sent.json()) as { receipt: string } // as the route's schema says
    await first.stop()
    const second = await start()
    expect(await (await fetch(`${second.url}/v1/ideas/receipts/${receipt}`)).json()).toMatchObject({
      title: 'Digitalt AK-brev',
      status: 'submitted',
    })
    await second.stop()
  }, 30_000)

  it('goes on with what an earlier run left as soon as the functions are there, and not by a later try', async () => {
    let stateMachineArn = ''
    let madeAt = Number.NaN
    let firstCall = Promise.withResolvers<number>()
    const waiting: Contents = {
      ...contents,
      createFunction: async (service, kind, runtime) => {
        if (`${service}-${kind}` !== 'gates-tasks') return contents.createFunction(service, kind, runtime)
        stateMachineArn = runtime.environment['STATE_MACHINE_ARN'] ?? ''
        madeAt = Date.now()
        return () => {
          firstCall.resolve(Date.now() - madeAt)
          return new Promise(() => undefined)
        }
      },
    }
    const first = await startSystem({ port: 0, dataDir, county: kalmar }, waiting)
    const client = new SFNClient(first.awsClient('sfn'))
    await client.send(new StartExecutionCommand({ stateMachineArn, name: 'left', input: '{"requestId":"left"}' }))
    await firstCall.promise
    await first.stop()
    firstCall = Promise.withResolvers<number>()
    const second = await startSystem({ port: 0, dataDir, county: kalmar }, waiting)
    expect(await firstCall.promise).toBeLessThan(halfRetryMilliseconds)
    await second.stop()
  }, 30_000)
})
