import { Stack } from 'aws-cdk-lib'
import { HttpMethod, HttpNoneAuthorizer, HttpRoute, HttpRouteKey } from 'aws-cdk-lib/aws-apigatewayv2'
import type { HttpApi, IHttpRouteAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2'
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations'
import { Function } from 'aws-cdk-lib/aws-lambda'
import { Construct } from 'constructs'
import type { Route, ServiceDeclaration } from '#lambda/declaration.ts'
import { acknowledge } from '../acknowledge.ts'
import { functionArnOf } from '../addresses.ts'
import { names } from '../names.ts'

interface ServiceApiRoutesSettings {
  readonly countyId: string
  readonly service: ServiceDeclaration
  readonly api: HttpApi
  readonly authorizer: IHttpRouteAuthorizer
}

/**
 * One route of the county's API for each that the service declares, by its operationId, to the service's api
 * function. The gateway verifies the token; which role may call what is the function's own list. Routes that
 * are declared public, and only they, are reached without a token.
 * @returns the routes as they were made, by route key.
 */
export const createServiceApiRoutes = (
  scope: Construct,
  id: string,
  { countyId, service, api, authorizer }: ServiceApiRoutesSettings,
): ReadonlyMap<string, { readonly route: HttpRoute; readonly declared: Route }> => {
  const place = new Construct(scope, id)
  const lambda = Function.fromFunctionAttributes(place, 'Api', {
    functionArn: functionArnOf(Stack.of(scope), names(countyId).function(service.name, 'api')),
    sameEnvironment: true,
  })
  // One permission for the whole API: one for each route would not fit in the function's policy of 20 kB.
  const integration = new HttpLambdaIntegration(`${service.name}-api`, lambda, { scopePermissionToRoute: false })
  return new Map(
    Object.entries(service.routes).map(([operationId, declared]) => {
      const key = HttpRouteKey.with(declared.path, HttpMethod[declared.method])
      const isPublic = declared.access === 'public'
      const route = new HttpRoute(place, operationId, {
        httpApi: api,
        routeKey: key,
        integration,
        authorizer: isPublic ? new HttpNoneAuthorizer() : authorizer,
      })
      if (isPublic)
        acknowledge(
          route,
          'AwsSolutions-APIG4',
          'Declared public: residents submit and follow ideas without logging in. It is throttled by itself.',
        )
      return [key.key, { route, declared }]
    }),
  )
}
