import { generateKeyPair, SignJWT } from 'jose'
import type { JWTPayload } from 'jose'
import type { Route } from '#lambda/declaration.ts'
import { apiAudience } from '../../local/engines/openid.ts'
import { services } from '../../services/services.ts'
import { eachOf } from './claims.ts'
import type { Claims } from './claims.ts'
import type { Live } from './live.ts'
import type { OpenIdServer } from './openid-server.ts'

/** That the deployed API lets in whom it should: tokens as the gateway sees them, routes as the services declare them. */

const hourSeconds = 3_600
/** Any text stands for a parameter: who is refused is so before it is looked at. */
const addressOf = ({ path }: Route): string => path.replaceAll(/\{[^}]+\}/g, '01a1f791-4c03-7620-b5e8-bf9e2055ea95')

const nowSeconds = (): number => Math.floor(Date.now() / 1_000)

const caseOfficer = (live: Live): JWTPayload => ({
  sub: 'handlaggare',
  name: 'Sara Nilsson',
  roles: ['caseOfficer'],
  organisation: live.county.leadOrganisation,
  offices: [],
})

/** Tokens that are nearly right, by what is wrong with them. */
const wrongTokens = async (live: Live, { issuer, sign }: OpenIdServer): Promise<readonly (readonly [string, string])[]> => {
  const now = nowSeconds()
  const right = { ...caseOfficer(live), iss: issuer, aud: apiAudience, iat: now, exp: now + hourSeconds }
  const good = await sign(right)
  const [header = '', payload = '', signature = ''] = good.split('.')
  const { kid } = JSON.parse(Buffer.from(header, 'base64url').toString()) as { kid: string } // as it was signed
  const forger = await generateKeyPair('RS256')
  const asAnother = Buffer.from(JSON.stringify({ ...right, sub: 'direktor' })).toString('base64url')
  const unsigned = Buffer.from(JSON.stringify({ alg: 'none', kid })).toString('base64url')
  return [
    [
      'signed by another key under the same name',
      await new SignJWT(right).setProtectedHeader({ alg: 'RS256', kid }).sign(forger.privateKey),
    ],
    ['changed after it was signed', `${header}.${asAnother}.${signature}`],
    ['not signed at all (alg none)', `${unsigned}.${payload}.`],
    ['expired', await sign({ ...right, iat: now - 2 * hourSeconds, exp: now - hourSeconds })],
    ['for another audience', await sign({ ...right, aud: 'another-api' })],
    ['from another issuer', await sign({ ...right, iss: 'https://id.example' })],
    ['not a token', 'nonsense'],
  ]
}

export const claimAccess = async (live: Live, openid: OpenIdServer, { claim }: Claims): Promise<void> => {
  const routes = services.flatMap((service) => Object.values(service.routes))
  const ask = async (route: Pick<Route, 'method' | 'path'>, token?: string): Promise<number> => {
    const response = await fetch(`${live.apiUrl}${route.path}`, {
      method: route.method,
      ...(token !== undefined && { headers: { authorization: `Bearer ${token}` } }),
    })
    await response.body?.cancel()
    return response.status
  }
  const list = { method: 'GET', path: '/v1/ideas/submissions?limit=1' } as const
  const expectStatus = (status: number, wanted: number): readonly string[] =>
    status === wanted ? [] : [`answered ${status}, not ${wanted}`]

  await claim('routes that refuse who comes without a token', () =>
    eachOf(
      routes.filter(({ access }) => access !== 'public'),
      ({ method, path }) => `${method} ${path}`,
      async (route) => expectStatus(await ask({ method: route.method, path: addressOf(route) }), 401),
    ),
  )
  await claim('public routes that ask for no token', () =>
    eachOf(
      routes.filter(({ access }) => access === 'public'),
      ({ method, path }) => `${method} ${path}`,
      async (route) => {
        const status = await ask({ method: route.method, path: addressOf(route) })
        return [401, 403].includes(status) || status >= 500 ? [`answered ${status}`] : []
      },
    ),
  )
  await claim('tokens that are refused: forged, changed, unsigned, expired, of another audience or issuer', async () =>
    eachOf(
      await wrongTokens(live, openid),
      ([what]) => what,
      async ([, token]) => expectStatus(await ask(list, token), 401),
    ),
  )
  await claim('tokens that are accepted, and the one whose role may not', async () => {
    const now = nowSeconds()
    const right = { ...caseOfficer(live), iss: openid.issuer, aud: apiAudience, iat: now, exp: now + hourSeconds }
    const officer = await openid.sign(right)
    const resident = await openid.sign({ ...right, roles: ['resident'] })
    const two = [
      { who: 'case officer', token: officer, wanted: 200 },
      { who: 'resident', token: resident, wanted: 403 },
    ]
    return eachOf(
      two,
      ({ who }) => who,
      async ({ token, wanted }) => expectStatus(await ask(list, token), wanted),
    )
  })
  await claim('pages of the console for who has not logged in', async () => {
    const response = await fetch(`${live.apiUrl}/`, { redirect: 'manual' })
    const page = await response.text()
    const isPage = response.status === 200 && page.includes('<html') && page.includes(live.county.name)
    return { seen: 1, failures: isPage ? [] : [`answered ${response.status} ${page.slice(0, 100)}`] }
  })
}
