import { createServer } from 'node:http'
import type { Server } from 'node:http'
import path from 'node:path'
import { importJWK, SignJWT } from 'jose'
import type { JWTPayload } from 'jose'
import type { County } from '#counties/county.ts'
import { freePort } from '../../local/engines/free-port.ts'
import { openIdKeys } from '../../local/engines/openid-keys.ts'
import { createOpenIdProvider } from '../../local/engines/openid.ts'
import { personasOf } from '../../local/personas.ts'
import type { VerifySettings } from './settings.ts'

/** The county's OpenID provider for the length of one run: the same personas as on one machine. */
export interface OpenIdServer {
  /** As tokens name it, and as the endpoint reaches it. */
  readonly issuer: string
  /** Where this process asks for tokens. */
  readonly localUrl: string
  /** A token of the provider's own key that says whatever it is told: what a gateway must see through. */
  readonly sign: (claims: JWTPayload) => Promise<string>
  readonly stop: () => Promise<void>
}

const listen = (server: Server, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })

export const startOpenIdServer = async (
  county: County,
  dataDir: string,
  openid: VerifySettings['openid'],
): Promise<OpenIdServer> => {
  const port = await freePort(openid?.port)
  const localUrl = `http://127.0.0.1:${port}/oidc`
  const issuer = openid ? `${openid.publicUrl}/oidc` : localUrl
  const provider = await createOpenIdProvider({
    issuer,
    dataDir,
    county,
    personas: personasOf(county),
    clients: [],
    language: 'sv',
  })
  const server = createServer((request, response) => {
    provider.handle(request, response).catch((error: unknown) => {
      response.destroy(error instanceof Error ? error : undefined)
    })
  })
  await listen(server, port)

  const { jwks } = await openIdKeys(path.join(dataDir, 'openid-keys.json'))
  const [jwk] = jwks.keys
  if (!jwk) throw new Error('the provider has no key')
  const key = await importJWK(jwk, 'RS256')
  return {
    issuer,
    localUrl,
    sign: (claims) => new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: jwk.kid ?? '', typ: 'at+jwt' }).sign(key),
    stop: async () => {
      const closed = new Promise((resolve) => server.close(resolve))
      server.closeAllConnections()
      await closed
      provider.stop()
    },
  }
}
