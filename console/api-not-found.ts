import { randomBytes } from 'node:crypto'
import type { Context } from 'hono'
import type { Language } from '#contracts/language.ts'
import type { Problem } from '#lambda/problem.ts'
import type { ProblemCatalogue } from './pages/problem.tsx'

/**
 * What answers under `/v1` where no service does. The gateway sends every address that it does not know to the
 * console, and a partner who has mistyped one is to get a problem, not a page.
 */

type NotFoundText = ProblemCatalogue[string]

/** Told when the services' own texts have not been built. */
const plain: NotFoundText = {
  status: 404,
  title: { sv: 'Adressen finns inte', en: 'There is no such address' },
  detail: { sv: 'Kontrollera adress och metod.', en: 'Check address and method.' },
}

const traceIdBytes = 16
const ids = { traceparent: /^00-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}$/, none: /^0+$/ }

/** The caller's trace id, as in the services' answers, else a new one (W3C Trace Context). */
const correlationIdOf = (traceparent: string | undefined): string => {
  const traceId = traceparent?.match(ids.traceparent)?.[1]
  return traceId && !ids.none.test(traceId) ? traceId : randomBytes(traceIdBytes).toString('hex')
}

/** The one of our two languages that the caller weighs highest (RFC 9110 12.5.4), else Swedish. */
const languageOf = (acceptLanguage = ''): Language => {
  const weightOf = (language: Language): number => {
    const [, weight = '1'] = new RegExp(`(?:^|,)\\s*${language}(?:-[\\w-]+)?\\s*(?:;\\s*q=([\\d.]+))?`, 'i').exec(
      acceptLanguage,
    ) ?? ['', '0']
    return Number(weight)
  }
  return weightOf('en') > weightOf('sv') ? 'en' : 'sv'
}

/** `/v1` and everything under it, however the letter is written. */
export const isApiPath = (path: string): boolean => /^\/v1(?:\/|$)/i.test(path)

/** An RFC 9457 problem in both languages: 404, whatever the method. */
export const createApiNotFound = (problems: ProblemCatalogue) => {
  const code = 'route-not-found'
  const { status, title, detail } = problems[code] ?? plain
  return (c: Context): Response => {
    const language = languageOf(c.req.header('accept-language'))
    const problem: Problem = {
      type: `/problems/${code}`,
      title: title[language],
      status,
      detail: detail[language],
      instance: c.req.path,
      code: 'routeNotFound',
      correlationId: correlationIdOf(c.req.header('traceparent')),
      translations: { sv: { title: title.sv, detail: detail.sv }, en: { title: title.en, detail: detail.en } },
    }
    return c.body(JSON.stringify(problem), 404, {
      'content-type': 'application/problem+json; charset=utf-8',
      'content-language': language,
      'cache-control': 'no-store',
    })
  }
}
