import * as z from 'zod'
import { author } from '#contracts/actor.ts'
import { companyId, calendarDate, organisationId, systemId, timestamp } from '#contracts/ids.ts'
import { careStep, targetGroup } from '#contracts/market.ts'
import { hosting, integrationDirection, systemCategory, systemStatus } from '#contracts/system-map.ts'
import { contract } from './contract.ts'
import { systemLimits } from './limits.ts'

/** A system of the map, as the organisation that has it writes it down. */

const name = z.string().trim().min(1).max(systemLimits.nameCharacters)
/** KLASSA (SKR): 0-4. */
const classLevel = z.int().min(0).max(4)
const eachOnce = (values: readonly unknown[]): boolean => new Set(values).size === values.length
const chosen = <S extends z.ZodType>(schema: S) =>
  z
    .array(schema)
    .max(30)
    .refine(eachOnce, { params: { rule: 'repeated' } })
    .default([])

export const integration = z.strictObject({
  /** Another system of the map, of one's own organisation or of somebody else's. */
  systemId,
  standard: z.string().trim().min(1).max(systemLimits.standardCharacters),
  direction: integrationDirection,
})

export const systemContent = z.strictObject({
  name,
  purpose: z.string().trim().min(1).max(systemLimits.purposeCharacters),
  functions: z.array(z.string().trim().min(1).max(systemLimits.functionCharacters)).max(systemLimits.functions).default([]),
  careSteps: chosen(careStep),
  targetGroups: chosen(targetGroup),
  category: systemCategory,
  supplier: z.strictObject({ name, companyId: companyId.optional() }),
  users: z.int().min(0).max(systemLimits.users).optional(),
  inUseSince: calendarDate.optional(),
  status: systemStatus,
  /** A role or a unit; never a person. */
  owner: name.optional(),
  informationClass: z.strictObject({ confidentiality: classLevel, integrity: classLevel, availability: classLevel }).optional(),
  hosting: hosting.optional(),
  integrations: z.array(integration).max(systemLimits.integrations).default([]),
  contracts: z.array(contract).max(systemLimits.contracts).default([]),
})
export type SystemContent = z.infer<typeof systemContent>

export const mappedSystem = z.object({
  systemId,
  organisation: organisationId,
  version: z.int().positive(),
  registeredAt: timestamp,
  changedAt: timestamp,
  changedBy: author,
  content: systemContent,
})
export type MappedSystem = z.infer<typeof mappedSystem>

/** The names that one organisation has used, so that none is used twice and none beyond the limit. */
export const systemRegister = z.object({
  organisation: organisationId,
  /** 0 while the organisation has no systems. */
  version: z.int().nonnegative(),
  systems: z.array(z.object({ systemId, name: z.string() })),
})
export type SystemRegister = z.infer<typeof systemRegister>
