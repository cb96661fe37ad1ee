import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { kalmar } from '#counties/kalmar.ts'
import { createConsole } from '../app.tsx'
import { createFakeApi, fakeApiUrl } from './fake-api.ts'
import type { FakeApi } from './fake-api.ts'

/** A console against a fake API, with an identity provider that answers by the fake API's rules too. */

export const consoleUrl = 'https://console.test'
export const issuer = 'https://id.test'
export const now = '2026-11-20T08:00:00.000Z'
const hourSeconds = 3_600

/** Just enough assets for the pages' addresses; what the real ones hold is the browser tests' matter. */
const makeAssets = (): string => {
  const directory = mkdtempSync(path.join(tmpdir(), 'console-assets-'))
  mkdirSync(path.join(directory, 'generated'))
  writeFileSync(path.join(directory, 'generated', 'stamp'), 'test')
  writeFileSync(path.join(directory, 'console.css'), 'body{}')
  symlinkSync(path.resolve('node_modules/source-sans/TTF'), path.join(directory, 'generated', 'fonts'))
  writeFileSync(
    path.join(directory, 'generated', 'problems.json'),
    JSON.stringify({
      'stale-version': {
        status: 412,
        title: { sv: 'Någon hann före', en: 'Somebody was first' },
        detail: { sv: 'Läs om.', en: 'Read again.' },
      },
      'route-not-found': {
        status: 404,
        title: { sv: 'Ingen sådan adress', en: 'No such address' },
        detail: { sv: 'Se API-beskrivningen.', en: 'See the API description.' },
      },
    }),
  )
  return directory
}

const assetsDirectory = makeAssets()

export interface Persona {
  readonly sub: string
  readonly name: string
  readonly roles: readonly string[]
  readonly organisation?: string
  readonly unit?: string
  readonly offices?: readonly string[]
}

export const officer: Persona = {
  sub: 'handlaggare',
  name: 'Sara Nilsson',
  roles: ['caseOfficer'],
  organisation: 'region-kalmar',
}
export const specialist: Persona = {
  sub: 'it',
  name: 'Oskar Lindqvist',
  roles: ['specialist'],
  organisation: 'region-kalmar',
  unit: 'it',
}
export const decider: Persona = {
  sub: 'direktor',
  name: 'Anders Bergström',
  roles: ['decisionMaker'],
  organisation: 'region-kalmar',
  offices: ['healthDirector'],
}
export const resident: Persona = { sub: 'invanare', name: 'Maja Söderlund', roles: ['resident'] }

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')

/** The console does not check signatures - the services do - so any third part will serve. */
export const tokenOf = (claims: object, expiresInSeconds = hourSeconds): string =>
  `${encode({ alg: 'RS256' })}.${encode({ ...claims, exp: Date.parse(now) / 1_000 + expiresInSeconds })}.signature`

export interface TestConsole {
  readonly api: FakeApi
  readonly request: (target: string, init?: RequestInit) => Promise<Response>
  readonly get: (target: string, persona?: Persona, headers?: Record<string, string>) => Promise<Response>
  /** Posts a form as a browser on the console's own pages does. */
  readonly post: (
    target: string,
    form: Readonly<Record<string, string | readonly string[]>>,
    persona?: Persona,
    headers?: Record<string, string>,
  ) => Promise<Response>
}

export const sessionCookie = (persona: Persona): string => `__Host-behovsflodet-session=${tokenOf(persona)}`

const formBody = (form: Readonly<Record<string, string | readonly string[]>>): string =>
  new URLSearchParams(
    Object.entries(form).flatMap(([name, values]) => [values].flat().map((value): [string, string] => [name, value])),
  ).toString()

export const createTestConsole = (
  answers: Parameters<typeof createFakeApi>[0] = {},
  changed: { consoleUrl?: string; onFault?: (error: unknown) => void } = {},
): TestConsole => {
  // Every officer's own list asks for it.
  const api = createFakeApi({ 'GET /v1/benefits/measures': { body: { cases: [] } }, ...answers })
  const app = createConsole({
    county: kalmar,
    apiUrl: fakeApiUrl,
    openid: { issuer, clientId: 'console' },
    consoleUrl: changed.consoleUrl ?? consoleUrl,
    fetch: api.fetch,
    clock: () => now,
    assetsDirectory,
    ...(changed.onFault && { onFault: changed.onFault }),
  })
  const base = changed.consoleUrl ?? consoleUrl
  const request: TestConsole['request'] = async (target, init) => app.request(new Request(new URL(target, base), init))
  const cookies = (persona: Persona | undefined): Record<string, string> => (persona ? { cookie: sessionCookie(persona) } : {})
  return {
    api,
    request,
    get: (target, persona, headers = {}) => request(target, { headers: { ...cookies(persona), ...headers } }),
    post: (target, form, persona, headers = {}) =>
      request(target, {
        method: 'POST',
        body: formBody(form),
        headers: { 'content-type': 'application/x-www-form-urlencoded', origin: base, ...cookies(persona), ...headers },
      }),
  }
}
