import { beforeAll, describe, expect, it } from 'vitest'
import { services } from '../../services/services.ts'
import { account, at, covered, createInstallation, everyCounty, list, plain, target } from './installation.ts'
import type { Installation, Resource } from './installation.ts'

const declared = services.flatMap(({ name, routes }) =>
  Object.values(routes).map((route) => ({
    service: name,
    key: `${route.method} ${route.path}`,
    isPublic: route.access === 'public',
    method: route.method,
  })),
)

/** API Gateway's quota for one API. */
const maxRoutes = 300

describe.each(everyCounty)('the API of %s', (countyId) => {
  let installation: Installation
  beforeAll(async () => {
    installation = await createInstallation(countyId)
  }, 60_000)

  const routes = () => installation.ofType('AWS::ApiGatewayV2::Route')
  const routeOf = (key: string): Resource | undefined => routes().find(({ properties }) => properties['RouteKey'] === key)
  const byId = (id: string | undefined): Resource | undefined =>
    installation.resources.find((resource) => resource.stack === `${countyId}-api` && resource.id === id)
  const integrationOf = (route: Resource | undefined): Resource | undefined =>
    byId(target(at(route?.properties['Target'], 'Fn::Join', 1, 1)))

  it('has a route for each that a service declares, one for the console, and no other', () => {
    covered(`${countyId}: ${routes().length} routes, ${declared.filter(({ isPublic }) => isPublic).length} of them public`)
    expect(declared.length).toBeGreaterThan(services.length * 3)
    expect(new Set(declared.map(({ key }) => key)).size).toBe(declared.length)
    expect(
      routes()
        .map(({ properties }) => plain(properties['RouteKey']))
        .toSorted(),
    ).toEqual([...declared.map(({ key }) => key), '$default'].toSorted())
    expect(routes().length).toBeLessThan(maxRoutes)
  })

  it.each(declared)('leads $key to $service', ({ service, key }) => {
    const integration = integrationOf(routeOf(key))
    expect(plain(integration?.properties['IntegrationUri'])).toBe(
      `arn:aws:lambda:eu-north-1:${account}:function:${countyId}-${service}-api`,
    )
    expect(integration?.properties).toMatchObject({ IntegrationType: 'AWS_PROXY', PayloadFormatVersion: '2.0' })
  })

  it('asks for a token of the county everywhere but on public routes and pages', () => {
    const authorizers = installation.ofType('AWS::ApiGatewayV2::Authorizer')
    expect(authorizers).toHaveLength(1)
    expect(authorizers[0]?.properties).toMatchObject({
      AuthorizerType: 'JWT',
      IdentitySource: ['$request.header.Authorization'],
      JwtConfiguration: { Issuer: { Ref: 'OpenidIssuer' }, Audience: [{ Ref: 'OpenidAudience' }] },
    })
    const open = routes().filter(({ properties }) => properties['AuthorizationType'] !== 'JWT')
    expect(open.map(({ properties }) => plain(properties['RouteKey'])).toSorted()).toEqual(
      [...declared.filter(({ isPublic }) => isPublic).map(({ key }) => key), '$default'].toSorted(),
    )
    expect(open.length).toBeGreaterThan(1)
    for (const { properties } of routes().filter((route) => !open.includes(route)))
      expect(target(properties['AuthorizerId'])).toBe(authorizers[0]?.id)
  })

  it('asks at deployment for the provider, and knows no other', () => {
    expect(at(installation.templates.get(`${countyId}-api`), 'Parameters')).toMatchObject({
      OpenidIssuer: { Type: 'String', AllowedPattern: '^https://\\S+$' },
      OpenidAudience: { Default: 'behovsflodet-api' },
      OpenidClientId: { Default: 'behovsflodet-console' },
    })
    expect(at(installation.templates.get(`${countyId}-api`), 'Parameters', 'OpenidIssuer', 'Default')).toBeUndefined()
  })

  it('may call each function that it leads to, from the paths that lead there', () => {
    const permissions = installation.ofType('AWS::Lambda::Permission').map(({ properties }) => ({
      principal: properties['Principal'],
      lambda: plain(properties['FunctionName']),
      source: plain(properties['SourceArn']),
    }))
    const apiId = installation.ofType('AWS::ApiGatewayV2::Api')[0]?.id
    const execute = `arn:aws:execute-api:eu-north-1:${account}:<${apiId}>`
    covered(`${countyId}: ${permissions.length} rights to call a function`)
    for (const { name } of services)
      expect(permissions).toContainEqual({
        principal: 'apigateway.amazonaws.com',
        lambda: `arn:aws:lambda:eu-north-1:${account}:function:${countyId}-${name}-api`,
        source: `${execute}/*/*/*`,
      })
    // The default route has neither method nor path: three stars would shut the console out.
    const web = integrationOf(routeOf('$default'))?.properties['IntegrationUri'] ?? ''
    expect(permissions).toContainEqual({ principal: 'apigateway.amazonaws.com', lambda: plain(web), source: `${execute}/*/*` })
    expect(permissions).toHaveLength(services.length + 1)
  })

  it('slows down whoever asks too much, and sooner whoever writes without logging in', () => {
    const stages = installation.ofType('AWS::ApiGatewayV2::Stage')
    expect(stages).toHaveLength(1)
    expect(stages[0]?.properties).toMatchObject({
      StageName: '$default',
      AutoDeploy: true,
      DefaultRouteSettings: { ThrottlingBurstLimit: 200, ThrottlingRateLimit: 100 },
    })
    const publicWrites = declared.filter(({ isPublic, method }) => isPublic && method !== 'GET')
    expect(publicWrites.length).toBeGreaterThan(0)
    expect(at(stages[0]?.properties, 'RouteSettings')).toEqual(
      Object.fromEntries(publicWrites.map(({ key }) => [key, { ThrottlingBurstLimit: 20, ThrottlingRateLimit: 5 }])),
    )
    // CloudFormation refuses settings for a route that is not there yet.
    for (const { key } of publicWrites) expect(stages[0]?.dependsOn).toContain(routeOf(key)?.id)
  })

  it('opens itself to no other website and notes nothing about who asked', () => {
    expect(installation.ofType('AWS::ApiGatewayV2::Api')[0]?.properties).not.toHaveProperty('CorsConfiguration')
    const format = plain(at(installation.ofType('AWS::ApiGatewayV2::Stage')[0]?.properties, 'AccessLogSettings', 'Format'))
    expect(Object.values(JSON.parse(format) as Record<string, string>).toSorted()).toEqual([
      '$context.authorizer.error',
      '$context.error.responseType',
      '$context.integrationErrorMessage',
      '$context.integrationLatency',
      '$context.integrationStatus',
      '$context.requestId',
      '$context.requestTime',
      '$context.responseLatency',
      '$context.responseLength',
      '$context.routeKey',
      '$context.status',
    ])
  })
})

describe('an API at an address of its own', () => {
  it('has that address alone, for people and for the console alike', async () => {
    const certificateArn = `arn:aws:acm:eu-north-1:${account}:certificate/1`
    const installation = await createInstallation('kalmar', { domainName: 'behov.kalmar.example', certificateArn })
    expect(installation.ofType('AWS::ApiGatewayV2::Api')[0]?.properties['DisableExecuteApiEndpoint']).toBe(true)
    expect(installation.ofType('AWS::ApiGatewayV2::DomainName')[0]?.properties).toMatchObject({
      DomainName: 'behov.kalmar.example',
      DomainNameConfigurations: [{ CertificateArn: certificateArn, SecurityPolicy: 'TLS_1_2' }],
    })
    expect(installation.ofType('AWS::ApiGatewayV2::ApiMapping')).toHaveLength(1)
    const web = installation
      .ofType('AWS::Lambda::Function')
      .find(({ properties }) => properties['FunctionName'] === 'kalmar-console-web')
    expect(at(web?.properties, 'Environment', 'Variables')).toMatchObject({
      API_URL: 'https://behov.kalmar.example',
      CONSOLE_URL: 'https://behov.kalmar.example',
    })
    const mailing = installation
      .ofType('AWS::Lambda::Function')
      .find(({ properties }) => properties['FunctionName'] === 'kalmar-forum-tasks')
    expect(at(mailing?.properties, 'Environment', 'Variables', 'CONSOLE_URL')).toBe('https://behov.kalmar.example')
    expect(list(at(installation.templates.get('kalmar-api'), 'Outputs', 'ApiUrl', 'Value'))).toEqual([
      'https://behov.kalmar.example',
    ])
  }, 60_000)
})
