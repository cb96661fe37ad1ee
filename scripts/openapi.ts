import type { Route, ServiceDeclaration } from '../services/shared/lambda/declaration.ts'
import { kitProblems, problemType } from '../services/shared/lambda/problem.ts'
import type { ProblemText } from '../services/shared/lambda/problem.ts'
import { answerSchema, requestSchema } from './json-schema.ts'

/** docs/openapi.json from the services' own declarations: OpenAPI 3.1, DIGG's national REST API profile. */

type ComponentKind = 'schemas' | 'parameters' | 'responses' | 'examples'

/** Parts that many operations share are written once, under the first name asked for, and referred to. */
const createComponents = () => {
  const names = new Map<string, string>()
  const parts: Record<ComponentKind, Record<string, object>> = { schemas: {}, parameters: {}, responses: {}, examples: {} }
  const freeName = (kind: ComponentKind, wanted: string): string => {
    let name = wanted
    for (let number = 2; parts[kind][name]; number += 1) name = `${wanted}${number}`
    return name
  }
  const refer = (kind: ComponentKind, wanted: string, content: object): { $ref: string } => {
    const key = `${kind} ${JSON.stringify(content)}`
    const name = names.get(key) ?? freeName(kind, wanted)
    names.set(key, name)
    parts[kind][name] = content
    return { $ref: `#/components/${kind}/${name}` }
  }
  return { refer, parts }
}
type Components = ReturnType<typeof createComponents>

interface Property {
  readonly name: string
  readonly schema: object
  readonly isRequired: boolean
}

const capital = (word: string): string => `${word[0]?.toUpperCase() ?? ''}${word.slice(1)}`

/** Unique over all services, for example `matchingReadCase`. */
export const operationIdOf = (service: string, operation: string): string => `${service}${capital(operation)}`

const propertiesOf = (schema: object): Property[] => {
  const { properties = {}, required = [] } = schema as { properties?: Record<string, object>; required?: string[] }
  return Object.entries(properties).map(([name, property]) => ({ name, schema: property, isRequired: required.includes(name) }))
}

const traceparent = {
  name: 'traceparent',
  in: 'header',
  required: false,
  description: 'W3C Trace Context; answered with our own span in the same trace.',
  schema: { type: 'string' },
}

const parametersOf = (route: Route): { name: string; in: string; schema: object; required: boolean; description?: string }[] => [
  ...(route.parameters ? propertiesOf(requestSchema(route.parameters)) : []).map(({ name, schema }) => ({
    name,
    in: 'path',
    required: true,
    schema,
  })),
  ...(route.query ? propertiesOf(requestSchema(route.query)) : []).map(({ name, schema, isRequired }) => ({
    name,
    in: 'query',
    required: isRequired,
    schema,
  })),
  ...(route.needsIfMatch
    ? [
        {
          name: 'If-Match',
          in: 'header',
          required: true,
          description: 'The ETag that was read.',
          schema: { type: 'string', examples: ['"3"'] },
        },
      ]
    : []),
  ...(route.method === 'POST'
    ? [
        {
          name: 'Idempotency-Key',
          in: 'header',
          required: false,
          description: 'The same key and body give the first answer again, for seven days.',
          schema: { type: 'string', minLength: 8, maxLength: 100 },
        },
      ]
    : []),
  traceparent,
]

const commonCodes = ['invalidRequest', 'internalError', 'busy'] as const
const bodyCodes = ['malformedJson', 'bodyTooLarge', 'wrongContentType', 'personalIdentityNumber'] as const
const signedInCodes = ['notAuthenticated', 'roleNotAllowed'] as const
const ifMatchCodes = ['preconditionRequired', 'malformedIfMatch', 'staleVersion'] as const
const postCodes = ['malformedIdempotencyKey', 'idempotencyKeyReused'] as const

const codesOf = (route: Route): string[] => [
  ...commonCodes,
  ...(route.body ? bodyCodes : []),
  ...(route.access === 'public' ? [] : signedInCodes),
  ...(route.needsIfMatch ? ifMatchCodes : []),
  ...(route.method === 'POST' ? postCodes : []),
  ...route.refusals,
]

const problemsOf = (
  route: Route,
  texts: Readonly<Record<string, ProblemText | undefined>>,
  components: Components,
): Record<string, object> => {
  const known = codesOf(route).flatMap((code) => {
    const text = texts[code]
    return text ? [{ code, ...text }] : []
  })
  const statuses = [...new Set(known.map(({ status }) => status))].toSorted((a, b) => a - b)
  return Object.fromEntries(
    statuses.map((status) => {
      const those = known.filter((problem) => problem.status === status)
      return [
        String(status),
        components.refer('responses', `Problem${status}`, {
          description: those.map(({ code, title }) => `${code}: ${title.en}`).join('; '),
          content: {
            'application/problem+json': {
              schema: { $ref: '#/components/schemas/Problem' },
              examples: Object.fromEntries(
                those.map(({ code, title, detail }) => [
                  code,
                  components.refer('examples', code, {
                    value: { type: problemType(code), title: title.sv, status, detail: detail.sv, code },
                  }),
                ]),
              ),
            },
          },
        }),
      ]
    }),
  )
}

const accessOf = (route: Route): object =>
  route.access === 'public' ? { security: [] } : { security: [{ bearer: [] }], 'x-roles': [...route.access] }

const operationOf = (service: ServiceDeclaration, operation: string, route: Route, components: Components): object => {
  const { status, body } = route.response
  return {
    operationId: operationIdOf(service.name, operation),
    tags: [service.name],
    summary: route.summary.en,
    'x-summary-sv': route.summary.sv,
    ...accessOf(route),
    parameters: parametersOf(route).map((parameter) =>
      components.refer('parameters', parameter.name.replaceAll('-', ''), parameter),
    ),
    ...(route.body && {
      requestBody: {
        required: true,
        content: {
          'application/json': { schema: components.refer('schemas', `${capital(operation)}Request`, requestSchema(route.body)) },
        },
      },
    }),
    responses: {
      [String(status)]: {
        description: route.summary.en,
        headers: {
          traceparent: { schema: { type: 'string' } },
          ...(route.hasETag && { ETag: { description: 'Give it back in If-Match.', schema: { type: 'string' } } }),
          ...(route.query &&
            'cursor' in route.query.shape && {
              Link: { description: 'rel="next" when there is more (RFC 8288).', schema: { type: 'string' } },
            }),
        },
        ...(body && {
          content: {
            'application/json': { schema: components.refer('schemas', `${capital(operation)}Answer`, answerSchema(body)) },
          },
        }),
      },
      ...problemsOf(route, { ...kitProblems, ...service.problems }, components),
    },
  }
}

const problemSchema = {
  type: 'object',
  description: 'RFC 9457. `translations` holds both languages, whatever Accept-Language asked for.',
  required: ['type', 'title', 'status', 'detail', 'code'],
  properties: {
    type: { type: 'string', format: 'uri-reference' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    instance: { type: 'string' },
    code: { type: 'string' },
    correlationId: { type: 'string' },
    translations: { type: 'object' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          pointer: { type: 'string', description: 'JSON Pointer (RFC 6901) into the body; /path and /query for parameters.' },
          code: { type: 'string' },
          detail: { type: 'string' },
          translations: { type: 'object' },
        },
      },
    },
  },
}

export const openApi = (services: readonly ServiceDeclaration[]): object => {
  const paths: Record<string, Record<string, object>> = {}
  const components = createComponents()
  for (const service of services)
    for (const [operation, route] of Object.entries(service.routes))
      paths[route.path] = {
        ...paths[route.path],
        [route.method.toLowerCase()]: operationOf(service, operation, route, components),
      }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Behovsflödet',
      version: '1.0.0',
      description:
        'Carries an eHealth need from a first idea to a benefit that has come true. Lists page by an opaque cursor and a Link header, since the database has no offsets: a declared deviation from FNS.07 of the national REST API profile.',
      license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
      'x-limitations': 'Bodies of at most 256 kB; pages of at most 100 rows; paging by cursor.',
    },
    servers: [{ url: '/' }],
    tags: services.map(({ name, summary }) => ({ name, description: summary.en, 'x-description-sv': summary.sv })),
    paths,
    components: {
      ...components.parts,
      schemas: { Problem: problemSchema, ...components.parts.schemas },
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
    },
  }
}
