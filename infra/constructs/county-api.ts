import { CfnOutput, CfnParameter, Duration, RemovalPolicy } from 'aws-cdk-lib'
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway'
import { ApiMapping, DomainName, HttpApi, HttpStage, LogGroupLogDestination, SecurityPolicy } from 'aws-cdk-lib/aws-apigatewayv2'
import type { CfnStage, HttpRoute } from 'aws-cdk-lib/aws-apigatewayv2'
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers'
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager'
import type { Code } from 'aws-cdk-lib/aws-lambda'
import { LogGroup } from 'aws-cdk-lib/aws-logs'
import { Construct } from 'constructs'
import type { ServiceDeclaration } from '#lambda/declaration.ts'
import type { Deployment } from '../deployment.ts'
import { logRetention } from '../log-retention.ts'
import { names } from '../names.ts'
import { createAlarm } from './alarm.ts'
import { createConsole } from './console.ts'
import { createServiceApiRoutes } from './service-api-routes.ts'

interface CountyApiSettings {
  readonly deployment: Deployment
  readonly services: readonly ServiceDeclaration[]
  readonly consoleCode: Code
}

/** Requests a second, and how many at once: a county's people at work, with room for partner systems. */
const throttle = { rateLimit: 100, burstLimit: 200 }
/** The same for what anybody may write without logging in. */
const publicWriteThrottle = { rateLimit: 5, burstLimit: 20 }

/** What the gateway notes of a request. Neither address nor browser nor who: only what operations need. */
const accessLogFormat = AccessLogFormat.custom(
  JSON.stringify({
    time: '$context.requestTime',
    requestId: '$context.requestId',
    routeKey: '$context.routeKey',
    status: '$context.status',
    responseBytes: '$context.responseLength',
    latencyMs: '$context.responseLatency',
    integrationLatencyMs: '$context.integrationLatency',
    integrationStatus: '$context.integrationStatus',
    integrationError: '$context.integrationErrorMessage',
    authorizerError: '$context.authorizer.error',
    error: '$context.error.responseType',
  }),
)

const openidParameters = (scope: Construct) => ({
  issuer: new CfnParameter(scope, 'OpenidIssuer', {
    description: "The county's own OpenID provider, exactly as its tokens name it (iss)",
    allowedPattern: '^https://\\S+$',
    constraintDescription: 'must be an https address',
  }).valueAsString,
  audience: new CfnParameter(scope, 'OpenidAudience', {
    description: 'What the provider calls this API in its tokens (aud)',
    default: 'behovsflodet-api',
  }).valueAsString,
  clientId: new CfnParameter(scope, 'OpenidClientId', {
    description: 'What the provider calls the console',
    default: 'behovsflodet-console',
  }).valueAsString,
})

const createDomain = (scope: Construct, { name, certificateArn }: NonNullable<Deployment['domain']>): DomainName => {
  const domain = new DomainName(scope, 'Domain', {
    domainName: name,
    certificate: Certificate.fromCertificateArn(scope, 'Certificate', certificateArn),
    securityPolicy: SecurityPolicy.TLS_1_2,
  })
  new CfnOutput(scope, 'DomainTarget', {
    description: `Point a CNAME from ${name} here`,
    value: domain.regionalDomainName,
  })
  return domain
}

/**
 * The county's one HTTP API: every service's routes behind the county's own OpenID provider, and the console on
 * every other address. No CORS: the console calls from the server, and partners are systems.
 */
export const createCountyApi = (
  scope: Construct,
  id: string,
  { deployment, services, consoleCode }: CountyApiSettings,
): HttpApi => {
  const { county, domain: ownDomain } = deployment
  const countyId = county.id
  const place = new Construct(scope, id)
  const openid = openidParameters(scope)
  const api = new HttpApi(place, 'Http', {
    apiName: names(countyId).api,
    description: `Behovsflödet, ${county.name}`,
    createDefaultStage: false,
    disableExecuteApiEndpoint: ownDomain !== undefined,
  })
  const url = ownDomain ? `https://${ownDomain.name}` : api.apiEndpoint
  const authorizer = new HttpJwtAuthorizer('OpenID', openid.issuer, { jwtAudience: [openid.audience] })

  const routes = new Map(
    services.flatMap((service) => [...createServiceApiRoutes(place, service.name, { countyId, service, api, authorizer })]),
  )
  const { route: pages } = createConsole(place, 'Console', {
    countyId,
    api,
    code: consoleCode,
    apiUrl: url,
    consoleUrl: url,
    openidIssuer: openid.issuer,
    openidClientId: openid.clientId,
  })

  const stage = new HttpStage(place, 'Stage', {
    httpApi: api,
    stageName: '$default',
    autoDeploy: true,
    throttle,
    accessLogSettings: {
      destination: new LogGroupLogDestination(
        new LogGroup(place, 'AccessLog', {
          logGroupName: `/aws/vendedlogs/apigateway/${names(countyId).api}`,
          retention: logRetention,
          removalPolicy: RemovalPolicy.DESTROY,
        }),
      ),
      format: accessLogFormat,
    },
  })
  const publicWrites = [...routes].filter(([, { declared }]) => declared.access === 'public' && declared.method !== 'GET')
  throttleRoutes(
    stage,
    publicWrites.map(([key, { route }]) => [key, route]),
  )
  // Without this the stage may be there before its pages, and answer 404 in between.
  stage.node.addDependency(pages)

  if (ownDomain) {
    const domain = createDomain(scope, ownDomain)
    new ApiMapping(place, 'Mapping', { api, domainName: domain, stage })
  }
  createAlarm(place, 'Faults', {
    countyId,
    service: 'api',
    name: 'function-faults',
    text: {
      meaning: 'People and partner systems get server errors (5xx) from the API or the console.',
      runbook: 'function-faults',
    },
    metric: stage.metricServerError({ period: Duration.minutes(5), statistic: 'Sum' }),
    threshold: 1,
  })
  new CfnOutput(scope, 'ApiUrl', { description: 'The address of the API and of the console', value: url })
  return api
}

/** The library has no setting for one route's throttling; CloudFormation has, and wants the route to be there first. */
const throttleRoutes = (stage: HttpStage, routes: readonly (readonly [key: string, route: HttpRoute])[]): void => {
  if (routes.length === 0) return
  // An HttpStage of our own making always has its CloudFormation resource as default child.
  const resource = stage.node.defaultChild as CfnStage
  const { rateLimit, burstLimit } = publicWriteThrottle
  resource.routeSettings = Object.fromEntries(
    routes.map(([key]) => [key, { ThrottlingRateLimit: rateLimit, ThrottlingBurstLimit: burstLimit }]),
  )
  for (const [, route] of routes) stage.node.addDependency(route)
}
