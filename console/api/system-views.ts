import * as z from 'zod'
import { author } from '#contracts/actor.ts'
import { calendarDate, systemId, timestamp } from '#contracts/ids.ts'
import { text } from '#contracts/language.ts'
import { careStep, targetGroup } from '#contracts/market.ts'
import { contractKind, hosting, integrationDirection, optionStatus, systemCategory, systemStatus } from '#contracts/system-map.ts'

/** What the console reads of the system map. */

const systemSummary = z.object({
  systemId,
  organisation: z.string(),
  name: z.string(),
  category: systemCategory,
  supplier: z.string(),
  status: systemStatus,
  functions: z.array(z.string()),
  users: z.number().optional(),
  standards: z.array(z.string()),
  contracts: z.number(),
  endsOn: calendarDate.optional(),
  endsWithOptionsOn: calendarDate.optional(),
  hasCallOff: z.boolean(),
})
export type SystemSummary = z.infer<typeof systemSummary>
export const systemList = z.object({ total: z.number(), systems: z.array(systemSummary) })

export const systemGroups = z.object({
  groups: z.array(z.object({ name: z.string(), supplier: z.string(), systems: z.array(systemSummary) })),
})
export type SystemGroup = z.infer<typeof systemGroups>['groups'][number]

const contractView = z.object({
  contractNumber: z.string().optional(),
  diaryNumber: z.string().optional(),
  supplier: z.string(),
  kind: contractKind,
  value: z.number().optional(),
  start: calendarDate,
  standing: z.enum(['notStarted', 'inForce', 'ended']),
  endsOn: calendarDate.optional(),
  endsWithOptionsOn: calendarDate.optional(),
  decideBy: calendarDate.optional(),
  options: z.array(
    z.object({ status: optionStatus, until: calendarDate.optional(), decideBy: calendarDate.optional(), isOverdue: z.boolean() }),
  ),
  callOff: z.array(z.string()),
  cpv: z.array(z.string()),
})
export type ContractView = z.infer<typeof contractView>

const contractContent = z.object({
  contractNumber: z.string().optional(),
  diaryNumber: z.string().optional(),
  supplier: z.string().optional(),
  companyId: z.string().optional(),
  kind: contractKind,
  value: z.number().optional(),
  start: calendarDate,
  end: calendarDate.optional(),
  options: z.array(
    z.object({
      until: calendarDate.optional(),
      months: z.number().optional(),
      decideBy: calendarDate.optional(),
      noticeMonths: z.number().optional(),
      status: optionStatus,
    }),
  ),
  callOff: z.array(z.string()),
  cpv: z.array(z.string()),
})

const systemContent = z.object({
  name: z.string(),
  purpose: z.string(),
  functions: z.array(z.string()),
  careSteps: z.array(careStep),
  targetGroups: z.array(targetGroup),
  category: systemCategory,
  supplier: z.object({ name: z.string(), companyId: z.string().optional() }),
  users: z.number().optional(),
  inUseSince: calendarDate.optional(),
  status: systemStatus,
  owner: z.string().optional(),
  informationClass: z.object({ confidentiality: z.number(), integrity: z.number(), availability: z.number() }).optional(),
  hosting: hosting.optional(),
  integrations: z.array(z.object({ systemId: z.string(), standard: z.string(), direction: integrationDirection })),
  contracts: z.array(contractContent),
})

const systemVersion = z.object({
  systemId,
  organisation: z.string(),
  version: z.number(),
  changedAt: timestamp,
  changedBy: author,
  content: systemContent,
})
export type SystemVersion = z.infer<typeof systemVersion>
export const systemContents = z.object({ systems: z.array(systemVersion) })
export const systemVersions = z.object({ versions: z.array(systemVersion) })

export const systemView = systemVersion.extend({
  contracts: z.array(contractView),
  neighbours: z.array(
    z.object({
      systemId,
      organisation: z.string(),
      name: z.string(),
      standard: z.string(),
      direction: integrationDirection,
    }),
  ),
})
export type SystemView = z.infer<typeof systemView>

const contractOfSystem = z.object({
  systemId,
  organisation: z.string(),
  systemName: z.string(),
  category: systemCategory,
  contract: contractView,
})

export const contractEndings = z.object({
  from: calendarDate,
  to: calendarDate,
  total: z.number(),
  endings: z.array(contractOfSystem.extend({ firstDeadline: calendarDate })),
})
export type ContractEndings = z.infer<typeof contractEndings>
export type ContractEnding = ContractEndings['endings'][number]

const kinship = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('category'), category: systemCategory }),
  z.object({ kind: z.literal('functions'), functions: z.array(z.string()) }),
  z.object({ kind: z.literal('cpv'), cpv: z.array(z.string()) }),
  z.object({ kind: z.literal('careSteps'), careSteps: z.array(careStep) }),
  z.object({ kind: z.literal('targetGroups'), targetGroups: z.array(targetGroup) }),
])
export type Kinship = z.infer<typeof kinship>

export const jointPurchases = z.object({
  from: calendarDate,
  to: calendarDate,
  candidates: z.array(
    contractOfSystem.extend({
      end: z.object({
        on: calendarDate,
        dependsOn: z.enum(['nothing', 'optionNotTaken', 'optionTaken']),
        decideBy: calendarDate.optional(),
      }),
      because: z.array(kinship),
    }),
  ),
  callOffs: z.array(contractOfSystem.extend({ because: z.array(kinship), isOpenToYou: z.boolean().optional() })),
})
export type JointPurchases = z.infer<typeof jointPurchases>

export const systemImportPreview = z.object({
  new: z.number(),
  changed: z.number(),
  unchanged: z.number(),
  refused: z.number(),
  systems: z.array(
    z.object({
      row: z.number(),
      name: z.string(),
      supplier: z.string(),
      contracts: z.number(),
      verdict: z.enum(['new', 'changed', 'unchanged', 'refused']),
      problems: z.array(z.object({ row: z.number(), pointer: z.string(), code: z.string(), message: text })),
    }),
  ),
})
export type SystemImportPreview = z.infer<typeof systemImportPreview>

export const systemImportResult = z.object({
  registered: z.number(),
  changed: z.number(),
  unchanged: z.number(),
  isComplete: z.boolean(),
  systems: z.array(
    z.object({
      row: z.number(),
      name: z.string(),
      systemId: z.string().optional(),
      outcome: z.enum(['registered', 'changed', 'unchanged', 'notStored']),
    }),
  ),
})
export type SystemImportResult = z.infer<typeof systemImportResult>
