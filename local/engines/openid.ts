import { mkdirSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { errors, Provider } from 'oidc-provider'
import type { Context } from 'oidc-provider'
import type { County } from '#counties/county.ts'
import type { Language } from '#contracts/language.ts'
import type { Persona } from '../personas.ts'
import { openIdKeys } from './openid-keys.ts'
import { errorPage, expiredPage, personaPage, signedOutPage, signOutPage } from './openid-pages.ts'
import { createOpenIdStore } from './openid-store.ts'

export interface OpenIdClient {
  readonly id: string
  readonly redirectUris: readonly string[]
  readonly postLogoutRedirectUris: readonly string[]
}

export interface OpenIdSettings {
  /** The address that the provider is reached at, path and all, for example `http://127.0.0.1:3000/oidc`. */
  readonly issuer: string
  readonly dataDir: string
  readonly county: County
  readonly personas: readonly Persona[]
  /** Public clients that sign people in with the code flow and PKCE. */
  readonly clients: readonly OpenIdClient[]
  /** What the pages are in until somebody asks for the other; the client can ask with `ui_locales`. */
  readonly language: Language
}

export interface OpenIdProvider {
  /** Answers every request under the issuer's path. The body must not have been read. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>
  stop(): void
}

export const apiAudience = 'behovsflodet-api'
/** Lets the client `cli` have a token for `persona=<id>` straight from the token endpoint. */
export const personaGrant = 'urn:behovsflodet:persona'
const commandLineClient = 'cli'
const apiResource = 'urn:behovsflodet:api'

const hourSeconds = 3_600
const tokenSeconds = 8 * hourSeconds
/** The provider keeps its own cookies' session as long as a token lasts. */
const sessionSeconds = tokenSeconds
const interactionSeconds = hourSeconds
const codeSeconds = 60
const longestFormCharacters = 1_000

const api = {
  audience: apiAudience,
  scope: '',
  accessTokenTTL: tokenSeconds,
  accessTokenFormat: 'jwt',
  jwt: { sign: { alg: 'RS256' } },
}

/**
 * An OpenID Connect provider for one machine: people sign in by choosing one of the county's personas, without a password.
 * Access tokens are RS256 JWTs for the audience `behovsflodet-api` with the claims that services/shared/contracts/actor.ts reads.
 */
export const createOpenIdProvider = async (settings: OpenIdSettings): Promise<OpenIdProvider> => {
  const { issuer, dataDir, county, personas, clients, language } = settings
  const mountPath = new URL(issuer).pathname.replace(/\/$/, '')
  const interactionPath = `${mountPath}/interaction/`
  mkdirSync(dataDir, { recursive: true })
  const { jwks, cookieKeys } = await openIdKeys(join(dataDir, 'openid-keys.json'))
  const store = createOpenIdStore(join(dataDir, 'openid.sqlite'))
  const findPersona = (id: string | undefined): Persona | undefined => personas.find((persona) => persona.id === id)

  const provider = new Provider(issuer, {
    adapter: store.adapterOf,
    jwks,
    cookies: { keys: cookieKeys },
    clients: [...clients.map(codeClient), { ...publicClient, client_id: commandLineClient, grant_types: [personaGrant] }],
    responseTypes: ['code'],
    scopes: ['openid'],
    claims: { openid: ['sub', 'name', 'roles', 'organisation', 'unit', 'offices'] },
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    clientBasedCORS: () => false,
    findAccount: async (_context: Context, id: string) => {
      const persona = findPersona(id)
      return persona && { accountId: id, claims: async () => ({ sub: id, ...claimsOf(persona) }) }
    },
    extraTokenClaims: async (_context: Context, { accountId }: { accountId?: string }) => {
      const persona = findPersona(accountId)
      return persona && claimsOf(persona)
    },
    // Everything that one of our own clients asks for is granted; there is nobody to ask for consent.
    loadExistingGrant: async ({ oidc: { client, session, requestParamOIDCScopes } }: Context) => {
      const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId })
      grant.addOIDCScope([...requestParamOIDCScopes].join(' '))
      await grant.save()
      return grant
    },
    interactions: { url: (_context: Context, { uid }: { uid: string }) => `${interactionPath}${uid}` },
    ttl: {
      AccessToken: tokenSeconds,
      AuthorizationCode: codeSeconds,
      Grant: sessionSeconds,
      IdToken: tokenSeconds,
      Interaction: interactionSeconds,
      Session: sessionSeconds,
    },
    features: {
      devInteractions: { enabled: false },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => apiResource,
        useGrantedResource: () => true,
        getResourceServerInfo: (_context: Context, resource: string) => {
          if (resource !== apiResource) throw new errors.InvalidTarget()
          return api
        },
      },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (context: Context, form: string) => show(context, (wanted) => signOutPage(wanted, form)),
        postLogoutSuccessSource: (context: Context) => show(context, signedOutPage),
      },
    },
    renderError: (context: Context, { error_description: reason = '' }: { error_description?: string }) =>
      show(context, (wanted) => errorPage(wanted, reason)),
  })

  const show = (context: Context, page: (language: Language) => unknown): void => {
    context.type = 'html'
    for (const [header, value] of Object.entries(pageHeaders)) context.set(header, value)
    context.body = String(page(languageOf(context.oidc?.params?.['ui_locales'], language)))
  }

  provider.registerGrantType(
    personaGrant,
    async (context) => {
      const { client, params } = context.oidc
      const persona = findPersona(params['persona'])
      if (persona === undefined) throw new errors.InvalidGrant('no such persona')
      const token = new provider.AccessToken({ accountId: persona.id, client, gty: 'persona' })
      token.resourceServer = new provider.ResourceServer(apiResource, api)
      context.oidc.entity('AccessToken', token)
      context.body = { access_token: await token.save(), expires_in: token.expiration, token_type: 'Bearer' }
    },
    ['persona'],
  )

  /** Where a form's answer may lead: the form itself, and on to any client. */
  const formTargets = ["'self'", ...clients.flatMap(({ redirectUris }) => redirectUris.map((uri) => new URL(uri).origin))]
  const contentSecurityPolicy = [
    "default-src 'none'",
    "style-src 'unsafe-inline'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    `form-action ${[...new Set(formTargets)].join(' ')}`,
  ].join('; ')
  const pageHeaders = {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': contentSecurityPolicy,
    'referrer-policy': 'same-origin',
  }

  const interact = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '', issuer)
    const send = (status: number, page: unknown) => response.writeHead(status, pageHeaders).end(String(page))
    const interaction = await provider.interactionDetails(request, response).catch((error: unknown) => {
      if (error instanceof errors.SessionNotFound) return undefined
      throw error
    })
    const wanted = languageOf(url.searchParams.get('language') ?? interaction?.params['ui_locales'], language)
    if (interaction === undefined || url.pathname !== interactionPath + interaction.uid) {
      send(400, expiredPage(wanted))
      return
    }
    const chosen = request.method === 'POST' ? findPersona(await chosenPersona(request)) : undefined
    if (chosen === undefined) send(200, personaPage({ county, personas, language: wanted }))
    else await provider.interactionFinished(request, response, { login: { accountId: chosen.id } })
  }

  const callback = provider.callback()
  return {
    async handle(request, response) {
      if (request.url?.startsWith(interactionPath)) return interact(request, response)
      // As Express does for what is mounted under a path: the provider makes its own addresses out of both.
      const originalUrl = request.url ?? '/'
      Object.assign(request, { originalUrl, url: originalUrl.slice(mountPath.length) || '/' })
      return callback(request, response)
    },
    stop: () => store.close(),
  }
}

const publicClient = { token_endpoint_auth_method: 'none', redirect_uris: [] as string[], response_types: [] as string[] }

const codeClient = ({ id, redirectUris, postLogoutRedirectUris }: OpenIdClient) => ({
  ...publicClient,
  client_id: id,
  grant_types: ['authorization_code'],
  response_types: ['code'],
  redirect_uris: redirectUris,
  post_logout_redirect_uris: postLogoutRedirectUris,
})

const claimsOf = ({ name, roles, organisation, unit, offices }: Persona) => ({
  name,
  roles,
  ...(organisation !== undefined && { organisation }),
  ...(unit !== undefined && { unit }),
  offices,
})

const languageOf = (wanted: string | undefined, standard: Language): Language => {
  const first = wanted?.split(' ').find((one) => /^(sv|en)\b/.test(one))
  if (first === undefined) return standard
  return first.startsWith('en') ? 'en' : 'sv'
}

const chosenPersona = async (request: IncomingMessage): Promise<string | undefined> => {
  if (Number(request.headers['content-length'] ?? 0) > longestFormCharacters) return undefined
  return new URLSearchParams(await text(request)).get('persona') ?? undefined
}
