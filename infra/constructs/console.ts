import { Tags } from 'aws-cdk-lib'
import { HttpNoneAuthorizer, HttpRoute, HttpRouteKey } from 'aws-cdk-lib/aws-apigatewayv2'
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2'
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations'
import type { Code, Function } from 'aws-cdk-lib/aws-lambda'
import { Construct } from 'constructs'
import { acknowledge } from '../acknowledge.ts'
import { consoleSource } from '../county-functions.ts'
import { createServiceFunction } from './service-function.ts'

interface ConsoleSettings {
  readonly countyId: string
  readonly api: HttpApi
  readonly code: Code
  readonly apiUrl: string
  readonly consoleUrl: string
  readonly openidIssuer: string
  readonly openidClientId: string
}

/** The web console: whatever address of the API no service has declared. It has no rights in AWS beyond its own log. */
export const createConsole = (
  scope: Construct,
  id: string,
  settings: ConsoleSettings,
): { readonly web: Function; readonly route: HttpRoute } => {
  const { countyId, api, code } = settings
  const { service } = consoleSource
  const place = new Construct(scope, id)
  Tags.of(place).add('service', service)
  const web = createServiceFunction(place, 'Web', {
    countyId,
    service,
    kind: 'web',
    description: 'The web console, rendered on the server',
    code,
    environment: {
      API_URL: settings.apiUrl,
      CONSOLE_URL: settings.consoleUrl,
      OPENID_ISSUER: settings.openidIssuer,
      OPENID_CLIENT_ID: settings.openidClientId,
    },
    access: [],
    caller: 'synchronous',
  })
  const route = new HttpRoute(place, 'Pages', {
    httpApi: api,
    routeKey: HttpRouteKey.DEFAULT,
    // The library's right for a whole API asks for a method and a path, which the default route has not.
    integration: new HttpLambdaIntegration('console-web', web, { scopePermissionToRoute: true }),
    authorizer: new HttpNoneAuthorizer(),
  })
  acknowledge(
    route,
    'AwsSolutions-APIG4',
    'A browser that asks for a page has no bearer token: the console logs people in itself and calls the API with their token.',
  )
  return { web, route }
}
