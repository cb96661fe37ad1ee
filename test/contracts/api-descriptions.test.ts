import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import * as z from 'zod'
import { eventDefinitions } from '#contracts/events.ts'
import { kitProblems } from '#lambda/problem.ts'
import type { ProblemText } from '#lambda/problem.ts'
import type { Route } from '#lambda/declaration.ts'
import { generatedDocs } from '../../scripts/docs.ts'
import { operationIdOf } from '../../scripts/openapi.ts'
import { services } from '../../services/services.ts'

/** docs/openapi.json and docs/asyncapi.yaml, held against the declarations and against their own standards. */

const root = new URL('../../', import.meta.url)
const committed = (file: string): string => readFileSync(new URL(file, root), 'utf8')
const generated = generatedDocs()

it.each(Object.keys(generated))('%s is what the declarations say (npm run docs writes it)', (file) => {
  // Compared as text in one piece: a difference of a whole file tells nobody anything.
  expect(committed(file) === generated[file], `${file} is old: run npm run docs and commit it`).toBe(true)
})

const json = z.record(z.string(), z.unknown())
const parameter = z.looseObject({
  name: z.string().min(1),
  in: z.enum(['path', 'query', 'header', 'cookie']),
  required: z.boolean(),
  schema: json,
})
const content = z.record(z.string(), z.looseObject({ schema: json }))
const operation = z.looseObject({
  operationId: z.string().regex(/^[a-z][A-Za-z0-9]+$/),
  tags: z.array(z.string()).length(1),
  summary: z.string().min(1),
  'x-summary-sv': z.string().min(1),
  security: z.array(z.record(z.string(), z.array(z.string()))),
  'x-roles': z.array(z.string()).min(1).optional(),
  parameters: z.array(parameter),
  requestBody: z.looseObject({ required: z.literal(true), content }).optional(),
  responses: z.record(
    z.string().regex(/^[2-5]\d\d$/),
    z.looseObject({ description: z.string().min(1), content: content.optional() }),
  ),
})
const pathItem = z.strictObject({
  get: operation.optional(),
  post: operation.optional(),
  put: operation.optional(),
  delete: operation.optional(),
})
const openApiSchema = z.looseObject({
  openapi: z.literal('3.1.0'),
  info: z.looseObject({ title: z.string(), version: z.string(), license: z.looseObject({ name: z.string() }) }),
  servers: z.array(z.looseObject({ url: z.string() })),
  tags: z.array(z.looseObject({ name: z.string(), description: z.string() })),
  paths: z.record(z.string().regex(/^\/v1\//), pathItem),
  components: z.looseObject({ schemas: json, securitySchemes: json }),
})

/** What a `$ref` of a document points at; undefined where it leads nowhere. */
const referred = (reference: string, whole: unknown): unknown =>
  reference
    .replace(/^#\//, '')
    .split('/')
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>(
      (at, part) => (at !== null && typeof at === 'object' ? (at as Record<string, unknown>)[part] : undefined),
      whole,
    ) // JSON

const referenceOf = (value: object): string | undefined =>
  '$ref' in value && typeof value.$ref === 'string' ? value.$ref : undefined

const brokenReferences = (value: unknown, whole: unknown = value): string[] => {
  if (value === null || typeof value !== 'object') return []
  const reference = referenceOf(value)
  if (reference !== undefined && referred(reference, whole) === undefined) return [reference]
  return Object.values(value).flatMap((member) => brokenReferences(member, whole))
}

/** The document with every `$ref` replaced by what it points at. */
const resolved = (value: unknown, whole: unknown = value, within: readonly string[] = []): unknown => {
  if (value === null || typeof value !== 'object') return value
  const reference = referenceOf(value)
  if (reference !== undefined) {
    if (within.includes(reference)) throw new Error(`${reference} points at itself`)
    return resolved(referred(reference, whole), whole, [...within, reference])
  }
  if (Array.isArray(value)) return value.map((member) => resolved(member, whole, within))
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, resolved(member, whole, within)]))
}

const document: unknown = JSON.parse(generated['docs/openapi.json'] ?? '')
const openApi = openApiSchema.parse(resolved(document))
const operations = Object.entries(openApi.paths).flatMap(([path, item]) =>
  Object.entries(item).flatMap(([method, described]) => (described ? [{ path, method, described }] : [])),
)
const declared = services.flatMap((service) =>
  Object.entries(service.routes).map(([id, route]: [string, Route]) => ({
    service,
    id,
    route,
    operationId: operationIdOf(service.name, id),
  })),
)

describe('docs/openapi.json', () => {
  it('has every route of every service, each under an id and an address of its own', () => {
    expect(operations.map(({ described }) => described.operationId).toSorted()).toEqual(
      declared.map(({ operationId }) => operationId).toSorted(),
    )
    expect(new Set(declared.map(({ operationId }) => operationId)).size).toBe(declared.length)
    expect(new Set(declared.map(({ route }) => `${route.method} ${route.path.replaceAll(/\{\w+\}/g, '{}')}`)).size).toBe(
      declared.length,
    )
    expect(declared.length).toBeGreaterThan(100)
  })

  it('names in each path the parameters that it declares, and no other', () => {
    for (const { path, described } of operations) {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)
      const named = described.parameters.filter((candidate) => candidate.in === 'path')
      expect([path, named.map(({ name }) => name).toSorted()]).toEqual([path, inPath.toSorted()])
      expect(named.every(({ required }) => required)).toBe(true)
      const keys = described.parameters.map((candidate) => `${candidate.in} ${candidate.name}`)
      expect(new Set(keys).size).toBe(keys.length)
    }
  })

  it('gives each operation one good answer, with a schema where it has a body', () => {
    for (const { route, operationId } of declared) {
      const described = operations.find((candidate) => candidate.described.operationId === operationId)?.described
      const good = Object.keys(described?.responses ?? {}).filter((status) => status.startsWith('2'))
      expect([operationId, good]).toEqual([operationId, [String(route.response.status)]])
      const { content: body } = described?.responses[String(route.response.status)] ?? {}
      expect([operationId, body !== undefined]).toEqual([operationId, route.response.status !== 204])
    }
  })

  it('asks for a body only where there is one to send', () => {
    for (const { method, described } of operations)
      if (described.requestBody)
        expect([described.operationId, ['post', 'put']]).toEqual([described.operationId, expect.arrayContaining([method])])
  })

  it('says who may call: roles with a token, or everybody', () => {
    for (const { route, operationId } of declared) {
      const described = operations.find((candidate) => candidate.described.operationId === operationId)?.described
      const isPublic = route.access === 'public'
      expect([operationId, described?.security]).toEqual([operationId, isPublic ? [] : [{ bearer: [] }]])
      expect(described?.['x-roles']).toEqual(isPublic ? undefined : [...route.access])
    }
    expect(openApi.components.securitySchemes).toHaveProperty('bearer')
  })

  it('tells every refusal that a route declares, under its status, with its code and text', () => {
    for (const { service, route, operationId } of declared) {
      const texts: Readonly<Record<string, ProblemText | undefined>> = { ...kitProblems, ...service.problems }
      const described = operations.find((candidate) => candidate.described.operationId === operationId)?.described
      for (const code of route.refusals) {
        const text = texts[code]
        expect([operationId, code, text?.status]).toEqual([operationId, code, expect.any(Number)])
        const answer = described?.responses[String(text?.status)]
        expect([operationId, code, answer?.description]).toEqual([operationId, code, expect.stringContaining(`${code}: `)])
        expect(answer?.content).toHaveProperty(['application/problem+json'])
      }
    }
  })

  it('has tags for the services and no reference that leads nowhere', () => {
    expect(openApi.tags.map(({ name }) => name)).toEqual(services.map(({ name }) => name))
    expect(brokenReferences(document)).toEqual([])
  })

  it('has schemas that a reader of JSON Schema understands', () => {
    const schemas = operations.flatMap(({ described }) => [
      ...described.parameters.map(({ schema }) => schema),
      ...Object.values(described.requestBody?.content ?? {}).map(({ schema }) => schema),
      ...Object.values(described.responses).flatMap(({ content: body = {} }) => Object.values(body).map(({ schema }) => schema)),
    ])
    expect(schemas.length).toBeGreaterThan(declared.length)
    for (const schema of schemas) expect(() => z.fromJSONSchema(schema)).not.toThrow()
  })
})

describe('the problems of the services', () => {
  it.each(services.map((service) => [service.name, service] as const))(
    '%s: all have a title and a detail in both languages, and are used',
    (_, service) => {
      const routes: Route[] = Object.values(service.routes)
      const used = new Set(routes.flatMap(({ refusals }) => refusals))
      for (const [code, { title, detail, status }] of Object.entries(service.problems)) {
        expect([code, status]).toEqual([code, expect.any(Number)])
        for (const said of [title, detail]) {
          expect([code, said.sv.length, said.en.length].every(Boolean)).toBe(true)
          expect([code, said.sv]).not.toEqual([code, said.en])
        }
        // A service does not say otherwise what the kit says for all.
        expect(Object.keys(kitProblems)).not.toContain(code)
      }
      expect([...used].filter((code) => !(code in service.problems) && !(code in kitProblems))).toEqual([])
    },
  )
})

describe('docs/asyncapi.yaml', () => {
  const message = z.looseObject({
    name: z.string(),
    payload: z.looseObject({ allOf: z.array(json) }),
    'x-emitted-by': z.array(z.string()).min(1),
  })
  const asyncApiSchema = z.looseObject({
    asyncapi: z.literal('3.0.0'),
    channels: z.record(
      z.string(),
      z.looseObject({ address: z.string(), messages: z.record(z.string(), z.object({ $ref: z.string() })) }),
    ),
    operations: z.record(z.string(), z.looseObject({ action: z.literal('receive'), channel: z.object({ $ref: z.string() }) })),
    components: z.looseObject({ messages: z.record(z.string(), message), schemas: json }),
  })
  const described: unknown = parse(generated['docs/asyncapi.yaml'] ?? '')
  const asyncApi = asyncApiSchema.parse(described)

  it('has one message for each event, and says who emits it', () => {
    expect(Object.keys(asyncApi.components.messages).toSorted()).toEqual(eventDefinitions.map(({ name }) => name).toSorted())
    for (const { name, emits } of services)
      for (const event of emits) expect(asyncApi.components.messages[event.name]?.['x-emitted-by']).toContain(name)
  })

  it('has one channel for each inbox, with what it accepts', () => {
    for (const { name, accepts } of services) {
      const channel = asyncApi.channels[`${name}-inbox`]
      expect([name, Object.keys(channel?.messages ?? {}).toSorted()]).toEqual([
        name,
        [...new Set(accepts.map(({ event }) => event.name))].toSorted(),
      ])
    }
    expect(brokenReferences(described)).toEqual([])
  })

  it('describes each event so that its example fits, and another event does not', () => {
    const exampleOf = (name: string): unknown => JSON.parse(committed(`services/shared/contracts/examples/${name}.json`))
    for (const [name, { payload }] of Object.entries(asyncApi.components.messages)) {
      const schema = z.fromJSONSchema(json.parse(resolved(payload, described)))
      expect([name, schema.safeParse(exampleOf(name)).success]).toEqual([name, true])
      const other = name === 'case-held' ? 'case-woken' : 'case-held'
      expect([name, schema.safeParse(exampleOf(other)).success]).toEqual([name, false])
    }
  })
})
