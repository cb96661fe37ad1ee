import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { getCookie, setCookie } from 'hono/cookie'
import { csrf } from 'hono/csrf'
import { HTTPException } from 'hono/http-exception'
import { secureHeaders } from 'hono/secure-headers'
import type { MiddlewareHandler } from 'hono'
import type { County } from '#counties/county.ts'
import { createApiClient, refusalOf } from './api/client.ts'
import { createApiNotFound, isApiPath } from './api-not-found.ts'
import { defaultAssetsDirectory, loadAssets } from './assets.ts'
import type { Assets } from './assets.ts'
import { chooseLanguage, createLocale } from './language/locale.ts'
import { registerPages } from './pages.ts'
import { crossSitePage, faultPage, notFoundPage, refusedPage } from './pages/problem.tsx'
import { createSessionCookies } from './session/cookies.ts'
import type { SessionCookies } from './session/cookies.ts'
import { heldFormPage } from './session/held-form.tsx'
import { callbackPath, createOpenId } from './session/openid.ts'
import { createFinishSignIn, createSignOut, createStartSignIn, signInPath } from './session/sign-in.tsx'
import { userFromToken } from './session/user.ts'
import { herePath, visitOf } from './visit.ts'
import type { ConsoleEnv, PageContext } from './visit.ts'

/** The web console of one county: pages made on the server from the services' own APIs, with the user's rights. */
export interface ConsoleParts {
  readonly county: County
  /** Where the services answer, without a trailing `/v1`. */
  readonly apiUrl: string
  readonly openid: { readonly issuer: string; readonly clientId: string; readonly resource?: string | undefined }
  /** Where browsers reach the console. Over https, cookies are Secure and have the `__Host-` prefix. */
  readonly consoleUrl: string
  readonly fetch: typeof fetch
  readonly clock?: () => string
  readonly assetsDirectory?: string
  /** Told about faults; a page never shows more than that something went wrong. */
  readonly onFault?: (error: unknown) => void
}

const largestFormBytes = 1_000_000
const yearSeconds = 31_536_000
const languageCookie = 'sprak'
const searchable = new Set(['/', '/ide', '/om', '/tillganglighet'])

/** No inline script or style anywhere. Forms post to ourselves; signing out is sent on to the provider. */
const contentSecurityPolicy = (issuer: string) => ({
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  // Designsystemet draws its marks with data: images.
  imgSrc: ["'self'", 'data:'],
  fontSrc: ["'self'"],
  connectSrc: ["'self'"],
  formAction: ["'self'", new URL(issuer).origin],
  frameAncestors: ["'none'"],
  baseUri: ["'none'"],
})

const serveAsset = (assets: Assets) => (c: PageContext) => {
  const found = assets.find(c.req.path.split('/').slice(3).join('/'))
  if (!found) return c.text('Not found', 404)
  const isCurrent = c.req.param('version') === assets.version
  return c.body(found.body, 200, {
    'content-type': found.contentType,
    // During a deployment an old page may ask a new function: it gets the file, but not for ever.
    'cache-control': isCurrent ? `public, max-age=${yearSeconds}, immutable` : 'no-cache',
  })
}

const welcomeVisit =
  (parts: ConsoleParts, assets: Assets, cookies: SessionCookies): MiddlewareHandler<ConsoleEnv> =>
  async (c, next) => {
    const now = parts.clock?.() ?? new Date().toISOString()
    const url = new URL(c.req.url)
    const asked = url.searchParams.get('lang') ?? undefined
    const language = chooseLanguage(asked, getCookie(c, languageCookie))
    if (asked === 'sv' || asked === 'en')
      setCookie(c, languageCookie, asked, {
        path: '/',
        httpOnly: true,
        sameSite: 'Lax',
        secure: isSecure(parts),
        maxAge: yearSeconds,
      })
    url.searchParams.delete('lang')
    const token = cookies.readAccessToken(c)
    const user = userFromToken(token, Date.parse(now) / 1_000)
    c.set('visit', {
      county: parts.county,
      locale: createLocale(language, now),
      user,
      api: createApiClient({ apiUrl: parts.apiUrl, token: user && token, language, fetch: parts.fetch }),
      assets,
      consoleUrl: parts.consoleUrl,
      path: url.pathname,
      query: url.searchParams,
      now,
    })
    c.header('cache-control', 'no-store')
    // A receipt's address is a secret, and what stands behind the sign-in is nothing to find.
    if (!searchable.has(url.pathname)) c.header('x-robots-tag', 'noindex, nofollow')
    c.header('content-language', language)
    await next()
  }

const isSecure = ({ consoleUrl }: ConsoleParts): boolean => consoleUrl.startsWith('https:')

/** A file cannot be kept on a page: whoever sent it chooses it again. */
const sendsFile = (c: PageContext): boolean => c.req.header('content-type')?.startsWith('multipart/form-data') === true

/** A read goes to the sign-in and comes back; a write is kept on a page until the person has signed in again. */
const askToSignIn = (c: PageContext) =>
  c.req.method === 'POST' && !sendsFile(c)
    ? heldFormPage(c)
    : c.redirect(signInPath(herePath(visitOf(c))), c.req.method === 'POST' ? 303 : 302)

const answerFault = (parts: ConsoleParts) => (error: unknown, c: PageContext) => {
  const refusal = refusalOf(error)
  if (refusal?.status === 401) return askToSignIn(c)
  if (refusal) return refusedPage(c, error)
  if (error instanceof HTTPException && error.status < 500) return error.status === 403 ? crossSitePage(c) : error.getResponse()
  parts.onFault?.(error)
  return faultPage(c)
}

export const createConsole = (parts: ConsoleParts) => {
  const assets = loadAssets(parts.assetsDirectory ?? defaultAssetsDirectory())
  const cookies = createSessionCookies(isSecure(parts))
  const openid = createOpenId({ ...parts.openid, consoleUrl: parts.consoleUrl, fetch: parts.fetch })
  const app = new Hono<ConsoleEnv>()

  app.use(
    secureHeaders({
      contentSecurityPolicy: contentSecurityPolicy(parts.openid.issuer),
      ...(!isSecure(parts) && { strictTransportSecurity: false }),
    }),
  )
  const apiNotFound = createApiNotFound(assets.problems)
  // Before the guard of forms and the pages: a program is answered as by a service, whatever its method.
  app.use(async (c, next) => (isApiPath(c.req.path) ? apiNotFound(c) : next()))
  app.get('/assets/:version/*', serveAsset(assets))
  app.use(welcomeVisit(parts, assets, cookies))
  app.use(csrf({ origin: new URL(parts.consoleUrl).origin }))
  app.use(bodyLimit({ maxSize: largestFormBytes }))

  app.get('/logga-in', createStartSignIn({ openid, cookies }))
  app.get(callbackPath, createFinishSignIn({ openid, cookies }))
  app.post('/logga-ut', createSignOut({ openid, cookies }))
  registerPages(app, { consoleUrl: parts.consoleUrl, problems: assets.problems, askToSignIn })

  app.notFound(notFoundPage)
  app.onError(answerFault(parts))
  return app
}
