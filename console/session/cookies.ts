import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import * as z from 'zod'

/**
 * What the browser carries, all of it HttpOnly and SameSite=Lax. Over https the names have the prefix `__Host-`
 * (RFC 6265bis 4.1.3.2); over http on one machine browsers refuse the prefix, so the names are plain.
 */
export interface SessionCookies {
  readonly readAccessToken: (c: Context) => string | undefined
  readonly readIdToken: (c: Context) => string | undefined
  readonly keepTokens: (c: Context, tokens: { accessToken: string; idToken: string | undefined; seconds: number }) => void
  readonly clearTokens: (c: Context) => void
  readonly keepAttempt: (c: Context, attempt: SignInAttempt) => void
  /** The attempt that belongs to a state, once: reading it forgets it. */
  readonly takeAttempt: (c: Context, state: string) => SignInAttempt | undefined
}

const signInAttempt = z.object({ state: z.string(), nonce: z.string(), verifier: z.string(), returnTo: z.string() })
export type SignInAttempt = z.infer<typeof signInAttempt>

const attemptSeconds = 600

export const createSessionCookies = (isSecure: boolean): SessionCookies => {
  const named = (name: string): string => `${isSecure ? '__Host-' : ''}behovsflodet-${name}`
  const options = (maxAge: number) => ({ path: '/', httpOnly: true, secure: isSecure, sameSite: 'Lax', maxAge }) as const
  const forget = (c: Context, name: string): void => {
    deleteCookie(c, name, { path: '/', secure: isSecure })
  }
  // One cookie per attempt, so that signing in from two tabs works.
  const attemptName = (state: string): string => named(`inloggning-${state.slice(0, 12)}`)
  return {
    readAccessToken: (c) => getCookie(c, named('session')),
    readIdToken: (c) => getCookie(c, named('id')),
    keepTokens: (c, { accessToken, idToken, seconds }) => {
      setCookie(c, named('session'), accessToken, options(seconds))
      if (idToken) setCookie(c, named('id'), idToken, options(seconds))
    },
    clearTokens: (c) => {
      forget(c, named('session'))
      forget(c, named('id'))
    },
    keepAttempt: (c, attempt) => {
      setCookie(
        c,
        attemptName(attempt.state),
        Buffer.from(JSON.stringify(attempt)).toString('base64url'),
        options(attemptSeconds),
      )
    },
    takeAttempt: (c, state) => {
      const raw = getCookie(c, attemptName(state))
      if (raw === undefined) return undefined
      forget(c, attemptName(state))
      try {
        const attempt = signInAttempt.parse(JSON.parse(Buffer.from(raw, 'base64url').toString()))
        return attempt.state === state ? attempt : undefined
      } catch {
        return undefined
      }
    },
  }
}
