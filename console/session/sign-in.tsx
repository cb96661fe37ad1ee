import type { Text } from '#contracts/language.ts'
import { Alert } from '../layout/alert.tsx'
import { Page, show } from '../layout/page.tsx'
import { words } from '../language/words.ts'
import { visitOf } from '../visit.ts'
import type { PageContext } from '../visit.ts'
import type { SessionCookies } from './cookies.ts'
import type { OpenId } from './openid.ts'
import { newSecret } from './pkce.ts'
import { returnPath } from './return-path.ts'

/** Authorization code with PKCE (RFC 7636): there, back, and out again. No session is kept on the server. */

const text = {
  failedTitle: { sv: 'Inloggningen gick inte att slutföra', en: 'The sign-in could not be completed' },
  failedText: {
    sv: 'Inloggningen avbröts, tog för lång tid eller påbörjades i en annan webbläsare. Försök igen.',
    en: 'The sign-in was interrupted, took too long or was begun in another browser. Try again.',
  },
} as const satisfies Record<string, Text>

export interface SignInParts {
  readonly openid: OpenId
  readonly cookies: SessionCookies
}

export const signInPath = (returnTo: string): string => `/logga-in?till=${encodeURIComponent(returnTo)}`

const failed = (c: PageContext) => {
  const visit = visitOf(c)
  const { t } = visit.locale
  return show(
    c,
    <Page visit={visit} title={t(text.failedTitle)}>
      <h1 class="ds-heading" data-size="lg">
        {t(text.failedTitle)}
      </h1>
      <Alert color="warning">
        <p class="ds-paragraph">{t(text.failedText)}</p>
      </Alert>
      <p>
        <a class="ds-button" href="/logga-in">
          {t(words.signIn)}
        </a>
      </p>
    </Page>,
    400,
  )
}

/** Sends the browser to the provider, with a fresh state, nonce and verifier kept in a short-lived cookie. */
export const createStartSignIn =
  ({ openid, cookies }: SignInParts) =>
  async (c: PageContext) => {
    const attempt = { state: newSecret(), nonce: newSecret(), verifier: newSecret(), returnTo: returnPath(c.req.query('till')) }
    const { language } = visitOf(c).locale
    const url = await openid.authorizationUrl({ ...attempt, language })
    cookies.keepAttempt(c, attempt)
    return c.redirect(url, 302)
  }

/** Where the provider sends the browser back: the code becomes a token, the token a cookie. */
export const createFinishSignIn =
  ({ openid, cookies }: SignInParts) =>
  async (c: PageContext) => {
    const { code, state } = c.req.query()
    const attempt = state ? cookies.takeAttempt(c, state) : undefined
    if (!code || !attempt) return failed(c)
    const tokens = await openid.exchange(code, attempt)
    if (!tokens) return failed(c)
    cookies.keepTokens(c, tokens)
    return c.redirect(returnPath(attempt.returnTo), 303)
  }

export const createSignOut =
  ({ openid, cookies }: SignInParts) =>
  async (c: PageContext) => {
    const idToken = cookies.readIdToken(c)
    cookies.clearTokens(c)
    // Whatever happens at the provider, the person is signed out here.
    const url = await openid.endSessionUrl(idToken).catch(() => undefined)
    return c.redirect(url ?? '/?klart=signedOut', 303)
  }
