import * as z from 'zod'
import type { County } from '#counties/county.ts'
import type { Route, ServiceDeclaration } from '#lambda/declaration.ts'
import type { Client } from '../../../demo/client.ts'
import { personasOf } from '../../../local/personas.ts'

/** Asks all that can be asked of a finished case and of the lists around it: every GET route, with every filter and page. */

export interface Asked {
  readonly operations: number
  readonly questions: number
  /** Answered with what was asked for; the rest was refused in good order. */
  readonly answered: number
  /** Routes with a parameter that nothing here has a value for. */
  readonly leftOut: readonly string[]
}

/** What a parameter may be, by its name; where it takes several values the question is asked of each. */
export type Known = (service: string) => Readonly<Record<string, readonly string[]>>

/** A filter is asked with the first of these that the route's own schema takes. */
const filterValues = (county: County): Readonly<Record<string, readonly string[]>> => ({
  status: ['inProgress', 'open', 'accepted', 'submitted'],
  phase: ['matching'],
  organisation: [county.leadOrganisation],
  version: ['1'],
  from: ['NV1'],
  to: ['NV2'],
  limit: ['1'],
})

/** With each filter and without it: every combination. */
const combinations = (pairs: readonly (readonly [string, string])[]): readonly (readonly (readonly [string, string])[])[] => {
  const [first, ...others] = pairs
  if (!first) return [[]]
  const rest = combinations(others)
  return [...rest, ...rest.map((chosen) => [first, ...chosen])]
}

const queriesOf = ({ query }: Route, county: County): readonly string[] => {
  if (!query) return ['']
  const candidates = Object.entries<z.core.$ZodType>(query.shape).flatMap(([name, schema]) => {
    const value = filterValues(county)[name]?.find((one) => z.safeParse(schema, one).success)
    return value === undefined ? [] : [[name, value] as const]
  })
  return combinations(candidates)
    .map((pairs) => Object.fromEntries(pairs))
    .filter((filters) => query.safeParse(filters).success)
    .map((filters) => (Object.keys(filters).length === 0 ? '' : `?${new URLSearchParams(filters).toString()}`))
}

/** The route's path with every value that is known for its parameters; none when one is not known at all. */
const addressesOf = ({ path }: Route, known: Readonly<Record<string, readonly string[]>>): readonly string[] =>
  [...path.matchAll(/\{([^}]+)\}/g)].reduce<readonly string[]>(
    (paths, [placeholder, name = '']) =>
      (known[name] ?? []).flatMap((value) => paths.map((address) => address.replace(placeholder, encodeURIComponent(value)))),
    [path],
  )

export const askEverything = async (
  client: Client,
  { services, county, known }: { services: readonly ServiceDeclaration[]; county: County; known: Known },
): Promise<Asked> => {
  const personas = personasOf(county)
  const askerOf = ({ access }: Route): string | undefined =>
    access === 'public' ? undefined : personas.find(({ roles }) => roles.some((role) => access.includes(role)))?.id
  const routes = services.flatMap(({ name, routes: declared }) =>
    Object.entries(declared)
      .filter(([, route]) => route.method === 'GET')
      .map(([operationId, route]) => ({
        operationId: `${name} ${operationId}`,
        route,
        addresses: addressesOf(route, known(name)),
      })),
  )
  let questions = 0
  let answered = 0
  for (const { operationId, route, addresses } of routes) {
    const ask = async (path: string): Promise<void> => {
      const questioner = client.as(askerOf(route))
      const first = await questioner({ method: 'GET', path })
      const last = first.next === undefined ? first : await questioner({ method: 'GET', path: first.next })
      if (last.status >= 500) throw new Error(`${operationId} was answered with ${last.status}`)
      questions += 1
      if (last.status === 200) answered += 1
    }
    for (const query of queriesOf(route, county))
      // oxlint-disable-next-line no-await-in-loop -- who looks into a queue hides it for a while from who looks next
      await Promise.all(addresses.map((address) => ask(`${address}${query}`)))
  }
  return {
    operations: routes.length,
    questions,
    answered,
    leftOut: routes.filter(({ addresses }) => addresses.length === 0).map(({ operationId }) => operationId),
  }
}
