import { describe, expect, it } from 'vitest'
import { readVerifySettings } from './settings.ts'

describe('what the caller wants', () => {
  it('is Kalmar on an emulator of its own, unless told', async () => {
    expect(await readVerifySettings([], {})).toMatchObject({
      county: { id: 'kalmar' },
      target: { kind: 'emulator' },
      deployLimitSeconds: 300,
      openid: undefined,
    })
  })

  it('is the endpoint that the environment names', async () => {
    const settings = await readVerifySettings([], { AWS_ENDPOINT_URL: 'http://127.0.0.1:4566/', COUNTY: 'jonkoping' })
    expect(settings).toMatchObject({ county: { id: 'jonkoping' }, target: { kind: 'endpoint', url: 'http://127.0.0.1:4566' } })
  })

  it('is AWS itself only when asked for, with a provider that AWS can reach', async () => {
    const environment = { OPENID_URL: 'https://tunnel.example/', OPENID_PORT: '4700' }
    expect(await readVerifySettings(['--aws'], environment)).toMatchObject({
      target: { kind: 'aws' },
      openid: { publicUrl: 'https://tunnel.example', port: 4_700 },
    })
  })

  it.each([
    [[], { AWS_ENDPOINT_URL: 'nonsense' }, 'AWS_ENDPOINT_URL must be a web address, not "nonsense".'],
    [[], { DEPLOY_LIMIT_SECONDS: 'soon' }, 'DEPLOY_LIMIT_SECONDS must be a number of seconds, not "soon".'],
    [[], { COUNTY: 'atlantis' }, 'There is no county "atlantis".'],
    [[], { OPENID_URL: 'http://id.example', OPENID_PORT: '1' }, 'OPENID_URL must be an https address'],
    [['--aws'], { AWS_ENDPOINT_URL: 'http://127.0.0.1:4566' }, 'Give --aws or AWS_ENDPOINT_URL, not both.'],
    [['--aws'], {}, 'AWS must reach the OpenID provider that this run starts'],
    [['--nonsense'], {}, 'npm run verify:deploy'],
  ])('%j with %j is refused in words', async (args, environment, told) => {
    const refused = readVerifySettings(args, environment)
    await expect(refused).rejects.toThrow(told)
    await expect(refused).rejects.toHaveProperty('name', 'SettingError')
  })
})
