import * as z from 'zod'
import type { Language } from '#contracts/language.ts'
import { challengeOf } from './pkce.ts'
import { tokenClaims } from './user.ts'

/** The identity provider, as much of it as a sign-in needs: OpenID Connect discovery, authorization code with PKCE. */

const discovery = z.object({
  issuer: z.string(),
  authorization_endpoint: z.url(),
  token_endpoint: z.url(),
  end_session_endpoint: z.url().optional(),
})
type Discovery = z.infer<typeof discovery>

const tokenAnswer = z.object({
  access_token: z.string(),
  id_token: z.string().optional(),
  expires_in: z.number().int().positive().optional(),
})

const idClaims = z.object({
  iss: z.string(),
  aud: z.union([z.string(), z.array(z.string())]),
  nonce: z.string().optional(),
})

export interface Tokens {
  readonly accessToken: string
  readonly idToken: string | undefined
  readonly seconds: number
}

export interface OpenId {
  readonly authorizationUrl: (attempt: { state: string; nonce: string; verifier: string; language: Language }) => Promise<string>
  /** Undefined when the provider refuses the code, or the answer is not for this attempt. */
  readonly exchange: (code: string, attempt: { nonce: string; verifier: string }) => Promise<Tokens | undefined>
  readonly endSessionUrl: (idToken: string | undefined) => Promise<string | undefined>
}

export interface OpenIdParts {
  readonly issuer: string
  readonly clientId: string
  /** RFC 8707: the API that the token is for. Left out where the provider knows it from the client. */
  readonly resource?: string | undefined
  readonly consoleUrl: string
  readonly fetch: typeof fetch
}

export const callbackPath = '/inloggad'
const fallbackSeconds = 3_600

export const createOpenId = (parts: OpenIdParts): OpenId => {
  const { issuer, clientId, resource, consoleUrl } = parts
  const redirectUri = new URL(callbackPath, consoleUrl).href
  let known: Promise<Discovery> | undefined

  const read = async (): Promise<Discovery> => {
    const response = await parts.fetch(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`)
    if (!response.ok) throw new Error(`The identity provider answered ${response.status} to discovery`)
    const found = discovery.parse(await response.json())
    // OpenID Connect Discovery 4.3: a provider that calls itself something else is not the one that was configured.
    if (found.issuer.replace(/\/$/, '') !== issuer.replace(/\/$/, ''))
      throw new Error(`The identity provider calls itself ${found.issuer}`)
    return found
  }
  const discover = async (): Promise<Discovery> => {
    known ??= read()
    try {
      return await known
    } catch (fault) {
      known = undefined // A provider that was down must not stay down for as long as this function lives.
      throw fault
    }
  }

  /** OpenID Connect Core 3.1.3.7: straight from the token endpoint over TLS, the signature need not be checked again. */
  const isForUs = (idToken: string | undefined, nonce: string, found: Discovery): boolean => {
    if (idToken === undefined) return false
    const parsed = idClaims.safeParse(tokenClaims(idToken))
    if (!parsed.success) return false
    const { iss, aud, nonce: answered } = parsed.data
    return iss === found.issuer && [aud].flat().includes(clientId) && answered === nonce
  }

  return {
    authorizationUrl: async ({ state, nonce, verifier, language }) => {
      const url = new URL((await discover()).authorization_endpoint)
      const query = {
        response_type: 'code',
        client_id: clientId,
        redirect_uri: redirectUri,
        scope: 'openid profile',
        ui_locales: language,
        ...(resource && { resource }),
        state,
        nonce,
        code_challenge: challengeOf(verifier),
        code_challenge_method: 'S256',
      }
      for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
      return url.href
    },
    exchange: async (code, { nonce, verifier }) => {
      const found = await discover()
      const response = await parts.fetch(found.token_endpoint, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
        body: new URLSearchParams({
          grant_type: 'authorization_code',
          code,
          redirect_uri: redirectUri,
          client_id: clientId,
          code_verifier: verifier,
          ...(resource && { resource }),
        }),
      })
      if (!response.ok) return undefined
      const answer = tokenAnswer.parse(await response.json())
      if (!isForUs(answer.id_token, nonce, found)) return undefined
      return { accessToken: answer.access_token, idToken: answer.id_token, seconds: answer.expires_in ?? fallbackSeconds }
    },
    endSessionUrl: async (idToken) => {
      const { end_session_endpoint: endpoint } = await discover()
      if (!endpoint) return undefined
      const url = new URL(endpoint)
      url.searchParams.set('client_id', clientId)
      url.searchParams.set('post_logout_redirect_uri', new URL('/', consoleUrl).href)
      if (idToken) url.searchParams.set('id_token_hint', idToken)
      return url.href
    },
  }
}
