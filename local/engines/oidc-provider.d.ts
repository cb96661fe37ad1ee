/** The part of oidc-provider 9 that is used here; the package has no types of its own. */
declare module 'oidc-provider' {
  import type { IncomingMessage, ServerResponse } from 'node:http'

  export interface StoredModel {
    readonly [field: string]: unknown
    readonly grantId?: string
    readonly uid?: string
    readonly consumed?: number
  }

  export interface Adapter {
    upsert(id: string, payload: StoredModel, expiresInSeconds?: number): Promise<void>
    find(id: string): Promise<StoredModel | undefined>
    findByUid(uid: string): Promise<StoredModel | undefined>
    findByUserCode(userCode: string): Promise<StoredModel | undefined>
    consume(id: string): Promise<void>
    destroy(id: string): Promise<void>
    revokeByGrantId(grantId: string): Promise<void>
  }

  export interface Client {
    readonly clientId: string
  }

  export interface Grant {
    addOIDCScope(scope: string): void
    save(): Promise<string>
  }

  export interface AccessToken {
    readonly accountId?: string
    readonly expiration: number
    resourceServer: object
    save(): Promise<string>
  }

  export interface Context {
    type: string
    body: unknown
    set(header: string, value: string): void
    readonly oidc: {
      readonly client: Client
      readonly params: Readonly<Record<string, string | undefined>>
      readonly session: { readonly accountId?: string }
      readonly requestParamOIDCScopes: ReadonlySet<string>
      entity(kind: string, value: unknown): void
    }
  }

  export interface Interaction {
    readonly uid: string
    readonly prompt: { readonly name: string }
    readonly params: Readonly<Record<string, string | undefined>>
  }

  export class Provider {
    constructor(issuer: string, configuration: object)
    readonly AccessToken: new (fields: object) => AccessToken
    readonly Grant: new (fields: object) => Grant
    readonly ResourceServer: new (identifier: string, info: object) => object
    callback(): (request: IncomingMessage, response: ServerResponse) => Promise<void>
    interactionDetails(request: IncomingMessage, response: ServerResponse): Promise<Interaction>
    interactionFinished(request: IncomingMessage, response: ServerResponse, result: object): Promise<void>
    registerGrantType(name: string, handler: (context: Context) => Promise<void>, parameters: readonly string[]): void
    on(event: 'server_error', listener: (context: Context, error: Error) => void): void
  }

  export const errors: {
    readonly InvalidGrant: new (detail: string) => Error
    readonly InvalidTarget: new () => Error
    readonly SessionNotFound: new (...args: never[]) => Error
  }
}
