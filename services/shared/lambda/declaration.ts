import type * as z from 'zod'
import type { EventDefinition } from '#contracts/event.ts'
import type { Text } from '#contracts/language.ts'
import type { Phase, Role } from '#contracts/words.ts'
import type { ProblemText } from './problem.ts'

/**
 * What a service declares about itself, once. infra/ turns it into CloudFormation, local/ into a running
 * process, scripts into docs/openapi.json and docs/asyncapi.yaml, and the tests into checks.
 */
export interface ServiceDeclaration {
  readonly name: string
  readonly summary: Text
  readonly routes: Routes
  readonly problems: Readonly<Record<string, ProblemText>>
  readonly accepts: readonly Acceptance[]
  readonly emits: readonly EventDefinition[]
  readonly schedules: readonly Schedule[]
  readonly indexes: readonly TableIndex[]
  readonly functions: readonly FunctionKind[]
  /** Only gates: the relay starts and resumes the decision state machine. */
  readonly runsStateMachine: boolean
}

/** Four at most: one warm function per service beats seventy cold ones. */
export const functionKinds = ['api', 'inbox', 'relay', 'tasks'] as const
export type FunctionKind = (typeof functionKinds)[number]

/** An event that the service's inbox takes; with a phase, only those that carry that phase. */
export interface Acceptance {
  readonly event: EventDefinition
  readonly phase?: Phase
}

export interface Schedule {
  readonly name: string
  readonly everyMinutes: number
}

/** A global secondary index over two string attributes, all attributes projected. */
export interface TableIndex {
  readonly name: string
  readonly partition: string
  readonly sort: string
}

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

/** Everybody, or the roles that may; every other role is refused. */
export type Access = 'public' | readonly Role[]

export interface Route {
  readonly method: Method
  /** With parameters in braces, for example `/v1/ideas/cases/{caseId}`. */
  readonly path: string
  readonly summary: Text
  readonly access: Access
  readonly parameters?: z.ZodObject
  readonly query?: z.ZodObject
  readonly body?: z.ZodType
  readonly response: { readonly status: 200 | 201 | 202 | 204; readonly body?: z.ZodType }
  /** The answer carries an ETag that a later write must give back. */
  readonly hasETag?: boolean
  readonly needsIfMatch?: boolean
  /** Refusal codes beyond those that every route can give. */
  readonly refusals: readonly string[]
}

/** Keyed by operationId. */
export type Routes = Readonly<Record<string, Route>>

export const defineRoutes = <const R extends Routes>(routes: R): R => routes

export const defineService = (declaration: ServiceDeclaration): ServiceDeclaration => declaration
