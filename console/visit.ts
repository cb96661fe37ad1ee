import type { Context } from 'hono'
import type { County } from '#counties/county.ts'
import type { Language } from '#contracts/language.ts'
import type { ApiClient } from './api/client.ts'
import type { Assets } from './assets.ts'
import type { Locale } from './language/locale.ts'
import type { User } from './session/user.ts'

/** One request, as pages see it: whose county, who asks, in which language, and the APIs with that person's rights. */
export interface Visit {
  readonly county: County
  readonly locale: Locale
  /** Undefined when nobody is signed in. */
  readonly user: User | undefined
  readonly api: ApiClient
  readonly assets: Assets
  /** Where people reach the console, for links that are given on to others: the request may have come by another name. */
  readonly consoleUrl: string
  readonly path: string
  readonly query: URLSearchParams
  /** RFC 3339 in UTC. */
  readonly now: string
}

export interface ConsoleEnv {
  Variables: { visit: Visit }
}

export type PageContext = Context<ConsoleEnv>

export const visitOf = (c: PageContext): Visit => c.get('visit')

/** The same page in another language. */
export const hrefIn = ({ path, query }: Visit, language: Language): string => {
  const params = new URLSearchParams(query)
  params.set('lang', language)
  params.delete('klart')
  return `${path}?${params.toString()}`
}

/** Where somebody is, to come back to after signing in. */
export const herePath = ({ path, query }: Visit): string => {
  const params = new URLSearchParams(query)
  params.delete('klart')
  const rest = params.toString()
  return rest ? `${path}?${rest}` : path
}
