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
  /** Of what it emits, the events that are only ever for one phase; the others may be for any. */
  readonly emitsOnlyFor?: readonly { readonly event: EventDefinition; readonly phase: Phase }[]
  readonly schedules: readonly Schedule[]
  readonly indexes: readonly TableIndex[]
  readonly functions: readonly FunctionKind[]
  /** What each function does with the table: it may do that and nothing else. */
  readonly tableUse?: Readonly<Partial<Record<FunctionKind, TableUse>>>
  /** Only gates: the relay starts and resumes the decision state machine. */
  readonly runsStateMachine: boolean
  /** Only operations: it counts every service's queues, and puts what was set aside back on their inboxes. */
  readonly watchesQueues?: true
  /** Its tasks send mail in the county's name. */
  readonly sendsMail?: true
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

export interface TableUse {
  /** What it does with rows by their own keys; to query is to read a partition. */
  readonly rows: readonly ('get' | 'put' | 'query')[]
  /** The indexes that it reads, by name. */
  readonly indexes?: readonly string[]
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
